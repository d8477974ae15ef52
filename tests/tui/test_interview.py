"""The interview on screen: what it asks, shows, saves and says, and that it ends where the engine would."""

from __future__ import annotations

from functools import partial

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NoAnswer, Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan, SettledStatus
from bcst_tui.script.model import Question
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets.progress_rail import ProgressRail
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around, BookInMemory, asked_now, book_of, casebook, until_asked
from tests.vocabulary import MAIN, script_of

HOME = """
section: home
title: Home
rail: Home
pages:
  papers: {title: The papers}
questions:
  - id: where
    kind: choice
    said:
      standard: Where did you live before you came in?
      easy: [Where was your home?, Before prison.]
    why: So that we look after the right home.
    notice: No address is needed yet.
    audience: housing_plan
    options:
      - {id: rented, said: I rented, easy: I paid rent}
      - {id: street, said: Outdoors}
  - id: whose
    kind: short_text
    page: papers
    when: {question: where, equals: rented}
    said: {standard: Whose name?}
    audience: addresses
  - id: since
    kind: partial_date
    page: papers
    when: {question: where, equals: rented}
    said: {standard: Since when?}
    audience: addresses
  - {id: secret, kind: short_text, sensitivity: sensitive, said: {standard: What is more private?}, audience: addresses}
  - {id: record, kind: yes_no, told_by: record, said: {standard: On the record?}, audience: addresses}
  - id: status
    kind: choice
    told_by: worker
    suggest: settled
    said: {standard: Where does it stand?}
    audience: housing_plan
    options: [{id: settled_safe, said: Settled and safe}, {id: unknown, said: Not known}]
decisions:
  - id: settled
    steps: [{when: {question: where, equals: rented}, then: settled_safe, limb: i, because: There is a home}]
    otherwise: {then: unknown, because: It was not told}
    unknown: unknown
    source: R40
"""


def on(book: BookInMemory) -> Around:
    return Around(InterviewScreen(casebook(book), book.sitting))


async def begin(driver: Driver) -> None:
    await until_asked(driver, "where")


@played
async def test_one_question_stands_with_its_number_and_when_it_was_saved() -> None:
    async with driving(on(book_of(HOME))) as driver:
        await begin(driver)
        seen = driver.seen()
        assert "Where did you live before you came in?" in seen
        assert "question 1 of about 4" in seen
        assert f"saved {book_of(HOME).sitting.saved_at.astimezone():%H:%M}" in seen
        assert "Notice: No address is needed yet." in seen
        assert "What is more private?" not in seen


@played
async def test_easy_words_change_question_and_answers_and_lose_nothing_typed() -> None:
    async with driving(on(book_of(HOME))) as driver:
        await begin(driver)
        await driver.press("f5")
        await driver.until_seen("Where was your home?")
        await driver.until_seen("I paid rent")
        await driver.press("1")
        await until_asked(driver, "whose")
        await driver.type("Ash")
        await driver.press("f5")
        await driver.press("enter")
        await until_asked(driver, "since")


@played
async def test_why_we_ask_is_one_key_away() -> None:
    async with driving(on(book_of(HOME))) as driver:
        await begin(driver)
        assert "So that we look after" not in driver.seen()
        await driver.press("f7")
        await driver.until_seen("So that we look after the right home.")


@played
async def test_a_page_shows_its_title_and_the_answers_above() -> None:
    async with driving(on(book_of(HOME))) as driver:
        await begin(driver)
        await driver.press("1")
        await until_asked(driver, "whose")
        await driver.type("Ash")
        await driver.press("enter")
        await until_asked(driver, "since")
        seen = driver.seen()
        assert "The papers" in seen and "Whose name?  Ash" in seen


@played
async def test_a_question_is_left_with_one_of_four_reasons() -> None:
    book = book_of(HOME)
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("f2")
        await driver.until_on("SkipChooser")
        await driver.press("escape")
        await driver.until_on(InterviewScreen)
        assert asked_now(driver) == "where"
        await driver.press("f2")
        await driver.until_on("SkipChooser")
        await driver.press("2")
        await driver.until_seen("Why was it not asked?")
        await driver.press("1")
        await driver.until_on(InterviewScreen)
        await until_asked(driver, "secret")
    assert book.sitting.interview.answer_to("where") == NoAnswer("not_asked", "no_time")


@played
async def test_back_shows_the_answer_and_enter_keeps_it() -> None:
    book = book_of(HOME)
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("2")
        await until_asked(driver, "secret")
        before = book.sitting.interview.answer_to("where")
        await driver.press("escape")
        await until_asked(driver, "where")
        await driver.until_seen("Answer so far: Outdoors")
        await driver.press("enter")
        await until_asked(driver, "secret")
        assert book.sitting.interview.answer_to("where") == before


@played
async def test_escape_at_the_first_question_leaves_for_the_sections() -> None:
    app = on(book_of(HOME))
    async with driving(app) as driver:
        await begin(driver)
        await driver.press("escape")
        await driver.until(lambda: [type(one) for one in app.heard] == [InterviewScreen.Left])


@played
async def test_undo_takes_the_last_answer_back_also_from_a_text_box() -> None:
    book = book_of(HOME)
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("2")
        await until_asked(driver, "secret")
        await driver.press("ctrl+z")
        await until_asked(driver, "where")
    assert book.sitting.interview.answer_to("where") is None


@played
async def test_private_answers_are_covered_until_they_are_asked_for() -> None:
    async with driving(on(book_of(HOME))) as driver:
        await begin(driver)
        await driver.press("2")
        await until_asked(driver, "secret")
        await driver.type("Only for us")
        await driver.press("enter")
        await until_asked(driver, "record")
        await driver.press("escape")
        await until_asked(driver, "secret")
        await driver.until_seen("Answer so far: ••••••")
        assert "Only for us" not in driver.seen()
        await driver.press("ctrl+r")
        await driver.until_seen("Answer so far: Only for us")


@played
async def test_what_is_not_asked_aloud_says_so_and_the_worked_out_answer_stands_beside() -> None:
    book = book_of(HOME)
    book.settled = Plan(decisions=(("settled", SettledStatus("settled_safe", "i", "There is a home")),))
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("2")
        await until_asked(driver, "secret")
        await driver.type("x")
        await driver.press("enter")
        await until_asked(driver, "record")
        assert "From the record" in driver.seen()
        await driver.press("y")
        await until_asked(driver, "status")
        assert "You decide" in driver.seen()
        assert "From the answers: Settled and safe (limb i)." in driver.seen()


@played
async def test_a_full_disk_is_told_and_the_entry_stays_to_be_tried_again() -> None:
    book = book_of(HOME)
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("2")
        await until_asked(driver, "secret")
        book.is_full = True
        await driver.type("Not lost")
        await driver.press("enter")
        await driver.until_seen("NOT saved")
        assert "Not lost" in driver.seen() and asked_now(driver) == "secret"
        book.is_full = False
        await driver.press("enter")
        await until_asked(driver, "record")
        assert "NOT saved" not in driver.seen()


@played
async def test_stop_ends_for_today_and_at_the_end_for_good() -> None:
    book = book_of(HOME)
    app = on(book)
    async with driving(app) as driver:
        await begin(driver)
        await driver.press("f4")
        await driver.until(lambda: [type(one) for one in app.heard] == [InterviewScreen.Stopped])
        assert book.ended == ["stopped"]
        for raw in ("street", "x", "yes", "unknown"):
            book.answer(book.sitting, raw)
        screen = driver.screen
        assert isinstance(screen, InterviewScreen)
        await screen.on_screen_resume()
        await driver.until_seen("That was the last question.")
        await driver.press("1", "2", "3")
        await driver.until(lambda: book.ended == ["stopped", "completed"])
        assert [type(one).__name__ for one in app.heard[1:]] == ["CheckWanted", "PlanWanted", "Stopped"]


@played
async def test_what_waits_for_privacy_is_named_at_the_end_and_is_not_the_end() -> None:
    alone = HOME.replace("{id: secret, ", "{id: secret, needs_privacy: true, ")
    main = f"{MAIN}\nnot_private_when: {{question: where, equals: street}}\n"
    book = book_of(script_of(alone, main))
    for raw in ("street", "yes", "unknown"):
        book.answer(book.sitting, raw)
    async with driving(on(book)) as driver:
        await driver.until_seen("1 question waits")
        await driver.press("f4")
        await driver.until(lambda: book.ended == ["stopped"])


@played
async def test_the_rail_stands_beside_on_a_wide_terminal_only() -> None:
    for size, is_shown in (((80, 24), False), ((120, 40), True)):
        async with driving(on(book_of(HOME)), size) as driver:
            await begin(driver)
            assert driver.screen.query_one(ProgressRail).display == is_shown
            assert ("4 to ask" in driver.seen()) == is_shown


@played
async def test_long_names_and_thirty_long_answers_stay_in_reach() -> None:
    options = "\n".join(f"      - {{id: o{n}, said: {'Something quite long ' * 6}{n}}}" for n in range(1, 31))
    book = book_of(
        "section: home\ntitle: Home\nrail: Home\nquestions:\n  - id: where\n    kind: choice\n"
        f"    said: {{standard: {'Tell me this. ' * 60}}}\n    audience: debts\n    options:\n{options}\n"
    )
    async with driving(on(book)) as driver:
        await begin(driver)
        await driver.press("end")
        await driver.until_seen("long 30")
        await driver.press("enter")
        await driver.until_seen("That was the last question.")


def keys_for(question: Question, raw: Json) -> tuple[str, list[str]]:
    """What is typed and pressed for an answer of an answers file."""
    if question.kind == "choice":
        return "", [str([option.id for option in question.options].index(str(raw)) + 1)]
    if question.kind == "yes_no":
        return "", [str(raw)[0]]
    return str(raw), ["enter"]


def _has_gone_on(driver: Driver, question_id: str) -> bool:
    return asked_now(driver) != question_id


@played
async def test_an_answers_list_ends_the_same_through_the_engine_and_through_the_screen() -> None:
    answers: dict[str, Json] = {
        "where": "rented",
        "whose": "Ash Invented",
        "since": "March 2020",
        "secret": "A word",
        "record": "no",
        "status": "settled_safe",
    }
    by_engine: Interview = book_of(HOME).sitting.interview
    asked_by_engine = []
    while by_engine.current is not None:
        asked_by_engine.append(by_engine.current.id)
        moved = engine.answer(by_engine, answers[by_engine.current.id])
        assert not isinstance(moved, Rejection)
        by_engine = moved
    book = book_of(HOME)
    asked_on_screen = []
    async with driving(on(book)) as driver:
        while (current := book.sitting.interview.current) is not None:
            await until_asked(driver, current.id)
            asked_on_screen.append(asked_now(driver))
            typed, keys = keys_for(current.question, answers[current.id])
            await driver.type(typed)
            await driver.press(*keys)
            await driver.until(partial(_has_gone_on, driver, current.id))
    assert asked_on_screen == asked_by_engine
    assert book.sitting.interview.standing.answers == by_engine.standing.answers
