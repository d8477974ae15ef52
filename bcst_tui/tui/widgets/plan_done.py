"""The windows in which something done of an action is written down (R31)."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bcst_tui.plan.deliveries import day_done
from bcst_tui.plan.model import Action, DeliveryExtent, Need, Plan
from bcst_tui.plan.ways_on import Ends, ends_of, needs_of
from bcst_tui.tui.widgets.plan_asking import Edit, PlanAsking

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Writing

EXTENTS: tuple[DeliveryExtent, ...] = get_args(DeliveryExtent)
NO_NEED = "For no need in particular"


class DoneWindows(PlanAsking):
    """What was done, how far, for which need, when, and what ends with it."""

    async def done(self, activity: str, plan: Plan) -> Edit | None:
        action = next((one for one in plan.actions if one.activity == activity), None)
        if action is None:
            return None
        return await self._form("done", activity, lambda writing: self._done(action, plan, writing))

    async def _done(self, action: Action, plan: Plan, writing: Writing) -> Edit | None:
        what = await self._say(f"What was done? “{action.title}”", part=writing.part("what"))
        place = await self._choose("How far?", [self._labels.of("delivery", one) for one in EXTENTS]) if what else None
        if what is None or place is None:
            return None
        chosen = await self._need(plan, action)
        day = await self._day_done() if chosen is not None else None
        if chosen is None or day is None:
            return None
        (need,) = chosen
        ends = await self._ends(EXTENTS[place], need)
        if ends is None:
            return None
        return lambda: self._casebook.deliver(
            self._sitting,
            action.activity,
            what,
            EXTENTS[place],
            need=need.code if need else "",
            on=day,
            closes=ends.closes,
            meets=ends.meets,
        )

    async def _day_done(self) -> str | None:
        today = self._casebook.today()
        return await self._say_right("On which day?", f"{today:%d/%m/%Y}", lambda typed: day_done(typed, today))

    async def _need(self, plan: Plan, action: Action) -> tuple[Need | None] | None:
        """The need it was for, if any; nothing at all where the worker leaves."""
        needs = needs_of(plan, action)
        if len(needs) < 2:
            return (needs[0] if needs else None,)
        place = await self._choose("For which need?", [*(one.title for one in needs), NO_NEED])
        return None if place is None else (needs[place] if place < len(needs) else None,)

    async def _ends(self, extent: DeliveryExtent, need: Need | None) -> Ends | None:
        offered = ends_of(extent, need)
        if not offered:
            return Ends("")
        place = await self._choose("Does this end anything?", [one.words for one in offered])
        return None if place is None else offered[place]
