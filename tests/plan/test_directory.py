"""Which services are offered for an action, in which order, and what is said of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.directory import Who, found_by, out_of_date, suggestions, why_unfit
from bcst_tui.plan.service_fields import FIELDS, said, written
from bcst_tui.reference.service import Service, Takes
from tests.reference.shipped import shipped_reference

TODAY = date(2026, 11, 21)
REFERENCE = shipped_reference()
DEPOSITS = REFERENCE.activities["ACC-2-04"]


def service(name: str = "Alder House", takes: Takes | None = None, **more: object) -> Service:
    return Service.model_validate(
        {
            "id": name.lower().replace(" ", "_"),
            "name": name,
            "does": "a bed for some weeks",
            "for_whom": "anybody",
            "where": "release_area",
            "reach": "Ring the front desk",
            "checked_on": TODAY,
            "source": "invented",
            "takes": takes or Takes(),
            **more,
        }
    )


def names(*services: Service, who: Who | None = None) -> list[str]:
    return [one.service.name for one in suggestions(services, DEPOSITS, who or Who(), TODAY)]


def test_services_for_the_action_come_first_and_among_them_those_that_fit() -> None:
    strict = service("Ash House", Takes(drug_use="no"), activities=("ACC-2-04",))
    fitting = service("Birch House", activities=("ACC",))
    other = service("Aspen House")
    assert names(other, strict, fitting, who=Who(uses_drugs=True)) == ["Birch House", "Ash House", "Aspen House"]


def test_one_that_takes_nobody_who_uses_drugs_says_so_and_is_not_hidden() -> None:
    (offered,) = suggestions([service(takes=Takes(drug_use="no"))], DEPOSITS, Who(uses_drugs=True), TODAY)
    assert offered.line == "Alder House: takes nobody who uses drugs: check before use"
    assert suggestions([service(takes=Takes(drug_use="no"))], DEPOSITS, Who(), TODAY)[0].unfit == ()


@given(
    st.builds(
        Who,
        age=st.none() | st.integers(18, 90),
        recorded_as=st.sampled_from(["", "woman", "man", "not_recorded"]),
        uses_drugs=st.booleans(),
        has_children=st.booleans(),
        from_abroad=st.booleans(),
        wants_women_only=st.booleans(),
    )
)
def test_nobody_loses_a_service_by_what_they_have_said(who: Who) -> None:
    every = tuple(REFERENCE.services.values())
    offered = {one.service.id for one in suggestions(every, DEPOSITS, who, TODAY)}
    assert offered == {one.id for one in every if one.may_be_named}


def test_services_of_the_private_part_and_retired_ones_are_not_offered() -> None:
    assert (
        names(service(sealed=True), service("Border office", never_proposed=True), service("Gone", retired=True)) == []
    )


@pytest.mark.parametrize(
    ("takes", "who", "because"),
    [
        (Takes(whom="women"), Who(recorded_as="man"), "takes women only: ask it first"),
        (Takes(whom="men"), Who(recorded_as="woman"), "takes men only: ask it first"),
        (Takes(children="no"), Who(has_children=True), "takes no children"),
        (Takes(from_age=25), Who(age=24), "takes people from 25 on"),
        (Takes(to_age=25), Who(age=26), "takes people up to 25"),
        (
            Takes(no_public_funds="no"),
            Who(from_abroad=True),
            "takes nobody without a right to public funds: ask it first",
        ),
    ],
)
def test_what_does_not_fit_says_why_in_words_about_the_service(takes: Takes, who: Who, because: str) -> None:
    assert tuple(why_unfit(takes, who)) == (because,)
    assert tuple(why_unfit(takes, Who(age=25, recorded_as=who.recorded_as))) in ((), (because,))


@pytest.mark.parametrize(
    ("checked", "warning"),
    [
        (date(2026, 5, 22), ""),
        (date(2026, 5, 21), "checked on 21 May 2026: check before use"),
        ("not_yet", "never checked: check before use"),
    ],
)
def test_after_six_months_it_is_to_be_checked_before_use(checked: object, warning: str) -> None:
    assert out_of_date(service(checked_on=checked), TODAY) == warning


def test_every_word_of_a_search_has_to_be_there_in_any_case_of_letters() -> None:
    both = (service("Alder House", area="Öresund"), service("Birch Lodge"))
    assert found_by(both, "ALDER öres") == both[:1]
    assert found_by(both, "") == both
    assert found_by(both, "alder birch") == ()


def test_every_field_can_be_said_and_written_back_as_it_was() -> None:
    one = service(takes=Takes(from_age=18, languages="Polish"), activities=("FIN",), landlord="social")
    for field in FIELDS:
        told = said(one, field.id)
        typed = next((code for code, words in field.choices.items() if words == told), told)
        assert written(one, field.id, typed, REFERENCE, TODAY) == one, field.id


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "  \u200b ", "Something has to stand here"),
        ("name", "x" * 400, "Keep it to"),
        ("from_age", "old", "whole years"),
        ("from_age", "99", "below the lower"),
        ("checked_on", "22/11/2026", "still to come"),
        ("checked_on", "yesterday", "day, month and full year"),
        ("activities", "ACC-9-99", "no action and no pathway"),
        ("activities", "DVA-2-01", "no action and no pathway"),
        ("drug_use", "perhaps", "Choose one of"),
    ],
)
def test_an_entry_that_cannot_be_says_what_to_do(field: str, typed: str, told: str) -> None:
    refused = written(service(takes=Takes(to_age=25)), field, typed, REFERENCE, TODAY)
    assert isinstance(refused, Rejection)
    assert told in refused.reason


def test_the_word_today_stands_for_today() -> None:
    changed = written(service(checked_on="not_yet"), "checked_on", "today", REFERENCE, TODAY)
    assert isinstance(changed, Service)
    assert changed.checked_on == TODAY


def test_nothing_a_person_has_said_stands_in_a_suggestion() -> None:
    who = Who(age=30, recorded_as="man", uses_drugs=True, has_children=True, from_abroad=True, speaks="invented tongue")
    strict = Takes(whom="women", drug_use="no", children="no", no_public_funds="no", to_age=20)
    (offered,) = suggestions([service(takes=strict)], DEPOSITS, who, TODAY)
    assert "invented tongue" not in offered.line
    assert offered.unfit == tuple(why_unfit(strict, replace(who, speaks="")))


def test_a_deposit_scheme_says_whose_area_it_is_for() -> None:
    scheme = service("Rent help", activities=("ACC-2-04",), area="Invented Borough")
    (offered,) = suggestions([scheme], DEPOSITS, Who(), TODAY)
    assert offered.line == "Rent help: for Invented Borough"


def test_a_place_for_women_only_is_marked_for_somebody_who_wants_one() -> None:
    who = Who(recorded_as="woman", wants_women_only=True)
    (offered,) = suggestions([service(takes=Takes(whom="women", curfew="yes"))], DEPOSITS, who, TODAY)
    assert (offered.unfit, offered.remarks) == ((), ("women only", "has a curfew"))
