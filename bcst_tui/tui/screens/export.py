"""A copy of the plan for a reader: shown exactly as the reader gets it, then written where the worker says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Static

from bcst_tui.errors import ExportRefused, NotSaved
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Preview, Sitting
    from bcst_tui.reference.audience import AudienceCode


@dataclass(frozen=True)
class Copy:
    """A copy that can be written, and what is said about it."""

    audience: AudienceCode
    label: str


COPIES = (
    Copy("WK", "The worker's copy: everything, for the file"),
    Copy("CELL", "The person's own copy: nothing in it puts them at risk in here"),
)
PAPER = "Before you print it, ask: “Is paper safe for you to have in here? Others may read it.”"
PAPER_ANSWERS = ("Yes: write it", "No, or unsure: leave it with me, write nothing")


class ExportScreen(Screen[Path | None]):
    """Choose a copy, read it, say where: nothing is written before it has been seen."""

    HELP: ClassVar[str] = (
        "Choose a copy with its digit: it is shown exactly as its reader gets it. PgUp and PgDn turn its pages.\n\n"
        "Write the folder and press Enter. A file is never written over another without asking, and its name holds "
        "nothing of the person but the reference."
    )
    BINDINGS = [
        keys.binding("back", show=True),
        keys.binding("page_up", "turn(-1)", show=True),
        keys.binding("page_down", "turn(1)", show=True),
    ]
    DEFAULT_CSS = """
    ExportScreen KeyedList { margin: 1 2 0 2; max-height: 5; }
    ExportScreen .preview {
        height: 1fr; margin: 0 2; border: round $border-blurred; padding: 0 2; display: none;
        border-title-color: $quiet;
    }
    ExportScreen .preview Static { height: auto; }
    ExportScreen .paper { display: none; height: auto; padding: 0 3; color: $accent; text-style: bold; }
    ExportScreen .folder { display: none; margin: 0 2; }
    ExportScreen .told { height: auto; padding: 0 3; text-style: bold; }
    ExportScreen.-chosen .preview, ExportScreen.-chosen .folder { display: block; }
    ExportScreen.-own .paper { display: block; }
    ExportScreen.-chosen KeyedList { display: none; }
    """

    preview: reactive[Preview | None] = reactive(None, init=False)

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self.casebook = casebook
        self.sitting = sitting
        self.written: Path | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine("Write a copy", self.sitting.reference)
        yield KeyedList([Line(copy.label) for copy in COPIES])
        with VerticalScroll(classes="preview", can_focus=False):
            yield Static("", markup=False)
        yield Static(PAPER, classes="paper", markup=False)
        yield Input(str(Path.home()), classes="folder", select_on_focus=False)
        yield Static("Who is it for? A digit shows it; nothing is written yet.", classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        try:
            self.preview = self.casebook.preview(self.sitting, COPIES[event.index].audience)
        except ExportRefused as refused:
            self._tell(f"! {refused}")

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.query_one(KeyedList).pick(event.index)

    def watch_preview(self, preview: Preview | None) -> None:
        self.set_class(preview is not None, "-chosen")
        self.set_class(preview is not None and preview.audience == "CELL", "-own")
        if preview is None:
            self._tell("Who is it for? A digit shows it; nothing is written yet.")
            self.query_one(KeyedList).focus()
            return
        shown = self.query_one(".preview", VerticalScroll)
        shown.query_one(Static).update(preview.text)
        shown.border_title = f"exactly what the reader gets: {preview.file_name}"
        shown.scroll_home(animate=False)
        folder = self.query_one(Input)
        folder.focus()
        folder.cursor_position = len(folder.value)
        self._tell("Read it through (PgUp, PgDn). In which folder? Enter writes it there.")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.run_worker(self._write(folder_named(event.value)), exclusive=True)

    def action_turn(self, pages: int) -> None:
        shown = self.query_one(".preview", VerticalScroll)
        shown.scroll_relative(y=pages * max(shown.size.height - 2, 1), animate=False)

    def action_back(self) -> None:
        """To the choice of copies; from there, off the screen."""
        if self.preview is None:
            self.dismiss(self.written)
        else:
            self.preview = None

    async def _write(self, folder: Path, overwrite: bool = False) -> None:
        preview = self.preview
        if preview is None:
            return
        if preview.audience == "CELL" and not overwrite and not await self._paper_is_safe():
            self._tell("Nothing was written. It stays with you, and they can ask to see it.")
            return
        if not overwrite and is_there(folder / preview.file_name):
            overwrite = await self._may_replace()
            if not overwrite:
                self._tell("Nothing was written: the file that is there stays.")
                return
        try:
            self.written = self.casebook.export(self.sitting, preview.audience, folder, overwrite)
        except (ExportRefused, NotSaved) as refused:
            self._tell(f"! {refused}")
            return
        except (OSError, ValueError):
            self._tell("! That folder can't be used, so nothing was written. Choose another one.")
            return
        self._tell(f"Written: {self.written}")

    async def _paper_is_safe(self) -> bool:
        return await self.app.push_screen_wait(ChooseOne(PAPER, PAPER_ANSWERS)) == 0

    async def _may_replace(self) -> bool:
        title = "A copy of today is there already. Write over it?"
        return await self.app.push_screen_wait(ChooseOne(title, ("Write over it", "Leave it as it is"))) == 0

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)


def folder_named(typed: str) -> Path:
    """The folder somebody means; `~` is their own."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:
        return Path(typed.strip())


def is_there(path: Path) -> bool:
    """Whether there is such a file, as far as can be seen."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
