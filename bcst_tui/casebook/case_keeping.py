"""Keeping cases: closing and reopening, deleting, merging, notes, and feedback that is nobody's."""

from __future__ import annotations

import secrets

from bcst_tui.casebook.values import Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.text import clean
from bcst_tui.vault.values import Feedback
from bcst_tui.vault.vault import Vault

LONGEST_FEEDBACK = 500


class CaseKeeping:
    """The part of the casebook that keeps whole cases in order."""

    _vault: Vault
    _surroundings: Surroundings

    def add_feedback(self, given: Feedback) -> Rejection | None:
        """Keep what somebody thought of the interview (K07): by month, with nothing that says whose it is.

        No case is named, and nothing is logged. Raises NotSaved.
        """
        words = clean(given.words).strip()
        scores = (given.dealt_with, given.listened, given.again)
        if not words and scores == (None, None, None):
            return Rejection("Nothing was said. Choose at least one, or leave it.")
        if len(words) > LONGEST_FEEDBACK:
            return Rejection(f"Keep it to {LONGEST_FEEDBACK} letters.")
        if any(score is not None and not 1 <= score <= 5 for score in scores):
            return Rejection("Each one is from 1 to 5.")
        month = f"{self._surroundings.today():%Y-%m}"
        with self._vault.session() as records:
            records.feedback.add(secrets.token_hex(16), month, Feedback(*scores, words))
        return None
