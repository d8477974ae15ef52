"""Random scripts that load, entries their questions take, and random walks through them.

Hypothesis draws how large they are and a seed; the rest follows from the seed, so that they are rich.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS, NoAnswer, Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.loading import load_script
from bcst_tui.script.model import SITTING_KINDS, Kind, Question
from bcst_tui.script.script import Script

TODAY = date(2026, 11, 21)
KINDS: tuple[Kind, ...] = (
    "choice",
    "choices",
    "yes_no",
    "short_text",
    "long_text",
    "whole_number",
    "money",
    "date",
    "partial_date",
    "date_time",
    "length_of_time",
    "phone",
    "address",
    "scale",
    "ranking",
    "each",
    "note",
    "acknowledgement",
)
Act = Literal["answer", "decline", "revise", "back", "onward", "look", "undo", "add_row", "remove_row"]
ACTS: tuple[Act, ...] = (
    "answer",
    "answer",
    "answer",
    "answer",
    "decline",
    "revise",
    "revise",
    "revise",
    "back",
    "onward",
    "look",
    "undo",
    "add_row",
    "add_row",
    "remove_row",
)


@dataclass
class _Writing:
    """A section as it is being made up: what can be read so far."""

    chance: Random
    readable: list[dict[str, Any]] = field(default_factory=list)
    made: int = 0

    def question(self, depth: int, in_group: bool) -> dict[str, Any]:
        self.made += 1
        kinds: tuple[Kind, ...] = KINDS if in_group or depth else (*KINDS, "group", "group", "group")
        kind = self.chance.choice(kinds)
        told: dict[str, Any] = {
            "id": f"q{self.made}",
            "kind": kind,
            "said": {"standard": "?"},
            "audience": "names",
        }
        if self.readable and self.chance.randrange(2):
            told["when"] = self.condition(2)
        if self.chance.randrange(12) == 0:
            told["sittings"] = self.chance.sample(SITTING_KINDS, self.chance.randint(1, 4))
        if not in_group and self.chance.randrange(6) == 0:
            told["needs_privacy"] = "yes"
        self._fill_in(told, depth, in_group)
        return told

    def _fill_in(self, told: dict[str, Any], depth: int, in_group: bool) -> None:
        kind = told["kind"]
        if kind == "group":
            outside = list(self.readable)
            told["questions"] = [self.question(depth, True) for _ in range(self.chance.randint(1, 3))]
            told["at_most_rows"] = "3"
            self.readable = outside
        if kind == "scale":
            told["scale"] = ["1", "2", "3", "4", "5"]
        if kind == "each":
            told["each"] = [{"id": "row_a", "said": "A"}, {"id": "row_b", "said": "B"}]
        if kind == "whole_number" and self.chance.randrange(2):
            told["check"] = {"at_least": "2"}
        self.readable.append(told)
        if kind in ("choice", "choices", "ranking", "each"):
            told["options"] = self._options(kind, depth, in_group)

    def _options(self, kind: Kind, depth: int, in_group: bool) -> list[dict[str, Any]]:
        options: list[dict[str, Any]] = []
        for place in range(self.chance.randint(2, 3)):
            option: dict[str, Any] = {"id": f"o{place}", "said": f"Option {place}", "tags": [f"t{place % 2}"]}
            options.append(option)
            if kind in ("choice", "choices"):
                option["exclusive"] = "yes" if self.chance.randrange(4) == 0 else "no"
                option["other"] = "yes" if self.chance.randrange(4) == 0 else "no"
                if depth < 2 and self.chance.randrange(3) == 0:
                    option["questions"] = [self.question(depth + 1, in_group)]
        return options

    def condition(self, depth: int) -> dict[str, Any]:
        if depth and self.chance.randrange(3) == 0:
            join = self.chance.choice(["all", "any", "none"])
            return {join: [self.condition(depth - 1) for _ in range(self.chance.randint(1, 2))]}
        if self.chance.randrange(6) == 0:
            return {"fact": "age", self.chance.choice(["at_least", "at_most"]): "30"}
        return self._test(self.chance.choice(self.readable))

    def _test(self, read: dict[str, Any]) -> dict[str, Any]:
        name, kind = read["id"], read["kind"]
        tests: list[dict[str, Any]] = [
            {"question": name, "answered": code} for code in ("true", self.chance.choice(NON_ANSWERS))
        ]
        if kind == "group":
            tests += [{"count": name, "at_least": "1"}, {"count": name, "equals": "0"}]
        if kind == "yes_no":
            tests += [{"question": name, "equals": code} for code in ("yes", "no")]
        if kind in ("choice", "choices"):
            tests += [{"question": name, "includes": "o0"}, {"question": name, "one_of": ["o0", "o1"]}]
            tests += [{"question": name, "tagged": "t0"}]
        if kind in ("choices", "ranking"):
            tests += [{"count": name, "at_least": "2"}]
        if kind == "each":
            tests += [{"question": name, "row": "row_a", "equals": "o1"}]
        if kind in ("whole_number", "scale"):
            tests += [{"question": name, "at_most": "3"}, {"question": name, "equals": "4"}]
        if kind == "money":
            tests += [{"question": name, "at_least": "£40"}]
        return self.chance.choice(tests)


def a_script(chance: Random, questions: int) -> Script:
    """A script of one section: all kinds, conditions, nested questions, groups, privacy."""
    writing = _Writing(chance)
    first = {"id": "q0", "kind": "yes_no", "said": {"standard": "?"}, "audience": "names"}
    writing.readable.append(first)
    asked = [first, *(writing.question(0, False) for _ in range(questions))]
    section = {"section": "home", "title": "Home", "rail": "Home", "questions": asked}
    main: dict[str, Any] = {"id": "invented", "version": "1", "title": "Invented", "sections": ["home.yaml"]}
    main["facts"] = {"age": {"means": "Whole years"}}
    if chance.randrange(2):
        main["not_private_when"] = {"question": "q0", "equals": "no"}
    return load_script({"script.yaml": json.dumps(main), "home.yaml": json.dumps(section)})


def entry_for(question: Question, pick: int) -> Json:
    """An entry this question takes; different picks give different ones, as far as there are any."""
    options: list[Json] = [option.id for option in question.options]
    match question.kind:
        case "choice" | "choices":
            return _picked(question, pick)
        case "yes_no":
            return ("yes", "no", "unsure")[pick % 3]
        case "short_text" | "long_text":
            return f"in words {pick}"
        case "whole_number" | "scale":
            return str(2 + pick % 4)
        case "money":
            return f"{pick % 90}.{pick % 100:02} {('a week', 'a month', 'every 4 weeks', '')[pick % 4]}"
        case "date" | "partial_date":
            return (TODAY + timedelta(days=pick % 900)).isoformat()
        case "date_time":
            return f"{(TODAY + timedelta(days=pick % 900)).isoformat()} {pick % 24}:30"
        case "length_of_time":
            return f"{pick % 50} {('day', 'weeks', 'months', 'years')[pick % 4]}"
        case "phone":
            return f"01632 960{pick % 1000:03}"
        case "address":
            return [f"{pick} Invented Street", "Leeds"]
        case "ranking":
            return list(reversed(options)) if pick % 2 else options[: 1 + pick % len(options)]
        case "each":
            return {row.id: options[(pick + place) % len(options)] for place, row in enumerate(question.each)}
        case "group" | "note" | "acknowledgement":
            return "done"


def _picked(question: Question, pick: int) -> Json:
    chosen = [option for place, option in enumerate(question.options) if pick >> place & 1]
    if question.kind == "choice" or not chosen or any(option.exclusive for option in chosen):
        chosen = [question.options[pick % len(question.options)]]
    codes: list[Json] = [option.id for option in chosen]
    if any(option.other for option in chosen):
        return {"chosen": codes, "other": f"other {pick}"}
    return codes


@st.composite
def begun(draw: DrawFn) -> Interview:
    """An interview over a random script, nothing answered yet."""
    chance = Random(draw(st.integers(0, 2**32)))
    script = a_script(chance, draw(st.integers(4, 10)))
    return engine.begin(script, chance.choice(SITTING_KINDS), TODAY, chance.choice([{}, {"age": "25"}, {"age": "40"}]))


Step = tuple[Act, int]


@st.composite
def walks(draw: DrawFn) -> list[Step]:
    """Steps to take, most of them answers."""
    chance = Random(draw(st.integers(0, 2**32)))
    return [(chance.choice(ACTS), chance.randrange(256)) for _ in range(draw(st.integers(8, 40)))]


def taken(interview: Interview, step: Step) -> Interview:
    """The interview after this step, or as it was if the step can't be taken."""
    moved = _tried(interview, *step)
    return interview if moved is None or isinstance(moved, Rejection) else moved


def _tried(interview: Interview, act: Act, pick: int) -> Interview | Rejection | None:
    current, path = interview.current, interview.path.asked
    match act:
        case "answer":
            return engine.answer(interview, entry_for(current.question, pick)) if current else None
        case "decline":
            return engine.answer(interview, non_answer(pick)) if current else None
        case "revise" if path:
            asked = path[pick % len(path)]
            return engine.revise(interview, asked.id, entry_for(asked.question, pick // 3))
        case "back":
            return engine.back(interview)
        case "onward":
            return engine.onward(interview)
        case "look" if path:
            return engine.look(interview, path[pick % len(path)].id)
        case "undo":
            return engine.undo(interview)
        case "add_row" if groups := [asked.id for asked in path if asked.placed.members]:
            return engine.add_row(interview, groups[pick % len(groups)])
        case "remove_row" if rows := [f"{g}[{row}]" for g, many in interview.standing.rows.items() for row in many]:
            return engine.remove_row(interview, rows[pick % len(rows)])
        case _:
            return None


def non_answer(pick: int) -> Json:
    code = NON_ANSWERS[pick % len(NON_ANSWERS)]
    return NoAnswer(code, NOT_ASKED_REASONS[pick % len(NOT_ASKED_REASONS)] if code == "not_asked" else None).kept()
