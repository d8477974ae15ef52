"""Ordinary answers that may make an offer of the private part more pressing: plain facts, and nothing goes back."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.disclosure.levels import Around
from bcst_tui.interview.values import Json
from bcst_tui.plan.private_around import around_of
from tests.script.bcst2 import telling

TODAY = date(2026, 3, 3)


def around(**answers: Json) -> Around:
    return around_of(telling(**answers).interview.known, TODAY)


def test_trauma_with_drink_or_drugs_makes_an_offer_more_pressing() -> None:
    past: dict[str, Json] = {"f03_mind": ["low"], "f08_past_in_the_way": "yes"}
    assert around(**past, f05_drinking="a_worry").trauma_with_substances
    assert around(**past, f06_drugs="now").trauma_with_substances
    assert not around(**past, f05_drinking="not_a_worry", f06_drugs="never").trauma_with_substances


@pytest.mark.parametrize("answers", [{}, {"f02_body": ["nothing"], "g02_in_care": "no"}])
def test_nothing_told_makes_nothing_more_pressing(answers: dict[str, Json]) -> None:
    assert not around(**answers).any
