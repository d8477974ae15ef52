"""The minimum path: what somebody with no needs is asked, and that it is what everybody has to be asked (★)."""

from __future__ import annotations

from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.values import Json
from bcst_tui.yaml_text import read_yaml
from tests.plan.planning import plan_of
from tests.script.bcst2 import telling
from tests.vocabulary import Interviewing

NOTHING_NEEDED: dict[str, Json] = {
    "a01_ni_number": {"not_known": "true"},
    "a03_part_one": "received",
    "a04_legal_status": "determinate",
    "a05_total_sentence": "up_to_4_years",
    "a06_key_dates": ["release"],
    "a06_release_date": "2027-09-01",
    "a07_last_release": "never",
    "a09_release_area": {"not_known": "true"},
    "a10_risk_on_file": ["none"],
    "a15_sex_recorded": "man",
    "b01_best_language": "english",
    "b01b_reading_language": "english",
    "b05_privacy": "private",
    "b09_cannot_wait": ["nothing"],
    "b02_reading": "fine",
    "b03_make_easier": ["nothing"],
    "b08_go_on": "go_on",
    "c01_before_prison": "tied_to_job",
    "c02_back_there": "yes",
    "c04_safe_there": "yes",
    "c04b_rather_not_near": "no",
    "c06_who_lives_there": ["nobody"],
    "c21_housing_status": "settled_safe",
    "c21b_limb": "i",
    "c22_advice_given": ["none_wanted"],
    "e01_income_before": ["wages"],
    "e03_owes_money": ["none"],
    "e03b_that_sort": "no",
    "e05_money_only_to_me": "already",
    "e06_bank_account": "own",
    "e07_identity": ["passport"],
    "e08_sure_with_bills": "4",
    "e12_advice_given": ["none_wanted"],
    "d01_work_before": "retired",
    "d04_certificates": ["none"],
    "d04b_get_better_at": ["nothing"],
    "d05_in_here": "not_now",
    "d06b_how_it_feels": ["within_reach"],
    "d07_what_to_tell": "no",
    "d09b_work_to_avoid": "no",
    "d12_services_named": ["none_wanted"],
    "f01_doctor": "in_area",
    "f02_body": ["nothing"],
    "f03_mind": ["nothing"],
    "f04_self_harm": "no",
    "f05_drinking": "none",
    "f06_drugs": "never",
    "f09_people": ["friends"],
    "f09b_in_touch": "enough",
    "f10_has_children": "no",
    "f13_does_good": ["sport"],
    "f13b_faith": "no",
    "f16_advice_given": ["none_wanted"],
    "g02_in_care": "no",
    "g03_armed_forces": "no",
    "g04_nationality": "british",
    "g10_legal_matters": ["nothing"],
    "g10c_told_of": ["not_wanted"],
    "g12_how_sure": "4",
    "g13_who_helps": ["friends"],
    "g13b_other_way": "no",
    "j11_lost_touch": "do_nothing",
    "k01_five_minutes": "no",
}
# Not starred, and asked all the same: B06 is everyone's (the times table), C06 of whoever did not live outdoors,
# D09b, E05, J11 and K01 are offered to everyone; F10 has to know first if there are children.
ALSO_ASKED = {
    "b06_who_with": "B06",
    "c06_who_lives_there": "C06",
    "e05_money_only_to_me": "E05",
    "j11_lost_touch": "J11",
    "k01_five_minutes": "K01",
    "d09b_work_to_avoid": "D09",
    "f10_has_children": "F10",
}

WORK = """
01_work_before 04_certificates 04b_get_better_at 05_in_here 06_hoped_for 06b_how_it_feels
07_what_to_tell 09b_work_to_avoid 10_wage_and_benefits
""".split()
HEALTH = """
01_doctor 02_body 03_mind 04_self_harm 05_drinking 06_drugs 09_people 09b_in_touch 10_has_children
13_does_good 13b_faith
""".split()
SUPPORT = """
11_most_want 11c_first_change 12_how_sure 13_who_helps 13b_other_way 02_in_care 03_armed_forces
04_nationality 05_in_own_words 05b_fairer 10_legal_matters
""".split()


def minimum() -> Interviewing:
    return telling(**NOTHING_NEEDED)


def starred() -> set[str]:
    items = read_yaml(read_folder(shipped("data"))["items.yaml"], "items.yaml").value["items"]
    return {item["id"] for item in items if item["starred"] == "yes"}


def asked_by(*told_by: str) -> list[str]:
    return [one.id for one in minimum().interview.path.asked if one.question.told_by in told_by]


def test_somebody_with_no_needs_has_none() -> None:
    assert plan_of(minimum()).needs == ()
    assert {level.level for level in plan_of(minimum()).levels} == {1}


def test_somebody_with_no_needs_is_asked_only_what_everybody_is() -> None:
    stars = starred()
    more = {
        one.id: one.question.covers[0] for one in minimum().interview.path.asked if not stars & set(one.question.covers)
    }
    assert more == ALSO_ASKED


def test_the_person_hears_sixty_four_things() -> None:
    assert asked_by("person") == [
        "b01_best_language",
        "b01b_reading_language",
        "b09_cannot_wait",
        "b02_reading",
        "b03_make_easier",
        "b07b_why_we_talk",
        "b07c_must_pass_on",
        "b07_explained",
        "j01_keep",
        "f12_not_to_be_told",
        "b04_copy",
        "b06_who_with",
        "b08_go_on",
        "c01_before_prison",
        "c02_back_there",
        "c04_safe_there",
        "c04b_rather_not_near",
        "c06_who_lives_there",
        *(f"d{name}" for name in WORK),
        "e01_income_before",
        "e03_owes_money",
        "e05_money_only_to_me",
        "e06_bank_account",
        "e07_identity",
        "e08_sure_with_bills",
        *(f"f{name}" for name in HEALTH),
        *(f"g{name}" for name in SUPPORT),
        "j02_who_may_be_told",
        "j05_see_record",
        "j11_lost_touch",
        "k01_five_minutes",
        "k06_what_will_not",
        "k05b_paper_safe",
        "k05_copy",
        "k08_next_meeting",
        "k08d_window_told",
    ]


def test_the_worker_answers_twelve_things_about_the_talk() -> None:
    assert [name for name in asked_by("worker") if not name.startswith("a")] == [
        "b05_privacy",
        "c21_housing_status",
        "c21b_limb",
        "c22_advice_given",
        "d12_services_named",
        "e03b_that_sort",
        "e12_advice_given",
        "f14_where_needs_stand",
        "f16_advice_given",
        "g10c_told_of",
        "g17_first",
        "k06b_not_sure",
    ]


def test_the_record_is_read_before_the_person_comes_in() -> None:
    before = [one for one in minimum().interview.path.asked if one.placed.section == "case"]
    assert [one.id for one in minimum().interview.path.asked][: len(before)] == [one.id for one in before]
    assert {item for one in before for item in one.question.covers} == starred() & {
        f"A{number:02}" for number in range(1, 16)
    } - {"A08", "A12", "A14"}
