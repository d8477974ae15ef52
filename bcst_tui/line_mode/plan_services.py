"""Services and what was done, in numbered lines: the same steps and words as in the windows of the plan screen."""

from __future__ import annotations

from typing import get_args

from bcst_tui.casebook.forms import Writing
from bcst_tui.line_mode.plan_talk import DAY, PlanTalk
from bcst_tui.line_mode.prompts import in_words
from bcst_tui.plan.model import (
    Action,
    CaseloadCheck,
    ConsentGivenHow,
    DeliveryExtent,
    Need,
    Referral,
    SafeToContact,
    Signpost,
    SignpostHow,
)
from bcst_tui.plan.referrals import GIVEN_HOW, TIERS, needs_tier
from bcst_tui.plan.ways_on import (
    DO_THEY_KNOW,
    IS_IT_SAFE,
    TIER_WORDS,
    WayOn,
    ends_of,
    needs_of,
    outcomes_of,
)

HOW: tuple[SignpostHow, ...] = get_args(SignpostHow)
SAFE: tuple[SafeToContact, ...] = get_args(SafeToContact)
EXTENTS: tuple[DeliveryExtent, ...] = get_args(DeliveryExtent)
ANSWERS: tuple[CaseloadCheck, ...] = ("asked", "known", "not_known", "no_answer")
NO_NEED = "For no need in particular"


class ServiceTalk(PlanTalk):
    """Pointing to a service, referring to one, what came of it, and what was done."""

    def _done(self, action: Action) -> None:
        """Something done of an action, and what ends with it (R31)."""
        writing = self._writing("done", action.activity)
        what = self._line(writing.part("what"), "What was done?")
        extent = self._named("delivery", EXTENTS)
        needs = needs_of(self._plan, action)
        place = self._choice([*(one.title for one in needs), NO_NEED]) if len(needs) > 1 else 0
        if extent is None or place is None:
            writing.let_go()
            return
        need: Need | None = needs[place] if place < len(needs) else None
        day = in_words(self._lines, "On which day? Nothing typed is today")
        offered = ends_of(extent, need)
        ends = self._picked(offered, [one.words for one in offered]) if offered else None
        if offered and ends is None:
            writing.let_go()
            return
        self._change(
            lambda: self._casebook.deliver(
                self._sitting,
                action.activity,
                what,
                extent,
                need=need.code if need else "",
                on=day,
                closes=ends is not None and ends.closes,
                meets=ends is not None and ends.meets,
            ),
            writing,
        )

    def _point_to(self) -> None:
        action = self._picked(self._plan.actions, [one.title for one in self._plan.actions])
        service = self._service_for(action) if action else None
        how = self._named("signpost_how", HOW) if service else None
        safe = self._safe() if how else None
        if action and service and how and safe:
            self._change(lambda: self._casebook.point_to(self._sitting, service, action.activity, how, safe))

    def _refer(self, action: Action) -> None:
        service = self._service_for(action)
        tier = self._picked(TIERS, TIER_WORDS) if service and needs_tier(action.activity) else None
        if service and (tier or not needs_tier(action.activity)):
            self._change(lambda: self._casebook.draft_referral(self._sitting, service, action.activity, tier))

    def _service_for(self, action: Action) -> str | None:
        services = self._casebook.services_for(action.activity, self._sitting)
        service = self._picked(services, [name for _, name in services])
        return service[0] if service else None

    def _safe(self) -> SafeToContact | None:
        self._lines.say(IS_IT_SAFE)
        return self._named("safe_to_contact", SAFE)

    def _service(self) -> None:
        """A signpost or a referral of the plan: what came of it, and when to ask."""
        plan = self._plan
        services: tuple[Signpost | Referral, ...] = (*plan.signposts, *plan.referrals)
        one = self._picked(services, [self._told(each) for each in services])
        if isinstance(one, Signpost):
            self._signpost(one)
        elif one is not None:
            self._referral(one)

    def _told(self, one: Signpost | Referral) -> str:
        if isinstance(one, Referral):
            return f"{one.service_name}, referral: {self._labels.of('referral_status', one.status)}"
        meet = f", {self._labels.of('safe_to_contact', 'no')}" if one.safe_to_contact == "no" else ""
        return f"{one.service_name}, {one.follow_up.status}{meet}"

    def _signpost(self, one: Signpost) -> None:
        match self._choice(("What came of it", "When to ask", IS_IT_SAFE)):
            case 0:
                self._close(one)
            case 1:
                due = in_words(self._lines, DAY)
                self._change(lambda: self._casebook.date_follow_up(self._sitting, one.service, one.activity, due))
            case 2:
                if (safe := self._safe()) is not None:
                    self._change(lambda: self._casebook.say_safe(self._sitting, one.service, one.activity, safe))

    def _close(self, one: Signpost) -> None:
        outcome = self._named("follow_up_outcome", outcomes_of(one))
        if outcome is None:
            return
        offered = self._casebook.ways_on(self._sitting, self._plan, one, outcome)
        way = self._picked(offered, [each.words for each in offered]) if offered else None
        if offered and way is None:
            return
        writing = self._writing("outcome", f"{one.service} {one.activity}")
        again, instead, step = self._gone_on(one, way, writing)
        at_review = way is not None and way.way == "at_review"
        self._change(
            lambda: self._casebook.close_signpost(
                self._sitting,
                one.service,
                one.activity,
                outcome,
                step,
                ask_again=again,
                instead=instead,
                at_review=at_review,
            ),
            writing,
        )

    def _gone_on(self, one: Signpost, way: WayOn | None, writing: Writing) -> tuple[str, str, str]:
        """The day to ask again, the service instead, what happens next: whichever the way takes."""
        match way.way if way else "nothing":
            case "ask_again":
                day = way.day if way else ""
                return in_words(self._lines, f"{DAY}. Nothing typed is {day}") or day, "", ""
            case "another_service":
                named = {each.service for each in self._plan.signposts if each.activity == one.activity}
                others = [
                    each for each in self._casebook.services_for(one.activity, self._sitting) if each[0] not in named
                ]
                other = self._picked(others, [name for _, name in others])
                return "", other[0] if other else "", ""
            case "own_words":
                return "", "", self._line(writing.part("step"), "What happens next?")
            case _:
                return "", "", ""

    def _referral(self, one: Referral) -> None:
        steps = self._casebook.referral_steps(self._plan, one)
        asks = (DO_THEY_KNOW,) if self._casebook.asks_if_known(self._plan, one) else ()
        told = [self._labels.of("referral_status", step) for step in steps]
        place = self._choice((*told, "When to look into it", *asks))
        if place is None:
            return
        if place == len(steps):
            due = in_words(self._lines, DAY)
            self._change(lambda: self._casebook.date_referral(self._sitting, one.number, due))
            return
        if place > len(steps):
            if (answer := self._named("caseload_check", ANSWERS)) is not None:
                self._change(lambda: self._casebook.say_caseload(self._sitting, one.number, answer))
            return
        status = steps[place]
        how: ConsentGivenHow | None = self._named("consent_given_how", GIVEN_HOW) if status == "consented" else None
        if status == "rejected":
            writing = self._writing("turned_down", str(one.number))
            why = self._line(writing.part("why"), "Why did they turn it down?")
            self._change(lambda: self._casebook.move_referral(self._sitting, one.number, status, words=why), writing)
            return
        self._change(lambda: self._casebook.move_referral(self._sitting, one.number, status, given_how=how))
