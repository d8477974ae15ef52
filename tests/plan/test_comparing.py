"""Two plans beside each other: nothing is found in the same plan, and every change between two is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.change_words import by_part, sentence
from bcst_tui.plan.comparing import compare
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import (
    Action,
    ActionStatus,
    Check,
    Deadline,
    DueDate,
    FollowUp,
    GroupLevel,
    Level,
    Need,
    NeedStatus,
    Plan,
    Signpost,
)
from tests.plan.planning import FRIDAY, MONDAY, need, reference

LABELS = Labels(reference())
NAMES = ("one", "two", "three")
days = st.sampled_from([None, MONDAY, FRIDAY])
needs = st.builds(
    lambda code, status: need("ACC", status, code), st.sampled_from(NAMES), st.sampled_from(get_args(NeedStatus))
)


def action(activity: str, status: ActionStatus, owner: str, due: date | None) -> Action:
    return Action(
        activity, f"Do {activity}", "", "", "host", owner, 1, (), DueDate("new_need", due), ("actions",), "R21", status
    )


def signpost(service: str, due: date | None) -> Signpost:
    return Signpost(service, service, "ACC-2-01", "told", MONDAY, FollowUp(DueDate("signpost_follow_up", due)), ())


actions = st.builds(
    action, st.sampled_from(NAMES), st.sampled_from(get_args(ActionStatus)), st.sampled_from(("us", "them")), days
)
signposts = st.builds(signpost, st.sampled_from(NAMES), days)
plans = st.builds(
    Plan,
    needs=st.lists(needs, max_size=3, unique_by=lambda one: one.code).map(tuple),
    actions=st.lists(actions, max_size=3, unique_by=lambda one: one.activity).map(tuple),
    signposts=st.lists(
        st.builds(signpost, st.sampled_from(NAMES), days), max_size=2, unique_by=lambda s: s.service
    ).map(tuple),
    levels=st.sampled_from(get_args(Level)).map(lambda level: (GroupLevel("ACC", level, False, (), None),)),
    deadlines=days.map(lambda day: (Deadline("review", "Review", day, "on_time"),)),
)


@given(plans)
def test_the_same_plan_shows_no_change(plan: Plan) -> None:
    assert compare(plan, plan) == ()


@given(plans, plans)
def test_every_change_between_two_plans_is_found_and_can_be_told(one: Plan, other: Plan) -> None:
    changes = compare(one, other)
    assert bool(changes) == (_as_sets(one) != _as_sets(other))
    assert all(sentence(change, LABELS) for change in changes)
    assert {(part, change.code) for part, change in _changed(one, other)} == {(c.part, c.code) for c in changes}


def _as_sets(plan: Plan) -> tuple[object, ...]:
    return set(plan.needs), set(plan.actions), set(plan.signposts), plan.levels, plan.deadlines


def _changed(one: Plan, other: Plan) -> list[tuple[str, Named]]:
    told: list[tuple[str, Named]] = []
    for part in ("needs", "actions", "signposts", "levels", "deadlines"):
        different = set(getattr(one, part)) ^ set(getattr(other, part))
        told.extend((part, Named(thing)) for thing in different)
    return told


class Named:
    """A part of a plan by the name a change gives it."""

    def __init__(self, thing: Need | Action | Signpost | GroupLevel | Deadline) -> None:
        match thing:
            case Need():
                self.code = thing.code
            case Action():
                self.code = thing.activity
            case Signpost():
                self.code = f"{thing.service}/{thing.activity}"
            case GroupLevel():
                self.code = thing.group
            case Deadline():
                self.code = f"{thing.clock}/{thing.title}"


def test_a_change_is_told_in_the_words_of_the_vocabulary() -> None:
    before = Plan(needs=(need(status="proposed"),), actions=(action("one", "agreed", "us", MONDAY),))
    after = replace(
        before,
        needs=(need(status="confirmed"), need("FIN", code="money")),
        actions=(action("one", "delivered", "us", FRIDAY),),
    )
    told = dict(by_part(compare(before, after), LABELS))
    assert told["Needs"][0] == "A home: proposed → confirmed."
    assert told["Needs"][1] == "New: A home."
    assert told["Actions"] == (
        "Do one: due, 23 November 2026 → 27 November 2026.",
        "Do one: agreed → done.",
    )


def test_needs_an_action_is_for_are_told_by_their_titles_and_not_by_their_codes() -> None:
    done = action("one", "agreed", "us", MONDAY)
    both = (replace(need("FIN", code="paper"), title="A paper"), replace(need("FIN", code="bank"), title="A bank"))
    before = Plan(needs=both, actions=(replace(done, needs=("paper",)),))
    after = Plan(needs=both, actions=(replace(done, needs=("bank",)),))
    told = dict(by_part(compare(before, after), LABELS))
    assert len(by_part(compare(before, after), LABELS)) == 1
    assert told["Actions"] == ("Do one: now also for “A bank”; no longer for “A paper”.",)


def test_how_something_is_worded_and_what_a_clock_says_today_is_no_change() -> None:
    before = Plan(deadlines=(Deadline("review", "Review", MONDAY, "on_time"),), needs=(need(),))
    after = Plan(
        deadlines=(Deadline("review", "Review", MONDAY, "late", "chase"),), needs=(replace(need(), said="Else"),)
    )
    assert compare(before, after) == ()


def test_each_time_a_service_was_asked_is_told_in_words() -> None:
    asked = Check(MONDAY, "resettlement worker", "not_yet")
    pointed = signpost("one", MONDAY)
    once = replace(pointed, follow_up=replace(pointed.follow_up, checks=(asked,)))
    twice = replace(
        pointed, follow_up=replace(pointed.follow_up, checks=(asked, replace(asked, outcome="not_reached")))
    )
    plans = [Plan(signposts=(one,)) for one in (pointed, once, twice)]
    first, second = (compare(*two) for two in (plans[:2], plans[1:]))
    assert [sentence(one, LABELS) for one in first] == ["one: asked what came of it: not yet, waiting."]
    assert [sentence(one, LABELS) for one in second] == ["one: asked again: not reached."]
