"""A copy of the plan for a reader: shown exactly as the reader gets it, then written where the worker says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Input, Static

from bcst_tui.errors import ExportRefused
from bcst_tui.export.plain_text import unwrapped
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui import keys
from bcst_tui.tui.folders import folder_named, written
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Preview, Reader, Sitting
    from bcst_tui.export.formats import FileFormat
    from bcst_tui.reference.audience import AudienceCode


FORMS: tuple[tuple[FileFormat, str], ...] = (("md", "markdown"), ("txt", "plain text"), ("html", "a web page"))
TICKS = {"goals_strengths": "What they want, in their own words: they say whether it goes in"}
WHO = "Who is it for? A key shows it; nothing is written yet."
WHICH = "Which one is it for? Those the person agreed to, and no other."
READ = "Read it through (PgUp, PgDn). 1 writes it."
LARGE = "They asked for large print: the web page has it (2)."
PRIVATE = "With the private part. Only where nobody else can see the screen"
KEEP_BACK = "A tick keeps it from their copy: the {role} decided that it would raise risk."
PAPER = "Before you print it, ask: “Is paper safe for you to have in here? Others may read it.”"
PAPER_ANSWERS = ("Yes: write it", "No, or unsure: leave it with me, write nothing")


class ExportScreen(WholeScreen[Path | None]):
    """Choose a reader, read their copy, say as what and where: nothing is written before it has been seen."""

    HELP: ClassVar[str] = (
        "Choose a reader with its key: the copy is shown exactly as they get it. PgUp and PgDn turn its pages. Where "
        "nothing allows a copy yet, a sentence says what is missing. A copy for a service asks which one, of those the "
        "person agreed to (Ctrl+G on the case).\n\n"
        "Below the copy: write it, have it as markdown, plain text or a web page, and in the person's own copy what "
        "they tick. Then write the folder and press Enter. A file is never written over another without asking, and "
        "its name holds nothing of the person but the reference.\n\n"
        "The last line below the readers has the private part come along, as far as each reader may see it. No paper "
        "holds any of it otherwise. Choose it only where nobody else can read the screen.\n\n"
        "For the worker who has them next there is more than a copy: leave bcst, and **bcst hand-over write** gives "
        "the case on, locked."
    )
    BINDINGS = [
        keys.binding("back", show=True),
        keys.binding("page_up", "turn(-1)", show=True),
        keys.binding("page_down", "turn(1)", show=True),
    ]
    DEFAULT_CSS = """
    ExportScreen #readers { margin: 1 2 0 2; height: 1fr; }
    ExportScreen .preview {
        height: 1fr; margin: 0 2; border: round $border-blurred; padding: 0 2; display: none;
        border-title-color: $quiet;
    }
    ExportScreen .preview Static { height: auto; }
    ExportScreen .paper { display: none; height: auto; padding: 0 3; color: $accent; text-style: bold; }
    ExportScreen #ways { display: none; margin: 0 2; height: auto; }
    ExportScreen .folder { display: none; margin: 0 2; }
    ExportScreen .told { height: auto; padding: 0 3; text-style: bold; }
    ExportScreen.-chosen .preview, ExportScreen.-chosen #ways { display: block; }
    ExportScreen.-own .paper { display: block; }
    ExportScreen.-chosen #readers, ExportScreen.-folder #ways { display: none; }
    ExportScreen.-folder .folder { display: block; }
    """

    preview: reactive[Preview | None] = reactive(None, init=False)
    asks_folder: reactive[bool] = reactive(False, init=False)

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self.casebook = casebook
        self.sitting = sitting
        self.written: Path | None = None
        self._private = False
        self._readers = casebook.readers(sitting)

    def compose(self) -> ComposeResult:
        yield TitleLine("Write a copy", self.sitting.reference)
        yield KeyedList(self._reader_lines(), id="readers")
        with VerticalScroll(classes="preview", can_focus=False):
            yield Static("", markup=False)
        yield Static(PAPER, classes="paper", markup=False)
        yield KeyedList([], id="ways")
        yield Input(str(Path.home()), classes="folder", select_on_focus=False)
        yield Static(WHO, classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#readers").focus()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.preview is None and event.index == len(self._readers):
            self._turn_private()
        elif self.preview is None:
            self.run_worker(self._choose(self._readers[event.index].audience), exclusive=True)
        else:
            self._go(self.preview, event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.query_one("#readers" if self.preview is None else "#ways", KeyedList).pick(event.index)

    def watch_preview(self, before: Preview | None, preview: Preview | None) -> None:
        self.set_class(preview is not None, "-chosen")
        self.set_class(preview is not None and preview.audience == "CELL", "-own")
        if preview is None:
            self._tell(WHO)
            self.query_one("#readers").focus()
            return
        shown = self.query_one(".preview", VerticalScroll)
        is_wrapped = preview.file_format == "txt"
        shown.query_one(Static).update(unwrapped(preview.seen) if is_wrapped else preview.seen)
        what = "the words on the page" if preview.file_format == "html" else "exactly what the reader gets"
        whom = f" · {preview.to_whom}" if preview.to_whom else ""
        shown.border_title = f"{what}: {preview.file_name}{whom}"
        if before is None:
            shown.scroll_home(animate=False)
        ways = self.query_one("#ways", KeyedList)
        ways.say([*_ways(preview), *self._kept_back(preview)])
        ways.focus()
        self._tell(self._next(preview))

    def watch_asks_folder(self, asks: bool) -> None:
        self.set_class(asks, "-folder")
        if not asks:
            self.query_one("#ways").focus()
            self._tell(what_next(self.preview))
            return
        folder = self.query_one(".folder", Input)
        folder.focus()
        folder.cursor_position = len(folder.value)
        self._tell("In which folder? Enter writes it there.")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.run_worker(self._write(folder_named(event.value)), exclusive=True)

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(".preview", VerticalScroll), pages)

    def action_back(self) -> None:
        """From the folder to the copy, to the choice of readers, and off the screen."""
        if self.asks_folder:
            self.asks_folder = False
        elif self.preview is not None:
            self.preview = None
        else:
            self.dismiss(self.written)

    def _go(self, preview: Preview, way: int) -> None:
        """Write it, take the next form, or tick a row."""
        if way == 0:
            self.asks_folder = True
        elif way == 1:
            forms = [form for form, _ in FORMS]
            after = forms[(forms.index(preview.file_format) + 1) % len(forms)]
            self._show(preview.audience, after, preview.ticked, preview.to)
        elif preview.is_private:
            row = preview.may_keep_back[way - 2]
            self.casebook.keep_back(self.sitting, row, row not in preview.kept_back)
            self._show(preview.audience, preview.file_format, to=preview.to)
        else:
            ticked = preview.ticked ^ {preview.may_tick[way - 2]}
            self._show(preview.audience, preview.file_format, ticked)

    async def _choose(self, audience: AudienceCode) -> None:
        """Ask for whom in particular, where there are many such readers, before anything is shown."""
        recipients = self.casebook.private_recipients if self._private else self.casebook.recipients
        people = recipients(self.sitting, audience)
        if not people:
            self._show(audience)
            return
        place = await self.app.push_screen_wait(ChooseOne(WHICH, [one.title for one in people]))
        if place is not None:
            self._show(audience, to=people[place].to)

    def _show(
        self, audience: AudienceCode, file_format: FileFormat = "md", ticked: frozenset[str] = frozenset(), to: str = ""
    ) -> None:
        try:
            if self._private:
                self.preview = self.casebook.private_preview(self.sitting, audience, file_format, to)
            else:
                self.preview = self.casebook.preview(self.sitting, audience, file_format, ticked, to)
        except ExportRefused as refused:
            self._tell(f"! {refused}")

    async def _write(self, folder: Path) -> None:
        preview = self.preview
        if preview is None:
            return
        if preview.audience == "CELL" and not await self._paper_is_safe():
            self._tell("Nothing was written. It stays with you, and they can ask to see it.")
            return

        def write(overwrite: bool) -> Path:
            how = self.casebook.private_write if preview.is_private else self.casebook.write
            return how(self.sitting, preview, folder, overwrite)

        match await written(self.app, folder / preview.file_name, write):
            case Rejection(reason):
                self._tell(f"! {reason}")
            case file:
                self.written = file
                self._tell(f"Written: {file}")

    async def _paper_is_safe(self) -> bool:
        return await self.app.push_screen_wait(ChooseOne(PAPER, PAPER_ANSWERS)) == 0

    def _reader_lines(self) -> list[Line]:
        """Every reader, then the private part, by the same words whatever is in it."""
        mark = "[x]" if self._private else "[ ]"
        return [*(_reader_line(one) for one in self._readers), Line(PRIVATE, mark=mark)]

    def _next(self, preview: Preview) -> str:
        role = self.casebook.profile.sealed_reader_role if preview.may_keep_back else ""
        return f"{what_next(preview)}\n{KEEP_BACK.format(role=role)}" if role else what_next(preview)

    def _turn_private(self) -> None:
        self._private = not self._private
        readers = self.casebook.private_readers if self._private else self.casebook.readers
        self._readers = readers(self.sitting)
        self.query_one("#readers", KeyedList).say(self._reader_lines())

    def _kept_back(self, preview: Preview) -> list[Line]:
        """The rows that the lead may keep from the person's own copy."""
        if not preview.may_keep_back:
            return []
        rows = self.casebook.row_titles
        return [
            Line(f"Kept back: {rows[row]}", mark="[x]" if row in preview.kept_back else "[ ]")
            for row in preview.may_keep_back
        ]

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)


def _reader_line(reader: Reader) -> Line:
    return (
        Line(f"{reader.title}: {reader.for_whom}") if reader.is_possible else Line(reader.title, remark=reader.why_not)
    )


def what_next(preview: Preview | None) -> str:
    """What to do with the copy that is shown; a form that has no type of its own can't be large print."""
    wants_page = preview is not None and preview.is_large and preview.file_format != "html"
    return f"{READ}\n{LARGE}" if wants_page else READ


def _ways(preview: Preview) -> list[Line]:
    """What can be done with the copy that is shown."""
    as_what = dict(FORMS)
    others = " or ".join(words for form, words in FORMS if form != preview.file_format)
    ticks = [
        Line(TICKS[row], mark="[x]" if row in preview.ticked else "[ ]") for row in preview.may_tick if row in TICKS
    ]
    form = Line(f"It is {as_what[preview.file_format]}: have it as {others}")
    return [Line("Write it to a folder"), form, *ticks]
