"""What every screen is made from: in training its first and its last line say that nobody in it is real.

The lines are laid out before anything else, so that no screen can leave them out or lie over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

from bcst_tui.training.invented import WATERMARK

if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object


class Watermark(Widget):
    """One line across the screen."""

    DEFAULT_CSS = """
    Watermark { height: 1; width: 100%; color: $warning; background: $panel; text-style: bold; text-align: center; }
    Watermark.-on-top { split: top; }
    Watermark.-at-the-end { split: bottom; }
    """

    def __init__(self, edge: Literal["-on-top", "-at-the-end"]) -> None:
        super().__init__(classes=edge)

    def render(self) -> str:
        return WATERMARK


class Marked(_Base):
    """A screen, or a window over one, that is marked while the app is one for training.

    It is painted whole after each layout: where a place was read between a scroll and the next layout, Textual (8.2.8)
    takes what has moved for painted already, and words of the page before would stay on the screen.
    """

    def on_mount(self) -> Any:
        """Those of the screens may be coroutines; Textual calls both."""
        self.screen.screen_layout_refresh_signal.subscribe(self.screen, lambda _screen: self.screen.refresh())

    def _extend_compose(self, widgets: list[Widget]) -> None:
        super()._extend_compose(widgets)
        if getattr(self.app, "is_training", False):
            panel = self.app.panel(self)  # type: ignore[attr-defined]
            widgets[:0] = [Watermark("-on-top"), Watermark("-at-the-end"), *([panel] if panel is not None else [])]


class BaseScreen(Marked, Screen[ScreenResultType]):
    """A whole screen."""


class BaseWindow(Marked, ModalScreen[ScreenResultType]):
    """A window over a screen."""
