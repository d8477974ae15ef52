"""Documents: previewed exactly as the reader will get them, then written."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.values import Preview, Reader, Sitting
from bcst_tui.errors import ExportRefused
from bcst_tui.export import told
from bcst_tui.export.audience import permissions_for, why_refused
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.reference.audience import AudienceCode
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

    def export(
        self,
        sitting: Sitting,
        audience: AudienceCode,
        folder: Path,
        overwrite: bool = False,
        file_format: FileFormat = "md",
    ) -> Path:
        """Write that document into the folder; never over another file unasked. Raises ExportRefused."""
        return self.write(sitting, self.preview(sitting, audience, file_format), folder, overwrite)

    def write(self, sitting: Sitting, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write what was shown, and nothing else. Raises ExportRefused if the reader would now get something else."""
        if self.preview(sitting, shown.audience, shown.file_format, shown.ticked) != shown:
            raise ExportRefused("The copy has changed since it was shown, so nothing was written.", "Look at it again.")
        written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{sitting.reference} {shown.audience}", self._surroundings.now())
        return written

    def _header(self, sitting: Sitting) -> CaseHeader:
        with self._vault.session() as records:
            person = records.people.get(sitting.case_id)
        who = CaseHeader(
            reference=person.reference,
            name_used=person.name_used,
            made_on=self.today(),
            legal_name=person.legal_name,
            prison_number=person.prison_number or "",
            prison=self.profile.prison,
            worker=self.profile.name,
            worker_role=self.profile.role,
            invented=_is_invented(person),
        )
        rows = self._surroundings.reference.matrix.rows.values()
        others = frozenset(row.id for row in rows if row.tells_of_others)
        return told.with_interview(who, sitting.interview, sitting.status, others)


def _is_invented(person: Person) -> bool:
    return is_invented_number(person.prison_number or "")
