"""Cells of the plan that are changed where they stand: what stands there now, and the change that writing makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.levels import is_confirmed
from bcst_tui.plan.model import Action, Plan, Referral, Signpost
from bcst_tui.tui.widgets.plan_asking import Edit
from bcst_tui.tui.widgets.plan_lists import PlanLine, View, referral_number
from bcst_tui.tui.widgets.plan_words import SAID_BY_CHOICES

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

DATED: tuple[View, ...] = ("actions", "signposts")
DAY_HINT = "A day, such as 12/3/2027"
OWNER_HINT = "Right arrow takes what is offered"


@dataclass(frozen=True)
class CellToWrite:
    """One cell: what it is, what stands there, what is offered, and the change."""

    label: str = field(repr=False)
    now: str = field(repr=False)
    hint: str = field(repr=False)
    offered: tuple[str, ...] = field(default=(), repr=False)
    edit: Callable[[str], Plan | Rejection] = field(repr=False, kw_only=True)


class PlanCells:
    """The cells of one plan."""

    def __init__(self, casebook: Casebook, sitting: Sitting, plan: Plan) -> None:
        self._casebook = casebook
        self._sitting = sitting
        self._plan = plan

    def confirmed(self, line: PlanLine | None) -> Edit | None:
        """A need that nobody has confirmed yet is."""
        waiting = (one.code for one in self._plan.needs if not is_confirmed(one))
        code = next((one for one in waiting if line is not None and one == line.key), None)
        if code is None:
            return None
        return lambda: self._casebook.edit_need(self._sitting, code, status="confirmed")

    def next_to_do_it(self, line: PlanLine) -> Edit | None:
        """I will, we will, the worker will, and round again."""
        action = self._action(line)
        if action is None:
            return None
        place = SAID_BY_CHOICES.index(action.said_by) + 1
        said_by = SAID_BY_CHOICES[place % len(SAID_BY_CHOICES)]
        return lambda: self._casebook.edit_action(self._sitting, action.activity, said_by=said_by)

    def owner(self, line: PlanLine) -> CellToWrite | None:
        """Who owns an action; everybody who owns one already is offered."""
        action = self._action(line)
        if action is None:
            return None
        named = {one.owner for one in self._plan.actions if one.owner}
        return CellToWrite(
            f"Who owns “{action.title}”?",
            action.owner,
            OWNER_HINT,
            (self._casebook.profile.name, *sorted(named)),
            edit=lambda words: self._casebook.edit_action(self._sitting, action.activity, owner=words),
        )

    def due(self, line: PlanLine, view: View) -> CellToWrite | None:
        """By when an action is to be done, or a service asked about."""
        if view == "signposts":
            return self._check(line)
        action = self._action(line)
        if action is None:
            return None
        return CellToWrite(
            f"By when: “{action.title}”?",
            f"{action.due.on:%d/%m/%Y}" if action.due.on else "",
            DAY_HINT,
            edit=lambda words: self._casebook.edit_action(self._sitting, action.activity, due=words),
        )

    def _check(self, line: PlanLine) -> CellToWrite:
        number = referral_number(line)
        if number is None:
            return self._follow_up(self._plan.signposts[int(line.key)])
        return self._referral(next(one for one in self._plan.referrals if one.number == number))

    def _referral(self, one: Referral) -> CellToWrite:
        return CellToWrite(
            f"When do you look into the referral to {one.service_name}?",
            f"{one.check.on:%d/%m/%Y}" if one.check.on else "",
            DAY_HINT,
            edit=lambda words: self._casebook.date_referral(self._sitting, one.number, words),
        )

    def _follow_up(self, one: Signpost) -> CellToWrite:
        on = one.follow_up.due.on
        return CellToWrite(
            f"When do you ask what came of it: {one.service_name}?",
            f"{on:%d/%m/%Y}" if on else "",
            DAY_HINT,
            edit=lambda words: self._casebook.date_follow_up(self._sitting, one.service, one.activity, words),
        )

    def _action(self, line: PlanLine) -> Action | None:
        return next((one for one in self._plan.actions if one.activity == line.key), None)
