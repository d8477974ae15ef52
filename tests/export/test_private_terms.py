"""What a yes opens to an agency, and the very words it would get by it, read out before the yes."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.disclosure.consent import Consent
from bcst_tui.export.private_terms import CASELOAD_CHECK, opened_by, would_get
from tests.export.cases import full_header
from tests.export.private_cases import DAY, full_record, words
from tests.reference.shipped import shipped_reference

RECORD = replace(full_record(), consents=())
WHO = "safety_specialist"


def yes(topic: str, depth: int, *parts: str, purpose: str = "help") -> Consent:
    return Consent(WHO, topic, "given", DAY, depth, purpose=purpose, parts=parts)


def heard(*consents: Consent) -> str:
    return "\n".join(would_get(RECORD, consents, "SPEC", full_header(), shipped_reference(), words()))


def test_get_in_touch_names_the_person_and_no_topic() -> None:
    text = heard(yes("q1", 1))
    assert "Sam Rowe" in text
    assert not [one for one in ("People around", "Children", "close before", "canary") if one in text]


def test_each_item_is_open_by_its_own_yes_alone() -> None:
    assert "an ex" in heard(yes("q1", 2)) and "someone who pays" not in heard(yes("q1", 2))


def test_of_the_plan_for_keeping_safe_they_get_the_parts_that_were_ticked() -> None:
    text = heard(yes("q1", 3, "inside"), yes("q2", 3, "inside"))
    assert "Inside canary" in text and "Where canary" not in text


def test_being_asked_whether_they_know_the_person_opens_nothing() -> None:
    check = yes("none", 1, purpose=CASELOAD_CHECK)
    assert opened_by([check], WHO).consents == {}
    assert opened_by([check, yes("q1", 1)], WHO).consents == {"q1": 1, "identity": 1}


def test_nothing_opens_by_what_another_agency_was_told() -> None:
    assert opened_by([yes("q1", 4)], "sex_work_project").consents == {}
