"""What the supervisor runs: the app, hardened before Textual is imported, without the weight of the commands."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from bcst_tui.config import load_settings
from bcst_tui.errors import BcstError
from bcst_tui.supervisor import harden


def main() -> None:
    """Run the app on the vault and the day named by the arguments; a third says that it is one for training."""
    harden(os.environ)
    folder, today, *training = sys.argv[1:]
    try:
        settings = load_settings(os.environ)
        day = date.fromisoformat(today) if today else None
        if training:
            from bcst_tui.tui.rehearsal_app import run as rehearse

            code = rehearse(Path(folder), settings, day)
        else:
            from bcst_tui.tui.app import run

            code = run(Path(folder), settings, day)
    except BcstError as mistake:
        print(f"bcst: {mistake}", file=sys.stderr)
        code = mistake.exit_code
    sys.exit(code)
