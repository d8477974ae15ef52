"""All that is known of somebody by the end of a sitting: what was told in it, and before it what nobody asked again.

A plan lives on across sittings, so it follows from both. What an answer of today has put off the path is out, whenever
it was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bcst_tui.interview.answer import Answer, NoAnswer
from bcst_tui.interview.earlier import NOTHING_TOLD
from bcst_tui.interview.known import Known, KnownInRow
from bcst_tui.interview.path import Asked, Path
from bcst_tui.interview.state import Interview, Standing, fold
from bcst_tui.script.condition import Scope, holds
from bcst_tui.script.model import SITTING_KINDS
from bcst_tui.script.script import Placed

LEGAL_STATUS = "a04_legal_status"
BEFORE = "legal_status_before"


@dataclass(frozen=True)
class WholeInterview(Interview):
    """An interview whose answers and path hold what was told before it as well."""

    @cached_property
    def standing(self) -> Standing:
        """The answers of all sittings together; those of this one win, unless nobody was asked."""
        own = fold(self.moves)
        rows = _rows_of_today(own)
        told = {
            name: answer for name, answer in self._told.items() if "[" not in name or name.split("[")[0] not in rows
        }
        answers = {**told, **_of_today(own.answers, told)}
        return replace(own, answers=answers, rows={**self.earlier.rows, **rows})

    @cached_property
    def path(self) -> Path:
        """What is asked in this sitting, and what was answered in an earlier one and still stands."""
        return _Walk(self).path()

    @cached_property
    def today_only(self) -> Interview:
        """This sitting alone."""
        return Interview(self.script, self.sitting, self.today, self.facts, self.moves, self.earlier)

    @property
    def known_before(self) -> Known:
        """What is known before the first question; that somebody was on remand the last time too (R13)."""
        known = super().known_before
        before = self.earlier.answers.get(LEGAL_STATUS)
        codes = before.answer.value.codes if before is not None else ()
        facts = {BEFORE: codes[0], **known.facts} if codes else known.facts
        return Known(known.script, known.today, facts)

    @property
    def _told(self) -> Mapping[str, Answer]:
        unsaid = {name: one.answer for name, one in self.earlier.unsaid.items()}
        return {name: told.answer for name, told in self.earlier.answers.items()} | unsaid


def whole(interview: Interview) -> Interview:
    """The same sitting with what was told before it."""
    if isinstance(interview, WholeInterview) or interview.earlier == NOTHING_TOLD:
        return interview
    return WholeInterview(
        interview.script, interview.sitting, interview.today, interview.facts, interview.moves, interview.earlier
    )


def told_on(interview: Interview, name: str) -> date:
    """The day on which the answer that stands was given."""
    if isinstance(interview, WholeInterview) and name in interview.earlier.answers:
        own = interview.today_only.standing.answers.get(name)
        if own is None or _was_not_asked(own):
            return interview.earlier.answers[name].on
    return interview.today


def is_accounted_for(interview: Interview, name: str) -> bool:
    """Whether anything is known of this question or fact by now: put today, answered some day, or on the record."""
    question_id = name.partition("[")[0]
    today = interview.today_only if isinstance(interview, WholeInterview) else interview
    told = interview.earlier
    return (
        question_id in today.path.by_id
        or name in interview.standing.answers
        or question_id in (*interview.standing.answers, *told.rows, *told.settled)
        or question_id in interview.facts
        or question_id in interview.script.facts
    )


def _of_today(own: Mapping[str, Answer], told: Mapping[str, Answer]) -> Mapping[str, Answer]:
    return {name: answer for name, answer in own.items() if name not in told or not _was_not_asked(answer)}


def _was_not_asked(answer: Answer) -> bool:
    return isinstance(answer, NoAnswer) and answer.code == "not_asked"


def _rows_of_today(own: Standing) -> Mapping[str, tuple[int, ...]]:
    """The rows of every group that was touched or settled in this sitting."""
    settled = {name: own.rows.get(name, ()) for name, answer in own.answers.items() if not _was_not_asked(answer)}
    return {**{name: rows for name, rows in own.rows.items() if rows}, **settled}


class _Walk:
    """One way over the script, collecting what is known as it goes."""

    def __init__(self, interview: WholeInterview) -> None:
        self._interview = interview
        self._today = interview.today_only.path
        self._answers = interview.standing.answers
        self._known = interview.known_before
        self._asked: list[Asked] = []
        facts = self._known.facts
        self._as_if = [
            Known(
                self._known.script,
                self._known.today,
                {**facts, "sitting": kind},
                self._known.answers,
                self._known.group_rows,
            )
            for kind in (interview.sitting, *SITTING_KINDS)
        ]

    def path(self) -> Path:
        kept_out = {one.id for one in self._today.kept_out}
        for placed in self._interview.script.order:
            if placed.id in self._today.by_id or (placed.id not in kept_out and self._still_stands(placed)):
                self._take(placed)
        return Path(tuple(self._asked), self._waiting(), self._known, self._today.kept_out)

    def _waiting(self) -> tuple[Asked, ...]:
        """What waits for a private moment and was not told in one before."""
        return tuple(one for one in self._today.waiting if one.id not in self._known.answers)

    def _still_stands(self, placed: Placed) -> bool:
        """Whether what was told before about this holds with what is known now, whichever sitting asked it."""
        if placed.id not in self._interview.earlier.answers and placed.id not in self._interview.earlier.unsaid:
            return False
        keep_out = self._interview.script.kept_out_when.get(placed.question.kept_out_by or "")
        if keep_out is not None and holds(keep_out, self._known):
            return False
        return any(all(holds(when, known) for when in placed.conditions) for known in self._as_if)

    def _take(self, placed: Placed) -> None:
        if placed.members:
            self._known.group_rows[placed.id] = self._interview.standing.rows.get(placed.id, ())
            self._asked.extend(self._in_rows(placed))
        self._asked.append(Asked(placed.id, placed))
        self._learn(placed, placed.id)

    def _in_rows(self, group: Placed) -> Iterator[Asked]:
        for row in self._known.group_rows[group.id]:
            scopes: list[Scope] = [KnownInRow(known, group.id, row) for known in self._as_if]
            for member in group.members:
                name = f"{group.id}[{row}].{member.id}"
                told = name in self._today.by_id or name in self._answers
                if told and any(all(holds(when, scope) for when in member.conditions) for scope in scopes):
                    yield Asked(name, member, row)
                    self._learn(member, name)

    def _learn(self, placed: Placed, name: str) -> None:
        if name in self._answers:
            self._known.answers[name] = (placed.question, self._answers[name])
