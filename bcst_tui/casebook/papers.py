"""Documents: previewed exactly as the reader will get them, then written, and what went outside noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from bcst_tui.casebook.case_for_papers import CaseForPapers
from bcst_tui.casebook.consent_values import Recipient
from bcst_tui.casebook.marks import copy_name
from bcst_tui.casebook.values import Preview, Reader, Sitting
from bcst_tui.disclosure.consent import Consent, depths, latest, live
from bcst_tui.disclosure.gateway import Gateway
from bcst_tui.disclosure.shares import Basis, Share
from bcst_tui.disclosure.told_nothing import ListedPerson, matched, people_listed
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Permissions, permissions_for, why_refused
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.reference.agency import Agency
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode, Matrix
from bcst_tui.vault.records import Records

TO_SOMEBODY: tuple[AudienceCode, ...] = ("HOU", "SPEC", "STAT")
"""Readers of whom there are many, so that a copy is for one of them by name."""
NOTED: tuple[AudienceCode, ...] = (*TO_SOMEBODY, "RO")


class Papers(CaseForPapers):
    """The part of the casebook that lets something out, always through the audience matrix."""

    def readers(self, sitting: Sitting) -> tuple[Reader, ...]:
        """The ten readers, and for each whether anything can be made for them of this case."""
        matrix = self._surroundings.reference.matrix
        with self._vault.session() as records:
            invented = self._is_invented(records.people.get(sitting.case_id))
            named = {code: bool(self._recipients(records, sitting.case_id, code)) for code in TO_SOMEBODY}
        return tuple(reader_of(code, matrix, named, invented) for code in matrix.audiences)

    def recipients(self, sitting: Sitting, audience: AudienceCode) -> tuple[Recipient, ...]:
        """Whom in particular a copy for this reader can be made for: nobody where the reader is only one."""
        with self._vault.session() as records:
            return self._recipients(records, sitting.case_id, audience)

    def preview(
        self,
        sitting: Sitting,
        audience: AudienceCode,
        file_format: FileFormat = "md",
        ticked: frozenset[str] = frozenset(),
        to: str = "",
    ) -> Preview:
        """What this reader would get, and the name its file would have. Raises ExportRefused.

        `ticked`: the rows the person wants in their own copy; they are kept nowhere but in the file.
        `to`: whom in particular, where there are many such readers.
        """
        reference = self._surroundings.reference
        with self._vault.session() as records:
            plan = self._as_kept(records, sitting)
            header = self._with_changes(records, sitting, plan, self._header_of(records, sitting))
            if header.has_died and audience in OWN_COPIES:
                raise ExportRefused(
                    f"{header.reference} is closed because the person has died, so no copy is made for them.",
                    "If the family asks for papers, ask your manager who answers them.",
                )
            permissions = self._permissions(records, sitting.case_id, audience, to, ticked, header.invented)
            place = self._place(records, sitting.case_id, audience, to)
            named = {one.to: one.title for one in self._recipients(records, sitting.case_id, audience)}
        copy = make_copy(audience, header, plan, reference, permissions)
        return Preview(
            audience=audience,
            title=reference.matrix.audiences[audience].title,
            file_name=copy_name(copy, file_name(sitting.reference, audience, self.today(), file_format, place)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            ticked=ticked,
            may_tick=("goals_strengths",) if audience == "CELL" and header.goals else (),
            to=to,
            to_whom=named.get(to, ""),
            is_large=copy.is_large,
        )

    def write(self, sitting: Sitting, shown: Preview, folder: Path, overwrite: bool = False) -> Path:
        """Write what was shown into the folder; never over another file unasked.

        Raises ExportRefused, also where the reader would by now get something else than was shown.
        """
        if self.preview(sitting, shown.audience, shown.file_format, shown.ticked, shown.to) != shown:
            raise ExportRefused("The copy has changed since it was shown, so nothing was written.", "Look at it again.")
        with self._noted_first(sitting, shown):
            written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.log("exported", f"{sitting.reference} {shown.audience}", now)
            if shown.audience == "STAT":
                records.consents.use_gateway(int(shown.to), now)
                records.log("shared_without_consent", sitting.reference, now)
        return written

    @contextmanager
    def _noted_first(self, sitting: Sitting, shown: Preview) -> Iterator[None]:
        """Note what goes to somebody before it is on the disk, so that no paper is ever there and not noted.

        Where it could not be written, the note is taken out again; only a kill in between leaves one for no paper.
        """
        if shown.audience not in NOTED:
            yield
            return
        with self._vault.session() as records:
            share = self._share(records, sitting.case_id, shown)
            number = records.consents.add_share(sitting.case_id, share, self._surroundings.now())
        try:
            yield
        except ExportRefused:
            with self._vault.session() as records:
                records.consents.take_out_share(number)
            raise

    def _share(self, records: Records, case_id: int, shown: Preview) -> Share:
        """What is noted of a paper that goes out: to whom and by what right, and of its text a fingerprint."""
        held, agency = records.consents.of(case_id), self._agency(shown.audience, shown.to)
        topics = depths(held, self.today(), agency.id) if agency else {}
        basis: Basis = "gateway" if shown.audience == "STAT" else "consent" if topics else "told"
        return Share(
            on=self.today(),
            audience=shown.audience,
            sent_to=shown.to_whom if shown.audience == "STAT" else agency.id if agency else shown.audience,
            basis=basis,
            topics=topics,
            file_name=shown.file_name,
            fingerprint=sha256(shown.text.encode()).hexdigest(),
            which=which_one(held, agency.id) if agency else "",
        )

    def _place(self, records: Records, case_id: int, audience: AudienceCode, to: str) -> int:
        """The how-manieth reader of this kind this is today: two of them need files of their own."""
        if audience not in ("HOU", "SPEC"):
            return 1
        shared = [one for one in records.consents.shares(case_id) if (one.on, one.audience) == (self.today(), audience)]
        order = list(dict.fromkeys([*(one.sent_to for one in shared), to]))
        return order.index(to) + 1

    def _recipients(self, records: Records, case_id: int, audience: AudienceCode) -> tuple[Recipient, ...]:
        if audience == "STAT":
            return tuple(Recipient(str(one.id), one.told_to) for one in self._gateways_open(records, case_id))
        if audience not in TO_SOMEBODY:
            return ()
        held, listed = records.consents.of(case_id), records.consents.never_told(case_id)
        told_by = {one.agency for one in live(held, self.today())} - set(listed)
        return tuple(
            Recipient(one.id, f"{one.title}: {which}" if (which := which_one(held, one.id)) else one.title)
            for one in self._surroundings.reference.agencies.values()
            if one.reader == audience and one.id in told_by
        )

    def _gateways_open(self, records: Records, case_id: int) -> tuple[Gateway, ...]:
        """Decisions to share without consent that have not been used yet."""
        return tuple(one for one in records.consents.gateways(case_id) if one.used_at is None)

    def _agency(self, audience: AudienceCode, to: str) -> Agency | None:
        """The agency that reads: by name, or the only one of its kind."""
        agencies = self._surroundings.reference.agencies
        if audience == "RO":
            return next((one for one in agencies.values() if one.reader == "RO"), None)
        agency = agencies.get(to)
        return agency if agency is not None and agency.reader == audience else None

    def _permissions(
        self,
        records: Records,
        case_id: int,
        audience: AudienceCode,
        to: str,
        ticked: frozenset[str],
        invented: bool,
    ) -> Permissions:
        """What is open to this reader today: by a live consent, by a gateway record, or by nothing but the matrix."""
        usual = permissions_for(audience, self._surroundings.reference.matrix, ticked=ticked, invented=invented)
        if audience == "STAT":
            opened = next((one.rows for one in self._gateways_open(records, case_id) if str(one.id) == to), ())
            return replace(usual, gateway=frozenset(opened))
        agency = self._agency(audience, to)
        if agency is None:
            return usual
        held = records.consents.of(case_id)
        if refused := self._why_never(records, case_id, agency, which_one(held, agency.id)):
            if audience == "RO":
                return usual
            raise ExportRefused(refused, "Nothing goes to them unless the person takes it off the list.")
        return reading_as(agency, depths(held, self.today(), agency.id), invented)

    def _why_never(self, records: Records, case_id: int, agency: Agency, which: str) -> str:
        """Why nothing may go to this agency, if the person said so: it, or somebody of that name, is on their list."""
        if agency.id in records.consents.never_told(case_id):
            return f"{agency.title} is on the list of those never to be told, so nothing was written."
        if which and matched(self._people_listed(records, case_id), which):
            return f"{which} may be somebody on the list of people to be told nothing, so nothing was written."
        return ""

    def check_before(self, case_id: int, whom: str) -> str:
        """Why not to ring, write to or meet these people, if one of them may be on the list; else nothing."""
        with self._vault.session() as records:
            found = matched(self._people_listed(records, case_id), whom)
        return may_be(found) if found else ""

    def _people_listed(self, records: Records, case_id: int) -> tuple[ListedPerson, ...]:
        """The people who are to be told nothing, out of the latest interview in which that was asked (F12).

        Where two cases were made one, out of all the interviews held before that, and of those since.
        """
        held = [one for one in records.sittings.of(case_id) if one.moves]
        merged_at = records.cases.merged_at(case_id)
        merged = sum(1 for one in held if merged_at is not None and one.started_at <= merged_at)
        return people_listed((self._interview(records, one) for one in held), merged)


WHY_NOT: Mapping[AudienceCode, str] = {"MI": "counted, from the list of cases", "TR": "of invented people only"}


def reader_of(code: AudienceCode, matrix: Matrix, named: Mapping[AudienceCode, bool], invented: bool) -> Reader:
    """One reader, and whether a copy can be made; `named`: whether there is anybody it could be made for by name."""
    reader = matrix.audiences[code]
    refused = why_refused(matrix, code, permissions_for(code, matrix, invented=invented))
    return Reader(code, reader.title, reader.for_whom, named.get(code, refused is None), WHY_NOT.get(code, "not yet"))


def reading_as(agency: Agency, topics: dict[str, int], invented: bool = False) -> Permissions:
    """What is open to an agency with these topics agreed."""
    return Permissions(topics, service=agency.id, stands_for=frozenset(agency.services), invented=invented)


def which_one(held: Iterable[Consent], agency: str) -> str:
    """The very office or firm that was named for this agency, if one was."""
    named = [one.which for one in latest(held).values() if one.agency == agency and one.which]
    return named[-1] if named else ""


def may_be(found: tuple[str, ...]) -> str:
    """What to say where a name may be that of somebody on the list."""
    names = " and ".join(found)
    return f"{names} is on the list of people to be told nothing. Don't ring, write or tell; ask the person first."
