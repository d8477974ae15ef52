"""What each write of the table does to the record; the words are those of the table itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from bcst_tui.disclosure.ledger import ITEMS, Item, Later, Ledger, Sitting, Status, is_due
from bcst_tui.disclosure.record import CategoryLine, Draft, HelpLogged, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart


@dataclass(frozen=True, repr=False)
class Said:
    """What an event brings with it, beyond its name; all of it may be empty."""

    draft: Draft | None = None
    safety_plan: tuple[SafetyPart, ...] = ()
    follow_ups: tuple[PrivateFollowUp, ...] = ()
    referrals: tuple[PrivateReferral, ...] = ()
    help: HelpLogged | None = None
    booked: date | None = None


NOTHING_SAID = Said()


@dataclass(frozen=True, repr=False)
class Writing:
    """One event's writes under way: whom they concern, in which sitting, and the draft of the run."""

    record: Record
    items: tuple[Item, ...]
    sitting: Sitting
    today: date
    said: Said
    draft: Draft | None
    from_list: bool

    def all(self, atoms: Iterable[str]) -> Writing:
        """These writes, one after another. An atom that the table doesn't know is an error."""
        done = self
        for atom in atoms:
            done = done._one(atom)
        return done

    def _one(self, atom: str) -> Writing:
        if atom.startswith("keep "):
            return self
        if atom.startswith(("Q1.", "Q2.")):
            item: Item = "q1" if atom.startswith("Q1.") else "q2"
            return replace(self, items=(item,))._one(atom[3:])
        if atom.startswith("status="):
            return self._status(atom.removeprefix("status="))
        return _ATOMS[atom](self)

    def _status(self, said: str) -> Writing:
        wanted, _, unless = said.partition(" unless ")
        status, _, later = wanted.rstrip(")").partition("(")
        changed = self
        for item in self.items:
            ledger = changed.record.ledger(item)
            if ledger.status != unless:
                changed = changed._put(ledger, cast(Status, status), cast(Later, later) if later else None)
        return changed

    def _put(self, ledger: Ledger, status: Status, later: Later | None) -> Writing:
        """The status, with whose word it is: who only wrote it down is no longer named once the person told it."""
        written = ledger.put(status, later, self.sitting.number, self.today)
        if status == "told_elsewhere":
            written = replace(written, source="self_here", source_role="", source_date=None)
        if status in ("disclosed", "confirmed"):
            written = replace(written, source_date=self.today)
        if status == "disclosed":
            written = replace(written, source="self_here", source_role="")
        if status == "carried":
            written = replace(written, source="self_elsewhere_agreed")
        record = self.record.with_ledger(written)
        return self._recorded(record.without_line(ledger.item) if status == "closed" else record)

    def _recorded(self, record: Record) -> Writing:
        return replace(self, record=record)

    def each(self, change: Callable[[Ledger], Ledger]) -> Writing:
        """The ledgers of the items this is about, changed."""
        record = self.record
        for item in self.items:
            record = record.with_ledger(change(record.ledger(item)))
        return self._recorded(record)

    def not_again_this_way(self) -> Writing:
        """Every due item waits until the person says so; what was carried counts as having been put."""
        record = self.record
        for ledger in (record.ledger(item) for item in ITEMS):
            if not is_due(ledger, self.sitting):
                continue
            if ledger.status == "carried":
                record = record.with_ledger(replace(ledger, confirms=1))
            else:
                record = record.with_ledger(ledger.put("later", "i_will_say", self.sitting.number, self.today))
        return self._recorded(record)

    def line(self) -> Writing:
        """The codes agreed to, kept as the category line of each item this is about."""
        record = self.record
        for item in self.items:
            before = record.line(item)
            codes = self.draft or (before.codes if before else Draft())
            kept = CategoryLine(item, codes.of(item), self.today)
            record = replace(record.without_line(item), lines=(*record.without_line(item).lines, kept))
        return self._recorded(record)

    def drafted(self) -> Writing:
        return replace(self, draft=self.said.draft or self.draft or Draft())

    def opened(self) -> Writing:
        return self if self.record.q == "dated" else self._recorded(replace(self.record, q="opened"))

    def dated(self) -> Writing:
        return self._recorded(replace(self.record, q="dated")) if self.from_list else self

    def held(self) -> Writing:
        delivered = self.record.level1 == "delivered"
        return self if delivered else self._recorded(replace(self.record, level1="held"))

    def helped(self) -> Writing:
        if self.said.help is None:
            return self
        return self._recorded(replace(self.record, help_log=(*self.record.help_log, self.said.help)))


_ATOMS: Mapping[str, Callable[[Writing], Writing]] = {
    "level1=held": Writing.held,
    "level1=delivered": lambda one: replace(one, record=replace(one.record, level1="delivered")),
    "q=opened": Writing.opened,
    "q=dated": Writing.dated,
    "offers+1": lambda one: one.each(lambda ledger: replace(ledger, offers=ledger.offers + 1)),
    "asks=1": lambda one: one.each(lambda ledger: replace(ledger, asks=1)),
    "confirms=1": lambda one: one.each(lambda ledger: replace(ledger, confirms=1)),
    "due.status=later(i_will_say)": Writing.not_again_this_way,
    "may_see=none": lambda one: one.each(lambda ledger: replace(ledger, may_see=())),
    "owner_told": lambda one: one.each(lambda ledger: replace(ledger, owner_told=True)),
    "draft": Writing.drafted,
    "draft=none": lambda one: replace(one, draft=None),
    "line": Writing.line,
    "booking": lambda one: replace(one, record=replace(one.record, booked=one.said.booked or one.record.booked)),
    "safety_plan": lambda one: replace(one, record=replace(one.record, safety_plan=one.said.safety_plan)),
    "referrals": lambda one: replace(
        one, record=replace(one.record, referrals=(*one.record.referrals, *one.said.referrals))
    ),
    "follow_ups": lambda one: replace(
        one, record=replace(one.record, follow_ups=(*one.record.follow_ups, *one.said.follow_ups))
    ),
    "consent": lambda one: one,
    "help_log": Writing.helped,
}
