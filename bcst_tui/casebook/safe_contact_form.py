"""The safe contact form, line by line (J03): what is asked, what may be chosen, and which lines an answer calls for.

Both front ends go through it here. Nothing is chosen beforehand, and a message is left only where that line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.export.case import ContactTerm
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.showing import day_words
from bcst_tui.text import one_line

LineKind = Literal["choice", "words", "day"]
YES_NO: Mapping[Any, str] = {True: "Yes", False: "No"}
NOT_SAID = "not said"
ABOUT_SOMEBODY_ELSE = frozenset({"who_may_answer", "named"})
HINT = "Enter goes on · a dash alone empties it · Esc leaves it"
STILL_RIGHT = "Is this still right? Ask each time before it is used."


@dataclass(frozen=True)
class FormLine:
    """One line: what is asked, what it is called in short, and the choices where there are any."""

    name: str
    asked: str
    title: str
    kind: LineKind = "words"
    choices: Mapping[Any, str] | None = None
    when: Callable[[SafeContact], bool] = lambda contact: True


def _reaches(contact: SafeContact) -> bool:
    """Whether we get in touch at all: some rather do it themselves."""
    return contact.channel not in (None, "i_will_contact_you")


def _rings(contact: SafeContact) -> bool:
    return contact.channel in ("phone", "through_somebody")


FORM: tuple[FormLine, ...] = (
    FormLine(
        "channel",
        "How may we get in touch, once you're out?",
        "How",
        "choice",
        {
            "phone": "Ring me",
            "text": "Send a text",
            "email": "Write an email",
            "letter": "Write a letter",
            "through_somebody": "Through somebody I name",
            "i_will_contact_you": "I'll get in touch with you",
        },
    ),
    FormLine("number_label", "Which number or address? A word for it will do.", "Where", when=_reaches),
    FormLine("safe_days", "On which days is it safe?", "Safe days", when=_reaches),
    FormLine("safe_hours", "At which times?", "Safe times", when=_reaches),
    FormLine("who_may_answer", "Who else may pick up or open it?", "Who else may answer", when=_reaches),
    FormLine("leave_message", "May we leave a message?", "A message", "choice", YES_NO, when=_reaches),
    FormLine(
        "message_words",
        "In which words, exactly?",
        "Words of the message",
        when=lambda contact: _reaches(contact) and contact.leave_message,
    ),
    FormLine("caller_says", "Who shall we say we are?", "We say we are", when=_reaches),
    FormLine("number_withheld", "Shall our number be hidden?", "Our number hidden", "choice", YES_NO, when=_rings),
    FormLine(
        "preview_safe",
        "Is it safe if the first words show on a locked screen?",
        "First words may show",
        "choice",
        YES_NO,
        when=lambda contact: contact.channel in ("text", "email"),
    ),
    FormLine("code_word", "Is there a word by which you know it's us?", "Word we both know", when=_reaches),
    FormLine("valid_until", "Until which day does this hold? Such as 12/3/2027.", "Holds until", "day", when=_reaches),
    FormLine(
        "if_unreachable",
        "And if we can't reach you?",
        "If nobody is reached",
        "choice",
        {
            "do_nothing": "Do nothing",
            "my_officer": "Ask my officer outside",
            "named_person": "Try somebody I name",
        },
    ),
    FormLine(
        "named",
        "Who is it, and how do we reach them?",
        "Whom to try",
        when=lambda contact: contact.if_unreachable == "named_person",
    ),
)


def lines_for(contact: SafeContact) -> tuple[FormLine, ...]:
    """The lines that what has been said so far calls for."""
    return tuple(line for line in FORM if line.when(contact))


def said(contact: SafeContact, line: FormLine) -> str:
    """What stands on a line, in words."""
    value = getattr(contact, line.name)
    if line.name == "leave_message":
        return "Yes" if value else "No: leave none"
    if value is None or value == "":
        return NOT_SAID
    if isinstance(value, date):
        return day_words(value)
    return line.choices[value] if line.choices is not None else str(value)


def written(contact: SafeContact, line: FormLine, value: Any) -> SafeContact:
    """The form with that on the line; lines it no longer calls for are empty again."""
    changed = replace(contact, **{line.name: value})
    empty = SafeContact()
    stale = {one.name: getattr(empty, one.name) for one in FORM if not one.when(changed)}
    return replace(changed, **stale)


def half_written(before: SafeContact, now: SafeContact) -> dict[str, str | None]:
    """What stands on each line that is not as it was before, as it would be typed or chosen; None for the others."""
    changed = {line.name for line in FORM if getattr(before, line.name) != getattr(now, line.name)}
    return {line.name: _as_typed(line, getattr(now, line.name)) if line.name in changed else None for line in FORM}


def gone_on(before: SafeContact, words: Mapping[str, str]) -> SafeContact:
    """The form with what was half written of it; a line it no longer calls for stays empty."""
    contact = before
    for line in FORM:
        if line.name in words and line.when(contact):
            value = _read(line, words[line.name])
            contact = contact if isinstance(value, Rejection) else written(contact, line, value)
    return contact


def _as_typed(line: FormLine, value: Any) -> str:
    if line.choices is not None:
        return str(list(line.choices).index(value)) if value in line.choices else "-"
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value or "-")


def _read(line: FormLine, words: str) -> Any | Rejection:
    if line.choices is not None and words.isdecimal() and int(words) < len(line.choices):
        return list(line.choices)[int(words)]
    return typed(line, words) if line.choices is None or words == "-" else Rejection("It is not one of these.")


def terms(contact: SafeContact) -> tuple[ContactTerm, ...]:
    """The whole form as sentences, for papers; two lines are about somebody else."""
    return tuple(
        ContactTerm(f"{line.title}: {said(contact, line)}", line.name in ABOUT_SOMEBODY_ELSE)
        for line in lines_for(contact)
    )


def in_words(contact: SafeContact) -> tuple[str, ...]:
    """The same, to be read to the person."""
    return tuple(term.words for term in terms(contact))


def typed(line: FormLine, words: str) -> Any | Rejection:
    """What was typed on a line, as it is kept; a dash alone empties the line."""
    if one_line(words) in ("-", "–"):
        return getattr(SafeContact(), line.name)
    if line.kind != "day":
        return words
    return read_date(one_line(words)) or Rejection("Write the day as day, month and full year, such as 12/3/2027.")
