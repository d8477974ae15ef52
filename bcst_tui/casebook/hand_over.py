"""A case handed over to the worker who has it next, and taken over there, so that nobody is told to ask again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.hand_over_shape import Arriving, HandedCase, HandedMove, HandedSitting, as_bytes, from_bytes
from bcst_tui.casebook.handed_agreements import AgreementsHandedOver
from bcst_tui.casebook.handed_record import RecordHandedOver
from bcst_tui.casebook.handed_words import brings, stays_behind
from bcst_tui.casebook.new_cases import CheckedCase, checked_case, has_name_and_birth, has_number
from bcst_tui.casebook.passphrases import hand_over_key_refusal
from bcst_tui.casebook.private import PrivatePart
from bcst_tui.casebook.values import CaseLine, NewCase
from bcst_tui.disclosure.handing_over import HandedOver, handed_over, taken_over
from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.ledger import Item
from bcst_tui.errors import BcstError, UsageError
from bcst_tui.export.files import write_bytes
from bcst_tui.interview.answer import Rejection, kept
from bcst_tui.interview.engine import move_of
from bcst_tui.interview.showing import day_words
from bcst_tui.script.script import Script
from bcst_tui.vault.hand_over_apart import unlocked_apart
from bcst_tui.vault.hand_over_file import LARGEST, NOT_ONE, locked, needs_passphrase, own_key, short_code
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_private import SHUT
from bcst_tui.vault.values import Person, ScriptTexts, Sitting

NOT_HELD = "not_held"
UNREAD = UsageError("The file can't be read.", "Name the file the other worker sent.")
HERE_ALREADY = (
    "There is a case of theirs here. The interviews and the plan in the file are not taken over; the rest is added "
    "where it is not known here yet. Go through with them again who is to be told nothing."
)


class HandOver(AgreementsHandedOver, RecordHandedOver, PrivatePart, Cases):
    """The part of the casebook that gives a case away whole, and takes one."""

    @property
    def hand_over_key(self) -> str:
        """The public key to give to whoever hands a case over to this vault. Raises PrivateShut."""
        return own_key(self._seed())

    def hand_over(
        self,
        case_id: int,
        folder: Path,
        agreed: Collection[Item] = (),
        *,
        own_words: bool = False,
        public: str = "",
        passphrase: str = "",
        overwrite: bool = False,
    ) -> tuple[Path, str]:
        """Write the file for the next worker; the path, and the code to read out to them. Raises BcstError.

        `agreed`: the items of the private part the person said the next worker may know of. Of the others goes only
        that they are not asked again.
        """
        self._seed()
        if public and (refused := hand_over_key_refusal(public)):
            raise UsageError(refused, "Nothing was written.")
        with self._vault.session() as records:
            person = records.people.get(case_id)
            file = locked(
                as_bytes(self._as_handed(records, person, agreed, own_words)), public=public, passphrase=passphrase
            )
            records.log("handed_over", person.reference, self._surroundings.now())
        return write_bytes(folder, self.hand_over_name(person.reference), file, overwrite=overwrite), short_code(file)

    def hand_over_name(self, reference: str) -> str:
        """What the file is called; nobody's name."""
        return f"{reference}-handover-{self.today().isoformat()}.age"

    def handing_over_words(self, case_id: int) -> tuple[str, ...]:
        """What would go and what would stay, said before it is written, of the ordinary part. Raises PrivateShut."""
        self._seed()
        with self._vault.session() as records:
            person = records.people.get(case_id)
            case = self._as_handed(records, person, (), False)
            counts = records.cases.counts(case_id)
            earlier = counts.get("sitting", 0) - len(records.sittings.of_this_stay(case_id))
            notes = counts.get("case_note", 0) - len(case.record.notes if case.record else ())
        stays = stays_behind(counts, notes, earlier)
        return (*brings(case)[:-1], *((stays,) if stays else ()))

    def handed_file(self, path: Path) -> bytes:
        """What is in the file that was sent. Raises UsageError."""
        try:
            with open(path, "rb") as opened:
                return opened.read(LARGEST + 1)
        except (OSError, ValueError):
            raise UNREAD from None

    def needs_passphrase(self, file: bytes) -> bool:
        """Whether a passphrase locks this file, and not a key. Raises UsageError for what is no such file."""
        return needs_passphrase(file)

    def arriving(self, file: bytes, passphrase: str = "") -> Arriving:
        """What a file holds, to be looked at; nothing is taken over. Raises BcstError."""
        return Arriving(from_bytes(unlocked_apart(file, self._seed(), passphrase)), short_code(file))

    def arriving_words(self, arriving: Arriving) -> tuple[str, ...]:
        """What is said of it before it is taken over: nothing of the private part."""
        case = arriving.case
        new = _new_case(case, self.today())
        with self._vault.session() as records:
            is_here = isinstance(new, CheckedCase) and _case_here(records, new) is not None
        return (
            f"{case.name_used}, from {case.worker}, {case.role}, {case.prison}, on {day_words(case.made_on)}.",
            f"Code: {arriving.code}. Ring whoever sent it, and take it over only if they read you the same.",
            *((HERE_ALREADY,) if is_here else ()),
            *brings(case),
        )

    def take_over(self, arriving: Arriving) -> CaseLine | Rejection:
        """The case under a reference of this vault, in one transaction; somebody who has one keeps that.

        Raises BcstError, with nothing taken over.
        """
        case = arriving.case
        if case.training != self._is_training:
            raise UsageError("People of training and real people are never in one vault, so nothing was taken over.")
        new = _new_case(case, self.today())
        if isinstance(new, Rejection):
            return new
        now = self._surroundings.now()
        with self._vault.session() as records:
            here = _case_here(records, new)
            if here is not None:
                records.cases.refuse_closed(here.id)
            person = here or records.people.add(
                new.name_used,
                now,
                legal_name=new.legal_name,
                prison_number=new.prison_number,
                birth_date=new.birth_date,
                opened_by=self.profile.name,
            )
            begun = self._take_sittings(records, person, case) if here is None else []
            if case.record is not None:
                self._take_record(records, person.id, case.record, begun, is_new=here is None)
            holds = self._same_here(case.agreements.titles, case.prison)
            self._take_agreements(records, person.id, case.agreements, holds)
            self._take_private(records, person, case.private, holds)
            records.private.begin_missing()
            records.log("taken_over", person.reference, now)
            return self._line(records, person)

    @property
    def _is_training(self) -> bool:
        return self._vault.folder.purpose == "training"

    def _seed(self) -> bytes:
        if (seed := self._vault.hand_over_seed) is None:
            raise SHUT
        return seed

    def _as_handed(self, records: Records, person: Person, agreed: Collection[Item], own_words: bool) -> HandedCase:
        held = [one for one in records.sittings.of_this_stay(person.id) if one.status != NOT_HELD]
        texts = {one.script_hash: records.sittings.script(one.script_hash) for one in held}
        moved_at = {one.id: one.moved_at for one in records.due.standings([person.id])}
        record = records.private.of(person.id).record
        return HandedCase(
            format=1,
            training=self._is_training,
            made_on=self.today(),
            prison=self.profile.prison,
            role=self.profile.role,
            worker=self.profile.name,
            name_used=person.name_used,
            legal_name=person.legal_name,
            prison_number=person.prison_number or "",
            birth_date=person.birth_date,
            scripts={name: dict(one.files) for name, one in texts.items()},
            sittings=tuple(self._sitting_as_handed(records, one, moved_at.get(one.id)) for one in held),
            private=handed_over(
                record,
                agreed,
                self.today(),
                self.profile.role,
                own_words=own_words,
                release=self._release_of(records, person.id),
            ),
            agreements=self._agreements_of(records, person.id),
            record=self._record_of(records, person.id, held),
        )

    def _sitting_as_handed(self, records: Records, sitting: Sitting, moved_at: datetime | None) -> HandedSitting:
        script = self._scripts.of(sitting.script_hash, records.sittings.script)
        moves = records.sittings.moves(sitting.id, script)
        return HandedSitting(
            kind=sitting.kind,
            is_ended=sitting.status == "completed",
            script=sitting.script_hash,
            today=sitting.today,
            started_at=sitting.started_at,
            private_part=sitting.private_part,
            facts=dict(sitting.facts),
            moves=tuple(HandedMove(one.act, one.question, kept(one.answer) if one.answer else None) for one in moves),
            moved_at=moved_at,
        )

    def _take_sittings(self, records: Records, person: Person, case: HandedCase) -> list[int]:
        """Each interview over the very script it ran on, which has to be what its hash says; their new numbers."""
        numbers = []
        for one in case.sittings:
            script = self._handed_script(case, one.script)
            texts = ScriptTexts(script.digest, script.id, script.version, script.files)
            try:
                moves = [move_of(script, move.act, move.question, move.as_kept()) for move in one.moves]
            except ValueError:
                raise NOT_ONE from None
            begun = records.sittings.begin(person.id, one.kind, texts, one.today, one.started_at, one.facts)
            at = one.moved_at or one.started_at
            records.sittings.append_moves(begun.id, moves, at)
            if one.private_part != "not_opened":
                records.sittings.set_private_part(begun.id, one.private_part)
            end = records.sittings.complete if one.is_ended else records.sittings.pause
            end(begun.id, at)
            numbers.append(begun.id)
        return numbers

    def _handed_script(self, case: HandedCase, digest: str) -> Script:
        try:
            files = case.scripts[digest]
            script = self._scripts.read(files)
        except (KeyError, BcstError):
            raise NOT_ONE from None
        if script.digest != digest:
            raise NOT_ONE
        return script

    def _take_private(
        self, records: Records, person: Person, handed: HandedOver | None, holds: Collection[str]
    ) -> None:
        """How it stands, joined to what is kept here already; due, where it is, from the next sitting on."""
        if handed is None:
            raise UsageError("This file says nothing of how the private part stands.", "Ask for it to be sent again.")
        here = records.private.of(person.id)
        arrived = taken_over(handed, len(records.sittings.of(person.id)), holds)
        record = replace(joined(here.record, arrived), q=here.record.q)
        records.private.keep(person.id, replace(here, record=record))


def _new_case(case: HandedCase, today: date) -> CheckedCase | Rejection:
    born = case.birth_date.strftime("%d/%m/%Y") if case.birth_date else ""
    return checked_case(NewCase(case.name_used, case.legal_name, case.prison_number, born), today)


def _case_here(records: Records, new: CheckedCase) -> Person | None:
    """The case they have here already, by their number or by name and birth."""
    known = records.people.alike(new.prison_number, new.birth_date)
    return next((one for one in known if has_number(one, new) or has_name_and_birth(one, new)), None)
