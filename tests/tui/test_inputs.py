"""Every kind of question is answered by keys alone; wrong keys change nothing."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from bcst_tui.interview.showing import shown
from bcst_tui.interview.values import Json
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets.keyed_list import KeyedList
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around, BookInMemory, asked_now, book_of, casebook, until_asked

LAST = """
  - {id: last, kind: yes_no, said: {standard: Is that all?}, audience: sitting_record}
"""


def one(kind: str, more: str = "") -> str:
    """A section with one question of this kind, and one behind it."""
    return section(asking("it", kind, more))


def section(*questions: str) -> str:
    """A section of these questions, and one behind them."""
    return f"""
section: home
title: Home
rail: Home
questions:
{"".join(questions)}{LAST}"""


def asking(name: str, kind: str, more: str = "") -> str:
    return f"""  - id: {name}
    kind: {kind}
    said: {{standard: Tell me.}}
    audience: sitting_record
{more}"""


FOOD = """
    options:
      - {id: bread, said: Bread}
      - {id: milk, said: Milk}
      - {id: tea, said: Tea}
      - {id: other, said: Something else, other: true}
      - {id: nothing, said: Nothing, exclusive: true}
"""


def told(book: BookInMemory, name: str = "it") -> str:
    """The answer to the question under test, in words; empty if there is none."""
    interview = book.sitting.interview
    answer = interview.answer_to(name)
    return shown(interview.path.by_id[name].question, answer) if answer else ""


async def keyed(script: str, *keys: str, typed: str = "") -> BookInMemory:
    """The book after typing and pressing these keys at the first question, which is then answered."""
    book = book_of(script)
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        if typed:
            await driver.type(typed)
        await driver.press(*keys)
        await until_asked(driver, "last")
    return book


async def each_keyed(*asked: tuple[str, str, str, tuple[str, ...]]) -> list[str]:
    """The answers to questions asked one after another: kind, more of it, what is typed, and the keys after that."""
    names = [f"it{place}" for place in range(len(asked))]
    questions = [asking(name, kind, more) for name, (kind, more, _, _) in zip(names, asked, strict=True)]
    book = book_of(section(*questions))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        for name, (_, _, typed, keys) in zip(names, asked, strict=True):
            await until_asked(driver, name)
            await driver.type(typed)
            await driver.press(*keys)
        await until_asked(driver, "last")
    return [told(book, name) for name in names]


async def stays(driver: Driver, *keys: str) -> None:
    """These keys do not answer the question."""
    await driver.press(*keys)
    assert asked_now(driver) == "it"


@played
async def test_a_digit_answers_a_choice_and_moves_on_at_once() -> None:
    assert told(await keyed(one("choice", FOOD), "2")) == "Milk"


@played
async def test_after_nine_come_letters() -> None:
    options = "\n".join(f"      - {{id: o{n}, said: Number {n}}}" for n in range(1, 31))
    assert told(await keyed(one("choice", f"    options:\n{options}"), "l")) == "Number 21"


@played
async def test_nothing_is_lit_at_first_so_enter_answers_nothing() -> None:
    book = book_of(one("choice", FOOD))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await stays(driver, "enter", "z", "0", "9")
        await driver.press("down", "down", "enter")
        await until_asked(driver, "last")
    assert told(book) == "Milk"


@played
async def test_something_else_opens_a_box_for_its_words() -> None:
    book = book_of(one("choice", FOOD))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.press("4")
        await driver.until(lambda: isinstance(driver.screen.focused, Input), "the box")
        await driver.press("escape")
        assert asked_now(driver) == "it"
        await driver.press("4")
        await driver.until(lambda: isinstance(driver.screen.focused, Input), "the box again")
        await driver.type("Figs [/red]")
        await driver.press("enter")
        await until_asked(driver, "last")
    assert told(book) == "Something else: Figs [/red]"


@played
async def test_keys_mark_and_unmark_several_and_enter_goes_on() -> None:
    assert told(await keyed(one("choices", FOOD), "1", "2", "3", "2", "enter")) == "Bread; Tea"


@played
async def test_an_answer_that_stands_alone_unmarks_the_others() -> None:
    pressed = [("choices", FOOD, "", keys) for keys in (("1", "5", "enter"), ("5", "1", "enter"))]
    assert await each_keyed(*pressed) == ["Nothing", "Bread"]


@played
async def test_yes_no_and_unsure_have_digits_and_letters() -> None:
    assert await each_keyed(*(("yes_no", "", "", (key,)) for key in "y2u")) == ["yes", "no", "unsure"]


@played
async def test_a_scale_is_answered_by_its_number() -> None:
    assert told(await keyed(one("scale", "    scale: [Awful, Bad, So so, Good, Great]\n"), "4")) == "4 (Good)"


@played
async def test_an_order_is_given_first_to_last_and_can_be_taken_back() -> None:
    plain = FOOD.replace(", other: true", "").replace(", exclusive: true", "")
    book = await keyed(one("ranking", plain), "3", "2", "backspace", "1", "enter")
    assert told(book) == "1. Tea; 2. Bread"


@played
async def test_each_line_is_answered_in_turn_and_can_be_gone_back_to() -> None:
    more = """
    each: [{id: a, said: Apples}, {id: b, said: Beans}]
    options: [{id: keen, said: Keen}, {id: not, said: Not keen}]
"""
    book = await keyed(one("each", more), "1", "1", "up", "2", "enter")
    assert told(book) == "Apples: Not keen; Beans: Keen"


@played
async def test_each_line_left_out_is_named_and_nothing_is_lost() -> None:
    more = """
    each: [{id: a, said: Apples}, {id: b, said: Beans}]
    options: [{id: keen, said: Keen}, {id: not, said: Not keen}]
"""
    book = book_of(one("each", more))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.press("1", "enter")
        await driver.until_seen("has no answer yet")
        await driver.press("2", "enter")
        await until_asked(driver, "last")
    assert told(book) == "Apples: Keen; Beans: Not keen"


@played
async def test_what_is_typed_is_taken_by_enter() -> None:
    answers = {
        ("short_text", "By the river"): "By the river",
        ("whole_number", "12"): "12",
        ("phone", "01632 960001"): "01632 960001",
        ("date", "12/3/2027"): "12 March 2027",
        ("partial_date", "March 2027"): "March 2027",
        ("date_time", "12/3/2027 14:30"): "12 March 2027, 14:30",
        ("length_of_time", "3 weeks"): "3 weeks",
        ("address", "1 Mill Lane, Leeds"): "1 Mill Lane, Leeds",
    }
    assert await each_keyed(*((kind, "", typed, ("enter",)) for kind, typed in answers)) == [*answers.values()]


@played
async def test_a_date_is_read_back_while_it_is_typed() -> None:
    book = book_of(one("date"))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.type("12/3/2027")
        await driver.until_seen("= 12 March 2027")


@played
async def test_money_is_typed_in_one_go_or_the_amount_first_and_then_how_often_where_that_matters() -> None:
    at_once, then, nothing, in_all = await each_keyed(
        ("money", "", "85.50 a week", ("enter",)),
        ("money", "", "1,200", ("enter", "6")),
        ("money", "", "0", ("enter",)),
        ("money", "    in_all: true\n", "1200", ("enter",)),
    )
    assert (at_once, then) == ("£85.50 a week", "£1,200.00 a month")
    assert nothing.startswith("£0.00") and in_all.startswith("£1,200.00")


@played
async def test_a_long_text_takes_new_lines_and_enter_goes_on() -> None:
    book = book_of(one("long_text"))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.type("First")
        await driver.press("ctrl+j")
        await driver.type("Second")
        await driver.press("enter")
        await until_asked(driver, "last")
    assert told(book) == "First\nSecond"


@played
async def test_a_note_and_a_thing_to_do_are_done_with_enter() -> None:
    assert await each_keyed(*((kind, "", "", ("enter",)) for kind in ("note", "acknowledgement"))) == ["done", "done"]


@played
async def test_a_wrong_entry_is_told_in_place_and_stays_to_be_mended() -> None:
    book = book_of(one("date"))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.type("31/2/2027")
        await driver.press("enter")
        await driver.until_seen("such as 12/3/2027")
        await driver.until_seen("31/2/2027")
        assert asked_now(driver) == "it"
        await driver.press(*["backspace"] * 9)
        await driver.type("28/2/2027")
        await driver.press("enter")
        await until_asked(driver, "last")
    assert told(book) == "28 February 2027"


@played
async def test_a_private_answer_is_not_shown_by_its_field_and_enter_keeps_it() -> None:
    more = {
        "choice": FOOD,
        "choices": FOOD,
        "short_text": "",
        "each": "    each: [{id: a, said: Apples}]\n    options: [{id: keen, said: Keen}, {id: not, said: Not keen}]\n",
    }
    raws: dict[str, Json] = {"choice": "tea", "choices": ["tea"], "short_text": "Tea", "each": {"a": "keen"}}
    hidden = [asking(kind, kind, f"    sensitivity: sensitive\n{more[kind]}") for kind in raws]
    book = book_of(section(*hidden))
    for raw in raws.values():
        book.answer(book.sitting, raw)
    before = [told(book, kind) for kind in raws]
    assert all(before)
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "last")
        for kind in reversed(raws):
            await driver.press("escape")
            await until_asked(driver, kind)
            seen = driver.seen()
            assert "••••••" in seen and "[x]" not in seen and "so far)" not in seen, kind
            assert "Keen" not in seen.split("Not keen")[-1], kind
        for behind in (*list(raws)[1:], "last"):
            await driver.press("enter")
            await until_asked(driver, behind)
    assert [told(book, kind) for kind in raws] == before


@played
async def test_a_key_pressed_twice_answers_one_question() -> None:
    twice = one("yes_no").replace("id: last", "id: between").rstrip() + LAST
    book = book_of(twice)
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        held = driver.screen.focused
        assert isinstance(held, KeyedList)
        for _ in range(3):
            held.post_message(KeyedList.Picked(0))
        await until_asked(driver, "between")
    assert set(book.sitting.interview.standing.answers) == {"it"}


@pytest.mark.parametrize("keys", [("1", "1", "1"), ("2", "1", "1", "1"), ("escape",) * 4])
@played
async def test_keys_faster_than_the_screen_close_one_window_and_no_more(keys: tuple[str, ...]) -> None:
    book = book_of(one("choice", FOOD))
    app = Around(InterviewScreen(casebook(book), book.sitting))
    async with driving(app) as driver:
        await until_asked(driver, "it")
        await driver.press("f2")
        for key in keys:
            driver.send(key)
        await driver.settled()
        assert app.is_running and isinstance(app.screen, InterviewScreen)


GROUP = """
    row_named: debt
    questions:
      - {id: whom, kind: short_text, said: {standard: To whom?}, audience: debts}
      - {id: much, kind: money, said: {standard: How much?}, audience: debts}
"""


@played
async def test_rows_are_added_gone_into_again_and_taken_out() -> None:
    book = book_of(one("group", GROUP))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        for place, words in ((1, "A shop"), (2, "The gas people")):
            await driver.press("a")
            await until_asked(driver, f"it[{place}].whom")
            await driver.type(words)
            await driver.press("enter")
            await until_asked(driver, f"it[{place}].much")
            await driver.type("20 once")
            await driver.press("enter")
            await until_asked(driver, "it")
        await driver.until_seen("A shop · £20.00")
        await driver.press("2")
        await until_asked(driver, "it[2].whom")
        await driver.press("enter")
        await until_asked(driver, "it[2].much")
        await driver.press("enter")
        await until_asked(driver, "it")
        await driver.press("down", "delete")
        await driver.until_seen("Take debt 1 out")
        await driver.press("enter", "n", "delete", "y")
        await driver.until(lambda: book.sitting.interview.standing.rows["it"] == (2,), "one row left")
        await until_asked(driver, "it")
        await driver.press("enter")
        await until_asked(driver, "last")
    assert book.sitting.interview.answer_to("it[2].whom") is not None


@played
async def test_what_people_say_is_shown_as_it_is_and_never_as_markup() -> None:
    said = 'said: "[red]Bread[/] [@click=app.quit]x[/]"'
    book = book_of(one("choice", FOOD.replace("said: Bread", said)))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.until_seen("[red]Bread[/] [@click=app.quit]x[/]")


@played
async def test_a_line_that_is_full_says_so() -> None:
    book = book_of(one("short_text"))
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        pasted = events.Paste("x" * 500)
        pasted.set_sender(driver.app)
        assert driver.app._driver is not None
        driver.app._driver.send_message(pasted)
        await driver.until_seen("200 of at most 200 letters")


@played
async def test_words_for_something_else_are_seen_under_a_list_that_fills_the_screen() -> None:
    options = "\n".join(f"      - {{id: o{n}, said: Number {n}}}" for n in range(1, 13))
    long_list = one("choices", f"    options:\n{options}\n      - {{id: other, said: Something else, other: true}}\n")
    book = book_of(long_list)
    async with driving(Around(InterviewScreen(casebook(book), book.sitting))) as driver:
        await until_asked(driver, "it")
        await driver.press("d", "enter", "enter")
        await driver.until_seen("Say in a few words")
        await driver.type("a chair by the door")
        await driver.until_seen("a chair by the door")
        assert "In a few words, what is it?" in driver.seen()
