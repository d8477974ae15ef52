"""Somebody asked agency by agency, and what the tests of agreeing all read off."""

from __future__ import annotations

from datetime import date

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import AgencyStands
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan
from tests.casebook.conftest import add_case
from tests.home_questions import SOMEWHERE_TO_LIVE, WHERE_LIVED

RELEASE = date(2027, 1, 29)
_FIRST = """
section: told
title: Told
rail: Told
questions:
  - {id: a06_release_date, kind: date, said: {standard: When?}, audience: custody_dates}
"""
_REST = """\
  - id: f12_not_to_be_told
    kind: group
    row_named: person
    at_most_rows: 5
    said: {standard: Who should be told nothing?}
    audience: do_not_release
    questions:
      - {id: name, kind: short_text, said: {standard: The name?}, audience: do_not_release}
  - id: f09_who
    kind: short_text
    said: {standard: Whom may we ring?}
    in_short: Emergency contact
    audience: family_friends
  - id: g02_in_care
    kind: yes_no
    said: {standard: Were you ever in care?}
    in_short: Was in care
    audience: care_status
  - id: g02d_may_tell
    kind: choices
    said: {standard: What may a Personal Advisor hear?}
    audience: care_status
    options:
      - {id: housing, said: A home}
      - {id: work, said: Work}
      - {id: nothing, said: Nothing, exclusive: true}
  - id: c15_council_told
    kind: choice
    said: {standard: What may we say?}
    audience: consents_own
    options:
      - {id: depth_0, said: Nothing}
      - {id: depth_1, said: My name}
      - {id: depth_2, said: More}
      - {id: later, said: Later}
"""
_AND_A_HOUSE = """\
  - activity: ACC-3-01
    need: somewhere
    locked_unless: {question: c15_council_told, equals: depth_2}
    locked_because: The person has not agreed.
    source: R43
"""
TOLD = f"{_FIRST}{WHERE_LIVED}{_REST}{SOMEWHERE_TO_LIVE}{_AND_A_HOUSE}"
COUNCIL = "council_s10"


def told(
    casebook: Casebook,
    council: str = "later",
    listed: str = "",
    rings: str = "Aunt Bea",
    advisor: tuple[str, ...] = ("nothing",),
) -> Sitting:
    """Somebody with nowhere to live, who may have named somebody to be told nothing."""
    sitting = casebook.begin(add_case(casebook).case_id)
    for entry in ("29/1/2027", "street"):
        sitting = moved(casebook.answer(sitting, entry))
    if listed:
        sitting = moved(casebook.add_row(sitting, "f12_not_to_be_told"))
        sitting = moved(casebook.answer(sitting, listed))
    sitting = moved(casebook.answer(sitting, "done"))
    entries: tuple[Json, ...] = (rings, "yes", list(advisor), council)
    for said in entries:
        sitting = moved(casebook.answer(sitting, said))
    return sitting


def moved(answered: Sitting | Rejection) -> Sitting:
    assert isinstance(answered, Sitting), answered
    return answered


def stands(decided: AgencyStands | Rejection) -> AgencyStands:
    assert isinstance(decided, AgencyStands), decided
    return decided


def status_of(plan: Plan, activity: str) -> str:
    return next(one.status for one in plan.actions if one.activity == activity)
