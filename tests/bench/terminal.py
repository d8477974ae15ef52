"""A program in a terminal of 80×24, watched until words stand on its screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from typing import Iterator

import pexpect  # type: ignore[import-untyped]
import pyte

COLUMNS, ROWS = 80, 24
PATIENCE = 30.0


class Terminal:
    """What the program has painted, as somebody in front of it would see it."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.child = pexpect.spawn(
            command[0], list(command[1:]), env=dict(environ), dimensions=(ROWS, COLUMNS), timeout=PATIENCE
        )

    def until(self, seen: Callable[[str], bool]) -> float:
        """Read until this is seen on the screen; the moment it was."""
        patience = time.perf_counter() + PATIENCE
        while not seen("\n".join(self.screen.display)):
            if time.perf_counter() > patience:
                raise TimeoutError("\n".join(self.screen.display))
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=PATIENCE))
            except pexpect.EOF:
                raise TimeoutError("the program ended: " + "\n".join(self.screen.display)) from None
        return time.perf_counter()

    def shows(self, words: str) -> float:
        return self.until(lambda screen: words in screen)

    def press(self, keys: str) -> float:
        """Send keys; the moment they were sent."""
        now = time.perf_counter()
        self.child.send(keys)
        return now


@contextmanager
def terminal(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[Terminal]:
    """The program, ended when the measuring is over."""
    opened = Terminal(command, {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    try:
        yield opened
    finally:
        opened.child.close(force=True)
