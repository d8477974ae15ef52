"""Whether anybody outside is known to hand the plan to, once release is near (R35)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcst_tui.plan.officer import NO_OFFICER, no_officer_known
from tests.vocabulary import SATURDAY, Interviewing, interviewing

RECORD = """
section: case
title: Case
rail: Case
questions:
  - {id: a06_release_date, kind: date, said: {standard: When?}, audience: custody_dates}
  - {id: a09d_responsible_officer, kind: short_text, said: {standard: Who?}, audience: addresses}
"""


def released_in(weeks: int) -> Interviewing:
    return interviewing(RECORD).answer((SATURDAY + timedelta(weeks=weeks)).isoformat())


@pytest.mark.parametrize(("weeks", "said"), [(12, NO_OFFICER), (2, NO_OFFICER), (13, "")])
def test_nobody_outside_known_12_weeks_before_release_is_said(weeks: int, said: str) -> None:
    assert no_officer_known(released_in(weeks).interview.known, SATURDAY) == said
    assert no_officer_known(released_in(weeks).skips("not_known").interview.known, SATURDAY) == said


def test_an_officer_that_is_known_is_not_asked_for() -> None:
    told = released_in(2).answer("An officer, by phone")
    assert no_officer_known(told.interview.known, SATURDAY) == ""


def test_without_a_release_date_nothing_is_said() -> None:
    assert no_officer_known(interviewing(RECORD).skips("not_known").interview.known, SATURDAY) == ""
