"""Driving the app in tests: press keys, then wait until something holds; never for a while, never a number of times."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, ParamSpec

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

P = ParamSpec("P")
PATIENCE = 20.0
"""Seconds after which a condition that never comes true fails the test."""


class Turn(Message, bubble=False, no_dispatch=None):
    """Says when its turn has come, and is looked up in no handler, which would cost more than all the rest."""

    def __init__(self, comes: Callable[[], None]) -> None:
        super().__init__()
        self._comes = comes

    @property
    def no_dispatch(self) -> bool:  # type: ignore[override]
        self._comes()
        return True


class Driver:
    """Somebody at the keyboard."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self._passed = 0

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until this holds. What it reads may not be there yet."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while not _holds(holds):
            if self.app._exception is not None:
                raise self.app._exception
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"it never came true: {what or holds}\n{self.seen()}")
            await asyncio.sleep(0.002)

    async def until_on(self, screen: type[Screen[Any]] | str) -> None:
        """Wait until this kind of screen is on top and drawn."""
        name = screen if isinstance(screen, str) else screen.__name__
        await self.until(lambda: type(self.screen).__name__ == name and self.screen.is_mounted, name)
        await self.settled()

    async def until_seen(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        await self.until(lambda: words in self.seen(), f"{words!r} on the screen")

    async def settled(self) -> None:
        """Wait until everything sent so far, and all that follows from it, has been handled."""
        quiet = 0
        while quiet < 2 and self.app.is_running:
            await self._passed_through()
            empty = all(node.message_queue_size == 0 for node in self._nodes())
            drawn = not (self.screen._layout_required or self.screen._dirty_widgets)
            quiet = quiet + 1 if empty and drawn else 0

    async def _passed_through(self) -> None:
        """Wait until every widget has had its turn."""
        nodes = [node for node in self._nodes() if node.is_running]
        self._passed = sum(not node.post_message(Turn(self._take_turn)) for node in nodes)
        here = self.screen
        await self.until(
            lambda: self._passed >= len(nodes) or not self.app.is_running or self.screen is not here, "all is handled"
        )

    def _take_turn(self) -> None:
        self._passed += 1

    def _nodes(self) -> list[MessagePump]:
        return [self.app, *self.screen.walk_children(with_self=True)]

    async def press(self, *keys: str) -> None:
        """Press these keys, each handled before the next."""
        for key in keys:
            self.send(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type this text."""
        for character in text:
            self.send(_character_to_key(character), character)
        await self.settled()

    def send(self, key: str, character: str | None = None) -> None:
        """Press a key and wait for nothing."""
        pressed = events.Key(key, character or (key if len(key) == 1 else {"space": " "}.get(key)))
        pressed.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(pressed)

    def seen(self) -> str:
        """The text on the screen now, line by line."""
        try:
            return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())
        except Exception as error:
            return f"(no screen to see: {type(error).__name__})"


def _holds(condition: Callable[[], object]) -> bool:
    from textual.css.query import NoMatches

    try:
        return bool(condition())
    except (NoMatches, AttributeError, IndexError):
        return False


@asynccontextmanager
async def driving(app: App[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """The app running without a terminal, and somebody at the keyboard."""
    async with app.run_test(size=size, notifications=True):
        yield Driver(app)


def played(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test written with `async def`, as pytest takes it."""

    @wraps(test)
    def run(*given: P.args, **named: P.kwargs) -> None:
        asyncio.run(test(*given, **named))

    return run
