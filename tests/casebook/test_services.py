"""The directory of services: three layers, the later one wins, and a plan keeps the names it was agreed with."""

from __future__ import annotations

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.errors import ScriptError
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.service import Service
from tests.casebook.conftest import Opener, add_case

FILE = """
example: no
services:
- id: {id}
  name: Alder House
  does: a bed for some weeks
  for_whom: anybody
  where: release_area
  reach: Ring the front desk
  checked_on: 2026-11-01
  source: the council
  activities: [{activity}]
"""


def written(casebook: Casebook, name: str = "Alder House") -> Service:
    added = casebook.add_service(name, "a bed for some weeks", "Ring the front desk")
    assert isinstance(added, Service)
    return added


def named(casebook: Casebook) -> dict[str, str]:
    return {one.service.name: one.layer for one in casebook.services()}


def test_a_service_written_here_stands_in_the_directory_when_bcst_is_opened_again(open_casebook: Opener) -> None:
    casebook = open_casebook()
    written(casebook)
    casebook.close()
    assert named(open_casebook())["Alder House"] == "app"


def test_changing_one_that_came_with_bcst_makes_it_ours(casebook: Casebook) -> None:
    assert named(casebook)["StepChange"] == "shipped"
    casebook.change_service("stepchange", "reach", "Ask in the library")
    assert named(casebook)["StepChange"] == "app"
    assert casebook.service("stepchange").reach == "Ask in the library"


def test_what_is_wrong_with_an_entry_is_told_and_nothing_is_kept(casebook: Casebook) -> None:
    before = casebook.services()
    assert isinstance(casebook.add_service("", "x", "y"), Rejection)
    assert isinstance(casebook.change_service("stepchange", "from_age", "old"), Rejection)
    assert casebook.services() == before


def test_a_retired_service_is_offered_to_nobody_and_stays_in_the_plan_that_names_it(casebook: Casebook) -> None:
    sitting = casebook.begin(add_case(casebook).case_id)
    answered = casebook.answer(sitting, "street")
    assert not isinstance(answered, Rejection)
    kept = written(casebook)
    plan = casebook.point_to(answered, kept.id, "ACC-2-01", "told")
    assert not isinstance(plan, Rejection), plan
    casebook.change_service(kept.id, "name", "Elder House")
    casebook.retire_service(kept.id)
    assert kept.id not in {one.service.id for one in casebook.suggested(answered, "ACC-2-01")}
    assert [one.service_name for one in casebook.plan(answered).signposts] == ["Alder House"]
    casebook.retire_service(kept.id, False)
    assert kept.id in {one.service.id for one in casebook.suggested(answered, "ACC-2-01")}


def test_nothing_of_the_private_part_is_ever_listed(casebook: Casebook) -> None:
    sealed = {one.name for one in casebook._surroundings.reference.services.values() if not one.may_be_named}
    assert sealed
    assert not sealed & named(casebook).keys()


def test_a_file_of_services_is_taken_over_whole(casebook: Casebook) -> None:
    casebook.read_services(FILE.format(id="alder", activity="ACC"), "ours.yaml")
    assert named(casebook)["Alder House"] == "app"


@pytest.mark.parametrize(
    ("service_id", "activity"), [("alder", "DVA-2-01"), ("alder", "ACC-9-99"), ("spurgeons", "ACC")]
)
def test_a_file_with_a_mistake_is_not_taken_over_at_all(casebook: Casebook, service_id: str, activity: str) -> None:
    good = FILE.format(id="birch", activity="ACC")
    bad = FILE.format(id=service_id, activity=activity).partition("services:\n")[2]
    with pytest.raises(ScriptError, match=r"ours\.yaml:\d+"):
        casebook.read_services(good + bad, "ours.yaml")
    assert "Alder House" not in named(casebook)


def test_two_written_one_after_the_other_have_different_ids(casebook: Casebook) -> None:
    assert written(casebook).id != written(casebook, "Birch House").id
