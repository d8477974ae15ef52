"""The lines that lists are read from: brought up to date before each look, then read for what is shown alone.

What has changed since the last look was marked when it changed (`case_stale`), in the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from bcst_tui import __version__
from bcst_tui.casebook.finding import is_meant
from bcst_tui.casebook.owing import Owing
from bcst_tui.errors import NotSaved
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.plan.open_lines import late_from, meeting_on
from bcst_tui.plan.todays import Band, DueLine, Whose, meetings_of, spans, todays
from bcst_tui.vault.list_values import CaseInShort, Wanted
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_lists import BandPage

AT_A_TIME = 200
LINES_ARE_MADE = 3
"""Counted up whenever lines are made differently, so that every vault has them made anew."""


class Listing(Owing):
    """The part of the casebook that keeps lists quick, however many cases there are."""

    def _bring_up(self) -> dict[int, CaseInShort]:
        """Make the lines of cases that have changed anew; where the disk refuses, they are given back instead."""
        try:
            while self._make_some():
                pass
        except NotSaved:
            with self._vault.session() as records:
                return {one.person_id: one for one in self._stale(records, records.people.count())}
        return {}

    def make_lists_ready(self) -> None:
        """After opening: lines made on other clocks, or by another bcst, are made anew, while nobody waits for them."""
        stamp = stamp_of(self._surroundings.reference.clocks)
        try:
            with self._vault.session() as records:
                records.lists.hold_to(stamp)
            while self._make_some():
                pass
        except NotSaved:
            return  # they are worked out when they are looked at

    def _make_some(self) -> bool:
        with self._vault.session() as records:
            made = self._stale(records, AT_A_TIME)
            records.lists.put(made)
        return bool(made)

    def _stale(self, records: Records, most: int) -> list[CaseInShort]:
        named = records.lists.stale(self.today(), most)
        return self._in_short(records, records.people.some(named)) if named else []

    def _short_of(self, records: Records, person_id: int) -> CaseInShort:
        """One case's lines, worked out where those that are kept are not up to date."""
        if records.lists.is_stale(person_id, self.today()):
            return self._in_short(records, [records.people.get(person_id)])[0]
        return records.lists.in_short([person_id])[person_id]

    def _with_days(self, records: Records, unkept: dict[int, CaseInShort]) -> dict[int, CaseInShort]:
        """And every open case that is met by its private part, with those days among its lines: none is kept so."""
        days = by_case(records.private.days())
        shorts = {**records.lists.in_short([one for one in days if one not in unkept]), **unkept}
        met = {one: short for one, short in shorts.items() if one in days and not short.is_closed}
        return {**unkept, **{one: with_meetings(short, days[one]) for one, short in met.items()}}

    def _found(self, records: Records, wanted: Wanted, most: int, unkept: dict[int, CaseInShort]) -> list[int]:
        today = self.today()
        found = records.lists.found(wanted, today, most + len(unkept))
        if not unkept:
            return found
        meant = [number for number, one in unkept.items() if is_meant(one, wanted, today)]
        return sorted({*meant, *(number for number in found if number not in unkept)}, reverse=True)[:most]

    def _shorts(
        self, records: Records, named: Collection[int], unkept: dict[int, CaseInShort]
    ) -> dict[int, CaseInShort]:
        kept = records.lists.in_short([number for number in named if number not in unkept])
        return {**kept, **{number: one for number, one in unkept.items() if number in set(named)}}

    def _due(self, most: int | None) -> dict[Band, BandPage]:
        """What stands on the list for today, heading by heading; the first `most` of each, or all."""
        unkept = self._bring_up()
        today = self.today()
        with self._vault.session() as records:
            pages = records.lists.due(spans(today), today, None if unkept else most)
            if not unkept:
                return pages
            people = records.people.some(list(unkept))
        whose = [(Whose(one.id, one.reference, one.name_used), unkept[one.id].lines) for one in people]
        return _joined(pages, todays(whose, today), frozenset(unkept))

    def _met_on(self) -> Iterator[tuple[date, str]]:
        """Every day from today on that somebody is met on, with their reference."""
        unkept = self._bring_up()
        with self._vault.session() as records:
            people = {one.reference: one.id for one in records.people.some(list(unkept))}
            found = [(on, reference) for on, reference in records.lists.met_on(self.today()) if reference not in people]
        for reference, number in people.items():
            found += [(on, reference) for on in meetings_of(unkept[number].lines, self.today())]
        yield from found


def by_case(diary: Iterable[tuple[int, date]]) -> dict[int, list[date]]:
    """Each one's days, the first before the others."""
    days: dict[int, list[date]] = {}
    for number, on in sorted(diary):
        days.setdefault(number, []).append(on)
    return days


def with_meetings(short: CaseInShort, days: Collection[date]) -> CaseInShort:
    """A case as lists know it, met on these days as well."""
    lines = (*short.lines, *(meeting_on(on, None) for on in days))
    return replace(short, lines=lines, late_from=late_from(lines))


def stamp_of(clocks: Clocks) -> str:
    """What lines were made by: another stamp, other lines."""
    told = "\n".join(f"{name} {clocks[name].model_dump_json()}" for name in sorted(clocks))
    return sha256(f"{__version__} {LINES_ARE_MADE}\n{told}".encode()).hexdigest()


def _joined(
    pages: dict[Band, BandPage], worked_out: dict[Band, tuple[DueLine, ...]], unkept: frozenset[int]
) -> dict[Band, BandPage]:
    """What is kept and what could not be, under each heading."""
    found: dict[Band, BandPage] = {}
    for band in (*pages, *(band for band in worked_out if band not in pages)):
        kept = [line for line in pages[band].lines if line.case.case_id not in unkept] if band in pages else []
        lines = (*kept, *worked_out.get(band, ()))
        if lines:
            found[band] = BandPage(lines, len(lines))
    return found
