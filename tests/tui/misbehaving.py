"""Programs for a pseudo-terminal: the real app made to crash, and an app whose every widget holds hostile text.

Run as `python -m tests.tui.misbehaving hostile|typing FOLDER`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable, Input, Label, OptionList, RichLog, Static, TextArea

from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.values import Sitting
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.safety import SafeApp, keep_python_quiet
from tests.tui.rooms import PASSPHRASE, WORD, OpenDoors

CANARY = "ZARKOVIA"
PAYLOADS = (
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1b]0;PWNED\x07",
    "\x1b[2J",
    "\x1b[6n",
    "\x1b[?1049l",
    "\x1b[31m",
    "\x1bc",
    "\x1b]8;;https://example.invalid\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2J",
    "\x9d0;PWNED\x9c",
    "\x07\x08\x0e\x0f",
    "a\rb",
    "\x7f\x00",
    "\u202eright to left\u2066",
    "\u200b\ufeff\u2028",
)


class Crashing(BcstApp):
    """F8 crashes it, with a canary in a local variable, in the message and in a repr."""

    def __init__(self, kind: str, doors: OpenDoors) -> None:
        super().__init__(doors, clocks=Clocks())
        self._doors_open = doors
        self._kind = kind

    def on_mount(self) -> None:
        super().on_mount()
        casebook = self._doors_open.unlock(PASSPHRASE)
        self.call_after_refresh(self.post_message, self.Opened(casebook, WORD))

    def action_now(self) -> None:
        match self._kind:
            case "handler":
                fall_over(CANARY)
            case "worker":
                self._in_worker()
            case "thread":
                self._in_thread()

    @work
    async def _in_worker(self) -> None:
        fall_over(CANARY)

    @work(thread=True)
    def _in_thread(self) -> None:
        fall_over(CANARY)


class Typing(BcstApp):
    """The app with one case in it; its name line says when what is half typed has been kept."""

    def __init__(self, folder: Path) -> None:
        self._doors_open = OpenDoors(folder, names=(CANARY,))
        super().__init__(self._doors_open, clocks=Clocks())

    def on_mount(self) -> None:
        super().on_mount()
        casebook = self._doors_open.unlock(PASSPHRASE)
        self.call_after_refresh(self.post_message, self.Opened(casebook, WORD))
        keep = casebook.keep_draft

        def keep_and_tell(sitting: Sitting, question_id: str, text: str) -> None:
            keep(sitting, question_id, text)
            self.notify("draft is kept")

        casebook.keep_draft = keep_and_tell  # type: ignore[method-assign]
        keep_form = Writing.keep

        def keep_form_and_tell(writing: Writing, written: Mapping[str, str | None]) -> None:
            keep_form(writing, written)
            self.notify("form is kept")

        Writing.keep = keep_form_and_tell  # type: ignore[method-assign, assignment]


def fall_over(passphrase: str) -> None:
    told = {"answer": passphrase}
    raise KeyError(f"{told} {passphrase}")


class Hostile(SafeApp):
    """Every kind of widget, each with every payload; Ctrl+Q ends it."""

    CSS = "TextArea, OptionList, DataTable, RichLog { height: auto; }"

    def compose(self) -> ComposeResult:
        everything = "".join(PAYLOADS)
        yield Static(everything, markup=False)
        yield Label(Content(everything))
        yield Static(Text(everything))
        yield Input(everything)
        yield TextArea(everything)
        yield OptionList(*PAYLOADS, markup=False)
        yield DataTable[Text]()
        yield RichLog(markup=False)
        titled = Static("x")
        titled.border_title = Content(everything)
        titled.styles.border = ("round", "white")
        yield titled
        yield Static("the end of it")

    def on_mount(self) -> None:
        self.notify("".join(PAYLOADS), markup=False)
        table = self.query_one(DataTable)
        table.add_column(Text("".join(PAYLOADS)))
        for payload in PAYLOADS:
            table.add_row(Text(payload))
            self.query_one(RichLog).write(Text(payload))


def main() -> None:
    what, folder = sys.argv[1:3]
    keep_python_quiet()
    app: SafeApp = Hostile() if what == "hostile" else Typing(Path(folder))
    app.run()
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
