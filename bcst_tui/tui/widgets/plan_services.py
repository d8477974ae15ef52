"""The windows about services: pointing to one, what came of it, and asking one to take somebody on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from bcst_tui.plan.due_dates import agreed_day
from bcst_tui.plan.model import (
    Action,
    CaseloadCheck,
    FollowUpOutcome,
    Plan,
    Referral,
    ReferralStatus,
    SafeToContact,
    Signpost,
)
from bcst_tui.plan.referrals import GIVEN_HOW, TIERS, needs_tier
from bcst_tui.plan.ways_on import DO_THEY_KNOW, IS_IT_SAFE, MEET, TIER_WORDS, WayOn, outcomes_of
from bcst_tui.tui.widgets import plan_words as words
from bcst_tui.tui.widgets.plan_asking import Edit, PlanAsking

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Writing

SAFE: tuple[SafeToContact, ...] = get_args(SafeToContact)
ANSWERS: tuple[CaseloadCheck, ...] = ("asked", "known", "not_known", "no_answer")


class ServiceWindows(PlanAsking):
    """Signposts and referrals of one sitting's plan."""

    async def signpost(self, one: Signpost, plan: Plan) -> Edit | None:
        """What came of a signpost, and what follows; or whether it is safe to ring or write."""
        outcomes = outcomes_of(one)
        may_meet = one.safe_to_contact == "no" and one.follow_up.status == "open"
        more = (IS_IT_SAFE, MEET) if may_meet else (IS_IT_SAFE,)
        told = [*(self._labels.of("follow_up_outcome", code) for code in outcomes), *more]
        place = await self._choose(f"{one.service_name}: what came of it?", told)
        if place is None:
            return None
        if place == len(outcomes):
            return await self._is_safe(one)
        if place > len(outcomes):
            day = await self._day_ahead(MEET, self._casebook.day_to_ask_again(self._sitting))
            if day is None:
                return None
            return lambda: self._casebook.date_follow_up(self._sitting, one.service, one.activity, day)
        outcome = outcomes[place]
        offered = self._casebook.ways_on(self._sitting, plan, one, outcome)
        if not offered:
            return lambda: self._casebook.close_signpost(self._sitting, one.service, one.activity, outcome)
        way = await self._choose(told[place], [way.words for way in offered]) if len(offered) > 1 else 0
        if way is None:
            return None

        async def asked(writing: Writing) -> Edit | None:
            return await self._gone_on(one, outcome, offered[way], plan, writing)

        return await self._form("outcome", f"{one.service} {one.activity}", asked)

    async def _gone_on(
        self, one: Signpost, outcome: FollowUpOutcome, way: WayOn, plan: Plan, writing: Writing
    ) -> Edit | None:
        """The way on that was chosen, with the day, the service or the words it takes."""
        again, instead, step = "", "", ""
        match way.way:
            case "ask_again":
                again = await self._day_ahead(way.words, way.day) or ""
            case "another_service":
                instead = await self._another(one, plan) or ""
            case "own_words":
                step = await self._say("What happens next?", part=writing.part("step")) or ""
            case "at_review" | "nothing":
                pass
        at_review = way.way == "at_review"
        if not (way.way == "nothing" or at_review or again or instead or step):
            return None
        return lambda: self._casebook.close_signpost(
            self._sitting,
            one.service,
            one.activity,
            outcome,
            step,
            ask_again=again,
            instead=instead,
            at_review=at_review,
        )

    async def _day_ahead(self, title: str, offered: str) -> str | None:
        today = self._casebook.today()
        return await self._say_right(title, offered, lambda typed: agreed_day(typed, today))

    async def _another(self, one: Signpost, plan: Plan) -> str | None:
        named = {each.service for each in plan.signposts if each.activity == one.activity}
        services = [each for each in self._casebook.services_for(one.activity, self._sitting) if each[0] not in named]
        place = await self._choose("Pointed to whom?", [name for _, name in services])
        return None if place is None else services[place][0]

    async def _is_safe(self, one: Signpost) -> Edit | None:
        safe = await self._safe(one.service_name)
        if safe is None:
            return None
        return lambda: self._casebook.say_safe(self._sitting, one.service, one.activity, safe)

    async def _safe(self, name: str) -> SafeToContact | None:
        labels = [self._labels.of("safe_to_contact", one) for one in SAFE]
        place = await self._choose(f"{name}: {IS_IT_SAFE.lower()}", labels)
        return None if place is None else SAFE[place]

    async def pointed(self, action: Action | None, plan: Plan) -> Edit | None:
        """A service the person was pointed to: for this action, or for one that is chosen first."""
        action = action or await self._action(plan.actions)
        return await self.service(action.activity, action.title) if action else None

    async def _action(self, actions: Sequence[Action]) -> Action | None:
        place = await self._choose("For which action?", [one.title for one in actions])
        return None if place is None else actions[place]

    async def service(self, activity: str, title: str) -> Edit | None:
        """To whom, how, and whether we may ring or write."""
        chosen = await self._service_for(activity, f"“{title}”: pointed to whom?")
        if chosen is None:
            return None
        service, name = chosen
        how = await self._choose(name, [self._labels.of("signpost_how", one) for one in words.HOW_CHOICES])
        safe = await self._safe(name) if how is not None else None
        if how is None or safe is None:
            return None
        return lambda: self._casebook.point_to(self._sitting, service, activity, words.HOW_CHOICES[how], safe)

    async def refer(self, activity: str, title: str) -> Edit | None:
        """A service to ask to take the person on; it is drafted, and nothing leaves yet."""
        chosen = await self._service_for(activity, f"“{title}”: referred to whom?")
        if chosen is None:
            return None
        service, name = chosen
        tier = None
        if needs_tier(activity):
            place = await self._choose(f"{name}: which tier of treatment?", TIER_WORDS)
            if place is None:
                return None
            tier = TIERS[place]
        return lambda: self._casebook.draft_referral(self._sitting, service, activity, tier)

    async def referral(self, one: Referral, plan: Plan) -> Edit | None:
        """How a referral goes on."""
        steps = self._casebook.referral_steps(plan, one)
        asks = (DO_THEY_KNOW,) if self._casebook.asks_if_known(plan, one) else ()
        told = [*(self._labels.of("referral_status", step) for step in steps), *asks]
        if not told:
            return None
        place = await self._choose(f"{one.service_name}: how does it go on?", told)
        if place is None:
            return None
        return await self._stepped(one, steps[place]) if place < len(steps) else await self._known(one)

    async def _stepped(self, one: Referral, status: ReferralStatus) -> Edit | None:
        if status == "rejected":
            return await self._form("turned_down", str(one.number), lambda writing: self._turned_down(one, writing))
        given_how = None
        if status == "consented":
            labels = [self._labels.of("consent_given_how", how) for how in GIVEN_HOW]
            place = await self._choose("How did the person agree?", labels)
            if place is None:
                return None
            given_how = GIVEN_HOW[place]
        return lambda: self._casebook.move_referral(self._sitting, one.number, status, given_how=given_how)

    async def _turned_down(self, one: Referral, writing: Writing) -> Edit | None:
        why = await self._say("Why did they turn it down?", part=writing.part("why"))
        if not why:
            return None
        return lambda: self._casebook.move_referral(self._sitting, one.number, "rejected", words=why)

    async def _known(self, one: Referral) -> Edit | None:
        place = await self._choose(DO_THEY_KNOW, [self._labels.of("caseload_check", answer) for answer in ANSWERS])
        if place is None:
            return None
        return lambda: self._casebook.say_caseload(self._sitting, one.number, ANSWERS[place])

    async def _service_for(self, activity: str, title: str) -> tuple[str, str] | None:
        services = self._casebook.services_for(activity, self._sitting)
        place = await self._choose(title, [told for _, told in services])
        if place is None:
            return None
        chosen = services[place][0]
        return chosen, self._casebook.service(chosen).name
