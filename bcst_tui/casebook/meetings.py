"""Meetings agreed in the private part, among all others: the same words, and nothing that tells them apart.

They are in no ordinary line, which a recovery code opens. While the private part is shut there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.listing import by_case
from bcst_tui.casebook.owing import by_person
from bcst_tui.plan.open_lines import FromSitting, OpenLine, meeting_on
from bcst_tui.plan.todays import BANDS, FORTNIGHT, Band, DueLine, Whose, in_order, todays
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_lists import BandPage
from bcst_tui.vault.values import Person


class Meetings(Cases):
    """The part of the casebook that knows on which days somebody is met besides."""

    def _with_meetings(self, pages: dict[Band, BandPage], most: int | None = None) -> dict[Band, BandPage]:
        """Each under its heading, the first `most` of each or all; two of one case and day are one line."""
        today = self.today()
        with self._vault.session() as records:
            days = self._days(records, date.min, today + FORTNIGHT)
            lines = list(_lines(records, days))
        pages = dict(pages)
        for band, due in todays(lines, today).items():
            pages[band] = _page(pages.get(band, BandPage((), 0)), due, most)
        return {band: pages[band] for band in BANDS if band in pages}

    def _met_besides(self) -> Iterator[tuple[date, str]]:
        """Every such day from today on, with their reference."""
        with self._vault.session() as records:
            found = self._days(records, self.today(), date.max)
        yield from ((on, person.reference) for person, days in found for on in days)

    def _days(self, records: Records, first: date, last: date) -> list[tuple[Person, list[date]]]:
        """Of open cases."""
        days = by_case(one for one in records.private.days() if first <= one[1] <= last)
        closed = records.cases.closings(list(days))
        people = records.people.some([number for number in days if number not in closed])
        return [(person, days[person.id]) for person in people]


def _lines(records: Records, found: list[tuple[Person, list[date]]]) -> Iterator[tuple[Whose, list[OpenLine]]]:
    """They come from the latest interview, as any meeting does."""
    held = by_person(records.due.standings([person.id for person, _ in found])) if found else {}
    for person, days in found:
        last = held[person.id][-1] if person.id in held else None
        sitting = FromSitting(last.id, last.kind, last.on) if last else None
        yield Whose(person.id, person.reference, person.name_used), [meeting_on(on, sitting) for on in days]


def _page(page: BandPage, due: tuple[DueLine, ...], most: int | None) -> BandPage:
    there = {(line.case.case_id, line.on) for line in page.lines if line.thing == "meeting"}
    new = [line for line in due if (line.case.case_id, line.on) not in there]
    lines = tuple(sorted((*page.lines, *new), key=in_order))
    if most is None or len(lines) <= most:
        return BandPage(lines, len(lines), page.more)
    return BandPage(lines[:most], len(lines), more=True)
