"""Every question with its answer, by section: what is still open first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview
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

    def tell(self, interview: Interview, wording: Wording, revealed: bool) -> None:
        """List the answers as they stand, keeping the place."""
        lit, index = self.highlighted_option, self.highlighted
        options = list(_options(interview, wording, revealed))
        self.set_options(options)
        places = [place for place, option in enumerate(options) if not option.disabled]
        same = next((place for place in places if lit is not None and options[place].id == lit.id), None)
        self.highlighted = same if same is not None else next((p for p in places if p >= (index or 0)), None)


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
    for section in interview.script.sections:
        told = [one for one in interview.path.asked if one.placed.section == section.id and one.id in answers]
        if told:
            yield _heading(section.file.title)
            yield from (_line(interview, one, wording, revealed) for one in told)
    if interview.set_aside:
        count = len(interview.set_aside)
        yield _heading(f"{count} set aside by a later change; they come back if it is changed back")


def _heading(words: str) -> Option:
    return Option(Text(f"\n{words}", style="bold"), disabled=True)


def _line(interview: Interview, asked: Asked, wording: Wording, revealed: bool) -> Option:
    words = answer_words(interview, asked, wording, revealed)
    question = wording.short(asked.question)
    if asked.placed.group is not None and asked.row is not None:
        rows = interview.standing.rows.get(asked.placed.group, ())
        named = interview.script.placed[asked.placed.group].question.row_named or "one"
        question = f"{named.capitalize()} {rows.index(asked.row) + 1}: {question}"
    return Option(_cells(question, "—" if words == UNANSWERED else words), id=asked.id)


def _cells(question: str, answer: str) -> Table:
    row = Table.grid(padding=(0, 3, 0, 1), expand=True)
    row.add_column(ratio=5)
    row.add_column(ratio=4)
    row.add_row(Text(question), Text(answer, style="bold"))
    return row
