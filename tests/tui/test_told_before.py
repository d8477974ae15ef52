"""At a later sitting the screen shows what was told, and one key says that it is still right."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.interview import engine
from bcst_tui.interview.carried import carried
from tests.tui.driving import driving, played
from tests.tui.interviews import BookInMemory, book_of, until_asked
from tests.tui.test_interview import HOME, on
from tests.vocabulary import interviewing, script_of


def told_before() -> BookInMemory:
    """A sitting of somebody who rented, and told something private."""
    before = interviewing(HOME).answers(where="rented", whose="Ash", since="2024", secret="a garden")
    book = book_of(HOME)
    begun = engine.begin(
        book.sitting.interview.script,
        "review",
        book.sitting.interview.today,
        earlier=carried([before.interview], script_of(HOME)),
    )
    book.sitting = replace(book.sitting, interview=begun)
    return book


@played
async def test_one_key_says_that_it_is_still_right() -> None:
    book = told_before()
    async with driving(on(book)) as driver:
        await until_asked(driver, "where")
        await driver.until_seen("Told on 21 November 2026: I rented. Still right? Ctrl+Y says it is.")
        assert "Still right" in driver.seen()
        await driver.press("ctrl+y")
        await until_asked(driver, "whose")
        await driver.until_seen("Told on 21 November 2026: Ash.")
        await driver.press("ctrl+y")
        await until_asked(driver, "since")
    assert book.sitting.interview.answer_to("where") is not None


@played
async def test_what_is_private_stays_covered_until_it_is_asked_for() -> None:
    async with driving(on(told_before())) as driver:
        for _ in range(3):
            await driver.press("ctrl+y")
        await until_asked(driver, "secret")
        await driver.until_seen("Told on 21 November 2026: covered.")
        assert "a garden" not in driver.seen()
        await driver.press("ctrl+r")
        await driver.until_seen("a garden")
