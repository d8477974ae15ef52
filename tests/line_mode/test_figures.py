"""Figures and distance travelled in numbered lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.line_mode.distance import tell_distance
from bcst_tui.line_mode.figures import tell_figures
from tests.line_mode.conftest import Typed
from tests.line_mode.test_case_keeping import casebook as casebook
from tests.plan.test_distance import area


def test_a_quarter_is_told_and_written(casebook: Casebook, tmp_path: Path) -> None:
    terminal = Typed([])
    tell_figures(casebook, terminal)
    assert "there are no figures" in terminal.all_told
    casebook.begin(1)
    casebook._surroundings = replace(casebook._surroundings, today=lambda: date(2027, 1, 4))
    terminal = Typed(["2", str(tmp_path)])
    tell_figures(casebook, terminal)
    assert "Interviewed: fewer than 10" in terminal.all_told
    assert (tmp_path / "bcst-figures-2026-Q4.csv").read_bytes().startswith(b'"quarter"')


def test_marks_are_told_in_sentences(casebook: Casebook) -> None:
    case, terminal = casebook.cases()[0], Typed([])
    tell_distance(casebook, case, terminal)
    assert "No marks yet." in terminal.all_told
    casebook.distance = lambda case_id, upto=None: (area(2, 3),)  # type: ignore[method-assign]
    tell_distance(casebook, case, terminal)
    assert "Home: 2 on 1 March 2027, then 3 on 1 June 2027; better." in terminal.all_told
    assert "3. Ask: what keeps it there? Home." in terminal.all_told
