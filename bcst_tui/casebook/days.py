"""The worker's day: what is due in every open case, and a calendar of the meetings in it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bcst_tui.casebook.marks import marked_calendar, marked_file
from bcst_tui.casebook.meetings import Meetings
from bcst_tui.export.calendar import Meeting, calendar
from bcst_tui.export.files import write_file
from bcst_tui.plan.todays import BANDS, Band, DueLine, Whose, in_order
from bcst_tui.plan.working_days import working_day_on_or_before
from bcst_tui.vault.records_lists import BandPage as BandPage
from bcst_tui.vault.values import Person

CALENDAR = "calendar"
SEE_RECORD = "They asked to see their record"
MOST_SHOWN = 50
"""So many lines stand under a heading on the screen until all of them are asked for."""


class Days(Meetings):
    """The part of the casebook that tells what is due."""

    def todays(self) -> dict[Band, tuple[DueLine, ...]]:
        """The list for today, band by band; a band with nothing in it is left out."""
        return {band: page.lines for band, page in self._with_requests(self._with_meetings(self._due(None))).items()}

    def todays_first(self, most: int = MOST_SHOWN) -> dict[Band, BandPage]:
        """The same, but of each band the first lines only, and whether there are more."""
        return self._with_requests(self._with_meetings(self._due(most), most))

    def calendar(self) -> str:
        """Every follow-up, review, meeting and next attempt still to come, under the label every meeting has."""
        ahead = [Meeting(on, reference) for on, reference in (*self._met_on(), *self._met_besides())]
        with self._vault.session() as records:
            vault_id = records.database_id()
        around = self._surroundings
        return marked_calendar(calendar(ahead, vault_id, around.now(), around.reference), around)

    def _with_requests(self, pages: dict[Band, BandPage]) -> dict[Band, BandPage]:
        """And every request to see a record that nobody has answered yet (R84); few, so all of them."""
        for line in self._requests():
            page = pages.get(line.band, BandPage((), 0))
            lines = tuple(sorted((*page.lines, line), key=in_order))
            pages[line.band] = BandPage(lines, page.count + 1, page.more)
        return {band: pages[band] for band in BANDS if band in pages}

    def _requests(self) -> tuple[DueLine, ...]:
        """Also of a case closed since: it is owed all the same."""
        days = timedelta(days=self._surroundings.reference.clocks["record_request"].days or 0)
        with self._vault.session() as records:
            asked = [(one, records.people.get(one.person_id)) for one in records.consents.requests(is_open=True)]
        return tuple(self._request(person, working_day_on_or_before(one.received_on + days)) for one, person in asked)

    def _request(self, person: Person, due: date) -> DueLine:
        today = self.today()
        band: Band = "overdue" if due < today else "today" if due == today else "requests"
        whose = Whose(person.id, person.reference, person.name_used)
        return DueLine(band, whose, None, "request", due, ("record_request",), (SEE_RECORD,))

    def calendar_name(self) -> str:
        """The name of a calendar file made today: nothing of anybody."""
        return marked_file(f"bcst-{CALENDAR}-{self.today().isoformat()}.ics", self._surroundings)

    def write_calendar(self, file: Path, overwrite: bool = False) -> Path:
        """Write the calendar to this file. Raises ExportRefused."""
        name = marked_file(file.name, self._surroundings)
        written = write_file(file.parent, name, self.calendar(), overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", CALENDAR, self._surroundings.now())
        return written
