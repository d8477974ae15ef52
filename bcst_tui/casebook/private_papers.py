"""Papers that hold the private part: asked for by themselves, shown exactly as they go, and noted where they belong.

An ordinary paper holds nothing of it. These are made by the same matrix, of live consents or a decision kept there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from bcst_tui.casebook.consent_values import Recipient
from bcst_tui.casebook.marks import copy_name
from bcst_tui.casebook.papers import NOTED, TO_SOMEBODY, Papers, reader_of, which_one
from bcst_tui.casebook.private import PrivatePart
from bcst_tui.casebook.safe_contact_form import terms
from bcst_tui.casebook.values import Preview, Reader, Sitting
from bcst_tui.disclosure.consent import Consent, depths, live
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack
from bcst_tui.disclosure.safe_contact import usable_contact
from bcst_tui.disclosure.shares import Basis, Share
from bcst_tui.disclosure.told_nothing import matched
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, permissions_for
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.export.private_terms import CASELOAD_CHECK, opened_by
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.private_around import around_of
from bcst_tui.reference.audience import AudienceCode, Matrix
from bcst_tui.vault.records import Records

NEVER: tuple[AudienceCode, ...] = ("CELL", "MI")
"""Readers of whose papers the private part is never a part."""
NAMED_IN_A_SHARE = ("name_used", "legal_name")
"""A decision to tell is about somebody: a paper nobody can tell whose it is helps nobody."""
WORKERS_TEXT = "worker_notes"
NAMELESS_FILE = "report"
TO_OFFICER = "responsible_officer"


class PrivatePapers(PrivatePart, Papers):
    """The part of the casebook that lets something of the private part out."""

    def private_readers(self, sitting: Sitting) -> tuple[Reader, ...]:
        """Who may get a paper with the private part, and for each whether one can be made; the same list for all."""
        matrix = self._surroundings.reference.matrix
        if self._vault.is_private_shut:
            return tuple(Reader(code, one.title, one.for_whom, False) for code, one in matrix.audiences.items())
        with self._vault.session() as records:
            invented = self._is_invented(records.people.get(sitting.case_id))
            named = {code: bool(self._private_recipients(records, sitting.case_id, code)) for code in TO_SOMEBODY}
        return tuple(
            Reader(code, one.title, one.for_whom, False, "never with the private part")
            if code in NEVER
            else reader_of(code, matrix, named, invented)
            for code, one in matrix.audiences.items()
        )

    def private_recipients(self, sitting: Sitting, audience: AudienceCode) -> tuple[Recipient, ...]:
        """Whom in particular: agencies that were agreed to in the private part, or decisions kept there."""
        with self._vault.session() as records:
            return self._private_recipients(records, sitting.case_id, audience)

    def private_preview(
        self, sitting: Sitting, audience: AudienceCode, file_format: FileFormat = "md", to: str = ""
    ) -> Preview:
        """What this reader would get, the private part with it. Raises ExportRefused."""
        reference = self._surroundings.reference
        if audience in NEVER:
            raise ExportRefused("The private part is never in this paper.", "Choose another reader.")
        if self._vault.is_private_shut:
            raise ExportRefused(self.private_shut_words)
        with self._vault.session() as records:
            plan = self._as_kept(records, sitting)
            header = self._with_changes(records, sitting, plan, self._header_of(records, sitting))
            private = self._private_case(records, sitting)
            permissions = self._opened(records, sitting.case_id, audience, to, private.record, header.invented)
            named = {one.to: one.title for one in self._private_recipients(records, sitting.case_id, audience)}
        if header.has_died and audience == "FULL":
            raise ExportRefused(
                f"{header.reference} is closed because the person has died, so no copy is made for them.",
                "If the family asks for papers, ask your manager who answers them.",
            )
        copy = make_copy(audience, header, plan, reference, permissions, private)
        whose = NAMELESS_FILE if permissions.nameless else sitting.reference
        place = self._private_place(private.record, audience, to)
        return Preview(
            audience=audience,
            title=reference.matrix.audiences[audience].title,
            file_name=copy_name(copy, file_name(whose, audience, self.today(), file_format, place)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            to=to,
            to_whom=named.get(to, ""),
            is_private=True,
            may_keep_back=_starred(reference.matrix) if audience == "FULL" else (),
            kept_back=frozenset(one.row for one in private.record.kept_back) if audience == "FULL" else frozenset(),
        )

    @property
    def row_titles(self) -> Mapping[str, str]:
        """What each row of the matrix is called."""
        return {row.id: row.title for row in self._surroundings.reference.matrix.rows.values()}

    def keep_back(self, sitting: Sitting, row: str, is_kept: bool) -> None:
        """What the safeguarding lead decided: this row is kept from the person's own copy, or no longer is."""
        with self._vault.session() as records:
            before = records.private.of(sitting.case_id)
            others = tuple(one for one in before.record.kept_back if one.row != row)
            added = (KeptBack(row, self.profile.sealed_reader_role, self.today()),) if is_kept else ()
            records.private.keep(
                sitting.case_id, replace(before, record=replace(before.record, kept_back=(*others, *added)))
            )

    def private_write(self, sitting: Sitting, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write what was shown; what goes to somebody is noted in the private part first, and nowhere else.

        The log of the vault says that a paper was made, and not for whom.
        Raises ExportRefused, also where the reader would by now get something else than was shown.
        """
        if self.private_preview(sitting, shown.audience, shown.file_format, shown.to) != shown:
            raise ExportRefused("The copy has changed since it was shown, so nothing was written.", "Look at it again.")
        with self._noted_within(sitting, shown):
            written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", sitting.reference, self._surroundings.now())
        return written

    def _private_case(self, records: Records, sitting: Sitting) -> PrivateCase:
        record = records.private.of(sitting.case_id).record.as_may_be_seen()
        release = case_dates(sitting.whole.known).release
        contacts = tuple(
            terms(contact) if (contact := usable_contact(one.contact, self.today(), release)) else ()
            for one in record.follow_ups
        )
        return PrivateCase(record, self.private_words, around_of(sitting.whole.known, self.today()), contacts)

    def _opened(
        self, records: Records, case_id: int, audience: AudienceCode, to: str, record: Record, invented: bool
    ) -> Permissions:
        """What is open to this reader of the private part and the rest."""
        matrix = self._surroundings.reference.matrix
        if audience == "STAT":
            opened = _unused(record, to)
            return Permissions(gateway=frozenset((*opened.rows, *NAMED_IN_A_SHARE)) if opened else frozenset())
        if audience not in ("RO", "HOU", "SPEC"):
            usual = permissions_for(audience, matrix, invented=invented)
            kept_back = {row for row in usual.withheld_by_lead if row not in _starred(matrix)}
            return replace(usual, withheld_by_lead=frozenset(kept_back | {one.row for one in record.kept_back}))
        if audience in TO_SOMEBODY and to not in {
            one.to for one in self._private_recipients(records, case_id, audience)
        }:
            return NO_PERMISSIONS
        agency = TO_OFFICER if audience == "RO" else to
        if self._may_never_be_told(records, case_id, record, agency):
            return permissions_for(audience, matrix)
        ordinary = depths(records.consents.of(case_id), self.today(), agency)
        agreed = opened_by(self._agreed_today(record, agency), agency, ordinary)
        named = self._surroundings.reference.agencies.get(agency)
        return replace(agreed, stands_for=frozenset(named.services) if named else frozenset(), invented=invented)

    def _private_recipients(self, records: Records, case_id: int, audience: AudienceCode) -> tuple[Recipient, ...]:
        if audience not in TO_SOMEBODY:
            return ()
        record = records.private.of(case_id).record
        if audience == "STAT":
            bodies = dict.fromkeys(one.told_to for one in record.gateways if one.used_on is None)
            return tuple(Recipient(body, body) for body in bodies)
        told_by = {one.agency for one in self._agreed_today(record)}
        return tuple(
            Recipient(one.id, f"{one.title}: {which}" if which else one.title)
            for one in self._surroundings.reference.private_agencies.values()
            if one.reader == audience and one.id in told_by
            if not self._may_never_be_told(records, case_id, record, one.id)
            for which in [which_one(record.consents, one.id)]
        )

    def _may_never_be_told(self, records: Records, case_id: int, record: Record, agency: str) -> bool:
        """Whether it is on the list of those never to be told, or may be one of the people there, by either part."""
        if agency in records.consents.never_told(case_id):
            return True
        named = {which_one(held, agency) for held in (record.consents, records.consents.of(case_id))} - {""}
        return any(matched(self._people_listed(records, case_id), which) for which in named)

    def _agreed_today(self, record: Record, agency: str = "") -> tuple[Consent, ...]:
        """What may be told by today; being asked whether they know the person is an agreement apart."""
        told = record.as_may_be_seen().consents
        return live((one for one in told if one.purpose != CASELOAD_CHECK), self.today(), agency)

    def _private_place(self, record: Record, audience: AudienceCode, to: str) -> int:
        """The how-manieth paper of this kind this is today: two readers need files of their own."""
        if audience not in ("HOU", "SPEC"):
            return 1
        shared = [one.sent_to for one in record.shares if (one.on, one.audience) == (self.today(), audience)]
        return list(dict.fromkeys([*shared, to])).index(to) + 1

    @contextmanager
    def _noted_within(self, sitting: Sitting, shown: Preview) -> Iterator[None]:
        """Note what goes to somebody before it is on the disk; where it could not be written, take the note out."""
        if shown.audience not in NOTED:
            yield
            return
        with self._vault.session() as records:
            before = records.private.of(sitting.case_id)
            record = replace(before.record, shares=(*before.record.shares, self._private_share(before.record, shown)))
            if shown.audience == "STAT":
                opened = _unused(record, shown.to)
                used = (replace(one, used_on=self.today()) if one is opened else one for one in record.gateways)
                record = replace(record, gateways=tuple(used))
            records.private.keep(sitting.case_id, replace(before, record=record))
        try:
            yield
        except ExportRefused:
            with self._vault.session() as records:
                records.private.keep(sitting.case_id, before)
            raise

    def _private_share(self, record: Record, shown: Preview) -> Share:
        agency = TO_OFFICER if shown.audience == "RO" else shown.to
        topics = {one.topic: one.depth for one in self._agreed_today(record, agency)}
        basis: Basis = "gateway" if shown.audience == "STAT" else "consent" if topics else "told"
        return Share(
            on=self.today(),
            audience=shown.audience,
            sent_to=shown.to_whom if shown.audience == "STAT" else agency,
            basis=basis,
            topics=topics,
            file_name=shown.file_name,
            fingerprint=sha256(shown.text.encode()).hexdigest(),
            which=which_one(record.consents, agency),
        )


def _unused(record: Record, body: str) -> GatewayRecord | None:
    """The oldest decision to tell this body that nothing has gone by yet."""
    return next((one for one in record.gateways if one.used_on is None and one.told_to == body), None)


def _starred(matrix: Matrix) -> tuple[str, ...]:
    """The rows of the full own copy that the lead may keep back; a worker's own text stays out of it anyway (R84)."""
    return tuple(row.id for row in matrix.rows.values() if row.code_for("FULL") == "Y*" and row.id != WORKERS_TEXT)
