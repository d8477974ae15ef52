"""The command line: which command does what, and how it ends."""

from __future__ import annotations

import sys


def main() -> None:
    """The command `bcst`."""
    from bcst_tui.cli.ending import run

    sys.exit(run(sys.argv[1:]))
