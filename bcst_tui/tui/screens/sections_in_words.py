"""The parts of one interview in words and symbols: how far each has come, and what comes next."""

from __future__ import annotations

from textwrap import wrap

from textual.content import Content

from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.state import Progress
from bcst_tui.script.script import Section
from bcst_tui.text import one_line
from bcst_tui.tui.widgets.saying_when import day

TITLE_WIDTH, SIDE = 34, 30
_BAR = 24
_SYMBOLS = {"not_started": "○", "in_progress": "◐", "done": "●", "nothing_to_ask": "–"}


def status_words(progress: Progress) -> str:
    """How far a section has come, in words."""
    waiting = f", {progress.waiting} waiting for a private moment" if progress.waiting else ""
    match progress.status:
        case "nothing_to_ask":
            return "nothing to ask" + waiting
        case "not_started":
            return f"not started, {progress.asked} to ask" + waiting
        case "done":
            return "done" + waiting
        case "in_progress":
            return f"{progress.answered} of {progress.asked}" + waiting


def bar(progress: Progress, width: int = _BAR) -> str:
    """The whole interview as a bar; full only when nothing is left."""
    full = progress.answered * width // progress.asked if progress.asked else 0
    return "━" * full + "─" * (width - full)


def section_line(section: Section, progress: Progress) -> Content:
    """A section on its line of the list."""
    title = one_line(section.file.title)
    told = Content(title).truncate(TITLE_WIDTH, ellipsis=True, pad=True)
    return Content.assemble(f" {_SYMBOLS[progress.status]}  ", told, "  ", status_words(progress))


def set_in(words: str) -> list[str]:
    """The words under a day at the side, each line set in."""
    return wrap(words, SIDE, initial_indent="  ", subsequent_indent="  ")


def next_words(sitting: Sitting) -> str:
    """What can be done now, and by which keys."""
    if sitting.closed:
        return f"{sitting.closed}\nIt can be read, and copies can be written (X)."
    if sitting.status == "completed":
        return "This interview is completed. P shows the plan, X writes a copy, R begins another one."
    if sitting.interview.is_complete:
        return "Every question has an answer. C reads them through, P shows the plan."
    if sitting.may_change_kind:
        return "O begins. R says that it is about something else. B shows what to bear in mind."
    return (
        "O carries on. Enter opens the section that is marked.\n"
        "X writes a copy, B shows what to bear in mind, Ctrl+G who may be told what."
    )


def about_sitting(sitting: Sitting) -> list[str]:
    """What the wide screen adds at the side."""
    begun, saved = sitting.started_at.astimezone(), sitting.saved_at.astimezone()
    return [
        f"Begun {day(begun.date())}, {begun:%H:%M}",
        f"Saved {day(saved.date())}, {saved:%H:%M}",
        "",
        "R  meet again" if sitting.status == "completed" else "O  carry on",
        "C  check answers",
        "P  needs and plan",
        "X  write a copy",
        "B  bear in mind",
    ]
