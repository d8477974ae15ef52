"""Entries for the kinds that pick from what a question offers: choices, rankings, rows, a point on a scale."""

from __future__ import annotations

from bcst_tui.interview.rejection import NOTHING, Rejection, holds_nothing
from bcst_tui.interview.values import Acknowledged, Chosen, EachChosen, Json, Number, Ranked
from bcst_tui.script.model import Question
from bcst_tui.text import clean, one_line

SHORT_TEXT = 200
YES_NO = ("yes", "no", "unsure")


def read_chosen(question: Question, raw: Json) -> Chosen | Rejection:
    """One or more options, kept in the order of the script."""
    codes = _codes(raw)
    if holds_nothing(raw) or codes == []:
        return NOTHING
    if codes is None:
        return Rejection("Pick from the list.")
    if unknown := [code for code in codes if question.option(code) is None]:
        return Rejection(f"{one_line(unknown[0])[:40]!r} is not one of the answers. Pick from the list.")
    if question.kind == "choice" and len(codes) != 1:
        return Rejection("Pick one answer.")
    ordered = tuple(option.id for option in question.options if option.id in codes)
    return _alone(question, ordered) or _with_other(question, ordered, _other(raw))


def read_yes_no(question: Question, raw: Json) -> Chosen | Rejection:
    """Yes, no or unsure, also by first letter."""
    if holds_nothing(raw):
        return NOTHING
    codes = _codes(raw)
    word = codes[0].lower() if codes and len(codes) == 1 else ""
    full = {"y": "yes", "n": "no", "u": "unsure"}.get(word, word)
    return Chosen((full,)) if full in YES_NO else Rejection("Answer yes, no or unsure.")


def read_ranking(question: Question, raw: Json) -> Ranked | Rejection:
    """Options from the first to the last; those left out are not ranked."""
    codes = _codes(raw)
    if holds_nothing(raw) or codes == []:
        return NOTHING
    if codes is None or any(question.option(code) is None for code in codes) or len(set(codes)) != len(codes):
        return Rejection("Put answers from the list in order, each of them once.")
    return Ranked(tuple(codes))


def read_each(question: Question, raw: Json) -> EachChosen | Rejection:
    """One option for every row."""
    if holds_nothing(raw):
        return NOTHING
    if not isinstance(raw, dict):
        return Rejection("Pick one answer for each line.")
    rows = [row.id for row in question.each]
    if missing := [row.said for row in question.each if row.id not in raw]:
        return Rejection(f"“{missing[0]}” has no answer yet. Pick one for each line.")
    if set(raw) != set(rows) or any(question.option(str(raw[row])) is None for row in rows):
        return Rejection("Pick one of the answers for each line.")
    return EachChosen(tuple((row, str(raw[row])) for row in rows))


def read_scale(question: Question, raw: Json) -> Number | Rejection:
    """A point on the question's scale, counted from 1."""
    if holds_nothing(raw):
        return NOTHING
    text = one_line(str(raw)) if isinstance(raw, (str, int)) else ""
    points = {str(point): point for point in range(1, len(question.scale) + 1)}
    return Number(points[text]) if text in points else Rejection(f"Pick a number from 1 to {len(points)}.")


def read_done(question: Question, raw: Json) -> Acknowledged | Rejection:
    """That a note was read out, a thing was done, or a group has no more rows."""
    word = raw.strip().lower() if isinstance(raw, str) else ""
    return Acknowledged() if word in ("done", "yes", "true", "read") else Rejection("Go on when this is done.")


def _codes(raw: Json) -> list[str] | None:
    """Option ids out of `a, b`, `[a, b]` or `{chosen: [a, b], other: words}`; None if it is none of these."""
    if isinstance(raw, dict) and set(raw) <= {"chosen", "other"}:
        raw = raw.get("chosen", 0)
    if isinstance(raw, str):
        return [part.strip() for part in raw.split(",") if part.strip()]
    if not isinstance(raw, list):
        return None
    codes = [code for code in raw if isinstance(code, str)]
    return codes if len(codes) == len(raw) else None


def _other(raw: Json) -> str:
    told = raw.get("other") if isinstance(raw, dict) else None
    return clean(told).strip() if isinstance(told, str) and not holds_nothing(told) else ""


def _alone(question: Question, codes: tuple[str, ...]) -> Rejection | None:
    for code in codes:
        option = question.option(code)
        if option is not None and option.exclusive and len(codes) > 1:
            return Rejection(f"“{option.said}” can't stand beside another answer. Leave it out, or the others.")
    return None


def _with_other(question: Question, codes: tuple[str, ...], other: str) -> Chosen | Rejection:
    open_ended = [option for code in codes if (option := question.option(code)) is not None and option.other]
    if not open_ended:
        return Chosen(codes)
    if not other:
        return Rejection(f"Say in a few words what “{open_ended[0].said}” is.")
    if len(other) > SHORT_TEXT:
        return Rejection(f"Keep it to {SHORT_TEXT} letters; it has {len(other)}.")
    return Chosen(codes, other)
