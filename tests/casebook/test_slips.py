"""The slip: small, the same for everybody, and silent about what the meeting is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.slips import SlipWish
from bcst_tui.casebook.values import CaseLine, Preview
from bcst_tui.errors import ExportRefused
from bcst_tui.export.formats import FileFormat
from bcst_tui.interview.answer import Rejection
from tests.casebook.conftest import PROFILE, add_case

FRIDAY = "27/11/2026"


def slip(casebook: Casebook, case: CaseLine, wish: SlipWish) -> Preview:
    made = casebook.slip(case.case_id, wish)
    assert isinstance(made, Preview)
    return made


def test_a_slip_says_when_where_and_with_whom_and_nothing_else(casebook: Casebook) -> None:
    made = slip(casebook, add_case(casebook), SlipWish(FRIDAY, "14:30", "Room 4", "Wren"))
    lines = [line.strip("-* ") for line in made.text.splitlines() if line.strip("=-* ")]
    assert lines == [
        "Resettlement appointment",
        "Name: Ash Invented",
        "Day: 27 November 2026",
        "Time: 14:30",
        "Place: Room 4",
        "With: Wren",
        "Bring nothing. You can ask to change the day.",
    ]
    assert made.file_name == "BC-0001-slip-2026-11-21.txt"


def test_what_is_left_out_is_a_blank_to_write_on_so_that_every_slip_has_one_shape(casebook: Casebook) -> None:
    full = slip(casebook, add_case(casebook), SlipWish(FRIDAY, "14:30", "Room 4", "Wren")).text
    bare = slip(casebook, add_case(casebook), SlipWish(FRIDAY, name="")).text
    assert len(full.splitlines()) == len(bare.splitlines())
    assert bare.count("…") and "Ash" not in bare


def test_no_slip_names_the_prison_the_case_or_a_part_of_the_plan(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.answer(casebook.begin(case.case_id), "street")
    text = slip(casebook, case, SlipWish(FRIDAY)).text
    for word in (PROFILE.prison, PROFILE.name, "BC-0001", "TRN-001", "1990", "home", "Housing", "need"):
        assert word.lower() not in text.lower()


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (SlipWish(), "No meeting to come has been agreed yet"),
        (SlipWish("soon"), "Write the day"),
        (SlipWish("20/11/2026"), "20 November 2026 is over"),
        (SlipWish(FRIDAY, at="after lunch"), "Write the time by the clock"),
        (SlipWish(FRIDAY, place="Drug and Alcohol Team"), "The place says “alcohol”"),
        (SlipWish(FRIDAY, with_whom="Wren, domestic abuse lead"), "With whom says “abuse”"),
        (SlipWish(FRIDAY, place="x" * 61), "too long for a slip"),
    ],
)
def test_what_does_not_belong_on_a_slip_is_refused(casebook: Casebook, wish: SlipWish, told: str) -> None:
    refused = casebook.slip(add_case(casebook).case_id, wish)
    assert isinstance(refused, Rejection) and told in refused.reason


def test_no_slip_is_made_from_a_closed_case(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    shown = slip(casebook, case, SlipWish(FRIDAY))
    casebook.close_case(case.case_id, Closing("died"))
    with pytest.raises(ExportRefused, match="no appointment is made from it"):
        casebook.slip(case.case_id, SlipWish(FRIDAY))
    with pytest.raises(ExportRefused):
        casebook.write_slip(case.case_id, shown, tmp_path)
    assert not any(tmp_path.glob("*.txt"))


def test_a_written_slip_is_what_was_shown_and_is_noted(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    shown = slip(casebook, case, SlipWish(FRIDAY))
    written = casebook.write_slip(case.case_id, shown, tmp_path)
    assert written.read_text("utf-8") == shown.text
    refused = casebook.before_deleting(case.case_id)
    assert isinstance(refused, Rejection) and "A paper was written" in refused.reason


@pytest.mark.parametrize("file_format", ["md", "html"])
def test_hostile_words_stay_words(casebook: Casebook, file_format: FileFormat) -> None:
    made = casebook.slip(add_case(casebook).case_id, SlipWish(FRIDAY, place="<b>x</b> *y*"), file_format)
    assert isinstance(made, Preview)
    assert "<b>" not in made.text
    assert "\\*y\\*" in made.text or file_format == "html"
