"""A slip with the next appointment: five lines to write on, seen as it will be printed, then written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from bcst_tui.casebook.slips import SlipWish
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.folders import folder_named, written
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.field import Field
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keeps_writing import KeepsWriting

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Part
    from bcst_tui.casebook.values import CaseLine, Preview

FOLDER = "folder"
FIELDS = (
    ("name", "Name", "The name they use. May be left empty."),
    ("day", "Day", "Such as 12/3/2027."),
    ("at", "Time", "Such as 14:30. Empty leaves a blank."),
    ("place", "Place", "A room. Empty leaves a blank."),
    ("with_whom", "With", "Your first name, if wanted."),
    (FOLDER, "Folder to write it into", "Enter here writes it."),
)
READY = "This is all it says. Ask: is paper safe for them? Any slip here looks like this one."


class SlipScreen(KeepsWriting, WholeScreen[Path | None]):
    """Every slip has the same lines and the same label, so that none tells what the meeting is about."""

    BINDINGS = [binding("back", show=True)]
    HELP: ClassVar[str] = (
        "Fill in what is known and leave the rest empty: a blank is left to write on. Enter goes from line to line, "
        "and on the last one writes the slip.\n\n"
        "No prison, no reference and no part of the plan is on it, and a place whose name would tell is refused."
    )
    DEFAULT_CSS = """
    SlipScreen .slip-columns { height: 1fr; padding: 1 2 0 2; }
    SlipScreen .fields { width: 1fr; scrollbar-size-vertical: 1; }
    SlipScreen .seen { width: 1fr; margin: 0 0 0 2; }
    SlipScreen .seen Static { height: auto; }
    SlipScreen .paper { border: round $border-blurred; padding: 1 2; }
    SlipScreen .begun { margin: 0 1; color: $quiet; }
    SlipScreen .told { margin: 1 1; text-style: bold; }
    SlipScreen Field { margin: 0; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        first = {"name": case.name_used, "day": casebook.next_meeting(case.case_id)}
        self._writing = casebook.writing(case.case_id, "slip")
        self._parts = {name: self._writing.part(name, first.get(name, "")) for name, *_ in FIELDS if name != FOLDER}
        self._shown: Preview | None = None
        self._written: Path | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine("Appointment slip", self._case.reference)
        with Horizontal(classes="slip-columns"):
            with VerticalScroll(classes="fields", can_focus=False):
                for name, label, hint in FIELDS:
                    part = self._parts.get(name)
                    yield Field(name, label, hint, value=part.words if part is not None else str(Path.home()))
            with Vertical(classes="seen"):
                yield Static("", classes="paper", markup=False)
                yield Static("", classes="told", markup=False)
                if self._writing.begun:
                    yield Static(self._writing.begun, classes="begun", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._line("day" if not self._parts["day"].words else "at").focus()
        self._look()

    def fields(self) -> Iterator[tuple[Part, str]]:
        yield from ((part, self._line(name).value) for name, part in self._parts.items())

    def tell_not_kept(self, words: str) -> None:
        self._tell(f"! {words}")

    @on(Input.Changed)
    def _look(self) -> None:
        """Show the slip as it stands, or what is still to be mended."""
        try:
            made = self._casebook.slip(self._case.case_id, self._wish())
        except BcstError as refused:
            made = Rejection(str(refused))
        self._shown = None if isinstance(made, Rejection) else made
        if self._shown is not None:
            self.query_one(".paper", Static).update(self._shown.seen)
        self._tell(made.reason if isinstance(made, Rejection) else READY)

    @on(Input.Submitted)
    def _onward(self, event: Input.Submitted) -> None:
        names = [name for name, *_ in FIELDS]
        here = next(str(node.id) for node in event.input.ancestors if isinstance(node, Field))
        if here != names[-1]:
            self._line(names[names.index(here) + 1]).focus()
        elif self._shown is not None:
            self.run_worker(self._write(self._shown), exclusive=True)

    async def _write(self, shown: Preview) -> None:
        folder = folder_named(self._line(FOLDER).value)
        case_id = self._case.case_id
        match await written(
            self.app, folder / shown.file_name, lambda over: self._casebook.write_slip(case_id, shown, folder, over)
        ):
            case Rejection(reason):
                self._tell(f"! {reason}")
            case file:
                self._written = file
                self.keep_writing()
                self._writing.let_go()
                self._tell(f"Written: {file}")

    def _wish(self) -> SlipWish:
        return SlipWish(**{name: self._line(name).value for name in self._parts})

    def _line(self, name: str) -> Input:
        return self.query_one(f"#{name}", Field).line

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)

    def action_back(self) -> None:
        self.done_writing()
        self._writing.let_go()
        self.dismiss(self._written)
