"""Needs and plan: what the answers point to and why, who does what by when, and what the worker makes of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
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
from bcst_tui.plan.edits import NEEDS_A_REASON
from bcst_tui.plan.model import Plan
from bcst_tui.tui import keys
from bcst_tui.tui.widgets import plan_words as words
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.plan_lists import NONE_YET, TITLES, VIEWS, PlanLine, PlanList, View, lines_of
from bcst_tui.tui.widgets.wording import Wording

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

NEED_WISHES = ("Confirm it", "Drop it, and say why", "What the person says of it", "Being met", "Met", "Unmet")
ACTION_WISHES = ("How it stands", "Who says it in the plan", "Who owns it", "By when")


class PlanScreen(Screen[None]):
    """The plan as it follows from the answers; every change is on the disk before it is shown."""

    HELP: ClassVar[str] = (
        "**1**–**5** go to needs, actions, signposts, dates and levels.\n\n"
        "- **Enter** changes the lit line: confirm or drop a need, say how an action stands, who owns it, by when.\n"
        "- **A** adds a need that no answer shows.\n"
        "- **G** agrees the plan: it is kept as a numbered, dated version.\n"
        "- **X** writes a copy, after showing what it says.\n"
        "- **Tab** goes to the details, where Up and Down read on."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        keys.binding("add", "add_need", show=True, label="Add a need"),
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

    def on_mount(self) -> None:
        self._tell()
        self.shown_list.focus()

    def watch_plan(self) -> None:
        self._tell()

    def watch_view(self) -> None:
        self._refuse("")
        self._tell()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12345":
            event.stop()
            self.view = VIEWS[int(event.character) - 1]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell_details()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        line = self.shown_list.lit
        if line is None:
            return
        match self.view:
            case "needs":
                self._ask(self._change_need(line))
            case "actions":
                self._ask(self._change_action(line))
            case "levels":
                self._ask(self._change_level(line))
            case "signposts" | "dates":
                self._refuse("This follows from the answers and the dates on the record; change it there.")

    def action_add_need(self) -> None:
        self._ask(self._add_need())

    def action_agree(self) -> None:
        self._ask(self._agree())

    def action_export(self) -> None:
        self.post_message(self.ExportWanted(self.held))

    def action_back(self) -> None:
        self.dismiss(None)

    async def _change_need(self, line: PlanLine) -> None:
        code, title = line.key, line.details[0]
        match await self._choose(title, NEED_WISHES):
            case 0:
                self._do(lambda: self.casebook.edit_need(self.held, code, status="confirmed"))
            case 1:
                reason = await self._say(f"Drop “{title}”: why?")
                if reason:
                    self._do(lambda: self.casebook.edit_need(self.held, code, status="dropped", reason=reason))
            case 2:
                view = await self._choose(title, [words.VIEWS[view].capitalize() for view in words.VIEW_CHOICES])
                if view is not None:
                    said = words.VIEW_CHOICES[view]
                    self._do(lambda: self.casebook.edit_need(self.held, code, persons_view=said))
            case int(place):
                status = words.NEED_CHOICES[place]
                self._do(lambda: self.casebook.edit_need(self.held, code, status=status))

    async def _change_action(self, line: PlanLine) -> None:
        activity, title = line.key, line.cells[0]
        match await self._choose(title, ACTION_WISHES):
            case 0:
                await self._change_standing(activity, title)
            case 1:
                place = await self._choose(title, [words.SAID_BY[one] for one in words.SAID_BY_CHOICES])
                if place is not None:
                    said_by = words.SAID_BY_CHOICES[place]
                    self._do(lambda: self.casebook.edit_action(self.held, activity, said_by=said_by))
            case 2:
                owner = await self._say(f"Who owns “{title}”?")
                if owner:
                    self._do(lambda: self.casebook.edit_action(self.held, activity, owner=owner))
            case 3:
                due = await self._say(f"By when? Day, month and year, such as 12/3/2027. “{title}”")
                if due:
                    self._do(lambda: self.casebook.edit_action(self.held, activity, due=due))

    async def _change_standing(self, activity: str, title: str) -> None:
        place = await self._choose(title, [words.ACTION_STATUS[one].capitalize() for one in words.ACTION_CHOICES])
        if place is None:
            return
        status = words.ACTION_CHOICES[place]
        reason = (
            await self._say(f"{words.ACTION_STATUS[status].capitalize()}: why?") if status in NEEDS_A_REASON else ""
        )
        if reason is not None:
            self._do(lambda: self.casebook.edit_action(self.held, activity, status=status, reason=reason))

    async def _change_level(self, line: PlanLine) -> None:
        group = line.key
        place = await self._choose(f"{line.cells[0]}: level 3?", ("It fits", "It does not fit"))
        if place is None:
            return
        markers = next((one.markers for one in self.shown_plan.levels if one.group == group), ())
        needs_reason = place == 1 or not markers
        reason = await self._say("Why? For the next worker.") if needs_reason else ""
        if reason is not None:
            self._do(lambda: self.casebook.agree_level(self.held, group, place == 0, reason))

    async def _add_need(self) -> None:
        place = await self._choose("A need in which part?", list(words.GROUPS.values()))
        if place is None:
            return
        title = await self._say("What is needed?")
        reason = await self._say("How do you know?") if title else None
        if title and reason:
            self._do(lambda: self.casebook.add_need(self.held, words.GROUP_CHOICES[place], title, reason))
            self.view = "needs"

    async def _agree(self) -> None:
        proposed = sum(1 for one in self.shown_plan.needs if one.status == "proposed")
        confirms = f" {proposed} needs are still proposed; this confirms them." if proposed else ""
        title = f"Agree the plan as it stands, as its next version?{confirms}"
        if await self._choose(title, ("Agree it", "Not yet")) == 0:
            self._do(lambda: self.casebook.agree_plan(self.held))

    async def _choose(self, title: str, lines: Sequence[str]) -> int | None:
        return await self.app.push_screen_wait(ChooseOne(title, lines))

    async def _say(self, title: str) -> str | None:
        return await self.app.push_screen_wait(SayInALine(title))

    def _ask(self, asking: Coroutine[Any, Any, None]) -> None:
        self.run_worker(asking, exclusive=True)

    def _do(self, edit: Callable[[], Plan | Rejection]) -> None:
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
        self.shown_list.tell(lines_of(plan, self.view, self._question), NONE_YET[self.view])
        self._tell_details()

    def _question(self, question_id: str) -> str:
        asked = self.held.interview.path.get(question_id)
        return Wording(fill=self.casebook.words).short(asked.question) if asked else ""

    def _tell_details(self) -> None:
        line = self.shown_list.lit
        first, *rest = line.details if line else ("",)
        details = Content.assemble((first, "bold"), *(f"\n{one}" for one in rest))
        self.query_one(".details Static", Static).update(details)

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
