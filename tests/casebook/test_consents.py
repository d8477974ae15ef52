"""Consent asked agency by agency, kept version by version, taken back at once; and what papers it opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcst_tui.casebook import papers
from bcst_tui.casebook.case_values import Closing, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import AgencyStands, NewGateway, SafeContact, Wish
from bcst_tui.casebook.slips import SlipWish
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.safe_contact import Channel
from bcst_tui.errors import ExportRefused
from bcst_tui.export.files import write_file
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan
from bcst_tui.vault.closed import CaseClosed
from tests.casebook.conftest import SATURDAY, Opener, add_case
from tests.effort import tries

RELEASE = date(2027, 1, 29)
TOLD = """
section: told
title: Told
rail: Told
questions:
  - {id: a06_release_date, kind: date, said: {standard: When?}, audience: custody_dates}
  - id: c01_before
    kind: choice
    said: {standard: Where did you live?}
    audience: housing_plan
    options: [{id: rented, said: I rented}, {id: street, said: Outdoors}]
  - id: f12_not_to_be_told
    kind: group
    row_named: person
    at_most_rows: 5
    said: {standard: Who should be told nothing?}
    audience: do_not_release
    questions:
      - {id: name, kind: short_text, said: {standard: The name?}, audience: do_not_release}
  - id: f09_who
    kind: short_text
    said: {standard: Whom may we ring?}
    in_short: Emergency contact
    audience: family_friends
  - id: g02_in_care
    kind: yes_no
    said: {standard: Were you ever in care?}
    in_short: Was in care
    audience: care_status
  - id: g02d_may_tell
    kind: choices
    said: {standard: What may a Personal Advisor hear?}
    audience: care_status
    options:
      - {id: housing, said: A home}
      - {id: work, said: Work}
      - {id: nothing, said: Nothing, exclusive: true}
  - id: c15_council_told
    kind: choice
    said: {standard: What may we say?}
    audience: consents_own
    options:
      - {id: depth_0, said: Nothing}
      - {id: depth_1, said: My name}
      - {id: depth_2, said: More}
      - {id: later, said: Later}
needs:
  - id: somewhere
    group: ACC
    title: Somewhere to live
    said: A home
    when: {question: c01_before, equals: street}
    source: R40
    audience: housing_plan
actions:
  - {activity: ACC-2-01, need: somewhere, source: "level table"}
  - activity: ACC-3-01
    need: somewhere
    locked_unless: {question: c15_council_told, equals: depth_2}
    locked_because: The person has not agreed.
    source: R43
"""
COUNCIL = "council_s10"


def told(
    casebook: Casebook,
    council: str = "later",
    listed: str = "",
    rings: str = "Aunt Bea",
    advisor: tuple[str, ...] = ("nothing",),
) -> Sitting:
    """Somebody with nowhere to live, who may have named somebody to be told nothing."""
    sitting = casebook.begin(add_case(casebook).case_id)
    for entry in ("29/1/2027", "street"):
        sitting = moved(casebook.answer(sitting, entry))
    if listed:
        sitting = moved(casebook.add_row(sitting, "f12_not_to_be_told"))
        sitting = moved(casebook.answer(sitting, listed))
    sitting = moved(casebook.answer(sitting, "done"))
    entries: tuple[Json, ...] = (rings, "yes", list(advisor), council)
    for said in entries:
        sitting = moved(casebook.answer(sitting, said))
    return sitting


def moved(answered: Sitting | Rejection) -> Sitting:
    assert isinstance(answered, Sitting), answered
    return answered


def stands(decided: AgencyStands | Rejection) -> AgencyStands:
    assert isinstance(decided, AgencyStands), decided
    return decided


def status_of(plan: Plan, activity: str) -> str:
    return next(one.status for one in plan.actions if one.activity == activity)


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook(TOLD)


def test_only_agencies_the_plan_needs_are_offered(casebook: Casebook) -> None:
    sitting = told(casebook, "later")
    offered = {one.agency for one in casebook.agencies(sitting.case_id) if one.is_needed}
    assert {"landlord", COUNCIL} <= offered and not {"employer", "drug_service"} & offered


def test_nothing_goes_to_an_agency_before_a_yes(casebook: Casebook) -> None:
    sitting = told(casebook, "later")
    assert casebook.recipients(sitting, "HOU") == ()
    with pytest.raises(ExportRefused):
        casebook.preview(sitting, "HOU", to=COUNCIL)


def test_what_was_shown_before_a_yes_is_what_is_written_after_it(casebook: Casebook) -> None:
    sitting = told(casebook)
    wish = Wish(COUNCIL, "given", {"identity": 2, "housing": 2}, "spoken", which="Marsh District")
    shown = casebook.would_get(sitting.case_id, wish)
    stands(casebook.decide(sitting.case_id, wish))
    assert casebook.preview(sitting, "HOU", "txt", to=COUNCIL).text == shown
    assert [one.text_shown for one in casebook.consents(sitting.case_id) if one.depth] == [shown, shown]
    [recipient] = casebook.recipients(sitting, "HOU")
    assert recipient.title.endswith("Marsh District")


def test_depth_1_is_a_request_to_get_in_touch_and_no_more(casebook: Casebook) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish("landlord", "given", {"housing": 1}, "spoken")))
    text = casebook.preview(sitting, "HOU", "txt", to="landlord").text
    assert "Ash Invented" in text and "Please contact me" in text
    assert not any(words in text for words in ("Outdoors", "Somewhere to live", "TRN-001", "29 January", "Aunt Bea"))


def test_each_agency_reads_what_was_agreed_with_it_alone(casebook: Casebook) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"identity": 2, "housing": 2}, "spoken")))
    stands(casebook.decide(sitting.case_id, Wish("employer", "given", {"work": 1}, "spoken")))
    text = casebook.preview(sitting, "HOU", "txt", to="employer").text
    assert "council" not in text.casefold() and "Outdoors" not in text


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


def test_a_gateway_record_opens_its_rows_once(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook)
    decided = casebook.decide_gateway(sitting.case_id, gateway(rows=("name_used", "housing_plan")))
    assert not isinstance(decided, Rejection)
    [to] = casebook.recipients(sitting, "STAT")
    shown = casebook.preview(sitting, "STAT", to=to.to)
    assert "Ash Invented" in shown.text and "Outdoors" in shown.text
    assert "TRN-001" not in shown.text and "Aunt Bea" not in shown.text
    casebook.write(sitting, shown, tmp_path)
    assert casebook.recipients(sitting, "STAT") == ()
    with pytest.raises(ExportRefused):
        casebook.preview(sitting, "STAT", to=to.to)
    assert [one.basis for one in casebook.shares(sitting.case_id)] == ["gateway"]
    assert "rang in" not in casebook.preview(sitting, "WK").text


def gateway(
    rows: tuple[str, ...] = ("name_used",),
    decided_by: str = "Safeguarding lead",
    why_not_told: str = "",
    person_told: bool = True,
    review_on: str = "1/12/2026",
) -> NewGateway:
    return NewGateway("child", "Children's services", "rang in", rows, decided_by, person_told, why_not_told, review_on)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (gateway(rows=()), "at least one"),
        (gateway(rows=("immigration",)), "least that is needed"),
        (gateway(decided_by=" "), "who decided"),
        (gateway(decided_by="resettlement worker"), "not the worker alone"),
        (gateway(decided_by="Wren Invented"), "not the worker alone"),
        (gateway(person_told=False), "why not"),
        (gateway(review_on="1/11/2026"), "is over"),
        (gateway(review_on=""), "12/3/2027"),
    ],
)
def test_a_gateway_record_needs_a_reason_a_decider_and_a_day(casebook: Casebook, new: NewGateway, why: str) -> None:
    refused = casebook.decide_gateway(add_case(casebook).case_id, new)
    assert isinstance(refused, Rejection) and why in refused.reason


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


def test_a_paper_is_noted_before_it_is_on_the_disk_and_not_at_all_where_it_could_not_be_written(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = told(casebook, council="depth_2")
    preview = casebook.preview(sitting, "HOU", to=COUNCIL)
    with pytest.raises(ExportRefused):
        casebook.write(sitting, preview, tmp_path / "not there")
    assert casebook.shares(sitting.case_id) == ()

    def killed(folder: Path, name: str, text: str, *, overwrite: bool = False) -> Path:
        write_file(folder, name, text, overwrite=overwrite)
        raise KeyboardInterrupt

    monkeypatch.setattr(papers, "write_file", killed)
    with pytest.raises(KeyboardInterrupt):
        casebook.write(sitting, preview, tmp_path)
    assert [one.sent_to for one in casebook.shares(sitting.case_id)] == [COUNCIL] and list(tmp_path.iterdir())


def test_their_own_full_copy_tells_every_edit_and_version_but_no_word_a_worker_typed(casebook: Casebook) -> None:
    sitting = told(casebook)
    need = casebook.plan(sitting).needs[0]
    casebook.edit_need(sitting, need.code, status="confirmed")
    casebook.edit_need(sitting, need.code, status="dropped", reason="Canary of a reason")
    casebook.add_action(sitting, "Canary of an action", None)
    casebook.agree_plan(sitting)
    full, worker = (casebook.preview(sitting, reader).text for reader in ("FULL", "WK"))
    assert "Version 1 of the plan agreed" in full and f"{need.title}: proposed → confirmed" in full
    assert f"{need.title}: confirmed → dropped" in full and "Canary" not in full
    assert "of the plan agreed" not in worker, "the log itself is under Versions, and on no worker's paper"


def test_their_own_full_copy_tells_what_went_to_whom_and_that_they_asked_to_see_it(
    casebook: Casebook, tmp_path: Path
) -> None:
    sitting = told(casebook, council="depth_2")
    casebook.ask_for_record(sitting.case_id, "14/11/2026")
    [council] = casebook.recipients(sitting, "HOU")
    casebook.write(sitting, casebook.preview(sitting, "HOU", to=council.to), tmp_path)
    casebook.decide_gateway(sitting.case_id, gateway())
    full, worker, officer = (casebook.preview(sitting, reader).text for reader in ("FULL", "WK", "RO"))
    for text in (full, worker):
        assert "14 November 2026 to see this record; not shown yet" in text and "Went out, 21 November 2026" in text
    assert "shared without consent" in worker, "the lead has not said yet whether the person may read it (Y*)"
    assert "shared without consent" not in full
    assert "Went out" not in officer and "to see this record" not in officer


def test_the_officer_reads_what_was_agreed_beyond_what_they_get_anyway(casebook: Casebook) -> None:
    sitting = told(casebook)
    assert "Aunt Bea" not in casebook.preview(sitting, "RO").text
    stands(casebook.decide(sitting.case_id, Wish("responsible_officer", "given", {"family": 3}, "spoken")))
    assert "Aunt Bea" in casebook.preview(sitting, "RO").text
    assert isinstance(casebook.never_tell(sitting.case_id, "responsible_officer"), Rejection)


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


STEPS = st.lists(st.sampled_from(["give", "deeper", "withdraw", "refuse", "later", "never", "again"]), max_size=6)


@settings(max_examples=tries(5, 12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_after_a_withdrawal_nothing_can_go_until_the_next_yes(casebook: Casebook, steps: list[str]) -> None:
    sitting, is_open = told(casebook), False
    never = False
    for step in steps:
        case_id = sitting.case_id
        if step in ("give", "deeper"):
            wish = Wish(COUNCIL, "given", {"housing": 1 if step == "give" else 3}, "spoken")
            is_open = is_open or not never
            assert isinstance(casebook.decide(case_id, wish), Rejection) is never
        elif step in ("refuse", "later"):
            said = "refused" if step == "refuse" else "later"
            casebook.decide(case_id, Wish(COUNCIL, said, {"identity": 0, "housing": 0}))  # type: ignore[arg-type]
            is_open = False
        elif step == "withdraw":
            assert isinstance(casebook.withdraw(case_id, COUNCIL), Rejection) is not is_open
            is_open = False
        else:
            never = step == "never"
            casebook.never_tell(case_id, COUNCIL, never)
            is_open = is_open and not never
        assert bool(casebook.recipients(sitting, "HOU")) is is_open
        if not is_open:
            with pytest.raises(ExportRefused):
                casebook.preview(sitting, "HOU", to=COUNCIL)


def test_the_stop_letter_tells_nothing_they_were_not_told(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 2}, "spoken", which="Marsh District")))
    assert isinstance(casebook.stop_letter(sitting.case_id, COUNCIL), Rejection), "nothing has gone yet"
    written = casebook.write(sitting, casebook.preview(sitting, "HOU", to=COUNCIL), tmp_path)
    assert isinstance(casebook.stop_letter(sitting.case_id, COUNCIL), Rejection), "it still holds"
    casebook.withdraw(sitting.case_id, COUNCIL)
    letter = casebook.stop_letter(sitting.case_id, COUNCIL)
    assert not isinstance(letter, Rejection)
    assert "Marsh District" in letter.text and written.name in letter.text
    assert not any(words in letter.text for words in ("Ash", "TRN-001", "home", "housing", "prison", "council"))
    assert casebook.write_stop_letter(sitting.case_id, letter, tmp_path).name == letter.file_name


def test_two_agencies_on_one_day_have_files_of_their_own_and_neutral_names(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook, "depth_2")
    stands(casebook.decide(sitting.case_id, Wish("landlord", "given", {"housing": 2}, "spoken")))
    names = [
        casebook.write(sitting, casebook.preview(sitting, "HOU", to=to), tmp_path).name for to in (COUNCIL, "landlord")
    ]
    assert names == ["TRAINING-BC-0001-HOU-2026-11-21.md", "TRAINING-BC-0001-HOU-2026-11-21-2.md"]
    assert casebook.preview(sitting, "HOU", to=COUNCIL).file_name == names[0]


def test_a_personal_advisor_hears_what_was_ticked_and_no_more(casebook: Casebook) -> None:
    sitting = told(casebook, advisor=("housing",))
    assert casebook.agency(sitting.case_id, "personal_advisor").depths == {"identity": 1, "housing": 2}
    text = casebook.preview(sitting, "HOU", to="personal_advisor").text
    assert "Outdoors" in text and "Was in care" not in text and "TRN-001" not in text


def test_a_council_hears_of_time_in_care_only_as_agreed(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    assert "Was in care" not in casebook.preview(sitting, "HOU", to=COUNCIL).text
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"care": 2}, "spoken")))
    assert "Was in care" in casebook.preview(sitting, "HOU", to=COUNCIL).text
