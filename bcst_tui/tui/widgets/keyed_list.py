"""Lines that answer to digits, then letters, as well as to arrows and the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from bcst_tui.tui.widgets.row import Cell, Row

FEW = 9
TALL = 36
LINE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Line:
    """One line: what it says, a mark before it, a remark after it, what stands at the right, the group it begins.

    `below`: whether a blank line follows.
    """

    label: str = field(repr=False)
    mark: str = ""
    remark: str = field(default="", repr=False)
    right: str = field(default="", repr=False)
    group: str = ""
    below: bool = False


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

    def say(self, lines: Sequence[Line], keys: str | None = None) -> None:
        """Change what the lines say, and the keys they answer to, keeping the place."""
        self._keys = self._keys if keys is None else keys
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A list that is seen whole leaves the page keys to the words above it."""
        return bool(self.max_scroll_y) if action in ("page_up", "page_down") else True

    def _index_of(self, character: str) -> int | None:
        if character in self._aliases:
            return self._aliases[character]
        index = self._keys.find(character)
        return index if 0 <= index < len(self.lines) else None

    def _prompt(self, index: int) -> Row:
        line = self.lines[index]
        groups = max(len(one.group) for one in self.lines)
        cells = [Cell(Content.styled(line.group, "$quiet"), width=groups)] if groups else []
        if self._keys:
            key = self._keys[index] if index < len(self._keys) else ""
            cells.append(Cell(Content.styled(key, "bold"), width=1))
        if line.mark:
            cells.append(Cell(Content(line.mark), width=max(len(line.mark), 3)))
        cells.append(Cell(Content.assemble(line.label, (f"   {line.remark}" if line.remark else "", "italic"))))
        if line.right:
            cells.append(Cell(Content.styled(line.right, "bold")))
        return Row(cells, below=int(self._is_roomy or line.below))

    @property
    def _is_roomy(self) -> bool:
        """Whether a blank line fits between the lines."""
        return len(self.lines) <= FEW and self.app.size.height >= TALL
