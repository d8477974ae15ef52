"""The lists a plan is read in: needs, actions, signposts, dates, levels; each line with what opens under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Action, Plan
from bcst_tui.tui.widgets import plan_words as words
from bcst_tui.tui.widgets.plan_words import QuestionWords
from bcst_tui.tui.widgets.row import Cell, Row

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
    "actions": "No actions yet.",
    "signposts": "Nobody has been pointed to a service yet. S notes one.",
    "dates": "No dates yet.",
    "levels": "No levels yet.",
}
TO_DO = ("proposed", "agreed", "in_progress", "held")


@dataclass(frozen=True)
class PlanLine:
    """One line of a list: what it is about, its cells (the first one wide), and all there is to say of it.

    `sign` stands before the first cell, `under` quietly below it.
    """

    key: str
    cells: tuple[str, ...]
    details: tuple[str, ...]
    under: str = ""
    sign: str = ""


@dataclass(frozen=True)
class Heading:
    """A line over others."""

    words: str


def lines_of(plan: Plan, view: View, question: QuestionWords, labels: Labels) -> tuple[PlanLine | Heading, ...]:
    """What this list holds, in its order; `question` gives the words of the question an answer was to."""
    match view:
        case "needs":
            return _needs(plan, question, labels)
        case "actions":
            return _actions(plan, labels)
        case "signposts":
            return tuple(
                PlanLine(
                    str(place),
                    (
                        one.service_name,
                        f"follow up {words.due_words(one.follow_up.due)}",
                        words.follow_up_words(one.follow_up, labels),
                    ),
                    words.signpost_details(one, plan, labels),
                )
                for place, one in enumerate(plan.signposts)
            )
        case "dates":
            return ()
        case "levels":
            return tuple(
                PlanLine(
                    one.group,
                    (
                        labels.group(one.group),
                        f"level {one.level}",
                        "level 3 offered" if one.offered_3 and one.worker_agrees is None else "",
                    ),
                    words.level_details(one, plan, labels),
                )
                for one in plan.levels
            )


def _needs(plan: Plan, question: QuestionWords, labels: Labels) -> tuple[PlanLine | Heading, ...]:
    lines: list[PlanLine | Heading] = []
    for group in labels.groups:
        title = labels.group(group)
        needs = [one for one in plan.needs if one.group == group]
        if needs:
            level = next((one.level for one in plan.levels if one.group == group), None)
            lines.append(Heading(f"{title} · level {level}" if level else title))
        lines += [
            PlanLine(
                one.code,
                (
                    one.title,
                    labels.of("need_status", one.status),
                    labels.of("person_view", one.persons_view),
                ),
                words.need_details(one, plan, question, labels),
                sign=words.NEED_SIGNS[one.status],
            )
            for one in needs
        ]
    return tuple(lines)


def _actions(plan: Plan, labels: Labels) -> tuple[PlanLine | Heading, ...]:
    to_do = sorted((one for one in plan.actions if one.status in TO_DO), key=_by_due)
    settled = [one for one in plan.actions if one.status not in TO_DO]
    lines: list[PlanLine | Heading] = []
    for title, actions in (("To do", to_do), ("Settled", settled)):
        if actions:
            lines.append(Heading(f"{title} · {len(actions)}"))
            lines += [_action(one, plan, labels) for one in actions]
    return tuple(lines)


def _action(action: Action, plan: Plan, labels: Labels) -> PlanLine:
    due = words.short_day(action.due.on) if action.due.on else "no date"
    status = labels.of("action_status", action.status) + (" (locked)" if action.locked_because else "")
    under = f"{labels.of('done_by', action.said_by)} · {action.owner or 'nobody yet'}"
    return PlanLine(action.activity, (action.title, due, status), words.action_details(action, plan, labels), under)


def _by_due(action: Action) -> tuple[bool, date]:
    return (action.due.on is None, action.due.on or date.min)


class PlanList(OptionList):
    """One list of the plan; headings can't be lit."""

    DEFAULT_CSS = """
    PlanList {
        height: 1fr; max-height: 1fr; border: none; padding: 0 2; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    PlanList:focus { border: none; }
    PlanList > .option-list--option-disabled { color: $primary; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[PlanLine | Heading, ...] = ()

    @property
    def lit(self) -> PlanLine | None:
        """The line that is lit."""
        line = self._told[self.highlighted] if self.highlighted is not None and self._told else None
        return line if isinstance(line, PlanLine) else None

    def tell(self, lines: Sequence[PlanLine | Heading], none_yet: str) -> None:
        """Show these lines, keeping the place where what was lit is still there."""
        was, self._told = self.lit, tuple(lines)
        self.set_options([_option(line) for line in self._told] or [Option(Content(none_yet), disabled=True)])
        places = [place for place, line in enumerate(self._told) if isinstance(line, PlanLine)]
        same = [
            place for place in places if was and isinstance(one := self._told[place], PlanLine) and one.key == was.key
        ]
        self.highlighted = next(iter(same or places), None)

    def _key(self, place: int) -> str:
        line = self._told[place]
        return line.key if isinstance(line, PlanLine) else ""


def _option(line: PlanLine | Heading) -> Option:
    if isinstance(line, Heading):
        return Option(Content.styled(f"\n{line.words}", "bold"), disabled=True)
    under = f"\n{line.under}" if line.under else ""
    cells = [Cell(Content(line.sign), width=1)] if line.sign else []
    cells.append(Cell(Content.assemble(line.cells[0], (under, "italic"))))
    cells += [Cell(Content(cell), width=min(max(len(cell), 11), 24)) for cell in line.cells[1:]]
    return Option(Row(cells))
