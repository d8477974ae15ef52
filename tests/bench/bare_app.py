"""The references: a bare Textual app with one Input, and one that switches to freshly made static screens."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static


class OneInput(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="Barefield")


class StaticScreen(Screen[None]):
    """A new static screen with an OptionList, as bare as it can be."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def compose(self) -> ComposeResult:
        yield Static(f"Marker{self.number:03} stands here", markup=False)
        yield OptionList("Yes", "No", "Unsure")


class Switching(App[None]):
    number = 0

    def on_mount(self) -> None:
        self.push_screen(StaticScreen(0))

    def on_key(self) -> None:
        self.number += 1
        self.switch_screen(StaticScreen(self.number))


if __name__ == "__main__":
    (Switching if "switching" in sys.argv else OneInput)().run()
