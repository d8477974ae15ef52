"""The checks of `make check` really refuse what they are there to refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ("script", "interview", "disclosure", "plan", "training", "reference", "export")
CLOCKS = ("date.today()", "datetime.now()", "datetime.now(tz=UTC)", "datetime.utcnow()", "datetime.today()")


def complaints(path: str, code: str) -> str:
    """What ruff says about this code, were it in this file."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--stdin-filename", path, "-"]
    return subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True).stdout


@pytest.mark.parametrize("folder", DOMAIN)
def test_the_domain_may_not_read_the_clock(folder: str) -> None:
    code = "from datetime import UTC, date, datetime\n\nREAD = [UTC, date, " + ", ".join(CLOCKS) + "]\n"
    assert complaints(f"bcst_tui/{folder}/deeper/new.py", code).count("TID251") == len(CLOCKS)


@pytest.mark.parametrize(
    "code", ["import datetime as dt\n\nX = dt.date.today\n", "from datetime import date as d\n\nX = d.today\n"]
)
def test_another_name_for_the_clock_is_no_way_round(code: str) -> None:
    assert "TID251" in complaints("bcst_tui/plan/new.py", code)


@pytest.mark.parametrize("path", ["bcst_tui/casebook.py", "bcst_tui/vault/new.py", "tests/test_new.py"])
def test_outside_the_domain_the_clock_may_be_read(path: str) -> None:
    assert "TID251" not in complaints(path, "from datetime import date\n\nX = date.today()\n")
