"""What is half typed is there again after a cover, a lock, another screen, or the power going."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from textual.widgets import Input

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Surroundings
from bcst_tui.interview.draft import Draft
from bcst_tui.interview.values import Json
from bcst_tui.tui.screens.check_answers import CheckAnswersScreen
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets import question_card
from bcst_tui.tui.widgets.half_marked import marks_read, rows_read
from bcst_tui.vault.opening import open_vault
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around, BookInMemory, book_of, casebook, until_asked
from tests.tui.rooms import MORNING, TODAY, WORD, OpenDoors, Wristwatch, app_of, reference, script_files, unlock
from tests.tui.test_inputs import FOOD, one, told
from tests.tui.test_safety import needs_a_terminal, started

SAYS_SO = "Not saved as an answer yet: press Enter"
WORDS = "Above the sh"
SENSITIVE = "    sensitivity: sensitive"
PLAIN = "    options: [{id: bread, said: Bread}, {id: milk, said: Milk}]\n"


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_card, "KEPT_AFTER_SECONDS", 0.001)


def on(book: BookInMemory) -> Around:
    return Around(InterviewScreen(casebook(book), book.sitting))


async def half(book: BookInMemory, *keys: str, typed: str = "") -> None:
    """Begin an answer, and let the power go once it is kept."""
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.press(*keys)
        await at.type(typed)
        await at.until(lambda: book.half_entered is not None, "it is kept")
        screen = at.screen
        assert isinstance(screen, InterviewScreen)
        await at.until(lambda: book.half_entered == screen.card.half_entered, "all of it is kept")
        assert typed in (book.half_entered or Draft("", "")).words


@pytest.mark.parametrize("kind", ["short_text", "long_text", "money"])
@played
async def test_half_typed_words_are_back_in_their_field_and_said_to_be_no_answer(kind: str) -> None:
    book = book_of(one(kind))
    await half(book, typed=WORDS)
    assert told(book) == ""
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        assert WORDS in at.seen() and SAYS_SO in at.seen()


@played
async def test_enter_makes_an_answer_of_it_and_lets_go_of_it() -> None:
    book = book_of(one("short_text"))
    await half(book, typed=WORDS)
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.press("enter")
        await until_asked(at, "last")
        assert told(book) == WORDS and book.half_entered is None
        assert SAYS_SO not in at.seen()


@played
async def test_nothing_is_said_while_somebody_types() -> None:
    book = book_of(one("short_text"))
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.type(WORDS)
        await at.until(lambda: book.half_entered is not None)
        await at.settled()
        assert SAYS_SO not in at.seen()


@played
async def test_an_emptied_field_is_kept_no_longer() -> None:
    book = book_of(one("short_text"))
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.type("x")
        await at.until(lambda: book.half_entered == Draft("it", "x"))
        await at.press("backspace")
        await at.until(lambda: book.half_entered is None)


@pytest.mark.parametrize(
    ("kind", "more", "keys", "answer"),
    [
        ("choices", FOOD, ("1", "3"), "Bread; Tea"),
        ("ranking", PLAIN, ("2", "1"), "1. Milk; 2. Bread"),
    ],
)
@played
async def test_marks_made_are_made_again(kind: str, more: str, keys: tuple[str, ...], answer: str) -> None:
    book = book_of(one(kind, more))
    await half(book, *keys)
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.press("enter")
        await at.until(lambda: told(book) != "")
    assert told(book).replace(",", ";") == answer


@pytest.mark.parametrize("kind", ["choice", "choices"])
@played
async def test_words_begun_for_something_else_are_in_the_box_again(kind: str) -> None:
    book = book_of(one(kind, FOOD))
    await half(book, *(("4",) if kind == "choice" else ("4", "enter")), typed="Figs fr")
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        assert "Figs fr" in at.seen()
        await at.type("om home")
        await at.press("enter")
        await until_asked(at, "last")
    assert "Figs from home" in told(book)


@played
async def test_esc_back_keeps_it_for_the_next_time() -> None:
    book = book_of(one("short_text"))
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.type("First")
        await at.press("enter")
        await until_asked(at, "last")
        await at.press("escape")
        await until_asked(at, "it")
        await at.type(" and la")
        at.send("escape")
        await at.until(lambda: book.half_entered == Draft("it", "First and la"))
    assert told(book) == "First"


@played
async def test_a_private_one_stays_covered_until_it_is_asked_for() -> None:
    book = book_of(one("short_text", SENSITIVE + "\n"))
    await half(book, typed=WORDS)
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        assert WORDS not in at.seen() and "Ctrl+R shows it" in at.seen()
        await at.press("ctrl+r")
        await at.until_seen(WORDS)
        await at.press("enter")
        await until_asked(at, "last")
    assert told(book) == WORDS


@played
async def test_a_covered_one_is_not_lost_by_looking_elsewhere() -> None:
    book = book_of(one("short_text", SENSITIVE + "\n"))
    await half(book, typed=WORDS)
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        await at.press("escape")
        assert book.half_entered == Draft("it", WORDS)


@played
async def test_where_the_disk_refuses_it_says_so_and_leaves_the_words_there() -> None:
    book = book_of(one("short_text"))
    async with driving(on(book)) as at:
        await until_asked(at, "it")
        book.is_full = True
        await at.type(WORDS)
        await at.until_seen("NOT saved: The disk is full.")
        assert WORDS in at.seen()


@played
async def test_a_change_given_up_is_not_kept_and_one_cut_short_is() -> None:
    book = book_of(one("short_text"))
    book.answer(book.sitting, "First")
    screen = CheckAnswersScreen(casebook(book), book.sitting)
    async with driving(Around(screen)) as at:
        await at.until_on(CheckAnswersScreen)
        await at.press("down", "enter")
        await at.until_on("ChangeAnswer")
        await at.type(" and la")
        await at.until(lambda: book.half_entered == Draft("it", "First and la"))
        await at.press("escape")
        await at.until_on(CheckAnswersScreen)
        assert book.half_entered is None


def kept(doors: OpenDoors) -> Draft | None:
    assert doors.casebook is not None
    sitting = doors.casebook.open_sitting(1)
    assert sitting is not None
    return doors.casebook.draft(sitting)


async def at_a_typed_question(at: Driver) -> None:
    await unlock(at)
    await at.press("enter", "o")
    await at.until_on(InterviewScreen)
    await at.press("1")
    await at.until(lambda: isinstance(at.screen.focused, Input))


@played
async def test_under_the_cover_it_is_kept_and_not_seen(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await at_a_typed_question(at)
        await at.type(WORDS)
        at.send("f9")
        await at.until_on("CoverScreen")
        assert WORDS not in at.seen() and (kept(doors) or Draft("", "")).words == WORDS
        await at.press("space")
        await at.type(WORD)
        await at.press("enter")
        await at.until_on(InterviewScreen)
        await at.until_seen("Ctrl+R shows it")
        assert WORDS not in at.seen(), "this question is a private one"
        await at.press("ctrl+r")
        await at.until_seen(WORDS)


@pytest.mark.parametrize("how", ["lock", "leave", "stop"])
@played
async def test_it_is_kept_however_the_screen_is_left(tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_card, "KEPT_AFTER_SECONDS", 1000.0)
    doors, watch = OpenDoors(tmp_path, names=("Robin Example",)), Wristwatch()
    app = app_of(doors, watch)
    async with driving(app) as at:
        await at_a_typed_question(at)
        await at.type(WORDS)
        if how == "lock":
            watch.waits(1000)
            app.look_at_the_clocks()
        else:
            at.send({"leave": "ctrl+q", "stop": "f4"}[how])
        if how == "stop":
            await at.until_on("CasesScreen")
            app.close_everything()
        else:
            await at.until(lambda: not app.is_running)
    assert draft_on_disk(tmp_path) == WORDS


@needs_a_terminal
def test_it_is_there_again_after_being_killed_while_typing(tmp_path: Path) -> None:
    terminal = started("misbehaving", tmp_path, "enter", "o", "1", WORDS)
    terminal.expect(f"{len(WORDS)} letters are kept")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait()
    assert draft_on_disk(tmp_path) == WORDS


def draft_on_disk(folder: Path) -> str:
    """What a new start finds half entered in the vault."""
    around = Surroundings(script_files(), reference(), lambda: TODAY, lambda: MORNING)
    casebook = Casebook(open_vault(folder / "vault", b"k" * 32), around)
    sitting = casebook.open_sitting(1)
    assert sitting is not None
    draft = casebook.draft(sitting)
    casebook.close()
    return draft.words if draft else ""


@pytest.mark.parametrize("half_kept", ["", "not json", "[1]", '{"chosen": 3}', '{"chosen": ["gone"], "other": 1}'])
def test_marks_that_can_not_be_read_are_no_marks(half_kept: str) -> None:
    assert marks_read(half_kept, ["bread"]) is None
    assert rows_read(half_kept, ["row"], ["bread"]) == {}


def test_marks_of_options_there_are_no_more_are_left_out() -> None:
    raw: Json = ["bread"]
    assert marks_read('{"chosen": ["gone", "bread"], "other": "x"}', ["bread"]) == (raw, "x")
