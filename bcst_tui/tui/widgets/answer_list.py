"""Every question with its answer, by section: what is still open first."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview
from bcst_tui.tui.widgets.row import Cell, Row
from bcst_tui.tui.widgets.told import UNANSWERED, answer_words
from bcst_tui.tui.widgets.wording import Wording


class AnswerList(OptionList):
    """Questions at the left, answers at the right; headings can't be lit."""

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
        self._unanswered: frozenset[str] = frozenset()

    def tell(self, interview: Interview, wording: Wording, revealed: bool) -> None:
        """List the answers as they stand, keeping the place; from one just answered on to the next open one."""
        lit, was = self.highlighted_option, self._unanswered
        self._unanswered = frozenset(one.id for one in interview.path.asked if one.id not in interview.standing.answers)
        options = list(_options(interview, wording, revealed))
        self.set_options(options)
        ids = {option.id: place for place, option in reversed(list(enumerate(options))) if not option.disabled}
        first = min(ids.values(), default=None)
        goes_on = lit is not None and lit.id in was and lit.id not in self._unanswered and bool(self._unanswered)
        self.highlighted = first if lit is None or goes_on else ids.get(lit.id, first)


def _options(interview: Interview, wording: Wording, revealed: bool) -> Iterator[Option]:
    answers = interview.standing.answers
    unanswered = [one for one in interview.path.asked if one.id not in answers]
    if unanswered:
        yield _heading(f"Not answered yet · {len(unanswered)}")
        yield from (_line(interview, one, wording, revealed) for one in unanswered)
    if interview.path.waiting:
        yield _heading(f"Waiting until nobody else can hear · {len(interview.path.waiting)}")
        yield from (
            Option(_cells(wording.short(one.question), "waits"), disabled=True) for one in interview.path.waiting
        )
    if interview.path.kept_out:
        yield _heading(f"Kept out, as the person chose · {len(interview.path.kept_out)}")
        yield from (
            Option(_cells(wording.short(one.question), "not asked"), disabled=True) for one in interview.path.kept_out
        )
    for section in interview.script.sections:
        told = [one for one in interview.path.asked if one.placed.section == section.id and one.id in answers]
        if told:
            yield _heading(section.file.title)
            yield from (_line(interview, one, wording, revealed) for one in told)
    if interview.set_aside:
        count = len(interview.set_aside)
        yield _heading(f"{count} set aside by a later change; they come back if it is changed back")


def _heading(words: str) -> Option:
    return Option(Content.styled(f"\n{words}", "bold"), disabled=True)


def _line(interview: Interview, asked: Asked, wording: Wording, revealed: bool) -> Option:
    words = answer_words(interview, asked, wording, revealed)
    question = wording.short(asked.question)
    if asked.placed.group is not None and asked.row is not None:
        rows = interview.standing.rows.get(asked.placed.group, ())
        named = interview.script.placed[asked.placed.group].question.row_named or "one"
        question = f"{named.capitalize()} {rows.index(asked.row) + 1}: {question}"
    return Option(_cells(question, "—" if words == UNANSWERED else words), id=asked.id)


def _cells(question: str, answer: str) -> Row:
    return Row([Cell(Content(question), share=5), Cell(Content.styled(answer, "bold"), share=4)])
