"""What an interview tells of the case: dates, answers, advice, hand-offs, and what stayed unanswered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from bcst_tui.export.case import (
    AdviceGiven,
    CaseHeader,
    Goal,
    HandOff,
    KeyDate,
    Meeting,
    Occasion,
    SittingHeld,
    ToldAnswer,
    Unanswered,
)
from bcst_tui.interview.answer import Given, NoAnswer
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import in_short, shown
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Acknowledged, Address, AtTime, Chosen, OnDate, Text
from bcst_tui.interview.whole import told_on
from bcst_tui.plan.distance import QUESTIONS as MARKS
from bcst_tui.plan.evidence import grounds
from bcst_tui.script.condition import holds
from bcst_tui.script.model import Question

ADVICE_TAG = "advice"
HANDED_ON = (
    ("b09_cannot_wait", "b09b_handed_to", "b09c_handed_at"),
    ("e03d_worry_in_here", "e03e_handed_to", "e03f_handed_at"),
)
"""What could not wait, who was told, and when."""
NEXT_MEETING = "k08_next_meeting"
CAN_NAME_IT, MOST_WANTED = "g11_most_want", "g11b_in_own_words"
OWN_COPY = "b04_copy"
THEIR_OWN = ("c05e_address",)
"""Typed, and of nobody else, though its row may tell of others."""
NOTHING_TO_KEEP_TO = ("no", "not_now")
ALL_WELL = {"c04_safe_there": ("yes",), "e05_money_only_to_me": ("already", *NOTHING_TO_KEEP_TO)}
"""Questions with answers of their own by which all is well, and nothing is left to keep to."""
TOLD_ELSEWHERE = (*(name for names in HANDED_ON for name in names), NEXT_MEETING, CAN_NAME_IT, MOST_WANTED, *MARKS)


def with_interview(who: CaseHeader, interview: Interview, status: str, others: Collection[str]) -> CaseHeader:
    """The case with all that its interview tells; `others`: the audience rows that may tell of other people."""
    return replace(
        who,
        key_dates=key_dates(interview),
        sittings=(SittingHeld(interview.sitting, interview.today, status),),
        meetings=meetings(interview),
        goals=goals(interview),
        told=answers(interview, others),
        occasions=occasions(interview),
        advice=advice(interview),
        unanswered=unanswered(interview),
        hand_offs=hand_offs(interview),
        easy_words=_likes(interview, "easy_words"),
        large_print=_likes(interview, "large_print"),
    )


def _likes(interview: Interview, form: str) -> bool:
    """Whether the person would like their own copy so (B04)."""
    answer = interview.answer_to(OWN_COPY)
    return isinstance(answer, Given) and isinstance(answer.value, Chosen) and form in answer.value.codes


def key_dates(interview: Interview) -> tuple[KeyDate, ...]:
    """The dates on the record (A02, A03, A06, A07)."""
    found = ((asked, day_of(interview, asked.id)) for asked in interview.path.asked)
    return tuple(
        KeyDate(in_short(asked.question), day, at=time_of(interview, asked.id))
        for asked, day in found
        if day is not None and asked.question.audience == "custody_dates"
    )


def meetings(interview: Interview) -> tuple[Meeting, ...]:
    """The meeting arranged at the end (K08), under the label every meeting has; one kept by this sitting is over."""
    day = day_of(interview, NEXT_MEETING)
    is_over = day is not None and told_on(interview, NEXT_MEETING) < interview.today >= day
    return (Meeting(day),) if day and not is_over else ()


def goals(interview: Interview) -> tuple[Goal, ...]:
    """What the person most wants (G11), in their words."""
    answer = interview.answer_to(MOST_WANTED)
    return (Goal(answer.value.words),) if isinstance(answer, Given) and isinstance(answer.value, Text) else ()


def answers(interview: Interview, others: Collection[str]) -> tuple[ToldAnswer, ...]:
    """Every answer that no other part of a paper tells, in the order it was asked for."""
    dates = {one.title for one in key_dates(interview)}
    found = (_told(asked, interview, others) for asked in interview.path.asked if asked.id not in TOLD_ELSEWHERE)
    return tuple(one for one in found if one is not None and one.question not in dates)


def _told(asked: Asked, interview: Interview, others: Collection[str]) -> ToldAnswer | None:
    question, answer = asked.question, interview.answer_to(asked.id)
    if not isinstance(answer, Given) or isinstance(answer.value, Acknowledged) or _is_advice(question, answer):
        return None
    typed = isinstance(answer.value, Text | Address) or (isinstance(answer.value, Chosen) and answer.value.other)
    words = shown(question, answer)
    return ToldAnswer(
        asked.id,
        _asked(asked, interview),
        f"{words[:1].upper()}{words[1:]}",
        question.audience,
        names_others=bool(typed) and question.audience in others and question.id not in THEIR_OWN,
        part=interview.script.section(asked.placed.section).file.title,
        keeps_to_nothing=_keeps_to_nothing(question, answer),
    )


def _keeps_to_nothing(question: Question, answer: Given) -> bool:
    codes = answer.value.codes if isinstance(answer.value, Chosen) else ()
    return set(codes) <= set(ALL_WELL.get(question.id, NOTHING_TO_KEEP_TO)) and bool(codes)


def _is_advice(question: Question, answer: Given) -> bool:
    """Whether this is a list of what the worker advised on, which is told as advice."""
    if not isinstance(answer.value, Chosen):
        return False
    return any(ADVICE_TAG in option.tags for option in question.options if option.id in answer.value.codes)


def _asked(asked: Asked, interview: Interview) -> str:
    """What was asked, with the names of this place in it and which of several it is about: `Child 1, age`."""
    words = in_short(asked.question)
    if row := interview.row_named(asked):
        words = f"{row}, {words[:1].lower()}{words[1:]}"
    for name, value in interview.facts.items():
        words = words.replace(f"{{{name}}}", value)
    return words


def occasions(interview: Interview) -> tuple[Occasion, ...]:
    """What called for each action that rests on answers of its own and on no need."""
    known = interview.known
    return tuple(
        Occasion(rule.activity, grounds(rule.when, known).evidence)
        for rule in interview.script.actions
        if rule.need is None and rule.when is not None and holds(rule.when, known)
    )


def advice(interview: Interview) -> tuple[AdviceGiven, ...]:
    """Every piece of advice ticked as given, and the day."""
    return tuple(_advice(interview))


def _advice(interview: Interview) -> Iterator[AdviceGiven]:
    for asked in interview.path.asked:
        answer = interview.answer_to(asked.id)
        if isinstance(answer, Given) and isinstance(answer.value, Chosen):
            for option in asked.question.options:
                if option.id in answer.value.codes and ADVICE_TAG in option.tags:
                    other = f": {answer.value.other}" if option.other and answer.value.other else ""
                    yield AdviceGiven(f"{option.said}{other}", asked.question.audience, told_on(interview, asked.id))


def unanswered(interview: Interview) -> tuple[Unanswered, ...]:
    """What was declined, not asked, not known, does not apply, or waits for a private moment."""
    told = [_non_answer(asked, interview) for asked in interview.path.asked]
    waiting = [
        Unanswered(_asked(asked, interview), "not_asked", asked.question.audience, "not_private")
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
    words = _asked(asked, interview)
    return Unanswered(words, answer.code, asked.question.audience, answer.reason or "")


def hand_offs(interview: Interview) -> tuple[HandOff, ...]:
    """What could not wait and was passed on at once (B09, E03, R10)."""
    return tuple(
        HandOff(day_of(interview, at), _words(interview, to), _words(interview, what), time_of(interview, at))
        for what, to, at in HANDED_ON
        if _words(interview, to)
    )


def day_of(interview: Interview, question_id: str) -> date | None:
    """The date somebody answered with, if they did."""
    answer = interview.answer_to(question_id)
    if isinstance(answer, Given) and isinstance(answer.value, OnDate | AtTime):
        size = answer.value.size
        return size if isinstance(size, date) else None
    return None


def time_of(interview: Interview, question_id: str) -> str:
    """The time of day somebody answered with, `14:30`, if they did."""
    answer = interview.answer_to(question_id)
    if isinstance(answer, Given) and isinstance(answer.value, AtTime):
        return f"{answer.value.moment:%H:%M}"
    return ""


def _words(interview: Interview, question_id: str) -> str:
    asked = interview.path.get(question_id)
    answer = interview.answer_to(question_id)
    return shown(asked.question, answer) if asked and isinstance(answer, Given) else ""
