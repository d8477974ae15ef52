"""From the key that answers to the next question on the screen, the answer being on the disk by then."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.interview_app import PAINTED_PARTLY
from tests.bench.ratios import compared
from tests.bench.terminal import Terminal, terminal

ROUNDS = 60
WARM_UP = 5


def measure() -> None:
    """Against switching to a newly made static screen with an OptionList."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "BCST_CONFIG": folder}
        asking = [sys.executable, "-m", "tests.bench.interview_app", str(Path(folder) / "vault")]
        switching = [sys.executable, "-m", "tests.bench.bare_app", "switching"]
        with terminal(asking, environ) as interview, terminal(switching, environ) as bare:
            questions, screens = _Presses(interview), _Presses(bare)
            for _ in range(WARM_UP):
                questions.press()
                screens.press()
            title = "keypress to next question, answer durable, against a new static screen"
            compared(title, questions.press, screens.press, ROUNDS, "≤ 1.5")


def measure_repaint() -> None:
    """Every screen painted whole after each layout, against only what Textual takes for changed."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "BCST_CONFIG": folder}
        asking = [sys.executable, "-m", "tests.bench.interview_app"]
        whole, partly = str(Path(folder) / "whole"), str(Path(folder) / "partly")
        with (
            terminal([*asking, whole], environ) as painted,
            terminal([*asking, partly, PAINTED_PARTLY], environ) as unpainted,
        ):
            ours, reference = _Presses(painted), _Presses(unpainted)
            for _ in range(WARM_UP):
                ours.press()
                reference.press()
            title = "the same key, screens painted whole after each layout, against painted partly"
            compared(title, ours.press, reference.press, ROUNDS, "≤ 1.1")


class _Presses:
    """One key after another in one program, each timed until the next marker stands on the screen."""

    def __init__(self, opened: Terminal) -> None:
        self._terminal = opened
        self._number = 0
        opened.shows("Marker000")

    def press(self) -> float:
        self._number += 1
        pressed = self._terminal.press("1")
        return self._terminal.shows(f"Marker{self._number:03}") - pressed
