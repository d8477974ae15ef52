"""What an interview tells of the case: its dates, meetings, advice, hand-offs, and what stayed unanswered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcst_tui.export.case import AdviceGiven, HandOff, KeyDate, Meeting, Unanswered
from bcst_tui.interview.answer import Given, NoAnswer
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import shown
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import AtTime, Chosen, OnDate

ADVICE_TAG = "advice"
HANDED_ON_WHAT = "b09_cannot_wait"
HANDED_ON_TO = "b09b_handed_to"
HANDED_ON_AT = "b09c_handed_at"
NEXT_MEETING = "k08_next_meeting"


def key_dates(interview: Interview) -> tuple[KeyDate, ...]:
    """The dates on the record (A02, A03, A06, A07)."""
    found = ((asked, day_of(interview, asked.id)) for asked in interview.path.asked)
    return tuple(
        KeyDate(asked.question.said.standard.rstrip("?"), day)
        for asked, day in found
        if day is not None and asked.question.audience == "custody_dates"
    )


def meetings(interview: Interview) -> tuple[Meeting, ...]:
    """The meeting arranged at the end (K08), under the label every meeting has."""
    day = day_of(interview, NEXT_MEETING)
    return (Meeting(day),) if day else ()


def advice(interview: Interview, on: date) -> tuple[AdviceGiven, ...]:
    """Every piece of advice ticked as given."""
    return tuple(_advice(interview, on))


def _advice(interview: Interview, on: date) -> Iterator[AdviceGiven]:
    for asked in interview.path.asked:
        answer = interview.answer_to(asked.id)
        if isinstance(answer, Given) and isinstance(answer.value, Chosen):
            for option in asked.question.options:
                if option.id in answer.value.codes and ADVICE_TAG in option.tags:
                    other = f": {answer.value.other}" if option.other and answer.value.other else ""
                    yield AdviceGiven(f"{option.said}{other}", asked.question.audience, on)


def unanswered(interview: Interview) -> tuple[Unanswered, ...]:
    """What was declined, not asked, not known, does not apply, or waits for a private moment."""
    told = [_non_answer(asked, interview) for asked in interview.path.asked]
    waiting = [
        Unanswered(asked.question.said.standard, "not_asked", asked.question.audience, "not_private")
        for asked in interview.path.waiting
    ]
    kept_out = [
        Unanswered(asked.question.said.standard, "not_asked", asked.question.audience, "kept_out")
        for asked in interview.path.kept_out
    ]
    return tuple([one for one in told if one is not None] + waiting + kept_out)


def _non_answer(asked: Asked, interview: Interview) -> Unanswered | None:
    answer = interview.answer_to(asked.id)
    if not isinstance(answer, NoAnswer):
        return None
    words = asked.question.said.standard
    return Unanswered(words, answer.code, asked.question.audience, answer.reason or "")


def hand_offs(interview: Interview) -> tuple[HandOff, ...]:
    """What could not wait and was passed on at once (B09, R10)."""
    what, told = (_words(interview, name) for name in (HANDED_ON_WHAT, HANDED_ON_TO))
    if not what or not told:
        return ()
    return (HandOff(day_of(interview, HANDED_ON_AT), told, what),)


def day_of(interview: Interview, question_id: str) -> date | None:
    """The date somebody answered with, if they did."""
    answer = interview.answer_to(question_id)
    if isinstance(answer, Given) and isinstance(answer.value, OnDate | AtTime):
        size = answer.value.size
        return size if isinstance(size, date) else None
    return None


def _words(interview: Interview, question_id: str) -> str:
    asked = interview.path.get(question_id)
    answer = interview.answer_to(question_id)
    return shown(asked.question, answer) if asked and isinstance(answer, Given) else ""
