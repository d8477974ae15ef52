"""Needs and plan on screen: why a need is one, and every change by keys, kept by the casebook."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.plan.model import Action, Need
from bcst_tui.tui.screens.plan import PlanScreen
from bcst_tui.tui.widgets.plan_table import PlanList
from bcst_tui.tui.widgets.timeline import TimelineView
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around
from tests.tui.kept import homeless

DROP, VIEW = "2", "3"
LATER = "t"
PERSON_AT_ONCE = "2"


def need(screen: PlanScreen, code: str = "somewhere") -> Need:
    return next(one for one in screen.casebook.plan(screen.held).needs if one.code == code)


def action(screen: PlanScreen, activity: str = "ACC-2-01") -> Action:
    return next(one for one in screen.casebook.plan(screen.held).actions if one.activity == activity)


async def leaving(driver: Driver, key: str) -> None:
    """Press a key that closes the window on top."""
    window = driver.screen
    await driver.press(key)
    await driver.until(lambda: driver.screen is not window)


async def choose(driver: Driver, *keys: str) -> None:
    """Choose in one window after another."""
    for key in keys:
        await driver.until(lambda: type(driver.screen).__name__ in ("ChooseOne", "SigningOff"))
        await driver.settled()
        await leaving(driver, key)


async def say(driver: Driver, words: str) -> None:
    """Write a line in the window that asks for one."""
    await driver.until_on("SayInALine")
    await driver.type(words)
    await leaving(driver, "enter")


async def light(driver: Driver, key: str) -> None:
    """Move the light to a line with the arrow keys."""
    lines = driver.screen.query_one(PlanList)
    for _ in range(lines.option_count):
        if lines.lit is not None and lines.lit.key == key:
            return
        await driver.press("down")
    raise AssertionError(f"{key} is not in the list")


@played
async def test_a_need_stands_with_its_level_and_because(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as driver:
            await driver.until_seen("Somewhere to live")
            await driver.until_seen("Home · level 2")
            await driver.until_seen("Because “Outdoors” (c01)")
            await driver.until_seen("Because: Where did you live? Outdoors (c01)")


@played
async def test_a_need_is_confirmed_by_enter_and_dropped_with_a_reason(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("enter")
            await driver.until(lambda: need(screen).status == "confirmed")
            await driver.press(LATER)
            await choose(driver, VIEW, "2")
            await driver.until(lambda: need(screen).persons_view == "agreed")
            await driver.press("delete")
            await say(driver, "Has a place now")
            await driver.until(lambda: need(screen).status == "dropped")
            assert need(screen).reason == "Has a place now"
            await driver.until_seen("Dropped")
            await driver.press("space")
            await driver.until(lambda: need(screen).status == "confirmed")


@played
async def test_escape_leaves_a_need_as_it_is(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press(LATER)
            await choose(driver, DROP)
            await driver.until_on("SayInALine")
            await driver.press("enter", "escape")
            await driver.until_on(PlanScreen)
            assert need(screen).status == "proposed"


@played
async def test_a_need_no_answer_shows_is_added(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("a")
            await choose(driver, "3")
            await say(driver, "A bank account")
            await say(driver, "Said so at the door")
            await choose(driver, PERSON_AT_ONCE)
            await driver.until_seen("Enter alone")
            await leaving(driver, "enter")
            await driver.until_seen("A bank account")
            assert need(screen, "added_1").group == "FIN"
            assert need(screen, "added_1").origin == "person"
            first = next(one for one in screen.casebook.plan(screen.held).actions if "added_1" in one.needs)
            assert first.title == "Decide what is done first: A bank account"


@played
async def test_an_action_is_changed_in_the_table_cell_by_cell(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("2")
            await light(driver, "ACC-2-01")
            await driver.until_seen("W who")
            await driver.press("w")
            await driver.until(lambda: action(screen).said_by == "i_will")
            await driver.press("w")
            await driver.until(lambda: action(screen).said_by == "we_will")
            await driver.press("e")
            await driver.type("Ms Heron")
            await driver.press("enter")
            await driver.until(lambda: action(screen).owner == "Ms Heron")
            await driver.press("d")
            await driver.type("1/12/2026")
            await driver.press("enter")
            await driver.until_seen("1 Dec 2026")
            await driver.press("t")
            await choose(driver, "6")
            await say(driver, "No places anywhere")
            await driver.until(lambda: action(screen).status == "not_possible")


@played
async def test_what_can_not_be_is_told_and_what_was_written_still_stands(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("2")
            await light(driver, "ACC-2-01")
            before = action(screen)
            await driver.press("d")
            await driver.type("1/12/2020")
            await driver.press("enter")
            await driver.until_seen("! That day is over.")
            assert "1/12/2020" in driver.seen()
            await driver.press("escape")
            assert action(screen) == before
            assert "! That day is over." not in driver.seen()
            await driver.press("enter")
            await choose(driver, "3")
            await say(driver, "Mr Wren")
            await driver.until(lambda: action(screen).owner == "Mr Wren")


@played
async def test_the_last_change_is_taken_back_until_the_plan_is_agreed(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("ctrl+z")
            await driver.until_seen("no change to take back")
            await driver.press("enter", "2")
            await light(driver, "ACC-2-01")
            await driver.press("w")
            await driver.until(lambda: action(screen).said_by == "i_will")
            await driver.press("ctrl+z")
            await driver.until(lambda: action(screen).said_by == "worker_will")
            assert need(screen).status == "confirmed"
            await driver.press("ctrl+z")
            await driver.until(lambda: need(screen).status == "proposed")


@played
async def test_an_action_in_the_workers_own_words_is_added_lit_and_taken_out(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("2", "a")
            await say(driver, "Ring [bold]his[/] sister")
            await choose(driver, "1")
            await driver.until(lambda: action(screen, "own_1").needs == ("somewhere",))
            await driver.until_seen("Ring [bold]his[/] sister")
            await driver.until_seen("Added by the worker")
            await driver.press("delete")
            await driver.until(lambda: "own_1" not in {one.activity for one in casebook.plan(sitting).actions})
            await driver.press("delete")
            await driver.until_seen("Only an action you added can be taken out.")


@played
async def test_signposts_dates_and_levels_have_lists_of_their_own(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("3")
            await driver.until_seen("Nobody has been pointed to a service yet.")
            await driver.press("4")
            await driver.until_seen("▼ Today")
            await driver.press("5")
            await driver.until_seen("Health and people")


@played
async def test_the_dates_stand_on_a_line_of_time_that_is_walked_with_the_arrow_keys(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("4")
            await driver.until_seen("21 November 2026. No release date is known.")
            await driver.press("down")
            await driver.until_seen("27 November 2026, in 6 days")
            await driver.press("end")
            await driver.until(lambda: driver.screen.query_one(TimelineView).lit_details()[0] == "1 action")
            await driver.press("enter")
            await driver.until_seen("change it there")
            await driver.press("1")
            await driver.until_seen("Somewhere to live")
            assert driver.screen.focused is driver.screen.query_one(PlanList)


@played
async def test_the_plan_is_agreed_as_a_numbered_version_after_asking(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        app = Around(screen)
        async with driving(app) as driver:
            await driver.until_seen("not agreed yet")
            await driver.press("g")
            await driver.until_seen("Worth a look first:")
            assert "Tasks of the screening closed: 0 of 7." in driver.seen()
            assert "belongs in the screening" in driver.seen()
            await driver.press("pagedown", "pagedown", "pagedown", "pagedown")
            await driver.until_seen("The private part: not opened. It has its own day")
            await choose(driver, "2")
            assert casebook.plan(sitting).version == 0
            await driver.press("g")
            await choose(driver, "1")
            await driver.until_seen("version 1, agreed 21 November 2026")
            assert need(screen).status == "confirmed"
            await driver.until(lambda: [type(one) for one in app.heard] == [PlanScreen.FeedbackWanted])
            await driver.press("home", "t")
            await choose(driver, "1")
            await driver.until_seen("changed since version 1")


@played
async def test_a_copy_and_reading_back_are_a_key_away(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        app = Around(PlanScreen(casebook, sitting))
        async with driving(app) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("x", "ctrl+o", "k")
            wanted = [PlanScreen.ExportWanted, PlanScreen.CopyWanted, PlanScreen.ReadBackWanted]
            await driver.until(lambda: [type(one) for one in app.heard] == wanted)


@played
async def test_a_service_is_pointed_to_for_the_lit_action_and_what_came_of_it_is_written_down(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen), (80, 30)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("2")
            await light(driver, "ACC-2-01")
            await driver.press("s")
            await choose(driver, "1", "4", "1")
            await driver.until(lambda: len(casebook.plan(sitting).signposts) == 1)
            await driver.press("3")
            await driver.until_seen("Rang together")
            await driver.press("d")
            await driver.type("2/12/2026")
            await driver.press("enter")
            await driver.until_seen("ask by 2 Dec 2026")
            await driver.press("enter")
            await choose(driver, "3", "1")
            await driver.until_on("SayInALine")
            await driver.press("ctrl+u")
            await say(driver, "1/1/2020")
            await driver.until_seen("That day is over.")
            await driver.press("ctrl+u")
            await say(driver, "3/12/2026")
            await driver.until_seen("ask by 3 Dec 2026")
            await driver.press("enter")
            await choose(driver, "3", "2")
            await say(driver, "Ring again on Monday")
            await driver.until_seen("Not yet, waiting")
            await driver.until_seen("Next: Ring again on Monday")


@played
async def test_a_service_may_be_pointed_to_from_the_signposts(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(PlanScreen(casebook, sitting))) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("s")
            await driver.press("3")
            await driver.press("a")
            await driver.press("s")
            await driver.until_seen("For which action?")
            await choose(driver, "1", "1", "1", "2")
            await driver.until(lambda: len(casebook.plan(sitting).signposts) == 1)


@played
async def test_what_was_done_is_written_down_and_a_referral_goes_on_and_both_are_taken_back(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        screen = PlanScreen(casebook, sitting)
        async with driving(Around(screen), (80, 30)) as driver:
            await driver.until_on(PlanScreen)
            await driver.press("2")
            await light(driver, "ACC-2-01")
            await driver.press("enter")
            await choose(driver, "6")
            await say(driver, "A room was found")
            await choose(driver, "1")
            await driver.until_on("SayInALine")
            await driver.press("ctrl+u")
            await say(driver, "1/1/2031")
            await driver.until_seen("That day is still to come.")
            await driver.press("ctrl+u")
            await say(driver, "21/11/2026")
            await choose(driver, "1")
            await driver.until(lambda: (action(screen).status, need(screen).status) == ("delivered", "met"))
            await driver.until_seen("In full, 21 November 2026: A room was found")
            await driver.press("ctrl+z")
            await driver.until(lambda: casebook.plan(sitting).deliveries == ())
            await driver.press("enter")
            await choose(driver, "7", "1")
            await driver.press("3")
            await driver.until_seen("Referred · 1")
            await driver.press("enter")
            await choose(driver, "2")
            await driver.until_seen("! Nothing leaves before the person agrees")
            await driver.press("enter")
            await choose(driver, "1", "2")
            await driver.until_seen("The person agreed: Spoken")
