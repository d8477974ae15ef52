"""Slips: the next appointment on a small piece of paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bcst_tui.casebook.marks import copy_name, marked_copy
from bcst_tui.casebook.papers import Papers
from bcst_tui.casebook.values import CaseLine, Preview
from bcst_tui.errors import ExportRefused
from bcst_tui.export import told
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.export.slip import Slip, slip_copy, why_unfit
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.text import one_line


@dataclass(frozen=True)
class SlipWish:
    """What the worker wants on a slip, as typed; an empty day is the meeting agreed, no name the name used."""

    day: str = ""
    at: str = ""
    place: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)
    name: str | None = field(default=None, repr=False)


class Slips(Papers):
    """The part of the casebook that writes slips."""

    def next_meeting(self, case_id: int) -> str:
        """The day of the meeting agreed last, as it would be typed, if it is still to come."""
        sitting = self.open_sitting(case_id)
        coming = [one.on for one in (told.meetings(sitting.whole) if sitting else ()) if one.on]
        return next((f"{on.day}/{on.month}/{on.year}" for on in coming if on >= self.today()), "")

    def slip(self, case_id: int, wish: SlipWish, file_format: FileFormat = "txt") -> Preview | Rejection:
        """The slip as it will be printed, or what to mend. Raises ExportRefused for a closed case."""
        case = self.case(case_id)
        self._refuse_slip(case)
        day = one_line(wish.day) or self.next_meeting(case_id)
        on = read_date(day)
        if on is None:
            missing = "Write the day as day, month and full year, such as 12/3/2027."
            return Rejection(missing if day else f"No meeting to come has been agreed yet. {missing}")
        name = case.name_used if wish.name is None else wish.name
        slip = Slip(on, one_line(name), one_line(wish.at), one_line(wish.place), one_line(wish.with_whom))
        reference = self._surroundings.reference
        if unfit := why_unfit(slip, self.today(), reference):
            return Rejection(unfit)
        if clash := self.check_before(case_id, wish.with_whom):
            return Rejection(clash)
        copy = marked_copy(slip_copy(slip, reference), self._surroundings)
        return Preview(
            audience="CELL",
            title=copy.title,
            file_name=copy_name(copy, file_name(case.reference, "slip", self.today(), file_format)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
        )

    def write_slip(self, case_id: int, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write the slip that was shown. Raises ExportRefused."""
        self._refuse_slip(self.case(case_id))
        written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{records.people.get(case_id).reference} slip", self._surroundings.now())
        return written

    def _refuse_slip(self, case: CaseLine) -> None:
        if case.closed:
            raise ExportRefused(f"{case.reference} is closed, so no appointment is made from it. {case.closed}")
