"""The plan of a sitting: derived afresh each time, with what the worker decided kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan import edits, follow_ups, own_actions
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.cohorts import CohortPrompts, cohort_prompts
from bcst_tui.plan.deriving import NOTHING_BEFORE, derive
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import (
    ActionStatus,
    FollowUpOutcome,
    Group,
    NeedStatus,
    PersonsView,
    Plan,
    SaidBy,
    SignpostHow,
)
from bcst_tui.plan.signing_off import LastLook, screening_tasks, still_open
from bcst_tui.plan.timeline import Timeline, timeline
from bcst_tui.plan.todays import Owed
from bcst_tui.text import one_line
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_due import Standing
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault

PRIVATE_PART = "q_in_sitting"


class Plans:
    """The part of the casebook that plans."""

    profile: Profile
    _vault: Vault
    _surroundings: Surroundings
    _known_to_owe: dict[int, tuple[tuple[Standing, ...], tuple[Owed, ...]]]
    """By sitting, what its plan owed at the last look, and how it and those before it stood then."""

    @property
    def labels(self) -> Labels:
        """What the codes of a plan are called here."""
        return Labels(self._surroundings.reference)

    def today(self) -> date:
        """The local calendar date, or the one bcst was told to take for today."""
        return self._surroundings.today()

    def plan(self, sitting: Sitting) -> Plan:
        """Everything that follows from the answers so far."""
        with self._vault.session() as records:
            return self._as_kept(records, sitting)

    def timeline(self, sitting: Sitting) -> Timeline:
        """The dates of the plan, and those it counts from, on one line of time up to release."""
        dates = case_dates(sitting.interview.known)
        return timeline(self.plan(sitting), dates, self.today(), self._surroundings.reference.clocks)

    def to_bear_in_mind(self, sitting: Sitting) -> tuple[CohortPrompts, ...] | None:
        """Prompts for the worker alone (R28); None while somebody else can hear or see the screen."""
        interview = sitting.interview
        return cohort_prompts(interview.known, self._surroundings.reference) if interview.is_private else None

    def edit_need(
        self,
        sitting: Sitting,
        code: str,
        *,
        status: NeedStatus | None = None,
        persons_view: PersonsView | None = None,
        reason: str = "",
    ) -> Plan | Rejection:
        """Confirm a need, drop it with a reason, or write down the person's view of it (K02)."""
        return self._edited(
            sitting,
            lambda plan: edits.edit_need(plan, code, status=status, persons_view=persons_view, reason=reason),
        )

    def add_need(self, sitting: Sitting, group: str, title: str, reason: str) -> Plan | Rejection:
        """Add a need no rule found (R11)."""
        return self._edited(sitting, lambda plan: edits.add_need(plan, group, title, reason, self.today()))

    def agree_level(self, sitting: Sitting, group: str, agrees: bool, reason: str = "") -> Plan | Rejection:
        """Say yes or no to level 3 of a group (R22)."""
        return self._edited(sitting, lambda plan: edits.agree_level(plan, group, agrees, reason))

    def level_3_adds(self, sitting: Sitting, group: Group) -> tuple[str, ...]:
        """What level 3 of a group would add to the plan, before anybody has agreed to it."""
        with self._vault.session() as records:
            plan = self._as_kept(records, sitting)
        supposed = edits.supposing_level_3(plan, group)
        return edits.added_by_level_3(plan, self._derived(sitting, replace(supposed, agreed_on=None)), group)

    def edit_action(
        self,
        sitting: Sitting,
        activity: str,
        *,
        status: ActionStatus | None = None,
        said_by: SaidBy | None = None,
        owner: str | None = None,
        due: str | None = None,
        reason: str = "",
    ) -> Plan | Rejection:
        """Change how an action stands, who does it and by when (K03)."""

        def edit(plan: Plan) -> Plan | Rejection:
            return edits.edit_action(
                plan, activity, self.today(), status=status, said_by=said_by, owner=owner, due=due, reason=reason
            )

        return self._edited(sitting, edit)

    def add_action(self, sitting: Sitting, words: str, need_code: str | None = None) -> Plan | Rejection:
        """Add an action in the worker's own words, for a need or for none (R27)."""
        dates, reference = case_dates(sitting.interview.known), self._surroundings.reference
        return self._edited(
            sitting, lambda plan: own_actions.add_action(plan, reference, dates, words, need_code, self.today())
        )

    def remove_action(self, sitting: Sitting, activity: str) -> Plan | Rejection:
        """Take out an action of the worker's own that nobody has agreed to yet."""
        return self._edited(sitting, lambda plan: own_actions.remove_action(plan, activity))

    def put_back(self, sitting: Sitting, earlier: Plan) -> Plan | Rejection:
        """Take the last change back: the plan as it stood before; an agreed version is never taken back."""

        def edit(plan: Plan) -> Plan | Rejection:
            if plan.agreed_on is not None and earlier.agreed_on is None:
                return Rejection("The plan has been agreed since. Change it, and agree it again.")
            return replace(earlier, version=plan.version)

        return self._edited(sitting, edit)

    def services_for(self, activity: str) -> tuple[tuple[str, str], ...]:
        """Id and name of every service that may be named in a plan: those meant for this activity first."""
        reference = self._surroundings.reference
        meant = () if own_actions.is_own(activity) else reference.services_of(activity)
        others = sorted((one for one in reference.services.values() if one not in meant), key=lambda one: one.name)
        return tuple((one.id, one.name) for one in (*meant, *others) if not one.sealed and not one.never_proposed)

    def point_to(self, sitting: Sitting, service: str, activity: str, how: SignpostHow) -> Plan | Rejection:
        """Note that the person was pointed to a service today; its follow-up comes with it (R33)."""
        release = case_dates(sitting.interview.known).release
        reference = self._surroundings.reference
        return self._edited(
            sitting, lambda plan: follow_ups.point_to(plan, reference, service, activity, self.today(), release, how)
        )

    def date_follow_up(self, sitting: Sitting, service: str, activity: str, due: str) -> Plan | Rejection:
        """Say when a service is asked about again (K04)."""
        return self._edited(sitting, lambda plan: follow_ups.date_follow_up(plan, service, activity, due, self.today()))

    def close_signpost(
        self, sitting: Sitting, service: str, activity: str, outcome: FollowUpOutcome, next_step: str = ""
    ) -> Plan | Rejection:
        """Write down what came of a signpost; some outcomes demand what happens next (R32, R73)."""
        reference = self._surroundings.reference
        return self._edited(
            sitting,
            lambda plan: follow_ups.close_signpost(plan, service, outcome, reference, one_line(next_step), activity),
        )

    def agree_plan(self, sitting: Sitting) -> Plan:
        """Keep the plan as a numbered, dated version with the titles it was agreed with."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            previous = _latest(records, sitting)
            agreed = edits.agree(self._derived(sitting, previous), self.today())
            records.log("plan_agreed", sitting.reference, now)
            return self._keep(records, sitting, agreed)

    def last_look(self, sitting: Sitting) -> LastLook:
        """The tasks of the screening, what is open, and the private part, before the plan is agreed (K09)."""
        plan, reference = self.plan(sitting), self._surroundings.reference
        with self._vault.session() as records:
            private = reference.label(PRIVATE_PART, records.sittings.get(sitting.sitting_id).private_part)
        return LastLook(screening_tasks(plan, reference), still_open(plan, reference), private)

    def still_open(self, sitting: Sitting) -> tuple[str, ...]:
        """Sentences worth a look before the plan is agreed; none of them forbids it (R26, R73)."""
        return still_open(self.plan(sitting), self._surroundings.reference)

    def _edited(self, sitting: Sitting, edit: Callable[[Plan], Plan | Rejection]) -> Plan | Rejection:
        """One decision, its consequences drawn, on the disk."""
        with self._vault.session() as records:
            previous = _latest(records, sitting)
            edited = edit(self._derived(sitting, previous))
            if isinstance(edited, Rejection):
                return edited
            redrawn = self._derived(sitting, replace(edited, agreed_on=None))
            return replace(self._keep(records, sitting, redrawn), version=previous.version)

    def _derived(self, sitting: Sitting, previous: Plan) -> Plan:
        return derive(sitting.interview, self._surroundings.reference, previous=previous, today=self.today())

    def _as_kept(self, records: Records, sitting: Sitting) -> Plan:
        """The plan as it follows now, with what was decided in the one on the disk."""
        return self._derived(sitting, _latest(records, sitting))

    def _keep(self, records: Records, sitting: Sitting, plan: Plan) -> Plan:
        """The plan on the disk; what was remembered of the one before is forgotten."""
        self._known_to_owe.pop(sitting.sitting_id, None)
        return records.plans.save(sitting.sitting_id, plan, self._surroundings.now())


def _latest(records: Records, sitting: Sitting) -> Plan:
    """The plan as last kept; a draft counts as the version agreed before it."""
    latest = records.plans.latest(sitting.sitting_id) or NOTHING_BEFORE
    return latest if latest.agreed_on is not None else replace(latest, version=max(latest.version - 1, 0))
