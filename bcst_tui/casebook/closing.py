"""How a case ends, in words: what is shown of a closed one, and what is said to the worker who closes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.case_values import ClosedHow, Closing
from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.showing import day_words
from bcst_tui.text import one_line
from bcst_tui.vault.values import CaseEvent, CaseEventKind

HOW: Mapping[ClosedHow, str] = {
    "released": "Released",
    "transferred": "Moved to another prison",
    "died": "Has died",
    "other": "Another reason",
}
KINDS: Mapping[ClosedHow, CaseEventKind] = {
    "released": "closed_released",
    "transferred": "closed_transferred",
    "died": "closed_died",
    "other": "closed_other",
}
ASKED_FOR: Mapping[ClosedHow, str] = {
    "transferred": "Which prison? Write “not known” if nobody has said.",
    "other": "Why? For whoever looks it up later.",
}
"""What is asked besides the day."""
AFTERWARDS: Mapping[ClosedHow, str] = {
    "released": "The officer outside should have the plan by now. It can still be read here, and copies of it written.",
    "transferred": (
        "Now hand over: the worker in the new prison needs the worker's copy of the plan (X on the case), and the file "
        "of bcst hand-over, sent the agreed safe way; the person should hear who to ask for there."
    ),
    "died": (
        "The record is kept as it is, and nothing more falls due. Somebody outside may still expect them: ask your "
        "manager who speaks with the family and with services before anybody writes or rings. Take the time you need."
    ),
    "other": "It can still be read, and reopened if that is right.",
}


def closed_words(event: CaseEvent) -> str:
    """`Closed on 3 March 2027: released.`"""
    how = next(how for how, kind in KINDS.items() if kind == event.what)
    told = event.words if how == "other" else HOW[how][:1].lower() + HOW[how][1:]
    where = f" ({event.words})" if event.words and how != "other" else ""
    return f"Closed on {day_words(event.on)}: {told}{where}."


def closed_plainly(event: CaseEvent) -> str:
    """The same for a paper: without the worker's own words."""
    return closed_words(replace(event, words="for another reason" if event.what == "closed_other" else ""))


def checked_closing(closing: Closing, today: date) -> tuple[date, str] | Rejection:
    """The day and the words of a closing that can be kept, or what to mend."""
    typed, words = one_line(closing.on), one_line(closing.words)
    on = read_date(typed) if typed else today
    if on is None:
        return Rejection("Write the day as day, month and full year, such as 12/3/2027.")
    if on > today:
        return Rejection(f"{day_words(on)} is still to come. A case is closed once it has happened.")
    if closing.how == "other" and not words:
        return Rejection("Write why, in a few words.")
    if len(words) > SHORT_TEXT:
        return Rejection(f"Keep it to {SHORT_TEXT} letters.")
    return on, words
