"""An answer in words, for screens, plans and evidence."""

from __future__ import annotations

import re
from datetime import date, datetime

from bcst_tui.interview.answer import Answer, NoAnswer
from bcst_tui.interview.dates import month_name
from bcst_tui.interview.values import (
    Acknowledged,
    Address,
    AtTime,
    Chosen,
    EachChosen,
    Length,
    Money,
    Number,
    OnDate,
    PartOfDate,
    Ranked,
    Text,
    Value,
)
from bcst_tui.script.model import Question

NON_ANSWER_WORDS = {
    "declined": "rather not say",
    "not_asked": "not asked",
    "not_known": "does not know",
    "not_applicable": "does not apply",
}
REASON_WORDS = {
    "no_time": "no time",
    "not_private": "not private",
    "unwell": "unwell",
    "no_interpreter": "no interpreter",
    "kept_out": "kept out, as agreed",
    "other": "another reason",
}
PER_WORDS = {
    "once": "",
    "day": "a day",
    "week": "a week",
    "fortnight": "a fortnight",
    "four_weeks": "every four weeks",
    "month": "a month",
    "year": "a year",
}
YES_NO_WORDS = {"yes": "yes", "no": "no", "unsure": "unsure"}


def shown(question: Question, answer: Answer) -> str:
    """The answer as the plan would say it."""
    if isinstance(answer, NoAnswer):
        reason = f" ({REASON_WORDS[answer.reason]})" if answer.reason else ""
        return f"{NON_ANSWER_WORDS[answer.code]}{reason}"
    return _value(question, answer.value)


def in_short(question: Question) -> str:
    """What was asked, in few words, or else the last thing asked, without what leads up to it."""
    if question.in_short is not None:
        return question.in_short
    sentences = re.split(r"(?<=[.!?]) ", question.said.standard)
    return next((one for one in reversed(sentences) if one.endswith("?")), sentences[0])


def with_answer(asked: str, words: str) -> str:
    """`Bank account: None`, or `Is any rent owed? Yes` where there are no few words for what was asked."""
    answer = f"{words[:1].upper()}{words[1:]}"
    return f"{asked} {answer}" if asked.endswith("?") else f"{asked}: {answer}"


def day_words(day: date) -> str:
    """12 March 2027."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def moment_words(moment: datetime) -> str:
    """12 March 2027, 14:30."""
    return f"{day_words(moment.date())}, {moment:%H:%M}"


def option_words(question: Question, code: str) -> str:
    """What an option says."""
    option = question.option(code)
    return option.said if option else YES_NO_WORDS.get(code, code)


def _value(question: Question, value: Value) -> str:
    match value:
        case Chosen(codes, other):
            told = "; ".join(option_words(question, code) for code in codes)
            return f"{told}: {other}" if other else told
        case Ranked(codes):
            return "; ".join(f"{place}. {option_words(question, code)}" for place, code in enumerate(codes, 1))
        case EachChosen(pairs):
            names = {row.id: row.said for row in question.each}
            return "; ".join(f"{names.get(row, row)}: {option_words(question, code)}" for row, code in pairs)
        case Text(words):
            return words
        case Number(number):
            return f"{number} ({question.scale[number - 1]})" if question.scale else str(number)
        case Money(pence, per):
            return f"£{pence / 100:,.2f} {PER_WORDS[per]}".rstrip()
        case OnDate(day):
            return day_words(day)
        case PartOfDate():
            return _part_of_date(value)
        case AtTime(moment):
            return moment_words(moment)
        case Length():
            return str(value.kept())
        case Address(lines):
            return ", ".join(lines)
        case Acknowledged():
            return "done"


def _part_of_date(value: PartOfDate) -> str:
    if value.month is None:
        return str(value.year)
    first = date(value.year, value.month, value.day or 1)
    return day_words(first) if value.day else f"{month_name(first.month)} {first.year}"
