"""Whoever has no release date to count from is offered a day to go through the plan again (R09)."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Deadline
from bcst_tui.plan.signing_off import lacks_review_date
from tests.plan.planning import plan_of
from tests.script.bcst2 import telling

ASKED = "k08c_review_date"
CAME_IN: dict[str, Json] = {"a02_came_in": "20/11/2026 10:00"}
NONE_FIXED: dict[str, Json] = {"a06_key_dates": ["none_fixed"]}
SHORT: dict[str, Json] = {"a04_legal_status": "determinate", "a05_total_sentence": "up_to_4_years"}
ON_PAROLE: dict[str, Json] = {"a06_key_dates": ["parole"], "a06c_parole_date": "1/2/2029"}
FOUR_WEEKS_ON = date(2026, 12, 18)


def reviewed(answers: dict[str, Json]) -> Deadline:
    found = [one for one in plan_of(telling(**CAME_IN, **answers)).deadlines if one.clock == "review"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("answers", "suggested"),
    [
        ({"a04_legal_status": "remand", **NONE_FIXED}, FOUR_WEEKS_ON),
        ({"a04_legal_status": "awaiting_sentence", **NONE_FIXED}, FOUR_WEEKS_ON),
        ({"a04_legal_status": "standard_recall", **NONE_FIXED}, FOUR_WEEKS_ON),
        ({"a04_legal_status": "life", "a05_total_sentence": "indeterminate", **ON_PAROLE}, date(2029, 2, 1)),
        ({"a04_legal_status": "ipp", "a05_total_sentence": "indeterminate", **NONE_FIXED}, None),
        ({"a04_legal_status": "determinate", "a05_total_sentence": "over_4_years", **NONE_FIXED}, None),
        ({**SHORT, **NONE_FIXED}, None),
        ({**SHORT, "a06_key_dates": {"declined": True}}, None),
        ({**SHORT, "a06_key_dates": ["release"], "a06_release_date": {"not_known": True}}, None),
        (SHORT, None),
    ],
)
def test_without_a_release_date_a_review_is_asked_for_and_needed(
    answers: dict[str, Json], suggested: date | None
) -> None:
    told = telling(**CAME_IN, **answers)
    assert ASKED in told.interview.path.by_id
    assert reviewed(answers).due == suggested
    assert lacks_review_date(plan_of(told)) == (suggested is None)
    assert reviewed({**answers, ASKED: "14/12/2026"}).due == date(2026, 12, 14)


def test_with_a_release_date_none_is_asked_for() -> None:
    told = telling(**CAME_IN, **SHORT, a06_key_dates=["release"], a06_release_date="4/6/2027")
    assert ASKED not in told.interview.path.by_id
    assert not lacks_review_date(plan_of(told))
