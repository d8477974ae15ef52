"""How long it takes to start: the help text, and the first painted frame."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.ratios import compared
from tests.bench.terminal import terminal
from tests.bench.vaults import set_up_vault

AS_INSTALLED = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules stand compiled beside their sources, once each has been started unmeasured."""


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    return time.perf_counter() - start


def measure_help() -> None:
    """`bcst --help` against importing click."""
    ours = [str(Path(sys.executable).with_name("bcst")), "--help"]
    reference = [sys.executable, "-c", "import click"]
    _seconds(ours)
    compared("bcst --help against import click", lambda: _seconds(ours), lambda: _seconds(reference), 25, "≤ 1.5")


def measure_first_frame() -> None:
    """From exec to the first painted frame, against a bare app with one Input."""
    with tempfile.TemporaryDirectory() as folder:
        set_up_vault(Path(folder) / "vault")
        environ = {**AS_INSTALLED, "BCST_VAULT": str(Path(folder) / "vault"), "BCST_CONFIG": folder}
        bcst = [str(Path(sys.executable).with_name("bcst"))]
        bare = [sys.executable, "-m", "tests.bench.bare_app"]

        def shown(command: list[str], words: str) -> float:
            with terminal(command, environ) as opened:
                return opened.shows(words) - opened.started

        shown(bcst, "assphrase")
        compared(
            "first painted frame against a bare app",
            lambda: shown(bcst, "assphrase"),
            lambda: shown(bare, "Barefield"),
            9,
            "≤ 1.25",
        )
