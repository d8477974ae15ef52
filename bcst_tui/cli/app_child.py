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
    """Run the app on the vault and the day named by the arguments."""
    harden(os.environ)
    folder, today = sys.argv[1:]
    try:
        settings = load_settings(os.environ)
        from bcst_tui.tui.app import run

        code = run(Path(folder), settings, date.fromisoformat(today) if today else None)
    except BcstError as mistake:
        print(f"bcst: {mistake}", file=sys.stderr)
        code = mistake.exit_code
    sys.exit(code)
