"""Screens and windows to write in: what stands half written in them outlives a lock, a crash and a power cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from textual.timer import Timer
from textual.widgets import Input, TextArea

from bcst_tui.errors import NotSaved
from bcst_tui.tui.widgets.question_card import NOT_KEPT

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Part

KEPT_AFTER_SECONDS = 1.0
"""How long after a key what is half written is kept; further keys meanwhile don't put it off."""


class HasFields(Protocol):
    """A screen that names its fields."""

    _keeps_soon: Timer | None
    _is_written: bool

    def fields(self) -> Iterable[tuple[Part, str]]: ...

    def tell_not_kept(self, words: str) -> None: ...

    def set_timer(self, delay: float, callback: Callable[[], object]) -> Timer: ...

    def keep_writing(self) -> None: ...


class KeepsWriting:
    """Mixed into a screen that names its fields: they are kept a moment after a key, and when it is covered or left."""

    _keeps_soon: Timer | None = None
    _is_written = False

    def fields(self) -> Iterable[tuple[Part, str]]:
        """Each part of the form, and what stands in its field now."""
        raise NotImplementedError

    def tell_not_kept(self, words: str) -> None:
        """Say that the disk refuses to keep it."""
        raise NotImplementedError

    def on_input_changed(self: HasFields, event: Input.Changed) -> None:
        if self._keeps_soon is None:
            self._keeps_soon = self.set_timer(KEPT_AFTER_SECONDS, self.keep_writing)

    def on_text_area_changed(self: HasFields, event: TextArea.Changed) -> None:
        if self._keeps_soon is None:
            self._keeps_soon = self.set_timer(KEPT_AFTER_SECONDS, self.keep_writing)

    def keep_writing(self: HasFields) -> None:
        """Keep what stands there now, or say that it is not kept."""
        self._keeps_soon = None
        if self._is_written:
            return
        try:
            for part, words in self.fields():
                part.keep(words)
        except NotSaved as refused:
            self.tell_not_kept(NOT_KEPT.format(what=refused))

    def put_away(self: HasFields) -> None:
        """The cover goes up, or bcst locks."""
        self.keep_writing()

    def done_writing(self) -> None:
        """Nothing more is kept: it was saved, given up, or handed on."""
        self._is_written = True
