"""The answers of the private part as numbered keys; Space is not one of them, for it shows what is to be said."""

from __future__ import annotations

from textual import events

from bcst_tui.tui.widgets.keyed_list import KeyedList


class PrivateList(KeyedList):
    """A list in which nothing is lit, and Enter on nothing is nothing."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.prevent_default()
