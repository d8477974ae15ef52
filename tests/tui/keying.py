"""What somebody at the keyboard types and presses to give an answer of an answers file, for every kind of question."""

from __future__ import annotations

from typing import assert_never

from bcst_tui.interview.values import Json
from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS
from tests.tui.driving import Driver


async def give(driver: Driver, question: Question, raw: Json) -> None:
    """Answer the question that stands on the screen, by keys alone."""
    if isinstance(raw, dict) and set(raw) == {"declined"}:
        await driver.press("f2")
        await driver.until_on("SkipChooser")
        await driver.press("1")
        return
    typed, keys = keys_for(question, raw)
    await driver.type(typed)
    await driver.press(*keys)


def keys_for(question: Question, raw: Json) -> tuple[str, list[str]]:
    """What is typed first, and then which keys are pressed."""
    match question.kind:
        case "choice":
            return "", [_key(question, str(raw))]
        case "choices" | "ranking":
            assert isinstance(raw, list)
            return "", [*(_key(question, str(code)) for code in raw), "enter"]
        case "each":
            assert isinstance(raw, dict)
            return "", [*(_key(question, str(raw[row.id])) for row in question.each), "enter"]
        case "yes_no":
            return "", [str(raw)[0]]
        case "scale":
            return "", [str(raw)]
        case "note" | "acknowledgement" | "group":
            return "", ["enter"]
        case "short_text" | "long_text" | "address" | "phone" | "whole_number" | "money":
            return str(raw), ["enter"]
        case "date" | "partial_date" | "date_time" | "length_of_time":
            return str(raw), ["enter"]
        case other:
            assert_never(other)


def _key(question: Question, code: str) -> str:
    return LINE_KEYS[[option.id for option in question.options].index(code)]
