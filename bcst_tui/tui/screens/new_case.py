"""Opening a case: the name the person uses, and what identifies them if it is known (A01)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from bcst_tui.casebook.new_cases import CheckedCase, checked_case
from bcst_tui.casebook.values import CaseLine, HasCase, NewCase
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.field import Field
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

FIELDS = (
    ("name_used", "Name they use", "What they'd like to be called. Only this is needed."),
    ("legal_name", "Full name on the record", "May be left empty."),
    ("prison_number", "Prison number", "Such as A1234BC. May be left empty."),
    ("birth_date", "Birth date", "Such as 12/3/1987. May be left empty."),
)
OPEN_THAT, OPEN_AGAIN = "Open that case:", "See the closed case, to open it again:"
OTHERS = ("Somebody else: open a new case", "Go back to what was typed")


class NewCaseScreen(WholeScreen[CaseLine | None]):
    """Four lines to write on; the last Enter opens the case. Gives back the case, or None."""

    BINDINGS = [binding("back", show=True)]
    HELP: ClassVar[str] = (
        "Only the name they use is needed to begin; the rest can come later.\n\n"
        "The case gets a reference, and files and lists carry that and never the name."
    )

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook

    def compose(self) -> ComposeResult:
        yield TitleLine("New case")
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("Who are you sitting with?", classes="lead", markup=False)
            for name, label, hint in FIELDS:
                yield Field(name, label, hint)
        yield KeyLine()

    def on_mount(self) -> None:
        self._field(FIELDS[0][0]).line.focus()

    @on(Input.Submitted)
    def _onward(self, event: Input.Submitted) -> None:
        names = [name for name, *_ in FIELDS]
        here = next(str(node.id) for node in event.input.ancestors if isinstance(node, Field))
        if here != names[-1]:
            if not self._refused_here(here):
                self._field(names[names.index(here) + 1]).line.focus()
            return
        self.run_worker(self._add(), exclusive=True)

    async def _add(self) -> None:
        """Open it, unless somebody who may be the same has a case already and that one is wanted."""
        names = [name for name, *_ in FIELDS]
        new = NewCase(**{name: self._field(name).text for name in names})
        opened = self._opened(new)
        if isinstance(opened, HasCase):
            same = opened.same
            lines = [*(f"{OPEN_AGAIN if one.case.closed else OPEN_THAT} {one.case.reference}" for one in same), *OTHERS]
            title = "\n".join(one.words for one in same)
            place = await self.app.push_screen_wait(ChooseOne(title, lines, "A key chooses · Esc goes back"))
            if place is None or place == len(lines) - 1:
                return
            if place < len(same):
                self.dismiss(same[place].case)
                return
            opened = self._opened(new, is_another=True)
        if isinstance(opened, Rejection):
            self._refuse(opened)
        elif opened is not None:
            self.dismiss(opened)

    def _opened(self, new: NewCase, *, is_another: bool = False) -> CaseLine | HasCase | Rejection | None:
        """The case that was opened, or why none was; None, and said so, where the disk refuses."""
        try:
            return self._casebook.add_case(new, is_another=is_another)
        except NotSaved as refused:
            self._field(FIELDS[-1][0]).refuse(f"NOT saved: {refused} Press Enter to try once more.")
            return None

    def _refuse(self, rejection: Rejection) -> None:
        """Show the reason at the line it is about."""
        names = [name for name, *_ in FIELDS]
        self._field(next(filter(self._is_refused, names), names[0])).refuse(rejection.reason)

    def _refused_here(self, name: str) -> bool:
        """Whether this line is wrong whatever the others say; it says so itself."""
        checked = self._checked_alone(name)
        if isinstance(checked, Rejection):
            self._field(name).refuse(checked.reason)
        return isinstance(checked, Rejection)

    def _is_refused(self, name: str) -> bool:
        return isinstance(self._checked_alone(name), Rejection)

    def _checked_alone(self, name: str) -> CheckedCase | Rejection:
        alone = replace(NewCase(name_used="A"), **{name: self._field(name).text})
        return checked_case(alone, self._casebook.today())

    def action_back(self) -> None:
        self.dismiss(None)

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)
