"""The line of the private part that something may be typed in; closed, nothing of it stays there."""

from __future__ import annotations

from textual.message import Message
from textual.timer import Timer

from bcst_tui.disclosure.talk import Box
from bcst_tui.tui.widgets.keeps_writing import KEPT_AFTER_SECONDS
from bcst_tui.tui.widgets.line_input import LineInput


class PrivateBox(LineInput):
    """Out of sight until the page opens it. What is begun in it is told a moment after a key."""

    DEFAULT_CSS = """
    PrivateBox { display: none; height: 1; margin: 1 3 0 3; max-width: 90; background: $field; }
    PrivateBox.-open { display: block; }
    """

    class Begun(Message):
        """Posted when what stands in it should be kept, half typed as it is."""

    def __init__(self) -> None:
        super().__init__(id="box", compact=True, disabled=True)
        self.box: Box | None = None
        self._keeps_soon: Timer | None = None

    def open(self, box: Box, begun: str) -> None:
        """Ask this, with what was begun of it before."""
        self.box = box
        self.placeholder, self.max_length, self.disabled = box.asked, box.longest, False
        self.value = begun
        self.cursor_position = len(begun)
        self.add_class("-open")
        self.focus()

    def shut(self) -> None:
        """Ask nothing any more."""
        self.box = None
        self._forget_the_moment()
        self.clear()
        self.remove_class("-open")
        self.disabled = True

    def on_input_changed(self, event: LineInput.Changed) -> None:
        event.stop()
        if self.box is not None and self._keeps_soon is None:
            self._keeps_soon = self.set_timer(KEPT_AFTER_SECONDS, self._tell_of_it)

    def _tell_of_it(self) -> None:
        self._forget_the_moment()
        self.post_message(self.Begun())

    def _forget_the_moment(self) -> None:
        if self._keeps_soon is not None:
            self._keeps_soon.stop()
            self._keeps_soon = None
