"""Coverage: what a script settles of all there is to settle, and what not yet."""

from __future__ import annotations

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.errors import ScriptError
from bcst_tui.script.coverage import Coverage, Item, coverage, known_items
from bcst_tui.script.loading import load_script
from tests.script.invented import FILES


def shipped_items() -> tuple[Item, ...]:
    return known_items(read_folder(shipped("data"))["items.yaml"])


def invented() -> Coverage:
    return coverage(load_script(FILES), shipped_items(), ["ACC-1-01", "ACC-2-01", "FIN-1-01"])


def test_every_item_is_listed_once_and_every_block_is_there() -> None:
    ids = [item.id for item in shipped_items()]
    assert len(ids) == len(set(ids)) == 168
    assert {item_id[0] for item_id in ids} == set("ABCDEFGHIJKL")


def test_everything_about_safety_and_sex_work_is_decided_by_section_q() -> None:
    assert {item.asked_by for item in shipped_items() if item.id[0] in "HI"} == {"section_q"}


def test_a_question_covers_its_items() -> None:
    states = {covered.item.id: (covered.state, covered.questions) for covered in invented().items}
    assert states["A06"] == ("asked", ("release_on",))
    assert states["H02"] == ("decided", ())
    assert states["K02"] == ("decided", ())
    assert states["C01"] == ("not_yet", ())


def test_activities_are_reached_by_rules() -> None:
    rules = {covered.activity: covered.rules for covered in invented().activities}
    assert rules["ACC-2-01"] == ("action of rent_owed",)
    assert rules["ACC-1-01"] == ("closing in home", "signpost tenure.owner")
    assert invented().activities_not_yet == ("FIN-1-01",)


def test_programs_read_the_same() -> None:
    told = invented().as_dict()
    assert told["script"] == "invented"
    assert told["not_yet"] == {"items": list(invented().items_not_yet), "activities": ["FIN-1-01"]}


def test_the_shipped_script_asks_or_decides_every_item_of_its_blocks() -> None:
    script = load_script(read_folder(shipped("interview_scripts") / "bcst2"))
    assert not [item for item in coverage(script, shipped_items(), []).items_not_yet if item[0] in "ABC"]


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("[{id: A01, starred: yes, about: Names}, {id: A01, starred: no, about: Names}]", "stands twice"),
        ("[{id: M01, starred: yes, about: Names}]", "items.0.id"),
        ("[{id: A01, starred: yes, about: Names, asked_by: screen}]", "because"),
        ("[]", "at least one"),
    ],
)
def test_a_mistake_in_the_list_of_items_is_told_with_its_line(entries: str, words: str) -> None:
    with pytest.raises(ScriptError, match="items.yaml:1: ") as caught:
        known_items(f"items: {entries}")
    assert words in caught.value.message
