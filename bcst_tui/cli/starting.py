"""`bcst` without a command: the app in a child process, or line mode in this one.

Until the child is there everything waits for this process, so it imports next to nothing.
"""

from __future__ import annotations

import os
import sys

import bcst_tui
from bcst_tui.errors import UsageError
from bcst_tui.supervisor import harden, supervise
from bcst_tui.training.invented import IN_LINES

TYPE_CHECKING = False
"""That of `typing`, which would be the heaviest module here."""
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

TRAINING = "training"
POWER_GONE = (
    f"{IN_LINES} bcst stopped, as it does when the power goes. What was saved is safe: start it again with bcst train. "
    "The cover comes first: Space, Enter."
)
CHILD = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); import bcst_tui; sys.path.append(sys.path.pop(0)); "
    "from bcst_tui.cli.app_child import main; main()"
)
"""The child takes the package from where this process found it, also from a zipapp and where another bcst is installed,
and never from the folder it is run from; for all else that place comes last."""


def start(vault: Path | None, today: date | None, *, plain: bool) -> int:
    """Open the app on this vault until it is left; the exit code."""
    if _in_lines(plain):
        from bcst_tui.config import vault_folder
        from bcst_tui.line_mode.session import run

        return run(vault_folder(vault, os.environ), os.environ, today)
    return supervise(child_command(vault, today))


def start_training(folder: Path | None, today: date | None, *, plain: bool) -> int:
    """The same for rehearsals, on a vault of their own."""
    if _in_lines(plain):
        from bcst_tui.config import training_folder
        from bcst_tui.line_mode.rehearsing import run

        return run(training_folder(folder, os.environ), os.environ, today)
    return supervise([*child_command(folder, today), TRAINING], lambda _: print(POWER_GONE, file=sys.stderr))


def _in_lines(plain: bool) -> bool:
    """Whether to ask in lines; the side doors are closed before anything is opened."""
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The app needs a terminal.", "Without one: bcst --plain asks in lines, bcst demo shows a plan."
        )
    harden(os.environ)
    return plain or os.environ.get("TERM") == "dumb"


def child_command(folder: Path | None, today: date | None) -> list[str]:
    """What starts the app on this vault, or on the usual one."""
    package = os.path.dirname(os.path.dirname(bcst_tui.__file__))
    return [sys.executable, "-P", "-c", CHILD, package, str(folder or ""), today.isoformat() if today else ""]
