"""The interview on screen: what it asks, shows, saves and says, and that it ends where the engine would."""

from __future__ import annotations

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NoAnswer, Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan, SettledStatus
from bcst_tui.script.model import Question
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.widgets.progress_rail import ProgressRail
from tests.script.bcst2 import bcst2
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around, BookInMemory, asked_now, book_of, casebook, until_asked
from tests.tui.keying import give
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
async def test_escape_leaves_an_interview_in_which_nothing_is_left_to_ask() -> None:
    book = book_of(HOME)
    while (asked := book.sitting.interview.current) is not None:
        assert not isinstance(book.skip(book.sitting, "declined"), Rejection), asked.id
    app = on(book)
    async with driving(app) as driver:
        await driver.until_seen("That was the last question")
        await driver.press("escape")
        await driver.until(lambda: [type(one) for one in app.heard] == [InterviewScreen.Left])
    assert book.sitting.interview.current is None


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


def first_answer(question: Question) -> Json:
    """An answer that will do for nearly any question of this kind, as an answers file has it."""
    answers: dict[str, Json] = {
        "short_text": "Ash",
        "long_text": "Words",
        "address": "1 Mill Lane",
        "phone": "01632 960001",
        "whole_number": "3",
        "money": "20 a week",
        "date": "1/12/2026",
        "partial_date": "March 2020",
        "date_time": "20/11/2026 10:00",
        "length_of_time": "3 months",
        "scale": "4",
        "yes_no": "yes",
    }
    if question.kind == "choice":
        return question.options[0].id
    if question.kind == "choices":
        return [question.options[0].id]
    if question.kind == "each":
        return {row.id: question.options[-1].id for row in question.each}
    return answers.get(question.kind, "done")


def by_engine(begun: Interview) -> tuple[Interview, list[tuple[str, Json]]]:
    """The interview played to its end through the engine, and what was asked and answered, in order."""
    interview, given = begun, []
    while (asked := interview.current) is not None:
        raw = first_answer(asked.question)
        moved = engine.answer(interview, raw)
        if isinstance(moved, Rejection):
            raw = {"declined": "true"}
            moved = engine.answer(interview, raw)
        assert not isinstance(moved, Rejection)
        given.append((asked.id, raw))
        interview = moved
    return interview, given


@played
async def test_the_whole_script_ends_the_same_through_the_engine_and_by_keys() -> None:
    book = book_of(bcst2(), {"age": "30", "resettlement_prison": "yes"})
    ended, given = by_engine(book.sitting.interview)
    asked_on_screen = []
    async with driving(on(book)) as driver:
        for question_id, raw in given:
            await until_asked(driver, question_id)
            asked_on_screen.append(asked_now(driver))
            current = book.sitting.interview.current
            assert current is not None
            await give(driver, current.question, raw)
        await driver.until(lambda: book.sitting.interview.current is None)
    assert asked_on_screen == [question_id for question_id, _ in given]
    assert len(asked_on_screen) > 40
    assert book.sitting.interview.standing.answers == ended.standing.answers
