"""bcst run as people run it: in a process of its own, without a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

Ended = subprocess.CompletedProcess[str]


def bcst(*arguments: str | Path, typed: str = "", **environ: str) -> Ended:
    """The command, ended; nothing it did is judged."""
    return subprocess.run(
        [sys.executable, "-m", "bcst_tui", *map(str, arguments)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "TERM": "dumb", **environ},
    )


def modules_after(*arguments: str | Path) -> set[str]:
    """Everything a command has imported by its end."""
    program = (
        "import sys\nfrom bcst_tui.cli.ending import run\n"
        "code = run(sys.argv[1:])\nprint('\\n'.join(sys.modules), file=sys.stderr)\nsys.exit(code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, encoding="utf-8", check=True
    )
    return set(ended.stderr.splitlines())
