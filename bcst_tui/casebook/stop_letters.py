"""The letter after a withdrawal, to an agency that something had already gone to (J12)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from bcst_tui.casebook.consents import Consents
from bcst_tui.casebook.marks import copy_name, marked_copy
from bcst_tui.casebook.papers import which_one
from bcst_tui.casebook.values import Preview
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.export.letters import PaperSent, StopLetter, stop_letter
from bcst_tui.interview.answer import Rejection

LETTER: Literal["letter"] = "letter"


class StopLetters(Consents):
    """The part of the casebook that asks others to stop using what they were sent."""

    def stop_letter(self, case_id: int, agency: str, file_format: FileFormat = "txt") -> Preview | Rejection:
        """The letter as it will be printed, or why none is needed or may be written."""
        case, gone = self.case(case_id), self.shares(case_id, agency)
        if not gone:
            return Rejection("Nothing had gone to them, so there is nothing to ask them to stop using.")
        if self.agency(case_id, agency).depths:
            return Rejection("What was agreed with them still holds. Stop it first.")
        to = next((one.which for one in gone if one.which), which_one(self.consents(case_id), agency))
        papers = tuple(PaperSent(one.on, one.file_name) for one in gone)
        copy = marked_copy(stop_letter(StopLetter(to, self.today(), self.profile.name, papers)), self._surroundings)
        return Preview(
            audience="HOU",
            title=copy.title,
            file_name=copy_name(copy, file_name(case.reference, LETTER, self.today(), file_format)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            to=agency,
            to_whom=to,
        )

    def write_stop_letter(self, case_id: int, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write the letter that was shown. Raises ExportRefused."""
        written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{records.people.get(case_id).reference} {LETTER}", self._surroundings.now())
        return written
