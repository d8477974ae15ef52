"""The worker's day: what is due in every open case, and a calendar of the meetings in it."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.cases import Cases
from bcst_tui.export.calendar import Meeting, calendar
from bcst_tui.export.files import write_file
from bcst_tui.plan.todays import Band, DueLine
from bcst_tui.vault.records_lists import BandPage as BandPage

CALENDAR = "calendar"
MOST_SHOWN = 50
"""So many lines stand under a heading on the screen until all of them are asked for."""


class Days(Cases):
    """The part of the casebook that tells what is due."""

    def todays(self) -> dict[Band, tuple[DueLine, ...]]:
        """The list for today, band by band; a band with nothing in it is left out."""
        return {band: page.lines for band, page in self._due(None).items()}

    def todays_first(self, most: int = MOST_SHOWN) -> dict[Band, BandPage]:
        """The same, but of each band the first lines only, and whether there are more."""
        return self._due(most)

    def calendar(self) -> str:
        """Every follow-up, review, meeting and next attempt still to come, under the label every meeting has."""
        ahead = [Meeting(on, reference) for on, reference in self._met_on()]
        with self._vault.session() as records:
            vault_id = records.database_id()
        return calendar(ahead, vault_id, self._surroundings.now(), self._surroundings.reference)

    def calendar_name(self) -> str:
        """The name of a calendar file made today: nothing of anybody."""
        return f"bcst-{CALENDAR}-{self.today().isoformat()}.ics"

    def write_calendar(self, file: Path, overwrite: bool = False) -> Path:
        """Write the calendar to this file. Raises ExportRefused."""
        written = write_file(file.parent, file.name, self.calendar(), overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", CALENDAR, self._surroundings.now())
        return written
