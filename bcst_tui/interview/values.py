"""What an answer can be, each with the one form it is kept in and what conditions may see of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bcst_tui.script.magnitude import DAYS_IN, Magnitude

Json = str | int | list["Json"] | dict[str, "Json"]
Per = Literal["once", "day", "week", "fortnight", "four_weeks", "month", "year"]
Unit = Literal["day", "week", "month", "year"]

WEEKS_IN: dict[Per, float] = {
    "once": 1.0,
    "day": 1 / 7,
    "week": 1.0,
    "fortnight": 2.0,
    "four_weeks": 4.0,
    "month": 52 / 12,
    "year": 52.0,
}


class Told:
    """An answer, whatever its kind: kept in one form, and of no size unless it has one."""

    def kept(self) -> Json:
        raise TypeError(f"{type(self).__name__} has no kept form")

    @property
    def size(self) -> Magnitude | None:
        return None


class OneThing(Told):
    """An answer that conditions see as a single code: the form it is kept in."""

    @property
    def codes(self) -> tuple[str, ...]:
        return (str(self.kept()),)


@dataclass(frozen=True)
class Chosen(Told):
    """One or more options, and the text of "something else" where that is one of them."""

    codes: tuple[str, ...] = field(repr=False)
    other: str | None = field(default=None, repr=False)

    def kept(self) -> Json:
        return {"chosen": list(self.codes), "other": self.other} if self.other is not None else list(self.codes)


@dataclass(frozen=True)
class Ranked(Told):
    """Options from the first to the last."""

    codes: tuple[str, ...] = field(repr=False)

    def kept(self) -> Json:
        return list(self.codes)


@dataclass(frozen=True)
class EachChosen(Told):
    """One option for each row of a fixed list."""

    pairs: tuple[tuple[str, str], ...] = field(repr=False)

    def kept(self) -> Json:
        return dict(self.pairs)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(option for _, option in self.pairs)


@dataclass(frozen=True)
class Text(OneThing):
    """Words as they were given: also a phone number."""

    words: str = field(repr=False)

    def kept(self) -> Json:
        return self.words


@dataclass(frozen=True)
class Number(OneThing):
    """A whole number, or a point on a scale."""

    number: int = field(repr=False)

    def kept(self) -> Json:
        return str(self.number)

    @property
    def size(self) -> Magnitude | None:
        return self.number


@dataclass(frozen=True)
class Money(Told):
    """A sum in pence and how often; its size is pence a week, or pence where it is paid once."""

    pence: int = field(repr=False)
    per: Per = field(default="once", repr=False)

    def kept(self) -> Json:
        return {"amount": f"{self.pence // 100}.{self.pence % 100:02}", "per": self.per}

    @property
    def codes(self) -> tuple[str, ...]:
        return ()

    @property
    def size(self) -> Magnitude | None:
        return self.pence / WEEKS_IN[self.per]


@dataclass(frozen=True)
class OnDate(OneThing):
    """A local calendar date."""

    day: date = field(repr=False)

    def kept(self) -> Json:
        return self.day.isoformat()

    @property
    def size(self) -> Magnitude | None:
        return self.day


@dataclass(frozen=True)
class PartOfDate(OneThing):
    """A year, a month of a year, or a day: as much as is known; its size is the first day it could be."""

    year: int = field(repr=False)
    month: int | None = field(default=None, repr=False)
    day: int | None = field(default=None, repr=False)

    def kept(self) -> Json:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def size(self) -> Magnitude | None:
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True)
class AtTime(OneThing):
    """A local date with the time on the clock there."""

    moment: datetime = field(repr=False)

    def kept(self) -> Json:
        return self.moment.strftime("%Y-%m-%d %H:%M")

    @property
    def size(self) -> Magnitude | None:
        return self.moment.date()


@dataclass(frozen=True)
class Length(OneThing):
    """A length of time; its size is in days."""

    count: int = field(repr=False)
    unit: Unit = field(repr=False)

    def kept(self) -> Json:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @property
    def size(self) -> Magnitude | None:
        return self.count * DAYS_IN[self.unit]


@dataclass(frozen=True)
class Address(Told):
    """The lines of a postal address, the postcode last where there is one."""

    lines: tuple[str, ...] = field(repr=False)

    def kept(self) -> Json:
        return list(self.lines)

    @property
    def codes(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True)
class Acknowledged(OneThing):
    """A note was read out, or something was done; or, for a group, that there are no more rows to add."""

    def kept(self) -> Json:
        return "done"


Value = (
    Chosen
    | Ranked
    | EachChosen
    | Text
    | Number
    | Money
    | OnDate
    | PartOfDate
    | AtTime
    | Length
    | Address
    | Acknowledged
)
