"""Reading the needs back, the feedback after it, and the own copy seen beforehand."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.plan.model import Need
from bcst_tui.tui.screens.feedback import FeedbackScreen
from bcst_tui.tui.screens.own_copy import OwnCopyScreen
from bcst_tui.tui.screens.read_back import ReadBackScreen
from tests.tui.driving import driving, played
from tests.tui.interviews import Around
from tests.tui.kept import homeless
from tests.tui.test_plan_screen import choose, say


def needs(casebook: Casebook, sitting: Sitting) -> dict[str, Need]:
    return {one.code: one for one in casebook.plan(sitting).needs}


@played
async def test_each_need_is_said_and_what_the_person_says_of_it_is_kept(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        casebook.add_need(sitting, "FIN", "A bank account", "said so")
        casebook.add_need(sitting, "PSH", "A dentist", "toothache")
        async with driving(Around(ReadBackScreen(casebook, sitting))) as driver:
            await driver.until_seen("Read back · 1 of 3")
            await driver.until_seen("A home")
            assert "Where did you live? Outdoors" in driver.seen()
            await driver.press("a")
            await driver.until_seen("Read back · 2 of 3")
            assert needs(casebook, sitting)["somewhere"].persons_view == "agreed"
            await driver.press("c")
            await say(driver, "; at another bank")
            await driver.until_seen("Read back · 3 of 3")
            changed = needs(casebook, sitting)["added_1"]
            assert changed.persons_view == "changed" and "at another bank" in changed.reason
            await driver.press("pageup", "pagedown", "l")
            await driver.until_seen("That was all of them.")
            assert "1 agreed · 1 changed · 1 not read back yet" in driver.seen()
            assert needs(casebook, sitting)["added_2"].persons_view == "not_read_back"


@played
async def test_keys_pressed_fast_answer_one_need_each_and_enter_leaves_at_the_end(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        for title in ("A bank account", "A dentist"):
            casebook.add_need(sitting, "FIN", title, "said so")
        async with driving(Around(ReadBackScreen(casebook, sitting))) as driver:
            await driver.until_seen("Read back · 1 of 3")
            await driver.press("a", "l", "a")
            await driver.until_seen("That was all of them.")
            said = [one.persons_view for one in needs(casebook, sitting).values()]
            assert said == ["agreed", "not_read_back", "agreed"]
            await driver.press("enter")
            await driver.until(lambda: not isinstance(driver.screen, ReadBackScreen))


@played
async def test_a_need_that_is_none_to_them_is_kept_or_dropped_with_a_reason_never_silently(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        casebook.add_need(sitting, "FIN", "A bank account", "said so")
        async with driving(Around(ReadBackScreen(casebook, sitting, "added_1"))) as driver:
            await driver.until_seen("Read back · 2 of 2")
            await driver.press("n")
            await choose(driver, "2")
            await driver.until_seen("That was all of them.")
            kept = needs(casebook, sitting)["added_1"]
            assert (kept.status, kept.persons_view) == ("confirmed", "not_mine")
            await driver.press("pageup", "pageup", "n")
            await choose(driver, "1")
            await driver.until_on("SayInALine")
            await driver.press("escape")
            await driver.until_on("ReadBackScreen")
            assert needs(casebook, sitting)["somewhere"].persons_view == "not_read_back"
            await driver.press("n")
            await choose(driver, "1")
            await say(driver, "Has a place with a friend")
            await driver.until(lambda: needs(casebook, sitting)["somewhere"].status == "dropped")
            dropped = needs(casebook, sitting)["somewhere"]
            assert (dropped.persons_view, dropped.reason) == ("not_mine", "Has a place with a friend")


@played
async def test_feedback_is_given_whole_or_not_at_all(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, _):
        async with driving(Around(FeedbackScreen(casebook))) as driver:
            await driver.until_seen("Nobody can tell who said what")
            await driver.until_seen("Did we deal with what mattered to you today?")
            await driver.press("4")
            await driver.until_seen("Did you feel listened to?")
            await driver.press("x")
            await driver.until_seen("Would you talk with us again?")
            await driver.press("5")
            await driver.until_seen("No names, please.")
            with casebook._vault.session() as records:
                assert records.feedback.of_month("2026-11") == []
            await driver.type("Took its time")
            await driver.press("enter")
            await driver.until(lambda: type(driver.screen) is not FeedbackScreen)
            with casebook._vault.session() as records:
                (given,) = records.feedback.of_month("2026-11")
            assert (given.dealt_with, given.listened, given.again, given.words) == (4, None, 5, "Took its time")


@played
async def test_feedback_left_keeps_nothing(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, _):
        async with driving(Around(FeedbackScreen(casebook))) as driver:
            await driver.until_on(FeedbackScreen)
            await driver.press("1", "escape")
            await driver.until(lambda: type(driver.screen) is not FeedbackScreen)
            with casebook._vault.session() as records:
                assert records.feedback.of_month("2026-11") == []


@played
async def test_the_own_copy_is_seen_as_it_would_be_written_and_nothing_is_written(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(OwnCopyScreen(casebook, sitting)), (80, 90)) as driver:
            await driver.until_seen("This is all your paper would say.")
            for line in casebook.preview(sitting, "CELL", "txt").text.splitlines():
                assert line.strip()[:60] in driver.seen()
            await driver.press("escape")
            await driver.until(lambda: type(driver.screen) is not OwnCopyScreen)
