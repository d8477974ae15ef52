"""Dates in words, the same on every system and in every locale."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOT_SET = "not set"


def in_words(day: date | None, otherwise: str = NOT_SET) -> str:
    """`3 March 2026`, or other words where there is no date."""
    return otherwise if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
