"""The line of the private part that something may be typed in; closed, nothing of it stays there."""

from __future__ import annotations

from bcst_tui.disclosure.talk import Box
from bcst_tui.tui.widgets.line_input import LineInput


class PrivateBox(LineInput):
    """Out of sight until the page opens it."""

    DEFAULT_CSS = """
    PrivateBox { display: none; height: 1; margin: 1 3 0 3; max-width: 90; background: $field; }
    PrivateBox.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(id="box", compact=True, disabled=True)
        self.box: Box | None = None

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
        self.clear()
        self.remove_class("-open")
        self.disabled = True
