"""Care for the worker, once the person has left: asked whatever was said, shown to nobody else (section 16)."""

from __future__ import annotations

from bcst_tui.casebook.private import PrivatePart
from bcst_tui.disclosure.worker_care import Strain, first_kept, is_much


class WorkerCare(PrivatePart):
    """What the casebook asks of the worker themselves. Raises NotSaved where the disk refuses."""

    def owes_care(self) -> tuple[bool, bool]:
        """Whether the part was open since this was asked last, and whether anything was told in it."""
        return self._was_open, self._was_told

    def take_care(self, how: Strain | None) -> bool:
        """Keep how heavy it was, or nothing; whether it was heavy so often that talking about it is offered.

        It is offered once; then the count begins anew.
        """
        self._was_open = self._was_told = False
        if how is None:
            return False
        with self._vault.session() as records:
            records.worker.add_strain(self.today(), how, first_kept(self.today()))
            much = is_much(records.worker.heavy(), self.today())
            if much:
                records.worker.forget_strain()
        return much
