"""The plan of a sitting: derived afresh each time, with what the worker decided kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.one_plan import (
    agreement,
    has_moved_on,
    latest_plan,
    logged,
    refuse_moved_on,
    refuse_without_review_date,
)
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan import edits, own_actions
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.cohorts import CohortPrompts, cohort_prompts
from bcst_tui.plan.comparing import Changes, compare
from bcst_tui.plan.deriving import derive
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import (
    ActionStatus,
    Group,
    NeedOrigin,
    NeedStatus,
    PersonsView,
    Plan,
    SaidBy,
)
from bcst_tui.plan.signing_off import LastLook, screening_tasks, still_open
from bcst_tui.plan.timeline import Timeline, timeline
from bcst_tui.text import one_line
from bcst_tui.vault.edit_values import PlanEdit
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault

PRIVATE_PART = "q_in_sitting"


class Plans:
    """The part of the casebook that plans."""

    profile: Profile
    _vault: Vault
    _surroundings: Surroundings
    """By case, every consent on record when its interview was last read."""

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
        dates = case_dates(sitting.whole.known)
        return timeline(self.plan(sitting), dates, self.today(), self._surroundings.reference.clocks)

    def to_bear_in_mind(self, sitting: Sitting) -> tuple[CohortPrompts, ...] | None:
        """Prompts for the worker alone (R28); None while somebody else can hear or see the screen."""
        if not sitting.interview.is_private:
            return None
        return cohort_prompts(sitting.whole.known, self._surroundings.reference)

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

    def add_need(
        self,
        sitting: Sitting,
        group: str,
        title: str,
        reason: str,
        origin: NeedOrigin = "worker",
        *,
        first_step: str = "",
        can_wait: bool = True,
    ) -> Plan | Rejection:
        """Add a need no rule found, and what is done first about it: within 5 working days, or on the next (R11)."""
        dates, reference, today = case_dates(sitting.whole.known), self._surroundings.reference, self.today()

        def edit(plan: Plan) -> Plan | Rejection:
            added = edits.add_need(plan, group, title, reason, today, origin)
            if isinstance(added, Rejection):
                return added
            need = added.needs[-1]
            words = one_line(first_step) or own_actions.first_step(need)
            clock: own_actions.OwnClock = "new_need" if can_wait else "next_working_day"
            return own_actions.add_action(added, reference, dates, words, need.code, today, clock)

        return self._edited(sitting, edit)

    def agree_level(self, sitting: Sitting, group: str, agrees: bool, reason: str = "") -> Plan | Rejection:
        """Say yes or no to level 3 of a group (R22)."""
        return self._edited(sitting, lambda plan: edits.agree_level(plan, group, agrees, reason))

    def level_3_adds(self, sitting: Sitting, group: Group) -> tuple[str, ...]:
        """What level 3 of a group would add to the plan, before anybody has agreed to it."""
        with self._vault.session() as records:
            plan = self._as_kept(records, sitting)
            supposed = replace(edits.supposing_level_3(plan, group), agreed_on=None)
            return edits.added_by_level_3(plan, self._derived(records, sitting, supposed), group)

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
        passed_to: str = "",
    ) -> Plan | Rejection:
        """Change how an action stands, who does it and by when (K03)."""

        def edit(plan: Plan) -> Plan | Rejection:
            return edits.edit_action(
                plan,
                activity,
                self.today(),
                status=status,
                said_by=said_by,
                owner=owner,
                due=due,
                reason=reason,
                passed_to=passed_to,
                by=self.profile.role,
            )

        return self._edited(sitting, edit)

    def add_action(self, sitting: Sitting, words: str, need_code: str | None = None) -> Plan | Rejection:
        """Add an action in the worker's own words, for a need or for none (R27)."""
        dates, reference = case_dates(sitting.whole.known), self._surroundings.reference
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

    def agree_plan(self, sitting: Sitting) -> Plan:
        """Keep the plan as a numbered, dated version with the titles it was agreed with.

        Raises a NotSaved where a later interview holds the plan, or nothing says when it is looked at again.
        """
        now = self._surroundings.now()
        with self._vault.session() as records:
            refuse_moved_on(records, sitting)
            previous = latest_plan(records, sitting)
            derived = self._derived(records, sitting, previous)
            refuse_without_review_date(sitting, derived)
            agreed = edits.agree(derived, self.today(), self.profile.role)
            records.log("plan_agreed", sitting.reference, now)
            return self._keep(records, sitting, agreed, (agreement(agreed),))

    def last_look(self, sitting: Sitting) -> LastLook:
        """The tasks of the screening, what is open, and the private part, before the plan is agreed (K09)."""
        plan, reference = self.plan(sitting), self._surroundings.reference
        with self._vault.session() as records:
            private = reference.label(PRIVATE_PART, records.sittings.get(sitting.sitting_id).private_part)
        return LastLook(screening_tasks(plan, reference), self._open_in(sitting, plan), private)

    def still_open(self, sitting: Sitting) -> tuple[str, ...]:
        """Sentences worth a look before the plan is agreed; none of them forbids it (R26, R73)."""
        return self._open_in(sitting, self.plan(sitting))

    def _open_in(self, sitting: Sitting, plan: Plan) -> tuple[str, ...]:
        at_review = sitting.interview.sitting == "review"
        return still_open(plan, self._surroundings.reference, at_review=at_review)

    def _edited(self, sitting: Sitting, edit: Callable[[Plan], Plan | Rejection]) -> Plan | Rejection:
        """One decision, its consequences drawn, on the disk."""
        with self._vault.session() as records:
            if (later := has_moved_on(records, sitting)) is not None:
                return later
            previous = latest_plan(records, sitting)
            derived = self._derived(records, sitting, previous)
            edited = edit(derived)
            if isinstance(edited, Rejection):
                return edited
            redrawn = self._derived(records, sitting, replace(edited, agreed_on=None))
            kept = self._keep(records, sitting, redrawn, compare(derived, redrawn))
            return replace(kept, version=previous.version)

    def _derived(self, records: Records, sitting: Sitting, previous: Plan) -> Plan:
        held = records.consents.of(sitting.case_id)
        reference, today = self._surroundings.reference, self.today()
        contact = records.consents.safe_contact(sitting.case_id)
        is_over = sitting.status == "completed"
        return derive(
            sitting.whole, reference, previous=previous, today=today, consents=held, contact=contact, is_over=is_over
        )

    def _as_kept(self, records: Records, sitting: Sitting) -> Plan:
        """The plan as it follows now, with what was decided in the one on the disk."""
        return self._derived(records, sitting, latest_plan(records, sitting))

    def _keep(self, records: Records, sitting: Sitting, plan: Plan, by_worker: Changes = ()) -> Plan:
        """The plan on the disk, with what changed in it, by whom and why, in the log of its edits."""
        before, now = latest_plan(records, sitting), self._surroundings.now()
        follows = plan.version if plan.agreed_on is None else plan.version - 1
        kept = records.plans.save(sitting.sitting_id, plan, now, follows)
        records.edits.add(
            PlanEdit(sitting.sitting_id, kept.version, now, self.today(), one.by, one.role, one.why, one.change)
            for one in logged(before, plan, by_worker, self.profile)
        )
        return kept
