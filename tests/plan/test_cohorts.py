"""Prompts for the worker: noticed by condition, shown again at review, and never a need, a level or a paper."""

from __future__ import annotations

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.interview.values import Json
from bcst_tui.plan.cohorts import CohortPrompts, cohort_prompts, mistakes
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.condition import Condition, leaves
from bcst_tui.script.model import SittingKind
from tests.plan.planning import activities, codes, plan_of, reference
from tests.reference.shipped import files_with
from tests.script.bcst2 import bcst2, knowing, telling


def noticed(sitting: SittingKind = "first_screening", /, **answers: Json) -> set[str]:
    return {one.cohort for one in cohort_prompts(telling(sitting, **answers).interview.known, reference())}


def at_age(age: int, sex: str) -> set[str]:
    told = knowing({"age": str(age)}, a15_sex_recorded=sex)
    return {one.cohort for one in cohort_prompts(told.interview.known, reference())}


@pytest.mark.parametrize(
    ("answers", "cohort"),
    [
        ({"a15_sex_recorded": "woman"}, "WOM"),
        ({"a09_release_area": "abroad"}, "FN"),
        ({"c01_before_prison": "asylum_housing"}, "FN"),
        ({"a04_legal_status": "fixed_term_recall"}, "REC_FT"),
        ({"a04_legal_status": "hdc_recall"}, "REC_FT"),
        ({"a04_legal_status": "standard_recall"}, "REC_ST"),
        ({"b03_make_easier": ["memory"]}, "LDD"),
        ({"b02_reading": "read_to_me"}, "LIT"),
        ({"a04_legal_status": "ipp"}, "LIFE"),
        ({"g04_nationality": {"chosen": ["another"], "other": "Polish"}}, "FN"),
        ({"g02_in_care": "yes"}, "CL"),
        ({"g03_armed_forces": "yes"}, "ASP"),
        ({"a10_risk_on_file": ["orders"], "g09_limits": ["sexual_offence"]}, "SO"),
    ],
)
def test_a_group_is_noticed_by_what_was_told(answers: dict[str, Json], cohort: str) -> None:
    assert cohort in noticed(**answers)


def test_nothing_told_notices_nobody() -> None:
    assert noticed() == set()


def test_somebody_who_asks_for_a_place_for_women_is_offered_what_women_are() -> None:
    assert noticed(a15_sex_recorded="man", a15b_own_description="a woman", b06b_women_only="yes") == {"WOM"}


@pytest.mark.parametrize(("sex", "cohort"), [("man", "YAM"), ("woman", "YAW")])
def test_young_is_18_to_25_both_counted(sex: str, cohort: str) -> None:
    assert [cohort in at_age(age, sex) for age in (17, 18, 25, 26)] == [False, True, True, False]


def test_the_young_mens_paper_is_not_used_for_a_young_woman() -> None:
    assert "YAM" not in at_age(20, "woman")


def test_prompts_are_there_again_at_review() -> None:
    assert noticed("review", a04_legal_status="standard_recall") == {"REC_ST"}


def test_prompts_say_what_to_ask_to_offer_and_to_avoid() -> None:
    (recall,) = cohort_prompts(telling(a04_legal_status="standard_recall").interview.known, reference())
    assert recall.heading == "Back with no date by itself"
    assert "back to square one" in recall.avoid
    assert recall.ask and recall.offer and "SUP-1-02" in recall.activities


def test_a_group_alone_brings_no_need_and_no_activity_of_level_2_or_3() -> None:
    plan = plan_of(telling(a04_legal_status="life", a15_sex_recorded="woman", b02_reading="read_to_me"))
    assert codes(plan) == set()
    assert {activity for activity in activities(plan) if activity[4] != "1"} == set()


def test_no_condition_reads_ethnicity_or_belief() -> None:
    read = [
        placed.question.audience
        for written in reference().cohort_conditions.values()
        for leaf in leaves(written.read_as(Condition))
        if (placed := bcst2().placed.get(leaf.question or "")) is not None
    ]
    assert read and "belief_ethnicity" not in read


def test_the_private_part_is_prompted_for_nowhere_else() -> None:
    sealed = {cohort.id for cohort in reference().cohorts.values() if cohort.part == "sealed"}
    assert sealed and not sealed & set(reference().cohort_conditions)


def test_headings_name_no_label() -> None:
    headings = " ".join(cohort.heading for cohort in reference().cohorts.values()).casefold()
    assert not [word for word in ("offence", "recall", "disab", "minority", "migrant", "life sent") if word in headings]


def test_prompts_show_nothing_of_the_person_where_they_are_printed() -> None:
    empty = CohortPrompts("SO", "Limits from the record", (), (), (), (), "001")
    assert repr(empty) == "CohortPrompts()"


def test_every_condition_reads_what_the_shipped_script_asks() -> None:
    assert list(mistakes(bcst2(), reference())) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("question: b02_reading, one_of", "question: b02_readin, one_of", "`LIT` reads `b02_readin`"),
        ("[some_help, read_to_me]", "[some_help, read_me]", "`read_me` is not an answer"),
        ("fact: age, at_least", "fact: ages, at_least", "`YAM` reads the fact `ages`"),
        ("question: a04_legal_status, equals: standard_recall", "question: a04_legal_status", "exactly one test"),
    ],
)
def test_a_condition_that_can_not_be_is_told_with_its_line(old: str, new: str, told: str) -> None:
    files = files_with("cohorts.yaml", old, new)
    (mistake,) = mistakes(bcst2(), load_reference(files))
    written = files["cohorts.yaml"].splitlines()
    assert told in str(mistake)
    assert mistake.source == "cohorts.yaml"
    assert new in "".join(written[mistake.line - 1 : mistake.line + 2])


def test_a_condition_that_is_none_is_refused_when_it_is_read() -> None:
    broken = load_reference(files_with("cohorts.yaml", "equals: standard_recall}", "equal: standard_recall}"))
    with pytest.raises(ScriptError, match="cohorts.yaml:"):
        cohort_prompts(telling().interview.known, broken)
