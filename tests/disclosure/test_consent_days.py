"""On which day a yes or a way to get in touch still holds, and what has to be said before it can be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bcst_tui.disclosure import consent, gateway, safe_contact
from bcst_tui.disclosure.consent import Consent, Wish, decided, depths, ended, latest, live
from bcst_tui.disclosure.gateway import Gateway
from bcst_tui.disclosure.safe_contact import SafeContact, may_be_reached
from bcst_tui.interview.rejection import Rejection
from bcst_tui.reference.agency import DEEPEST
from tests.disclosure.test_talk import REFERENCE
from tests.disclosure.walking import DAY

NEXT_DAY = DAY + timedelta(days=1)
YES = Consent("one", "housing", "given", DAY, depth=1, until=DAY)
TERMS = SafeContact("phone", if_unreachable="do_nothing", set_on=DAY, checked_on=DAY)
COUNCIL = REFERENCE.agencies["council_s10"]
TOPIC = "housing"
WISH = Wish(COUNCIL.id, "given", {TOPIC: 1}, "spoken", "  a   reason ")


def test_a_yes_holds_to_the_end_of_its_day_and_nothing_else_lets_anything_out() -> None:
    """P18."""
    assert YES.is_live(DAY) and YES.standing(NEXT_DAY) == "expired" and not YES.is_live(NEXT_DAY)
    no = replace(YES, status="refused")
    assert no.standing(NEXT_DAY) == "refused" and not no.is_live(DAY)
    assert not replace(YES, depth=0).is_live(DAY) and replace(YES, depth=0, anonymous=True).is_live(DAY)
    assert replace(YES, until=None).is_live(DAY + timedelta(days=999))


def test_it_is_asked_whether_it_is_still_wanted_two_weeks_before_it_runs_out() -> None:
    later = replace(YES, until=DAY + timedelta(days=14))
    assert later.runs_out_soon(DAY) and not later.runs_out_soon(DAY - timedelta(days=1))
    assert not replace(later, status="refused").runs_out_soon(DAY)
    assert not replace(later, until=None).runs_out_soon(DAY)


def test_the_last_word_stands_for_each_agency_and_topic_by_itself() -> None:
    """P18."""
    other, health = replace(YES, agency="two", depth=2), replace(YES, topic="health", depth=2)
    back = ended(YES, DAY, "withdrawn")
    everything = (YES, other, health, back)
    assert list(latest(everything).values()) == [back, other, health]
    assert live(everything, DAY) == (other, health) and live(everything, DAY, "one") == (health,)
    assert depths(everything, DAY, "one") == {"health": 2} and depths(everything, NEXT_DAY, "two") == {}


def test_what_is_ended_has_nothing_left_and_only_what_is_taken_back_a_day_of_that() -> None:
    was = replace(YES, depth=2, by_answer=True)
    assert ended(was, NEXT_DAY, "withdrawn") == replace(
        YES, status="withdrawn", depth=0, until=None, withdrawn_on=NEXT_DAY
    )
    assert ended(was, NEXT_DAY, "expired") == replace(YES, status="expired", depth=0, until=None)


@pytest.mark.parametrize(
    "change",
    [
        {"topics": {"q1": 1}},
        {"topics": {TOPIC: 1, "q": 0}},
        {"topics": {"no_such_topic": 1}},
        {"topics": {}},
        {"topics": {TOPIC: 1, "health": -1}},
        {"topics": {TOPIC: DEEPEST + 1}},
        {"topics": {TOPIC: 0}},
        {"given_how": None},
        {"given_how": "declined"},
        {"purpose": "x" * 121},
        {"which": "x" * 121},
    ],
)
def test_a_wish_that_is_not_whole_is_not_kept_and_nothing_private_is_agreed_outside(change: dict[str, Any]) -> None:
    """P41."""
    assert isinstance(consent.checked(replace(WISH, **change), COUNCIL), Rejection)


def test_a_whole_wish_is_kept_tidily_and_a_yes_names_whose_it_is() -> None:
    depths_said = {TOPIC: DEEPEST, "health": 0}
    whole = consent.checked(replace(WISH, which=" The  office ", topics=depths_said), COUNCIL)
    assert isinstance(whole, Wish) and (whole.purpose, whole.which) == ("a reason", "The office")
    assert whole.topics == {**depths_said, "identity": 1}
    assert isinstance(consent.checked(replace(WISH, which="x" * 120), COUNCIL), Wish)
    refused = consent.checked(replace(WISH, said="refused", topics={TOPIC: 1}, given_how=None), COUNCIL)
    assert isinstance(refused, Wish) and refused.topics == {TOPIC: 1}
    assert consent.with_name({TOPIC: 0}) == {TOPIC: 0} and consent.with_name({"identity": 2}) == {"identity": 2}
    named = decided(replace(WISH, purpose="a reason", which="The office"), DAY, NEXT_DAY)
    assert {(one.purpose, one.which, one.agency) for one in named} == {("a reason", "The office", COUNCIL.id)}
    yes, no = decided(replace(WISH, topics={TOPIC: 1, "other": 0}), DAY, NEXT_DAY, "Words", by_answer=True)
    assert (yes.status, yes.depth, yes.until, yes.text_shown, yes.by_answer) == ("given", 1, NEXT_DAY, "Words", True)
    assert (no.status, no.depth, no.until) == ("refused", 0, None)
    (later,) = decided(replace(WISH, said="later"), DAY, NEXT_DAY)
    assert (later.status, later.depth, later.until, later.given_how) == ("later", 0, None, "spoken")


def test_a_way_to_get_in_touch_ends_with_its_day_and_with_the_release_it_was_set_before() -> None:
    """P27."""
    until = replace(TERMS, valid_until=DAY)
    assert not until.has_run_out(DAY, None) and until.has_run_out(NEXT_DAY, None)
    assert replace(TERMS, ended=True).has_run_out(DAY, None) and not TERMS.has_run_out(NEXT_DAY, None)
    assert TERMS.has_run_out(NEXT_DAY, NEXT_DAY) and not TERMS.has_run_out(DAY, NEXT_DAY)
    assert not TERMS.has_run_out(NEXT_DAY, DAY)
    assert [may_be_reached(one, DAY, None) for one in (None, replace(TERMS, ended=True))] == ["not_asked"] * 2
    theirs = replace(TERMS, channel="i_will_contact_you")
    assert [may_be_reached(one, DAY, None) for one in (TERMS, theirs)] == ["yes", "no"]


@pytest.mark.parametrize(
    "change",
    [
        {"channel": None},
        {"if_unreachable": None},
        {"if_unreachable": "named_person"},
        {"leave_message": True},
        {"code_word": "x" * 121},
        {"valid_until": DAY - timedelta(days=1)},
    ],
)
def test_terms_that_are_not_whole_are_not_kept(change: dict[str, Any]) -> None:
    """P27."""
    assert isinstance(safe_contact.checked(replace(TERMS, **change), DAY), Rejection)


def test_whole_terms_are_kept_tidily_and_without_words_for_a_message_nobody_leaves() -> None:
    """P27."""
    fine = replace(TERMS, code_word="x" * 120, valid_until=DAY, if_unreachable="named_person", named=" An  aunt ")
    kept = safe_contact.checked(replace(fine, message_words="Please ring"), DAY)
    assert kept == replace(fine, named="An aunt", message_words="")
    message = replace(TERMS, leave_message=True, message_words="Please ring")
    assert safe_contact.checked(message, DAY) == message


ROW = gateway.rows_to_open(REFERENCE.matrix)[0]
DECISION = Gateway("child", "Police", "A child is at risk", (ROW,), "Safeguarding lead", DAY, True, DAY)


@pytest.mark.parametrize(
    "change",
    [
        {"limit": "reputation"},
        {"rows": ()},
        {"rows": (ROW, "safety_plan_of_another")},
        {"told_to": " "},
        {"facts": ""},
        {"decided_by": ""},
        {"facts": "x" * 501},
        {"why_not_told": "x" * 501},
        {"decided_by": " sam  EXAMPLE"},
        {"person_told": False},
        {"person_told": False, "why_not_told": " "},
        {"review_on": DAY - timedelta(days=1)},
    ],
)
def test_nothing_goes_without_a_yes_but_for_a_reason_by_somebody_else_with_a_day_to_look_again(
    change: dict[str, Any],
) -> None:
    worker = ("Sam Example", "resettlement worker")
    assert isinstance(gateway.checked(replace(DECISION, **change), REFERENCE.matrix, worker, DAY), Rejection)


def test_a_decision_may_open_all_there_is_told_to_the_person_and_looked_at_again_the_same_day() -> None:
    whole = replace(DECISION, rows=gateway.rows_to_open(REFERENCE.matrix))
    assert gateway.checked(whole, REFERENCE.matrix, ("Sam Example",), DAY) == whole


def test_a_whole_decision_is_kept_with_each_row_once() -> None:
    whole = replace(DECISION, rows=(ROW, ROW), facts=" A  child is at risk", person_told=False, why_not_told="x" * 500)
    kept = gateway.checked(whole, REFERENCE.matrix, ("Sam Example",), date(2026, 11, 1))
    assert kept == replace(whole, rows=(ROW,), facts="A child is at risk")
    matrix = REFERENCE.matrix
    opens = {matrix.rows[one] for one in gateway.rows_to_open(matrix)}
    assert all(one.part == "ordinary" and one.code_for("STAT") == "G" for one in opens)
