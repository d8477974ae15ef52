"""A disk that takes no more: the entry stays where it is and says so; reading works; trying again works (goal 13)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets import question_card
from tests.tui.all_screens import Rooms
from tests.tui.driving import driving, played
from tests.tui.interviews import asked_now
from tests.tui.rooms import app_of, unlock

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is needed")


@contextmanager
def no_room_left(folder: Path) -> Iterator[None]:
    """No file of this process may grow past the vault's log as it is now."""
    import resource

    was, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    [log] = folder.rglob("*-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (was, most))


@needs_limits
@played
async def test_an_entry_the_disk_refuses_stays_and_can_be_saved_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_card, "KEPT_AFTER_SECONDS", 1000.0)
    doors = Rooms(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("enter", "o")
        await at.until_on(InterviewScreen)
        await at.type("First words")
        await at.press("enter")
        await at.until(lambda: asked_now(at) == "long")
        await at.type("Second words")
        with no_room_left(tmp_path):
            await at.press("enter")
            await at.until_seen("NOT saved")
            assert asked_now(at) == "long"
            assert "Second words" in at.seen() and "Your entry is still here" in " ".join(at.seen().split())
            assert doors.casebook is not None
            sitting = doors.casebook.open_sitting(1)
            assert sitting is not None and sitting.interview.answer_to("short") is not None
            assert sitting.interview.answer_to("long") is None
            await at.press("escape")
            assert asked_now(at) == "long" and "Second words" in at.seen(), "going back would have lost it"
        await at.press("enter")
        await at.until(lambda: asked_now(at) == "pick")
