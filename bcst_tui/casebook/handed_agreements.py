"""What was agreed with agencies and how to get in touch safely, as it goes to the next worker with the case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.casebook.owing import Owing, going_on
from bcst_tui.disclosure.agreed_before import run_out
from bcst_tui.disclosure.consent import Consent, latest
from bcst_tui.disclosure.safe_contact import SafeContact, usable_contact
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.reference.agency import Whom
from bcst_tui.vault.records import Records


@dataclass(frozen=True)
class HandedAgreements:
    """The last word on each agency and topic, no and withdrawn included; who is never told; the terms that hold.

    `titles`: what each agency is called where it comes from, those of the private part as well.
    """

    consents: tuple[Consent, ...] = field(default=(), repr=False)
    never_told: tuple[str, ...] = field(default=(), repr=False)
    safe_contact: SafeContact | None = field(default=None, repr=False)
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)


class AgreementsHandedOver(Owing):
    """The part of the casebook that gives agreements along with a case, and takes them over."""

    def _agreements_of(self, records: Records, person_id: int) -> HandedAgreements:
        contact = records.consents.safe_contact(person_id)
        return HandedAgreements(
            tuple(latest(records.consents.of(person_id)).values()),
            records.consents.never_told(person_id),
            usable_contact(contact, self.today(), self._release_of(records, person_id)),
            {one.id: one.title for one in self._listed()},
        )

    def _release_of(self, records: Records, person_id: int) -> date | None:
        held = records.sittings.of(person_id)
        if not held:
            return None
        latest_one = self._sitting(records, records.people.get(person_id), going_on(held))
        return case_dates(latest_one.whole.known).release

    def _same_here(self, titles: Mapping[str, str], prison: str) -> frozenset[str]:
        """The agencies a yes still means here: called the same, and not somebody inside another prison."""
        is_here = prison.casefold() == self.profile.prison.casefold()
        named = (one for one in self._listed() if titles.get(one.id) == one.title)
        return frozenset(one.id for one in named if is_here or not one.inside)

    def _listed(self) -> tuple[Whom, ...]:
        """Every agency there is here, those of the private part too."""
        reference = self._surroundings.reference
        return (*reference.private_agencies.values(), *reference.agencies.values())

    def _take_agreements(
        self, records: Records, person_id: int, handed: HandedAgreements, holds: Collection[str]
    ) -> None:
        """After what is kept here already, and never over a later word; a list of who is never told only grows."""
        now = self._surroundings.now()
        for one in _news(records.consents.of(person_id), handed.consents):
            is_yes_to_another = one.status == "given" and one.agency not in holds
            records.consents.add(person_id, run_out(one) if is_yes_to_another else one, now)
        for agency in set(handed.never_told) - set(records.consents.never_told(person_id)):
            records.consents.put_on_list(person_id, agency, True, now)
        here, came = records.consents.safe_contact(person_id), handed.safe_contact
        if came is not None and (here is None or here.set_on < came.set_on):
            records.consents.set_safe_contact(person_id, came, now)


def _news(here: Iterable[Consent], came: Iterable[Consent]) -> Iterator[Consent]:
    """What was said later than what is kept; on one day a word that stops stands."""
    kept = latest(here)
    for one in came:
        before = kept.get((one.agency, one.topic))
        if before is None or _day(one) > _day(before) or (_day(one) == _day(before) and one.status != "given"):
            yield one


def _day(consent: Consent) -> date:
    return consent.withdrawn_on or consent.given_on
