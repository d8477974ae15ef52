"""An answers file with every question of a script in it and no answers: what `bcst replay --template` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS
from bcst_tui.interview.choosing import YES_NO
from bcst_tui.script.model import SITTING_KINDS, Question
from bcst_tui.script.script import Placed, Script
from bcst_tui.text import one_line

_HEAD = f"""\
# Answers for {{title}} ({{id}} {{version}}).
# Fill in what was answered. What stays blank is not answered, and questions that are not asked stay blank.
# Instead of an answer: {", ".join(f"{{{{{code}: true}}}}" for code in NON_ANSWERS if code != "not_asked")}, or
# {{{{not_asked: reason}}}} with one of {", ".join(NOT_ASKED_REASONS)}.
sitting: first_screening      # one of {", ".join(SITTING_KINDS)}
today:                        # left blank: the day it is played
name:                         # of somebody invented
"""


def template(script: Script) -> str:
    """The empty file as YAML text."""
    head = _HEAD.format(title=one_line(script.title), id=script.id, version=one_line(script.version))
    return head + "\n".join(_lines(script)) + "\n"


def _lines(script: Script) -> Iterator[str]:
    if script.facts:
        yield "facts:"
        for name, rule in script.facts.items():
            if rule.weeks_until is None and rule.years_since is None and rule.worked_out is None:
                yield f"  # {one_line(rule.means)}"
                yield f"  {name}:"
    for section in script.sections:
        yield ""
        yield f"# {one_line(section.file.title)}"
        for placed in section.placed:
            yield from _question(placed)


def _question(placed: Placed) -> Iterator[str]:
    yield f"# {one_line(placed.question.said.standard)}"
    yield f"#   {_form(placed.question)}"
    yield f"{placed.id}:"
    if placed.question.each:
        yield from (f"  {row.id}:" for row in placed.question.each)
    for number, member in enumerate(placed.members):
        yield f"    # {one_line(member.question.said.standard)}"
        yield f"    #   {_form(member.question)}"
        yield f"  {'-' if number == 0 else ' '} {member.id}:"


def _form(question: Question) -> str:
    """How an answer of this kind is written."""
    options = ", ".join(option.id for option in question.options)
    match question.kind:
        case "choice":
            return f"one of {options}{_other(question)}"
        case "choices":
            return f"[any of {options}]{_other(question)}"
        case "ranking":
            return f"[in order, from {options}]"
        case "each":
            return f"for each line one of {options}"
        case "yes_no":
            return f"one of {', '.join(YES_NO)}"
        case "scale":
            return f"a number from 1 to {len(question.scale)}"
        case "short_text" | "long_text":
            return "words"
        case "whole_number":
            return "a whole number"
        case "money":
            return "pounds and how often: 85.50 a week, or 300 for one payment"
        case "date":
            return "a date: 2027-03-12 or 12/3/2027"
        case "partial_date":
            return "as much of a date as is known: 2027, March 2027 or 12/3/2027"
        case "date_time":
            return "a date and a time: 2027-03-12 14:30"
        case "length_of_time":
            return "a length: 3 months"
        case "phone":
            return "a phone number, in quotes if it begins with +"
        case "address":
            return "[line by line]"
        case "group":
            return "a list with a row for each, or [] for none"
        case "note" | "acknowledgement":
            return "done"
        case _:
            assert_never(question.kind)


def _other(question: Question) -> str:
    named = next((option.id for option in question.options if option.other), None)
    return f"; {named} in words: {{chosen: [{named}], other: words}}" if named else ""
