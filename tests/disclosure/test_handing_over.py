"""What was agreed goes to the next worker with the person's yes, and is not told there against their word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bcst_tui.disclosure.agreed import decided, open_to, standing, taken_back, with_versions
from bcst_tui.disclosure.agreed_before import NOTHING_AGREED, agreed_before
from bcst_tui.disclosure.handing_over import HandedOver, handed_over, taken_over
from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, LedgerEvent
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, HelpLogged, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack, Liaison, RiskRoute
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.disclosure.shares import Share
from bcst_tui.disclosure.talk import Aside
from tests.disclosure.test_talk import DAY, REFERENCE, talk_at

OFFICE = REFERENCE.private_agencies
SPECIALIST, CLINIC, PROJECT = "safety_specialist", "prison_healthcare", "sex_work_project"
LATER = DAY + timedelta(days=180)
RELEASE = DAY + timedelta(days=60)
CANARY = "the heron by the weir"
TERMS = SafeContact(channel="phone", if_unreachable="do_nothing", code_word="heron", set_on=DAY, checked_on=DAY)


def told(*items: Item) -> Record:
    """These were told, a plan was made, and two services were agreed to; a third was refused."""
    record = NOTHING_KEPT
    for item in items:
        record = replace(
            record.with_ledger(Ledger(item, "disclosed", offers=1, asks=1, source_date=DAY)),
            lines=(*record.lines, CategoryLine(item, Draft(wants=("specialist",)), DAY)),
            events=(*record.events, LedgerEvent(DAY, 1, item, "ASK.applies", "disclosed", 1, 1, 0)),
        )
    record = replace(
        record,
        safety_plan=(SafetyPart("inside", "my sister"), SafetyPart("words_that_help", "One step at a time")),
        follow_ups=(
            PrivateFollowUp("keep_in_touch", "worker", LATER, contact=TERMS),
            PrivateFollowUp("resettlement_appointment", "worker", DAY, outcome="met"),
        ),
        referrals=(PrivateReferral(SPECIALIST, "sent", DAY, "DVA-2-01"),),
        taken_up=(TakenUp("DVA-2-01", "agreed", DAY),),
        shares=(
            Share(DAY, "SPEC", SPECIALIST, "consent", {items[0]: 2}, "BC-0001-spec.md", "f") if items else _went(),
        ),
    )
    for agency in (SPECIALIST, CLINIC):
        yes = decided(OFFICE[agency], items, "given", DAY, LATER, 2, "spoken", CANARY)
        record = with_versions(record, yes)
    return with_versions(record, decided(OFFICE["police"], items, "refused", DAY))


def _went() -> Share:
    return Share(DAY, "STAT", "A court", "gateway", {}, "BC-0001-statutory.md", "f")


def arrived(record: Record, *agreed: Item, holds: tuple[str, ...] = (SPECIALIST, CLINIC)) -> Record:
    return taken_over(handed_over(record, agreed, DAY, "Resettlement worker", release=RELEASE), 0, holds)


def test_with_their_yes_the_plan_the_way_to_get_in_touch_and_every_answer_go_along() -> None:
    there = arrived(told("q1"), "q1", "q2")
    assert [one.part for one in there.safety_plan] == ["inside", "words_that_help"]
    assert [(one.due, one.contact, one.recheck_each_time) for one in there.follow_ups] == [(LATER, TERMS, True)]
    assert [one.agency for one in open_to(there, SPECIALIST, DAY)] == [SPECIALIST]
    assert [one.until for one in open_to(there, SPECIALIST, DAY)] == [LATER]
    assert not open_to(there, "police", DAY) and not open_to(there, SPECIALIST, LATER + timedelta(days=1))
    assert there.shares and there.referrals and there.taken_up


def test_what_was_refused_or_taken_back_here_is_not_told_there() -> None:
    there = arrived(taken_back(told("q1"), SPECIALIST, DAY), "q1")
    stands = {one.agency: one.status for one in standing(there.consents)}
    assert stands == {SPECIALIST: "withdrawn", CLINIC: "given", "police": "refused"}
    assert not open_to(there, SPECIALIST, DAY)


def test_a_yes_holds_only_for_the_very_same_service() -> None:
    """The healthcare of another prison is somebody else."""
    there = arrived(told("q1"), "q1", holds=(SPECIALIST,))
    assert open_to(there, SPECIALIST, DAY) and not open_to(there, CLINIC, DAY)
    assert {one.agency: one.status for one in standing(there.consents)}[CLINIC] == "expired"


@given(agreed=st.sets(st.sampled_from(ITEMS)), items=st.sets(st.sampled_from(ITEMS), min_size=1))
def test_nothing_goes_that_is_about_something_the_next_worker_may_not_know(agreed: set[Item], items: set[Item]) -> None:
    """P13 beside it: of the whole person only what each of the told ones agreed to; of one item only its own."""
    before = agreed_before(told(*sorted(items)), agreed, DAY, RELEASE)
    assert {one.topic for one in before.consents} <= agreed & items
    if not items <= agreed:
        assert not (before.safety_plan or before.follow_ups or before.referrals or before.taken_up)
    if not agreed & items:
        assert before == NOTHING_AGREED


def test_what_was_once_told_and_then_kept_out_or_disputed_takes_the_plan_off_the_file() -> None:
    for status in ("closed", "disputed"):
        record = told("q1", "q2")
        stood = replace(record.ledger("q1"), status=status, may_see=())
        before = agreed_before(record.with_ledger(stood), ITEMS, DAY, RELEASE)
        assert not before.safety_plan and {one.topic for one in before.consents} == {"q2"}


def test_what_the_lead_decided_what_went_to_supervision_and_the_cards_never_go() -> None:
    record = replace(
        told("q1"),
        gateways=(GatewayRecord("child", CANARY, ("safety_plan",), CANARY, DAY, True, DAY),),
        liaisons=(Liaison("marac", "gateway", CANARY, DAY, CANARY, True, area=CANARY),),
        risk_routes=(RiskRoute(CANARY, DAY, "not_known"),),
        help_log=(HelpLogged("child", DAY, "10:00", CANARY, CANARY, True),),
        kept_back=(KeptBack("liaison", CANARY, DAY),),
        shares=(_went(),),
        consents=(),
        lead_worker=CANARY,
        cover_worker=CANARY,
        consult_requested=True,
        dual_role=True,
    )
    handed = handed_over(record, ITEMS, DAY, "Resettlement worker")
    assert CANARY not in TypeAdapter(HandedOver).dump_json(handed).decode() and not handed.before.shares
    there = taken_over(handed, 0)
    assert not (there.gateways or there.liaisons or there.help_log or there.consult_requested or there.dual_role)


def test_terms_that_have_run_out_go_to_nobody() -> None:
    """P27: ended, past their day, or from before a release that has been."""
    for terms, release in (
        (replace(TERMS, ended=True), None),
        (replace(TERMS, valid_until=DAY - timedelta(days=1)), None),
        (replace(TERMS, set_on=DAY - timedelta(days=9)), DAY),
    ):
        record = replace(told("q1"), follow_ups=(PrivateFollowUp("keep_in_touch", "worker", LATER, contact=terms),))
        assert [one.contact for one in agreed_before(record, ITEMS, DAY, release).follow_ups] == [None]


def test_a_file_taken_in_twice_doubles_nothing_and_undoes_nothing_said_since() -> None:
    came = arrived(told("q1"), "q1")
    once = joined(NOTHING_KEPT, came)
    met = replace(once.follow_ups[0], outcome="met", outcome_on=date(2027, 3, 9))
    since = replace(taken_back(once, SPECIALIST, DAY), follow_ups=(met,))
    twice = joined(since, came)
    assert (twice.follow_ups, len(twice.shares), len(twice.taken_up)) == ((met,), 1, 1)
    assert len(twice.referrals) == 1 and not open_to(twice, SPECIALIST, DAY)
    assert twice.safety_plan == once.safety_plan


def test_the_card_and_what_is_confirmed_show_who_may_know_and_none_of_their_own_words() -> None:
    """P13, and the next worker sees the card before a word is said."""
    record = replace(arrived(told("q1"), "q1", "q2"), own_words=None)
    card = "\n".join(page_of(talk_at(Run(Screen("ENTRY")), record)).ledger)
    assert OFFICE[SPECIALIST].title in card and OFFICE["police"].title in card and "One step at a time" in card
    confirmed = page_of(talk_at(Run(Screen("CONFIRM", ("q1",))), record))
    assert not any(words in "\n".join(confirmed.lines(False)) for words in ("my sister", "heron", CANARY))


def test_what_they_dont_want_us_to_have_stands_on_no_page_and_is_told_by_no_yes() -> None:
    """The words of DISPUTE are true from the next screen on; what is about the other item stays."""
    came = arrived(told("q1"), "q1", "q2")
    cut = came.with_ledger(replace(came.ledger("q1"), status="disputed", may_see=()))
    seen = cut.as_may_be_seen()
    assert not (seen.lines or seen.safety_plan or seen.follow_ups or open_to(seen, SPECIALIST, DAY))
    folder = page_of(replace(talk_at(Run(), cut), aside=Aside("folder")))
    assert not any("plan for keeping safe" in one.said.casefold() for one in folder.options)
    assert "What would help" not in "\n".join(folder.ledger)
    both = told("q1", "q2")
    left = both.with_ledger(replace(both.ledger("q1"), status="disputed", may_see=())).as_may_be_seen()
    assert [one.item for one in left.lines] == ["q2"] and left.safety_plan
    assert came.as_may_be_seen() is came
