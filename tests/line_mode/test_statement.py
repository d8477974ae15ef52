"""A statement on convictions in numbered lines."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.line_mode.statement import Statements
from tests.line_mode.conftest import Typed
from tests.line_mode.test_case_keeping import casebook as casebook


def test_it_is_written_line_by_line_put_on_paper_and_taken_back(casebook: Casebook, tmp_path: Path) -> None:
    case = casebook.cases()[0]
    written = ("2", "2", "I lay bricks.", "I rent a room.", "")
    terminal = Typed([*written, "2", "3", str(tmp_path), "2", "4", "2", "2", "3", "2", "4", "1"])
    Statements(casebook, case, terminal).go_round()
    assert terminal.waiting == []
    assert "Kept as version 1." in terminal.all_told
    assert "There is none to take back." in terminal.all_told
    assert "taken this statement back" in terminal.all_told
    (paper,) = tmp_path.glob("BC-0001-statement-*.txt")
    assert "I lay bricks.\n\nI rent a room." in paper.read_text(encoding="utf-8")
