"""A line to type in that takes as much of a long paste as it has room for, where Textual's own takes nothing."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """An Input; of several pasted lines it takes the first."""

    DEFAULT_CSS = ""

    def on_paste(self, event: events.Paste) -> None:
        pasted = (event.text.splitlines() or [""])[0]
        start, end = sorted(self.selection)
        room = (self.max_length or len(pasted)) - len(self.value) + (end - start)
        if self.max_length and len(pasted) > room:
            event.stop()
            event.prevent_default()
            self.replace(pasted[: max(room, 0)], start, end)
