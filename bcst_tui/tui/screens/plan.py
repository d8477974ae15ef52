"""Needs and plan: what the answers point to and why, who does what by when, and what the worker makes of it."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import in_short
from bcst_tui.plan.model import Group, Plan
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.todays import DueLine
from bcst_tui.text import one_line
from bcst_tui.tui.widgets import plan_keys
from bcst_tui.tui.widgets.edit_line import EditLine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.of_case import OfCase
from bcst_tui.tui.widgets.plan_asking import Edit
from bcst_tui.tui.widgets.plan_body import PlanBody
from bcst_tui.tui.widgets.plan_cells import CellToWrite, PlanCells
from bcst_tui.tui.widgets.plan_lists import VIEWS, View
from bcst_tui.tui.widgets.plan_windows import PlanWindows
from bcst_tui.tui.widgets.plan_words import PlanWords
from bcst_tui.tui.widgets.trying_again import made

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting


class PlanScreen(OfCase, WholeScreen[None]):
    """The plan as it follows from the answers; every change is on the disk before it is shown."""

    HELP: ClassVar[str] = plan_keys.HELP
    DEFAULT_CSS = """
    PlanScreen .notice { height: auto; max-height: 3; padding: 0 3; margin: 1 0 0 0; color: $warning; display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [*plan_keys.BINDINGS]
    plan: reactive[Plan | None] = reactive(None, init=False)
    view: reactive[View] = reactive("needs", init=False)

    @dataclass
    class ExportWanted(Message):
        """Posted when a copy is to be written."""

        sitting: Sitting

    @dataclass
    class CopyWanted(Message):
        """Posted when the person's own copy is to be seen."""

        sitting: Sitting

    @dataclass
    class ReadBackWanted(Message):
        """Posted when the needs are to be read back, from this one on."""

        sitting: Sitting
        need_code: str

    @dataclass
    class VersionsWanted(Message):
        """Posted when the versions of the plan are to be seen."""

        case_id: int

    class FeedbackWanted(Message):
        """Posted when the person may say how it went; about no sitting."""

    def __init__(self, casebook: Casebook, sitting: Sitting, at: DueLine | None = None) -> None:
        """Opens at the line something is due in, if one is named."""
        super().__init__()
        self.casebook = casebook
        self.held = sitting
        self._at = at
        self._earlier: list[Plan] = []
        self._cell: CellToWrite | None = None
        self._adds: dict[Group, tuple[str, ...]] = {}
        self.set_reactive(PlanScreen.plan, casebook.plan(sitting))

    def compose(self) -> ComposeResult:
        yield TitleLine("Needs and plan", self.held.reference)
        yield Static("", classes="notice", markup=False)
        yield PlanBody()
        yield KeyLine()

    @property
    def shown_plan(self) -> Plan:
        assert self.plan is not None
        return self.plan

    @property
    def body(self) -> PlanBody:
        return self.query_one(PlanBody)

    @property
    def _windows(self) -> PlanWindows:
        return PlanWindows(self.app, self.casebook, self.held)

    @property
    def _cells(self) -> PlanCells:
        return PlanCells(self.casebook, self.held, self.shown_plan)

    def on_mount(self) -> None:
        if self._at is None:
            self._tell()
            return
        self.view = plan_keys.VIEW_OF.get(self._at.thing, "needs")
        self.body.light(self.view, self._at.codes[0], self.shown_plan)

    def on_screen_resume(self) -> None:
        """The needs may have been read back meanwhile."""
        now = self.casebook.plan(self.held)
        if now.needs != self.shown_plan.needs:
            self._earlier.append(self.shown_plan)
            self.plan = now

    def watch_plan(self) -> None:
        self._adds.clear()
        self._tell()

    def watch_view(self) -> None:
        self.body.refuse("")
        self._put_away_line()
        self._tell()
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12345":
            event.stop()
            self.view = VIEWS[int(event.character) - 1]
        elif event.key == "space":
            event.stop()
            self.body.list.action_select()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key where it means something."""
        return self.view in plan_keys.WHERE.get(action, VIEWS)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.body.tell_details()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter: a need is confirmed, and what else stands here is asked about."""
        event.stop()
        if self.view == "dates":
            self.body.refuse("This follows from the answers and the record; change it there.")
        elif self.view == "needs" and (confirm := self._cells.confirmed(self.body.lit)) is not None:
            self._do(confirm)
        elif self.view == "actions" and (line := self.body.lit) is not None:
            self._ask(self._windows.action(line, self.shown_plan))
        else:
            self.action_stands()

    def action_stands(self) -> None:
        if (line := self.body.lit) is not None:
            self._ask(self._windows.stands(self.view, line, self.shown_plan))

    def action_who(self) -> None:
        if (line := self.body.lit) is not None and (edit := self._cells.next_to_do_it(line)) is not None:
            self._do(edit)

    def action_owner(self) -> None:
        if (line := self.body.lit) is not None:
            self._write(self._cells.owner(line))

    def action_due(self) -> None:
        if (line := self.body.lit) is not None:
            self._write(self._cells.due(line, self.view))

    def action_add(self) -> None:
        plan = self.shown_plan
        self._ask(self._windows.added_need() if self.view == "needs" else self._windows.added_action(plan))

    def action_remove(self) -> None:
        line = self.body.lit
        if line is not None and self.view == "needs":
            self._ask(self._windows.dropped_need(line))
        elif line is not None:
            self._do(lambda: self.casebook.remove_action(self.held, line.key))

    def action_signpost(self) -> None:
        lit = self.body.lit if self.view == "actions" else None
        self._ask(self._windows.pointed_to(lit, self.shown_plan))

    def action_undo(self) -> None:
        if not self._earlier:
            self.body.refuse("There is no change to take back.")
            return
        earlier = self._earlier[-1]
        if self._do(lambda: self.casebook.put_back(self.held, earlier)):
            del self._earlier[-2:]

    def action_agree(self) -> None:
        self._ask(self._windows.agreed(self.shown_plan), agrees=True)

    def action_read_back(self) -> None:
        line = self.body.lit
        self.post_message(self.ReadBackWanted(self.held, line.key if line else ""))

    def action_versions(self) -> None:
        self.post_message(self.VersionsWanted(self.held.case_id))

    def action_feedback(self) -> None:
        self.post_message(self.FeedbackWanted())

    def action_own_copy(self) -> None:
        self.post_message(self.CopyWanted(self.held))

    def action_export(self) -> None:
        self.post_message(self.ExportWanted(self.held))

    def action_back(self) -> None:
        if self.body.is_writing:
            self._put_away_line()
        else:
            self.dismiss(None)

    def on_edit_line_written(self, event: EditLine.Written) -> None:
        cell = self._cell
        if cell is None or self._do(lambda: cell.edit(event.words)):
            self._put_away_line()

    def _write(self, cell: CellToWrite | None) -> None:
        """Open a cell of the lit line for writing, where it stands."""
        if cell is not None:
            self._cell = cell
            self.body.write(cell)

    def _put_away_line(self) -> None:
        self._cell = None
        self.body.put_away_line()

    def _ask(self, asking: Coroutine[Any, Any, Edit | None], agrees: bool = False) -> None:
        """Go through the windows, and make the change they end in."""

        async def ask_and_do() -> None:
            edit = await asking
            edited = await made(self.app, edit) if edit is not None else None
            if edited is not None and self._take(edited) and agrees:
                self._earlier.clear()
                self.action_feedback()

        self.run_worker(ask_and_do(), exclusive=True)

    def _do(self, edit: Edit) -> bool:
        """Make a change to the plan and show it, or say why it was not made."""
        try:
            edited = edit()
        except NotSaved as refused:
            self.body.refuse(f"NOT saved: {refused}")
            return False
        return self._take(edited)

    def _take(self, edited: Plan | Rejection) -> bool:
        """Show the plan as it is kept by now, or say why it was not changed."""
        if isinstance(edited, Rejection):
            self.body.refuse(edited.reason)
            return False
        self.body.refuse("")
        before = {one.activity for one in self.shown_plan.actions}
        self._earlier.append(self.shown_plan)
        self.plan = edited
        for added in (one.activity for one in edited.actions if one.activity not in before and is_own(one.activity)):
            self.body.list.light(added)
        return True

    def _tell(self) -> None:
        self.query_one(TitleLine).tell("Needs and plan", f"{self._words.agreed} · {self.held.reference}")
        notices = self.casebook.plan_notices(self.held) if self.view in ("needs", "dates") else ()
        notice = self.query_one(".notice", Static)
        notice.update(" ".join(notices))
        notice.display = bool(notices)
        timeline = self.casebook.timeline(self.held) if self.view == "dates" else None
        self.body.tell(self._words, self.view, self.casebook.today(), timeline)

    @property
    def _words(self) -> PlanWords:
        return PlanWords(self.shown_plan, self._question, self.casebook.labels, self._level_adds)

    def _level_adds(self, group: Group) -> tuple[str, ...]:
        if group not in self._adds:
            self._adds[group] = self.casebook.level_3_adds(self.held, group)
        return self._adds[group]

    def _question(self, question_id: str) -> str:
        asked = self.held.whole.path.get(question_id)
        return one_line(self.casebook.words(in_short(asked.question))) if asked else ""
