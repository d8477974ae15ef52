"""A plan shown on a terminal or in a pipe: tables that fit its width, and nothing a terminal would obey."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.model import DueDate, Plan
from bcst_tui.reference.reference import Reference
from bcst_tui.text import one_line

NO_DATE = "no date yet"
NARROWEST = 60
_RATIOS = {"need": 3, "because of": 2, "what": 3, "who": 2, "service": 1}
_SHORT = ("activity", "level", "status", "due", "asked about on")


def show_plan(plan: Plan, reference: Reference) -> None:
    """Print needs, actions, follow-ups and dates; colours only where they are wanted."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    if console.width < NARROWEST:
        console.width = NARROWEST
    follow_ups = ((one.service_name, _due(one.follow_up.due)) for one in plan.signposts)
    dates = ((one.title, _day(one.due, one.note)) for one in plan.deadlines)
    _table(console, "Needs", ("need", "level", "because of"), _needs(plan))
    _table(console, "Actions", ("activity", "what", "who", "status", "due"), _actions(plan, reference))
    _table(console, "Follow-ups", ("service", "asked about on"), follow_ups)
    _table(console, "Dates", ("what", "when"), dates)


def _needs(plan: Plan) -> Iterator[Sequence[str]]:
    levels = {level.group: level for level in plan.levels}
    for need in plan.needs:
        offered = ", 3 offered" if levels[need.group].offered_3 else ""
        because = "; ".join(told.words for told in need.evidence)
        yield need.title, f"{levels[need.group].level}{offered}", because


def _actions(plan: Plan, reference: Reference) -> Iterator[Sequence[str]]:
    for action in plan.actions:
        provider = reference.provider_labels.get(action.provider, action.provider)
        status = reference.label("action_status", action.status)
        yield action.activity, action.title, provider, status, _due(action.due)


def _table(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(title=Text(title, style="bold"), title_justify="left", box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for column in columns:
        table.add_column(Text(column), overflow="fold", ratio=_RATIOS.get(column), no_wrap=column in _SHORT)
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    console.print(table if table.row_count else Text(f"{title}: none"))


def _due(due: DueDate) -> str:
    return _day(due.on, due.note)


def _day(day: date | None, note: str) -> str:
    return day_words(day) if day else note or NO_DATE
