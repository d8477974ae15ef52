"""The windows of a rehearsal: what can be said or done now, and the card of whoever plays the person.

Neither says what anything would lead to.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.casebook.rehearsal_ways import SAID_IT
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS, KeyedList, Line
from bcst_tui.tui.widgets.private_list import PrivateList
from bcst_tui.tui.widgets.read_first import ReadFirst

OUT_KEYS = "el"
SAY_KEYS = "".join(key for key in LINE_KEYS if key not in OUT_KEYS)


class SayList(PrivateList):
    """A key pressed before it stood, for the question beneath, says nothing here."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The page keys turn this list: no words above it want them."""
        return KeyedList.check_action(self, action, parameters)


class SayOrDo(ChooseOne):
    """Whole sentences to choose from; below them, always in sight and under letters of their own, the two ways out.

    Esc looks at the screen beneath, F10 brings the list back.
    """

    DEFAULT_CSS = """
    SayOrDo > Vertical { width: 76; padding: 0 2; }
    SayOrDo .title { margin: 0; }
    SayOrDo #say { max-height: 50vh; margin: 1 0 0 0; }
    SayOrDo #out { margin: 1 0 0 0; max-height: 2; }
    SayOrDo .hint { margin: 0; }
    """

    def __init__(self, title: str, lines: Sequence[str], ways_out: Sequence[str]) -> None:
        super().__init__(title, lines, "A key chooses · Esc looks beneath, F10 comes back here")
        self._out = tuple(ways_out)

    def compose(self) -> ComposeResult:
        first = len(self._lines)
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            if self._lines:
                aliases = {key: first + place for place, key in enumerate(OUT_KEYS)}
                yield SayList(self.listed(), aliases, keys=SAY_KEYS, id="say")
            yield KeyedList([Line(words) for words in self._out], keys=OUT_KEYS, id="out")
            yield Static(self._hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        for said in self.query(SayList):
            said.begin()

    def put_away(self) -> None:
        """The cover goes up: after it the checks may come first, so this list is drawn up afresh."""
        self.dismiss(None)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        self._end_with(event, event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        if event.index is not None:
            self._end_with(event, event.index)

    def _end_with(self, event: KeyedList.Picked | KeyedList.EnterPressed, place: int) -> None:
        event.stop()
        is_out = self.query_one("#out", KeyedList).has_focus
        self.dismiss(place + len(self._lines) if is_out else place)


class ActorCard(ReadFirst):
    """What whoever plays the person says now; it does not come back after a cover."""

    def __init__(self, card: Sequence[str]) -> None:
        super().__init__(card[0], card[1:], [SAID_IT], "Enter or Esc goes on")

    def put_away(self) -> None:
        self.dismiss(None)
