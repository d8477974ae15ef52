"""Prompts for the worker's eyes: behind a key, never while somebody else can see, never left standing by the cover."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bcst_tui.casebook.values import Sitting
from bcst_tui.interview import engine
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.tui.screens.sections import SectionsScreen
from tests.tui.driving import driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock


def answered(sitting: Sitting, question_id: str, raw: Json) -> Sitting:
    revised = engine.revise(sitting.interview, question_id, raw)
    assert isinstance(revised, Interview), revised
    return replace(sitting, interview=revised)


@played
async def test_what_to_bear_in_mind_is_a_key_away_and_gone_when_the_cover_has_been_up(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Ash Invented",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on(SectionsScreen)
        await at.press("b")
        await at.until_seen("Nothing in particular, as far as is known.")
        await at.press("escape")
        book, sections = doors.casebook, at.screen
        assert book is not None and isinstance(sections, SectionsScreen)
        told = book.revise(sections.held, "a04_legal_status", "ipp")
        assert isinstance(told, Sitting)
        sections.sitting = told
        await at.press("b")
        await at.until_seen("A long time inside")
        assert "Avoid" in at.seen()
        at.app.put_away()  # type: ignore[attr-defined]
        await at.until(lambda: "A long time inside" not in at.seen())


def test_nothing_is_shown_while_somebody_else_can_see(tmp_path: Path) -> None:
    book = OpenDoors(tmp_path, names=("Ash Invented",))._open()
    try:
        sitting = answered(book.begin(1), "a04_legal_status", "ipp")
        assert [one.heading for one in book.to_bear_in_mind(sitting) or ()] == ["A long time inside"]
        assert book.to_bear_in_mind(answered(sitting, "b05_privacy", "not")) is None
    finally:
        book.close()
