"""Lines that answer to digits, then letters, as well as to arrows and the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList

FEW = 9
LINE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Line:
    """One line: what it says, a mark before it, a remark after it, and what stands at the right."""

    label: str
    mark: str = ""
    remark: str = ""
    right: str = ""


class KeyedList(OptionList):
    """A list without a default: nothing is lit until the worker moves, and a key picks at once."""

    DEFAULT_CSS = """
    KeyedList {
        height: auto; max-height: 100%; border: none; padding: 0; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    KeyedList:focus { border: none; background-tint: transparent 0%; }
    KeyedList > .option-list--option { padding: 0 1; }
    """

    @dataclass
    class Picked(Message):
        """Posted when a line is picked by its key, by Space or by the mouse."""

        index: int

    @dataclass
    class EnterPressed(Message):
        """Posted on Enter; `index` is the line lit by the arrows, if one is."""

        index: int | None

    def __init__(
        self,
        lines: Sequence[Line],
        aliases: Mapping[str, int] | None = None,
        *,
        keys: str = LINE_KEYS,
        id: str | None = None,  # noqa: A002
    ) -> None:
        self.lines = tuple(lines)
        self._aliases = dict(aliases or {})
        self._keys = keys
        super().__init__(*(self._prompt(index) for index in range(len(self.lines))), id=id)
        self.highlighted = None
        self.set_class(len(self.lines) <= FEW, "-few")

    def say(self, lines: Sequence[Line]) -> None:
        """Change what the lines say, keeping the place."""
        old, self.lines = self.lines, tuple(lines)
        if len(old) != len(self.lines):
            self.set_options([self._prompt(index) for index in range(len(self.lines))])
            return
        for index, line in enumerate(self.lines):
            if line != old[index]:
                self.replace_option_prompt_at_index(index, self._prompt(index))

    def light(self, index: int) -> None:
        """Move the light to a line, so that it can be seen what was picked."""
        self.highlighted = index

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.post_message(self.EnterPressed(self.highlighted))
        elif event.key == "space":
            event.stop()
            self.action_select()
        elif event.character and (index := self._index_of(event.character.lower())) is not None:
            event.stop()
            self.post_message(self.Picked(index))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.pick(event.option_index)

    def pick(self, index: int) -> None:
        """Tell that a line was picked by Space or by the mouse."""
        self.post_message(self.Picked(index))

    def _index_of(self, character: str) -> int | None:
        if character in self._aliases:
            return self._aliases[character]
        index = self._keys.find(character)
        return index if 0 <= index < len(self.lines) else None

    def _prompt(self, index: int) -> Table:
        line = self.lines[index]
        row = Table.grid(padding=(0, 2, 0, 0), expand=True)
        cells = []
        if self._keys:
            row.add_column(width=1, no_wrap=True)
            cells.append(Text(self._keys[index] if index < len(self._keys) else " ", style="bold"))
        if line.mark:
            row.add_column(width=max(len(line.mark), 3), no_wrap=True)
            cells.append(Text(line.mark))
        row.add_column(ratio=1)
        label = Text(line.label)
        if line.remark:
            label.append(f"   {line.remark}", style="italic")
        cells.append(label)
        if line.right:
            row.add_column(ratio=1)
            cells.append(Text(line.right, style="bold"))
        row.add_row(*cells)
        return row
