"""What is still open before a plan is agreed, in sentences for the worker (K09; R09, R20, R26, R73)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcst_tui.plan.due_dates import OVER_FOUR_YEARS
from bcst_tui.plan.follow_ups import only_signposted, without_action
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Action, Need, Plan
from bcst_tui.plan.referrals import ASKED_ABOUT, GOES_ON_TO, wants_aftercare
from bcst_tui.reference.reference import Reference

MARKED = ("met", "unmet")
NO_REVIEW_DATE = "There is no release date and no review date. Choose a review date."
NOT_CLOSED = ("proposed", "in_progress", "held")


@dataclass(frozen=True)
class ScreeningTask:
    """One of the tasks marked as part of the screening itself, and whether it is closed."""

    activity: str
    title: str
    is_closed: bool


@dataclass(frozen=True)
class LastLook:
    """All there is to look at before a plan is agreed; the private part has its own day and holds nothing up."""

    tasks: tuple[ScreeningTask, ...]
    still_open: tuple[str, ...]
    private_part: str


def screening_tasks(plan: Plan, reference: Reference) -> tuple[ScreeningTask, ...]:
    """The tasks that belong in the screening, in their order (R26); over four years those not done wait (R04)."""
    return tuple(
        ScreeningTask(one.activity, one.title, one.status not in NOT_CLOSED)
        for one in plan.actions
        if (activity := reference.activities.get(one.activity)) is not None and activity.asterisk and not _waits(one)
    )


def _waits(action: Action) -> bool:
    return action.due.note == OVER_FOUR_YEARS and action.status in NOT_CLOSED


def still_open(plan: Plan, reference: Reference, *, at_review: bool = False) -> tuple[str, ...]:
    """Everything worth a look before signing off; none of it forbids to."""
    unmarked = _not_marked(plan) if at_review else ()
    return (*_sentences(plan, reference), *unmarked)


def _not_marked(plan: Plan) -> tuple[str, ...]:
    """The health and personal needs that the last 12 weeks are to leave marked met or unmet (L05, R37)."""
    needs = [one.title for one in plan.needs if one.group == "PSH" and stands(one) and one.status not in MARKED]
    return (f"Neither met nor unmet yet, before release: {'; '.join(needs)}.",) if needs else ()


def _sentences(plan: Plan, reference: Reference) -> Iterator[str]:
    for task in screening_tasks(plan, reference):
        if not task.is_closed:
            yield f"{task.activity} belongs in the screening and is open: {task.title}."
    standing = [need for need in plan.needs if stands(need)]
    for what, needs in (
        ("Not confirmed or dropped yet", [need for need in plan.needs if need.status == "proposed"]),
        ("Not read back to the person yet", [need for need in standing if need.persons_view == "not_read_back"]),
        ("Not a need to the person, and neither dropped nor met", [need for need in standing if _is_disputed(need)]),
        ("Only pointed to a service; ring together or go along", only_signposted(plan)),
        ("Nothing is planned for this yet", without_action(plan)),
    ):
        if needs:
            yield f"{what}: {'; '.join(need.title for need in needs)}."
    for one in plan.signposts:
        if one.follow_up.status == "open" and one.follow_up.due.on is None:
            yield f"No day yet to ask what came of it: {one.service_name}."
    for referral in plan.referrals:
        if wants_aftercare(plan, referral):
            yield f"The treatment is done; plan what care comes afterwards: {referral.service_name}."
        elif GOES_ON_TO[referral.status] and referral.status not in ASKED_ABOUT:
            yield f"A referral has not been sent: {referral.service_name}."
    if lacks_review_date(plan):
        yield NO_REVIEW_DATE


def lacks_review_date(plan: Plan) -> bool:
    """Whether there is neither a release date to count from nor a day to go through the plan again (R09)."""
    return any(one.clock == "review" and one.due is None for one in plan.deadlines)


def _is_disputed(need: Need) -> bool:
    return need.persons_view == "not_mine" and need.status != "met"
