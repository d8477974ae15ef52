"""The plan changed in numbered lines: the same needs, actions and services as on the plan screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.line_mode.planning import Planning
from bcst_tui.plan.model import Action, Need
from tests.line_mode.conftest import Typed
from tests.tui.kept import homeless

BACK = "1"
AGREE, NEED, ADD_NEED, READ_BACK, ACTION, ADD_ACTION = "2", "4", "5", "6", "7", "8"
POINT_TO, SIGNPOST, LEVEL, UNDO, COPY, FEEDBACK = "9", "10", "11", "12", "14", "15"


class Desk:
    """A plan, and a worker who types."""

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        self.casebook = casebook
        self.sitting = sitting

    def types(self, *lines: str) -> str:
        """All that is told while these lines are typed, and Back after them."""
        terminal = Typed([*lines, BACK])
        Planning(self.casebook, self.sitting, terminal).go_round()
        assert terminal.waiting == []
        return terminal.all_told

    def need(self, code: str = "somewhere") -> Need:
        return next(one for one in self.casebook.plan(self.sitting).needs if one.code == code)

    def action(self, activity: str) -> Action:
        return next(one for one in self.casebook.plan(self.sitting).actions if one.activity == activity)

    def number_of(self, activity: str) -> str:
        names = [one.activity for one in self.casebook.plan(self.sitting).actions]
        return str(names.index(activity) + 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with homeless(tmp_path) as (casebook, sitting):
        yield Desk(casebook, sitting)


def test_a_need_is_confirmed_and_dropped_with_a_reason(desk: Desk) -> None:
    assert "Saved." in desk.types(NEED, "1", "1")
    assert desk.need().status == "confirmed"
    assert "! Say why it is dropped" in desk.types(NEED, "1", "2", "")
    desk.types(NEED, "1", "2", "Has a place")
    assert (desk.need().status, desk.need().reason) == ("dropped", "Has a place")


def test_the_needs_are_read_back_one_by_one(desk: Desk) -> None:
    desk.types(ADD_NEED, "3", "A bank account", "said so", "1", "")
    told = desk.types(READ_BACK, "2", "near the coast", "3", "2")
    assert "Say: A home" in told
    assert (desk.need().persons_view, desk.need().reason) == ("changed", "near the coast")
    assert (desk.need("added_1").persons_view, desk.need("added_1").status) == ("not_mine", "confirmed")
    desk.types(READ_BACK, "4", "3", "1", "they closed it")
    assert desk.need("added_1").status == "dropped"


def test_an_action_changes_in_every_part(desk: Desk) -> None:
    at = desk.number_of("ACC-2-01")
    desk.types(ACTION, at, "1", "2", ACTION, at, "2", "Ms Heron", ACTION, at, "3", "1/12/2026", ACTION, at, "4", "3")
    one = desk.action("ACC-2-01")
    assert (one.said_by, one.owner, str(one.due.on), one.status) == (
        "we_will",
        "Ms Heron",
        "2026-12-01",
        "in_progress",
    )


def test_an_action_of_ones_own_is_added_and_taken_out(desk: Desk) -> None:
    desk.types(ADD_ACTION, "Ring the sister", "1")
    assert desk.action("own_1").needs == ("somewhere",)
    told = desk.types(ACTION, desk.number_of("own_1"), "5")
    assert "Ring the sister" in told and "own_1" not in told
    assert all(one.activity != "own_1" for one in desk.casebook.plan(desk.sitting).actions)


def test_a_service_is_pointed_to_dated_and_closed(desk: Desk) -> None:
    desk.types(POINT_TO, desk.number_of("ACC-2-01"), "1", "4", "1")
    desk.types(SIGNPOST, "1", "2", "2/12/2026")
    (one,) = desk.casebook.plan(desk.sitting).signposts
    assert (one.how, str(one.follow_up.due.on)) == ("rang_together", "2026-12-02")
    desk.types(SIGNPOST, "1", "1", "3", "2", "Ring on Monday")
    (one,) = desk.casebook.plan(desk.sitting).signposts
    assert (one.follow_up.outcome, one.follow_up.next_step) == ("not_yet", "Ring on Monday")


def test_what_was_done_is_written_down_and_ends_the_action_and_the_need(desk: Desk) -> None:
    at = desk.number_of("ACC-2-01")
    told = desk.types(
        ACTION, at, "6", "Two forms sent", "2", "", ACTION, at, "6", "A room", "1", "20/11/2026", "1", "3"
    )
    assert "In part, 21 November 2026: Two forms sent (Resettlement worker)" in told
    assert (desk.action("ACC-2-01").status, desk.need().status) == ("delivered", "met")
    assert "! That day is still to come" in desk.types(ACTION, at, "6", "More", "2", "1/1/2030")


def test_a_referral_goes_on_step_by_step_and_is_told(desk: Desk) -> None:
    desk.types(ACTION, desk.number_of("ACC-2-01"), "7", "1")
    assert "! Nothing leaves before the person agrees" in desk.types(SIGNPOST, "1", "2")
    told = desk.types(SIGNPOST, "1", "1", "2", SIGNPOST, "1", "1", SIGNPOST, "1", "5", "1/12/2026", "3")
    (one,) = desk.casebook.plan(desk.sitting).referrals
    assert (one.status, one.given_how, str(one.check.on)) == ("sent", "spoken", "2026-12-01")
    assert f"Referral to {one.service_name}: Sent; look into it on 1 December 2026" in told
    desk.types(SIGNPOST, "1", "3", "No room", UNDO)
    assert desk.casebook.plan(desk.sitting).referrals[0].status == "sent"


def test_somebody_not_reached_is_tried_again_and_a_service_not_to_be_rung_is_met(desk: Desk) -> None:
    desk.types(POINT_TO, desk.number_of("ACC-2-01"), "1", "1", "2")
    assert "Do not ring or write: meet" in desk.types("3")
    desk.types(SIGNPOST, "1", "3", "1", SIGNPOST, "1", "1", "8", "1", "")
    (one,) = desk.casebook.plan(desk.sitting).signposts
    assert ([check.outcome for check in one.follow_up.checks], one.follow_up.status) == (["not_reached"], "open")


def test_a_service_that_said_no_gives_way_to_another(desk: Desk) -> None:
    desk.types(POINT_TO, desk.number_of("ACC-2-01"), "1", "1", "1")
    desk.types(SIGNPOST, "1", "1", "4", "1", "1")
    first, second = desk.casebook.plan(desk.sitting).signposts
    assert first.follow_up.next_step == f"Pointed to {second.service_name} instead."


def test_what_is_passed_on_says_to_whom(desk: Desk) -> None:
    told = desk.types(ACTION, desk.number_of("ACC-2-01"), "4", "9", "The team outside", "3")
    assert desk.action("ACC-2-01").passed_to == "The team outside"
    assert "passed on to The team outside" in told


def test_level_3_says_what_it_would_add_and_needs_a_reason_without_a_marker(desk: Desk) -> None:
    desk.types(NEED, "1", "1")
    desk.types(LEVEL, "1", "1", "Never had a home of their own")
    (home, *_) = desk.casebook.plan(desk.sitting).levels
    assert (home.worker_agrees, home.reason) == (True, "Never had a home of their own")


def test_the_last_change_is_taken_back(desk: Desk) -> None:
    assert "! There is no change to take back." in desk.types(UNDO)
    desk.types(NEED, "1", "1", UNDO)
    assert desk.need().status == "proposed"


def test_what_is_open_is_told_before_agreeing_and_not_yet_is_an_answer(desk: Desk) -> None:
    told = desk.types(AGREE, "2")
    assert "Tasks of the screening closed: 0 of 7." in told
    assert "The private part: Not opened." in told
    assert desk.casebook.plan(desk.sitting).agreed_on is None
    assert "Agreed, as version 1." in desk.types(AGREE, "1")


def test_the_own_copy_is_shown_and_feedback_is_kept_as_nobodys(desk: Desk) -> None:
    assert "My plan" in desk.types(COPY)
    assert "! Nothing was said." in desk.types(FEEDBACK, "6", "6", "6", "")
    assert "Thank you. It is kept." in desk.types(FEEDBACK, "4", "6", "5", "")
