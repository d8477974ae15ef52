"""Documents: previewed exactly as the reader will get them, then written."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.values import Preview, Sitting
from bcst_tui.export import told
from bcst_tui.export.case import CaseHeader, SittingHeld
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.markdown import render
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.training.invented import is_invented_number
from bcst_tui.vault.values import Person


class Papers(Plans):
    """The part of the casebook that lets something out, always through the audience matrix."""

    def preview(self, sitting: Sitting, audience: AudienceCode) -> Preview:
        """What this reader would get, and the name its file would have. Raises ExportRefused."""
        reference = self._surroundings.reference
        header = self._header(sitting)
        copy = make_copy(audience, header, self.plan(sitting), reference)
        title = reference.matrix.audiences[audience].title
        return Preview(audience, title, file_name(sitting.reference, audience, self.today()), render(copy))

    def export(self, sitting: Sitting, audience: AudienceCode, folder: Path, overwrite: bool = False) -> Path:
        """Write that document into the folder; never over another file unasked. Raises ExportRefused."""
        preview = self.preview(sitting, audience)
        written = write_file(folder, preview.file_name, preview.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{sitting.reference} {audience}", self._surroundings.now())
        return written

    def _header(self, sitting: Sitting) -> CaseHeader:
        with self._vault.session() as records:
            person = records.people.get(sitting.case_id)
        interview = sitting.interview
        return CaseHeader(
            reference=person.reference,
            name_used=person.name_used,
            made_on=self.today(),
            legal_name=person.legal_name,
            prison_number=person.prison_number or "",
            prison=self.profile.prison,
            worker=self.profile.name,
            worker_role=self.profile.role,
            key_dates=told.key_dates(interview),
            sittings=(SittingHeld(interview.sitting, interview.today, sitting.status),),
            meetings=told.meetings(interview),
            advice=told.advice(interview, interview.today),
            unanswered=told.unanswered(interview),
            hand_offs=told.hand_offs(interview),
            invented=_is_invented(person),
        )


def _is_invented(person: Person) -> bool:
    return is_invented_number(person.prison_number or "")
