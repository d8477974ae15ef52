"""The answers of the private part as numbered keys; Space is not one of them, for it shows what is to be said."""

from __future__ import annotations

from textual import events
from textual.message import Message

from bcst_tui.tui.widgets.keyed_list import KeyedList


class PrivateList(KeyedList):
    """A list in which nothing is lit, and Enter on nothing is nothing.

    What is answered here stands for life. So a key that was pressed before this page stood is no answer to it, however
    slow the machine was to hear of it.
    """

    _since = 0.0

    def begin(self) -> None:
        """Another page stands here from now on."""
        self.highlighted = None
        self.scroll_home(animate=False)
        self._since = Message().time

    def is_for_this_page(self, picked: Message) -> bool:
        """Whether this was picked on the page that stands here now."""
        return picked.time >= self._since

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The page keys read on and light nothing: they belong to the screen."""
        return action not in ("page_up", "page_down")

    def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.prevent_default()
        elif event.time < self._since and (event.key == "enter" or event.is_printable):
            event.stop()
            event.prevent_default()
