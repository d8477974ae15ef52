"""The real interview screen over a fresh vault, on a script of numbered questions: `interview_app FOLDER`.

With "partly" after the folder no screen is painted whole after its layouts.
"""

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from unittest.mock import patch

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.opening import VaultDoors
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets.watermark import Marked
from bcst_tui.vault.opening import new_vault
from tests.bench.vaults import PROFILE, long_script, surroundings

QUESTIONS = 120
PAINTED_PARTLY = "partly"


class MeasuredApp(BcstApp):
    """Stands at the first question as soon as it is up."""

    def __init__(self, casebook: Casebook) -> None:
        super().__init__(VaultDoors(Path("nowhere"), {}))
        self._casebook = casebook

    def on_mount(self) -> None:
        super().on_mount()
        assert self._casebook is not None
        case = self._casebook.add_case(NewCase("Ash Invented"))
        assert not isinstance(case, Rejection)
        self.push_screen(InterviewScreen(self._casebook, self._casebook.begin(case.case_id)))


if __name__ == "__main__":
    if PAINTED_PARTLY in sys.argv:
        patch.object(Marked, "on_mount", lambda screen: None).start()
    vault = new_vault(Path(sys.argv[1]), secrets.token_bytes(32), PROFILE)
    MeasuredApp(Casebook(vault, surroundings(long_script(QUESTIONS)))).run()
