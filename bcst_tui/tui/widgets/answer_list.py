"""Every question with its answer: what is open first, what has no answer by its kind, then the rest by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from bcst_tui.interview.answer import Answer, NoAnswer
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import NON_ANSWER_WORDS, REASON_WORDS, in_short
from bcst_tui.interview.state import Interview
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.text import one_line
from bcst_tui.tui.widgets.row import Cell, Row
from bcst_tui.tui.widgets.told import answer_words
from bcst_tui.tui.widgets.wording import Wording

MOST_LINES, PART = 2, 20
NOT_YET, WAITING = "not answered yet", "waiting until nobody else can hear"
KEPT_OUT = "kept out, as the person chose"
BY_KIND: Mapping[NonAnswerCode, str] = {
    "declined": NON_ANSWER_WORDS["declined"],
    "not_asked": NON_ANSWER_WORDS["not_asked"],
    "not_known": "not known",
}
"""The kinds of no answer that stand before the sections; what does not apply is an answer like any other."""


@dataclass(frozen=True)
class AnswerGroup:
    """Questions under one heading."""

    title: str
    asked: tuple[Asked, ...]
    is_open: bool = False

    def heading(self, shown: int) -> str:
        return f"{self.title[:1].upper()}{self.title[1:]} · {shown}"


def answer_groups(interview: Interview) -> tuple[AnswerGroup, ...]:
    """Every question of the sitting once: those without an answer by the reason, the others by section."""
    answers, asked = interview.standing.answers, interview.path.asked
    groups = [
        AnswerGroup(NOT_YET, tuple(one for one in asked if one.id not in answers), True),
        AnswerGroup(WAITING, interview.path.waiting, True),
        AnswerGroup(KEPT_OUT, interview.path.kept_out, True),
    ]
    for code, title in BY_KIND.items():
        told = tuple(one for one in asked if _kind(answers.get(one.id)) == code)
        groups.append(AnswerGroup(title, told, True))
    rest = [one for one in asked if one.id in answers and _kind(answers[one.id]) not in BY_KIND]
    for section in interview.script.sections:
        told = tuple(one for one in rest if one.placed.section == section.id)
        groups.append(AnswerGroup(section.file.title, told))
    return tuple(group for group in groups if group.asked)


def count_words(interview: Interview) -> str:
    """How many questions there are, and how many have no answer, by the reason."""
    without = [f"{len(group.asked)} {group.title}" for group in answer_groups(interview) if group.is_open]
    if not without:
        return "Every question has an answer."
    return " · ".join([f"{len(interview.path.asked)} questions", *without])


class AnswerList(OptionList):
    """Questions at the left, answers at the right; headings can't be lit. Left and Right go from part to part."""

    DEFAULT_CSS = """
    AnswerList {
        height: 1fr; max-height: 1fr; border: none; padding: 0 2; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    AnswerList:focus { border: none; }
    AnswerList > .option-list--option-disabled { color: $primary; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._unanswered: tuple[str, ...] = ()

    def tell(self, interview: Interview, wording: Wording, revealed: bool, sought: str = "") -> None:
        """List the answers that hold these words, keeping the place; from one just answered on to the next open."""
        lit, was = self.highlighted_option, self._unanswered
        self._unanswered = tuple(one.id for one in interview.path.asked if one.id not in interview.standing.answers)
        options = list(_Lines(interview, wording, revealed, sought).options())
        self.set_options(options)
        ids = {option.id: place for place, option in reversed(list(enumerate(options))) if not option.disabled}
        first = min(ids.values(), default=None)
        stays = lit.id if lit is not None else None
        if stays in was and stays not in self._unanswered:
            stays = _next_open(was, self._unanswered, stays) or stays
        self.highlighted = ids.get(stays, first)

    def on_key(self, event: events.Key) -> None:
        """Left and Right go to the first line of the part before, or of the next."""
        if event.key in ("left", "right"):
            event.stop()
            starts = [place for place in range(1, self.option_count) if self._begins_a_part(place)]
            here = self.highlighted if self.highlighted is not None else 0
            before, after = [one for one in starts if one < here], [one for one in starts if one > here]
            if chosen := after[:1] if event.key == "right" else before[-1:]:
                self.highlighted = chosen[0]
                self.scroll_to_highlight(top=True)

    def _begins_a_part(self, place: int) -> bool:
        return self.get_option_at_index(place - 1).disabled and not self.get_option_at_index(place).disabled


def _next_open(was: tuple[str, ...], now: tuple[str, ...], answered: str | None) -> str | None:
    """The open question that stood after one just answered, or else the first one."""
    after = was[was.index(answered) :] if answered in was else ()
    return next((one for one in after if one in now), None) or next(iter(now), None)


@dataclass(frozen=True)
class _Lines:
    """The lines of the list for one interview as it is shown now."""

    interview: Interview
    wording: Wording
    revealed: bool
    sought: str = field(repr=False)

    def options(self) -> Iterator[Option]:
        found = False
        for group in answer_groups(self.interview):
            lines = [line for one in group.asked if (line := self._line(group, one)) is not None]
            if lines:
                found = True
                yield _heading(group.heading(len(lines)))
                yield from lines
        if not found and self.sought:
            yield _heading("Nothing here holds those words. Esc shows everything again.")
        elif self.interview.set_aside and not self.sought:
            count = len(self.interview.set_aside)
            yield _heading(f"{count} set aside by a later change; they come back if it is changed back")

    def _line(self, group: AnswerGroup, asked: Asked) -> Option | None:
        question, told = self._question(asked), self._told(group, asked)
        text = f"{question} {self.wording.fill(asked.question.said.standard)} {told}".lower()
        if not all(word in text for word in self.sought.lower().split()):
            return None
        waits = group.title in (WAITING, KEPT_OUT)
        left = Cell(Content(question), share=5, most_lines=MOST_LINES)
        right = Cell(Content.styled(told, "italic"), width=PART) if group.is_open else Cell(Content(told), share=4)
        return Option(Row([left, right]), id=None if waits else asked.id, disabled=waits)

    def _question(self, asked: Asked) -> str:
        question = one_line(self.wording.fill(in_short(asked.question)))
        row = self.interview.row_named(asked)
        return f"{row}: {question}" if row else question

    def _told(self, group: AnswerGroup, asked: Asked) -> str:
        """The answer; where there is none, the reason if one was given, and the part of the interview."""
        if not group.is_open:
            return answer_words(self.interview, asked, self.wording, self.revealed)
        part = self.interview.script.section(asked.placed.section).file.title
        answer = self.interview.standing.answers.get(asked.id)
        if isinstance(answer, NoAnswer) and answer.reason:
            return f"{REASON_WORDS[answer.reason]} · {part}"
        return part


def _kind(answer: Answer | None) -> NonAnswerCode | None:
    return answer.code if isinstance(answer, NoAnswer) else None


def _heading(words: str) -> Option:
    return Option(Content.styled(f"\n{words}", "bold"), disabled=True)
