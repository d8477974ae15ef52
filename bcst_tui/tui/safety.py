"""An app that keeps what is on its screen there: not printed by a crash, not copied, never steering the terminal.

Rests on two private methods of Textual (`_fatal_error`, `_handle_exception`); Textual is pinned, and the
terminal tests guard each upgrade.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment
from rich.text import Text
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from bcst_tui.errors import BcstError
from bcst_tui.text import clean
from bcst_tui.training.invented import line_mark

LOCK_EXIT = 75
"""The process ends with this to be started afresh, locked."""

CRASH_EXIT = 70
"""The process ends with this after a bug it has told in one sentence, leaving the terminal clean."""

CRASH_SENTENCE = "bcst stopped because of a mistake in the program. What was saved is safe: start it again with bcst."


class TextOnly(LineFilter):
    """The last gate before the terminal: whatever would steer it is blanked, keeping every width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(blanked(segment.text), segment.style) for segment in segments if not segment.control]


def blanked(text: str) -> str:
    """The text with everything a terminal could obey, new lines and tabs too, as blanks of the same width."""
    if text.isprintable() or text.isspace() and set(text) == {" "}:
        return text
    return "".join(char if char not in "\n\t\r" and clean(char) else " " * cell_len(char) for char in text)


def crash_code(error: BaseException) -> str:
    """What went wrong where, for whoever mends it: never a word of the message or of anybody's data."""
    here = getattr(error, "error", error)
    kind = re.sub(r"[^A-Za-z]", "", type(here).__name__)
    place = "outside"
    trace: TracebackType | None = here.__traceback__
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if name.startswith("bcst_tui."):
            place = f"{name.removeprefix('bcst_tui.')}-{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{kind}-{place}"


def crash_sentence(is_training: bool) -> str:
    """What is told of a bug; marked where everybody is invented."""
    again = f"{CRASH_SENTENCE.removesuffix('.')} train." if is_training else CRASH_SENTENCE
    return f"{line_mark(is_training)}{again}"


def keep_python_quiet(is_training: bool = False) -> None:
    """Python's own ways of telling a bug, and its log, say nothing but the code."""

    def told(error: BaseException | None) -> None:
        print(f"{crash_sentence(is_training)} Code: {crash_code(error) if error else 'unknown'}", file=sys.stderr)

    sys.excepthook = lambda kind, error, trace: told(error)
    threading.excepthook = lambda told_of: None
    sys.unraisablehook = lambda told_of: None
    logging.getLogger().addHandler(logging.NullHandler())


class SafeApp(App[None]):
    """The base of bcst's app: `security.md` goals 6, 7 and 8 hold for every screen on top of it."""

    TITLE = "bcst"
    ALLOW_SELECT = False
    is_training = False
    """Whether everybody on its screens is invented; then each says so."""

    def __init__(self) -> None:
        super().__init__()
        self._text_only = TextOnly()
        self._told: str = ""

    @property
    def is_covered(self) -> bool:
        """Whether a cover hides everything."""
        return False

    def when_uncovered(self, do: Callable[[], object]) -> None:
        """Do this now, or once the cover is lifted."""
        do()

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._text_only]

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing reaches the clipboard: a terminal would pass it on to the whole machine."""

    def save_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str:
        """No picture of a screen is written."""
        return ""

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """No picture of a screen leaves."""
        return None

    def deliver_text(self, *told: Any, **more: Any) -> str | None:
        """No file leaves but by an export."""
        return None

    def deliver_binary(self, *told: Any, **more: Any) -> str | None:
        """No file leaves but by an export."""
        return None

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing leads out of the program: no text in it can open a browser."""

    def panic(self, *renderables: RenderableType) -> None:
        """End after something that must not be told in its own words."""
        self._end_with(f"{crash_sentence(self.is_training)} Code: panic", CRASH_EXIT)

    def _handle_exception(self, error: Exception) -> None:
        """A user's mistake nobody caught is told as it is; a bug by its code alone."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        within = getattr(error, "error", error)
        if isinstance(within, BcstError):
            self._end_with(f"{line_mark(self.is_training)}{within.title}. {within}", within.exit_code)
        else:
            self._end_with(f"{crash_sentence(self.is_training)} Code: {crash_code(error)}", CRASH_EXIT)

    def _fatal_error(self) -> None:
        error = sys.exc_info()[1]
        code = crash_code(error) if error else "unknown"
        self._end_with(f"{crash_sentence(self.is_training)} Code: {code}", CRASH_EXIT)

    def _end_with(self, sentence: str, code: int) -> None:
        if not self._told:
            self._told = sentence
            self._return_code = code
            self._exit_renderables.append(Text(clean(sentence)))
        self._close_messages_no_wait()

    async def _on_compose(self) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
        await super()._on_compose()
