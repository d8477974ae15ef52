"""The casebooks in the pictures: the person of `bcst demo` at three times of a plan's life, and a quarter of many."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import Wish
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.playing import PlayedCasebook, play, played_casebook
from bcst_tui.casebook.values import CaseLine, NewCase, Sitting
from bcst_tui.config import read_folder, shipped
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.answers_file import AnswersFile, next_step, read_answers
from bcst_tui.interview.values import Json
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import read_yaml

DEMO = "demo_answers.yaml"
FIRST, MET_AGAIN, AT_REVIEW = date(2026, 11, 23), date(2026, 12, 3), date(2026, 12, 14)
AFTER_THE_QUARTER = date(2027, 1, 4)
MANY = 34
"""So many people are counted in the picture of the figures: some numbers are told, and some are too small."""
TOLD_ANEW: Mapping[str, Json] = {
    "a06_release_date": "2027-02-11",
    "c13_deposit": "some",
    "k08_next_meeting": "2026-12-21",
    "e08_sure_with_bills": "3",
    "k01b_how_things_are": {
        "housing": "not_so_good",
        "family": "good",
        "friends": "not_so_good",
        "agencies": "good",
        "living_skills": "good",
        "responsibility": "good",
    },
}
STATEMENT = (
    "I have a conviction for theft, from a time when I had no home. I have not been in trouble since.\n"
    "In prison I took a building site course, and I would like to start again."
)

SAFE = SafeContact(
    channel="phone",
    number_label="their own mobile, on the list of numbers",
    safe_days="Monday to Friday",
    safe_hours="10 to 12",
    caller_says="It's Wren, about the appointment",
    number_withheld=True,
    if_unreachable="my_officer",
)


@dataclass
class Calendar:
    """The day it is in a casebook; turned by hand."""

    day: date = FIRST

    @property
    def now(self) -> datetime:
        return datetime.combine(self.day, time(9, 30), UTC)


@contextmanager
def casebook(stops_before: str = "", calendar: Calendar | None = None) -> Iterator[PlayedCasebook]:
    """The interview in it, stopped before one question or whole."""
    turned = calendar or Calendar()
    with tempfile.TemporaryDirectory() as folder:
        shipped_around = surroundings({"BCST_CONFIG": folder}, FIRST)
        around = replace(shipped_around, today=lambda: turned.day, now=lambda: turned.now)
        file = _demo_answers(dict(around.script_files), stops_before)
        with played_casebook(Path(folder) / "vault", file, around) as held:
            play(held, file)
            yield held


@contextmanager
def casebook_at_review() -> Iterator[Casebook]:
    """A plan that was agreed, carried out for three weeks and agreed again, with consents and a statement."""
    calendar = Calendar()
    with casebook(calendar=calendar) as held:
        first = held.sitting(held.interviews(1)[0].sitting_id)
        _agree(held, first)
        held.agree_plan(first)
        calendar.day = MET_AGAIN
        _carry_out(held, first)
        calendar.day = AT_REVIEW
        held.agree_plan(_review(held))
        yield held


@contextmanager
def casebook_of_a_quarter() -> Iterator[Casebook]:
    """Many people seen in one quarter, and the next begun."""
    calendar = Calendar()
    with casebook(calendar=calendar) as held:
        for number in range(2, MANY):
            case = held.add_case(NewCase(f"Person {number}", birth_date=f"{number % 27 + 1}/3/{1970 + number}"))
            assert isinstance(case, CaseLine)
            _seen_in_the_quarter(held, held.begin(case.case_id), number)
        calendar.day = AFTER_THE_QUARTER
        yield held


def _agree(held: Casebook, sitting: Sitting) -> None:
    case = sitting.case_id
    held.point_to(sitting, "citizens_advice", "FIN-1-02", "told")
    _done(held.decide(case, Wish("debt_advice", "given", {"identity": 1, "money": 2}, given_how="spoken")))
    _done(held.write_statement(case, "employer", STATEMENT))
    _done(held.set_safe_contact(case, SAFE))
    _done(held.ask_for_record(case))


def _carry_out(held: Casebook, sitting: Sitting) -> None:
    _done(held.deliver(sitting, "ACC-2-08", "Wrote to the landlord together to hand the home back", "part"))
    _done(held.draft_referral(sitting, "council", "ACC-2-01"))
    _done(held.close_signpost(sitting, "citizens_advice", "FIN-1-02", "not_yet", ask_again="17/12/2026"))


def _review(held: Casebook) -> Sitting:
    """The same questions again, with what is otherwise by now."""
    sitting = held.begin(1, "review")
    file = _demo_answers(dict(held._surroundings.script_files), "")
    file = replace(file, answers={**file.answers, **TOLD_ANEW})
    while (step := next_step(file, sitting.interview)) is not None:
        if step.raw is None:
            moved = held.add_row(sitting, step.question_id)
        else:
            moved = held.revise(sitting, step.question_id, step.raw)
        assert isinstance(moved, Sitting), moved
        sitting = moved
    return sitting


def _seen_in_the_quarter(held: Casebook, sitting: Sitting, number: int) -> None:
    for group in ("ACC", "FIN")[: number % 3]:
        _done(held.add_need(sitting, group, "A need in their own words", "told in the interview"))
    held.complete(sitting)


def _done(made: object) -> None:
    if isinstance(made, Rejection):
        raise AssertionError(made.reason)


def _demo_answers(script_files: dict[str, str], stops_before: str) -> AnswersFile:
    script = load_script(script_files)
    file = read_answers(read_yaml(read_folder(shipped("data"))[DEMO], DEMO), script)
    order = [placed.id for placed in script.order]
    kept = set(order[: order.index(stops_before)] if stops_before else order)
    return replace(file, answers={name: raw for name, raw in file.answers.items() if name in kept})
