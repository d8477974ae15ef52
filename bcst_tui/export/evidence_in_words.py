"""What something rests on, told with what was asked: a bare "No" says nothing to a stranger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcst_tui.export.case import CaseHeader, ToldAnswer
from bcst_tui.export.document import Line
from bcst_tui.export.wording import Wording
from bcst_tui.plan.model import Evidence

LONGEST = 100
"""As many letters as a line has where nothing wraps it."""


class EvidenceInWords:
    """The answers behind a need, a marker or an action, as lines."""

    def __init__(self, header: CaseHeader, wording: Wording) -> None:
        self._told = {one.question_id: one for one in header.told}
        self._is_plain = wording.is_plain

    def lines(
        self, evidence: Iterable[Evidence], rows: tuple[str, ...], source: str = "", depth: int = 1
    ) -> Iterator[Line]:
        """Each answer with its question, and once the paragraph that makes them count."""
        for answer in evidence:
            told = self._told.get(answer.question_id)
            behind, others = (*rows, answer.audience), told is not None and told.names_others
            for further, words in enumerate(self._said(answer, told)):
                yield Line("markers_evidence", behind, words, depth=depth + further, names_others=others)
        if source and not self._is_plain:
            yield Line("markers_evidence", rows, f"source: {source}", depth=depth)

    def _said(self, answer: Evidence, told: ToldAnswer | None) -> Iterator[str]:
        """`because “Nowhere to go” (C21), asked “Where will you stay?”`; in two lines where one would be long."""
        item = "" if self._is_plain else f" ({_item(answer.question_id)})"
        because = f"because “{answer.words}”{item}"
        asked = f"asked “{told.question}”" if told and told.question not in answer.words else ""
        if asked and len(because) + len(asked) < LONGEST:
            yield f"{because}, {asked}"
            return
        yield because
        if asked:
            yield asked


def _item(question_id: str) -> str:
    """The item a question belongs to: `c07b_paid_now` → C07."""
    return question_id[:3].upper()
