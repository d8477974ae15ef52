"""The first page of training: at the first start a passphrase and the short word, later the same to unlock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from bcst_tui.casebook.passphrases import quality, refusal
from bcst_tui.tui.screens.unlock import UnlockScreen, word_refused
from bcst_tui.tui.widgets.field import Field
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.watermark import BaseScreen

NAMES = ("passphrase", "again", "word")
TOLD = "A place to rehearse, apart from all real cases: its own folder, its own key. Everybody in it is invented."


@dataclass(frozen=True)
class Secrets:
    """What locks it."""

    passphrase: str = field(repr=False)
    word: str = field(repr=False)


class TrainingUnlockScreen(UnlockScreen):
    """The same page as for real cases; it says that nobody behind it is real."""

    LOCKED: ClassVar[str] = "Your rehearsals are locked. Their own passphrase opens them; nobody in them is real."
    HELP: ClassVar[str] = (
        "Rehearsals have a passphrase of their own; the one of your real cases does not open them. Nobody can look it "
        "up for you.\n\n"
        "The short word is for today only and is written nowhere. When you hide the screen with F9, press Space, "
        "type this word and press Enter to come back. Three wrong words lock bcst."
    )


class TrainingSetupScreen(BaseScreen[None]):
    """One short page."""

    HELP: ClassVar[str] = (
        "Rehearsals are apart from real cases: neither opens the other, and nothing goes between.\n\n"
        "Choose a passphrase of its own. At the end of the course the folder can be deleted."
    )

    @dataclass
    class Finished(Message):
        """Posted when the page is filled in."""

        given: Secrets

    def compose(self) -> ComposeResult:
        yield TitleLine("Training")
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("A place to rehearse.", classes="lead", markup=False)
            yield Static(TOLD, classes="quiet", markup=False)
            yield Field("passphrase", "A passphrase", "Five or more words that don't belong together.", hidden=True)
            yield Field("again", "The same passphrase again", "Nobody can look it up for you.", hidden=True)
            yield Field("word", "A short word for today", "It lifts the cover after F9.", hidden=True)
            yield Static("", id="opening", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._field("passphrase").line.focus()

    @on(Input.Changed, "#passphrase Input")
    def _judge(self, event: Input.Changed) -> None:
        if event.value:
            self._field("passphrase").say(quality(event.value))

    @on(Input.Submitted)
    def _onward(self, event: Input.Submitted) -> None:
        here = next(str(node.id) for node in event.input.ancestors if isinstance(node, Field))
        for name in NAMES[: NAMES.index(here) + 1]:
            if reason := self._refused(name):
                self._field(name).refuse(reason)
                return
        if here != NAMES[-1]:
            self._field(NAMES[NAMES.index(here) + 1]).line.focus()
            return
        self._busy(True)
        self.post_message(self.Finished(Secrets(self._field("passphrase").text, self._field("word").text)))

    def refuse(self, message: str, remedy: str) -> None:
        """It was not made: say so in place, and let it be tried again."""
        self._busy(False)
        self._field("passphrase").refuse(f"{message} {remedy}".strip())

    def _refused(self, name: str) -> str:
        text, passphrase = self._field(name).text, self._field("passphrase").text
        if name == "passphrase":
            return refusal(text)
        if name == "again":
            return "" if text == passphrase else "These two are not the same. Write it again."
        return word_refused(text, passphrase)

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    def _busy(self, busy: bool) -> None:
        for line in self.query(Input):
            line.disabled = busy
        self.query_one("#opening", Static).update("Making it…" if busy else "")
