"""Consent asked agency by agency, kept version by version, taken back at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import SafeContact, Wish
from bcst_tui.casebook.slips import SlipWish
from bcst_tui.disclosure.safe_contact import Channel
from bcst_tui.errors import ExportRefused
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.closed import CaseClosed
from tests.casebook.agreeing import COUNCIL, RELEASE, TOLD, moved, stands, status_of, told
from tests.casebook.conftest import SATURDAY, Opener, add_case


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook(TOLD)


def test_only_agencies_the_plan_needs_are_offered(casebook: Casebook) -> None:
    sitting = told(casebook, "later")
    offered = {one.agency for one in casebook.agencies(sitting.case_id) if one.is_needed}
    assert {"landlord", COUNCIL} <= offered and not {"employer", "drug_service"} & offered


def test_an_answer_is_a_decision_like_any_other(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    assert casebook.agency(sitting.case_id, COUNCIL).depths == {"identity": 2, "housing": 2}
    assert status_of(casebook.plan(sitting), "ACC-3-01") == "proposed"
    assert casebook.preview(sitting, "HOU", to=COUNCIL)


def test_taking_the_answer_back_takes_the_consent_back(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    undone = casebook.undo(sitting)
    assert casebook.agency(sitting.case_id, COUNCIL).depths == {}
    assert status_of(casebook.plan(undone), "ACC-3-01") == "held"
    sitting = moved(casebook.answer(undone, "depth_1"))
    assert casebook.agency(sitting.case_id, COUNCIL).depths == {"identity": 1, "housing": 1}


def test_a_consent_given_later_unlocks_what_the_answer_left_locked(casebook: Casebook) -> None:
    sitting = told(casebook, "later")
    assert status_of(casebook.plan(sitting), "ACC-3-01") == "held"
    assert isinstance(casebook.may_refer(sitting.case_id, "council", "ACC-3-01"), Rejection)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 2}, "signed")))
    assert status_of(casebook.plan(sitting), "ACC-3-01") == "proposed"
    assert casebook.may_refer(sitting.case_id, "council", "ACC-3-01") is True


def test_withdrawing_stops_at_once_holds_the_action_and_lists_what_went(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook, "depth_2")
    casebook.write(sitting, casebook.preview(sitting, "HOU", to=COUNCIL), tmp_path)
    withdrawn = casebook.withdraw(sitting.case_id, COUNCIL)
    assert not isinstance(withdrawn, Rejection)
    [gone] = withdrawn.gone
    assert (gone.sent_to, gone.on, gone.basis, dict(gone.topics)) == (
        COUNCIL,
        SATURDAY,
        "consent",
        {"identity": 2, "housing": 2},
    )
    assert len(gone.fingerprint) == 64
    assert status_of(casebook.plan(sitting), "ACC-3-01") == "held"
    with pytest.raises(ExportRefused):
        casebook.preview(sitting, "HOU", to=COUNCIL)
    assert isinstance(casebook.withdraw(sitting.case_id, COUNCIL), Rejection)


def test_an_agreed_plan_is_a_draft_again_once_something_in_it_waits(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    casebook.agree_plan(sitting)
    casebook.withdraw(sitting.case_id, COUNCIL)
    plan = casebook.plan(sitting)
    assert (status_of(plan, "ACC-3-01"), plan.agreed_on) == ("held", None)


@pytest.mark.parametrize("said", ["refused", "ask_each_time", "telling_them_myself", "later"])
def test_every_other_answer_opens_nothing_and_is_kept(casebook: Casebook, said: str) -> None:
    sitting = told(casebook, "depth_2")
    wish = Wish(COUNCIL, said, {"identity": 0, "housing": 0})  # type: ignore[arg-type]
    after = stands(casebook.decide(sitting.case_id, wish))
    assert after.depths == {} and {one.status for one in after.topics if one.topic == "housing"} == {said}
    assert casebook.recipients(sitting, "HOU") == ()


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish("employer", "given", {"q1": 2}, "spoken"), "private part"),
        (Wish("employer", "given", {"health": 2}, "spoken"), "not asked to hear of health"),
        (Wish("employer", "given", {}, "spoken"), "what it is about"),
        (Wish("employer", "given", {"work": 5}, "spoken"), "from 0"),
        (Wish("employer", "given", {"work": 0}, "spoken"), "how much"),
        (Wish("employer", "given", {"work": 1}), "how it was agreed"),
        (Wish("employer", "given", {"work": 1}, "declined"), "how it was agreed"),
        (Wish("employer", "given", {"work": 1}, "spoken", which="x" * 121), "120 letters"),
    ],
)
def test_a_wish_that_says_too_little_or_too_much_is_not_kept(casebook: Casebook, wish: Wish, why: str) -> None:
    case_id = add_case(casebook).case_id
    refused = casebook.decide(case_id, wish)
    assert isinstance(refused, Rejection) and why in refused.reason
    assert casebook.consents(case_id) == ()


def test_a_consent_that_ends_soon_is_listed_for_today_with_no_interview_at_all(open_casebook: Opener) -> None:
    casebook = open_casebook(TOLD)
    case_id = add_case(casebook).case_id
    stands(casebook.decide(case_id, Wish("landlord", "given", {"housing": 1}, "spoken")))
    stands(casebook.decide(case_id, Wish(COUNCIL, "given", {"housing": 1}, "spoken")))
    assert "consents" not in casebook.todays()
    object.__setattr__(casebook._surroundings, "today", lambda: date(2027, 5, 14))
    assert len(casebook.todays()["consents"]) == 2
    casebook.withdraw(case_id, "landlord")
    assert len(casebook.todays()["consents"]) == 1


def test_a_consent_runs_out_after_six_months_and_can_be_kept_on(open_casebook: Opener) -> None:
    casebook = open_casebook(TOLD)
    sitting = told(casebook, "depth_2")
    day = SATURDAY
    object.__setattr__(casebook._surroundings, "today", lambda: day)
    day = date(2027, 5, 10)
    assert [one.agency for one in casebook.still_wanted(sitting.case_id)] == [COUNCIL]
    assert any(one.runs_out_soon for one in casebook.agency(sitting.case_id, COUNCIL).topics)
    day = date(2027, 5, 21)
    assert casebook.recipients(sitting, "HOU")
    day = date(2027, 5, 22)
    assert casebook.recipients(sitting, "HOU") == () and casebook.still_wanted(sitting.case_id) == ()
    day = date(2027, 5, 21)
    kept = stands(casebook.keep_on(sitting.case_id, COUNCIL))
    assert {one.until for one in kept.topics if one.depth} == {date(2027, 11, 21)}


def test_purpose_met_ends_it_without_a_withdrawal(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    after = stands(casebook.purpose_met(sitting.case_id, COUNCIL))
    assert after.depths == {} and {one.status for one in after.topics if one.topic == "housing"} == {"expired"}


def test_an_agency_never_to_be_told_gets_nothing_and_cannot_be_agreed_to(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    listed = casebook.never_tell(sitting.case_id, COUNCIL)
    assert not isinstance(listed, Rejection) and listed.agencies == (COUNCIL,)
    assert casebook.recipients(sitting, "HOU") == ()
    assert isinstance(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 1}, "spoken")), Rejection)
    with pytest.raises(ExportRefused, match="never to be told"):
        casebook.preview(sitting, "HOU", to=COUNCIL)
    assert not isinstance(casebook.never_tell(sitting.case_id, COUNCIL, False), Rejection)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 1}, "spoken")))


def test_somebody_on_the_list_is_named_before_they_are_rung_or_told(casebook: Casebook) -> None:
    sitting = told(casebook, listed="Bea Marlow", rings="Aunt Bea")
    assert "Bea Marlow" in casebook.check_before(sitting.case_id, "Ms B. Marlow")
    assert casebook.check_before(sitting.case_id, "Kit Farrow") == ""
    slip = casebook.slip(sitting.case_id, SlipWish("1/12/2026", with_whom="Bea"))
    assert isinstance(slip, Rejection) and "Bea Marlow" in slip.reason
    [clash] = casebook.clashes(sitting.case_id)
    assert clash.startswith("Emergency contact: Bea Marlow")
    wish = Wish("landlord", "given", {"housing": 1}, "spoken", which="Mr Marlow")
    assert isinstance(casebook.decide(sitting.case_id, wish), Rejection)


def test_the_safe_contact_has_nothing_chosen_and_runs_out_with_release(casebook: Casebook) -> None:
    sitting = told(casebook, listed="Bea Marlow")
    assert isinstance(casebook.set_safe_contact(sitting.case_id, SafeContact()), Rejection)
    terms = SafeContact("phone", number_label="Sister's", if_unreachable="do_nothing")
    kept = casebook.set_safe_contact(sitting.case_id, terms)
    assert isinstance(kept, SafeContact) and not kept.leave_message
    clash = casebook.set_safe_contact(
        sitting.case_id, SafeContact("phone", if_unreachable="named_person", named="Bea Marlow")
    )
    assert isinstance(clash, Rejection)
    assert "Sister's" in casebook.preview(sitting, "WK").text
    object.__setattr__(casebook._surroundings, "today", lambda: RELEASE)
    assert casebook.safe_contact(sitting.case_id) is None
    assert "Sister's" not in casebook.preview(sitting, "WK").text
    assert isinstance(casebook.still_right(sitting.case_id, True), Rejection)


def test_a_safe_contact_that_is_no_longer_right_ends(casebook: Casebook) -> None:
    sitting = told(casebook)
    channel: Channel = "letter"
    casebook.set_safe_contact(sitting.case_id, SafeContact(channel, if_unreachable="my_officer"))
    again = casebook.still_right(sitting.case_id, True)
    assert isinstance(again, SafeContact) and again.version == 2
    assert casebook.still_right(sitting.case_id, False) is None
    assert casebook.safe_contact(sitting.case_id) is None and len(casebook.safe_contacts(sitting.case_id)) == 3


def test_a_request_to_see_the_record_is_due_within_21_days_on_a_working_day(casebook: Casebook) -> None:
    case_id = add_case(casebook).case_id
    asked = casebook.ask_for_record(case_id, "14/11/2026")
    assert not isinstance(asked, Rejection)
    assert asked.due == date(2026, 12, 4), "the Saturday three weeks on moves back to the Friday"
    assert [one.request_id for one in casebook.requests_open()] == [asked.request_id]
    assert isinstance(casebook.show_record(asked.request_id, "13/11/2026"), Rejection)
    shown = casebook.show_record(asked.request_id)
    assert not isinstance(shown, Rejection) and shown.shown_on == SATURDAY
    assert casebook.requests_open() == () and isinstance(casebook.show_record(asked.request_id), Rejection)
    assert isinstance(casebook.ask_for_record(case_id, "22/11/2026"), Rejection)
    assert isinstance(casebook.ask_for_record(case_id, "soon"), Rejection)


def test_a_merge_takes_consents_requests_and_shares_along(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook, "depth_2")
    casebook.write(sitting, casebook.preview(sitting, "HOU", to=COUNCIL), tmp_path)
    casebook.ask_for_record(sitting.case_id)
    other = add_case(casebook, "Ash Twice").case_id
    merging = Merging(other, sitting.case_id, {"name_used": other})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    assert casebook.agency(other, COUNCIL).depths and casebook.shares(other) and casebook.requests(other)


def test_a_closed_case_takes_no_consent(casebook: Casebook) -> None:
    sitting = told(casebook)
    assert not isinstance(casebook.close_case(sitting.case_id, Closing("released", "21/11/2026")), Rejection)
    with pytest.raises(CaseClosed):
        casebook.decide(sitting.case_id, Wish("landlord", "given", {"housing": 1}, "spoken"))
