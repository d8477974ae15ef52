"""What the supervisor runs: the app, hardened before Textual is imported, without the weight of the commands."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from bcst_tui.config import load_settings, training_folder, vault_folder
from bcst_tui.errors import BcstError
from bcst_tui.supervisor import harden
from bcst_tui.training.invented import line_mark


def main() -> None:
    """Run the app on the vault and the day named by the arguments, the usual ones where these are empty.

    A third says that the vault is one for training.
    """
    harden(os.environ)
    named, today, *training = sys.argv[1:]
    folder = Path(named) if named else None
    try:
        settings = load_settings(os.environ)
        day = date.fromisoformat(today) if today else None
        if training:
            from bcst_tui.tui.rehearsal_app import run as rehearse

            code = rehearse(training_folder(folder, os.environ), settings, day)
        else:
            from bcst_tui.tui.app import run

            code = run(vault_folder(folder, os.environ), settings, day)
    except BcstError as mistake:
        print(f"{line_mark(bool(training))}bcst: {mistake}", file=sys.stderr)
        code = mistake.exit_code
    sys.exit(code)
