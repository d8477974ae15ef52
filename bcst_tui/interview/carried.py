"""Taking answers over from earlier sittings, by the stable id of their question, also to another version of a script.

An answer that no longer fits the question of today is not taken over: it is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bcst_tui.interview.answer import Answer, Given, NoAnswer, Rejection, kept, parse
from bcst_tui.interview.earlier import NOTHING_TOLD, Earlier, Told, Unsaid
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import day_words, in_short, shown, with_answer
from bcst_tui.interview.state import Interview
from bcst_tui.script.model import Question
from bcst_tui.script.script import Script


def carried(before: Iterable[Interview], script: Script, to_begin_with: Earlier = NOTHING_TOLD) -> Earlier:
    """What these sittings, oldest first, hold for a sitting on this script.

    The last word counts: an answer taken back by a later "rather not say" is not carried; one that was only not asked
    again still is.
    """
    answers: dict[str, Told] = dict(to_begin_with.answers)
    unsaid: dict[str, Unsaid] = dict(to_begin_with.unsaid)
    rows: dict[str, tuple[int, ...]] = dict(to_begin_with.rows)
    settled: set[str] = set(to_begin_with.settled)
    for interview in before:
        for asked_id, group, answer in _answers(interview):
            if isinstance(answer, NoAnswer) and answer.code == "not_asked":
                continue
            settled.add(asked_id)
            if group == asked_id:
                _drop_rows(answers, asked_id)
                _drop_rows(unsaid, asked_id)
                rows[asked_id] = interview.standing.rows.get(asked_id, ())
                _learn_rows(answers, unsaid, interview, script, asked_id)
            _learn(answers, unsaid, script, asked_id, answer, interview.today)
    return Earlier(answers, rows, frozenset(settled), unsaid)


def out_of_an_earlier_stay(before: Iterable[Interview], script: Script) -> Earlier:
    """What these sittings of an earlier time in prison hold for a new one: only what is never asked again (R06)."""
    told = carried(before, script)
    never = {name for name, placed in script.placed.items() if placed.question.carry == "never_again"}
    return Earlier(
        {name: one for name, one in told.answers.items() if name in never},
        {},
        told.settled & never,
        {name: one for name, one in told.unsaid.items() if name in never},
    )


def told_before_words(interview: Interview, asked: Asked, covered: bool) -> str:
    """What was told before to this question, with its day, to be confirmed; empty if nothing was."""
    told = interview.told_before(asked.id)
    if told is None:
        return ""
    what = "covered" if covered and asked.question.sensitivity == "sensitive" else _what(interview, asked, told)
    whose = "Part 1 says," if told is interview.earlier.part_one.get(asked.id) else "Told on"
    return f"{whose} {day_words(told.on)}: {what}. Still right?"


def _what(interview: Interview, asked: Asked, told: Told | Unsaid) -> str:
    if not asked.placed.members or isinstance(told, Unsaid):
        return shown(asked.question, told.answer)
    rows = [_row_words(interview, asked, row) for row in interview.earlier.rows.get(asked.id, ())]
    return " · ".join(rows) or "none"


def _row_words(interview: Interview, group: Asked, row: int) -> str:
    names = [(member.question, f"{group.id}[{row}].{member.id}") for member in group.placed.members]
    told = interview.earlier.answers
    said = [(one, shown(one, told[name].answer)) for one, name in names if name in told]
    return "; ".join(with_answer(in_short(one), words) for one, words in said)


def _answers(interview: Interview) -> Iterator[tuple[str, str | None, Answer]]:
    """Each answer on the path outside rows: the question's id, the id again if it is a group, and the answer."""
    for asked in interview.path.asked:
        answer = interview.answer_to(asked.id)
        if answer is not None and asked.row is None:
            yield asked.id, asked.id if asked.placed.members else None, answer


def _learn_rows(
    answers: dict[str, Told], unsaid: dict[str, Unsaid], interview: Interview, script: Script, group: str
) -> None:
    for asked in interview.path.asked:
        if asked.row is not None and asked.placed.group == group:
            answer = interview.answer_to(asked.id)
            if answer is not None:
                _learn(answers, unsaid, script, asked.id, answer, interview.today)


def _learn(
    answers: dict[str, Told], unsaid: dict[str, Unsaid], script: Script, name: str, answer: Answer, on: date
) -> None:
    question = _question(script, name)
    again = parse(question, kept(answer)) if question is not None else None
    if isinstance(again, Given):
        answers[name] = Told(again, on)
        unsaid.pop(name, None)
    elif not isinstance(again, Rejection):
        answers.pop(name, None)
        if again is not None:
            unsaid[name] = Unsaid(again, on)


def _drop_rows(told: dict[str, Told] | dict[str, Unsaid], group: str) -> None:
    for name in [name for name in told if name.startswith(f"{group}[")]:
        del told[name]


def _question(script: Script, name: str) -> Question | None:
    if "]." in name:
        row, _, member = name.partition("].")
        placed = script.member(row.partition("[")[0], member)
    else:
        placed = script.placed.get(name)
    return placed.question if placed is not None else None
