"""The worker's day: what is due in every open case, and a calendar of the meetings in it."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.owing import by_person
from bcst_tui.export.calendar import Meeting, calendar
from bcst_tui.export.files import write_file
from bcst_tui.plan.todays import Band, CaseOwes, DueLine, meetings, todays

CALENDAR = "calendar"


class Days(Cases):
    """The part of the casebook that tells what is due."""

    def todays(self) -> dict[Band, tuple[DueLine, ...]]:
        """The list for today, band by band; a band with nothing in it is left out."""
        return todays(self._open_cases(), self.today(), self._surroundings.reference.clocks)

    def calendar(self) -> str:
        """Every follow-up and review date still to be kept, under the label every meeting has."""
        reference = self._surroundings.reference
        ahead = [
            Meeting(on, case.reference)
            for case in self._open_cases()
            for on in meetings(case, self.today(), reference.clocks)
        ]
        with self._vault.session() as records:
            vault_id = records.database_id()
        return calendar(ahead, vault_id, self._surroundings.now(), reference)

    def calendar_name(self) -> str:
        """The name of a calendar file made today: nothing of anybody."""
        return f"bcst-{CALENDAR}-{self.today().isoformat()}.ics"

    def write_calendar(self, file: Path, overwrite: bool = False) -> Path:
        """Write the calendar to this file. Raises ExportRefused."""
        written = write_file(file.parent, file.name, self.calendar(), overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", CALENDAR, self._surroundings.now())
        return written

    def _open_cases(self) -> list[CaseOwes]:
        with self._vault.session() as records:
            closings = records.cases.closings()
            people = [one for one in records.people.all() if one.id not in closings]
            return self._owes(records, people, by_person(records.due.standings()))
