from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import ExportRefused
from bcst_tui.export.formats import FORMATS
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Plan
from tests.casebook.conftest import Opener, add_case

WANTS = """
section: home
title: Home
rail: Home
questions:
  - {id: g11b_in_own_words, kind: short_text, said: {standard: What do you most want?}, audience: goals_strengths}
"""


def homeless(casebook: Casebook) -> Sitting:
    told = casebook.answer(casebook.begin(add_case(casebook).case_id), "street")
    assert isinstance(told, Sitting)
    return told


def planned(plan: Plan | Rejection) -> Plan:
    assert isinstance(plan, Plan), plan
    return plan


def test_a_dropped_need_stays_dropped_when_the_plan_is_derived_again(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = homeless(casebook)
    assert isinstance(casebook.edit_need(sitting, "somewhere", status="dropped"), Rejection)
    planned(casebook.edit_need(sitting, "somewhere", status="dropped", reason="Has a place now"))
    casebook.close()
    again = open_casebook()
    plan = again.plan(again.begin(sitting.case_id))
    assert [need.status for need in plan.needs] == ["dropped"]
    assert all(action.activity != "ACC-2-01" for action in plan.actions)


def test_a_service_pointed_to_by_hand_stays_with_its_follow_up(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = homeless(casebook)
    service, _ = casebook.services_for("ACC-2-01")[0]
    planned(casebook.point_to(sitting, service, "ACC-2-01", "rang_together"))
    assert isinstance(casebook.point_to(sitting, service, "ACC-2-01", "told"), Rejection)
    casebook.close()
    again = open_casebook()
    [signpost] = again.plan(again.begin(sitting.case_id)).signposts
    assert (signpost.service, signpost.how, signpost.follow_up.status) == (service, "rang_together", "open")
    assert signpost.follow_up.due.on is not None


def test_closing_a_signpost_demands_what_happens_next_where_something_is_left_open(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    service, _ = casebook.services_for("ACC-2-01")[0]
    planned(casebook.point_to(sitting, service, "ACC-2-01", "told"))
    assert casebook.labels.needs_next_step("not_reached") and not casebook.labels.needs_next_step("met")
    assert isinstance(casebook.close_signpost(sitting, service, "ACC-2-01", "not_yet"), Rejection)
    plan = planned(casebook.close_signpost(sitting, service, "ACC-2-01", "not_yet", "Ring on Monday"))
    assert [one.follow_up.outcome for one in plan.signposts] == ["not_yet"]
    assert isinstance(casebook.close_signpost(sitting, "gone", "ACC-2-01", "met"), Rejection)


def test_no_service_of_the_private_part_is_offered(casebook: Casebook) -> None:
    assert {"spurgeons", "barnardos", "border_agency"}.isdisjoint(dict(casebook.services_for("ACC-2-01")))


def test_the_next_thing_due_counts_an_open_follow_up_until_it_is_closed(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    service, name = casebook.services_for("ACC-2-01")[0]
    planned(casebook.point_to(sitting, service, "ACC-2-01", "told"))
    planned(casebook.close_signpost(sitting, service, "ACC-2-01", "met"))
    assert all(line.next_due_title != f"follow up: {name}" for line in casebook.cases())


def test_agreeing_makes_a_version_and_a_later_edit_the_next(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    assert casebook.agree_plan(sitting).version == 1
    planned(casebook.edit_action(sitting, "ACC-2-01", said_by="we_will"))
    assert casebook.agree_plan(sitting).version == 2


def test_a_file_holds_just_what_the_preview_showed(casebook: Casebook, tmp_path: Path) -> None:
    sitting = homeless(casebook)
    for audience in ("WK", "CELL"):
        shown = casebook.preview(sitting, audience)
        assert casebook.write(sitting, shown, tmp_path).read_text(encoding="utf-8") == shown.text
        with pytest.raises(ExportRefused):
            casebook.write(sitting, shown, tmp_path)


def test_what_is_written_in_every_format_is_what_was_shown(casebook: Casebook, tmp_path: Path) -> None:
    sitting = homeless(casebook)
    for file_format in FORMATS:
        shown = casebook.preview(sitting, "RO", file_format)
        written = casebook.write(sitting, shown, tmp_path)
        assert written.name == f"TRAINING-BC-0001-RO-2026-11-21.{file_format}"
        assert written.read_text(encoding="utf-8") == shown.text
        assert (shown.seen == shown.text) == (file_format != "html")


def test_a_copy_that_has_changed_since_it_was_shown_is_not_written(casebook: Casebook, tmp_path: Path) -> None:
    sitting = homeless(casebook)
    shown = casebook.preview(sitting, "WK")
    planned(casebook.edit_action(sitting, "ACC-2-01", owner="Somebody else"))
    with pytest.raises(ExportRefused, match="changed since it was shown"):
        casebook.write(sitting, shown, tmp_path)
    assert list(tmp_path.glob("*.md")) == []


def test_what_the_person_wants_is_on_their_copy_only_as_long_as_they_tick_it(open_casebook: Opener) -> None:
    casebook = open_casebook(WANTS)
    sitting = casebook.answer(casebook.begin(add_case(casebook).case_id), "A quiet place by the sea")
    assert isinstance(sitting, Sitting)
    untouched = casebook.preview(sitting, "CELL")
    assert untouched.may_tick == ("goals_strengths",)
    assert "by the sea" not in untouched.text
    assert "by the sea" in casebook.preview(sitting, "CELL", ticked=frozenset(untouched.may_tick)).text
    assert "by the sea" not in casebook.preview(sitting, "CELL").text
    assert "## What the person wants\n\n- A quiet place by the sea\n" in casebook.preview(sitting, "WK").text
    assert casebook.preview(sitting, "FULL").may_tick == ()


def test_five_readers_can_have_a_copy_and_an_invented_person_serves_for_training(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    possible = {reader.audience for reader in casebook.readers(sitting) if reader.is_possible}
    assert possible == {"CELL", "FULL", "WK", "SG", "RO", "TR"}
    for reader in casebook.readers(sitting):
        if not reader.is_possible:
            with pytest.raises(ExportRefused):
                casebook.preview(sitting, reader.audience)


def test_a_file_is_named_after_the_reference_alone(casebook: Casebook, tmp_path: Path) -> None:
    sitting = homeless(casebook)
    written = casebook.write(sitting, casebook.preview(sitting, "CELL"), tmp_path)
    assert written.name == "TRAINING-BC-0001-CELL-2026-11-21.md"


def test_a_paper_about_an_invented_person_says_so(casebook: Casebook) -> None:
    assert "NOT A REAL PERSON" in casebook.preview(homeless(casebook), "WK").text
