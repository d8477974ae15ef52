"""The plan as plain values: stable keys, and every question asked in order."""

from __future__ import annotations

import json

from bcst_tui.plan.as_json import JsonObject, JsonValue, plan_json
from bcst_tui.plan.edits import edit_need
from tests.plan.planning import again, plan_of, reference
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

TOLD = telling(**HOMELESS, c22_advice_given=["told_of_council"])
PLAN = plan_of(TOLD)


def told() -> JsonObject:
    return plan_json(PLAN, TOLD.interview, reference())


def one(rows: JsonValue, key: str, value: str) -> JsonObject:
    assert isinstance(rows, list)
    return next(row for row in rows if isinstance(row, dict) and row[key] == value)


def test_the_keys_are_those_documented() -> None:
    assert list(told()) == [
        "script",
        "sitting",
        "today",
        "plan",
        "needs",
        "markers",
        "levels",
        "actions",
        "signposts",
        "referrals",
        "deadlines",
        "decisions",
        "asked",
        "waiting",
        "kept_out",
        "set_aside",
        "held_apart",
    ]


def test_it_is_plain_json_and_the_same_each_time() -> None:
    assert json.loads(json.dumps(told())) == told()
    assert plan_json(plan_of(TOLD), TOLD.interview, reference()) == told()


def test_a_need_has_its_level_and_evidence() -> None:
    need = one(told()["needs"], "code", "nowhere_to_go_back")
    assert (need["level"], need["level_3_offered"]) == (2, True)
    assert need["evidence"] == [{"question": "c02_back_there", "words": "I'm not allowed to"}]


def test_a_dropped_need_stands_at_level_1() -> None:
    plan = again(TOLD, edit_need(PLAN, "nowhere_to_go_back", status="dropped", reason="has a new place"))
    need = one(plan_json(plan, TOLD.interview)["needs"], "code", "nowhere_to_go_back")
    assert (need["level"], need["level_3_offered"]) == (1, False)


def test_an_action_has_activity_provider_status_and_due_date() -> None:
    action = one(told()["actions"], "activity", "ACC-2-01")
    assert {key: action[key] for key in ("provider", "status", "due", "needs")} == {
        "provider": "HOST",
        "status": "proposed",
        "due": "2026-11-27",
        "needs": ["nowhere_to_go_back"],
    }


def test_what_is_done_has_a_day_of_delivery_and_nothing_due() -> None:
    action = one(told()["actions"], "activity", "ACC-1-01")
    assert (action["due"], action["delivered_on"]) == (None, "2026-11-21")


def test_a_signpost_has_its_follow_up() -> None:
    follow_up = one(told()["signposts"], "service", "council")["follow_up"]
    assert isinstance(follow_up, dict) and (follow_up["due"], follow_up["status"]) == ("2026-12-04", "open")


def test_questions_stand_in_the_order_they_were_asked() -> None:
    asked = told()["asked"]
    assert asked == [each.id for each in TOLD.interview.path.asked]


def test_of_the_private_part_only_what_everyone_has_is_named() -> None:
    assert told()["held_apart"] == ["DVA-1-01", "DVA-1-02", "DVA-1-03", "SWK-1-01", "SWK-1-02", "SWK-1-03"]
