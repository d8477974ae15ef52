"""A change the disk refuses: what was entered for it waits while somebody makes room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App

from bcst_tui.errors import NotSaved
from bcst_tui.tui.widgets.choosing import ChooseOne

REFUSED = "NOT saved: {what} What you entered is still here."
AGAIN = ("Try once more", "Leave it unsaved")
Made = TypeVar("Made")


async def made(app: App[Any], change: Callable[[], Made]) -> Made | None:
    """Make the change, as often as it takes; None where the worker leaves it unsaved."""
    while True:
        try:
            return change()
        except NotSaved as refused:
            window = ChooseOne(REFUSED.format(what=refused), AGAIN, "A key chooses · Esc leaves it unsaved")
        if await app.push_screen_wait(window) != 0:
            return None
