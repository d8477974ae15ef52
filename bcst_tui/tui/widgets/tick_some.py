"""A window in which any number of lines are ticked; nothing is ticked beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

DONE = "That is all of it"
DONE_KEY = "0"
HINT = "A key ticks or unticks · 0 goes on · Esc leaves it"


class TickSome(ChooseOne):
    """`ticked` holds the places of what was ticked; ends with how many, or None."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title, (*lines, DONE), HINT)
        self.ticked: set[int] = set()

    def on_mount(self) -> None:
        self._draw()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        event.prevent_default()
        self._pick(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        event.prevent_default()
        if event.index is not None:
            self._pick(event.index)

    def _pick(self, index: int) -> None:
        if index == len(self._lines) - 1:
            self.dismiss(len(self.ticked))
            return
        self.ticked ^= {index}
        self._draw()

    def _draw(self) -> None:
        last = len(self._lines) - 1
        lines = [Line(line, mark="[x]" if place in self.ticked else "[ ]") for place, line in enumerate(self._lines)]
        keys = "123456789abcdefghijklmnopqrstuvwxyz"[:last].ljust(last, " ") + DONE_KEY
        self.query_one(KeyedList).say([*lines[:last], Line(DONE)], keys=keys)
