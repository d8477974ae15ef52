"""Fields whose answer is picked: one of a list, several, yes or no, a point on a scale, an order."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Input, Static

from bcst_tui.interview.answer import SHORT_TEXT, YES_NO, Answer, Given
from bcst_tui.interview.values import Chosen, Json, Number, Ranked
from bcst_tui.script.model import Option, Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.half_marked import marks_kept, marks_read
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.line_input import LineInput
from bcst_tui.tui.widgets.wording import Wording

EARLIER = "(the answer so far)"


def codes_of(answer: Answer | None) -> tuple[str, ...]:
    """The options an earlier answer picked."""
    match answer:
        case Given(Chosen() | Ranked() | Number() as value):
            return value.codes
        case _:
            return ()


def words_of_other(answer: Answer | None) -> str:
    """What was written for "something else"."""
    match answer:
        case Given(Chosen(other=str() as other)):
            return other
        case _:
            return ""


class PickField(AnswerField):
    """A list, and under it a box that opens when the option picked needs words of its own."""

    DEFAULT_CSS = """
    PickField KeyedList { max-height: 1fr; }
    PickField .other { display: none; height: auto; padding: 1 1 0 1; }
    PickField Input.other { height: 3; padding: 0 1; }
    PickField.-other { overflow-y: auto; scrollbar-size-vertical: 1; }
    PickField.-other .other { display: block; }
    """

    def __init__(self, question: Question, earlier: Earlier, wording: Wording) -> None:
        super().__init__()
        self.question = question
        self.wording = wording
        self.has_earlier = earlier.is_there
        self._before = list(codes_of(earlier.shown))
        half = marks_read(earlier.half, [option.id for option in question.options])
        self.chosen, self._other = half or (list(self._before), words_of_other(earlier.shown))
        self._opens_box = half is not None and self.needs_words()

    def compose(self) -> ComposeResult:
        yield KeyedList(self.lines(), self.aliases())
        if any(option.other for option in self.question.options):
            yield Static(
                "In a few words, what is it? Enter goes on, Esc closes the box.", classes="other", markup=False
            )
            yield LineInput(self._other, max_length=SHORT_TEXT, classes="other", select_on_focus=False)

    def on_mount(self) -> None:
        self.set_class(self._opens_box, "-other")

    def on_resize(self) -> None:
        """Keep the box in sight where the list takes all the room."""
        if self.has_class("-other"):
            self.call_after_refresh(self.query_one(Input).scroll_visible, animate=False)

    def take_focus(self) -> None:
        if self.has_class("-other"):
            self.query_one(Input).focus()
        else:
            self.keyed.focus()

    @property
    def half_entered(self) -> str:
        is_open = self.has_class("-other")
        if not is_open and self.chosen == self._before:
            return ""
        return marks_kept(self.chosen, self.query_one(Input).value if is_open else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed())

    def put_in(self, wording: Wording) -> None:
        self.wording = wording
        for keyed in self.query(KeyedList):
            keyed.say(self.lines())

    def close_inner(self) -> bool:
        if not self.has_class("-other"):
            return False
        self.remove_class("-other")
        self.take_focus()
        return True

    @property
    def keyed(self) -> KeyedList:
        return self.query_one(KeyedList)

    @property
    def options(self) -> Sequence[Option]:
        return self.question.options

    def lines(self) -> list[Line]:
        """The lines as they stand."""
        raise NotImplementedError

    def aliases(self) -> dict[str, int]:
        """Other keys that pick a line."""
        return {}

    def needs_words(self) -> bool:
        """Whether an option that asks for words is picked."""
        return any(option.other for option in self.options if option.id in self.chosen)

    def commit(self) -> None:
        """Post what is picked, after asking for the words of "something else" if those are missing."""
        if self.needs_words() and not self.is_over:
            self.add_class("-other")
            self.query_one(Input).focus()
            self.post_message(self.Typed())
            return
        codes: list[Json] = list(self.chosen)
        self.post_message(self.Entered(codes))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        codes: list[Json] = list(self.chosen)
        self.post_message(self.Entered({"chosen": codes, "other": event.value}))


class OnePicker(PickField):
    """One of a list: its key answers and moves on at once."""

    hint = "A key answers and goes on"

    @property
    def half_entered(self) -> str:
        return super().half_entered if self.has_class("-other") else ""

    def lines(self) -> list[Line]:
        return [
            Line(self.wording.label(option), remark=EARLIER if option.id in self.chosen and self.has_earlier else "")
            for option in self.options
        ]

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.is_over:
            return
        self.keyed.light(event.index)
        self.chosen = [self.code_at(event.index)]
        self.commit()

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.chosen = [self.code_at(event.index)]
            self.commit()
        elif self.has_earlier:
            self.post_message(self.Kept())

    def code_at(self, index: int) -> str:
        return self.options[index].id


class YesNo(OnePicker):
    """Yes, no or unsure, also by their first letters."""

    WORDS = ("Yes", "No", "Unsure")

    def lines(self) -> list[Line]:
        return [
            Line(word, remark=EARLIER if code in self.chosen and self.has_earlier else "")
            for code, word in zip(YES_NO, self.WORDS, strict=True)
        ]

    def aliases(self) -> dict[str, int]:
        return {"y": 0, "n": 1, "u": 2}

    def code_at(self, index: int) -> str:
        return YES_NO[index]


class Scale(OnePicker):
    """A point from 1 to 5."""

    def lines(self) -> list[Line]:
        return [
            Line(label, remark=EARLIER if str(point) in self.chosen and self.has_earlier else "")
            for point, label in enumerate(self.question.scale, 1)
        ]

    def code_at(self, index: int) -> str:
        return str(index + 1)

    def commit(self) -> None:
        self.post_message(self.Entered(self.chosen[0]))


class ManyPicker(PickField):
    """Several of a list: keys mark and unmark, Enter goes on; one that stands alone unmarks the others."""

    hint = "Keys mark and unmark · Enter goes on"

    def lines(self) -> list[Line]:
        return [
            Line(self.wording.label(option), mark="[x]" if option.id in self.chosen else "[ ]")
            for option in self.options
        ]

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.is_over:
            return
        self.toggle(self.options[event.index])
        self.keyed.say(self.lines())
        self.post_message(self.Typed())

    def toggle(self, option: Option) -> None:
        if option.id in self.chosen:
            self.chosen.remove(option.id)
            return
        alone = {other.id for other in self.options if other.exclusive}
        self.chosen = [] if option.exclusive else [code for code in self.chosen if code not in alone]
        self.chosen.append(option.id)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if not self.chosen and self.has_earlier:
            self.post_message(self.Kept())
        else:
            self.commit()


class Ranking(PickField):
    """An order: keys are pressed first to last, Backspace takes the last one back, Enter goes on."""

    hint = "Keys first to last · Backspace takes one back · Enter goes on"

    def lines(self) -> list[Line]:
        return [Line(self.wording.label(option), mark=self.place_of(option.id)) for option in self.options]

    def place_of(self, code: str) -> str:
        return f"{self.chosen.index(code) + 1}." if code in self.chosen else " · "

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.is_over:
            return
        code = self.options[event.index].id
        if code in self.chosen:
            self.chosen.remove(code)
        else:
            self.chosen.append(code)
        self.keyed.say(self.lines())
        self.post_message(self.Typed())

    def key_backspace(self) -> None:
        if self.chosen and not self.is_over:
            self.chosen.pop()
            self.keyed.say(self.lines())
            self.post_message(self.Typed())

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if not self.chosen and self.has_earlier:
            self.post_message(self.Kept())
        else:
            self.commit()
