"""Line mode left alone: after so many seconds without a key it ends, and what was kept stays kept.

Edited lines count from the last key. Plain ones count from the prompt, since a terminal hands a line over whole; a
pipe, and a plain line on Windows, can't be counted at all.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from questionary import Question


class LeftAlone(EOFError):
    """Nobody has pressed a key for as long as was allowed: like the end of input, so all that handles that holds.

    `begun`: what stood in the line, where that is known and may be seen; in no text of this error.
    """

    begun = ""


@dataclass
class Patience:
    """Seconds without a key, or none: as the settings say, in an interview and elsewhere, and now."""

    elsewhere: float | None = None
    interview: float | None = None
    now: float | None = None

    @contextmanager
    def of(self, seconds: float | None) -> Iterator[None]:
        """This long within, then as before."""
        before, self.now = self.now, seconds
        try:
            yield
        finally:
            self.now = before


if sys.platform == "win32":

    @contextmanager
    def ringing(seconds: float | None) -> Iterator[None]:
        """A plain line can't be broken off here."""
        yield

else:

    @contextmanager
    def ringing(seconds: float | None) -> Iterator[None]:
        """Raises LeftAlone in the middle of reading a line, after this long."""
        if seconds is None or not sys.stdin.isatty() or threading.current_thread() is not threading.main_thread():
            yield
            return

        def ring(*_: object) -> None:
            raise LeftAlone

        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def answered(question: Question, seconds: float | None, is_seen: bool = False) -> str:
    """What was typed, each key beginning the count anew. Raises LeftAlone, with what was begun if it `is_seen`."""
    if seconds is not None:
        _ring_after(question, seconds, is_seen)
    return str(question.unsafe_ask())


def _ring_after(question: Question, seconds: float, is_seen: bool) -> None:
    import asyncio

    app = question.application
    counting: list[asyncio.TimerHandle] = []

    def end() -> None:
        if app.is_running and app.future is not None and not app.future.done():
            left = LeftAlone()
            left.begun = app.current_buffer.text if is_seen else ""
            app.exit(exception=left)

    def count(_: object = None) -> None:
        while counting:
            counting.pop().cancel()
        counting.append(asyncio.get_running_loop().call_later(seconds, end))

    app.pre_run_callables.append(count)
    app.key_processor.before_key_press += count
