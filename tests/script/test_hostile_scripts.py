"""A script somebody has broken, by mistake or on purpose, is refused with file and line and never crashes bcst."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from bcst_tui.config import read_folder, shipped
from bcst_tui.errors import ScriptError
from bcst_tui.interview import engine
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.coverage import coverage
from bcst_tui.reference.specification import Specification
from bcst_tui.script.checking import Finding, findings
from bcst_tui.script.graph import mermaid
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import FileMistake, read_yaml
from tests.effort import tries
from tests.interview.random_scripts import TODAY, entry_for
from tests.reference.shipped import shipped_reference
from tests.script.invented import FILES

PLACED = re.compile(r"[^\n:]+:[0-9]+: [^\n]+")
FRAGMENTS = (
    "&a *a",
    "*b",
    "!!python/object/apply:os.system [ls]",
    "!x y",
    "---",
    "...",
    "%YAML 9.9",
    "? {a: b}: c",
    "\t",
    "\x00",
    '"\\e[31m\\u202e"',
    "\ud800",
    "- " * 45 + "x",
    "[" * 60,
    "{" * 60,
    "9" * 6000,
    '"' + "9" * 5000 + '"',
    "'",
    "when: {}",
    "when: {all: []}",
    "when: {question: heard, at_least: {question: heard}}",
    "when: {need: rent_owed}",
    "when: {named: rent_owed}",
    "conditions: {a: {named: a}}",
    f'when: {{fact: age, at_least: "{"9" * 5000} months"}}',
    "check: {at_least: anything}",
    "check: {max_length: -1}",
    "kind: group",
    "id: heard",
    "<<: {a: b}",
    "x" * 5000 + ": y",
    "\u2028",
    "no: yes",
)


def survives(files: Mapping[str, str]) -> None:
    """Loading succeeds, or says file and line in one printable line; the checks find things and never fail."""
    try:
        script = load_script(files)
    except ScriptError as refused:
        assert isinstance(refused, FileMistake)
        assert PLACED.fullmatch(refused.message)
        assert refused.message.isprintable()
        assert refused.remedy.isprintable()
    else:
        assert mermaid(script).startswith("flowchart TD")
        assert coverage(script, Specification({}, {}), shipped_reference()).as_dict()
        interview = engine.begin(script, "first_screening", TODAY)
        for pick in range(12):
            if (asked := interview.current) is not None:
                moved = engine.answer(interview, entry_for(asked.question, pick))
                interview = interview if isinstance(moved, Rejection) else moved
    for finding in findings(files):
        assert PLACED.fullmatch(str(finding))


@cache
def shipped_script() -> dict[str, str]:
    return dict(read_folder(shipped("interview_scripts") / "bcst2"))


@cache
def shipped_alone(name: str) -> dict[str, str]:
    """One shipped section by itself, so that a thousand of them can be tried."""
    main = 'id: a\nversion: "1"\ntitle: A\nsections: [' + name + "]\nfacts: {age: {means: Years}}\n"
    return {"script.yaml": main, name: shipped_script()[name]}


def mutated(files: Mapping[str, str], chance: Random, times: int) -> dict[str, str]:
    """These files with some lines of one of them broken."""
    name = chance.choice(sorted(files))
    lines = files[name].splitlines()
    for _ in range(times):
        _mutate(lines, chance)
    return {**files, name: "\n".join(lines) + "\n"}


def _mutate(lines: list[str], chance: Random) -> None:
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            del lines[here : here + chance.randint(1, 4)]
            lines.append("")
        case 1:
            lines[here:here] = lines[there : there + chance.randint(1, 6)]
        case 2:
            lines[here], lines[there] = lines[there], lines[here]
        case 3:
            lines[here] = lines[there]
        case 4:
            lines[here] = " " * chance.randint(1, 4) + lines[here]
        case 5:
            lines[here] = lines[here].removeprefix("  ")
        case 6:
            indent = len(lines[here]) - len(lines[here].lstrip())
            lines.insert(here, " " * indent + chance.choice(FRAGMENTS))
        case 7:
            mine, others = re.findall(r"\w+", lines[here]), re.findall(r"\w+", lines[there])
            if mine and others:
                lines[here] = lines[here].replace(chance.choice(mine), chance.choice(others), 1)
        case _:
            place = chance.randrange(len(lines[here]) + 1)
            broken = chance.choice((":", "-", "[", "}", '"', "'", "#", "\x1b", "\xff", " ", "{", "|", ">", "@"))
            lines[here] = lines[here][:place] + broken + lines[here][place + chance.randrange(2) :]


@st.composite
def breakages(draw: DrawFn) -> tuple[Random, int]:
    return Random(draw(st.integers(0, 2**48))), draw(st.integers(1, 6))


@settings(max_examples=300)
@given(breakages())
def test_an_invented_script_broken_anyhow_is_refused_with_file_and_line(breakage: tuple[Random, int]) -> None:
    survives(mutated(FILES, *breakage))


@settings(max_examples=150)
@given(breakages(), st.sampled_from(["case.yaml", "opening.yaml", "summary.yaml"]))
def test_a_shipped_section_broken_anyhow_is_refused_with_file_and_line(breakage: tuple[Random, int], name: str) -> None:
    survives(mutated(shipped_alone(name), *breakage))


@settings(max_examples=tries(10, 25))
@given(breakages())
def test_the_shipped_script_broken_anyhow_is_refused_with_file_and_line(breakage: tuple[Random, int]) -> None:
    survives(mutated(shipped_script(), *breakage))


def anything(words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=25
    )


WORDS = re.findall(r"[a-z_]+", " ".join(FILES.values()))
any_words = st.sampled_from(sorted(set(WORDS))) | st.text(max_size=8)


@settings(max_examples=150)
@given(anything(any_words), anything(any_words))
def test_any_yaml_at_all_is_refused_with_file_and_line(main: Any, home: Any) -> None:
    survives({"script.yaml": json.dumps(main), "home.yaml": FILES["home.yaml"]})
    survives({"script.yaml": FILES["script.yaml"], "home.yaml": json.dumps(home), "sums.yaml": FILES["sums.yaml"]})


@settings(max_examples=150)
@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")))
@example("")
@example("\ud800")
@example("a: &x [*x]")
@example("? ")
@example("- - - - " * 30)
def test_any_text_at_all_is_read_or_refused_with_file_and_line(text: str) -> None:
    try:
        read_yaml(text, "any.yaml")
    except FileMistake as refused:
        assert PLACED.fullmatch(refused.message)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "!!map {a: "])
def test_a_hundred_thousand_levels_do_not_crash_the_reader(opening: str) -> None:
    with pytest.raises(FileMistake, match=r"deep.yaml:[0-9]+: "):
        read_yaml(opening * 100_000, "deep.yaml")


def test_needs_that_fan_out_do_not_hang() -> None:
    """Each need reading the one before twice would double the work with every need."""
    needs = "".join(
        f"""  - id: n{place}
    group: ACC
    title: N
    said: N
    source: R1
    audience: names
    when: {{any: [{{need: n{place - 1}}}, {{need: n{place - 1}}}]}}
"""
        for place in range(1, 60)
    )
    first = HOME_WITH_ONE_NEED + needs
    found = findings({"script.yaml": FILES["script.yaml"].replace(", sums.yaml", ""), "home.yaml": first})
    assert any("reads a need that reads another" in finding.what for finding in found)


def test_a_long_chain_of_questions_is_checked_without_running_out_of_stack() -> None:
    asked: list[dict[str, Any]] = [
        {"id": "q0", "kind": "yes_no", "said": {"standard": "?"}, "audience": "a", "told_by": "worker"}
    ]
    asked += [{**asked[0], "id": f"q{n}", "when": {"question": f"q{n - 1}", "equals": "yes"}} for n in range(1, 120)]
    section = {"section": "home", "title": "Home", "rail": "Home", "questions": asked}
    main = {"id": "a", "version": "1", "title": "A", "sections": ["home.yaml"]}
    found = findings({"script.yaml": json.dumps(main), "home.yaml": json.dumps(section)})
    assert found == ()


HOME_WITH_ONE_NEED = (
    FILES["home.yaml"].split("needs:")[0]
    + """needs:
  - {id: n0, group: ACC, title: N, said: N, source: R1, audience: names, when: {question: heard, equals: "yes"}}
"""
)


def test_the_invented_script_has_nothing_to_mend() -> None:
    assert findings(FILES) == tuple[Finding]()
