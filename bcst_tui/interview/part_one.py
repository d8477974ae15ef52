"""Part 1 as somebody else filled it in: read out of a file, or typed in, and shown to be confirmed (R06, R72).

Each value is read by the same parse as a typed answer. Nothing of it counts as answered until it has been confirmed.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bcst_tui.interview.answer import Given, Rejection, kept, parse
from bcst_tui.interview.bounds import within_bounds
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.earlier import Earlier, Told
from bcst_tui.interview.known import Known
from bcst_tui.interview.values import Json
from bcst_tui.reference.part_one import PartOneField
from bcst_tui.script.model import Question
from bcst_tui.script.script import Script
from bcst_tui.text import is_blank, one_line

FINISHED, NUMBER = "finished_on", "prison_number"
MOST_LINES = 500
MOST_TOLD = 8
LONGEST_NAME = 40
SEVERAL = ("choices", "ranking")


@dataclass(frozen=True)
class Written:
    """One line of a file: the field's name, its value, and where it stands."""

    name: str
    value: Json = field(repr=False)
    line: int


@dataclass(frozen=True)
class PartOne:
    """What a file says, all of it fit to be shown; `unknown`: fields that stand for nothing that is asked."""

    finished_on: date
    answers: tuple[tuple[str, Json], ...] = field(repr=False)
    unknown: tuple[str, ...] = ()
    prison_number: str = field(default="", repr=False)


@dataclass(frozen=True)
class Refused:
    """Why nothing was taken over, line by line."""

    mistakes: tuple[str, ...] = field(repr=False)


def read_part_one(
    text: str, is_csv: bool, fields: Mapping[str, PartOneField], script: Script, today: date
) -> PartOne | Refused:
    """What the file says, or every mistake in it; nothing is half read."""
    lines = _lines_of_csv(text) if is_csv else _lines_of_json(text)
    if isinstance(lines, Refused):
        return lines
    if twice := [one for place, one in enumerate(lines) if one.name in {other.name for other in lines[:place]}]:
        return Refused(tuple(f"Line {one.line}: {_name(one)} stands here twice. Keep one of them." for one in twice))
    by_name = {one.name: one for one in lines}
    finished = by_name.pop(FINISHED, None)
    number = by_name.pop(NUMBER, None)
    on = _finished(finished, today)
    known = {**{one.question: one for one in fields.values()}, **fields}
    found, mistakes, unknown = _answers(by_name.values(), known, script, today)
    if isinstance(on, str):
        mistakes.insert(0, on)
    if mistakes or isinstance(on, str):
        more = [f"And {len(mistakes) - MOST_TOLD} more."] if len(mistakes) > MOST_TOLD else []
        return Refused((*mistakes[:MOST_TOLD], *more))
    if not found:
        return Refused(("There is nothing in it that is asked in part 2. Look at the names of its fields.",))
    return PartOne(on, tuple(found.items()), tuple(unknown), one_line(str(number.value)) if number else "")


def value_of(
    question: Question, entry: PartOneField | None, raw: Json, script: Script, today: date
) -> Given | Rejection:
    """The answer these words of part 1 stand for, by the parse of typed answers and the question's bounds."""
    told = parse(question, _as_entered(question, entry, raw))
    if isinstance(told, Rejection):
        return told
    if not isinstance(told, Given):
        return Rejection("What part 1 does not say is left out.")
    bounded = within_bounds(question, told, Known(script, today))
    return bounded if isinstance(bounded, Rejection | Given) else told


def with_part_one(
    earlier: Earlier, script: Script, said: Iterable[tuple[str, Json, date]], since: date | None = None
) -> Earlier:
    """What was told before, and beside it what part 1 says to questions nobody was asked since.

    `since`: the day this time in prison began, where it is not the first; an older part 1 is not shown.
    """
    found: dict[str, Told] = {}
    for question_id, value, on in said:
        placed = script.placed.get(question_id)
        if placed is None or question_id in earlier.settled or (since is not None and on < since):
            continue
        told = parse(placed.question, value)
        if isinstance(told, Given):
            found[question_id] = Told(told, on)
    return replace(earlier, part_one=found) if found else earlier


def _as_entered(question: Question, entry: PartOneField | None, raw: Json) -> Json:
    """Codes for the words of part 1; for several, a list or words parted by semicolons or upright strokes."""
    if question.kind not in ("choice", "choices", "yes_no", "ranking"):
        return raw
    parts: list[Json] = [*raw] if isinstance(raw, list) else [raw]
    if question.kind in SEVERAL and isinstance(raw, str):
        parts = [*raw.replace("|", ";").split(";")]
    return [_code(question, entry, one_line(str(part))) for part in parts if not is_blank(str(part))]


def _code(question: Question, entry: PartOneField | None, words: str) -> Json:
    folded = words.casefold()
    if entry is not None and folded in entry.also:
        return entry.also[folded]
    return next((one.id for one in question.options if folded in (one.id, one.said.casefold())), words)


def _answers(
    lines: Iterable[Written], known: Mapping[str, PartOneField], script: Script, today: date
) -> tuple[dict[str, Json], list[str], list[str]]:
    found: dict[str, Json] = {}
    mistakes: list[str] = []
    unknown: list[str] = []
    for one in lines:
        entry = known.get(one.name)
        placed = script.placed.get(entry.question) if entry else None
        if entry is None or placed is None:
            unknown.append(_name(one))
            continue
        if one.value in ("", []):
            continue
        value = value_of(placed.question, entry, one.value, script, today)
        if isinstance(value, Rejection):
            mistakes.append(f"Line {one.line}, {_name(one)}: {value.reason}")
        elif entry.question in found:
            mistakes.append(f"Line {one.line}, {_name(one)}: this was said already, under another name. Keep one.")
        else:
            found[entry.question] = kept(value)
    return found, mistakes, unknown


def _name(one: Written) -> str:
    return one_line(one.name)[:LONGEST_NAME] or "a field without a name"


def _finished(written: Written | None, today: date) -> date | str:
    if written is None:
        return f"The file does not say when part 1 was finished. Add a field {FINISHED}, such as 2026-11-20."
    day = read_date(str(written.value))
    if day is None:
        return f"Line {written.line}, {FINISHED}: write it as a day, month and year, such as 2026-11-20."
    return day if day <= today else f"Line {written.line}, {FINISHED}: that day is still to come."


def _lines_of_json(text: str) -> list[Written] | Refused:
    """The pairs of one JSON object: words, numbers, yes and no, or lists of words."""
    pairs: list[tuple[str, object]] = []

    def keep(found: list[tuple[str, object]]) -> object:
        pairs[:] = found
        return dict(found)

    try:
        whole = json.loads(text, object_pairs_hook=keep)
    except json.JSONDecodeError as mistake:
        return Refused((f"Line {mistake.lineno}: this is not JSON. Look at the quotes, commas and brackets there.",))
    except (RecursionError, ValueError):
        return Refused(("This is not JSON as part 1 is written in: one pair of curly brackets, and fields inside.",))
    if not isinstance(whole, dict) or len(pairs) > MOST_LINES:
        return Refused((f"Part 1 is one pair of curly brackets with at most {MOST_LINES} fields inside.",))
    lines = [Written(name, _plain(value), _line_of(name, text)) for name, value in pairs]
    nested = tuple(
        f"Line {one.line}, {_name(one)}: write words, or a list of words." for one in lines if _is_nested(one)
    )
    return Refused(nested) if nested else lines


def _is_nested(one: Written) -> bool:
    return isinstance(one.value, dict)


def _plain(value: object) -> Json:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() | int() | float():
            return str(value)
        case list() if all(isinstance(one, str | int) for one in value):
            return [str(one) for one in value]
        case _:
            return {}


def _line_of(name: str, text: str) -> int:
    place = text.find(json.dumps(name, ensure_ascii=False))
    return text.count("\n", 0, max(place, 0)) + 1


def _lines_of_csv(text: str) -> list[Written] | Refused:
    """Two columns, field and value, with that line at the top."""
    head = text.lstrip().partition("\n")[0]
    parted = next((one for one in ",;\t" if one in head), ",")
    reader = csv.reader(text.splitlines(), delimiter=parted, strict=True)
    lines: list[Written] = []
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(lines) > MOST_LINES:
                return Refused((f"Part 1 has at most {MOST_LINES} lines. This is another file.",))
            lines.append(Written(cells[0].casefold(), _joined(cells), reader.line_num))
    except csv.Error:
        return Refused((f"Line {reader.line_num}: the quotes on this line do not close. Write it again.",))
    if not lines or (lines[0].name, lines[0].value) != ("field", "value"):
        return Refused((f"The first line has to be: field{parted}value",))
    unsafe = tuple(_unsafe(lines[1:]))
    return Refused(unsafe) if unsafe else lines[1:]


def _joined(cells: list[str]) -> Json:
    filled = [one for one in cells[1:] if one]
    return filled[0] if len(filled) == 1 else [*filled]


def _unsafe(lines: list[Written]) -> Iterator[str]:
    for one in lines:
        values = one.value if isinstance(one.value, list) else [one.value]
        if any(str(value)[:1] in ("=", "@") for value in values):
            yield f"Line {one.line}, {_name(one)}: this is a formula of a spreadsheet. Write what it shows instead."
