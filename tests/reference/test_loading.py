"""Spoilt reference files: each is refused with its file, its line and what to do."""

from __future__ import annotations

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.reference.loading import REFERENCE_FILES, load_reference
from tests.reference.shipped import files_with, shipped_files


def refusal(files: dict[str, str]) -> ScriptError:
    with pytest.raises(ScriptError) as refused:
        load_reference(files)
    return refused.value


@pytest.mark.parametrize("name", REFERENCE_FILES)
def test_a_missing_file_is_named(name: str) -> None:
    files = {other: text for other, text in shipped_files().items() if other != name}
    assert name in refusal(files).message


def test_an_unknown_audience_row_is_told_with_file_line_and_the_nearest_one() -> None:
    told = refusal(files_with("activities.yaml", "row: housing_plan", "row: housing_plam"))
    assert told.message.startswith("activities.yaml:19: `housing_plam`")
    assert told.remedy == "Did you mean `housing_plan`?"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("activities.yaml", "label: housing_help", "label: home_help", "`home_help` is not a neutral label"),
        ("activities.yaml", "- id: ACC-1-02", "- id: ACC-1-01", "`ACC-1-01` stands here twice"),
        ("activities.yaml", "[dwp]", "[dpw]", "`dpw` is not a service"),
        ("activities.yaml", "row: offer_made", "row: actions", "other side of the seal"),
        ("activities.yaml", "row: housing_plan", "row: safety_plan", "other side of the seal"),
        ("activities.yaml", "group: ACC", "group: FIN", "is not of the group FIN"),
        ("activities.yaml", "same_task_as: ACC-2-05", "same_task_as: ACC-9-05", "is not an activity"),
        ("activities.yaml", "asterisk: yes", "asterisk: yes\n  mood: good", "is not a word this file knows"),
        ("activities.yaml", "levels: [1]", "levels: [4]", "levels are 1, 2 or 3"),
        ("audiences.yaml", "- id: legal_name", "- id: name_used", "`name_used` stands here twice"),
        ("audiences.yaml", '"Y    Y    Y  Y  Y  C   C    G    -  S"', '"Y Y"', "needs 10 codes"),
        ("audiences.yaml", '"Y    Y    Y  Y ', '"Y    Y    X  Y ', "`X` is not a code"),
        ("audiences.yaml", '"Y    Y    Y  Y ', '"G    Y    Y  Y ', "cannot stand in the column CELL"),
        ("audiences.yaml", "consent: identity:1", "consent: none", "names no consent"),
        ("audiences.yaml", "consent: identity:1", "consent: idenity:1", "is not a topic"),
        ("audiences.yaml", "columns: [CELL, FULL,", "columns: [FULL, CELL,", "in this order"),
        ("audiences.yaml", "- code: FULL", "- code: CELL", "`CELL` stands here twice"),
        ("labels.yaml", "- {code: HOME,", "- {code: HOST,", "`HOST` stands here twice"),
        ("labels.yaml", "{id: want,", "{id: meetings,", "a heading stands here twice"),
        ("document_fields.yaml", "need.title: needs_status", "need.title: need_status", "is not an audience row"),
        ("cohorts.yaml", "  part: sealed\n", "", "needs `when` or `waits_for`"),
        ("cohorts.yaml", "  part: sealed\n", "  heading: Us\n  waits_for: a day\n", "is of the private part"),
        ("cohorts.yaml", "  part: sealed\n", "  part: sealed\n  heading: Us\n", "takes no `heading`"),
        ("cohorts.yaml", "  heading: Been in care\n", "", "needs a `heading`"),
        ("cohorts.yaml", '  when: {question: g02_in_care, equals: "yes"}\n', "", "needs `when` or `waits_for`"),
        ("cohorts.yaml", "[SUP-3-01,", "[SUP-3-03,", "which is never proposed"),
        ("cohorts.yaml", "[SUP-3-01,", "[SUP-9-01,", "is not an activity"),
        ("courses.yaml", "activities: [ETE-1-01]", "activities: [DVA-2-01]", "is of the private part"),
        ("clocks.yaml", "rules: [R01, R14]", "rules: [one]", "is not a rule id"),
        ("vocabulary.yaml", "{code: met, label: Met}", "{code: unmet, label: Met}", "`unmet` stands here twice"),
        ("vocabulary.yaml", "  - {code: met, label: Met}\n", "", "`met` is missing, a code of need_status"),
        ("vocabulary.yaml", "{code: regime,", "{code: staffing,", "`staffing` is not a code of not_held_reason"),
        ("vocabulary.yaml", "need_status:", "need_state:", "`need_state` is not a kind of status"),
        ("vocabulary.yaml", "  source: R21, R37\n", "", "is missing"),
        ("labels.yaml", "- {code: money_help, label: Money help}\n", "", "`money_help` is missing"),
        ("services.yaml", "  reach: Check on stepchange.org\n", "", "is missing"),
        ("services.yaml", "checked_on: not_yet", "checked_on: soon", "checked_on"),
        ("services.yaml", "source: Annex A employment level 1\n", "sourced: yes\n", "source` is missing"),
        ("services.yaml", "- id: jobcentre_plus", "- id: dwp", "`dwp` stands here twice"),
        ("activities.yaml", "services: [dwp]", "services: [spurgeons]", "which is of the private part"),
        ("activities.yaml", "levels: [1]", "levels: [2]", "`ACC-1-01` is not of level 2"),
        ("clocks.yaml", "- id: ages", "- id: birthdays", "`birthdays` is not a clock"),
        ("clocks.yaml", "  hours: 72\n", "", "the clock `part_1` has no `hours`"),
        ("contact_cards.yaml", "- id: child", "- id: children", "`children` is not a contact card"),
        ("contact_cards.yaml", "  dummy: yes\n", "", "so it needs `dummy: yes`"),
    ],
)
def test_a_mistake_is_told(name: str, old: str, new: str, told: str) -> None:
    error = refusal(files_with(name, old, new))
    assert error.message.startswith(f"{name}:")
    assert told in error.message


def test_no_is_the_word_no() -> None:
    assert load_reference(shipped_files()).label("ledger", "no") == "No"


def test_an_error_never_repeats_what_a_contact_card_holds() -> None:
    error = refusal(files_with("contact_cards.yaml", 'phone: "0000"}', 'phone: "0000", note: 0123 456789}'))
    assert "0123" not in str(error)
