"""The list of what can be said or done at one moment of a rehearsal; it says nothing of what each would lead to."""

from __future__ import annotations

from collections.abc import Sequence

from bcst_tui.tui.widgets.choosing import ChooseOne


class SayOrDo(ChooseOne):
    """Whole sentences to choose from; Esc looks at the screen beneath, F10 brings the list back."""

    DEFAULT_CSS = """
    SayOrDo > Vertical { width: 76; padding: 0 2; }
    SayOrDo KeyedList { max-height: 70vh; }
    """

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title, lines, "A key chooses · Esc looks beneath, F10 comes back here")
