"""Nothing is asked twice: what an earlier sitting holds is shown to confirm, or not asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from bcst_tui.interview import engine
from bcst_tui.interview.answer import Given, NoAnswer, kept
from bcst_tui.interview.carried import carried, told_before_words
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.script import Script
from tests.interview.random_scripts import Step, begun, taken, walks
from tests.vocabulary import SATURDAY, Interviewing, script_of

LATER = date(2027, 2, 1)
SCRIPT = """
section: home
title: Home
rail: Home
questions:
  - {id: rent, kind: yes_no, said: {standard: Do you rent?}, audience: names}
  - {id: mood, kind: yes_no, carry: fresh, said: {standard: How are you?}, audience: names}
  - {id: past, kind: yes_no, carry: never_again, said: {standard: Does it still upset you?}, audience: names}
  - id: debts
    kind: group
    row_named: debt
    said: {standard: Which debts?}
    audience: names
    questions:
      - {id: whom, kind: short_text, said: {standard: Whom?}, audience: names}
"""


def first(**answers: Json) -> Interviewing:
    here = Interviewing(engine.begin(script_of(SCRIPT), "first_screening", SATURDAY))
    for name, raw in answers.items():
        here = here.is_asked(name).answer(raw)
        assert here.rejection is None
    return here


def again(*before: Interviewing, script: Script | None = None) -> Interviewing:
    """The next sitting of the same person."""
    on = script or script_of(SCRIPT)
    told = carried([one.interview for one in before], on)
    return Interviewing(engine.begin(on, "review", LATER, earlier=told))


def confirmed(here: Interviewing) -> Interviewing:
    moved = engine.confirm(here.interview)
    assert isinstance(moved, Interview), moved
    return Interviewing(moved)


def test_what_was_told_is_shown_with_its_day_and_confirmed_with_one_move() -> None:
    here = again(first(rent="yes")).is_asked("rent")
    told = here.interview.told_before("rent")
    assert told is not None and told.on == SATURDAY
    confirmed(here).is_asked("mood")


def test_a_question_that_is_always_asked_afresh_shows_nothing_of_before() -> None:
    here = confirmed(again(first(rent="yes", mood="yes"))).is_asked("mood")
    assert here.interview.told_before("mood") is None
    assert not isinstance(engine.confirm(here.interview), Interview)


def test_what_is_asked_once_in_a_life_is_not_asked_again_even_if_it_was_declined() -> None:
    answers: tuple[Json, ...] = ("yes", {"declined": "true"})
    for answer in answers:
        here = again(first(rent="yes", mood="yes", past=answer))
        assert not here.will_ask("past")


def test_what_was_only_not_asked_is_asked_at_the_next_sitting() -> None:
    assert again(first(rent="yes", mood="yes", past={"not_asked": "no_time"})).will_ask("past")


def test_a_later_rather_not_say_takes_an_answer_back() -> None:
    here = again(first(rent="yes"), first(rent={"declined": "true"}))
    assert here.interview.told_before("rent") is None


def test_what_did_not_apply_is_only_to_be_confirmed_and_what_was_not_known_is_asked_anew() -> None:
    here = again(first(rent={"not_applicable": "true"}))
    asked = here.interview.current
    assert asked is not None
    assert told_before_words(here.interview, asked, covered=False).endswith("does not apply. Still right?")
    assert confirmed(here).interview.answer_to("rent") == NoAnswer("not_applicable")
    assert again(first(rent={"not_known": "true"})).interview.told_before("rent") is None


def test_a_question_not_asked_again_keeps_what_was_told() -> None:
    here = again(first(rent="yes"), first(rent={"not_asked": "no_time"}))
    assert here.interview.told_before("rent") is not None


def test_a_group_is_confirmed_with_its_rows_and_may_then_be_changed() -> None:
    here = first(rent="yes", mood="yes", past="no").adds_row("debts").answer("a friend")
    here = here.adds_row("debts").answer("a shop").is_asked("debts").answer("done")
    later = confirmed(again(here)).answer("yes").is_asked("debts")
    asked = later.interview.current
    assert asked is not None
    assert "Whom? A friend · Whom? A shop" in told_before_words(later.interview, asked, covered=False)
    later = confirmed(later).is_finished()
    rows = later.interview.standing.rows["debts"]
    assert [later.interview.answer_to(f"debts[{row}].whom") for row in rows] == [
        here.interview.answer_to(f"debts[{row}].whom") for row in here.interview.standing.rows["debts"]
    ]
    assert later.removes_row(f"debts[{rows[0]}]").rejection is None


def test_an_answer_that_no_longer_fits_is_asked_anew_in_another_version_of_the_script() -> None:
    changed = script_of(SCRIPT.replace("id: rent, kind: yes_no", "id: rent, kind: whole_number"))
    here = again(first(rent="yes"), script=changed)
    assert here.is_asked("rent").interview.told_before("rent") is None


def test_nothing_told_means_nothing_to_confirm() -> None:
    here = again(first())
    assert not isinstance(engine.confirm(here.interview), Interview)
    assert here.interview.told_before("nowhere") is None


@settings(max_examples=60, deadline=None)
@given(begun(), walks())
def test_confirming_everything_gives_the_same_answers(start: Interview, walk: list[Step]) -> None:
    before = start
    for step in walk:
        before = taken(before, step)
    told = carried([before], before.script)
    here = replace(engine.begin(before.script, before.sitting, before.today, before.facts), earlier=told)
    while (asked := here.current) is not None:
        moved = engine.confirm(here)
        if not isinstance(moved, Interview):
            answer = before.answer_to(asked.id)
            raw: Json = kept(answer) if answer is not None else {"not_asked": "other"}
            moved = engine.answer(here, raw)
        if not isinstance(moved, Interview):
            moved = engine.skip(here, "not_asked", "other")
        assert isinstance(moved, Interview)
        here = moved
    for name, one in told.answers.items():
        asked_now = here.path.get(name)
        if asked_now is not None and asked_now.row is None and asked_now.question.carry == "confirm":
            assert here.answer_to(name) == Given(one.answer.value)
