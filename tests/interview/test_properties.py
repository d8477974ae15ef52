"""What holds of every interview, whatever the script and whatever is done in it."""

from __future__ import annotations

import json

from hypothesis import given, settings

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NON_ANSWERS, Answer, NoAnswer, Rejection, kept
from bcst_tui.interview.known import KnownInRow
from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview, Move
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import Scope, holds
from bcst_tui.script.script import Placed
from tests.interview.random_scripts import ACTS, Step, begun, entry_for, non_answer, taken, walks

EXAMPLES = settings(max_examples=60)


def walked(interview: Interview, walk: list[Step]) -> Interview:
    for step in walk:
        interview = taken(interview, step)
    return interview


@EXAMPLES
@given(begun(), walks(), walks())
def test_resuming_at_any_point_equals_never_having_stopped(
    start: Interview, before: list[Step], after: list[Step]
) -> None:
    stopped = walked(start, before)
    resumed = engine.resume(start, [as_stored(start, move) for move in stopped.moves])
    for step in after:
        assert seen_of(resumed) == seen_of(stopped)
        stopped, resumed = taken(stopped, step), taken(resumed, step)
    assert seen_of(resumed) == seen_of(stopped)
    assert resumed == stopped


@EXAMPLES
@given(begun(), walks())
def test_revising_to_the_old_value_changes_nothing(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    for asked in interview.path.asked:
        if (answer := interview.answer_to(asked.id)) is not None:
            assert engine.revise(interview, asked.id, kept(answer)) is interview


@EXAMPLES
@given(begun(), walks())
def test_exactly_the_questions_whose_conditions_hold_are_shown(start: Interview, walk: list[Step]) -> None:
    interview = start
    for step in (("onward", 0), *walk):
        interview = taken(interview, step)
        shown = {asked.id for asked in interview.path.asked} | {asked.id for asked in interview.path.waiting}
        assert shown == belonging(interview)
        assert interview.current is None or interview.current.id in shown


@EXAMPLES
@given(begun(), walks())
def test_questions_wait_only_for_privacy(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    condition = interview.script.not_private_when
    for asked in interview.path.waiting:
        assert asked.question.needs_privacy
        assert condition is not None and holds(condition, interview.known)
        assert asked.id not in interview.standing.answers


@EXAMPLES
@given(begun(), walks())
def test_every_question_on_the_path_can_be_left_with_each_non_answer(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    for asked in interview.path.asked:
        for code in range(len(NON_ANSWERS)):
            looking = engine.look(interview, asked.id)
            assert isinstance(looking, Interview)
            left = engine.answer(looking, non_answer(code))
            assert isinstance(left, Interview)
            assert isinstance(left.standing.answers[asked.id], NoAnswer)
            assert left.current is None or left.current.id != asked.id


@EXAMPLES
@given(begun(), walks())
def test_no_question_is_asked_twice_when_answers_only_go_forward(start: Interview, walk: list[Step]) -> None:
    interview, asked_before = start, set[str]()
    picks = iter([pick for _, pick in walk] * 20)
    while (asked := interview.current) is not None:
        assert asked.id not in asked_before
        asked_before.add(asked.id)
        pick = next(picks, 7)
        raw = non_answer(pick) if pick % 5 == 0 else entry_for(asked.question, pick)
        moved = engine.answer(interview, raw)
        assert isinstance(moved, Interview), moved
        interview = moved
    assert interview.is_complete
    assert {one.id for one in interview.path.asked} <= asked_before


@EXAMPLES
@given(begun(), walks())
def test_undo_undoes(start: Interview, walk: list[Step]) -> None:
    interview = start
    for step in walk:
        after = taken(interview, step)
        if after.moves != interview.moves and after.moves[-1].act in ("answer", "add_row", "remove_row"):
            undone = engine.undo(after)
            assert undone.standing.answers == interview.standing.answers
            assert undone.standing.rows == interview.standing.rows
            assert path_of(undone) == path_of(interview)
        interview = after


@EXAMPLES
@given(begun(), walks())
def test_undoing_again_and_again_leads_back_to_the_beginning(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    for _ in interview.moves:
        interview = engine.undo(interview)
    assert not interview.standing.answers
    assert engine.undo(interview) is interview


@EXAMPLES
@given(begun(), walks())
def test_answers_set_aside_return_when_the_path_returns(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    for asked in interview.path.asked:
        old = interview.answer_to(asked.id)
        if old is None:
            continue
        for pick in range(3):
            away = changed(interview, asked, entry_for(asked.question, pick))
            assert set(away.standing.answers) == set(interview.standing.answers)
            again = changed(away, asked, kept(old))
            assert again.set_aside == interview.set_aside
            assert path_of(again) == path_of(interview)
            assert answers_of(again) == answers_of(interview)


@EXAMPLES
@given(begun(), walks())
def test_answers_on_the_path_and_set_aside_are_all_the_answers_there_are(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    on_path = {asked.id for asked in interview.path.asked if interview.answer_to(asked.id) is not None}
    assert on_path | set(interview.set_aside) == set(interview.standing.answers)
    assert not on_path & set(interview.set_aside)
    assert set(interview.known.answers) == on_path


@EXAMPLES
@given(begun(), walks())
def test_back_goes_to_the_question_before(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    current = interview.current
    asked = interview.path.asked
    place = interview.path.position(current.id) if current else len(asked)
    before = engine.back(interview)
    if place == 0:
        assert before is interview
    else:
        assert before.current == asked[place - 1]
        assert answers_of(before) == answers_of(interview)


@EXAMPLES
@given(begun(), walks())
def test_progress_counts_the_questions_on_the_path(start: Interview, walk: list[Step]) -> None:
    interview = walked(start, walk)
    progress = interview.progress()
    assert progress.asked == len(interview.path.asked)
    assert progress.waiting == len(interview.path.waiting)
    assert (progress.answered == progress.asked) is interview.is_complete


def test_walks_can_do_everything_an_interview_can() -> None:
    assert {"answer", "revise", "back", "onward", "look", "undo", "add_row", "remove_row"} <= set(ACTS)


def as_stored(interview: Interview, move: Move) -> Move:
    """The move, written down as text and read back."""
    text = json.dumps(kept(move.answer)) if move.answer is not None else None
    raw = json.loads(text) if text is not None else None
    return engine.move_of(interview.script, move.act, move.question, raw)


def changed(interview: Interview, asked: Asked, raw: Json) -> Interview:
    moved = engine.revise(interview, asked.id, raw)
    assert not isinstance(moved, Rejection), moved
    return moved


def path_of(interview: Interview) -> list[str]:
    return [asked.id for asked in interview.path.asked]


def answers_of(interview: Interview) -> dict[str, Answer]:
    return {asked.id: told for asked in interview.path.asked if (told := interview.answer_to(asked.id)) is not None}


def seen_of(interview: Interview) -> tuple[object, ...]:
    """Everything a worker could notice."""
    current = interview.current.id if interview.current else None
    waiting = [asked.id for asked in interview.path.waiting]
    return current, path_of(interview), waiting, answers_of(interview), interview.set_aside, interview.progress()


def belonging(interview: Interview) -> set[str]:
    """The questions that belong to this interview, judged one by one and not by walking."""
    known = interview.known
    waiting = {asked.id for asked in interview.path.waiting}
    found = set[str]()
    for placed in interview.script.order:
        if belongs(interview, placed, known):
            found.add(placed.id)
            if placed.members and placed.id not in waiting:
                for row in interview.standing.rows.get(placed.id, ()):
                    scope = KnownInRow(known, placed.id, row)
                    rows = [one for one in placed.members if belongs(interview, one, scope)]
                    found.update(f"{placed.id}[{row}].{one.id}" for one in rows)
    return found


def belongs(interview: Interview, placed: Placed, scope: Scope) -> bool:
    return interview.sitting in placed.sittings and all(holds(when, scope) for when in placed.conditions)
