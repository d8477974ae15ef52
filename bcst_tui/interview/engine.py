"""Taking an interview one move further; every function returns a new Interview, or a Rejection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.interview.answer import Answer, NoAnswer, NotAskedReason, Rejection, kept, parse
from bcst_tui.interview.bounds import within_bounds
from bcst_tui.interview.earlier import NOTHING_TOLD, Earlier
from bcst_tui.interview.known import KnownInRow
from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Act, Interview, Move, row_of, standing_moves
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import SittingKind
from bcst_tui.script.script import Script


def begin(
    script: Script,
    sitting: SittingKind,
    today: date,
    facts: Mapping[str, str] | None = None,
    earlier: Earlier = NOTHING_TOLD,
) -> Interview:
    """An interview with nothing answered yet; what was told `earlier` is there to be confirmed."""
    return Interview(script, sitting, today, facts or {}, earlier=earlier)


def resume(interview: Interview, moves: Iterable[Move]) -> Interview:
    """The interview after these moves, as if it had never been stopped."""
    return replace(interview, moves=(*interview.moves, *moves))


def answer(interview: Interview, raw: Json, today: date | None = None) -> Interview | Rejection:
    """Answer the question being asked and go on to the next; `today` as in `revise`."""
    asked = interview.current
    if asked is None:
        return Rejection("Every question has been answered.")
    answered = revise(interview, asked.id, raw, today)
    return onward(interview) if answered is interview else answered


def revise(interview: Interview, question_id: str, raw: Json, today: date | None = None) -> Interview | Rejection:
    """Change an earlier answer and replay what follows; answers now off the path are set aside.

    `today`: the day it is answered, where that is after the day of the sitting; a date may then lie between the two.
    The answer it already has changes nothing, and gives back the very same interview.
    """
    asked = interview.path.get(question_id)
    if asked is None:
        return Rejection("That is not asked as things stand.")
    told = checked(interview, asked, raw, today)
    if isinstance(told, Rejection):
        return told
    if interview.standing.answers.get(question_id) == told:
        return interview
    return _moved(interview, Move("answer", question_id, told))


def confirm(interview: Interview) -> Interview | Rejection:
    """Say of the question being asked that what was told before is still right; a group comes with its rows."""
    asked = interview.current
    told = interview.told_before(asked.id) if asked is not None else None
    if asked is None or told is None:
        return Rejection("Nothing was told before to confirm here.")
    if asked.placed.members:
        for row in interview.earlier.rows.get(asked.id, ()):
            interview = _row_confirmed(interview, asked.id, row)
    answered = revise(interview, asked.id, kept(told.answer))
    return answered


def skip(interview: Interview, code: NonAnswerCode, reason: NotAskedReason | None = None) -> Interview | Rejection:
    """Leave the question being asked with one of the four non-answers."""
    return answer(interview, NoAnswer(code, reason).kept())


def checked(interview: Interview, asked: Asked, raw: Json, today: date | None = None) -> Answer | Rejection:
    """The one place where an entry becomes an answer: parsed by kind, then held to the question's bounds."""
    told = parse(asked.question, raw)
    if isinstance(told, Rejection):
        return told
    group = asked.placed.group
    known = interview.known
    if today is not None and today > known.today:
        known = replace(known, today=today)
    scope = KnownInRow(known, group, asked.row) if group and asked.row is not None else known
    return within_bounds(asked.question, told, scope)


def look(interview: Interview, question_id: str) -> Interview | Rejection:
    """Go to any question on the path, answered or not, without changing anything."""
    if interview.path.get(question_id) is None:
        return Rejection("That is not asked as things stand.")
    return _moved(interview, Move("look", question_id))


def back(interview: Interview) -> Interview:
    """Look at the question before; at the first one, stay."""
    asked = interview.path.asked
    current = interview.current
    place = interview.path.position(current.id) if current else len(asked)
    return _moved(interview, Move("look", asked[place - 1].id)) if place > 0 else interview


def onward(interview: Interview) -> Interview:
    """Leave an answer as it is and look at the question behind it, or at whatever is next."""
    current = interview.current
    if current is None:
        return interview
    behind = interview.path.asked[interview.path.position(current.id) + 1 :]
    if current.id in interview.standing.answers and behind:
        return _moved(interview, Move("look", behind[0].id))
    return _moved(interview, Move("look", ""))


def undo(interview: Interview) -> Interview:
    """Take back the last answer or row and stand where it was; with nothing to take back, nothing changes."""
    done = [move for move in standing_moves(interview.moves) if move.act != "look"]
    if not done:
        return interview
    undone = _moved(interview, Move("undo"))
    question = done[-1].question
    return _moved(undone, Move("look", question)) if undone.path.get(question) else undone


def add_row(interview: Interview, group_id: str) -> Interview | Rejection:
    """Begin another row of a group; its questions come next. A row keeps its number for good."""
    asked = interview.path.get(group_id)
    if asked is None or not asked.placed.members:
        return Rejection("There is nothing to add to here.")
    if len(interview.standing.rows.get(group_id, ())) >= asked.question.at_most_rows:
        return Rejection(f"There is room for {asked.question.at_most_rows}. Take one out first.")
    return _moved(interview, Move("add_row", group_id))


def remove_row(interview: Interview, row_id: str) -> Interview | Rejection:
    """Take a row (`f10_children[2]`) and its answers out."""
    try:
        group, row = row_of(row_id)
    except ValueError:
        return Rejection("That is not a row.")
    if row not in interview.standing.rows.get(group, ()):
        return Rejection("That row is no longer there.")
    return _moved(interview, Move("remove_row", row_id))


def _row_confirmed(interview: Interview, group: str, row: int) -> Interview:
    """One row as it was told before, under a number of its own."""
    added = _moved(interview, Move("add_row", group))
    number = added.standing.rows[group][-1]
    for name, told in added.earlier.answers.items():
        if name.startswith(f"{group}[{row}]."):
            answered = revise(added, f"{group}[{number}].{name.partition('].')[2]}", kept(told.answer))
            added = added if isinstance(answered, Rejection) else answered
    return added


def move_of(script: Script, act: Act, question_id: str, stored: Json | None) -> Move:
    """A move as it was stored, read back against the script it was made on.

    Raises ValueError if the stored answer does not fit the script.
    """
    if stored is None:
        return Move(act, question_id)
    placed = script.placed.get(question_id)
    if placed is None and "]." in question_id:
        row, _, member = question_id.partition("].")
        placed = script.member(row.partition("[")[0], member)
    told = parse(placed.question, stored) if placed else Rejection("")
    if isinstance(told, Rejection):
        raise ValueError(f"the stored answer to {question_id} does not fit its script")
    return Move(act, question_id, told)


def _moved(interview: Interview, move: Move) -> Interview:
    return replace(interview, moves=(*interview.moves, move))
