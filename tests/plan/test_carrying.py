"""A worker's decisions survive deriving the plan again; what the answers no longer carry does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.interview.values import Json
from bcst_tui.plan.edits import add_need, agree, agree_level, edit_action, edit_need
from bcst_tui.plan.follow_ups import close_signpost, signpost, tries
from bcst_tui.plan.model import Action, DueDate, Plan, Stamp
from tests.plan.planning import (
    MONDAY,
    action_in,
    activities,
    again,
    codes,
    level_in,
    need_in,
    plan_of,
    reference,
    refused,
    taken,
)
from tests.plan.test_actions import HOMELESS, owing
from tests.script.bcst2 import telling

TOLD = telling(**HOMELESS)
PLAN = plan_of(TOLD)
NEED = "nowhere_to_go_back"


def test_deriving_again_from_the_same_answers_changes_nothing() -> None:
    assert plan_of(TOLD, PLAN) == PLAN


def test_a_confirmed_need_stays_confirmed_with_the_persons_view() -> None:
    plan = again(TOLD, edit_need(PLAN, NEED, status="confirmed", persons_view="agreed"))
    assert (need_in(plan, NEED).status, need_in(plan, NEED).persons_view) == ("confirmed", "agreed")


def test_a_dropped_need_stays_dropped_and_takes_level_and_actions_along() -> None:
    plan = again(TOLD, edit_need(PLAN, NEED, status="dropped", reason="has a new place"))
    assert need_in(plan, NEED).status == "dropped"
    assert level_in(plan, "ACC").level == 1
    assert "ACC-2-01" not in activities(plan)


def test_a_need_taken_up_again_brings_them_back() -> None:
    dropped = again(TOLD, edit_need(PLAN, NEED, status="dropped", reason="has a new place"))
    plan = again(TOLD, edit_need(dropped, NEED, status="confirmed"))
    assert level_in(plan, "ACC").level == 2
    assert "ACC-2-01" in activities(plan)


def test_a_need_the_worker_added_is_never_lost_and_counts() -> None:
    plan = again(TOLD, add_need(PLAN, "PSH", "A dentist", "in pain", MONDAY))
    assert need_in(plan, "added_1").title == "A dentist"
    assert level_in(plan, "PSH").level == 2


def test_a_changed_answer_takes_back_a_need_nobody_decided_on() -> None:
    assert NEED not in codes(plan_of(TOLD.revises(c02_back_there="yes"), PLAN))


def test_a_changed_answer_drops_a_confirmed_need_in_the_open_and_gives_it_back() -> None:
    confirmed = again(TOLD, edit_need(PLAN, NEED, status="confirmed"))
    without = plan_of(TOLD.revises(c02_back_there="yes"), confirmed)
    assert (need_in(without, NEED).status, need_in(without, NEED).evidence) == ("dropped", ())
    assert need_in(plan_of(TOLD, without), NEED).status == "proposed"


def test_a_need_the_worker_dropped_stays_dropped_when_its_answer_returns() -> None:
    dropped = again(TOLD, edit_need(PLAN, NEED, status="dropped", reason="has a new place"))
    without = plan_of(TOLD.revises(c02_back_there="yes"), dropped)
    assert need_in(plan_of(TOLD, without), NEED).status == "dropped"


def test_level_3_agreed_stays_agreed_and_falls_with_its_need() -> None:
    confirmed = again(TOLD, edit_need(PLAN, NEED, status="confirmed"))
    agreed = again(TOLD, agree_level(confirmed, "ACC", True))
    assert level_in(plan_of(TOLD, agreed), "ACC").level == 3
    dropped = again(TOLD, edit_need(agreed, NEED, status="dropped", reason="has a new place"))
    assert level_in(dropped, "ACC").level == 1


def test_owner_date_and_who_said_it_stay() -> None:
    edited = edit_action(PLAN, "ACC-2-01", MONDAY, said_by="i_will", owner="Sam Test", due="12/3/2027")
    asked = action_in(again(TOLD, edited), "ACC-2-01")
    assert (asked.owner, asked.said_by, asked.due.on) == ("Sam Test", "i_will", date(2027, 3, 12))


def test_a_note_on_an_action_stays_whatever_its_status() -> None:
    for activity in ("ACC-2-01", "ACC-3-01"):
        edited = edit_action(PLAN, activity, MONDAY, reason="asked twice")
        assert action_in(again(TOLD, edited), activity).reason == "asked twice"


def test_a_date_nobody_agreed_moves_with_the_release_date() -> None:
    told = telling(**HOMELESS, a06_key_dates=["release"], a06_release_date="27/11/2026", c16_address_on_day="yes")
    assert action_in(plan_of(told, PLAN), "ACC-2-01").due == DueDate("new_need", date(2026, 11, 26))


def test_work_done_stays_done_when_its_need_goes() -> None:
    done = again(TOLD, edit_action(PLAN, "ACC-2-01", MONDAY, status="delivered"))
    plan = plan_of(TOLD.revises(c02_back_there="yes"), done)
    asked = action_in(plan, "ACC-2-01")
    assert (asked.status, asked.due.on, asked.needs) == ("delivered", MONDAY, ())


def test_work_begun_is_not_needed_when_its_need_goes_and_says_so() -> None:
    begun = again(TOLD, edit_action(PLAN, "ACC-2-01", MONDAY, status="in_progress"))
    plan = plan_of(TOLD.revises(c02_back_there="yes"), begun)
    assert (action_in(plan, "ACC-2-01").status, action_in(plan, "ACC-2-01").reason != "") == ("not_needed", True)
    assert action_in(plan_of(TOLD, plan), "ACC-2-01").status == "proposed"


def test_a_yes_given_later_unlocks_what_was_held() -> None:
    held = plan_of(owing(council="depth_0"))
    assert action_in(plan_of(owing(council="depth_2"), held), "ACC-3-01").status == "proposed"


def test_a_yes_taken_back_holds_what_was_agreed() -> None:
    agreed = agree(plan_of(owing(council="depth_2")), MONDAY)
    assert action_in(plan_of(owing(council="depth_0"), agreed), "ACC-3-01").status == "held"


def test_what_was_declined_stays_declined_though_it_is_locked() -> None:
    told = owing(council="depth_0")
    declined = again(told, edit_action(plan_of(told), "ACC-3-01", MONDAY, status="declined"))
    assert action_in(declined, "ACC-3-01").status == "declined"


def test_agreed_work_that_the_interview_then_does_is_delivered() -> None:
    early = agree(plan_of(telling(b08_go_on="go_on")), MONDAY)
    assert action_in(early, "ACC-1-01").status == "agreed"
    assert action_in(plan_of(TOLD, early), "ACC-1-01").status == "delivered"


def test_work_done_by_an_answer_since_taken_back_is_open_again() -> None:
    without = plan_of(telling(b08_go_on="go_on"), PLAN)
    assert action_in(without, "ACC-1-01").status == "proposed"


def test_what_came_of_a_signpost_stays() -> None:
    told = telling(b08_go_on="go_on", c22_advice_given=["told_of_council"])
    plan = again(
        told, close_signpost(plan_of(told), "council", "not_yet", reference(), "ring on Friday", stamp=Stamp(MONDAY))
    )
    assert (plan.signposts[0].status, plan.signposts[0].follow_up.next_step) == ("closed", "ring on Friday")


def test_a_signpost_followed_up_stays_when_its_tick_is_taken_back() -> None:
    told = telling(b08_go_on="go_on", c22_advice_given=["told_of_council"])
    closed = again(told, close_signpost(plan_of(told), "council", "met", reference(), stamp=Stamp(MONDAY)))
    assert plan_of(told.revises(c22_advice_given=["deposit_help"]), closed).signposts == closed.signposts


def test_a_service_named_at_a_later_sitting_takes_no_follow_up_of_an_earlier_one_away() -> None:
    named = plan_of(telling(b08_go_on="go_on", c22_advice_given=["told_of_council"]))
    earlier = replace(named, signposts=tuple(replace(one, given_on=date(2026, 8, 3)) for one in named.signposts))
    later = plan_of(telling("review", b08_go_on="go_on", c22_advice_given=["deposit_help"]), earlier)
    assert [(one.service, one.follow_up.status) for one in later.signposts] == [("council", "open")]


def test_a_service_named_again_after_its_follow_up_was_closed_is_asked_about_anew() -> None:
    named = plan_of(telling(b08_go_on="go_on", c22_advice_given=["told_of_council"]))
    earlier = replace(named, signposts=tuple(replace(one, given_on=date(2026, 8, 3)) for one in named.signposts))
    again_named = telling("review", b08_go_on="go_on", c22_advice_given=["told_of_council"])
    closed = taken(close_signpost(earlier, "council", "met", reference(), stamp=Stamp(date(2026, 8, 20))))
    (council,) = plan_of(again_named, closed).signposts
    assert (council.status, council.follow_up.status, council.given_on) == ("given", "open", date(2026, 11, 21))
    assert [one.outcome for one in council.follow_up.checks] == ["met"], "what came of it the first time stays"
    heard_since = taken(close_signpost(earlier, "council", "met", reference(), stamp=Stamp(date(2026, 11, 30))))
    assert plan_of(again_named, heard_since).signposts[0].status == "closed"
    not_named = telling("review", b08_go_on="go_on")
    assert plan_of(not_named, closed).signposts == closed.signposts


def test_tries_count_anew_for_a_service_named_again() -> None:
    named = plan_of(telling(b08_go_on="go_on", c22_advice_given=["told_of_council"]))
    earlier = replace(named, signposts=tuple(replace(one, given_on=date(2026, 8, 3)) for one in named.signposts))
    for day in (10, 12, 14):
        stamp, again_on = Stamp(date(2026, 8, day)), f"{day + 2}/8/2026" if day < 14 else ""
        tried = close_signpost(
            earlier, "council", "not_reached", reference(), "a letter", stamp=stamp, ask_again=again_on
        )
        earlier = taken(tried)
    named_again = plan_of(telling("review", b08_go_on="go_on", c22_advice_given=["told_of_council"]), earlier)
    (council,) = named_again.signposts
    assert (len(council.follow_up.checks), tries(council)) == (3, 0)
    stamp = Stamp(MONDAY)
    refused(close_signpost(named_again, "council", "not_reached", reference(), "a letter", stamp=stamp), "try 1 of 3")
    once = taken(close_signpost(named_again, "council", "not_reached", reference(), stamp=stamp, ask_again="1/12/2026"))
    assert tries(once.signposts[0]) == 1


def test_what_was_done_at_an_earlier_sitting_stays_done_when_it_is_declined_at_a_later_one() -> None:
    declined: dict[str, Json] = {"f13_does_good": {"declined": "true"}, "f16_advice_given": {"declined": "true"}}
    done = plan_of(telling(f13_does_good=["sport"], f16_advice_given=["first_days_out"]))
    assert action_in(done, "PSH-1-02").status == "delivered"
    earlier = replace(done, actions=tuple(_as_on(one, date(2026, 8, 3)) for one in done.actions))
    kept = action_in(plan_of(telling("review", **declined), earlier), "PSH-1-02")
    assert (kept.status, kept.due.on, kept.status_on) == ("delivered", date(2026, 8, 3), date(2026, 8, 3))
    assert action_in(plan_of(telling(**declined), done), "PSH-1-02").status == "declined"


def _as_on(action: Action, day: date) -> Action:
    return replace(action, due=replace(action.due, on=day), status_on=day) if action.due.on else action


def test_an_agreed_date_ends_when_the_interview_does_the_work() -> None:
    early = plan_of(telling(b08_go_on="go_on"))
    dated = taken(edit_action(early, "ACC-1-01", MONDAY, due="12/3/2027"))
    assert action_in(plan_of(TOLD, dated), "ACC-1-01").due.on == date(2026, 11, 21)


def test_a_need_keeps_the_day_it_was_found() -> None:
    found = replace(PLAN, needs=tuple(replace(one, found_on=date(2026, 11, 2)) for one in PLAN.needs))
    plan = plan_of(TOLD, found)
    assert need_in(plan, NEED).found_on == date(2026, 11, 2)
    assert action_in(plan, "ACC-2-01").due.on == date(2026, 11, 9)


def test_a_signpost_made_by_hand_stays_and_a_tick_taken_back_goes() -> None:
    told = telling(b08_go_on="go_on", c22_advice_given=["told_of_council"])
    by_hand = signpost(reference(), "citizens_advice", "FIN-1-03", MONDAY, None, "rang_together")
    plan = plan_of(told)
    plan = plan_of(told.revises(c22_advice_given=["deposit_help"]), replace(plan, signposts=(*plan.signposts, by_hand)))
    assert plan.signposts == (by_hand,)
    assert by_hand.activity in activities(plan)


def test_an_agreed_plan_keeps_its_titles_number_and_day() -> None:
    agreed = agree(PLAN, MONDAY)
    titled = replace(agreed, needs=tuple(replace(one, title="As agreed then") for one in agreed.needs))
    plan = plan_of(TOLD, titled)
    assert need_in(plan, NEED).title == "As agreed then"
    assert (plan.version, plan.agreed_on) == (1, MONDAY)


BACK_THERE = ["yes", "not_allowed", "do_not_want", "unsure"]
EDITS = st.sampled_from(
    [
        lambda plan: edit_need(plan, NEED, status="confirmed"),
        lambda plan: edit_need(plan, NEED, status="dropped", reason="why"),
        lambda plan: agree_level(plan, "ACC", True, "why"),
        lambda plan: edit_action(plan, "ACC-2-01", MONDAY, status="in_progress"),
        lambda plan: edit_action(plan, "ACC-2-01", MONDAY, status="delivered"),
        lambda plan: edit_action(plan, "ACC-1-02", MONDAY, status="declined", due="12/3/2027"),
        lambda plan: add_need(plan, "FIN", "A bank card", "lost", MONDAY),
        lambda plan: agree(plan, MONDAY),
    ]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(BACK_THERE), EDITS), max_size=6))
def test_whatever_is_decided_deriving_twice_is_deriving_once(steps: list[tuple[str, object]]) -> None:
    plan, told = PLAN, TOLD
    for back_there, edit in steps:
        told = TOLD.revises(c02_back_there=back_there)
        edited = edit(plan_of(told, plan))  # type: ignore[operator]
        plan = edited if isinstance(edited, Plan) else plan
    once = plan_of(told, plan)
    assert plan_of(told, once) == once
    assert len(activities(once)) == len(once.actions)
    assert {code for one in once.actions for code in one.needs} <= codes(once)
    assert {one.activity for one in once.signposts} <= activities(once)


def test_how_a_need_is_paid_for_stays_as_on_the_day_it_was_found() -> None:
    here = plan_of(TOLD, facts={"resettlement_prison": "yes"})
    moved = plan_of(TOLD, here, {"resettlement_prison": "no"})
    assert need_in(moved, NEED).funding == "fee_for_service"
    added = plan_of(TOLD, taken(add_need(moved, "FIN", "Money", "They said so", MONDAY)), {"resettlement_prison": "no"})
    assert need_in(added, "added_1").funding == "rate_card"
