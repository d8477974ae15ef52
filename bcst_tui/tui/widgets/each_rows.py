"""The same small question for each of a fixed list, row by row."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from bcst_tui.interview.answer import Given
from bcst_tui.interview.values import EachChosen, Json
from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.half_marked import rows_kept, rows_read
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS, KeyedList, Line
from bcst_tui.tui.widgets.wording import Wording

UNSET = "…"


class RowList(KeyedList):
    """The rows; the lit one is being answered."""

    DEFAULT_CSS = "RowList { max-height: 1fr; margin: 1 0 0 0; max-width: 76; }"

    def pick(self, index: int) -> None:
        """A click lights the row; only a key answers it."""


class EachRows(AnswerField):
    """A key answers the lit row and goes to the next; Enter goes on when every row has its answer."""

    hint = "A key answers the lit line · Enter goes on"

    def __init__(self, question: Question, earlier: Earlier, wording: Wording) -> None:
        super().__init__()
        self.question = question
        self.wording = wording
        self.has_earlier = earlier.is_there
        self.chosen: dict[str, str] = {}
        match earlier.shown:
            case Given(EachChosen(pairs)):
                self.chosen = dict(pairs)
            case _:
                pass
        self._before = dict(self.chosen)
        rows, options = [row.id for row in question.each], [option.id for option in question.options]
        self.chosen |= rows_read(earlier.half, rows, options)

    @property
    def half_entered(self) -> str:
        return rows_kept(self.chosen) if self.chosen != self._before else ""

    def compose(self) -> ComposeResult:
        yield Static(self._legend(), classes="label legend", markup=False)
        keys = {LINE_KEYS[index]: index for index in range(len(self.question.options))}
        yield RowList(self.lines(), keys, keys="")

    def on_mount(self) -> None:
        self.rows.light(self._first_open())

    def take_focus(self) -> None:
        self.rows.focus()

    def put_in(self, wording: Wording) -> None:
        self.wording = wording
        for legend in self.query(".legend").results(Static):
            legend.update(self._legend())
        for rows in self.query(RowList):
            rows.say(self.lines())

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def lines(self) -> list[Line]:
        """Each row with its answer."""
        return [Line(self.wording.label(row), right=self._answer_words(row.id)) for row in self.question.each]

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        """`index` is an option, given to the row that is lit."""
        event.stop()
        if self.is_over:
            return
        row = self.rows.highlighted
        if row is None or event.index >= len(self.question.options):
            return
        self.chosen[self.question.each[row].id] = self.question.options[event.index].id
        self.rows.say(self.lines())
        self.post_message(self.Typed())
        if row + 1 < len(self.question.each):
            self.rows.light(row + 1)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if self.is_over:
            return
        if not self.chosen and self.has_earlier:
            self.post_message(self.Kept())
            return
        raw: dict[str, Json] = dict(self.chosen)
        self.post_message(self.Entered(raw))
        self.rows.light(self._first_open())

    def _first_open(self) -> int:
        rows = self.question.each
        return next((index for index, row in enumerate(rows) if row.id not in self.chosen), len(rows) - 1)

    def _answer_words(self, row_id: str) -> str:
        option = self.question.option(self.chosen.get(row_id, ""))
        return self.wording.label(option) if option else UNSET

    def _legend(self) -> str:
        options = enumerate(self.question.options)
        return "   ".join(f"{LINE_KEYS[index]} {self.wording.label(option)}" for index, option in options)
