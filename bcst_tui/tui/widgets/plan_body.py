"""What stands on the plan screen under its title: one list at a time, a line to write in, the details."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bcst_tui.plan.model import Plan
from bcst_tui.plan.timeline import Timeline
from bcst_tui.tui.widgets.edit_line import EditLine
from bcst_tui.tui.widgets.plan_cells import CellToWrite
from bcst_tui.tui.widgets.plan_lists import NONE_YET, TITLES, VIEWS, PlanLine, View, lines_of, service_key
from bcst_tui.tui.widgets.plan_table import PlanList, column_heads
from bcst_tui.tui.widgets.plan_words import PlanWords
from bcst_tui.tui.widgets.timeline import TimelineView

HINTS: dict[View, str] = {
    "needs": "Enter confirms · Delete drops · T says more",
    "signposts": "Enter: what came of it, how it goes on · D: when to ask",
    "levels": "Enter: does level 3 fit?",
}


class PlanBody(Vertical):
    """Draws a plan, one of its lists at a time; changes nothing."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    PlanBody { height: 1fr; }
    PlanBody .tabs { height: 1; padding: 0 3; margin: 1 0 0 0; }
    PlanBody .heads { height: 1; padding: 0 3 0 2; color: $quiet; }
    PlanBody .rejection { display: none; padding: 0 3; height: auto; color: $error; text-style: bold; }
    PlanBody .rejection.-told { display: block; }
    PlanBody .plan { height: 1fr; layout: vertical; }
    PlanBody .details { height: 7; padding: 0 3; border-top: solid $border-blurred; scrollbar-size-vertical: 1; }
    PlanBody .details Static { height: auto; }
    PlanBody.-actions .details { height: 6; }
    PlanBody.-writing .details { display: none; }
    .-wide PlanBody .details { height: 12; padding: 0 3; }
    PlanBody TimelineView, PlanBody.-dates PlanList { display: none; }
    PlanBody.-dates TimelineView { display: block; }
    PlanBody.-dates .heads { display: none; }
    PlanBody.-dates .details { height: 6; }
    .-wide PlanBody.-dates .details { height: 12; padding: 1 3; }
    .-wide PlanBody.-dates TimelineView { padding: 1 0 0 0; }
    """

    def compose(self) -> ComposeResult:
        yield Static("", classes="tabs", markup=False)
        yield Static("", classes="heads", markup=False)
        yield Static("", classes="rejection", markup=False)
        with Container(classes="plan"):
            yield PlanList()
            yield TimelineView()
            with VerticalScroll(classes="details"):
                yield Static("", markup=False)
        yield EditLine()

    @property
    def list(self) -> PlanList:
        return self.query_one(PlanList)

    @property
    def lit(self) -> PlanLine | None:
        """The line that is lit."""
        return self.list.lit

    @property
    def is_writing(self) -> bool:
        return self.query_one(EditLine).is_open

    def tell(self, told: PlanWords, view: View, today: date, timeline: Timeline | None) -> None:
        """Show this list of this plan; the dates stand on a line of time in place of a list."""
        self.set_class(view == "actions", "-actions")
        self.set_class(timeline is not None, "-dates")
        self.query_one(".tabs", Static).update(_tabs(told.plan, view))
        self.query_one(".heads", Static).update(column_heads() if view == "actions" else HINTS.get(view, ""))
        self.list.tell(lines_of(told.plan, view, told, today), NONE_YET[view])
        if timeline is not None:
            self.query_one(TimelineView).tell(timeline)
        if not self.is_writing:
            self.take_focus()
        self.tell_details()

    def light(self, view: View, code: str, plan: Plan) -> None:
        """Move the light to what has this code: an activity, a service and activity, or a clock."""
        if view == "dates":
            self.query_one(TimelineView).light(next((one.title for one in plan.deadlines if one.clock == code), ""))
        elif view == "signposts":
            self.list.light(service_key(plan, code))
        else:
            self.list.light(code)
        self.tell_details()

    def take_focus(self) -> None:
        """Give the keyboard to the list that is seen."""
        (self.query_one(TimelineView).marks if self.has_class("-dates") else self.list).focus()

    def tell_details(self) -> None:
        """Say all there is to say of the lit line."""
        line = self.lit
        details = line.details if line else self.query_one(TimelineView).lit_details()
        first, *rest = details or ("",)
        told = Content.assemble((first, "bold"), *(f"\n{one}" for one in rest))
        self.query_one(".details Static", Static).update(told)

    def refuse(self, reason: str) -> None:
        """Say why a change was not made; nothing takes it away."""
        line = self.query_one(".rejection", Static)
        line.update(f"! {reason}")
        line.set_class(bool(reason), "-told")

    def write(self, cell: CellToWrite) -> None:
        """Open a cell for writing, under the list."""
        self.add_class("-writing")
        self.query_one(EditLine).open_for(cell.label, cell.now, cell.hint, cell.offered)
        self.call_after_refresh(self.list.scroll_to_highlight)

    def put_away_line(self) -> None:
        self.remove_class("-writing")
        self.query_one(EditLine).close()
        self.refuse("")
        self.take_focus()


def _tabs(plan: Plan, view: View) -> Content:
    services = (*plan.signposts, *plan.referrals)
    counts = (plan.needs, plan.actions, services, plan.deadlines, plan.levels)
    parts = [
        Content.assemble((f"{place} ", "$quiet"), (f"{TITLES[one]} {len(many)}", "bold underline"))
        if one == view
        else Content.assemble((f"{place} {TITLES[one]} {len(many)}", "$quiet"))
        for place, (one, many) in enumerate(zip(VIEWS, counts, strict=True), 1)
    ]
    return Content("    ").join(parts)
