"""Whatever anybody answers, the interview ends and a plan follows."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.known import Known
from bcst_tui.interview.values import Json
from bcst_tui.plan.deriving import derive
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.reference import Reference
from bcst_tui.script.model import Question
from tests.effort import tries
from tests.script.bcst2 import FACTS, bcst2
from tests.vocabulary import SATURDAY, Interviewing, interviewing

ENTRIES: dict[str, str] = {
    "short_text": "Larkfield",
    "long_text": "Larkfield",
    "money": "85.50",
    "date": "2026-12-14",
    "partial_date": "2025",
    "date_time": "2026-11-20 10:30",
    "length_of_time": "20 weeks",
    "address": "1 Larkfield Road",
    "scale": "3",
    "group": "done",
    "note": "done",
    "acknowledgement": "done",
}
PICKS = st.lists(st.integers(0, 97), min_size=12, max_size=60)


@cache
def reference() -> Reference:
    return load_reference(read_folder(shipped("data")))


def entry(question: Question, pick: int) -> Json:
    """Some answer that fits the question, by number."""
    if pick % 10 == 9:
        return {"declined": "true"} if pick % 20 == 9 else {"not_known": "true"}
    if question.kind == "yes_no":
        return ("yes", "no", "unsure")[pick % 3]
    if question.kind == "each":
        return {row.id: question.options[pick % len(question.options)].id for row in question.each}
    if question.options:
        option = question.options[pick % len(question.options)]
        chosen: dict[str, Json] = {"chosen": [option.id]}
        return chosen | {"other": "Larkfield"} if option.other else chosen
    return ENTRIES[question.kind]


def walked(picks: list[int]) -> Interviewing:
    """An interview answered by these numbers; entries that are not taken are left."""
    here, asked = interviewing(bcst2(), "first_screening", SATURDAY, FACTS), []
    while here.interview.current is not None:
        current = here.interview.current
        asked.append(current.id)
        here = here.answer(entry(current.question, picks[len(asked) % len(picks)]))
        if here.rejection is not None:
            here = here.skips("not_asked", "other")
    assert len(asked) == len(set(asked)), "something was asked twice"
    return here


@settings(max_examples=tries(10, 25), deadline=None)
@given(PICKS)
def test_every_walk_ends_and_every_need_stands_on_answers(picks: list[int]) -> None:
    told = walked(picks)
    told.is_finished()
    plan = derive(told.interview, reference())
    assert all(need.evidence for need in plan.needs)
    assert all(marker.evidence for marker in plan.markers)
    assert not {action.activity for action in plan.actions} & {"ACC-3-02", "SUP-3-03"}
    assert {action.activity for action in plan.actions} >= {"ACC-1-01", "ACC-1-02", "ACC-1-03"}


@settings(max_examples=tries(10, 25), deadline=None)
@given(PICKS)
def test_no_higher_activity_without_a_need_or_a_fact_of_its_own(picks: list[int]) -> None:
    plan = derive(walked(picks).interview, reference())
    own_fact = {"SUP-3-02", "ACC-3-01", "ACC-3-03", "ACC-3-05", "ACC-3-07", "PSH-3-03"}
    higher = [action for action in plan.actions if "-1-" not in action.activity and action.activity not in own_fact]
    assert [action.activity for action in higher if not action.needs] == []


@settings(max_examples=tries(8, 15), deadline=None)
@given(PICKS)
def test_nothing_is_told_of_a_shared_claim_and_nothing_paid_on_a_debt_that_is_not_safe(picks: list[int]) -> None:
    told = walked(picks)
    known, actions = told.interview.known, {one.activity: one for one in derive(told.interview, reference()).actions}
    telling_is_right = codes_of(known, "e02f_all_right_to_tell") == ("yes",)
    if "e02f_all_right_to_tell" in known.answers and not telling_is_right and "FIN-2-03" in actions:
        assert actions["FIN-2-03"].status == "held"
    kinds = {*codes_of(known, "e03_owes_money")} - {"none"}
    if "FIN-2-04" in actions:
        assert kinds - {"rent"} or codes_of(known, "e10_to_settle") == ("yes",)
    if "FIN-2-02" in actions:
        assert "rent" in kinds or "rent_owed" in codes_of(known, "c08_home_problems")


def codes_of(known: Known, question_id: str) -> tuple[str, ...]:
    """The options chosen; none for what was not asked or not answered."""
    seen = known.question(question_id)
    return seen.codes if seen else ()
