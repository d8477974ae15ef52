"""Invented people, each played once through `bcst replay` and once at a desk where the worker decides."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.disclosure.consent import Consent
from bcst_tui.interview.answers_file import AnswersFile, read_answers
from bcst_tui.interview.state import Interview
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.script.loading import load_script
from bcst_tui.script.script import Script
from bcst_tui.yaml_text import read_yaml
from tests.cli.running import bcst

HERE = Path(__file__).parent
SHOWN = HERE.parents[1] / "data" / "people"
"""Those that come with bcst, for `bcst demo`; the others live beside their expectation."""
PEOPLE = sorted(path.name.removesuffix(".expected.yaml") for path in HERE.glob("*.expected.yaml"))
Told = dict[str, Any]


@dataclass(frozen=True)
class Replayed:
    """What `bcst replay` gives of one person: the plan for programs, both papers, and what it said."""

    plan: Told = field(repr=False)
    worker: str = field(repr=False)
    own: str = field(repr=False)
    said: str = field(repr=False)


@dataclass(frozen=True)
class Decided:
    """The same person at a desk, after the worker confirmed needs and spoke to level 3."""

    interview: Interview
    before: Plan = field(repr=False)
    after: Plan = field(repr=False)
    papers: dict[AudienceCode, str] = field(repr=False)
    consents: tuple[Consent, ...] = field(repr=False)
    """What answers of the interview agreed to, as the casebook keeps it."""


def replayed(answers: str, folder: Path) -> Replayed:
    """Play these answers through the command itself, into a folder of their own."""
    told = folder / "plan.json"
    ended = bcst("replay", "-", "--json", told, "--out", folder, typed=answers)
    assert ended.returncode == 0, ended.stderr
    worker, own = (next(folder.glob(f"*-{code}-*")).read_text(encoding="utf-8") for code in ("WK", "CELL"))
    return Replayed(json.loads(told.read_text(encoding="utf-8")), worker, own, ended.stderr)


def decided(person: str, folder: Path) -> Decided:
    """Play the answers into a casebook, and take the decisions of the expectation there."""
    file = answers(person)
    today = file.today
    assert today is not None
    with played_casebook(folder / "vault", file, replace(around(), today=lambda: today)) as casebook:
        sitting = play(casebook, file)
        before = casebook.plan(sitting)
        _decide(casebook, sitting, before, expected(person)["agreed"])
        codes: tuple[AudienceCode, ...] = ("CELL", "RO")
        papers = {code: casebook.preview(sitting, code).text for code in codes}
        held = casebook.consents(sitting.case_id)
        return Decided(sitting.interview, before, casebook.plan(sitting), papers, held)


def _decide(casebook: Casebook, sitting: Sitting, plan: Plan, agreed: Told) -> None:
    """Confirm a need for each group there is a decision on, any need for SUP; then say yes, or no and why."""
    for group, said in agreed["level_3"].items():
        code = next(one.code for one in plan.needs if group in (one.group, "SUP"))
        confirmed = casebook.edit_need(sitting, code, status="confirmed", persons_view="agreed")
        assert isinstance(confirmed, Plan), confirmed
        edited = casebook.agree_level(sitting, group, said == "yes", "" if said == "yes" else said)
        assert isinstance(edited, Plan), edited


@cache
def around() -> Surroundings:
    """The shipped script and data, with nothing local."""
    return surroundings({"BCST_CONFIG": str(HERE / "nothing")})


@cache
def script() -> Script:
    return load_script(around().script_files)


def written(person: str) -> str:
    """The answers file as it stands."""
    beside = HERE / f"{person}.yaml"
    return (beside if beside.exists() else SHOWN / beside.name).read_text(encoding="utf-8")


@cache
def answers(person: str) -> AnswersFile:
    return read_answers(read_yaml(written(person), f"{person}.yaml"), script())


@cache
def expected(person: str) -> Told:
    name = f"{person}.expected.yaml"
    return dict(read_yaml((HERE / name).read_text(encoding="utf-8"), name).value)


def in_brief(told: Told) -> Told:
    """A plan as the expectations say it."""
    settled = told["decisions"]["settled_test"]
    return {
        "needs": [one["code"] for one in told["needs"]],
        "markers": [one["code"] for one in told["markers"]],
        "levels": levels(told),
        "actions": actions(told),
        "signposts": [
            f"{one['service']} for {one['activity']}, asked about by {one['follow_up']['due']}"
            for one in told["signposts"]
        ],
        "deadlines": [" ".join(filter(None, (one["clock"], one["due"], one["state"]))) for one in told["deadlines"]],
        "settled": ", ".join(filter(None, (settled["status"], settled["limb"]))),
    }


def brief_plan(plan: Plan, interview: Interview) -> Told:
    return in_brief(plan_json(plan, interview))


def levels(told: Told) -> dict[str, str]:
    return {one["group"]: _level(one) for one in told["levels"]}


def actions(told: Told) -> dict[str, str]:
    return {one["activity"]: _action(one) for one in told["actions"]}


def _level(level: Told) -> str:
    return f"{level['level']}{', 3 offered' if level['level_3_offered'] else ''}"


def _action(action: Told) -> str:
    if action["status"] == "delivered":
        return "done"
    by = f"by {action['due']}" if action["due"] else "no date"
    return by if action["status"] == "proposed" else f"{action['status']}, {by}"
