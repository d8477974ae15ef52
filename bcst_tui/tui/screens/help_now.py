"""Help now: who to call when something can't wait. Nothing is written down here (disclosure_flow 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import Window

NOT_FILLED_IN = "EXAMPLE ONLY: nobody has filled in who to call here. Use the prison's own numbers."
BEFORE_UNLOCK = (
    "Get a member of staff now. Use the alarm, the radio or the nearest officer.\n\n"
    "Stay with the person if it is safe to.\n\n"
    "The cards that say who to call are shown once bcst is unlocked."
)


@dataclass(frozen=True)
class Card:
    """What to do first in one kind of emergency, and who to call."""

    title: str
    first: str
    contacts: tuple[tuple[str, str, str], ...] = field(repr=False)
    is_dummy: bool = False


class HelpNowScreen(Window[None]):
    """The cards, one below the other. Esc goes back to where one was."""

    BINDINGS = [binding("back", "close", show=True, label="Back")]
    DEFAULT_CSS = """
    HelpNowScreen { align: center middle; }
    """
    HELP: ClassVar[str] = ""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self._cards = cards

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("Help now: act first, write later", markup=False, classes="heading")
            with VerticalScroll():
                if not self._cards:
                    yield Static(BEFORE_UNLOCK, markup=False)
                elif any(card.is_dummy for card in self._cards):
                    yield Static(f"! {NOT_FILLED_IN}", markup=False, classes="warning")
                for number, card in enumerate(self._cards, 1):
                    yield Static(_card_words(number, card), markup=False, classes="card")
            yield Static("↑ ↓ to read on · Esc goes back", markup=False, classes="quiet")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        self.dismiss(None)


def _card_words(number: int, card: Card) -> Content:
    lines = [Content.assemble((f"{number}  {one_line(card.title)}", "bold")), Content(f"   {one_line(card.first)}")]
    for role, name, phone in card.contacts:
        who = f"   {one_line(role)}: {one_line(name)}, {one_line(phone)}"
        lines.append(Content.assemble(who, ("  (example)" if card.is_dummy else "", "$quiet")))
    return Content("\n").join(lines)
