"""A disk that takes no more: the entry stays where it is and says so; reading works; trying again works (goal 13)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.screens.plan import PlanScreen
from bcst_tui.tui.widgets import question_card
from tests.tui.all_screens import Rooms
from tests.tui.driving import driving, played
from tests.tui.interviews import Around, asked_now
from tests.tui.kept import homeless
from tests.tui.rooms import app_of, unlock
from tests.tui.test_consents import consents_of
from tests.tui.test_plan_screen import choose, light, say
from tests.tui.test_services_screen import pick
from tests.tui.test_services_screen import say as service_line
from tests.tui.test_statement import statement_menu

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


@needs_limits
@played
async def test_consent_a_service_and_a_statement_wait_for_room_with_all_that_was_entered(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        await at.press("1", "2", "2", "y")
        await at.until_seen("How did they agree?")
        with no_room_left(tmp_path):
            await at.press("1")
            await at.until_seen("NOT saved")
            assert type(at.screen).__name__ == "AgencyConsentScreen" and casebook.consents(1) == ()
        await at.press("y", "1")
        await at.until_on("ConsentsScreen")
        assert {one.topic: one.depth for one in casebook.consents(1)} == {"identity": 1, "money": 2}
        await at.press("escape", "escape")
        await at.until_on("CasesScreen")

        await at.press("m")
        await pick(at, "The directory of services")
        await at.until_on("ServicesScreen")
        await at.press("a")
        for words in ("Alder House", "a bed for some weeks"):
            await service_line(at, words)
        with no_room_left(tmp_path):
            await service_line(at, "Ring the front desk")
            await at.until_seen("NOT saved")
            await at.until_seen("Try once more")
            await at.press("1")
            await at.until_seen("NOT saved")
            assert casebook.services("bed weeks") == ()
        await pick(at, "Try once more")
        await at.until_seen("Checked today")
        assert [one.service.name for one in casebook.services("bed weeks")] == ["Alder House"]
        await at.press("escape", "escape")
        await at.until_on("CasesScreen")

        await statement_menu(at)
        await at.press("1")
        await at.until_on("StatementScreen")
        await at.type("I lay bricks.")
        with no_room_left(tmp_path):
            await at.press("enter")
            await at.until_seen("NOT saved")
            assert "I lay bricks." in at.seen() and casebook.statements(1) == ()
        await at.press("enter")
        await at.until_on("CasesScreen")
        assert [one.words for one in casebook.statements(1)] == ["I lay bricks."]


@needs_limits
@played
async def test_what_was_done_of_an_action_waits_for_room(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as at:
            await at.until_on(PlanScreen)
            await at.press("2")
            await light(at, "ACC-2-01")
            await at.press("enter")
            await choose(at, "6")
            await say(at, "A room was found")
            await choose(at, "2")
            with no_room_left(tmp_path):
                await say(at, "")
                await at.until_seen("NOT saved")
                assert casebook.plan(sitting).deliveries == ()
            await choose(at, "1")
            await at.until(lambda: [one.what for one in casebook.plan(sitting).deliveries] == ["A room was found"])


@needs_limits
@played
async def test_what_is_left_unsaved_is_gone_and_said_to_be(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as at:
            await at.until_on(PlanScreen)
            await at.press("2")
            await light(at, "ACC-2-01")
            await at.press("d")
            await at.type("1/12/2026")
            before = casebook.plan(sitting)
            with no_room_left(tmp_path):
                await at.press("enter")
                await at.until_seen("NOT saved")
                await at.press("escape")
                await at.until_on(PlanScreen)
            assert casebook.plan(sitting) == before
