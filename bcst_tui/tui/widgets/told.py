"""Answers in words as a screen shows them: private ones covered until they are asked for."""

from __future__ import annotations

from bcst_tui.interview.answer import Given
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import shown
from bcst_tui.interview.state import Interview
from bcst_tui.tui.widgets.group_rows import Row
from bcst_tui.tui.widgets.wording import Wording

COVERED = "••••••"
UNANSWERED = "not answered yet"


def answer_words(interview: Interview, asked: Asked, wording: Wording, revealed: bool) -> str:
    """What was answered, or that nothing was."""
    answer = interview.answer_to(asked.id)
    if answer is None:
        return UNANSWERED
    if asked.question.sensitivity == "sensitive" and isinstance(answer, Given) and not revealed:
        return COVERED
    if asked.question.kind == "group":
        rows = group_rows(interview, asked, wording, revealed)
        return "; ".join(row.words for row in rows) or "none"
    return wording.fill(shown(asked.question, answer))


def group_rows(interview: Interview, group: Asked, wording: Wording, revealed: bool) -> tuple[Row, ...]:
    """The rows of a group, each with what was told in it."""
    rows = []
    for number in interview.standing.rows.get(group.id, ()):
        row_id = f"{group.id}[{number}]"
        members = [one for one in interview.path.asked if one.id.startswith(f"{row_id}.")]
        told = [answer_words(interview, one, wording, revealed) for one in members if interview.answer_to(one.id)]
        if members:
            rows.append(Row(row_id, members[0].id, " · ".join(told) or UNANSWERED))
    return tuple(rows)


def page_before(interview: Interview, asked: Asked) -> tuple[Asked, ...]:
    """The questions of the same page that stand before this one."""
    place = interview.path.position(asked.id)
    before = interview.path.asked[:place]
    if asked.placed.group is not None and asked.row is not None:
        return tuple(one for one in before if one.placed.group == asked.placed.group and one.row == asked.row)
    page = asked.placed.page
    return tuple(
        one for one in before if page and one.placed.page == page and one.placed.section == asked.placed.section
    )
