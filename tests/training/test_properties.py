"""The 15 properties of training: each has its tests (properties.md); here is the first, as far as nothing is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcst_tui.training.debrief import Debrief, debrief_markdown
from bcst_tui.training.marking import marked
from tests.training.attempts import rehearsed, well_coded

TESTS = Path(__file__).parents[1]
TABLE = Path(__file__).with_name("properties.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \| [^|]+ \|([^|]*)\|$", TABLE, re.MULTILINE)


def test_every_property_names_the_tests_that_hold_it() -> None:
    assert [int(number) for number, _ in ROWS] == list(range(1, 16))


@pytest.mark.parametrize(("number", "tests"), ROWS)
def test_the_tests_it_names_are_there(number: str, tests: str) -> None:
    for one in tests.split(";"):
        file, _, name = one.strip().partition("::")
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), f"{number}: {one} is not there"


def test_the_same_log_gives_the_same_debrief_to_the_letter() -> None:
    first, second = well_coded(rehearsed()), well_coded(rehearsed())
    assert first == second
    assert debrief_markdown(Debrief(first, marked(first), own=("Calm.",))) == debrief_markdown(
        Debrief(second, marked(second), own=("Calm.",))
    )
