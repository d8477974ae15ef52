"""The words about who may be told what, without a casebook."""

from __future__ import annotations

from bcst_tui.casebook.consent_words import limits_said
from bcst_tui.script.loading import load_script
from tests.vocabulary import SATURDAY, interviewing

SAID = """
section: opening
title: Opening
rail: Opening
questions:
  - id: b07_explained
    kind: choice
    said: {standard: What would I have to pass on?}
    audience: sitting_record
    options:
      - {id: own_words, said: Said back}
      - {id: not_yet, said: Not yet}
"""
MAIN = 'id: invented\nversion: "1"\ntitle: Invented\nsections: [opening.yaml]\n'


def test_the_limits_are_told_with_the_day_they_were_said_also_weeks_later() -> None:
    begun = interviewing(load_script({"script.yaml": MAIN, "opening.yaml": SAID}), "first_screening", SATURDAY)
    said = limits_said(begun.answer("own_words").interview)
    assert said == "The limits were said on 21 November 2026, and said back in their own words."
    for interview in (None, begun.interview):
        assert "have not been said yet" in limits_said(interview)
