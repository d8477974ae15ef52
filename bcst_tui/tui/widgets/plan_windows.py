"""The windows in which a plan is changed, one after another; each way through ends in an edit, or in nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcst_tui.plan.edits import NEEDS_A_REASON, PASSED_ON
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import ActionStatus, NeedStatus, Plan
from bcst_tui.plan.own_actions import FOUND_BY, FOUND_WAYS, WHAT_FIRST
from bcst_tui.tui.widgets import plan_words as words
from bcst_tui.tui.widgets.plan_asking import Edit
from bcst_tui.tui.widgets.plan_done import NO_NEED, DoneWindows
from bcst_tui.tui.widgets.plan_lists import PlanLine, View, referral_number
from bcst_tui.tui.widgets.plan_services import ServiceWindows
from bcst_tui.tui.widgets.signing_off import SigningOff

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Writing

NEED_WISHES = ("Confirm it", "Drop it, and say why", "What the person says of it")
NEED_LATER: tuple[NeedStatus, ...] = ("being_met", "met", "unmet")
ACTION_WISHES = (
    "How it stands",
    "Who says it in the plan",
    "Who owns it",
    "By when",
    "Point to a service for it",
    "Write down what was done",
    "Refer to a service for it",
)


class PlanWindows(DoneWindows, ServiceWindows):
    """Every window over the plan screen."""

    async def stands(self, view: View, line: PlanLine, plan: Plan) -> Edit | None:
        """How the lit line of a list stands now."""
        match view:
            case "needs":
                return await self.need(line)
            case "actions":
                return await self.standing(line.key, line.cells[0])
            case "signposts":
                return await self.about_service(line, plan)
            case "levels":
                return await self.level(line, plan)
            case "dates":
                return None

    async def need(self, line: PlanLine) -> Edit | None:
        """What becomes of a need, at any time."""
        code, title = line.key, line.details[0]
        wishes = (*NEED_WISHES, *(self._labels.of("need_status", one) for one in NEED_LATER))
        match await self._choose(title, wishes):
            case None:
                return None
            case 0:
                return lambda: self._casebook.edit_need(self._sitting, code, status="confirmed")
            case 1:
                return await self.dropped_need(line)
            case 2:
                return await self._view_of(code, title)
            case place:
                status = NEED_LATER[place - len(NEED_WISHES)]
                return lambda: self._casebook.edit_need(self._sitting, code, status=status)

    async def _view_of(self, code: str, title: str) -> Edit | None:
        place = await self._choose(title, [self._labels.of("person_view", one) for one in words.VIEW_CHOICES])
        if place is None:
            return None
        return lambda: self._casebook.edit_need(self._sitting, code, persons_view=words.VIEW_CHOICES[place])

    async def added_need(self) -> Edit | None:
        """A need that no answer shows."""
        return await self._form("need", "", self._added_need)

    async def _added_need(self, writing: Writing) -> Edit | None:
        groups = self._labels.groups
        place = await self._choose("A need in which part?", [self._labels.group(one) for one in groups])
        if place is None:
            return None
        title = await self._say("What is needed?", part=writing.part("title"))
        reason = await self._say("How do you know?", part=writing.part("reason")) if title else None
        way = await self._choose(FOUND_BY, [one for one, _, _ in FOUND_WAYS]) if reason else None
        step = writing.part("first_step")
        first = await self._say(WHAT_FIRST, may_be_empty=True, part=step) if way is not None else None
        if title is None or reason is None or way is None or first is None:
            return None
        _, origin, can_wait = FOUND_WAYS[way]
        return lambda: self._casebook.add_need(
            self._sitting, groups[place], title, reason, origin, first_step=first, can_wait=can_wait
        )

    async def added_action(self, plan: Plan) -> Edit | None:
        """An action in the worker's own words."""
        return await self._form("action", "", lambda writing: self._added_action(writing, plan))

    async def _added_action(self, writing: Writing, plan: Plan) -> Edit | None:
        words_told = await self._say("What is to be done?", part=writing.part("words"))
        if not words_told:
            return None
        needs = [one for one in plan.needs if stands(one)]
        place = await self._choose("For which need?", [*(one.title for one in needs), NO_NEED]) if needs else 0
        if place is None:
            return None
        code = needs[place].code if place < len(needs) else None
        return lambda: self._casebook.add_action(self._sitting, words_told, code)

    async def dropped_need(self, line: PlanLine) -> Edit | None:
        """A need that is none after all, with the reason."""
        code, title = line.key, line.details[0]

        async def asked(writing: Writing) -> Edit | None:
            reason = await self._say(f"Drop “{title}”: why?", part=writing.part("reason"))
            if not reason:
                return None
            return lambda: self._casebook.edit_need(self._sitting, code, status="dropped", reason=reason)

        return await self._form("dropped", code, asked)

    async def action(self, line: PlanLine, plan: Plan) -> Edit | None:
        """How an action stands, whose it is, by when."""
        activity, title = line.key, line.cells[0]
        match await self._choose(title, ACTION_WISHES):
            case 0:
                return await self.standing(activity, title)
            case 1:
                place = await self._choose(title, [self._labels.of("done_by", one) for one in words.SAID_BY_CHOICES])
                if place is None:
                    return None
                said_by = words.SAID_BY_CHOICES[place]
                return lambda: self._casebook.edit_action(self._sitting, activity, said_by=said_by)
            case 2:
                owner = await self._say(f"Who owns “{title}”?")
                return (lambda: self._casebook.edit_action(self._sitting, activity, owner=owner)) if owner else None
            case 3:
                due = await self._say(f"By when? Day, month and year, such as 12/3/2027. “{title}”")
                return (lambda: self._casebook.edit_action(self._sitting, activity, due=due)) if due else None
            case 4:
                return await self.service(activity, title)
            case 5:
                return await self.done(activity, plan)
            case 6:
                return await self.refer(activity, title)
            case _:
                return None

    async def standing(self, activity: str, title: str) -> Edit | None:
        statuses = [self._labels.of("action_status", one) for one in words.ACTION_CHOICES]
        place = await self._choose(title, statuses)
        if place is None:
            return None
        status = words.ACTION_CHOICES[place]
        if status != PASSED_ON and status not in NEEDS_A_REASON:
            return lambda: self._casebook.edit_action(self._sitting, activity, status=status)

        async def asked(writing: Writing) -> Edit | None:
            return await self._why_it_stands(activity, status, statuses[place], writing)

        return await self._form("standing", f"{activity} {status}", asked)

    async def _why_it_stands(self, activity: str, status: ActionStatus, told: str, writing: Writing) -> Edit | None:
        """To whom it was passed on, or why it stands so."""
        if status == PASSED_ON:
            to_whom = await self._say("Passed on to whom?", part=writing.part("to_whom"))
            if not to_whom:
                return None
            return lambda: self._casebook.edit_action(self._sitting, activity, status=status, passed_to=to_whom)
        reason = await self._say(f"{told}: why?", part=writing.part("reason"))
        if reason is None:
            return None
        return lambda: self._casebook.edit_action(self._sitting, activity, status=status, reason=reason)

    async def level(self, line: PlanLine, plan: Plan) -> Edit | None:
        """Yes or no to level 3."""
        return await self._form("level", line.key, lambda writing: self._level(line, plan, writing))

    async def _level(self, line: PlanLine, plan: Plan, writing: Writing) -> Edit | None:
        group = line.key
        place = await self._choose(f"{line.cells[0]}: level 3?", ("It fits", "It does not fit"))
        if place is None:
            return None
        markers = next((one.markers for one in plan.levels if one.group == group), ())
        needs_reason = place == 1 or not markers
        reason = await self._say("Why? For the next worker.", part=writing.part("reason")) if needs_reason else ""
        if reason is None:
            return None
        return lambda: self._casebook.agree_level(self._sitting, group, place == 0, reason)

    async def about_service(self, line: PlanLine, plan: Plan) -> Edit | None:
        """What came of a signpost, or how a referral goes on."""
        number = referral_number(line)
        if number is None:
            return await self.signpost(plan.signposts[int(line.key)], plan)
        return await self.referral(next(one for one in plan.referrals if one.number == number), plan)

    async def pointed_to(self, lit: PlanLine | None, plan: Plan) -> Edit | None:
        """A service for the lit action, or for one that is chosen first."""
        action = next((one for one in plan.actions if lit is not None and one.activity == lit.key), None)
        return await self.pointed(action, plan)

    async def agreed(self, plan: Plan) -> Edit | None:
        """The plan as its next version, after a look at what is still open."""
        proposed = sum(1 for one in plan.needs if one.status == "proposed")
        look = self._casebook.last_look(self._sitting)
        if not await self._app.push_screen_wait(SigningOff(look, proposed)):
            return None
        return lambda: self._casebook.agree_plan(self._sitting)
