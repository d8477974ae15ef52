"""Who may know, through the casebook: each row on the disk at once, taken back at once, told as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Preview, Sitting
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import Draft
from bcst_tui.disclosure.shares import Share
from bcst_tui.disclosure.talk import Keeps, Talk
from bcst_tui.disclosure.writing import Said
from bcst_tui.errors import ExportRefused
from bcst_tui.interview.rejection import Rejection
from tests.tui.private_rooms import open_room, sitting_of
from tests.vault.ready import let_go

TO_SHARE = ("q", "start", "ok", "understood", "yes", "applies", "ready", "fine", "chosen", "agree")
DRAFT = Draft(when="past", who=("ex",), wants=("specialist", "safety_plan"))
SPECIALIST = "Somebody who knows about keeping safe at home"


class Room:
    """A casebook that can be put down and opened again, as after a power cut."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.casebook: Casebook = open_room(folder)
        self.sitting: Sitting = sitting_of(self.casebook)
        for event in TO_SHARE:
            view = self.casebook.private_step(self.sitting, event, Said(draft=DRAFT))
        self.talk: Talk = self.casebook.private_talk(self.sitting, view)

    def press(self, *starts: str) -> None:
        for start in starts:
            leads = next(one.leads for one in page_of(self.talk).options if one.said.startswith(start))
            self.talk = self.casebook.private_move(self.sitting, self.talk, leads)

    def again(self) -> None:
        self.down()
        self.casebook = open_room(self._folder)
        self.sitting = sitting_of(self.casebook)

    def down(self) -> None:
        let_go(self.casebook._vault)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "vault")
    yield made
    made.down()


def test_17_22_a_kill_between_two_agencies_keeps_what_was_said_of_the_first(room: Room) -> None:
    room.press(SPECIALIST, "They may get in touch, and read", "Yes, said")
    room.press("The responsible officer", "They may get in touch, and hear")
    room.again()
    assert room.casebook.private_resume(room.sitting).run.state == "SECTION"
    held = room.casebook.private_view(room.sitting).record.consents
    assert [(one.agency, one.depth) for one in held] == [("safety_specialist", 2)]


def test_what_is_shown_is_what_the_paper_says(room: Room) -> None:
    room.press(SPECIALIST, "They may get in touch, and read")
    shown = page_of(room.talk).kept
    assert any("Robin Example" in line for line in shown)
    room.press("Yes, said")
    (one,) = room.casebook.private_view(room.sitting).record.consents
    assert one.text_shown == "\n".join(shown)
    paper = room.casebook.private_preview(room.sitting, "SPEC", "txt", "safety_specialist")
    assert shown[0] == f"{paper.title} {room.sitting.reference}"
    words = " ".join(paper.text.split())
    assert all(" ".join(line.split()) in words for line in shown[1:])


def test_p18_after_taking_back_no_paper_goes_and_the_letter_asks_to_stop(room: Room) -> None:
    """P18, from the case: three keys from the sections."""
    room.press(SPECIALIST, "They may get in touch, and read", "Yes, said")
    with room.casebook._vault.session() as records:
        sealed = records.private.of(room.sitting.case_id)
        gone = Share(room.casebook.today(), "SPEC", "safety_specialist", "consent", {"q1": 2}, "BC-0001.txt", "0")
        records.private.keep(room.sitting.case_id, replace(sealed, record=replace(sealed.record, shares=(gone,))))
    assert isinstance(room.casebook.private_stop_letter(room.sitting, "safety_specialist"), Rejection)
    for event in ("stop", "done", "finish"):
        room.casebook.private_step(room.sitting, event)
    room.talk = room.casebook.private_folder(room.sitting)
    room.press(SPECIALIST, "Take it back")
    letter = room.casebook.private_stop_letter(room.sitting, "safety_specialist")
    assert isinstance(letter, Preview) and "BC-0001.txt" in letter.text and "Robin" not in letter.text
    with pytest.raises(ExportRefused):
        room.casebook.private_preview(room.sitting, "SPEC", "txt", "safety_specialist")


def test_p41_the_disk_refuses_a_yes_from_outside_share(room: Room) -> None:
    """P41: a front end that kept a yes elsewhere would be told so."""
    room.press(SPECIALIST, "They may get in touch, and read")
    yes = page_of(room.talk).options[0].leads
    assert isinstance(yes, Keeps)
    room.casebook.private_step(room.sitting, "nobody")
    with pytest.raises(ValueError):
        room.casebook.private_keep(room.sitting, yes)


def test_nothing_agreed_here_is_on_the_ordinary_list_of_consents(room: Room) -> None:
    room.press(SPECIALIST, "They may get in touch, and read", "Yes, said")
    case_id = room.sitting.case_id
    assert room.casebook.consents(case_id) == ()
    assert "safety_specialist" not in [one.agency for one in room.casebook.every_agency(case_id)]
    assert room.casebook.still_wanted(case_id) == ()
