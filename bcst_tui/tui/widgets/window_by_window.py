"""A way through several windows over the screen it begins at, and back to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import App

from bcst_tui.tui.widgets.read_first import ReadFirst


class WindowByWindow:
    """Puts up one window after another, and waits for each. `BACK`: the key that leads on from what is only told."""

    BACK: ClassVar[str] = "Back"
    _app: App[Any]

    async def _show(self, window: Any) -> Any:
        return await self._app.push_screen_wait(window)

    async def _tell(self, title: str, sentences: Sequence[str]) -> None:
        await self._show(ReadFirst(title, sentences, (self.BACK,), "Enter goes back"))
