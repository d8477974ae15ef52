"""Driving the app in tests: press keys, then wait until something holds; never for a while, never a number of times."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, ParamSpec

import pytest
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.screen import Screen

from tests.tui.sparing import frames_left_out, styles_parsed_once

P = ParamSpec("P")
ROUNDS = 100
"""So many turns of the event loop come between two looks at what is waited for."""
LOOKS = 5_000
"""After so many looks a condition never comes true. On a busy machine each takes longer, as the app itself does."""

_drawn: set[str] = set()


class Driver:
    """Somebody at the keyboard."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until this holds. What it reads may not be there yet."""
        for _ in range(LOOKS):
            if _holds(holds):
                return
            if self.app._exception is not None:
                raise self.app._exception
            if await _all_have_run() and not self._draw():
                await asyncio.sleep(0.002)  # it waits for a thread, or for a clock
        raise AssertionError(f"it never came true: {what or holds}\n{self.seen()}")

    async def until_on(self, screen: type[Screen[Any]] | str) -> None:
        """Wait until this kind of screen is on top; the first of its kind is drawn, whoever looks."""
        name = screen if isinstance(screen, str) else screen.__name__
        await self.until(lambda: type(self.screen).__name__ == name and self.screen.is_mounted, name)
        await self.settled()
        if name not in _drawn:
            _drawn.add(name)
            self._look()

    async def until_seen(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        await self.until(lambda: words in self.seen(), f"{words!r} on the screen")

    async def settled(self) -> None:
        """Wait until everything sent so far, and all that follows from it, has been handled and drawn."""
        while self.app.is_running:
            await self.until(lambda: not self.app.is_running or self._all_is_handled(), "all is handled")
            if not self._draw():
                return

    def _all_is_handled(self) -> bool:
        """Whether nothing is left to run, all wait for their next message, and the screen does not search."""
        return (
            _nothing_is_left_to_run()
            and all(node._message_queue.ready_event._waiters for node in self._nodes() if node.is_running)
            and not any(worker.is_running and worker.node is self.screen for worker in self.app.workers)
        )

    def _draw(self) -> bool:
        """Draw what has changed now, not at the next sixtieth of a second; whether there was anything."""
        screen = self.screen
        anew = screen._layout_required or screen._scroll_required or screen._recompose_required
        again = screen._repaint_required or screen._dirty_widgets or screen._callbacks
        is_due = bool(anew or again) and not self.app._batch_count
        if is_due:
            screen._on_timer_update()
        return is_due

    def _nodes(self) -> list[MessagePump]:
        return [self.app, *self.app.screen_stack[:-1], *self.screen.walk_children(with_self=True)]

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

    def _look(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())

    def seen(self) -> str:
        """The text on the screen now, line by line."""
        try:
            return self._look()
        except Exception as error:
            return f"(no screen to see: {type(error).__name__})"


def _nothing_is_left_to_run() -> bool:
    return not asyncio.get_running_loop()._ready  # type: ignore[attr-defined]


async def _all_have_run() -> bool:
    """Let everything run that can; whether that came to an end soon."""
    for _ in range(ROUNDS):
        if _nothing_is_left_to_run():
            return True
        await asyncio.sleep(0)
    return False


def _holds(condition: Callable[[], object]) -> bool:
    from textual.css.query import NoMatches

    try:
        return bool(condition())
    except (NoMatches, AttributeError, IndexError):
        return False


@asynccontextmanager
async def driving(app: App[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """The app running without a terminal, and somebody at the keyboard; spared what nobody sees."""
    with pytest.MonkeyPatch.context() as patch:
        styles_parsed_once(patch)
        frames_left_out(patch)
        async with watched(app, size) as somebody:
            yield somebody


@asynccontextmanager
async def watched(app: App[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """The same with every frame drawn, as for a picture."""
    async with app.run_test(size=size, notifications=True):
        yield Driver(app)


def played(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test written with `async def`, as pytest takes it."""

    @wraps(test)
    def run(*given: P.args, **named: P.kwargs) -> None:
        asyncio.run(test(*given, **named))

    return run
