"""Reading the answers through: what is open stands first, and any answer is changed from here."""

from __future__ import annotations

from bcst_tui.interview.answer import NotAskedReason, Rejection
from bcst_tui.interview.showing import shown
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.tui.screens.check_answers import CheckAnswersScreen
from bcst_tui.tui.widgets.answer_list import AnswerList, answer_groups, count_words
from bcst_tui.tui.widgets.change_answer import ChangeAnswer
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around, BookInMemory, book_of, casebook
from tests.vocabulary import MAIN, script_of

HOME = """
section: home
title: Home and money
rail: Home
questions:
  - id: where
    kind: choice
    said: {standard: Where did you live?}
    audience: housing_plan
    options: [{id: rented, said: I rented}, {id: street, said: Outdoors}]
  - id: rent
    kind: money
    when: {question: where, equals: rented}
    said: {standard: What is the rent?}
    audience: debts
  - {id: secret, kind: short_text, sensitivity: sensitive, said: {standard: What is private?}, audience: debts}
  - id: owed
    kind: group
    row_named: debt
    said: {standard: What do you owe?}
    audience: debts
    questions:
      - {id: whom, kind: short_text, said: {standard: To whom?}, audience: debts}
      - {id: much, kind: money, said: {standard: How much?}, audience: debts}
  - {id: last, kind: yes_no, said: {standard: Is that all?}, audience: debts}
"""


def answered(*raws: str, home: str = HOME) -> BookInMemory:
    book = book_of(home)
    for raw in raws:
        book.answer(book.sitting, raw)
    return book


def on(book: BookInMemory) -> Around:
    return Around(CheckAnswersScreen(casebook(book), book.sitting))


async def light(driver: Driver, question_id: str) -> None:
    """Move the light to a question with the arrow keys."""
    answers = driver.screen.query_one(AnswerList)
    for _ in range(answers.option_count):
        if answers.highlighted_option is not None and answers.highlighted_option.id == question_id:
            return
        await driver.press("down")
    raise AssertionError(f"{question_id} is not in the list")


async def change(driver: Driver, question_id: str) -> None:
    """Open the window on a question."""
    await light(driver, question_id)
    await driver.press("enter")
    await until_changing(driver, question_id)


async def until_changing(driver: Driver, question_id: str) -> None:
    def stands() -> bool:
        screen = driver.screen
        return isinstance(screen, ChangeAnswer) and screen.card.drawn == question_id and screen.focused is not None

    await driver.until(stands, f"the window on {question_id}")
    await driver.settled()


def told(book: BookInMemory, question_id: str) -> str:
    interview = book.sitting.interview
    answer = interview.answer_to(question_id)
    return shown(interview.path.by_id[question_id].question, answer) if answer else ""


@played
async def test_what_has_no_answer_stands_first_then_the_rest_by_section() -> None:
    async with driving(on(answered("street", "x"))) as driver:
        await driver.until_seen("Not answered yet · 2")
        seen = driver.seen()
        assert seen.index("What do you owe?") < seen.index("Home and money") < seen.index("Where did you live?")


def skipped(book: BookInMemory, code: NonAnswerCode, reason: NotAskedReason | None = None) -> None:
    assert not isinstance(book.skip(book.sitting, code, reason), Rejection)


def test_what_has_no_answer_is_grouped_by_the_reason_and_counted() -> None:
    book = answered("rented")
    skipped(book, "not_known")
    skipped(book, "declined")
    skipped(book, "not_asked", "no_time")
    groups = answer_groups(book.sitting.interview)
    assert [(group.title, [one.id for one in group.asked]) for group in groups] == [
        ("not answered yet", ["last"]),
        ("rather not say", ["secret"]),
        ("not asked", ["owed"]),
        ("not known", ["rent"]),
        ("Home and money", ["where"]),
    ]
    told = count_words(book.sitting.interview)
    assert told == "5 questions · 1 not answered yet · 1 rather not say · 1 not asked · 1 not known"


@played
async def test_only_what_holds_the_words_is_shown_until_escape_shows_all_again() -> None:
    async with driving(on(answered("street", "rented rooms", "done", "yes"))) as driver:
        await driver.until_on(CheckAnswersScreen)
        await driver.press("f")
        await driver.type("LIVE where")
        await driver.until(lambda: "Is that all?" not in driver.seen() and "Where did you live?" in driver.seen())
        await driver.type(" rented")
        await driver.until_seen("Nothing here holds those words.")
        await driver.press("escape")
        await driver.until_seen("Is that all?")


@played
async def test_a_covered_answer_is_not_found_by_its_words() -> None:
    async with driving(on(answered("street", "Only for us", "done", "yes"))) as driver:
        await driver.until_on(CheckAnswersScreen)
        await driver.press("f")
        await driver.type("only")
        await driver.until_seen("Nothing here holds those words.")


@played
async def test_left_and_right_go_from_part_to_part_and_the_light_comes_back_to_the_same_line() -> None:
    book = answered("rented", "100 a week", "x")
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        answers = driver.screen.query_one(AnswerList)
        await driver.press("right")
        assert answers.highlighted_option is not None and answers.highlighted_option.id == "where"
        await driver.press("left")
        assert answers.highlighted_option is not None and answers.highlighted_option.id == "owed"
        await change(driver, "rent")
        await driver.press("f2")
        await driver.until_on("SkipChooser")
        await driver.press("1")
        await driver.until_seen("Rather not say · 1")
        assert answers.highlighted_option is not None and answers.highlighted_option.id == "rent"


@played
async def test_an_answer_is_changed_here_and_brings_its_questions_with_it() -> None:
    book = answered("street", "x", "done", "yes")
    async with driving(on(book)) as driver:
        await driver.until_seen("Every question has an answer.")
        await change(driver, "where")
        await driver.press("1")
        await driver.until_on(CheckAnswersScreen)
        await driver.until_seen("Not answered yet · 1")
        await driver.until_seen("What is the rent?")
    assert told(book, "where") == "I rented"


@played
async def test_changing_back_sets_aside_and_says_so() -> None:
    book = answered("rented", "100 a week", "x", "done", "yes")
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        await change(driver, "where")
        await driver.press("2")
        await driver.until_on(CheckAnswersScreen)
        await driver.press("end")
        await driver.until_seen("1 set aside by a later change")


@played
async def test_escape_and_enter_leave_an_answer_as_it_is() -> None:
    book = answered("rented", "100 a week", "x", "done", "yes")
    before = book.sitting.interview
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        for key in ("escape", "enter"):
            await change(driver, "rent")
            await driver.press(key)
            await driver.until_on(CheckAnswersScreen)
    assert book.sitting.interview == before


@played
async def test_a_wrong_entry_and_a_full_disk_are_told_in_the_window() -> None:
    book = answered("rented", "100 a week", "x", "done", "yes")
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        await change(driver, "rent")
        await driver.type(" or so")
        await driver.press("enter")
        await driver.until_seen("Write an amount and how often")
        await driver.press(*["backspace"] * 6)
        book.is_full = True
        await driver.press(*["backspace"] * len("a week"))
        await driver.type("a month")
        await driver.press("enter")
        await driver.until_seen("NOT saved")
        book.is_full = False
        await driver.press("enter")
        await driver.until_on(CheckAnswersScreen)
    assert told(book, "rent") == "£100.00 a month"


@played
async def test_an_open_question_can_be_left_with_a_reason_from_here() -> None:
    book = answered("street", "x", "done")
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        await change(driver, "last")
        await driver.press("f2")
        await driver.until_on("SkipChooser")
        await driver.press("1")
        await driver.until_on(CheckAnswersScreen)
    assert told(book, "last") == "rather not say"


@played
async def test_a_row_is_added_and_filled_in_from_here() -> None:
    book = answered("street", "x", "done", "yes")
    async with driving(on(book)) as driver:
        await driver.until_on(CheckAnswersScreen)
        await change(driver, "owed")
        await driver.press("a")
        await until_changing(driver, "owed[1].whom")
        await driver.type("A shop")
        await driver.press("enter")
        await until_changing(driver, "owed[1].much")
        await driver.type("20 once")
        await driver.press("enter")
        await driver.until_on(CheckAnswersScreen)
        await driver.until_seen("A shop · £20.00")


@played
async def test_private_answers_are_covered_until_asked_for() -> None:
    async with driving(on(answered("street", "Only for us", "done", "yes"))) as driver:
        await driver.until_seen("••••••")
        assert "Only for us" not in driver.seen()
        await driver.press("ctrl+r")
        await driver.until_seen("Only for us")


@played
async def test_what_waits_for_privacy_is_listed_and_can_not_be_opened() -> None:
    main = f"{MAIN}\nnot_private_when: {{question: where, equals: street}}\n"
    book = book_of(script_of(HOME.replace("{id: secret, ", "{id: secret, needs_privacy: true, "), main))
    book.answer(book.sitting, "street")
    async with driving(on(book)) as driver:
        await driver.until_seen("Waiting until nobody else can hear · 1")
        answers = driver.screen.query_one(AnswerList)
        assert "secret" not in {option.id for option in answers.options if not option.disabled}


@played
async def test_the_plan_is_a_key_away() -> None:
    app = on(answered("street"))
    async with driving(app) as driver:
        await driver.until_on(CheckAnswersScreen)
        await driver.press("p")
        await driver.until(lambda: [type(one) for one in app.heard] == [CheckAnswersScreen.PlanWanted])
