"""What each write does, by itself: what is agreed or told replaces no more than it says; nothing is kept unasked."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import timedelta

import pytest

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.correcting import correct
from bcst_tui.disclosure.handing_over import handed_over
from bcst_tui.disclosure.known_pages import may_be_noted, not_noted, noted
from bcst_tui.disclosure.ledger import ITEMS, Ledger
from bcst_tui.disclosure.levels import Around, bridged, level_of, offers
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, HelpLogged, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.run import Moment, Run, Screen, step
from bcst_tui.disclosure.sealing import SIZE, Sealed, TooFull, for_a_new_sitting, padded
from bcst_tui.disclosure.timers import cover_after, lock_after
from bcst_tui.disclosure.writing import Said
from bcst_tui.reference.agency import Want
from tests.disclosure.test_ledger import FIRST, SECOND, TO_THE_OFFER, played
from tests.disclosure.test_rules import goes_on
from tests.disclosure.walking import DAY, DRAFT

CARRIED = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed", source_role="nurse"))
LINE = CategoryLine("q1", Draft(when="now"), DAY - timedelta(days=30))
NO_DRAFT = Moment(FIRST, DAY)


def kept_before(record: Record = CARRIED) -> Record:
    """What was told elsewhere, with the line that came along."""
    return replace(record, lines=(LINE, replace(LINE, item="q2")))


def test_a_question_put_counts_once_and_each_offer_and_confirming_by_one() -> None:
    """P3, P4."""
    _, record = played(*TO_THE_OFFER, "yes")
    assert (record.ledger("q1").offers, record.ledger("q1").asks, record.ledger("q1").confirms) == (1, 1, 0)
    _, record = played(*TO_THE_OFFER, record=CARRIED)
    assert (record.ledger("q1").offers, record.ledger("q1").asks, record.ledger("q1").confirms) == (0, 0, 1)


@pytest.mark.parametrize("ways", [("heard", "q1"), ("q", "start", *TO_THE_OFFER, "yes", "applies")])
def test_what_is_told_here_is_theirs_and_names_nobody_whom_only_a_record_names(ways: tuple[str, ...]) -> None:
    """P12: nobody is told at the next place that they talked to whoever wrote it down."""
    on_record = noted(NOTHING_KEPT, "q1", "record_only", "police liaison", DAY)
    ledger = goes_on(Run(), on_record, *ways)[1].ledger("q1")
    assert (ledger.status, ledger.source, ledger.source_role) == ("disclosed", "self_here", "")
    told = on_record.with_ledger(ledger)
    assert handed_over(told, ITEMS, DAY, "resettlement worker").items[0].role == "resettlement worker"
    assert goes_on(Run(), CARRIED, "heard", "q1")[1].ledger("q1").source_role == ""


@pytest.mark.parametrize("answer", ["leave_it", "bring_in"])
def test_who_told_it_elsewhere_did_not_say_that_it_was_to_whoever_is_on_record(answer: str) -> None:
    """P12."""
    on_record = noted(NOTHING_KEPT, "q1", "record_only", "police liaison", DAY)
    _, record = played(*TO_THE_OFFER, "already_told", answer, record=on_record)
    ledger = record.ledger("q1")
    assert (ledger.source_role, ledger.source_date) == ("", None) and ledger.source != "record_only"
    assert played(*TO_THE_OFFER, "right", record=CARRIED)[1].ledger("q1").source_role == "nurse"


def test_what_only_a_record_says_stays_the_workers_to_see_while_nothing_was_told() -> None:
    """P12."""
    on_record = noted(NOTHING_KEPT, "q1", "record_only", "police liaison", DAY)
    ledger = played(*TO_THE_OFFER, "never", record=on_record)[1].ledger("q1")
    assert (ledger.status, ledger.source, ledger.source_role) == ("closed", "record_only", "police liaison")


def test_telling_again_leaves_the_line_that_is_kept_until_another_is_agreed() -> None:
    run, record = goes_on(Run(), kept_before(), "heard", "q1", "private", "skip")
    assert record.line("q1") == LINE and record.line("q2") == replace(LINE, item="q2")
    run, record = goes_on(Run(), kept_before(), "heard", "q1", "private", "ready", "fine", "nothing")
    record = step(run, record, "agree", NO_DRAFT)[1]
    assert record.line("q1") == replace(LINE, agreed_on=DAY) and len(record.lines) == 2


def test_codes_come_with_what_was_said_or_stay_as_they_were_and_go_when_it_is_agreed_to() -> None:
    run, record = played(*TO_THE_OFFER, "yes")
    run, record = step(run, record, "applies", NO_DRAFT)
    assert run.screen.draft == Draft()
    run, record = goes_on(run, record, "ready", "fine", "chosen")
    assert step(run, record, "change", NO_DRAFT)[0].screen.draft == DRAFT
    run, record = goes_on(run, record, "agree")
    assert run.screen.draft is None and record.line("q1") == CategoryLine("q1", DRAFT, DAY)
    run, record = from_nothing_wanted()
    assert step(run, record, "agree", NO_DRAFT)[1].line("q1") == CategoryLine("q1", Draft(), DAY)


def from_nothing_wanted() -> tuple[Run, Record]:
    """To the lines read out, where nothing was asked for."""
    return goes_on(Run(), NOTHING_KEPT, "heard", "q1", "private", "ready", "fine", "nothing")


def test_passing_the_lines_by_closes_what_was_told_and_leaves_what_was_confirmed() -> None:
    """P40."""
    assert goes_on(*from_nothing_wanted(), "skip")[1].ledger("q1").status == "closed"
    run, record = played(*TO_THE_OFFER, "right", "nothing", "skip", record=kept_before())
    assert record.ledger("q1").status == "confirmed" and record.line("q1") == LINE


def test_rather_not_at_the_limits_leaves_what_is_settled_as_it_is() -> None:
    settled = NOTHING_KEPT.with_ledger(Ledger("q1", "no", offers=1, asks=1))
    _, record = played("ok", "rather_not", record=settled)
    assert record.ledger("q1") == settled.ledger("q1") and record.ledger("q2").words == "later(i_will_say)"


def test_what_everybody_hears_is_held_until_it_is_said_and_then_stays_said() -> None:
    """P42."""
    said = replace(NOTHING_KEPT, level1="delivered")
    for way in (("q",), ("heard",)):
        assert goes_on(Run(), NOTHING_KEPT, *way)[1].level1 == "held"
        assert goes_on(Run(), said, *way)[1].level1 == "delivered"


def test_a_card_acted_on_and_a_referral_are_added_to_those_before() -> None:
    acted = HelpLogged("child", DAY, "10:15", "social worker", "lead", True)
    before = replace(NOTHING_KEPT, help_log=(acted,), referrals=(PrivateReferral("one", "sent", DAY),))
    with_card = Moment(FIRST, DAY, Said(help=acted))
    assert len(step(Run(Screen("HELP_NOW")), before, "finish", with_card)[1].help_log) == 2
    with_referral = Moment(FIRST, DAY, Said(referrals=(PrivateReferral("two", "sent", DAY),)))
    assert len(step(Run(Screen("PLAN")), before, "done", with_referral)[1].referrals) == 2


def test_disputed_by_a_wrong_key_cuts_access_and_takes_the_line_and_leaving_it_keeps_both() -> None:
    """P40: nothing of it is seen by anybody while it is disputed."""
    run, record = played(*TO_THE_OFFER, "leave_it", record=kept_before())
    disputed = correct(run, record, "not_ok", NO_DRAFT)[1]
    assert disputed.ledger("q1").may_see == () and disputed.line("q1") is None
    assert disputed.line("q2") is not None
    run, record = played(*TO_THE_OFFER, "right", "skip", "keep_out", record=kept_before())
    assert record.line("q1") is None
    named = kept_before(NOTHING_KEPT.with_ledger(replace(CARRIED.ledger("q1"), may_see=("named_cover",))))
    run, record = played(*TO_THE_OFFER, "leave_it", record=named)
    right = correct(run, record, "right", NO_DRAFT)
    assert right[1].line("q1") == LINE and right[1].ledger("q1").may_see == ("named_cover",)
    assert correct(*right, "leave_it", NO_DRAFT)[1].line("q1") == LINE


WANTING = Draft(when="past", who=("ex",), wants=("get_away", "safety_plan", "specialist"))


def told(codes: Draft = WANTING, status: str = "disclosed") -> Record:
    record = NOTHING_KEPT.with_ledger(Ledger("q1", status))  # type: ignore[arg-type]
    return replace(record, lines=(CategoryLine("q1", codes, DAY),))


def test_offers_of_a_level_stand_in_the_order_of_the_specification_and_say_what_has_to_be_there_first() -> None:
    """P33."""
    found = offers(told(replace(WANTING, when="now")), Around())
    above = [(one.activity, one.level, one.by) for one in found if one.level > 1]
    yes = "consent"
    assert above == [("DVA-2-01", 2, ""), ("DVA-2-02", 2, ""), ("DVA-2-03", 2, yes), ("DVA-3-02", 3, yes)]
    put = {one.activity: one.standing for one in found if one.level == 1}
    assert len(put) == 6
    assert (put["DVA-1-01"], put["SWK-1-01"]) == ("delivered", "held")


@pytest.mark.parametrize(
    ("want", "own", "ordinary"),
    [
        ("safety_plan", "2-01", ""),
        ("get_away", "2-02", ""),
        ("specialist", "2-03 3-02", ""),
        ("stop_selling", "2-03", ""),
        ("children", "3-01", ""),
        ("health", "", "PSH-2-01"),
        ("housing", "", "ACC-3-06"),
        ("money", "", "FIN-2-05 FIN-2-06"),
        ("legal", "", "SUP-1-02"),
        ("advocate", "", "SUP-3-04"),
    ],
)
@pytest.mark.parametrize("status", ["disclosed", "confirmed"])
def test_each_want_leads_to_its_own_activities_and_those_of_others_to_their_agreement(
    want: Want, own: str, ordinary: str, status: str
) -> None:
    """P33."""
    record = told(Draft(when="now", wants=(want,)), status)
    found = [one for one in offers(record, Around()) if one.level > 1]
    assert [one.activity for one in found] == [f"DVA-{number}" for number in own.split()]
    assert bridged(record) == tuple(ordinary.split())
    assert [one.by for one in found if one.activity == "DVA-3-01"] == ["consent"] * (want == "children")


def test_one_person_feared_is_no_reason_for_more_and_a_card_acted_on_is() -> None:
    """P33."""
    assert (
        level_of(told(), "q1", Around())
        == level_of(told(replace(WANTING, who=("ex", "not_said"))), "q1", Around())
        == 2
    )
    acted = replace(told(), help_log=(HelpLogged("child", DAY, "10:15", "social worker", "lead", True),))
    assert level_of(acted, "q1", Around()) == 3


def test_somewhere_to_keep_away_from_rests_on_nothing_that_is_not_theirs() -> None:
    """P33: it concerns the first item alone, and a line that is disputed makes nothing of it."""
    away = Around(help_with_exclusion=True)
    assert (level_of(NOTHING_KEPT, "q1", away), level_of(NOTHING_KEPT, "q2", away)) == (2, 1)
    assert {one.item for one in offers(NOTHING_KEPT, away) if one.level > 1} == {"q1"}
    assert level_of(told(replace(WANTING, when="now"), "disputed"), "q1", away) == 2
    assert level_of(NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed")), "q1", away) == 2


@pytest.mark.parametrize("counted", ["offers", "asks", "confirms"])
def test_what_was_offered_asked_or_confirmed_here_is_no_longer_noted_from_elsewhere(counted: str) -> None:
    put_here = replace(Ledger("q1"), **{counted: 1})  # type: ignore[arg-type]
    assert may_be_noted(Ledger("q1")) and not may_be_noted(put_here)
    with pytest.raises(ValueError):
        not_noted(NOTHING_KEPT.with_ledger(put_here), "q1")


def test_the_clocks_of_the_cards_and_of_a_cover_with_nothing_beneath_are_the_usual_ones() -> None:
    """P44."""
    listening = Screen("RESPOND", ("q1",))
    assert cover_after(Run()) is None and cover_after(Run(Screen("END"))) is None
    assert lock_after(Run(Screen("HIDDEN")), 300) == lock_after(Run(Screen("HELP_NOW"), held=listening), 300) == 300


def test_a_new_sitting_finds_what_is_kept_and_nothing_under_way() -> None:
    run, record = played(*TO_THE_OFFER, "never")
    assert for_a_new_sitting(Sealed(record, run, DAY)) == Sealed(replace(record, q="not_opened"))


def test_a_part_is_refused_with_the_first_byte_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """P23: never longer than everybody's."""
    room = 8 * 1024 - 4
    monkeypatch.setattr(zlib, "compress", lambda said: b"x" * room)
    assert len(padded(Sealed())) == SIZE == 8 * 1024
    room += 1
    with pytest.raises(TooFull):
        padded(Sealed())


def test_what_they_do_not_want_us_to_have_stands_nowhere_and_what_is_not_about_it_stays() -> None:
    """P41: where nothing else was told, all that rests on it goes with it."""
    rows = replace(
        kept_before(),
        safety_plan=(SafetyPart("inside", ""),),
        follow_ups=(PrivateFollowUp("resettlement_appointment", "worker", DAY),),
        referrals=(PrivateReferral("one", "sent", DAY),),
        taken_up=(TakenUp("DVA-2-01", "agreed", DAY),),
        own_words=OwnWords("Mine", DAY),
        consents=tuple(Consent("one", item, "given", DAY, depth=1) for item in ITEMS),
    )
    disputed = rows.with_ledger(replace(rows.ledger("q1"), may_see=()))
    seen = disputed.as_may_be_seen()
    assert seen == replace(disputed, lines=rows.lines[1:], consents=rows.consents[1:])
    alone = replace(disputed, lines=rows.lines[:1], consents=rows.consents[:1]).as_may_be_seen()
    assert alone == replace(NOTHING_KEPT, ledgers=disputed.ledgers)
    assert rows.as_may_be_seen() == rows


def test_lines_are_each_their_own_items() -> None:
    both = kept_before()
    assert [one.item for item in ITEMS if (one := both.line(item))] == list(ITEMS)
    assert played(*TO_THE_OFFER, record=both, sitting=SECOND)[0].screen.items == ("q1",)
