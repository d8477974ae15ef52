"""What every screen has above and below it: one line that says where one is, one that says which keys work."""

from __future__ import annotations

from rich.console import RenderableType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from bcst_tui.tui.keys import shown

MOST_KEYS = 5
FEWEST_KEYS = 2
"""What is left on the narrowest screen: help, and hide."""


class TitleLine(Static):
    """The name of the screen, and at the right what it is about; never anybody's name."""

    DEFAULT_CSS = """
    TitleLine {
        dock: top;
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $foreground;
    }
    """

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__(markup=False)
        self._title = title
        self._about = about

    def tell(self, title: str, about: str = "") -> None:
        """Say something else from now on."""
        self._title, self._about = title, about
        self.refresh()

    def render(self) -> Content:
        left = Content.assemble(("bcst", "bold $primary"), "   ", (self._title, "bold"))
        about = Content(self._about)
        room = self.content_size.width - left.cell_length - about.cell_length
        return Content.assemble(left, " " * room, (self._about, "$quiet")) if room >= 2 else left


class KeyLine(Widget):
    """The keys that work now, out of the live bindings: those of the screen first, then those of the app."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $quiet;
    }
    """

    def __init__(self, most: int = MOST_KEYS) -> None:
        super().__init__()
        self._most = most

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()

    def shown_keys(self) -> list[tuple[str, str]]:
        """At most so many of (key, what it does); the app's own, such as hide, are never crowded out."""
        mine: list[tuple[str, str]] = []
        apps: list[tuple[str, str]] = []
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            entry = (shown(binding.key), binding.description)
            told = apps if node is self.app else mine
            if binding.show and enabled and entry[1] not in [label for _, label in mine + apps]:
                told.append(entry)
        return [*mine[: self._most - len(apps)], *apps]

    def render(self) -> RenderableType | Content:
        keys = self.shown_keys()
        while len(keys) > FEWEST_KEYS and self._told(keys).cell_length > self.content_size.width:
            del keys[-FEWEST_KEYS - 1]
        return self._told(keys)

    @staticmethod
    def _told(keys: list[tuple[str, str]]) -> Content:
        told = (Content.assemble((key, "bold $foreground"), " ", label) for key, label in keys)
        return Content("   ").join(told)
