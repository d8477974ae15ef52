"""What docs/scripts.md shows is what the language takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from bcst_tui.plan.due_dates import DUE_KINDS
from bcst_tui.script.condition import Condition
from bcst_tui.script.model import FormatName, Kind, Question, ScriptFile
from bcst_tui.script.naming import named_conditions
from bcst_tui.script.rules import NeedRule
from bcst_tui.yaml_text import read_yaml, validated

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scripts.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, flags=re.DOTALL)
ONE_LINE = [line.split("  #")[0] for example in EXAMPLES for line in example.splitlines() if re.match(r"\{\w+:", line)]


def example_of(words: str) -> str:
    """The one example with these words in it."""
    (found,) = [example for example in EXAMPLES if words in example]
    return str(found)


def test_the_script_file_shown_is_one() -> None:
    shown = validated(ScriptFile, read_yaml(example_of("not_private_when"), "script.yaml"))
    assert shown.facts["weeks_to_release"].weeks_until == "a06_release_date"


def test_the_question_shown_is_one() -> None:
    shown = validated(Question, read_yaml(example_of("- id: c09_keep_or_end"), "question"), (0,))
    assert shown.kind == "choice"


@pytest.mark.parametrize("line", ONE_LINE)
def test_each_condition_shown_is_one(line: str) -> None:
    assert validated(Condition, read_yaml(line, "condition"))


def test_joined_conditions_and_the_need_shown_are_sound() -> None:
    assert validated(Condition, read_yaml(example_of("all:\n  - {question: a10"), "condition")).all
    assert validated(NeedRule, read_yaml(example_of("needs:\n  - id: rent_owed"), "need"), ("needs", 0)).group == "FIN"


def test_the_named_conditions_shown_are_sound_and_can_be_gone_by() -> None:
    named = named_conditions(read_yaml(example_of("over_four_years:"), "script.yaml"))
    shown = validated(Condition, read_yaml(example_of("when: {none: [{named:"), "section"), ("when",), named)
    assert shown.none == (named["only_what_cannot_wait"],)


def test_every_kind_and_format_is_told() -> None:
    assert [kind for kind in (*get_args(Kind), *get_args(FormatName)) if f"`{kind}`" not in TEXT] == []


def test_every_word_of_a_question_is_told() -> None:
    told_apart = {"options", "each", "scale", "questions", "row_named", "at_most_rows"}
    assert [word for word in Question.model_fields.keys() - told_apart if f"`{word}`" not in TEXT] == []


def test_every_clock_named_for_an_action_is_one() -> None:
    (named,) = re.findall(r"`due` \(a clock: (.*?)\)", TEXT)
    assert set(re.findall(r"`(\w+)`", named)) <= set(DUE_KINDS)
