"""What something rests on, told with what was asked: a bare "No" says nothing to a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bcst_tui.export.case import CaseHeader
from bcst_tui.export.document import Line
from bcst_tui.export.wording import Wording
from bcst_tui.plan.evidence import with_question
from bcst_tui.plan.model import Evidence


class EvidenceInWords:
    """The answers behind a need, a marker or an action, as lines."""

    def __init__(self, header: CaseHeader, wording: Wording) -> None:
        self._told = {one.question_id: one for one in header.told}
        self._is_plain = wording.is_plain

    def lines(
        self, evidence: Iterable[Evidence], rows: tuple[str, ...], source: str = "", depth: int = 1
    ) -> Iterator[Line]:
        """Each answer with what was asked, and once the paragraph that makes them count."""
        for answer in evidence:
            told = self._told.get(answer.question_id)
            behind, others = (*rows, answer.audience), told is not None and told.names_others
            because = f"because {with_question(answer, told.question if told else '')}{self._item(answer)}"
            yield Line("markers_evidence", behind, because, depth=depth, names_others=others)
        if source and not self._is_plain:
            yield Line("markers_evidence", rows, f"source: {source}", depth=depth)

    def _item(self, answer: Evidence) -> str:
        """The item an answer belongs to: `c07b_paid_now` → (C07); a fact belongs to none."""
        found = re.match(r"[a-z]\d\d", answer.question_id)
        return f" ({found[0].upper()})" if found and not self._is_plain else ""
