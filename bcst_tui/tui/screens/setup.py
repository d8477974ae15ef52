"""The first start: who works here, where, who is named in the limits of confidence, and the passphrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import ContentSwitcher, Input, Static

from bcst_tui.casebook.passphrases import LEAD_KEY, LEAD_KEY_HINT, LOST_WITHOUT_LEAD, lead_key_refusal, refusal
from bcst_tui.casebook.passphrases import quality as quality
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.screens.unlock import word_refused
from bcst_tui.tui.widgets.field import Field
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.watermark import BaseScreen

_YES = {"y": True, "yes": True, "1": True, "n": False, "no": False, "2": False}


@dataclass(frozen=True)
class SetUp:
    """Everything the first start asks for."""

    passphrase: str = field(repr=False)
    word: str = field(repr=False)
    worker_name: str = field(repr=False)
    worker_role: str
    prison: str
    resettlement_prison: bool
    sealed_reader_role: str
    safeguarding_role: str
    lead_key: str = ""


@dataclass(frozen=True)
class Step:
    """One page of the set-up."""

    id: str
    lead: str
    fields: tuple[tuple[str, str, str, bool], ...]


STEPS: tuple[Step, ...] = (
    Step(
        "you",
        "Welcome. First, about you.",
        (
            ("worker_name", "Your name", "As the people you sit with know you.", False),
            ("worker_role", "Your role", "Such as: resettlement worker.", False),
            ("prison", "The prison you work in", "", False),
            ("resettlement_prison", "Is it a resettlement prison?", "y for yes, n for no.", False),
        ),
    ),
    Step(
        "roles",
        "Who else may see what is private?",
        (
            (
                "sealed_reader_role",
                "Who may open the private part besides you?",
                "A role, not a name, such as: safeguarding lead. People are told this before they tell you anything.",
                False,
            ),
            (
                "safeguarding_role",
                "Who do you tell when somebody may come to harm?",
                "A role, not a name, such as: duty governor. People are told this too.",
                False,
            ),
            ("lead_key", LEAD_KEY, LEAD_KEY_HINT, False),
        ),
    ),
    Step(
        "secret",
        "Last, what locks it.",
        (
            ("passphrase", "A passphrase", "Five or more words that don't belong together. Spaces are fine.", True),
            ("again", "The same passphrase again", "Nobody can look it up for you: keep it somewhere safe.", True),
            ("word", "A short word for today", "It lifts the cover after F9. At least 4 letters or digits.", True),
        ),
    ),
)


class SetupScreen(BaseScreen[None]):
    """Three short pages; Enter goes on, Esc goes back a page."""

    BINDINGS = [binding("back", show=True)]
    HELP: ClassVar[str] = (
        "These pages come once. What you write here is kept in your vault and can be changed there later.\n\n"
        "The passphrase encrypts everything; there is no back door. A printed code can open all but the private part "
        "again: bcst keys recovery-code makes one. The private part only the safeguarding lead's key can."
    )

    @dataclass
    class Finished(Message):
        """Posted when the last page is filled in."""

        given: SetUp

    def compose(self) -> ComposeResult:
        yield TitleLine("Set-up", self._about(0))
        with ContentSwitcher(initial=STEPS[0].id):
            for step in STEPS:
                with VerticalScroll(id=step.id, classes="page", can_focus=False):
                    yield Static(step.lead, classes="lead", markup=False)
                    with Vertical(classes="fields"):
                        for name, label, hint, hidden in step.fields:
                            yield Field(name, label, hint, hidden=hidden)
        yield Static("", id="opening", markup=False)
        yield KeyLine()

    _knows_it_can_be_lost = False

    def on_mount(self) -> None:
        self._show(0)

    @property
    def step(self) -> int:
        """The page that shows, from 0."""
        current = self.query_one(ContentSwitcher).current
        return next(number for number, step in enumerate(STEPS) if step.id == current)

    @on(Input.Changed, "#passphrase Input")
    def _judge(self, event: Input.Changed) -> None:
        if event.value:
            self._field("passphrase").say(quality(event.value))

    @on(Input.Submitted)
    def _onward(self, event: Input.Submitted) -> None:
        here = next(node.id for node in event.input.ancestors if isinstance(node, Field))
        names = [name for name, *_ in STEPS[self.step].fields]
        if reason := self._refused(str(here)):
            self._field(str(here)).refuse(reason)
        elif here != names[-1]:
            self._field(names[names.index(str(here)) + 1]).line.focus()
        else:
            self._leave_page(names)

    def _leave_page(self, names: list[str]) -> None:
        for name in names:
            if reason := self._refused(name):
                self._field(name).refuse(reason)
                return
        if self.step + 1 < len(STEPS):
            self._show(self.step + 1)
        else:
            self._busy(True)
            self.post_message(self.Finished(self._given()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first page."""
        return self.is_mounted and self.step > 0 if action == "back" else True

    def action_back(self) -> None:
        if self.step:
            self._show(self.step - 1)

    def refuse(self, message: str, remedy: str) -> None:
        """The vault was not made: say so in place, and let it be tried again."""
        self._busy(False)
        self._field("passphrase").refuse(f"{message} {remedy}".strip())

    def _refused(self, name: str) -> str:
        text = self._text(name)
        match name:
            case "resettlement_prison":
                return "" if text.lower() in _YES else "Write y for yes or n for no."
            case "passphrase":
                return refusal(text)
            case "again":
                return "" if text == self._text("passphrase") else "These two are not the same. Write it again."
            case "lead_key":
                return lead_key_refusal(text) or self._without_a_lead(text)
            case "word":
                return word_refused(text, self._text("passphrase"))
            case _:
                return "" if text else "This can't be left empty."

    def _without_a_lead(self, text: str) -> str:
        """With no key, what that means is told once; the next Enter goes on."""
        if text or self._knows_it_can_be_lost:
            return ""
        self._knows_it_can_be_lost = True
        return f"{LOST_WITHOUT_LEAD} Press Enter once more to go on without."

    def _given(self) -> SetUp:
        return SetUp(
            passphrase=self._text("passphrase"),
            word=self._text("word"),
            worker_name=self._text("worker_name"),
            worker_role=self._text("worker_role"),
            prison=self._text("prison"),
            resettlement_prison=_YES[self._text("resettlement_prison").lower()],
            sealed_reader_role=self._text("sealed_reader_role"),
            safeguarding_role=self._text("safeguarding_role"),
            lead_key=self._text("lead_key"),
        )

    def _text(self, name: str) -> str:
        text = self._field(name).text
        return text if name in ("passphrase", "again", "word") else one_line(text)

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    def _show(self, number: int) -> None:
        self.query_one(ContentSwitcher).current = STEPS[number].id
        self.query_one(TitleLine).tell("Set-up", self._about(number))
        self._field(STEPS[number].fields[0][0]).line.focus()
        self.refresh_bindings()

    @staticmethod
    def _about(number: int) -> str:
        return f"page {number + 1} of {len(STEPS)}"

    def _busy(self, busy: bool) -> None:
        for line in self.query(Input):
            line.disabled = busy
        self.query_one("#opening", Static).update("Making your vault…" if busy else "")
