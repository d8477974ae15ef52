"""The list of what can be said or done at one moment of a rehearsal; it says nothing of what each would lead to."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS, KeyedList, Line

WAY_OUT_KEYS = "el"
SAY_KEYS = "".join(key for key in LINE_KEYS if key not in WAY_OUT_KEYS)


class SayOrDo(ChooseOne):
    """Whole sentences to choose from, and apart from them, under letters of their own, the two ways out.

    Esc looks at the screen beneath, F10 brings the list back.
    """

    DEFAULT_CSS = """
    SayOrDo > Vertical { width: 76; padding: 0 2; }
    SayOrDo .title { margin: 0; }
    SayOrDo KeyedList { max-height: 100%; margin: 1 0; }
    SayOrDo .hint { margin: 0; dock: bottom; }
    """

    def __init__(self, title: str, lines: Sequence[str], ways_out: Sequence[str]) -> None:
        super().__init__(title, (*lines, *ways_out), "A key chooses · Esc looks beneath, F10 comes back here")
        self._to_say = len(lines)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            yield KeyedList(self.listed(), keys=SAY_KEYS[: self._to_say] + WAY_OUT_KEYS)
            yield Static(self._hint, classes="hint", markup=False)

    def listed(self) -> list[Line]:
        return [Line(words, below=place == self._to_say - 1) for place, words in enumerate(self._lines)]
