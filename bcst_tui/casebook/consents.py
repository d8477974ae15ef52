"""Who may be told what: asked agency by agency, kept version by version, taken back at once (block J)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.consent_values import AgencyStands, Share, TopicStands, Wish, Withdrawn
from bcst_tui.casebook.owing import going_on
from bcst_tui.casebook.papers import Papers, reading_as, which_one
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.answered import answered
from bcst_tui.disclosure.consent import NAME, Consent, checked, decided, depths, ended, latest, live
from bcst_tui.export.copies import make_copy
from bcst_tui.export.formats import render
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.plan.carrying import DONE
from bcst_tui.plan.deadlines import months_after
from bcst_tui.plan.model import Plan
from bcst_tui.plan.own_actions import is_own
from bcst_tui.reference.agency import Agency
from bcst_tui.vault.records import Records

NO_LONGER_OPEN = (*DONE, "declined", "not_needed", "not_possible")


class Consents(Papers):
    """The part of the casebook that asks, keeps and takes back consent."""

    def agencies(self, case_id: int) -> tuple[AgencyStands, ...]:
        """The agencies the plan has something for, and those something was ever said about."""
        with self._vault.session() as records:
            sitting = self._sitting_of(records, case_id)
            plan = self._as_kept(records, sitting) if sitting else Plan()
            all_of_them = [self._stands(records, case_id, one, plan) for one in self._by_id.values()]
        return tuple(one for one in all_of_them if one.is_needed or _was_asked(one) or one.never_told)

    def every_agency(self, case_id: int) -> tuple[AgencyStands, ...]:
        """All there are, for the list of those never to be told."""
        with self._vault.session() as records:
            return tuple(self._stands(records, case_id, one, Plan()) for one in self._by_id.values())

    def agency(self, case_id: int, agency: str) -> AgencyStands:
        """One agency, as it stands today."""
        with self._vault.session() as records:
            sitting = self._sitting_of(records, case_id)
            plan = self._as_kept(records, sitting) if sitting else Plan()
            return self._stands(records, case_id, self._by_id[agency], plan)

    def consents(self, case_id: int) -> tuple[Consent, ...]:
        """Every version of every consent, the oldest first."""
        with self._vault.session() as records:
            return records.consents.of(case_id)

    def would_get(self, case_id: int, wish: Wish) -> str | Rejection:
        """What the agency would get if this were agreed: the very paper, as it would be written today."""
        wish = replace(wish, said="given", given_how=wish.given_how or "spoken")
        ready = checked(wish, self._by_id[wish.agency])
        if isinstance(ready, Rejection):
            return ready
        with self._vault.session() as records:
            sitting = self._sitting_of(records, case_id)
            return self._shown(records, sitting, ready) if sitting else NOTHING_YET

    def decide(self, case_id: int, wish: Wish) -> AgencyStands | Rejection:
        """Keep what the person says of one agency. Raises CaseClosed, a NotSaved."""
        agency = self._by_id[wish.agency]
        ready = checked(wish, agency)
        if isinstance(ready, Rejection):
            return ready
        with self._vault.session() as records:
            refused = self._why_never(records, case_id, agency, ready.which) if ready.said == "given" else ""
            if refused:
                return Rejection(refused)
            sitting = self._sitting_of(records, case_id)
            text = self._shown(records, sitting, ready) if sitting and ready.said == "given" else ""
            return self._keep_consents(records, case_id, agency, decided(ready, self.today(), self._until(), text))

    def withdraw(self, case_id: int, agency: str, topics: Iterable[str] = ()) -> Withdrawn | Rejection:
        """Take back all, or these topics; it stops at once, and what had gone already is told (J12)."""
        with self._vault.session() as records:
            return self._end(records, case_id, self._by_id[agency], tuple(topics))

    def purpose_met(self, case_id: int, agency: str) -> AgencyStands | Rejection:
        """What it was agreed for is done, so it has run out (R85)."""
        with self._vault.session() as records:
            open_ones = live(records.consents.of(case_id), self.today(), agency)
            if not open_ones:
                return Rejection(NOTHING_TO_STOP)
            over = tuple(ended(one, self.today(), "expired") for one in open_ones)
            return self._keep_consents(records, case_id, self._by_id[agency], over)

    def keep_on(self, case_id: int, agency: str) -> AgencyStands | Rejection:
        """Agree the same again, from today, shown afresh (L10)."""
        held = self.consents(case_id)
        open_ones = live(held, self.today(), agency)
        if not open_ones:
            return Rejection(NOTHING_TO_STOP)
        first = open_ones[0]
        topics = {one.topic: one.depth for one in open_ones}
        wish = Wish(agency, "given", topics, first.given_how or "spoken", first.purpose, which_one(held, agency))
        return self.decide(case_id, wish)

    def still_wanted(self, case_id: int) -> tuple[AgencyStands, ...]:
        """The agencies with something live, the soonest to run out first (L10)."""
        with_live = [one for one in self.agencies(case_id) if one.depths]
        return tuple(sorted(with_live, key=lambda one: min(topic.until for topic in one.topics if topic.until)))

    def shares(self, case_id: int, agency: str = "") -> tuple[Share, ...]:
        """What has gone to this agency, or to anybody, the latest first."""
        with self._vault.session() as records:
            return _gone(records, case_id, agency)

    def may_refer(self, case_id: int, agency: str, activity: str) -> bool | Rejection:
        """Whether a referral for this activity may go to an agency or service now, or why not (R43, R81)."""
        reference = self._surroundings.reference
        if is_own(activity) or reference.activities[activity].consent == "none":
            return True
        meant = [one for one in self._by_id.values() if agency == one.id or agency in one.services]
        asked = meant or list(reference.agencies_of(activity))
        with self._vault.session() as records:
            held = records.consents.of(case_id)
            for one in asked:
                if refused := self._why_never(records, case_id, one, which_one(held, one.id)):
                    return Rejection(refused)
        if any(self._opens(one, depths(held, self.today(), one.id), activity) for one in asked):
            return True
        whom = asked[0].title if asked else "They"
        return Rejection(f"{whom}: the person has not agreed that they are told of this. Ask first.")

    def _opens(self, agency: Agency, agreed: Mapping[str, int], activity: str) -> bool:
        """Whether what is agreed with an agency is enough for a referral: what unlocks it, else its topic at all."""
        unlocks = [one for one in agency.unlocks if one.activity == activity]
        if unlocks:
            return any(agreed.get(one.topic, 0) >= one.depth for one in unlocks)
        row = self._surroundings.reference.matrix.rows[self._surroundings.reference.activities[activity].row]
        return any(agreed.get(one.topic, 0) >= 1 for one in row.consent) or (not row.consent and bool(agreed))

    @property
    def _by_id(self) -> Mapping[str, Agency]:
        return self._surroundings.reference.agencies

    def _until(self) -> date:
        return months_after(self.today(), self._surroundings.reference.clocks["consent"].months or 0)

    def _sitting_of(self, records: Records, case_id: int) -> Sitting | None:
        held = records.sittings.of(case_id)
        return self._sitting(records, records.people.get(case_id), going_on(held)) if held else None

    def _shown(self, records: Records, sitting: Sitting, wish: Wish) -> str:
        """The paper this wish would open, rendered by the very code that writes it."""
        agency = self._by_id[wish.agency]
        supposed = decided(wish, self.today(), self._until())
        opened = {one.topic: one.depth for one in supposed if one.depth}
        header = self._header_of(records, sitting, supposed)
        plan = self._as_kept(records, sitting)
        copy = make_copy(agency.reader, header, plan, self._surroundings.reference, reading_as(agency, opened))
        return render(copy, "txt")

    def _stands(self, records: Records, case_id: int, agency: Agency, plan: Plan) -> AgencyStands:
        reference, today = self._surroundings.reference, self.today()
        held = records.consents.of(case_id)
        stands = latest(held)
        topics = tuple(
            TopicStands(
                topic,
                reference.label("consent_topic", topic),
                one.standing(today) if one else "not_yet_asked",
                one.depth if one and one.is_live(today) else 0,
                one.until if one and one.is_live(today) else None,
                bool(one and one.runs_out_soon(today)),
            )
            for topic in agency.topics
            for one in (stands.get((agency.id, topic)),)
        )
        which = which_one(held, agency.id)
        return AgencyStands(
            agency=agency.id,
            title=agency.title,
            serves=agency.serves,
            may_do=agency.may_do,
            topics=topics,
            is_needed=self._is_needed(agency, plan),
            which=which,
            never_told=agency.id in records.consents.never_told(case_id),
            refused=self._why_never(records, case_id, agency, which),
        )

    def _is_needed(self, agency: Agency, plan: Plan) -> bool:
        """Whether something open in the plan waits for this agency's consent, or somebody was pointed to it."""
        reference = self._surroundings.reference
        open_ones = [
            one.activity for one in plan.actions if one.status not in NO_LONGER_OPEN and not is_own(one.activity)
        ]
        waits = [one for one in open_ones if reference.activities[one].consent != "none"]
        return any(one in agency.activities for one in waits) or any(
            one.service in agency.services for one in plan.signposts
        )

    def _keep_consents(
        self, records: Records, case_id: int, agency: Agency, versions: tuple[Consent, ...]
    ) -> AgencyStands:
        """New versions on the disk, and the plan drawn again by them."""
        now, gives = self._surroundings.now(), any(one.depth for one in versions)
        for one in versions:
            records.consents.add(case_id, one, now)
        if versions:
            records.log("consent_given" if gives else "consent_ended", records.people.get(case_id).reference, now)
        sitting = self._sitting_of(records, case_id)
        plan = self._drawn_again(records, sitting) if sitting else Plan()
        return self._stands(records, case_id, agency, plan)

    def _drawn_again(self, records: Records, sitting: Sitting) -> Plan:
        """The plan by what may be told now, kept anew where one was kept and what waits in it has changed."""
        plan, stored = self._as_kept(records, sitting), records.plans.latest(sitting.sitting_id)
        if stored is not None and (stored.agreed_on is None or _waits(stored) != _waits(plan)):
            return self._keep(records, sitting, replace(plan, agreed_on=None))
        return plan

    def _end(self, records: Records, case_id: int, agency: Agency, topics: tuple[str, ...]) -> Withdrawn | Rejection:
        open_ones = live(records.consents.of(case_id), self.today(), agency.id)
        named = {one.topic for one in open_ones if not topics or one.topic in topics}
        if {one.topic for one in open_ones} - named <= {NAME}:
            named = {one.topic for one in open_ones}
        if not named:
            return Rejection(NOTHING_TO_STOP)
        over = tuple(ended(one, self.today(), "withdrawn") for one in open_ones if one.topic in named)
        self._keep_consents(records, case_id, agency, over)
        return Withdrawn(agency.id, agency.title, tuple(one.topic for one in over), _gone(records, case_id, agency.id))

    def decides(self, before: Interview, after: Interview) -> bool:
        """Whether what was moved in between decides about an agency; such a move is kept before the next is made."""
        return answered(before.known, self._by_id.values()) != answered(after.known, self._by_id.values())

    def _decided_by_answers(self, records: Records, sitting: Sitting, before: Interview) -> None:
        """What an answer says of an agency is a decision about it: a version of its own, as any other."""
        agencies = self._by_id.values()
        was = {one.agency: one for one in answered(before.known, agencies)}
        now_said = {one.agency: one for one in answered(sitting.interview.known, agencies)}
        for agency in agencies:
            said = now_said.get(agency.id)
            if said == was.get(agency.id):
                continue
            versions = self._versions_by(records, sitting, agency, said)
            self._keep_consents(records, sitting.case_id, agency, versions)

    def _versions_by(
        self, records: Records, sitting: Sitting, agency: Agency, said: Wish | None
    ) -> tuple[Consent, ...]:
        text = self._shown(records, sitting, said) if said and said.said == "given" else ""
        new = decided(said, self.today(), self._until(), text, by_answer=True) if said else ()
        stood = latest(records.consents.of(sitting.case_id))
        taken_back = tuple(
            ended(one, self.today(), "withdrawn")
            for (owner, topic), one in stood.items()
            if owner == agency.id and one.by_answer and one.depth and topic not in {version.topic for version in new}
        )
        return (*new, *taken_back)


NOTHING_YET = "Nothing is known yet that could be told."
NOTHING_TO_STOP = "Nothing is agreed there, so there is nothing to stop."


def _was_asked(stands: AgencyStands) -> bool:
    return any(one.status != "not_yet_asked" for one in stands.topics)


def _waits(plan: Plan) -> dict[str, str]:
    return {one.activity: one.status for one in plan.actions if one.locked_because or one.status == "held"}


def _gone(records: Records, case_id: int, agency: str) -> tuple[Share, ...]:
    return tuple(one for one in reversed(records.consents.shares(case_id)) if agency in ("", one.sent_to))
