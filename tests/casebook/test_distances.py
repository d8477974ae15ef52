"""How things have moved over several interviews, on the screen's side of the casebook and on paper."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.audience import AudienceCode
from tests.casebook.conftest import Opener, add_case

MARKS = """
section: summary
title: Summary
rail: Summary
questions:
  - id: k01b_how_things_are
    kind: each
    said: {standard: How are these?}
    audience: distance_travelled
    carry: fresh
    each: [{id: housing, said: Home}, {id: family, said: Family}]
    options:
      - {id: very_bad, said: Very bad}
      - {id: not_so_good, said: Not so good}
      - {id: all_right, said: All right}
      - {id: good, said: Good}
      - {id: very_good, said: Very good}
"""
TOLD: dict[AudienceCode, bool] = {"WK": True, "FULL": True, "RO": False, "SG": False, "CELL": False}


def marked(casebook: Casebook, case: CaseLine, housing: str, family: str) -> Sitting:
    sitting = casebook.answer(casebook.begin(case.case_id, "review"), {"housing": housing, "family": family})
    assert not isinstance(sitting, Rejection)
    return casebook.complete(sitting)


def test_marks_of_every_interview_stand_side_by_side(open_casebook: Opener) -> None:
    casebook = open_casebook(MARKS)
    case = add_case(casebook)
    assert casebook.distance(case.case_id) == ()
    first = marked(casebook, case, "not_so_good", "good")
    marked(casebook, case, "all_right", "good")
    assert [(one.code, one.scores, one.moved) for one in casebook.distance(case.case_id)] == [
        ("housing", (2, 3), "up"),
        ("family", (4, 4), "same"),
    ]
    assert [one.scores for one in casebook.distance(case.case_id, first.sitting_id)] == [(2,), (4,)]


def test_papers_tell_it_to_those_who_may_know(open_casebook: Opener) -> None:
    casebook = open_casebook(MARKS)
    case = add_case(casebook)
    marked(casebook, case, "not_so_good", "good")
    sitting = marked(casebook, case, "all_right", "good")
    for audience, is_told in TOLD.items():
        text = casebook.preview(sitting, audience, "txt").text
        assert ("Home: ●●○○○ → ●●●○○ (2 → 3)" in text) == is_told, audience
