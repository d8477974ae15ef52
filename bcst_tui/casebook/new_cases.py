"""What was typed to open a case, checked field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bcst_tui.casebook.values import NewCase
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.known import years_between
from bcst_tui.script.formats import MESSAGES, formatted
from bcst_tui.text import folded, one_line
from bcst_tui.vault.values import Person

OLDEST_YEARS = 120
ADULT_AGE = 18
"""The screening is for adults (R07)."""


@dataclass(frozen=True)
class CheckedCase:
    """A case that can be opened."""

    name_used: str = field(repr=False)
    legal_name: str = field(repr=False)
    prison_number: str | None = field(repr=False)
    birth_date: date | None = field(repr=False)


def checked_case(new: NewCase, today: date) -> CheckedCase | Rejection:
    """The case in its kept form, or what to mend; only a name to use is needed (A01)."""
    name = one_line(new.name_used)
    if not name or formatted("name", name) is None:
        return Rejection("Write the name the person uses, up to 100 letters.")
    legal = one_line(new.legal_name)
    if legal and formatted("name", legal) is None:
        return Rejection("The full name should have letters in it, and no more than 100. Or leave it empty.")
    number = _prison_number(new.prison_number)
    if isinstance(number, Rejection):
        return number
    born = _birth_date(new.birth_date, today)
    if isinstance(born, Rejection):
        return born
    return CheckedCase(name, legal, number, born)


def has_number(person: Person, checked: CheckedCase) -> bool:
    return checked.prison_number is not None and person.prison_number == checked.prison_number


def has_name_and_birth(person: Person, checked: CheckedCase) -> bool:
    """Whether both were born on one day and share a name, however it is written."""
    ours = {folded(name) for name in (checked.name_used, checked.legal_name)} - {""}
    theirs = {folded(name) for name in (person.name_used, person.legal_name)} - {""}
    return checked.birth_date is not None and person.birth_date == checked.birth_date and bool(ours & theirs)


def _prison_number(typed: str) -> str | Rejection | None:
    if not one_line(typed):
        return None
    return formatted("prison_number", typed) or Rejection(f"{MESSAGES['prison_number']} Or leave it empty.")


def _birth_date(typed: str, today: date) -> date | Rejection | None:
    if not one_line(typed):
        return None
    born = read_date(one_line(typed))
    if born is None:
        return Rejection("Write the birth date as day, month and full year, such as 12/3/1987. Or leave it empty.")
    if not 0 <= years_between(born, today) <= OLDEST_YEARS:
        return Rejection(f"{born.year} can't be the year of birth. Check it, or leave it empty.")
    if years_between(born, today) < ADULT_AGE:
        return Rejection("This screening is for people of 18 and over. Check the date, or hand over to the youth team.")
    return born
