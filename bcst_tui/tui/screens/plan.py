"""Needs and plan: what the answers point to and why, who does what by when, and what the worker makes of it."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import OptionList, Static

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.model import Plan
from bcst_tui.text import one_line
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.plan_lists import NONE_YET, TITLES, VIEWS, PlanList, View, lines_of
from bcst_tui.tui.widgets.plan_windows import Edit, PlanWindows
from bcst_tui.tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting


class PlanScreen(Screen[None]):
    """The plan as it follows from the answers; every change is on the disk before it is shown."""

    HELP: ClassVar[str] = (
        "**1**–**5** go to needs, actions, signposts, dates and levels.\n\n"
        "- **Enter** changes the lit line: confirm or drop a need, say how an action stands, who owns it, by when.\n"
        "- **A**, on the needs, adds one that no answer shows.\n"
        "- **S**, on the actions and signposts, notes a service the person was pointed to; "
        "Enter on it says what came of it.\n"
        "- **G** agrees the plan: it is kept as a numbered, dated version.\n"
        "- **X** writes a copy, after showing what it says.\n"
        "- **Tab** goes to the details, where Up and Down read on."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        keys.binding("add", "add_need", show=True, label="Add a need"),
        keys.binding("signpost", show=True),
        keys.binding("agree", show=True),
        keys.binding("export", show=True),
        keys.binding("back", show=True),
    ]
    DEFAULT_CSS = """
    PlanScreen .tabs { height: 1; padding: 0 3; margin: 1 0 0 0; }
    PlanScreen .rejection { display: none; padding: 0 3; height: auto; color: $error; text-style: bold; }
    PlanScreen .rejection.-told { display: block; }
    PlanScreen .plan { height: 1fr; layout: vertical; }
    PlanScreen .details { height: 8; padding: 0 3; border-top: solid $border-blurred; }
    PlanScreen .details Static { height: auto; }
    PlanScreen.-wide .plan { layout: horizontal; }
    PlanScreen.-wide .details {
        width: 42; height: 1fr; padding: 1 2; border-top: none;
        border-left: solid $border-blurred;
    }
    PlanScreen TimelineView, PlanScreen.-dates PlanList { display: none; }
    PlanScreen.-dates TimelineView { display: block; }
    PlanScreen.-dates .plan { layout: vertical; }
    PlanScreen.-dates .details { width: 1fr; height: 6; padding: 0 3; border: none; border-top: solid $border-blurred; }
    PlanScreen.-wide.-dates .details { height: 12; padding: 1 3; }
    PlanScreen.-wide.-dates TimelineView { padding: 1 0 0 0; }
    """

    plan: reactive[Plan | None] = reactive(None, init=False)
    view: reactive[View] = reactive("needs", init=False)

    @dataclass
    class ExportWanted(Message):
        """Posted when a copy is to be written."""

        sitting: Sitting

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self.casebook = casebook
        self.held = sitting
        self.set_reactive(PlanScreen.plan, casebook.plan(sitting))

    def compose(self) -> ComposeResult:
        yield TitleLine("Needs and plan", self.held.reference)
        yield Static("", classes="tabs", markup=False)
        yield Static("", classes="rejection", markup=False)
        with Container(classes="plan"):
            yield PlanList()
            yield TimelineView()
            with VerticalScroll(classes="details"):
                yield Static("", markup=False)
        yield KeyLine()

    @property
    def shown_plan(self) -> Plan:
        assert self.plan is not None
        return self.plan

    @property
    def shown_list(self) -> PlanList:
        return self.query_one(PlanList)

    @property
    def _windows(self) -> PlanWindows:
        return PlanWindows(self.app, self.casebook, self.held)

    def on_mount(self) -> None:
        self._tell()

    def watch_plan(self) -> None:
        self._tell()

    def watch_view(self) -> None:
        self._refuse("")
        self._tell()
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12345":
            event.stop()
            self.view = VIEWS[int(event.character) - 1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Needs are added to the needs; services are pointed to from the actions and from the signposts."""
        if action == "add_need":
            return self.view == "needs"
        return self.view in ("actions", "signposts") if action == "signpost" else True

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell_details()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        line = self.shown_list.lit
        if self.view == "dates":
            self._refuse("This follows from the answers and the record; change it there.")
        if line is None:
            return
        match self.view:
            case "needs":
                self._ask(self._windows.need(line))
            case "actions":
                self._ask(self._windows.action(line))
            case "levels":
                self._ask(self._windows.level(line, self.shown_plan))
            case "signposts":
                self._ask(self._windows.signpost(line, self.shown_plan))

    def action_add_need(self) -> None:
        self._ask(self._windows.added_need())

    def action_signpost(self) -> None:
        lit = self.shown_list.lit if self.view == "actions" else None
        self._ask(self._windows.pointed(lit, self.shown_plan))

    def action_agree(self) -> None:
        self._ask(self._windows.agreed(self.shown_plan))

    def action_export(self) -> None:
        self.post_message(self.ExportWanted(self.held))

    def action_back(self) -> None:
        self.dismiss(None)

    def _ask(self, asking: Coroutine[Any, Any, Edit | None]) -> None:
        """Go through the windows, and make the change they end in."""

        async def ask_and_do() -> None:
            if (edit := await asking) is not None:
                self._do(edit)

        self.run_worker(ask_and_do(), exclusive=True)

    def _do(self, edit: Edit) -> None:
        """Make a change to the plan and show it, or say why it was not made."""
        try:
            edited = edit()
        except NotSaved as refused:
            self._refuse(f"NOT saved: {refused}")
            return
        if isinstance(edited, Rejection):
            self._refuse(edited.reason)
            return
        self._refuse("")
        self.plan = edited

    def _refuse(self, reason: str) -> None:
        line = self.query_one(".rejection", Static)
        line.update(f"! {reason}")
        line.set_class(bool(reason), "-told")

    def _tell(self) -> None:
        plan = self.shown_plan
        agreed = f"version {plan.version}, agreed {day_words(plan.agreed_on)}" if plan.agreed_on else "not agreed yet"
        self.query_one(TitleLine).tell("Needs and plan", f"{agreed} · {self.held.reference}")
        self.query_one(".tabs", Static).update(self._tabs())
        self.shown_list.tell(lines_of(plan, self.view, self._question, self.casebook.labels), NONE_YET[self.view])
        self._tell_dates()
        self._tell_details()

    def _tell_dates(self) -> None:
        """The dates stand on a line of time in place of the list."""
        dates, shows_dates = self.query_one(TimelineView), self.view == "dates"
        self.set_class(shows_dates, "-dates")
        if shows_dates:
            dates.tell(self.casebook.timeline(self.held))
        (dates.marks if shows_dates else self.shown_list).focus()

    def _question(self, question_id: str) -> str:
        asked = self.held.interview.path.get(question_id)
        return one_line(self.casebook.words(asked.question.said.standard)) if asked else ""

    def _tell_details(self) -> None:
        line = self.shown_list.lit
        details = line.details if line else self.query_one(TimelineView).lit_details()
        first, *rest = details or ("",)
        told = Content.assemble((first, "bold"), *(f"\n{one}" for one in rest))
        self.query_one(".details Static", Static).update(told)

    def _tabs(self) -> Content:
        plan = self.shown_plan
        counts = (plan.needs, plan.actions, plan.signposts, plan.deadlines, plan.levels)
        parts = [
            Content.assemble((f"{place} ", "$quiet"), (f"{TITLES[view]} {len(many)}", "bold underline"))
            if view == self.view
            else Content.assemble((f"{place} {TITLES[view]} {len(many)}", "$quiet"))
            for place, (view, many) in enumerate(zip(VIEWS, counts, strict=True), 1)
        ]
        return Content("    ").join(parts)
