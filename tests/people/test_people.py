"""Five invented people whose plans were worked out on paper first: what bcst derives is what a careful reader would.

Each has an answers file and, beside it, what was expected of it and why.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.answers_file import AnswersFile, read_answers, unanswered
from bcst_tui.interview.state import Interview
from bcst_tui.plan import edits
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.deriving import derive
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.script.loading import load_script
from bcst_tui.script.script import Script
from bcst_tui.yaml_text import read_yaml

HERE = Path(__file__).parent
WIDEST = 120
PEOPLE = sorted(path.name.removesuffix(".expected.yaml") for path in HERE.glob("*.expected.yaml"))


@cache
def around() -> Surroundings:
    """The shipped script and data, with nothing local."""
    return surroundings({"BCST_CONFIG": str(HERE / "nothing")})


@cache
def script() -> Script:
    return load_script(around().script_files)


def answers(person: str) -> AnswersFile:
    name = f"{person}.yaml"
    return read_answers(read_yaml((HERE / name).read_text(encoding="utf-8"), name), script())


def expected(person: str) -> dict[str, Any]:
    name = f"{person}.expected.yaml"
    return dict(read_yaml((HERE / name).read_text(encoding="utf-8"), name).value)


@contextmanager
def playing(person: str, folder: Path) -> Iterator[tuple[Casebook, Sitting]]:
    file = answers(person)
    today = file.today
    assert today is not None
    with played_casebook(folder / "vault", file, replace(around(), today=lambda: today)) as casebook:
        yield casebook, play(casebook, file)


def played(person: str, folder: Path) -> tuple[Interview, Plan]:
    with playing(person, folder) as (casebook, sitting):
        return sitting.interview, casebook.plan(sitting)


def paper(person: str, audience: AudienceCode, folder: Path) -> str:
    with playing(person, folder) as (casebook, sitting):
        return casebook.preview(sitting, audience).text


def in_brief(told: dict[str, Any]) -> dict[str, Any]:
    """A plan as the expectations say it."""
    settled = told["decisions"]["settled_test"]
    return {
        "needs": [one["code"] for one in told["needs"]],
        "markers": [one["code"] for one in told["markers"]],
        "levels": {one["group"]: _level(one) for one in told["levels"]},
        "actions": {one["activity"]: _action(one) for one in told["actions"]},
        "signposts": [
            f"{one['service']} for {one['activity']}, asked about by {one['follow_up']['due']}"
            for one in told["signposts"]
        ],
        "deadlines": [" ".join(filter(None, (one["clock"], one["due"], one["state"]))) for one in told["deadlines"]],
        "settled": ", ".join(filter(None, (settled["status"], settled["limb"]))),
    }


def _level(level: dict[str, Any]) -> str:
    return f"{level['level']}{', 3 offered' if level['level_3_offered'] else ''}"


def _action(action: dict[str, Any]) -> str:
    if action["status"] == "delivered":
        return "done"
    by = f"by {action['due']}" if action["due"] else "no date"
    return by if action["status"] == "proposed" else f"{action['status']}, {by}"


def test_there_are_five_of_them() -> None:
    assert len(PEOPLE) == 5


@pytest.mark.parametrize("person", PEOPLE)
def test_the_plan_is_the_one_worked_out_by_hand(person: str, tmp_path: Path) -> None:
    interview, plan = played(person, tmp_path)
    assert unanswered(interview) == ()
    assert in_brief(plan_json(plan, interview)) == expected(person)


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_is_late_on_the_day_of_the_first_screening(person: str, tmp_path: Path) -> None:
    _, plan = played(person, tmp_path)
    assert not [one.title for one in plan.deadlines if one.state == "late"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_workers_copy_reads_raw(person: str, tmp_path: Path) -> None:
    lines = paper(person, "WK", tmp_path).splitlines()
    assert [line for line in lines if len(line) > WIDEST] == []
    assert "## Actions" in lines


def test_a_cell_mate_reads_a_name_a_day_and_no_more(tmp_path: Path) -> None:
    copies = set()
    for person in PEOPLE:
        text = paper(person, "CELL", tmp_path / person).replace(answers(person).name or "", "NAME")
        dated = re.sub(r"\d+ (?:%s) \d{4}" % "|".join(month_name[1:]), "DAY", text)
        copies.add(re.sub(r"(?:Next: )?Resettlement appointment, DAY|…+", "SLOT", dated))
    assert len(copies) == 1
    assert "Invented" not in copies.pop().replace("Wren Invented", "")


def test_small_steps_bring_extra_time_once_the_worker_agrees(tmp_path: Path) -> None:
    interview, plan = played("over_four_years", tmp_path)
    for code in ("rent_owed", "claim_for_rent", "nowhere_to_go_back"):
        plan = taken(edits.edit_need(plan, code, status="confirmed"))
    for group in ("FIN", "SUP"):
        plan = taken(edits.agree_level(plan, group, True))
    agreed = in_brief(plan_json(derive(interview, around().reference, previous=plan), interview))
    assert agreed["levels"] == {"ACC": "2, 3 offered", "ETE": "1", "FIN": "3", "PSH": "1", "SUP": "3"}
    # Rent: 13 January and ten working days, 14 to 27 January. The claim cannot wait and is not put off.
    assert agreed["actions"]["FIN-2-02"] == "by 2027-01-27"
    assert agreed["actions"]["FIN-2-03"] == "by 2027-01-07"
    # B03 with a need found: somebody to speak for them, and help to stay with services (R25).
    assert agreed["actions"]["SUP-3-04"] == agreed["actions"]["SUP-3-07"] == "by 2027-01-13"


def taken(edited: Plan | Rejection) -> Plan:
    assert isinstance(edited, Plan), edited
    return edited
