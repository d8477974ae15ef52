"""The first screen: the passphrase, and the short word that will lift the cover today.

It stands before anything of the store is imported, so it knows nothing of cases.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from bcst_tui.tui.widgets.field import Field
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.watermark import BaseScreen

SHORTEST_WORD = 4


def word_refused(word: str, passphrase: str) -> str:
    """Why this can't be the short word; empty if it can."""
    if len(word) < SHORTEST_WORD or not word.isalnum():
        return f"At least {SHORTEST_WORD} letters or digits, with no spaces."
    if word.casefold() == passphrase.casefold():
        return "Not the passphrase: this word is typed where somebody may be looking."
    return ""


class UnlockScreen(BaseScreen[None]):
    """Asks for the passphrase and the short word; whether they open anything, the app finds out."""

    LOCKED: ClassVar[str] = "Your cases are locked. Your passphrase opens them."
    HELP: ClassVar[str] = (
        "The passphrase opens your vault. Nobody can look it up for you.\n\n"
        "The short word is for today only and is written nowhere. When you hide the screen with F9, press Space, "
        "type this word and press Enter to come back. Three wrong words lock bcst."
    )

    @dataclass
    class Submitted(Message):
        """Posted when both are filled in."""

        passphrase: str = field(repr=False)
        word: str = field(repr=False)

    def compose(self) -> ComposeResult:
        yield TitleLine("Unlock")
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("Welcome back.", classes="lead", markup=False)
            yield Static(self.LOCKED, classes="quiet", markup=False)
            yield Field("passphrase", "Passphrase", hidden=True)
            yield Field(
                "word",
                "A short word for today",
                "It lifts the cover after F9. At least 4 letters or digits.",
                hidden=True,
            )
            yield Static("", id="opening", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#passphrase", Field).line.focus()

    @on(Input.Submitted, "#passphrase Input")
    def _go_to_word(self) -> None:
        if self.query_one("#passphrase", Field).text:
            self.query_one("#word", Field).line.focus()

    @on(Input.Submitted, "#word Input")
    def _submit(self) -> None:
        passphrase, word = (self.query_one(f"#{name}", Field) for name in ("passphrase", "word"))
        if not passphrase.text:
            passphrase.refuse("Write your passphrase.")
        elif reason := word_refused(word.text, passphrase.text):
            word.refuse(reason)
        else:
            self._busy(True)
            self.post_message(self.Submitted(passphrase.text, word.text))

    def refuse(self, message: str, remedy: str) -> None:
        """It did not open: say so in place, and let it be tried again."""
        self._busy(False)
        passphrase = self.query_one("#passphrase", Field)
        with passphrase.prevent(Input.Changed):
            passphrase.line.value = ""
        passphrase.refuse(f"{message} {remedy}".strip())

    def _busy(self, busy: bool) -> None:
        for line in self.query(Input):
            line.disabled = busy
        self.query_one("#opening", Static).update("Opening…" if busy else "")
