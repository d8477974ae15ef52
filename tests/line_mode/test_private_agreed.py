"""What is agreed in the private part, in lines: the same pages, a line to type in, and the way from the case."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.short_word import ShortWord
from tests.line_mode.conftest import Typed
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, open_room, sitting_of
from tests.tui.rooms import WORD
from tests.vault.ready import let_go

TO_SHARE = (*TO_THE_OFFER, "1", "1", "1", "2", "8", "", "1")


def test_p8_a_yes_and_a_few_words_are_kept_and_taken_back_from_the_case(tmp_path: Path) -> None:
    """P8, P10, P28, P34: nothing typed where words may be typed is no answer; hiding closes the folder."""
    casebook = open_room(tmp_path / "vault")
    sitting = sitting_of(casebook)
    part = (
        *TO_SHARE,
        "4",
        "2",
        "1",
        "1",
        "4",
        "1",
        "1 5",
        "6",
        "",
        "6",
        "hide",
        WORD,
        *CHECKS,
        "4",
        "1",
        "6",
        "two words",
    )
    Private(casebook, sitting, Typed([*part, "stop", "1", "1"]), ShortWord(WORD)).open()
    record = casebook.private_view(sitting).record
    assert [one.words for one in record.safety_plan] == ["two words"] and len(record.safety_plan[0].chosen) == 2
    terminal = Typed(["1", "1", "hide", WORD])
    Private(casebook, sitting, terminal, ShortWord(WORD)).open_folder()
    assert [one.status for one in casebook.private_view(sitting).record.consents] == ["given", "withdrawn"]
    assert terminal.covered == 2 and terminal.waiting == []
    told_just_now = Typed(["heard", "skip"])
    Private(casebook, sitting, told_just_now, ShortWord(WORD)).open_folder()
    assert "Thank you for telling me." in told_just_now.told and casebook.private_view(sitting).run.state == "SECTION"
    let_go(casebook._vault)
