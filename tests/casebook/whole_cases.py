"""What is done with whole cases in several tests of them."""

from __future__ import annotations

from bcst_tui.casebook.case_values import ClosedHow, Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.interview.answer import Rejection


def closed(casebook: Casebook, case: CaseLine, how: ClosedHow = "released", words: str = "") -> CaseLine:
    line = casebook.close_case(case.case_id, Closing(how, words=words))
    assert not isinstance(line, Rejection)
    return line


def street(casebook: Casebook, case: CaseLine) -> Sitting:
    """An interview of somebody who lived outdoors, so that a need and an action follow."""
    moved = casebook.answer(casebook.begin(case.case_id), "street")
    assert not isinstance(moved, Rejection)
    return moved


def reason(refused: object) -> str:
    assert isinstance(refused, Rejection)
    return refused.reason
