"""The audience matrix as shipped: whole, and holding what was decided."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bcst_tui.reference.audience import AUDIENCES, CODES, AudienceCode
from tests.reference.shipped import shipped_reference

MATRIX = shipped_reference().matrix
DECIDED = Path(__file__).with_name("decided_rows.md")
LAST_ITEM = {"A": 15, "B": 9, "C": 22, "D": 13, "E": 13, "F": 17, "J": 12, "K": 9, "L": 12}
ITEMS = [f"{block}{number:02}" for block, last in LAST_ITEM.items() for number in range(1, last + 1)]
ITEMS += [f"G{number:02}" for number in (*range(1, 16), 17)]


def test_every_row_has_a_code_for_each_of_the_ten_readers() -> None:
    cells = [row.code_for(audience) for row in MATRIX.rows.values() for audience in AUDIENCES]
    assert len(cells) == len(MATRIX.rows) * 10 == 730
    assert set(cells) <= set(CODES)


def test_there_are_rows_for_the_plan_the_private_part_and_what_is_kept_apart() -> None:
    assert Counter(row.part for row in MATRIX.rows.values()) == {"ordinary": 56, "sealed": 14, "unlinked": 3}


@pytest.mark.parametrize("item", ITEMS)
def test_every_ordinary_item_has_a_row(item: str) -> None:
    assert any(item in row.items for row in MATRIX.rows.values())


def test_the_cell_copy_gets_only_work_meetings_name_and_ticked_goals() -> None:
    opened = {row.id: row.code_for("CELL") for row in MATRIX.rows.values() if row.code_for("CELL") in ("Y", "C")}
    assert opened == {"name_used": "Y", "work_learning": "Y", "meetings": "Y", "goals_strengths": "C"}


def test_every_cell_and_consent_holds_what_was_decided() -> None:
    """P14's ground: one cell of the matrix changed by itself is noticed here, before any paper is made."""
    lines = [line.strip("| ").split(" | ") for line in DECIDED.read_text("utf-8").splitlines() if line.startswith("|")]
    decided = {row: (consent, tuple(cells)) for row, consent, *cells in lines[2:]}
    held = {
        row.id: (" or ".join(f"{one.topic}:{one.depth}" for one in row.consent) or "none", row.codes)
        for row in MATRIX.rows.values()
    }
    assert held == decided


@pytest.mark.parametrize("row", [row.id for row in MATRIX.rows.values() if row.part == "sealed"])
def test_the_cell_copy_gets_at_most_a_fixed_label_of_the_private_part(row: str) -> None:
    assert MATRIX.rows[row].code_for("CELL") in ("n", "-")


def test_real_people_are_in_no_training_copy_and_no_total_holds_a_fact() -> None:
    column: dict[AudienceCode, set[str]] = {
        audience: {row.code_for(audience) for row in MATRIX.rows.values()} for audience in ("MI", "TR")
    }
    assert column == {"MI": {"#", "-"}, "TR": {"S", "-"}}


def test_a_statement_opens_for_work_or_for_housing() -> None:
    needed = [(consent.topic, consent.depth) for consent in MATRIX.rows["statement"].consent]
    assert needed == [("work", 4), ("housing", 4)]
