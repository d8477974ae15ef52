"""The words around a question: where it stands, what to say, why, what to notice, what was answered before."""

from __future__ import annotations

from textual.content import Content

from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview
from bcst_tui.tui.widgets.told import answer_words, page_before
from bcst_tui.tui.widgets.wording import Wording

TOLD_BY = {
    "person": "",
    "record": "From the record — not asked aloud",
    "worker": "You decide — not asked aloud",
}
MOST_BEFORE = 5
LINE = 70
"""Letters of a line that fits beside the margins of the narrowest screen."""
HALF = "○ Not saved as an answer yet: press Enter to save it."
HALF_COVERED = "○ Begun and not saved as an answer yet: ••••••  Ctrl+R shows it."


def head(interview: Interview, asked: Asked, wording: Wording, revealed: bool) -> Content:
    """Who tells, the title of the page or row, and the answers on it so far."""
    parts = [Content.styled(words, "bold $accent") for words in (TOLD_BY[asked.question.told_by],) if words]
    parts += [Content.styled(words, "$quiet") for words in (_title(interview, asked),) if words]
    for one in page_before(interview, asked)[-MOST_BEFORE:]:
        told = answer_words(interview, one, wording, revealed)
        parts.append(Content.styled(_on_one_line(wording.short(one.question), told), "$quiet"))
    return Content("\n").join(parts)


def said(asked: Asked, wording: Wording, shows_why: bool) -> Content:
    """What to say, and under it why we ask, where that is wanted."""
    lines = Content.styled("\n".join(wording.lines(asked.question)), "bold")
    if not shows_why:
        return lines
    why = asked.question.why or "No reason is written down for this one."
    return Content.assemble(lines, (f"\n\nWhy we ask: {wording.fill(why)}", "$secondary"))


def foot(interview: Interview, asked: Asked, wording: Wording, revealed: bool, hint: str) -> Content:
    """The answer so far, what the worker should notice, and how the field is worked."""
    parts = []
    if interview.answer_to(asked.id) is not None and asked.question.kind != "group":
        words = answer_words(interview, asked, wording, revealed)
        parts.append(Content.assemble("Answer so far: ", (words, "bold"), " · Enter keeps it"))
    if asked.question.notice:
        parts.append(Content.styled(f"Notice: {wording.fill(asked.question.notice)}", "italic"))
    parts.append(Content(hint))
    return Content("\n").join(parts)


def _on_one_line(question: str, answer: str) -> str:
    room = max(LINE - len(answer), LINE // 3)
    cut = question if len(question) <= room else f"{question[: room - 1].rstrip()}…"
    return f"  {cut}  {answer}"


def _title(interview: Interview, asked: Asked) -> str:
    placed = asked.placed
    if row := interview.row_named(asked):
        return row
    pages = interview.script.section(placed.section).file.pages
    return pages[placed.page].title if placed.page in pages else ""
