"""What the shipped reference data holds: counts, and what may never be mixed."""

from __future__ import annotations

from collections import Counter

import pytest
from pydantic import ValidationError

from bcst_tui.reference.guidance import ContactCard
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()


def test_there_are_66_activities_in_their_groups() -> None:
    groups = Counter(activity.group for activity in REFERENCE.activities.values())
    assert groups == {"ACC": 18, "ETE": 3, "FIN": 9, "PSH": 10, "SUP": 10, "DVA": 8, "SWK": 8}


def test_21_activities_are_for_everyone() -> None:
    assert Counter(activity.level for activity in REFERENCE.activities.values()) == {1: 21, 2: 24, 3: 21}


def test_work_and_money_put_levels_2_and_3_together() -> None:
    both = {activity.group for activity in REFERENCE.activities.values() if activity.levels == (2, 3)}
    assert both == {"ETE", "FIN"}


def test_providers_are_those_of_annex_a() -> None:
    assert Counter(activity.provider for activity in REFERENCE.activities.values()) == {
        "HOST": 34,
        "HOST_AND_SIGNPOST": 13,
        "SIGNPOST": 11,
        "JOINT_HOST_HOME": 3,
        "JOINT_HEALTH": 2,
        "HOME": 1,
        "JOINT_HOST_HOME_NPS": 1,
        "NOT_STATED": 1,
    }


def test_only_the_council_referral_waits_for_explicit_consent() -> None:
    explicit = [activity.id for activity in REFERENCE.activities.values() if activity.consent == "explicit"]
    assert explicit == ["ACC-3-01"]


def test_consent_is_recommended_for_38_and_needed_for_none_of_27() -> None:
    rules = Counter(activity.consent for activity in REFERENCE.activities.values())
    assert (rules["recommended"], rules["none"]) == (38, 27)


def test_seven_activities_are_marked_as_part_of_the_screening() -> None:
    assert sum(activity.asterisk for activity in REFERENCE.activities.values()) == 7


def test_only_one_activity_is_a_duty_of_the_organisation() -> None:
    duties = [activity.id for activity in REFERENCE.activities.values() if activity.scope == "organisation"]
    assert duties == ["ACC-3-02"]


def test_every_private_activity_is_on_a_sealed_row() -> None:
    for activity in REFERENCE.activities.values():
        part = REFERENCE.matrix.rows[activity.row].part
        assert part == ("sealed" if activity.id[:3] in ("DVA", "SWK") else "ordinary"), activity.id


def test_immigration_authorities_are_never_offered() -> None:
    assert [service.id for service in REFERENCE.services_of("SUP-3-03")] == []


def test_words_for_the_person_keep_to_their_words() -> None:
    forbidden = ("accommodation", "finance", "custody", "offender", "victim", "signpost", "referral")
    for activity in REFERENCE.activities.values():
        for word in forbidden:
            assert word not in activity.said.casefold(), activity.id


def test_budgeting_leads_to_education_and_the_online_course() -> None:
    named = {service.id for service in REFERENCE.services_of("FIN-2-05")}
    assert named == {"prison_education", "virtual_campus"}
    assert "FIN-2-05" in REFERENCE.courses["VC-10"].activities


def test_there_are_14_courses_and_20_cohorts() -> None:
    assert (len(REFERENCE.courses), len(REFERENCE.cohorts)) == (14, 20)


def test_neutral_labels_are_the_closed_list_of_eight() -> None:
    assert list(REFERENCE.neutral_labels.values()) == [
        "Resettlement appointment",
        "Housing help",
        "Money help",
        "Forms and papers",
        "Work and learning",
        "Health appointment",
        "Family and friends",
        "Advice",
    ]


def test_a_neutral_label_says_nothing_of_the_private_part() -> None:
    private = {activity.label for activity in REFERENCE.activities.values() if activity.is_sealed}
    assert private <= {"resettlement_appointment", "advice"}


def test_every_contact_card_is_a_marked_dummy() -> None:
    assert len(REFERENCE.contact_cards) == 6
    assert all(card.dummy for card in REFERENCE.contact_cards.values())


def test_every_service_is_a_marked_example() -> None:
    assert REFERENCE.services_are_examples
    assert {service.checked_on for service in REFERENCE.services.values()} == {"not_yet"}


def test_no_service_holds_a_number_to_ring() -> None:
    assert not [one.id for one in REFERENCE.services.values() if any(letter.isdecimal() for letter in one.reach[:-6])]


def test_the_national_names_of_annex_a_are_all_there() -> None:
    named = {service.name for service in REFERENCE.services.values()}
    assert named >= {
        "Department for Work and Pensions (DWP)",
        "Jobcentre Plus",
        "Citizens Advice",
        "StepChange",
        "Language Line",
        "The Big Word",
        "UK Border Agency",
        "Spurgeons",
        "Barnardo's",
    }


def test_every_service_is_named_by_an_activity() -> None:
    named = {service for activity in REFERENCE.activities.values() for service in activity.services}
    assert set(REFERENCE.services) == named


def test_every_neutral_label_and_every_provider_is_used() -> None:
    assert {activity.label for activity in REFERENCE.activities.values()} == set(REFERENCE.neutral_labels)
    assert {activity.provider for activity in REFERENCE.activities.values()} == set(REFERENCE.provider_labels)


def test_every_course_and_every_ordinary_group_leads_to_an_activity() -> None:
    assert all(course.activities for course in REFERENCE.courses.values())
    assert all(cohort.activities for cohort in REFERENCE.cohorts.values())


def test_a_card_filled_in_is_no_dummy_any_more() -> None:
    filled = {"role": "Healthcare", "name": "The health centre", "phone": "01632 960000"}
    card = {"id": "life", "title": "Life", "first": "Stay.", "source": "R10", "contacts": [filled]}
    assert not ContactCard.model_validate(card).dummy


@pytest.mark.parametrize("left", [{"name": "Fill in here"}, {"phone": "0000 000"}])
def test_a_card_with_one_line_left_to_fill_in_is_still_a_dummy(left: dict[str, str]) -> None:
    half = {"role": "Healthcare", "name": "The health centre", "phone": "01632 960000", **left}
    card = {"id": "life", "title": "Life", "first": "Stay.", "source": "R10", "contacts": [half]}
    with pytest.raises(ValidationError, match="dummy: yes"):
        ContactCard.model_validate(card)


def test_the_vocabulary_has_every_follow_up_outcome_that_needs_a_next_step() -> None:
    needing = [term.code for term in REFERENCE.vocabulary["follow_up_outcome"].values() if term.next_step]
    assert needing == ["not_yet", "service_refused", "not_reached"]


def test_every_clock_says_what_is_shown_when_it_cannot_be_worked_out() -> None:
    assert all(clock.if_missing for clock in REFERENCE.clocks.values())
