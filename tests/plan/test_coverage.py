"""Coverage: what a script settles of all there is to settle, which rules work, and what not yet."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.plan.coverage import Coverage, CoveredRule, cited_in, coverage, unknown_citations
from bcst_tui.reference.specification import Rule, Specification, load_specification, unknown_items, unknown_rules
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import read_yaml
from tests.reference.shipped import files_with, shipped_files, shipped_reference
from tests.script.bcst2 import bcst2
from tests.script.invented import FILES

ROOT = Path(__file__).parents[2]
SAID = {"asks": "Something.", "strength": "contract", "source": "001"}


@cache
def shipped_specification() -> Specification:
    return load_specification(shipped_files())


@cache
def invented() -> Coverage:
    return coverage(load_script(FILES), shipped_specification(), shipped_reference())


@cache
def of_bcst2() -> Coverage:
    return coverage(bcst2(), shipped_specification(), shipped_reference())


def rule_in(covered: Coverage, rule_id: str) -> CoveredRule:
    return next(one for one in covered.rules if one.rule.id == rule_id)


def test_every_item_is_listed_once_and_every_block_is_there() -> None:
    items = shipped_specification().items
    assert len(items) == 168
    assert sum(item.starred for item in items.values()) == 90
    assert {item_id[0] for item_id in items} == set("ABCDEFGHIJKL")


def test_every_rule_is_listed_once() -> None:
    rules = shipped_specification().rules.values()
    strengths = [rule.strength for rule in rules]
    assert len(rules) == 115
    assert [strengths.count(one) for one in ("contract", "guidance", "sample", "derived")] == [56, 44, 5, 10]


def test_everything_about_safety_and_sex_work_is_decided_by_section_q() -> None:
    items = shipped_specification().items.values()
    assert {item.asked_by for item in items if item.id[0] in "HI"} == {"section_q"}


def test_a_question_covers_its_items() -> None:
    states = {covered.item.id: (covered.state, covered.questions) for covered in invented().items}
    assert states["A06"] == ("asked", ("release_on",))
    assert states["H02"] == ("decided", ())
    assert states["K02"] == ("decided", ())
    assert states["C01"] == ("not_yet", ())


def test_activities_are_reached_by_rules() -> None:
    rules = {covered.activity.id: covered.rules for covered in invented().activities}
    assert rules["ACC-2-01"] == ("action of rent_owed",)
    assert rules["ACC-1-01"] == ("closing in home", "signpost tenure.owner")
    assert "FIN-1-01" in invented().activities_not_yet


def test_what_no_script_may_lead_to_is_not_waited_for() -> None:
    decided = {covered.activity.id for covered in of_bcst2().activities if covered.state == "decided"}
    assert {one for one in decided if one[:3] not in ("DVA", "SWK")} == {"ACC-3-02", "SUP-3-03"}
    assert not [one for one in of_bcst2().activities_not_yet if one[:3] in ("DVA", "SWK")]


def test_programs_read_the_same() -> None:
    told = invented().as_dict()
    assert told["script"] == "invented"
    assert told["not_yet"] == {
        "items": list(invented().items_not_yet),
        "activities": list(invented().activities_not_yet),
        "rules": list(invented().rules_that_are("not_yet")),
    }


def test_the_shipped_script_asks_or_decides_every_item_of_its_blocks() -> None:
    assert not [item for item in of_bcst2().items_not_yet if item[0] in "ABCDEFG"]


def test_what_a_script_cites_carries_the_rule_out_without_being_named() -> None:
    assert "applications_open" in rule_in(of_bcst2(), "R34").by["needs"]
    assert "unsafe_address" in rule_in(of_bcst2(), "R41").by["markers"]


def test_a_rule_does_not_work_in_a_script_that_lacks_what_carries_it_out() -> None:
    covered = rule_in(invented(), "R01")
    assert (rule_in(of_bcst2(), "R01").state, covered.state) == ("working", "not_yet")
    assert "a02_came_in" in covered.waits_for


def test_nothing_the_list_of_rules_names_is_missing_from_the_shipped_script_and_data() -> None:
    assert {one.rule.id: one.missing for one in of_bcst2().rules if one.missing} == {}


def test_what_the_shipped_script_cites_stands_with_what_carries_it_out() -> None:
    cited = {rule_id for rule_id, *_ in cited_in(bcst2())}
    assert {one for one in cited if rule_in(of_bcst2(), one).state == "not_yet"} == set()


def test_every_test_named_is_there() -> None:
    for rule in shipped_specification().rules.values():
        for named in rule.tests:
            file, _, name = named.partition("::")
            assert (ROOT / file).is_file(), f"{rule.id}: {named}"
            assert name in _functions_in(file), f"{rule.id}: {named}"


def test_every_module_and_screen_named_is_there() -> None:
    for rule in shipped_specification().rules.values():
        for module in rule.by.get("modules", ()):
            assert find_spec(module) is not None, f"{rule.id}: {module}"
        for screen in rule.by.get("screens", ()):
            assert find_spec(f"bcst_tui.tui.screens.{screen}") is not None, f"{rule.id}: {screen}"


@cache
def _functions_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_rules_say_what_they_wait_for_in_words_and_not_in_numbers_of_a_plan() -> None:
    words = " ".join(rule.waits_for for rule in shipped_specification().rules.values()).casefold()
    assert "issue" not in words and "#" not in words


def test_the_data_names_only_rules_and_items_there_are() -> None:
    assert list(unknown_rules(shipped_files(), shipped_specification())) == []
    assert list(unknown_citations(bcst2(), shipped_specification())) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("activities.yaml", "row 1; R52, R53", "row 1; R52, R530", "there is no rule `R530`"),
        ("cohorts.yaml", "rules: [R60,", "rules: [R16,", "there is no rule `R16`"),
        ("clocks.yaml", "rules: [R01, R14]", "rules: [R01, R15]", "there is no rule `R15`"),
        ("vocabulary.yaml", "source: R21, R37", "source: R21, R39", "there is no rule `R39`"),
        ("contact_cards.yaml", "source: R83, R96", "source: R83, R969", "there is no rule `R969`"),
    ],
)
def test_a_rule_there_is_not_is_told_with_file_and_line(name: str, old: str, new: str, told: str) -> None:
    files = files_with(name, old, new)
    (mistake,) = unknown_rules({name: files[name]}, shipped_specification())
    assert told in str(mistake)
    assert new in files[name].splitlines()[mistake.line - 1]
    assert mistake.source == name


def test_a_rule_there_is_not_is_told_in_a_script_too() -> None:
    housing = {**bcst2().files, "housing.yaml": bcst2().files["housing.yaml"].replace("R45; level", "R405; level", 1)}
    (mistake,) = unknown_citations(load_script(housing), shipped_specification())
    assert str(mistake).startswith("housing.yaml:")
    assert "`R405`" in str(mistake)


def test_an_item_there_is_not_is_told_in_the_audience_matrix() -> None:
    text = read_yaml("rows:\n- {id: a}\n- {id: b, items: [Z99]}\n", "audiences.yaml")
    (mistake,) = unknown_items({"a": ["A01"], "b": ["Z99"]}, text, ["A01"])
    assert str(mistake) == "audiences.yaml:3: there is no item `Z99`. Look in items.yaml."


def test_every_row_covers_items_there_are() -> None:
    rows = {row.id: row.items for row in shipped_reference().matrix.rows.values()}
    text = read_yaml(shipped_files()["audiences.yaml"], "audiences.yaml")
    assert list(unknown_items(rows, text, shipped_specification().items)) == []


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("[{id: A01, starred: yes, about: Names}, {id: A01, starred: no, about: Names}]", "stands here twice"),
        ("[{id: M01, starred: yes, about: Names}]", "items.0.id"),
        ("[{id: A01, starred: yes, about: Names, asked_by: screen}]", "because"),
        ("[]", "at least one"),
    ],
)
def test_a_mistake_in_the_list_of_items_is_told_with_its_line(entries: str, words: str) -> None:
    with pytest.raises(ScriptError, match="items.yaml:1: ") as caught:
        load_specification({**shipped_files(), "items.yaml": f"items: {entries}\n"})
    assert words in str(caught.value)


R91_WORKS = (
    "  by: {modules: [bcst_tui.training.five_lines]}\n"
    "  tests: [tests/training/test_debrief.py::test_the_five_chances_are_told_and_stop_nothing]\n"
)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- id: R02", "- id: R01", "`R01` stands here twice"),
        ("  strength: contract", "  strength: law", "strength"),
        ("  tests: [tests/plan/test_deadlines.py::test_part_1", "  # [", "`by` and `tests` go together"),
        (R91_WORKS, "", "or `waits_for`, or `not_software`"),
        ("  not_software: It is about", "  waits_for: a day\n  not_software: It is about", "takes no `by`"),
        ("tests/plan/test_deadlines.py::test_part_1_is", "test_part_1_is", "is no test"),
        ("{questions: [a02_came_in", "{answers: [a02_came_in", "answers"),
        ("  asks: Part 2 is done within 5 working days of part 1 reaching us.\n", "", "is missing"),
    ],
)
def test_a_mistake_in_the_list_of_rules_is_told_with_its_line(old: str, new: str, words: str) -> None:
    with pytest.raises(ScriptError, match=r"rules.yaml:\d+: ") as caught:
        load_specification(files_with("rules.yaml", old, new))
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["items.yaml", "rules.yaml"])
def test_a_missing_list_is_told(name: str) -> None:
    with pytest.raises(ScriptError, match=name):
        load_specification({other: text for other, text in shipped_files().items() if other != name})


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ({"waits_for": "block F"}, "not_yet"),
        ({"not_software": "It is how people are helped."}, "not_software"),
        ({"by": {"clocks": ["part_1"]}, "tests": ["tests/a.py::test_a"]}, "working"),
        ({"by": {"clocks": ["part_1"]}, "tests": ["tests/a.py::test_a"], "waits_for": "block F"}, "in_part"),
    ],
)
def test_a_rule_works_only_with_something_that_carries_it_out_and_a_test(
    written: dict[str, object], state: str
) -> None:
    covered = CoveredRule(Rule.model_validate({"id": "R01", **SAID, **written}), {}, ())
    assert covered.state == state


def test_what_is_cited_alone_is_not_yet_working() -> None:
    waiting = Rule.model_validate({"id": "R01", **SAID, "waits_for": "block F"})
    assert CoveredRule(waiting, {"needs": ("rent_owed",)}, ()).state == "not_yet"


def test_a_rule_whose_question_has_gone_no_longer_works() -> None:
    covered = rule_in(of_bcst2(), "R01")
    assert replace(covered, missing=("a02_came_in",)).state == "not_yet"
