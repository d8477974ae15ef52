"""A condition with a name is the condition itself, wherever the name stands."""

from __future__ import annotations

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.script.checking import findings
from bcst_tui.script.condition import Condition
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import read_yaml, validated
from tests.script.invented import CHOICE, FIRST, YES_NO, found, then, with_home

OWNED = "conditions:\n  sure: {question: first, equals: 'yes'}\n"


def test_a_name_stands_for_what_would_be_written_in_its_place() -> None:
    named = load_script(with_home(FIRST + then("{none: [{named: sure}]}"), OWNED))
    written = load_script(with_home(FIRST + then("{none: [{question: first, equals: 'yes'}]}")))
    assert named.placed["then"].conditions == written.placed["then"].conditions


def test_a_name_is_known_under_options_in_rules_in_rows_and_in_script_yaml() -> None:
    main = """\
        conditions: {early: {question: first, tagged: early}, heard: {any: [{named: early}]}}
        not_private_when: {named: heard}
        kept_out_when: {health: {named: early}}
        """
    nested = f"- {{id: next, when: {{named: early}}, {YES_NO}}}"
    rules = "closings: [{activity: ACC-1-01, when: {all: [{named: early}]}}]"
    row = "{count: rows, at_least: '1', where: {named: early}}"
    head = f"- {{id: rows, kind: group, row_named: row, {YES_NO.removeprefix('kind: yes_no, ')}"
    group = f"{head}, questions: [{nested[2:]}]}}\n"
    script = load_script(with_home(CHOICE + group + then(row), main, rules))
    early = script.conditions["early"]
    assert script.placed["rows"].members[0].conditions == (early,)
    assert script.placed["then"].conditions[0].where == early
    assert next(script.closings).when.all == (early,)
    assert script.not_private_when == Condition(any=(early,))
    assert script.kept_out_when["health"] == early


@pytest.mark.parametrize(
    ("conditions", "line", "what"),
    [
        (
            "a: {named: b}\n  b: {question: first, equals: 'yes'}",
            6,
            "there is no condition named `b`; known here: none",
        ),
        ("a: {none: [{named: a}]}", 6, "there is no condition named `a`; known here: none"),
        ("a: {question: first, equals: 'yes'}\n  b: {named: a, equals: 'yes'}", 7, "`named` stands alone"),
        ("a: {question: first, equals: 'yes'}\n  b: {named: [a]}", 7, "there is no condition named"),
        ("a: {question: frist, equals: 'yes'}", 6, "`a` reads `frist`, which is not a question"),
        ("a: {question: first, equals: maybe}", 6, "`maybe` is not an answer to `first`"),
        ("a: {all: []}", 6, "needs at least one condition"),
        ("[]", 6, "should be a list of 'name: value' lines"),
    ],
)
def test_a_name_that_cannot_stand_is_told_once_where_it_is_written(conditions: str, line: int, what: str) -> None:
    files = with_home(
        FIRST + then("{named: a}") + then("{named: a}").replace("then", "also"), f"conditions:\n  {conditions}"
    )
    told = findings(files)
    assert [(finding.file, finding.line) for finding in told] == [("script.yaml", line)]
    assert what in told[0].what
    with pytest.raises(ScriptError):
        load_script(files)


def test_an_unknown_name_is_told_where_it_stands_with_the_names_there_are() -> None:
    assert found(with_home(FIRST + then("{named: sur}") + then("{named: sure}").replace("then", "also"), OWNED)) == [
        "`questions.1.when`: there is no condition named `sur`; known here: sure"
    ]


def test_a_name_nothing_goes_by_is_told() -> None:
    assert found(with_home(FIRST + then("{question: first, equals: 'no'}"), OWNED)) == [
        "nothing goes by the condition `sure`"
    ]


def test_names_built_on_names_cannot_grow_without_end() -> None:
    doubled = "".join(f"  n{n}: {{all: [{{named: n{n - 1}}}, {{named: n{n - 1}}}]}}\n" for n in range(1, 40))
    chained = "".join(f"  n{n}: {{all: [{{named: n{n - 1}}}]}}\n" for n in range(1, 3000))
    for grown in (doubled, chained):
        main = "conditions:\n  n0: {question: first, equals: 'yes'}\n" + grown
        (told,) = found(with_home(FIRST + then("{named: n1}"), main))
        assert "has more than 100 parts" in told


def test_names_belong_to_scripts_alone() -> None:
    with pytest.raises(ScriptError, match="there is no condition named `sure`"):
        validated(Condition, read_yaml("{named: sure}", "cohorts.yaml"))
