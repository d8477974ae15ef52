"""An app that can be hidden with one key and locks itself: the cover, the short word, the clocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.notifications import SeverityLevel

from bcst_tui.tui.idle import WARNING_SECONDS, Clocks, Idleness
from bcst_tui.tui.safety import LOCK_EXIT, SafeApp
from bcst_tui.tui.screens.cover import MISSES_ALLOWED, CoverScreen

LOOK_EVERY_SECONDS = 1.0
WARNING = "bcst locks in a few seconds. Press any key to stay."


class CoveringApp(SafeApp):
    """While the cover is up, everything but the cover's own keys is refused (disclosure_flow 12)."""

    def __init__(self, clocks: Clocks | None = None) -> None:
        super().__init__()
        self._clocks = clocks or Clocks()
        self._idleness = Idleness(self._clocks)
        self._word = ""
        self._when_lifted: list[Callable[[], object]] = []
        self._warned = False

    @property
    def is_covered(self) -> bool:
        return any(isinstance(screen, CoverScreen) for screen in self.screen_stack)

    def seconds_until_lock(self) -> float | None:
        """After how long without a key to lock; None while there is nothing to lock."""
        raise NotImplementedError

    def seconds_until_cover(self) -> float | None:
        """After how long without a key the cover goes up by itself; None for never."""
        return None

    def put_away(self) -> None:
        """Let every screen keep what is half entered on it, before it is covered or gone."""
        for screen in self.screen_stack:
            if hasattr(screen, "put_away"):
                screen.put_away()

    def close_everything(self) -> None:
        """Let go of all that must not stay open after a lock."""
        raise NotImplementedError

    def choose_word(self, word: str) -> None:
        """The short word that lifts the cover from now on; it is kept in memory only."""
        self._word = word.casefold()

    def when_uncovered(self, do: Callable[[], object]) -> None:
        """Do this now, or once the cover is lifted: nothing is ever drawn over it."""
        if self.is_covered:
            self._when_lifted.append(do)
        else:
            do()

    def push_screen(self, *given: Any, **named: Any) -> Any:
        """Put a screen on top; one asked for just before the cover went up waits below it until it is lifted."""
        if not self.is_covered:
            return super().push_screen(*given, **named)
        left: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._when_lifted.append(lambda: self._push_at_last(left, given, named))
        return left if named.get("wait_for_dismiss") else AwaitComplete()

    def _push_at_last(self, left: asyncio.Future[Any], given: tuple[Any, ...], named: dict[str, Any]) -> None:
        pushed = self.push_screen(*given, **named)
        if isinstance(pushed, asyncio.Future):
            pushed.add_done_callback(lambda ended: None if left.done() else left.set_result(ended.result()))

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY_SECONDS, self.look_at_the_clocks)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.MouseDown, events.Paste)):
            self._idleness.key_pressed()
            self._warned = False
        await super().on_event(event)

    def look_at_the_clocks(self) -> None:
        """Cover, and later lock, if nobody has pressed a key for long enough, or if the laptop has slept."""
        covering = self.seconds_until_cover()
        if covering is not None and not self.is_covered and self._idleness.seconds_left(covering) <= 0:
            self.action_hide()
        limit = self.seconds_until_lock()
        if limit is None:
            return
        left = self._idleness.seconds_left(limit)
        if left <= 0:
            self.action_lock()
        elif left <= WARNING_SECONDS and not self._warned:
            self._warned = True
            self.notify(WARNING, timeout=WARNING_SECONDS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return False if self.is_covered else super().check_action(action, parameters)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in passing: never over the cover, never as markup."""
        if not self.is_covered:
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def action_hide(self) -> None:
        """Put the cover up. Without a word yet there is nothing to come back to but the unlock screen."""
        self.clear_notifications()
        self.put_away()
        cover = CoverScreen(self._opens, MISSES_ALLOWED if self._word else 1, self._clocks.monotonic)
        self.push_screen(cover, self._lifted)

    def cover_first(self) -> None:
        """Where bcst was cut off: the cover, before anybody is asked for anything; any word lifts it, or none."""
        self.push_screen(CoverScreen(lambda _: True, is_first=True), self._lifted)

    def action_pause(self) -> None:
        self.action_hide()

    def action_lock(self, why: str = "idle") -> None:
        """End the process, so that keys and answers leave memory; the supervisor starts it afresh."""
        self._word = ""
        try:
            self.put_away()
            for screen in self.screen_stack:
                if hasattr(screen, "lock_away"):
                    screen.lock_away(why)
            self.close_everything()
        finally:
            self.exit(return_code=LOCK_EXIT)

    @on(CoverScreen.Missed)
    def _lock_after_misses(self) -> None:
        self.action_lock("misses")

    def _opens(self, word: str) -> bool:
        import hmac  # brings a cryptography library with it, which the first screen must not wait for

        return bool(self._word) and hmac.compare_digest(word.casefold().encode(), self._word.encode())

    def _lifted(self, _: Any) -> None:
        waiting, self._when_lifted = self._when_lifted, []
        for do in waiting:
            do()
