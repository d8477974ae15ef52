"""What the person said last, under the real screen they are asked on."""

from __future__ import annotations

from textual.widgets import Static


class PersonaPanel(Static):
    """The words and the cue in brackets, in one colour; it is not there while nothing was said."""

    DEFAULT_CSS = """
    PersonaPanel {
        split: bottom; height: auto; max-height: 5; padding: 0 3; background: $surface; color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def tell(self, words: str) -> None:
        self.update(words)
        self.display = bool(words)
