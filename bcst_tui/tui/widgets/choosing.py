"""Small windows over a screen: choose one line, write one, skip a question. They draw, and return what was chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS, SHORT_TEXT, NoAnswer
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.keeps_writing import KeepsWriting
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Part

_WINDOW = """
    {name} {{ align: center middle; }}
    {name} > Vertical {{
        width: 64; max-width: 96%; height: auto; max-height: 96%;
        border: round $border; background: $surface; padding: 1 2;
    }}
    {name} .title {{ text-style: bold; height: auto; margin: 0 0 1 0; }}
    {name} .hint {{ color: $quiet; height: auto; margin: 1 0 0 0; }}
    {name} KeyedList {{ max-height: 50vh; }}
"""

NON_ANSWER_LINES = {
    "declined": "Would rather not say",
    "not_asked": "Not asked today …",
    "not_known": "Does not know",
    "not_applicable": "Does not apply",
}
REASON_LINES = {
    "no_time": "No time",
    "not_private": "Not private here",
    "unwell": "Not well",
    "no_interpreter": "No interpreter",
    "kept_out": "Kept out, as agreed",
    "other": "Another reason",
}


class ChooseOne(Window[int | None]):
    """A title and lines to choose from; the place of the one chosen, or None."""

    DEFAULT_CSS = _WINDOW.format(name="ChooseOne")
    BINDINGS = [keys.binding("back", "leave")]

    def __init__(self, title: str, lines: Sequence[str], hint: str = "A key chooses · Esc leaves it as it is") -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            yield from self.between()
            yield KeyedList(self.listed())
            yield Static(self._hint, classes="hint", markup=False)

    def listed(self) -> list[Line]:
        """The lines as they stand in the list."""
        return [Line(line) for line in self._lines]

    def between(self) -> ComposeResult:
        """What stands between the title and the lines."""
        yield from ()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self.dismiss(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.dismiss(event.index)

    def action_leave(self) -> None:
        self.dismiss(None)


class ChooseInGroups(ChooseOne):
    """A long list to choose from, the name of each group beside its first line; sixteen lines fit 80 by 24."""

    DEFAULT_CSS = """
    ChooseInGroups > Vertical { width: 76; padding: 0 2; }
    ChooseInGroups KeyedList { max-height: 70vh; }
    """

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__(title, [line.label for line in lines], "A key chooses · Esc goes back")
        self._grouped = list(lines)

    def listed(self) -> list[Line]:
        return self._grouped


class SayInALine(KeepsWriting, Window[str | None]):
    """A title and a line to write in; the words, or None. As `part` of a form it is kept while it is written."""

    DEFAULT_CSS = f"""{_WINDOW.format(name="SayInALine")}
    SayInALine .begun {{ height: auto; margin: 1 0 0 0; }}
    """
    BINDINGS = [keys.binding("back", "leave")]

    def __init__(
        self,
        title: str,
        hint: str = "Enter goes on · Esc leaves it as it is",
        words: str = "",
        longest: int = SHORT_TEXT,
        *,
        may_be_empty: bool = False,
        part: Part | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._may_be_empty = may_be_empty
        self._part = part
        self._words = part.words if part is not None else words
        self._longest = longest

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            yield LineInput(self._words, max_length=self._longest, select_on_focus=False)
            if self._part is not None and self._part.begun:
                yield Static(self._part.begun, classes="begun", markup=False)
            yield Static(self._hint, classes="hint", markup=False)

    def fields(self) -> Iterator[tuple[Part, str]]:
        if self._part is not None:
            yield self._part, self.query_one(LineInput).value

    def tell_not_kept(self, words: str) -> None:
        self.query_one(".title", Static).update(f"{self._title} {words}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._may_be_empty or event.value.strip():
            self.keep_writing()
            self.done_writing()
            self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.done_writing()
        if self._part is not None:
            self._part.let_go()
        self.dismiss(None)


class SayUnseen(SayInALine):
    """A passphrase: not shown while it is typed, and taken just as it was."""

    def on_mount(self) -> None:
        self.query_one(LineInput).password = True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        if event.value:
            self.dismiss(event.value)


class SkipChooser(Window[NoAnswer | None]):
    """Which of the four answers that are no answer; "not asked" also asks why."""

    DEFAULT_CSS = _WINDOW.format(name="SkipChooser")
    BINDINGS = [keys.binding("back", "leave")]

    def __init__(self) -> None:
        super().__init__()
        self._asks_why = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("No answer to this one: which is it?", classes="title", markup=False)
            yield KeyedList([Line(NON_ANSWER_LINES[code]) for code in NON_ANSWERS])
            yield Static("A key chooses · Esc goes back to the question", classes="hint", markup=False)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._choose(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self._choose(event.index)

    def action_leave(self) -> None:
        if not self._asks_why:
            self.dismiss(None)
            return
        self._ask(False)

    def _choose(self, index: int) -> None:
        if self._asks_why:
            self.dismiss(NoAnswer("not_asked", NOT_ASKED_REASONS[index]))
        elif NON_ANSWERS[index] == "not_asked":
            self._ask(True)
        else:
            self.dismiss(NoAnswer(NON_ANSWERS[index]))

    def _ask(self, why: bool) -> None:
        self._asks_why = why
        title = "Why was it not asked?" if why else "No answer to this one: which is it?"
        self.query_one(".title", Static).update(title)
        lines = REASON_LINES.values() if why else NON_ANSWER_LINES.values()
        self.query_one(KeyedList).say([Line(line) for line in lines])
