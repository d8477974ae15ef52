"""Own actions, taking the last change back, agreed follow-up days and the last look: kept, and found again."""

from __future__ import annotations

from datetime import date

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.interview.answer import Rejection
from tests.casebook.conftest import Opener
from tests.casebook.test_plans_and_papers import homeless, planned


def test_an_action_of_the_workers_own_is_found_again_in_the_vault(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = homeless(casebook)
    planned(casebook.add_action(sitting, "Ring the sister", "somewhere"))
    planned(casebook.edit_action(sitting, "own_1", said_by="i_will"))
    casebook.close()
    again = open_casebook()
    plan = again.plan(again.begin(sitting.case_id))
    (own,) = [one for one in plan.actions if one.activity == "own_1"]
    assert (own.title, own.needs, own.said_by) == ("Ring the sister", ("somewhere",), "i_will")


def test_an_own_action_can_be_pointed_from_and_taken_out(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    planned(casebook.add_action(sitting, "Ring the sister"))
    assert casebook.services_for("own_1")
    plan = planned(casebook.remove_action(sitting, "own_1"))
    assert all(one.activity != "own_1" for one in plan.actions)


def test_the_last_change_is_taken_back_whole(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    before = casebook.plan(sitting)
    planned(casebook.edit_need(sitting, "somewhere", status="dropped", reason="Has a place"))
    back = planned(casebook.put_back(sitting, before))
    assert (back.needs, back.actions, back.levels) == (before.needs, before.actions, before.levels)
    assert casebook.plan(sitting).needs == before.needs


def test_what_was_agreed_is_not_taken_back(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    before = casebook.plan(sitting)
    casebook.agree_plan(sitting)
    assert isinstance(casebook.put_back(sitting, before), Rejection)
    agreed = casebook.plan(sitting)
    planned(casebook.edit_need(sitting, "somewhere", persons_view="agreed"))
    back = planned(casebook.put_back(sitting, agreed))
    assert back.version == 1 and back.agreed_on is None, "a draft after version 1, as it was agreed"
    assert casebook.agree_plan(sitting).version == 2


def test_the_day_of_a_follow_up_is_kept(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    service, _ = casebook.services_for("ACC-2-01")[0]
    planned(casebook.point_to(sitting, service, "ACC-2-01", "told"))
    planned(casebook.date_follow_up(sitting, service, "ACC-2-01", "1/12/2026"))
    (one,) = casebook.plan(sitting).signposts
    assert one.follow_up.due.on == date(2026, 12, 1)


def test_the_last_look_tells_the_private_part_and_stops_nothing(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    look = casebook.last_look(sitting)
    assert look.private_part == "Not opened"
    assert len(look.tasks) == 7 and any(not one.is_closed for one in look.tasks)
    assert casebook.agree_plan(sitting).version == 1
