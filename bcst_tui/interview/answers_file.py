"""A whole interview written in a file: read, and played through any engine one step at a time.

Keys are question ids, a group is a list of its rows; beside them stand `sitting`, `today`, `name` and `facts`.
What is left blank is not answered. docs/answers.md tells it to those who write one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from bcst_tui.interview import engine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.known import years_between
from bcst_tui.interview.path import Asked
from bcst_tui.interview.rejection import holds_nothing
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.model import SITTING_KINDS, SittingKind
from bcst_tui.script.references import did_you_mean
from bcst_tui.script.script import Placed, Script
from bcst_tui.text import one_line
from bcst_tui.yaml_text import FileMistake, Place, YamlText

ABOUT = ("sitting", "today", "name", "facts")


@dataclass(frozen=True)
class Step:
    """The next thing to do: answer a question, or (`raw` is None) add a row to a group."""

    question_id: str
    raw: Json | None = field(repr=False)
    place: Place


@dataclass(frozen=True)
class AnswersFile:
    """What an answers file says; its answers are not checked before they are played."""

    text: YamlText = field(repr=False)
    sitting: SittingKind
    today: date | None
    name: str = field(repr=False)
    facts: Mapping[str, str] = field(repr=False)
    answers: Mapping[str, Json] = field(repr=False)

    def begun(self, script: Script, today: date) -> Interview:
        """The interview before its first answer."""
        return engine.begin(script, self.sitting, today, self.known_facts(today))

    def known_facts(self, today: date) -> dict[str, str]:
        """The facts of the file, and the age that follows from the birth date."""
        born = read_date(self.facts.get("birth_date", ""))
        age = {"age": str(years_between(born, today))} if born else {}
        return {**age, **self.facts}

    def mistake(self, step: Step, rejection: Rejection) -> FileMistake:
        """Why this step of the file can't be taken."""
        return self.text.error(step.place, f"`{step.question_id}`: {rejection.reason.rstrip('.')}", "Mend the entry.")


def read_answers(text: YamlText, script: Script) -> AnswersFile:
    """What the file says; raises ScriptError for a key or an id that stands for nothing in this script."""
    if not isinstance(text.value, dict):
        raise text.error(
            (), "an answers file is a list of `question: answer` lines", "Begin with bcst replay --template."
        )
    told = text.value
    for name in told:
        if name not in ABOUT and name not in script.placed:
            known = (*ABOUT, *script.placed)
            raise text.error((name,), f"`{name}` is not a question of this script", did_you_mean(name, known))
    answers = {
        name: raw for name, raw in told.items() if name not in ABOUT and not _says_nothing(raw, script.placed[name])
    }
    for name, raw in answers.items():
        if script.placed[name].members and isinstance(raw, list):
            _check_rows(text, script.placed[name], raw)
    return AnswersFile(
        text,
        _sitting(text),
        _today(text),
        one_line(_words(text, "name")),
        _facts(text, script),
        cast("Mapping[str, Json]", answers),
    )


def next_step(file: AnswersFile, interview: Interview) -> Step | None:
    """What the file says to do next, in the order the questions are asked; None at its end."""
    steps = (_step_for(file, interview, asked) for asked in interview.path.asked if not _answered(interview, asked))
    return next((step for step in steps if step is not None), None)


def taken(interview: Interview, step: Step) -> Interview | Rejection:
    """The interview after this step."""
    if step.raw is None:
        return engine.add_row(interview, step.question_id)
    return engine.revise(interview, step.question_id, step.raw)


def played(file: AnswersFile, interview: Interview) -> Interview:
    """The interview with every answer of the file; raises ScriptError for the first that can't be given."""
    while (step := next_step(file, interview)) is not None:
        moved = taken(interview, step)
        if isinstance(moved, Rejection):
            raise file.mistake(step, moved)
        interview = moved
    check_all_given(file, interview)
    return interview


def check_all_given(file: AnswersFile, interview: Interview) -> None:
    """Raise ScriptError for an answer in the file that was never asked for."""
    waiting = {asked.id for asked in interview.path.waiting}
    kept_out = {asked.id for asked in interview.path.kept_out}
    for name, place in _given(file, interview.script):
        if name in interview.standing.answers:
            continue
        if name in waiting:
            raise file.text.error(place, f"`{name}` waits until it is private", "Take it out, or change who can hear.")
        if name in kept_out:
            raise file.text.error(place, f"`{name}` is kept out, as the person wishes", "Take it out.")
        what = f"`{name}` is not asked, as the other answers stand"
        raise file.text.error(place, what, "Take it out, or change the answer it depends on.")


def unanswered(interview: Interview) -> tuple[str, ...]:
    """Questions that were asked and have no answer, in order."""
    return tuple(asked.id for asked in interview.path.asked if not _answered(interview, asked))


def _answered(interview: Interview, asked: Asked) -> bool:
    return asked.id in interview.standing.answers


def _step_for(file: AnswersFile, interview: Interview, asked: Asked) -> Step | None:
    group = asked.placed.group
    if group is not None and asked.row is not None:
        return _member_step(file, group, asked, asked.row)
    raw = file.answers.get(asked.id)
    if raw is None:
        return None
    if asked.placed.members and isinstance(raw, list):
        begun = len(interview.standing.rows.get(asked.id, ()))
        rows = _rows(raw)
        if begun < len(rows):
            return Step(asked.id, None, (asked.id, rows[begun]))
        return Step(asked.id, "done", (asked.id,))
    return Step(asked.id, raw, (asked.id,))


def _member_step(file: AnswersFile, group: str, asked: Asked, row: int) -> Step | None:
    raw = file.answers.get(group)
    rows = _rows(raw) if isinstance(raw, list) else []
    if not isinstance(raw, list) or row > len(rows):
        return None
    place = rows[row - 1]
    answers = raw[place]
    told = answers.get(asked.placed.id) if isinstance(answers, dict) else None
    return None if told is None or _is_blank(told) else Step(asked.id, told, (group, place, asked.placed.id))


def _rows(raw: list[Json]) -> list[int]:
    """Where in the list the rows are that say something; the first of them becomes row 1."""
    return [place for place, row in enumerate(raw) if not _is_blank(row)]


def _given(file: AnswersFile, script: Script) -> Iterator[tuple[str, Place]]:
    """Every answer in the file by the name it has in an interview."""
    for name, raw in file.answers.items():
        if script.placed[name].members and isinstance(raw, list):
            for number, place in enumerate(_rows(raw), 1):
                row = cast("dict[str, Json]", raw[place])
                for member in (member for member, told in row.items() if not _is_blank(told)):
                    yield f"{name}[{number}].{member}", (name, place, member)
        yield name, (name,)


def _check_rows(text: YamlText, group: Placed, rows: list[Json]) -> None:
    known = [member.id for member in group.members]
    for place, row in enumerate(rows):
        if _is_blank(row):
            continue
        if not isinstance(row, dict):
            what = f"a row of `{group.id}` is a list of `question: answer` lines"
            raise text.error((group.id, place), what, f"Its questions are {', '.join(known)}.")
        for member in row:
            if member not in known:
                what = f"`{member}` is not a question of `{group.id}`"
                raise text.error((group.id, place, member), what, did_you_mean(member, known))


def _sitting(text: YamlText) -> SittingKind:
    said = _words(text, "sitting") or "first_screening"
    for kind in SITTING_KINDS:
        if said == kind:
            return kind
    raise text.error(("sitting",), f"`{said}` is not a kind of sitting", f"It is one of {', '.join(SITTING_KINDS)}.")


def _today(text: YamlText) -> date | None:
    said = _words(text, "today")
    day = read_date(said) if said else None
    if said and day is None:
        raise text.error(("today",), f"`{said}` is not a date", "Write it like 2027-03-12.")
    return day


def _facts(text: YamlText, script: Script) -> dict[str, str]:
    facts = text.value.get("facts", {})
    if _is_blank(facts):
        return {}
    if not isinstance(facts, dict):
        raise text.error(("facts",), "`facts` is a list of `name: value` lines", "Indent them beneath it.")
    for name, value in facts.items():
        if name not in script.facts:
            what = f"`{name}` is not a fact this script knows"
            raise text.error(("facts", name), what, did_you_mean(name, script.facts))
        if not isinstance(value, str):
            raise text.error(("facts", name), f"the fact `{name}` is one piece of text", "Write it on one line.")
    if (born := facts.get("birth_date")) and read_date(born) is None:
        raise text.error(("facts", "birth_date"), "`birth_date` is not a date", "Write it like 1990-03-12.")
    return {name: value for name, value in facts.items() if not _is_blank(value)}


def _words(text: YamlText, name: str) -> str:
    said = text.value.get(name, "")
    if not isinstance(said, str):
        raise text.error((name,), f"`{name}` is one piece of text", "Write it on one line.")
    return said


def _is_blank(raw: object) -> bool:
    """Whether nothing was written there."""
    if isinstance(raw, dict):
        return all(_is_blank(value) for value in raw.values())
    if isinstance(raw, list):
        return bool(raw) and all(_is_blank(value) for value in raw)
    return isinstance(raw, str) and holds_nothing(raw)


def _says_nothing(raw: object, placed: Placed) -> bool:
    """An empty list is no answer either, but to a group: there are no rows to add."""
    return _is_blank(raw) or (raw == [] and not placed.members)
