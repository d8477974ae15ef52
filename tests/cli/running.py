"""bcst run as people run it, without a terminal: in this process where its words are tested, else in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from bcst_tui.cli.ending import run

Ended = subprocess.CompletedProcess[str]


def bcst(*arguments: str | Path, typed: str = "", **environ: str) -> Ended:
    """The command, ended, without a process of its own; nothing it did is judged. Not for line mode, which hardens."""
    told, said = _stream(""), _stream("")
    with (
        patch.multiple(sys, stdin=_stream(typed), stdout=told, stderr=said),
        patch.dict(os.environ, {"TERM": "dumb", **environ}),
        patch.object(tempfile, "tempdir", None),
    ):
        code = run([str(argument) for argument in arguments])
    return Ended(arguments, code, _written(told), _written(said))


def in_a_process(*arguments: str | Path, typed: str = "", **environ: str) -> Ended:
    """The same in a process of its own."""
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


def _stream(text: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
