"""Four results from the log and from what was kept; what was told is none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcst_tui.training.attempt import Coded, Said
from bcst_tui.training.behaviours import BEHAVIOURS, CONVERSATION, FLOW, MOST
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.kept import Kept, KeptFollowUp, KeptShare
from bcst_tui.training.marking import marked
from bcst_tui.training.model_path import Slip
from bcst_tui.training.observing import Sheet, Tick, calibrated, ticked, two_observers
from tests.training.attempts import coded, only, people, rehearsed, someone, well_coded, with_kept

BOTH_GATES = (Said("q.privacy"), Said("q.limits"))


def row(evidence: Evidence, number: int) -> int | None:
    return next(one.points for one in marked(evidence).flow.marks if one.row == number)


def kinds(evidence: Evidence) -> list[str]:
    return [one.kind for one in marked(evidence).criticals]


def test_twelve_rows_are_flow_and_four_are_conversation() -> None:
    assert (MOST * len(FLOW), MOST * len(CONVERSATION)) == (24, 8)
    assert [one.number for one in BEHAVIOURS] == list(range(1, 17))


@pytest.mark.parametrize("persona_id", sorted(people()))
def test_the_model_interview_of_every_persona_has_full_marks(persona_id: str) -> None:
    marks = marked(well_coded(rehearsed(persona_id)))
    assert marks.flow.is_full and not marks.criticals
    assert (marks.coding.cost, marks.plan.cost) == (0, 0)


def test_an_interview_that_reveals_nothing_can_have_full_marks() -> None:
    silent = someone().model_copy(update={"facts": {}, "events": (), "replies": _saying_no()})
    attempt = [Said("b06_who_with"), *BOTH_GATES, Said("q1.offer"), Said("q2.offer"), Said("j03b_safe_contact")]
    sheet = Sheet("O1", tuple(ticked(one, 2, turn=4) for one in CONVERSATION))
    marks = marked(only(silent, *attempt), sheet)
    assert marks.told == ()
    assert marks.flow.is_full and marks.flow.out_of > 0
    assert (marks.conversation.points, marks.conversation.out_of) == (8, 8)
    assert not marks.criticals


def _saying_no() -> object:
    plain = someone().replies
    never = tuple(one.model_copy(update={"reveals": ()}) for one in plain["q2.offer"][1:])
    kept = {one: plain[one] for one in ("q.privacy", "q.limits", "j03b_safe_contact")}
    return {**kept, "q1.offer": never, "q2.offer": never}


@pytest.mark.parametrize("persona_id", ["TRN-001", "TRN-007", "TRN-009"])
def test_another_seed_changes_no_result(persona_id: str) -> None:
    first, second = (marked(well_coded(rehearsed(persona_id, seed=seed))) for seed in (1, 2))
    assert first == second


@pytest.mark.parametrize(
    ("slip", "number"),
    [
        (Slip("ticked", "q.privacy"), 1),
        (Slip("left_out", "choice_of_worker"), 2),
        (Slip("flat", "q.limits"), 3),
        (Slip("leading", "q1.ask"), 4),
        (Slip("pressing", "q1.respond"), 12),
        (Slip("flat", "j03b_safe_contact"), 13),
        (Slip("event_missed", "q1.ask"), 14),
    ],
)
def test_each_thing_done_worse_costs_its_own_row(slip: Slip, number: int) -> None:
    assert row(rehearsed(), number) == 2
    assert row(rehearsed(slip=slip), number) in (0, 1)


def test_a_gate_that_was_ticked_and_not_done_is_a_critical_error_once_an_item_comes_up() -> None:
    assert kinds(rehearsed(slip=Slip("ticked", "q.privacy")))[0] == "asked_not_private"
    assert "asked_without_limits" in kinds(rehearsed(slip=Slip("ticked", "q.limits")))


def test_a_no_is_to_be_taken_the_first_time() -> None:
    calm = someone().model_copy(update={"events": ()})
    softly = only(calm, *BOTH_GATES, Said("q2.offer"), Said("q2.offer", "flat"))
    pressed = only(calm, *BOTH_GATES, Said("q2.offer"), Said("q2.offer", "pressing"))
    assert (row(softly, 5), row(pressed, 5)) == (1, 0)


def test_a_no_that_is_written_down_as_a_yes_was_not_taken() -> None:
    calm = someone().model_copy(update={"events": ()})
    offered = (*BOTH_GATES, Said("q2.offer"))
    assert row(only(calm, *offered, Coded("q2.offer", ("yes",))), 5) == 0
    assert row(only(calm, *offered, Coded("q2.offer", ("not_opened",))), 5) == 2


def test_what_was_told_before_is_confirmed_and_not_asked() -> None:
    told_before = someone("TRN-003")
    assert row(only(told_before, *BOTH_GATES, Said("q1.confirm")), 6) == 2
    afresh = only(told_before, *BOTH_GATES, Said("q1.offer"))
    assert row(afresh, 6) == 0
    assert "asked_again" in kinds(afresh)


def test_a_danger_to_a_child_that_is_not_passed_on_is_critical() -> None:
    whole = rehearsed()
    before = tuple(one for one in whole.log if one.question != "q.help_now.child")
    left = replace(whole, attempt=replace(whole.attempt, log=before))
    assert row(whole, 9) == 2
    assert row(left, 9) == 0
    assert "child_danger_left" in kinds(left)


@pytest.mark.parametrize(
    ("kept", "kind", "number"),
    [
        (Kept(wrong=("record_narrative",)), "story_or_name_kept", 10),
        (Kept(harmer_named=True), "story_or_name_kept", 10),
        (Kept(wrong=("phone_with_message",)), "message_left", 13),
        (Kept(shares=(KeptShare("officer", basis=""),)), "shared_without_a_yes", 11),
    ],
)
def test_what_is_kept_can_be_critical_too(kept: Kept, kind: str, number: int) -> None:
    evidence = with_kept(rehearsed(), kept)
    assert kind in kinds(evidence)
    assert row(evidence, number) == 0


def test_consent_is_asked_one_agency_at_a_time_and_how_much() -> None:
    one = with_kept(rehearsed(), Kept(shares=(KeptShare("adviser", depth=2),)))
    depthless = with_kept(rehearsed(), Kept(shares=(KeptShare("adviser"),)))
    bundled = with_kept(rehearsed(), Kept(shares=(KeptShare("adviser", depth=2, with_others=True),)))
    assert [row(each, 11) for each in (one, depthless, bundled)] == [2, 1, 0]


def test_what_is_coded_without_evidence_costs_twice_what_is_missed() -> None:
    well = well_coded(rehearsed())
    missed = marked(coded(well, "q2.ask")).coding
    invented = marked(coded(well, "q2.ask", "applies_now")).coding
    assert (missed.count("missed"), invented.count("invented")) == (1, 1)
    assert invented.cost == 2 * missed.cost


def test_almost_right_is_what_the_author_says_is_near() -> None:
    half_told = well_coded(rehearsed("TRN-011", slip=Slip("flat", "b06_who_with")))
    assert marked(coded(half_told, "b06_who_with", "same_worker")).coding.count("near") == 1
    assert marked(coded(half_told, "b06_who_with", "another")).coding.count("invented") == 1


def test_a_key_of_the_private_part_stands_for_the_codes_it_is_pressed_for() -> None:
    evidence = well_coded(rehearsed())
    for question, key in (("q.privacy", "ok"), ("q.limits", "understood"), ("q1.ask", "applies")):
        evidence = coded(evidence, question, key)
    filled_in = coded(evidence, "j03b_safe_contact", "channel=letter", "leave_message=no")
    assert marked(filled_in).coding.cost == 0
    assert marked(coded(filled_in, "q1.ask", "no")).coding.count("invented") == 1


def test_a_fact_no_plan_needs_is_too_much_to_keep() -> None:
    kept = Kept(facts=("name", "child"), own_words=True)
    assert marked(with_kept(rehearsed(), kept)).coding.over_collected == ("name", "own words nobody asked to have kept")


def test_a_plan_is_held_against_the_model_by_activity_level_and_basis() -> None:
    need = someone().plan.need
    assert need[:5] == ("ACC-2-01", "ACC-3-06", "FIN-2-06", "DVA-2-01", "DVA-2-03@consent")
    taken = ("ACC-2-01", "ACC-1-02", "DVA-2-03", "FIN-3-01", "ETE-2-01")
    plan = marked(with_kept(rehearsed(), Kept(actions=taken, wrong=("exit_service_unasked",)))).plan
    assert plan.matched == ("ACC-2-01",)
    assert plan.without_basis == (("DVA-2-03@consent", "DVA-2-03"),)
    assert plan.wrong_level == (("FIN-2-06", "FIN-3-01"),)
    assert plan.extra == ("ETE-2-01",)
    assert plan.wrong == ("exit_service_unasked",)
    assert len(plan.missed) == len(need) - 3


def test_a_follow_up_has_an_owner_a_date_and_a_safe_contact() -> None:
    loose = KeptFollowUp("DVA-2-03@consent", dated=False)
    plan = marked(with_kept(rehearsed(), Kept(follow_ups=(loose, KeptFollowUp("ACC-2-01"))))).plan
    assert [one.missing for one in plan.loose_ends] == [("date",)]


def test_a_tick_without_evidence_has_no_score() -> None:
    sheet = Sheet("O1", (ticked(7, 2), ticked(8, 1, quote="she went quiet"), ticked(15, 2, turn=9)))
    conversation = marked(rehearsed(), sheet).conversation
    assert [one.points for one in conversation.marks] == [None, 1, 2, None]
    assert sheet.without_evidence == (7,)


def test_two_observers_are_compared_row_by_row_and_not_averaged() -> None:
    first = Sheet("O1", (ticked(7, 2, turn=3), ticked(8, 0, turn=4), ticked(16, 1, turn=30)))
    second = Sheet("O2", (ticked(7, 2, turn=3), ticked(8, 2, turn=4)))
    both = two_observers(first, second)
    assert both.per_cent == 50
    assert [(one.row, one.first, one.second) for one in both.to_talk_over] == [(8, 0, 2), (16, 1, None)]


def test_a_rater_who_differs_too_often_sees_where() -> None:
    agreed = {4: 2, 7: 1, 8: 2, 15: 0, 16: 1}
    sheet = Sheet("O1", (*(Tick(row, points, turn=1) for row, points in agreed.items() if row != 8), Tick(8, 0, "hm")))
    assert calibrated(agreed, sheet).is_enough
    worse = Sheet("O2", sheet.ticks[1:])
    assert calibrated(agreed, worse).differ == ((4, 2, None), (8, 2, 0))
    assert not calibrated(agreed, worse).is_enough


def test_a_row_that_is_marked_from_the_log_alone_is_not_for_observers() -> None:
    with pytest.raises(ValueError, match="row 1"):
        ticked(1, 2, turn=1)
