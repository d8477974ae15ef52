"""What somebody types in line mode: at its set-up, to open a case, and to give the answers of an answers file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS, Rejection
from bcst_tui.interview.answers_file import AnswersFile, next_step, taken
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.model import Question

MONDAY = date(2026, 11, 23)
PASSPHRASE = "seven invented words for nobody at all"
WORD = "heron"
SET_UP = (
    "Wren Invented",
    "resettlement worker",
    "HMP Nowhere",
    "1",
    "safeguarding lead",
    "duty manager",
    "",
    "",
    PASSPHRASE,
    PASSPHRASE,
    WORD,
)
NEW_CASE = ("1", "Robin Invented", "", "TRN-001", "2/5/1994")


def typed_for(file: AnswersFile, interview: Interview) -> Iterator[str]:
    """The lines for every question of the interview, in the order they are asked."""
    while (step := next_step(file, interview)) is not None:
        current = interview.current
        assert current is not None
        assert step.question_id == current.id, f"{current.id} is asked and the file has no answer to it"
        yield from ["add"] if step.raw is None else _lines(current.question, step.raw)
        moved = taken(interview, step)
        assert not isinstance(moved, Rejection)
        interview = moved


def _lines(question: Question, raw: Json) -> Iterator[str]:
    if isinstance(raw, dict):
        yield from _fields(question, raw)
    elif isinstance(raw, list):
        yield ", ".join(_pick(question, str(one)) for one in raw)
    else:
        yield _pick(question, str(raw))


def _fields(question: Question, raw: dict[str, Json]) -> Iterator[str]:
    for number, code in enumerate(NON_ANSWERS, 1):
        if code in raw:
            yield from ["skip", str(number)]
            yield from [str(NOT_ASKED_REASONS.index(why) + 1) for why in NOT_ASKED_REASONS if raw[code] == why]
            return
    if "other" in raw:
        yield from _lines(question, raw["chosen"])
        yield str(raw["other"])
    else:
        yield from (_pick(question, str(raw[row.id])) for row in question.each)


def _pick(question: Question, code: str) -> str:
    """The number before an option, or what is written as it is."""
    codes = [option.id for option in question.options] or (["yes", "no", "unsure"] if question.kind == "yes_no" else [])
    return str(codes.index(code) + 1) if code in codes else code
