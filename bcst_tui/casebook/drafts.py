"""Entries begun and not yet given as answers: kept, so that a lock or a power cut takes none of the typing."""

from __future__ import annotations

from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.interview.answer import LONG_TEXT
from bcst_tui.interview.draft import Draft
from bcst_tui.text import clean
from bcst_tui.vault.vault import Vault

LONGEST = 2 * LONG_TEXT
"""An entry longer than this can't become an answer; its beginning is kept."""


class Drafts:
    """The part of the casebook that keeps what is half entered, one question's in each sitting."""

    _vault: Vault
    _surroundings: Surroundings

    def keep_draft(self, sitting: Sitting, question_id: str, text: str) -> None:
        """Keep this as the entry that was begun; nothing lets go of the one kept for this question.

        Raises NotSaved where the disk refuses.
        """
        words = clean(text)[:LONGEST]
        with self._vault.session() as records:
            before = records.drafts.of(sitting.sitting_id)
            if words.strip():
                records.drafts.keep(sitting.sitting_id, Draft(question_id, words), self._surroundings.now())
            elif before is not None and before.question_id == question_id:
                records.drafts.drop(sitting.sitting_id)

    def draft(self, sitting: Sitting) -> Draft | None:
        """The entry that was begun and is no answer yet."""
        with self._vault.session() as records:
            return records.drafts.of(sitting.sitting_id)
