"""Screens and windows that end once, and only while they are on top.

A key pressed twice is two messages, and the second may be handled when the window has gone, or when the cover is up:
Textual would then take away whatever is on top, the cover too.
"""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType

from bcst_tui.tui.safety import SafeApp
from bcst_tui.tui.widgets.watermark import BaseScreen, BaseWindow


class WholeScreen(BaseScreen[ScreenResultType]):
    """A screen that ends with a result."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """End with this result: at once, when the cover is lifted, or not at all where it has ended already."""
        return super().dismiss(result) if self.is_active else _later(self, result)


class Window(BaseWindow[ScreenResultType]):
    """A window over a screen, that ends with a result."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """End with this result: at once, when the cover is lifted, or not at all where it has ended already."""
        return super().dismiss(result) if self.is_active else _later(self, result)


def _later(screen: Screen[Any], result: Any) -> AwaitComplete:
    app = screen.app
    if isinstance(app, SafeApp) and app.is_covered and screen in app.screen_stack:
        app.when_uncovered(lambda: screen.dismiss(result))
    return AwaitComplete()
