"""Fields whose answer is typed: words, figures, dates, sums, addresses."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from bcst_tui.interview.answer import LONG_TEXT, SHORT_TEXT, Answer, Given, Rejection, parse
from bcst_tui.interview.showing import PER_WORDS, shown
from bcst_tui.interview.values import Address, AtTime, Json, Money, OnDate, PartOfDate, Per
from bcst_tui.script.model import Kind, Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.line_input import LineInput
from bcst_tui.tui.widgets.wording import Wording

EXAMPLES: dict[Kind, str] = {
    "whole_number": "In figures, such as 3",
    "money": "Such as 85.50 a week; or only the amount, and how often comes next",
    "date": "Day, month and full year, such as 12/3/2027 or 12 March 2027",
    "partial_date": "As much as is known: 2027, March 2027 or 12/3/2027",
    "date_time": "The day and the time, such as 12/3/2027 14:30",
    "length_of_time": "A number and days, weeks, months or years, such as 3 months",
    "phone": "In figures, such as 01632 960 001",
    "address": "With commas or new lines between, the postcode last",
}
IN_ALL = "In pounds, such as 300 or 85.50"
READ_BACK: tuple[Kind, ...] = ("money", "date", "partial_date", "date_time", "length_of_time")
HOW_OFTEN: tuple[Per, ...] = ("once", "day", "week", "fortnight", "four_weeks", "month", "year")


def typed_again(answer: Answer | None) -> str:
    """An earlier answer as it would be typed."""
    if not isinstance(answer, Given):
        return ""
    match answer.value:
        case OnDate(day):
            return f"{day.day}/{day.month}/{day.year}"
        case AtTime(moment):
            return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"
        case PartOfDate(year, month, day):
            return "/".join(str(part) for part in (day, month, year) if part is not None)
        case Money(pence, per):
            return f"{pence // 100}.{pence % 100:02} {PER_WORDS[per].replace('every', 'per')}".rstrip()
        case Address(lines):
            return "\n".join(lines)
        case value:
            return str(value.kept())


def letters_left(length: int, limit: int) -> str:
    """How far it is to the longest entry that can be taken, once that comes near."""
    return f"{length} of at most {limit} letters" if length > limit * 0.8 else ""


class TextEntry(AnswerField):
    """One line to type in; dates, sums and lengths are read back as they are understood."""

    DEFAULT_CSS = """
    TextEntry Input { max-width: 78; }
    TextEntry .label { padding: 0 1; }
    TextEntry .letters { display: none; }
    TextEntry .read-back { padding: 0 1; height: 1; text-style: bold; }
    """

    def __init__(self, question: Question, earlier: Earlier, wording: Wording) -> None:
        super().__init__()
        self.question = question
        self.has_earlier = earlier.is_there
        self._prefilled = typed_again(earlier.shown)
        self._first = earlier.half or self._prefilled

    def compose(self) -> ComposeResult:
        limit = self.question.check.max_length or SHORT_TEXT
        yield LineInput(self._first, max_length=limit, select_on_focus=False)
        yield Static("", classes="label letters", markup=False)
        if example := IN_ALL if self.question.in_all else EXAMPLES.get(self.question.kind):
            yield Static(example, classes="label", markup=False)
        if self.question.kind in READ_BACK:
            yield Static("", classes="read-back", markup=False)

    def take_focus(self) -> None:
        self.box.focus()
        self.box.cursor_position = len(self.box.value)

    @property
    def box(self) -> Input:
        return self.query_one(Input)

    @property
    def half_entered(self) -> str:
        return self.box.value if self.box.value != self._prefilled else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_over:
            return
        self.post_message(self.Typed())
        letters = self.query_one(".letters", Static)
        letters.update(letters_left(len(event.value), self.box.max_length or SHORT_TEXT))
        letters.display = bool(letters.content)
        if self.question.kind in READ_BACK:
            self.query_one(".read-back", Static).update(self._understood(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip() and self.has_earlier:
            self.post_message(self.Kept())
        elif event.value == self._prefilled and self.has_earlier:
            self.post_message(self.Kept())
        else:
            self.commit(event.value)

    def commit(self, text: str) -> None:
        """Post the entry."""
        self.post_message(self.Entered(text))

    def _understood(self, text: str) -> str:
        told = parse(self.question, text)
        return "" if isinstance(told, Rejection) else f"= {shown(self.question, told)}"


class MoneyEntry(TextEntry):
    """An amount, and how often: typed in one go, or the amount first and then a key; nothing has no "how often"."""

    DEFAULT_CSS = """
    MoneyEntry KeyedList { display: none; }
    MoneyEntry .how-often { display: none; padding: 1 1 0 1; height: auto; }
    MoneyEntry.-how-often KeyedList, MoneyEntry.-how-often .how-often { display: block; }
    """

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static("How often? A key answers and goes on.", classes="how-often", markup=False)
        yield KeyedList([Line(PER_WORDS[per].capitalize() or "Once") for per in HOW_OFTEN])

    def commit(self, text: str) -> None:
        if self.question.in_all or any(letter.isalpha() for letter in text) or not self._is_a_sum(text):
            self.post_message(self.Entered(text))
            return
        if self.is_over:
            return
        self.add_class("-how-often")
        self.query_one(KeyedList).focus()

    def _is_a_sum(self, text: str) -> bool:
        """Whether this is an amount of more than nothing."""
        match parse(self.question, text):
            case Given(Money(pence)):
                return pence > 0
            case _:
                return False

    def close_inner(self) -> bool:
        if not self.has_class("-how-often"):
            return False
        self.remove_class("-how-often")
        self.take_focus()
        return True

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.is_over:
            return
        self.query_one(KeyedList).light(event.index)
        raw: Json = {"amount": self.box.value.strip().removeprefix("£").strip(), "per": HOW_OFTEN[event.index]}
        self.post_message(self.Entered(raw))

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.post_message(KeyedList.Picked(event.index))


_LEFT_TO_THE_SCREEN = frozenset({"f6", "f7"})


class PlainTextArea(TextArea, inherit_bindings=False):
    """Several lines of words; Enter is left to the field, the function keys to the screen."""

    BINDINGS = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, Binding) and not _LEFT_TO_THE_SCREEN & set(binding.key.split(","))
    ]

    class Submitted(Message):
        """Posted on Enter."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
        elif event.key in ("ctrl+j", "shift+enter", "ctrl+enter", "alt+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def action_undo(self) -> None:
        if not self.text:
            raise SkipAction
        super().action_undo()


class LongEntry(AnswerField):
    """A box of several lines: Enter goes on, Ctrl+J begins a new line."""

    hint = "Enter goes on · Ctrl+J begins a new line"

    DEFAULT_CSS = """
    LongEntry PlainTextArea { height: 8; max-height: 1fr; max-width: 78; }
    LongEntry .label { padding: 0 1; }
    """

    def __init__(self, question: Question, earlier: Earlier, wording: Wording) -> None:
        super().__init__()
        self.question = question
        self.has_earlier = earlier.is_there
        self._prefilled = typed_again(earlier.shown)
        self._first = earlier.half or self._prefilled

    def compose(self) -> ComposeResult:
        yield PlainTextArea(self._first, show_line_numbers=False, tab_behavior="focus", soft_wrap=True)
        yield Static(self._label(), classes="label", markup=False)

    def take_focus(self) -> None:
        self.box.focus()
        self.box.move_cursor(self.box.document.end)

    @property
    def box(self) -> PlainTextArea:
        return self.query_one(PlainTextArea)

    @property
    def half_entered(self) -> str:
        return self.box.text if self.box.text != self._prefilled else ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.is_over:
            return
        self.post_message(self.Typed())
        self.query_one(".label", Static).update(self._label(len(event.text_area.text)))

    def on_plain_text_area_submitted(self, event: PlainTextArea.Submitted) -> None:
        event.stop()
        text = self.box.text
        if self.has_earlier and (not text.strip() or text == self._prefilled):
            self.post_message(self.Kept())
        else:
            self.post_message(self.Entered(text))

    def _label(self, length: int = 0) -> str:
        limit = self.question.check.max_length or LONG_TEXT
        if example := EXAMPLES.get(self.question.kind):
            return example
        return letters_left(length, limit)
