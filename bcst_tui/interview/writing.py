"""Entries for the kinds that are written: words, numbers, money, dates, lengths of time, phones, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bcst_tui.interview.choosing import SHORT_TEXT
from bcst_tui.interview.dates import read_date, read_date_time, read_partial_date
from bcst_tui.interview.rejection import NOTHING, Rejection, holds_nothing
from bcst_tui.interview.values import (
    Address,
    AtTime,
    Json,
    Length,
    Money,
    Number,
    OnDate,
    PartOfDate,
    Per,
    Text,
    Unit,
)
from bcst_tui.script.model import Question
from bcst_tui.text import clean, one_line

LONG_TEXT = 4000
MOST_ADDRESS_LINES = 8
_NUMBER = re.compile(r"-?([0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2})")
_MONEY = re.compile(
    r"£? ?(?P<pounds>[0-9]{1,7}|[0-9]{1,3},[0-9]{3}|[0-9],[0-9]{3},[0-9]{3})(?:\.(?P<pence>[0-9]{2}))?"
    r" ?(?:a |an |per |every |each |/ ?)?(?P<per>[a-z_0-9 ]*)"
)
_PERS: Mapping[str, Per] = {
    "": "once",
    "once": "once",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "2 weeks": "fortnight",
    "two weeks": "fortnight",
    "four_weeks": "four_weeks",
    "4 weeks": "four_weeks",
    "four weeks": "four_weeks",
    "month": "month",
    "year": "year",
}
_UNITS: Mapping[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}


def read_text(question: Question, raw: Json) -> Text | Rejection:
    """Words, cleaned; a short text on one line."""
    if holds_nothing(raw):
        return NOTHING
    if not isinstance(raw, str):
        return Rejection("Write it in words.")
    short = question.kind == "short_text"
    words = one_line(raw) if short else clean(raw).strip()
    limit = question.check.max_length or (SHORT_TEXT if short else LONG_TEXT)
    return Text(words) if len(words) <= limit else Rejection(f"Keep it to {limit} letters; it has {len(words)}.")


def read_whole_number(question: Question, raw: Json) -> Number | Rejection:
    """A whole number of at most nine figures, also with thousands set off by commas."""
    if holds_nothing(raw):
        return NOTHING
    text = _written(raw)
    if not _NUMBER.fullmatch(text):
        return Rejection("Write a whole number in figures, such as 3.")
    return Number(int(text.replace(",", "")))


def read_money(question: Question, raw: Json) -> Money | Rejection:
    """An amount in pounds, and how often: `85.50 a week`, or `{amount: 85.50, per: week}`; else one sum in all."""
    if holds_nothing(raw):
        return NOTHING
    if isinstance(raw, dict) and set(raw) <= {"amount", "per"}:
        raw = f"{raw.get('amount', '')} per {raw.get('per', 'once')}"
    found = _MONEY.fullmatch(_written(raw).lower())
    per = _PERS.get(found["per"].strip()) if found else None
    if question.in_all and (not found or per != "once"):
        return Rejection("Write one amount in pounds, such as 300 or 85.50.")
    if not found or per is None:
        return Rejection("Write an amount and how often, such as 85.50 a week, or 300 for one payment.")
    return Money(int(found["pounds"].replace(",", "")) * 100 + int(found["pence"] or 0), per)


def read_on_date(question: Question, raw: Json) -> OnDate | Rejection:
    """A whole date, the day first."""
    if holds_nothing(raw):
        return NOTHING
    day = read_date(_written(raw))
    return OnDate(day) if day else Rejection("Write the date as day, month and full year, such as 12/3/2027.")


def read_part_of_date(question: Question, raw: Json) -> PartOfDate | Rejection:
    """As much of a date as is known."""
    if holds_nothing(raw):
        return NOTHING
    part = read_partial_date(_written(raw))
    return part or Rejection("Write as much of the date as is known: 2027, March 2027 or 12/3/2027.")


def read_at_time(question: Question, raw: Json) -> AtTime | Rejection:
    """A whole date and a time on the clock."""
    if holds_nothing(raw):
        return NOTHING
    moment = read_date_time(_written(raw))
    return AtTime(moment) if moment else Rejection("Write the date and the time, such as 12/3/2027 14:30.")


def read_length(question: Question, raw: Json) -> Length | Rejection:
    """A number of days, weeks, months or years."""
    if holds_nothing(raw):
        return NOTHING
    found = re.fullmatch(r"([0-9]{1,4}) ?(day|week|month|year)s?", _written(raw).lower())
    if not found:
        return Rejection("Write a number and days, weeks, months or years, such as 3 months.")
    return Length(int(found[1]), _UNITS[found[2]])


def read_phone(question: Question, raw: Json) -> Text | Rejection:
    """A phone number, kept with the gaps it was written with."""
    if holds_nothing(raw):
        return NOTHING
    text = _written(raw)
    digits = re.sub(r"[ ()-]", "", text)
    if len(text) > 40 or not re.fullmatch(r"\+?[0-9]{3,15}", digits):
        return Rejection("Write a phone number in figures, such as 01632 960 001.")
    return Text(text)


def read_address(question: Question, raw: Json) -> Address | Rejection:
    """The lines of an address: a list, or one text with a line or a comma between them."""
    if holds_nothing(raw):
        return NOTHING
    lines = raw.split("\n" if "\n" in raw.strip() else ",") if isinstance(raw, str) else raw
    if not isinstance(lines, list):
        return Rejection("Write the address line by line.")
    written = [line for line in lines if isinstance(line, str)]
    told = tuple(one_line(line) for line in written if not holds_nothing(line))
    too_long = len(told) > MOST_ADDRESS_LINES or any(len(line) > SHORT_TEXT for line in told)
    if too_long or len(written) != len(lines):
        return Rejection(f"Keep the address to {MOST_ADDRESS_LINES} lines of at most {SHORT_TEXT} letters.")
    return Address(told) if told else NOTHING


def _written(raw: Json) -> str:
    """The entry on one line; empty for what nobody can have written."""
    if isinstance(raw, int):
        return str(raw) if abs(raw) < 10**12 else ""
    return one_line(raw) if isinstance(raw, str) else ""
