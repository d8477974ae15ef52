"""Writing a statement on convictions together: what to talk through at the left, the person's words at the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.statement import LONGEST, NOBODY_ELSE, PURPOSES, Purpose, prompts_for
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keeps_writing import KeepsWriting
from bcst_tui.tui.widgets.text_entries import PlainTextArea, letters_left
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Part
    from bcst_tui.casebook.values import CaseLine

HINT = "Enter keeps it as the next version · Ctrl+J begins a new line"
UNKEPT = "What is written here is no version yet."
CHOICES = ("Go on writing", "Keep it as the next version", "Leave it: what changed is lost")


class StatementScreen(KeepsWriting, WholeScreen[bool]):
    """Whether a version was kept; none is before Enter, and what is written is never dropped unasked."""

    BINDINGS = [
        binding("page_up", "turn(-1)"),
        binding("page_down", "turn(1)", show=True, label="More prompts"),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "Write in the person's own words, and read it aloud before it is kept. Every version stays. "
        "PgUp and PgDn turn the prompts.\n\n"
        "It stands in no plan. On paper it comes from the case menu, as a file of its own, when they ask for it."
    )
    DEFAULT_CSS = """
    StatementScreen Horizontal { height: 1fr; padding: 1 2 0 2; }
    StatementScreen VerticalScroll { width: 2fr; margin: 0 2 0 0; scrollbar-size-vertical: 1; }
    StatementScreen VerticalScroll Static { height: auto; margin: 0 1 1 0; }
    StatementScreen .words { width: 3fr; }
    StatementScreen PlainTextArea { height: 1fr; }
    StatementScreen .quiet { color: $quiet; height: auto; }
    StatementScreen .told { text-style: bold; height: auto; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine, purpose: Purpose) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._purpose: Purpose = purpose
        latest = casebook.statement(case.case_id, purpose)
        self._writing = casebook.writing(case.case_id, "statement", purpose)
        self._part = self._writing.part("words", latest.words if latest else "")

    def compose(self) -> ComposeResult:
        yield TitleLine(f"Statement: {PURPOSES[self._purpose].lower()}", self._case.reference)
        with Horizontal():
            with VerticalScroll(can_focus=False):
                for prompt in prompts_for(self._purpose):
                    yield Static(f"· {prompt}", markup=False)
            with Vertical(classes="words"):
                yield PlainTextArea(self._part.words, show_line_numbers=False, tab_behavior="focus", soft_wrap=True)
                yield Static("", classes="told", markup=False)
                yield Static(HINT, classes="quiet", markup=False)
                yield Static(NOBODY_ELSE, classes="quiet", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._box.focus()
        self._box.move_cursor(self._box.document.end)
        self._tell(self._part.begun)

    @property
    def _box(self) -> PlainTextArea:
        return self.query_one(PlainTextArea)

    def fields(self) -> Iterator[tuple[Part, str]]:
        yield self._part, self._box.text

    def tell_not_kept(self, words: str) -> None:
        self._tell(f"! {words}")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area.text != self._part.words:
            self._tell(letters_left(len(event.text_area.text), LONGEST))

    def on_plain_text_area_submitted(self, event: PlainTextArea.Submitted) -> None:
        event.stop()
        self._keep()

    def _keep(self) -> None:
        try:
            kept = self._writing.settled(
                partial(self._casebook.write_statement, self._case.case_id, self._purpose, self._box.text)
            )
        except NotSaved as refused:
            self._tell(f"! NOT saved: {refused}")
            return
        if isinstance(kept, Rejection):
            self._tell(f"! {kept.reason}")
        else:
            self.done_writing()
            self.dismiss(True)

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def action_back(self) -> None:
        if self._box.text.strip() == self._part.first.strip():
            self._give_up()
        else:
            self.run_worker(self._leave(), exclusive=True)

    async def _leave(self) -> None:
        match await self.app.push_screen_wait(ChooseOne(UNKEPT, CHOICES, "A key chooses · Esc goes on writing")):
            case 1:
                self._keep()
            case 2:
                self._give_up()

    def _give_up(self) -> None:
        self.done_writing()
        self._writing.let_go()
        self.dismiss(False)

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)
