"""A case's free notes: the latest first, struck ones in their place, and a new one a key away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.write_note import WriteNote

if TYPE_CHECKING:
    from bcst_tui.casebook.case_values import CaseNote
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

IN_THE_LIST = 220
"""Letters of a note that the list shows; Enter shows the rest."""
WHO = "Who reads this note?"
WHO_HINT = "A key chooses · Esc goes back to the words"
HOW = "Enter reads the lit note whole, and strikes it through if it is wrong."
NOTHING = "No notes yet.\n\nPress A to write the first one."


class NotesScreen(WholeScreen[None]):
    """A writes a note, Enter reads one whole and can strike it through."""

    BINDINGS = [
        binding("add", show=True, label="Write"),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "A note is kept as it was written. One that is wrong is struck through, with who did it and when; "
        "it stays here and stands on no paper any more.\n\n"
        "For each note you choose who reads it."
    )
    DEFAULT_CSS = """
    NotesScreen OptionList {
        height: 1fr; border: none; background: $background; margin: 1 2; padding: 0; scrollbar-size-vertical: 1;
    }
    NotesScreen OptionList:focus { border: none; background-tint: $foreground 0%; }
    NotesScreen .none, NotesScreen .told { height: auto; margin: 1 3 0 3; }
    NotesScreen .how { height: auto; margin: 1 3 0 3; color: $quiet; }
    NotesScreen .told { text-style: bold; display: none; }
    NotesScreen .told.-said { display: block; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._notes: tuple[CaseNote, ...] = ()
        self._writing = casebook.writing(case.case_id, "note")

    def compose(self) -> ComposeResult:
        yield TitleLine("Notes", self._case.reference)
        yield Static("", classes="told", markup=False)
        yield Static(NOTHING, classes="none", markup=False)
        yield Static(HOW, classes="how", markup=False)
        yield OptionList(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()
        if self._case.closed:
            self._tell(f"{self._case.closed} Its notes can be read.")

    def _draw(self) -> None:
        self._notes = self._casebook.notes(self._case.case_id)
        shown = self.query_one(OptionList)
        shown.set_options([Option(_note_line(note)) for note in self._notes])
        shown.display = self.query_one(".how").display = bool(self._notes)
        self.query_one(".none").display = not self._notes and not self._case.closed
        if self._notes:
            shown.highlighted = 0
            shown.focus()

    def _tell(self, words: str) -> None:
        told = self.query_one(".told", Static)
        told.update(words)
        told.set_class(bool(words), "-said")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self._case.closed if action == "add" else True

    def action_add(self) -> None:
        self.run_worker(self._write(), exclusive=True)

    async def _write(self) -> None:
        """Until it is kept or left for now: what was written is lost to no refusal, no Esc and no power cut."""
        readers = self._casebook.note_readers()
        told = ""
        while True:
            written = await self.app.push_screen_wait(WriteNote(self._writing.part("words"), told))
            told = ""
            if not written.goes_on:
                return
            lines = ["Any note", *(f"About “{one.title}”" for one in readers[1:])]
            place = await self.app.push_screen_wait(
                ChooseOne(WHO, [f"{line}: {one.read_by}" for line, one in zip(lines, readers, strict=True)], WHO_HINT)
            )
            if place is None:
                continue
            try:
                kept = self._writing.settled(
                    partial(self._casebook.add_note, self._case.case_id, written.words, readers[place].row)
                )
            except NotSaved as refused:
                told = f"NOT saved: {refused}"
                continue
            if isinstance(kept, Rejection):
                told = kept.reason
                continue
            self._tell("")
            self._draw()
            return

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.run_worker(self._read(self._notes[event.option_index]), exclusive=True)

    async def _read(self, note: CaseNote) -> None:
        """The whole note; striking it through is asked for here, where it has been read."""
        sentences = [f"Read by: {self._casebook.read_by(note.audience)}.", note.words]
        may_strike = note.struck_at is None and not self._case.closed
        choices = ("Leave it as it is", "Strike it through") if may_strike else ("Back",)
        if await self.app.push_screen_wait(ReadFirst(_head(note), sentences, choices)) != 1:
            return
        try:
            self._casebook.strike_note(note.id)
        except NotSaved as refused:
            self._tell(f"! NOT struck through: {refused}")
            return
        self._draw()

    def action_back(self) -> None:
        self.dismiss(None)


def _head(note: CaseNote) -> str:
    written = f"{day_words(note.written_on)}, {one_line(note.by)}"
    if note.struck_at is None:
        return written
    return f"{written}. Struck through on {day_words(note.struck_at.astimezone().date())} by {one_line(note.struck_by)}"


def _note_line(note: CaseNote) -> Content:
    words = one_line(note.words)
    cut = words if len(words) <= IN_THE_LIST else f"{words[:IN_THE_LIST].rstrip()}…"
    style = "strike" if note.struck_at is not None else ""
    mark = "✗ " if note.struck_at is not None else ""
    return Content.assemble((f"{mark}{_head(note)}\n", "bold"), (cut, style), "\n")
