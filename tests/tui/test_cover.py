"""The cover and the locks: one key hides everything, one word brings it back, and nothing else does."""

from itertools import pairwise
from pathlib import Path

import pytest

from bcst_tui.disclosure.cover import timetable
from bcst_tui.supervisor import LOCK_EXIT as SUPERVISORS_LOCK_EXIT
from bcst_tui.supervisor import ORDERLY_EXITS
from bcst_tui.tui.covering import WARNING
from bcst_tui.tui.safety import CRASH_EXIT, LOCK_EXIT
from bcst_tui.tui.screens.just_told import JustToldScreen
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import WORD, OpenDoors, Wristwatch, app_of, locked_app_of, unlock

NAME = "Zarkovia"
STOPS = "Market Street"


async def bring_back(at: Driver, word: str = WORD) -> None:
    await at.press("space")
    await at.type(word)
    await at.press("enter")


def test_the_supervisor_and_the_app_agree_on_their_exits() -> None:
    assert LOCK_EXIT == SUPERVISORS_LOCK_EXIT
    assert CRASH_EXIT in ORDERLY_EXITS


def test_the_timetable_fits_the_smallest_screen() -> None:
    lines = timetable().splitlines()
    assert max(map(len, lines)) <= 78 and len(lines) <= 22


def test_the_timetable_is_one_that_buses_could_run_by() -> None:
    """Under a ruled heading each bus is later at every stop, and so is the next bus: nothing looks odd."""
    head, rule, between, *rows = timetable().splitlines()
    assert set(rule) == {"="} and len(rule) == len(head) and not between
    stops = [row[:22].strip() for row in rows[: rows.index("")]]
    times = [row[22:].split() for row in rows[: rows.index("")]]
    assert len(set(stops)) == len(stops) > 6 and {len(row) for row in times} == {8}
    assert all(len(time) == 4 and time[:2] < "13" and time[2:] < "60" for row in times for time in row)
    minutes = [[int(time[:2]) * 60 + int(time[2:]) for time in row] for row in times]
    assert minutes[0] == sorted(set(minutes[0]))
    for before, after in pairwise(minutes):
        taken = {late - early for early, late in zip(before, after, strict=True)}
        assert len(taken) == 1 and taken.pop() > 0, "every bus takes as long from stop to stop"
    assert rows.count("") == 2 and rows[-1]


@played
async def test_one_key_puts_the_cover_up(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=(NAME,)))) as at:
        await unlock(at)
        for key in ("f9", "ctrl+l", "f3"):
            await at.press("v")
            assert NAME in at.seen()
            await at.press(key)
            assert STOPS in at.seen() and NAME not in at.seen(), key
            await bring_back(at)
            await at.until_on("CasesScreen")


@played
async def test_where_bcst_was_cut_off_the_cover_comes_first_and_then_the_passphrase(tmp_path: Path) -> None:
    """P22: after a kill, a crash or the power."""
    async with driving(locked_app_of(OpenDoors(tmp_path, cut_off=True))) as at:
        await at.until_on("CoverScreen")
        for key in ("escape", "enter", "f1", "f8", "ctrl+q"):
            await at.press(key)
            assert at.seen().split() == timetable().split(), key
        await at.press("space", "enter")
        await at.until_on("UnlockScreen")


@played
async def test_the_cover_goes_over_whatever_stands_there_and_gives_it_back(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=(NAME,)))) as at:
        await unlock(at)
        for before in ("f1", "f6", "ctrl+t"):
            await at.press(before)
            stood = type(at.screen).__name__
            assert stood != "CasesScreen", before
            await at.press("f9")
            await at.until_on("CoverScreen")
            assert at.seen().split() == timetable().split(), before
            await bring_back(at)
            await at.until_on(stood)
            await at.press("escape")
            await at.until_on("CasesScreen")


@pytest.mark.parametrize(
    "keys",
    [
        *[("enter",), ("n",), ("f8",), ("enter", "o"), ("enter", "o", "f2"), ("enter", "o", "f4")],
        *[("f1", "escape"), ("n", "escape"), ("enter", "escape"), ("enter", "o", "f2", "1")],
    ],
)
@played
async def test_a_key_pressed_just_before_hiding_neither_draws_over_the_cover_nor_lifts_it(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=(NAME,)))) as at:
        await unlock(at)
        await at.press(*keys[:-1])
        at.send(keys[-1])
        at.send("f9")
        await at.until_on("CoverScreen")
        await at.settled()
        assert at.seen().split() == timetable().split()
        await bring_back(at)
        await at.until(lambda: type(at.screen).__name__ != "CoverScreen")


@played
async def test_a_screen_that_comes_while_covered_waits_below(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("f9")
        at.app.push_screen(JustToldScreen())
        await at.settled()
        assert at.seen().split() == timetable().split()
        await bring_back(at)
        await at.until_on(JustToldScreen)


@played
async def test_under_the_cover_every_key_but_its_own_is_refused(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=(NAME,)))) as at:
        await unlock(at)
        await at.press("f9")
        for key in ("f1", "f2", "f3", "f4", "f6", "f8", "f9", "ctrl+l", "ctrl+p", "ctrl+q", "ctrl+t", "escape", "tab"):
            await at.press(key)
            assert type(at.screen).__name__ == "CoverScreen", key
            assert at.seen().split() == timetable().split(), key
        assert at.app.is_running and len(at.app.screen_stack) == 3


@played
async def test_enter_without_a_word_and_a_word_without_space_do_nothing(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("f9")
        for _ in range(4):
            await at.type(WORD)
            await at.press("enter")
        await at.press("space", "enter", "enter", "escape")
        assert type(at.screen).__name__ == "CoverScreen" and at.app.is_running


@played
async def test_the_word_is_taken_whatever_the_case_of_its_letters(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("f9")
        await bring_back(at, WORD.upper())
        await at.until_on("CasesScreen")


@played
async def test_three_wrong_words_lock(tmp_path: Path) -> None:
    doors, watch = OpenDoors(tmp_path, names=(NAME,)), Wristwatch()
    async with driving(app_of(doors, watch)) as at:
        await unlock(at)
        await at.press("f9")
        for _ in range(3):
            assert at.app.is_running
            await bring_back(at, "wrong")
            assert NAME not in at.seen()
            watch.waits(5)
        await at.until(lambda: not at.app.is_running)
    assert at.app.return_code == LOCK_EXIT


@played
async def test_after_a_wrong_word_the_cover_is_deaf_for_a_moment(tmp_path: Path) -> None:
    watch = Wristwatch()
    async with driving(app_of(OpenDoors(tmp_path), watch)) as at:
        await unlock(at)
        await at.press("f9")
        await bring_back(at, "wrong")
        await bring_back(at)
        assert type(at.screen).__name__ == "CoverScreen"
        watch.waits(5)
        await bring_back(at)
        await at.until_on("CasesScreen")


@played
async def test_before_unlocking_the_cover_leads_nowhere_but_to_the_unlock_screen(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path))) as at:
        await at.until_on("UnlockScreen")
        await at.press("f9")
        await bring_back(at, "anything")
        await at.until(lambda: not at.app.is_running)
    assert at.app.return_code == LOCK_EXIT


@played
async def test_nothing_is_said_in_passing_over_the_cover(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        at.app.notify("BC-0001 is saved")
        await at.press("f9")
        at.app.notify("BC-0001 is saved")
        await at.settled()
        assert at.seen().split() == timetable().split()


@pytest.mark.parametrize(("keys", "limit"), [((), 120), (("enter",), 120), (("enter", "o"), 300)])
@played
async def test_it_locks_after_a_while_without_a_key(tmp_path: Path, keys: tuple[str, ...], limit: int) -> None:
    watch = Wristwatch()
    app = app_of(OpenDoors(tmp_path, names=(NAME,)), watch)
    async with driving(app) as at:
        await unlock(at)
        await at.press(*keys)
        watch.waits(limit - 1)
        app.look_at_the_clocks()
        assert app.is_running
        await at.until_seen(WARNING[:20])
        await at.press("up")
        watch.waits(limit - 1)
        app.look_at_the_clocks()
        assert app.is_running
        watch.waits(1)
        app.look_at_the_clocks()
        await at.until(lambda: not app.is_running)
    assert app.return_code == LOCK_EXIT


@played
async def test_it_locks_when_the_laptop_has_slept(tmp_path: Path) -> None:
    watch = Wristwatch()
    app = app_of(OpenDoors(tmp_path), watch)
    async with driving(app) as at:
        await unlock(at)
        watch.sleeps(25)
        app.look_at_the_clocks()
        await at.until(lambda: not app.is_running)
    assert app.return_code == LOCK_EXIT


@played
async def test_nothing_locks_while_nothing_is_open(tmp_path: Path) -> None:
    watch = Wristwatch()
    app = locked_app_of(OpenDoors(tmp_path), watch)
    async with driving(app) as at:
        await at.until_on("UnlockScreen")
        watch.waits(1000)
        app.look_at_the_clocks()
        await at.settled()
        assert app.is_running


@played
async def test_the_cover_does_not_keep_it_from_locking(tmp_path: Path) -> None:
    watch = Wristwatch()
    app = app_of(OpenDoors(tmp_path), watch)
    async with driving(app) as at:
        await unlock(at)
        await at.press("f9")
        watch.waits(120)
        app.look_at_the_clocks()
        await at.until(lambda: not app.is_running)
    assert app.return_code == LOCK_EXIT
