"""Documents: previewed exactly as the reader will get them, then written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bcst_tui.casebook.closing import closed_plainly
from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.values import Preview, Reader, Sitting
from bcst_tui.errors import ExportRefused
from bcst_tui.export import told
from bcst_tui.export.audience import permissions_for, why_refused
from bcst_tui.export.case import CaseHeader, CaseNote
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode
from bcst_tui.training.invented import is_invented_number
from bcst_tui.vault.values import Person


class Papers(Plans):
    """The part of the casebook that lets something out, always through the audience matrix."""

    def readers(self, sitting: Sitting) -> tuple[Reader, ...]:
        """The ten readers, and for each whether anything can be made for them of this case."""
        matrix, invented = self._surroundings.reference.matrix, self._header(sitting).invented
        return tuple(
            Reader(
                code,
                reader.title,
                reader.for_whom,
                why_refused(matrix, code, permissions_for(code, matrix, invented=invented)) is None,
            )
            for code, reader in matrix.audiences.items()
        )

    def preview(
        self,
        sitting: Sitting,
        audience: AudienceCode,
        file_format: FileFormat = "md",
        ticked: frozenset[str] = frozenset(),
    ) -> Preview:
        """What this reader would get, and the name its file would have. Raises ExportRefused.

        `ticked`: the rows the person wants in their own copy; they are kept nowhere but in the file.
        """
        reference = self._surroundings.reference
        header = self._header(sitting)
        if header.has_died and audience in OWN_COPIES:
            raise ExportRefused(
                f"{header.reference} is closed because the person has died, so no copy is made for them.",
                "If the family asks for papers, ask your manager who answers them.",
            )
        permissions = permissions_for(audience, reference.matrix, ticked=ticked, invented=header.invented)
        copy = make_copy(audience, header, self.plan(sitting), reference, permissions)
        return Preview(
            audience=audience,
            title=reference.matrix.audiences[audience].title,
            file_name=file_name(sitting.reference, audience, self.today(), file_format),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            ticked=ticked,
            may_tick=("goals_strengths",) if audience == "CELL" and header.goals else (),
        )

    def write(self, sitting: Sitting, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write what was shown into the folder; never over another file unasked.

        Raises ExportRefused, also where the reader would by now get something else than was shown.
        """
        if self.preview(sitting, shown.audience, shown.file_format, shown.ticked) != shown:
            raise ExportRefused("The copy has changed since it was shown, so nothing was written.", "Look at it again.")
        written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{sitting.reference} {shown.audience}", self._surroundings.now())
        return written

    def _header(self, sitting: Sitting) -> CaseHeader:
        with self._vault.session() as records:
            person = records.people.get(sitting.case_id)
            closing = records.cases.closing(person.id)
            notes = [one for one in records.cases.notes(person.id) if one.struck_at is None]
        who = CaseHeader(
            reference=person.reference,
            name_used=person.name_used,
            made_on=self.today(),
            legal_name=person.legal_name,
            prison_number=person.prison_number or "",
            prison=self.profile.prison,
            worker=self.profile.name,
            worker_role=self.profile.role,
            notes=tuple(CaseNote(one.written_on, one.by, one.words, one.audience) for one in notes),
            invented=_is_invented(person),
            closed=closed_plainly(closing) if closing else "",
            has_died=closing is not None and closing.what == "closed_died",
        )
        rows = self._surroundings.reference.matrix.rows.values()
        others = frozenset(row.id for row in rows if row.tells_of_others)
        told_of = told.with_interview(who, sitting.interview, sitting.status, others)
        return replace(told_of, meetings=()) if closing else told_of


def _is_invented(person: Person) -> bool:
    return is_invented_number(person.prison_number or "")
