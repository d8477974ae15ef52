"""The lists a plan is read in: needs, actions, signposts, levels; each line with what opens under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from bcst_tui.plan.follow_ups import SIGNPOST_ONLY, only_signposted, without_action
from bcst_tui.plan.model import Action, Need, Plan, Referral, Signpost
from bcst_tui.plan.referrals import ASKED_ABOUT, wants_aftercare
from bcst_tui.tui.widgets import plan_words as words
from bcst_tui.tui.widgets.plan_words import PlanWords

View = Literal["needs", "actions", "signposts", "dates", "levels"]
VIEWS: tuple[View, ...] = ("needs", "actions", "signposts", "dates", "levels")
TITLES: dict[View, str] = {
    "needs": "Needs",
    "actions": "Actions",
    "signposts": "Signposts",
    "dates": "Dates",
    "levels": "Levels",
}
NONE_YET: dict[View, str] = {
    "needs": "No needs yet. They follow from the answers; A adds one.",
    "actions": "No actions yet. A adds one.",
    "signposts": "Nobody has been pointed to a service yet. S notes one.",
    "dates": "No dates yet.",
    "levels": "No levels yet.",
}
TO_DO = ("proposed", "agreed", "in_progress", "held")
SOON = timedelta(days=7)
ONLY_POINTED = "! Only pointed to a service: add a step such as ringing together."
AFTERCARE = "! The treatment is done: plan what care comes afterwards."
REFERRAL = "referral "
NOTHING_PLANNED = "! Nothing is planned for this yet."


@dataclass(frozen=True)
class PlanLine:
    """One line of a list: what it is about, its cells (the first one wide), and all there is to say of it.

    `sign` stands before the first cell, `under` quietly below it; `is_action` lines stand under column headings.
    """

    key: str
    cells: tuple[str, ...] = field(repr=False)
    details: tuple[str, ...] = field(repr=False)
    under: str = field(default="", repr=False)
    sign: str = ""
    is_action: bool = False


@dataclass(frozen=True)
class Heading:
    """A line over others."""

    words: str


Lines = tuple[PlanLine | Heading, ...]


def lines_of(plan: Plan, view: View, told: PlanWords, today: date) -> Lines:
    """What this list holds, in its order."""
    match view:
        case "needs":
            return _needs(plan, told)
        case "actions":
            return _actions(plan, told, today)
        case "signposts":
            return _services(plan, told, today)
        case "dates":
            return ()
        case "levels":
            return tuple(
                PlanLine(
                    one.group,
                    (
                        told.labels.group(one.group),
                        f"level {one.level}",
                        "level 3 offered" if one.offered_3 and one.worker_agrees is None else "",
                    ),
                    told.level_details(one),
                )
                for one in plan.levels
            )


def _needs(plan: Plan, told: PlanWords) -> Lines:
    lines: list[PlanLine | Heading] = []
    for group in told.labels.groups:
        needs = [one for one in plan.needs if one.group == group]
        if needs:
            lines.append(Heading(told.group_heading(group)))
        lines += [_need(one, plan, told) for one in needs]
    return tuple(lines)


def _need(need: Need, plan: Plan, told: PlanWords) -> PlanLine:
    warning = ONLY_POINTED if need in only_signposted(plan) else NOTHING_PLANNED if need in without_action(plan) else ""
    under = "\n".join(line for line in (told.because_in_short(need), warning) if line)
    return PlanLine(
        need.code,
        (
            need.title,
            told.labels.of("need_status", need.status),
            told.labels.of("person_view", need.persons_view),
        ),
        told.need_details(need),
        under,
        words.NEED_SIGNS[need.status],
    )


def _actions(plan: Plan, told: PlanWords, today: date) -> Lines:
    to_do = sorted((one for one in plan.actions if one.status in TO_DO), key=_by_due)
    bands: dict[str, list[Action]] = {}
    for action in to_do:
        bands.setdefault(_band(action, today), []).append(action)
    settled = [one for one in plan.actions if one.status not in TO_DO]
    if settled:
        bands["Settled"] = settled
    pointed = {need.code for need in only_signposted(plan)}
    lines: list[PlanLine | Heading] = []
    for title, actions in bands.items():
        lines.append(Heading(f"{title} · {len(actions)}"))
        lines += [_action(one, told, today, pointed) for one in actions]
    return tuple(lines)


def _action(action: Action, told: PlanWords, today: date, pointed: set[str]) -> PlanLine:
    due = words.short_day(action.due.on) if action.due.on else "no date"
    cells = (
        action.title,
        told.labels.of("done_by", action.said_by),
        action.owner or "nobody yet",
        f"! {due}" if _is_late(action, today) else due,
        "waits" if action.locked_because else told.labels.of("action_status", action.status),
    )
    warns = action.provider == SIGNPOST_ONLY and bool(pointed & set(action.needs))
    under = ONLY_POINTED if warns else told.done_in_short(action)
    return PlanLine(action.activity, cells, told.action_details(action), under, is_action=True)


def _services(plan: Plan, told: PlanWords, today: date) -> Lines:
    """Who was pointed to, and beneath, where referrals stand; headings only where there are both kinds to tell."""
    pointed = tuple(_signpost(str(place), one, told, today) for place, one in enumerate(plan.signposts))
    referred = tuple(_referral(one, plan, told, today) for one in plan.referrals)
    if not referred:
        return pointed
    heading = (Heading(f"Pointed to · {len(pointed)}"),) if pointed else ()
    return (*heading, *pointed, Heading(f"Referred · {len(referred)}"), *referred)


def referral_number(line: PlanLine) -> int | None:
    """The number of the referral a line is about; None for a signpost."""
    return int(line.key.removeprefix(REFERRAL)) if line.key.startswith(REFERRAL) else None


def service_key(plan: Plan, code: str) -> str:
    """The line of what falls due under this code: `service/activity`, and for a referral its number too."""
    pointed = {f"{one.service}/{one.activity}": str(place) for place, one in enumerate(plan.signposts)}
    referred = {f"{one.service}/{one.activity}/{one.number}": f"{REFERRAL}{one.number}" for one in plan.referrals}
    return {**pointed, **referred}.get(code, "")


def _referral(referral: Referral, plan: Plan, told: PlanWords, today: date) -> PlanLine:
    check = referral.check
    late = referral.status in ASKED_ABOUT and check.on is not None and check.on < today
    look = f"{'! ' if late else ''}look by {words.short_day(check.on)}" if check.on else ""
    cells = (referral.service_name, look, told.labels.of("referral_status", referral.status))
    under = [told.action_of(referral.activity)]
    if wants_aftercare(plan, referral):
        under.append(AFTERCARE)
    details = told.referral_details(referral)
    return PlanLine(f"{REFERRAL}{referral.number}", cells, details, "\n".join(filter(None, under)))


def _signpost(key: str, signpost: Signpost, told: PlanWords, today: date) -> PlanLine:
    follow_up = signpost.follow_up
    late = follow_up.status == "open" and follow_up.due.on is not None and follow_up.due.on < today
    ask = f"{'! ' if late else ''}ask by {words.due_words(follow_up.due)}"
    heard = words.short_day(follow_up.checks[-1].on) if follow_up.checks else ""
    when = heard if follow_up.status == "closed" else ask
    cells = (signpost.service_name, when, told.follow_up(follow_up))
    warning = f"! {told.labels.of('safe_to_contact', 'no')}" if signpost.safe_to_contact == "no" else ""
    under = "\n".join(filter(None, (told.action_of(signpost.activity), warning)))
    return PlanLine(key, cells, told.signpost_details(signpost), under)


def _band(action: Action, today: date) -> str:
    if action.due.on is None:
        return "To do, no day yet"
    if _is_late(action, today):
        return "Late"
    return "To do within a week" if action.due.on <= today + SOON else "To do later"


def _is_late(action: Action, today: date) -> bool:
    return action.status in TO_DO and action.due.on is not None and action.due.on < today


def _by_due(action: Action) -> tuple[bool, date]:
    return (action.due.on is None, action.due.on or date.min)
