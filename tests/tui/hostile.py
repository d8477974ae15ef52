"""Text that a terminal could obey, and a program for a pseudo-terminal whose every widget holds it.

Run as `python -m tests.tui.hostile`; it knows nothing of bcst but what keeps its screens safe, and is soon there.
"""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable, Input, Label, OptionList, RichLog, Static, TextArea

from bcst_tui.tui.safety import SafeApp, keep_python_quiet

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
ENDS = ("the end of it", "the end of what is notified", "the end of the log")
"""All is on the screen when these are: what is notified and what is logged comes later than the rest."""


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
        yield Static(ENDS[0])

    def on_mount(self) -> None:
        self.notify("".join(PAYLOADS), title=ENDS[1], markup=False)
        table = self.query_one(DataTable)
        table.add_column(Text("".join(PAYLOADS)))
        for payload in PAYLOADS:
            table.add_row(Text(payload))
            self.query_one(RichLog).write(Text(payload))
        self.query_one(RichLog).write(ENDS[2])


if __name__ == "__main__":
    keep_python_quiet()
    Hostile().run()
