from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import ExportRefused
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Plan
from tests.casebook.conftest import Opener, add_case


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


def test_agreeing_makes_a_version_and_a_later_edit_the_next(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    assert casebook.agree_plan(sitting).version == 1
    planned(casebook.edit_action(sitting, "ACC-2-01", said_by="we_will"))
    assert casebook.agree_plan(sitting).version == 2


def test_a_file_holds_just_what_the_preview_showed(casebook: Casebook, tmp_path: Path) -> None:
    sitting = homeless(casebook)
    for audience in ("WK", "CELL"):
        written = casebook.export(sitting, audience, tmp_path)
        assert written.read_text(encoding="utf-8") == casebook.preview(sitting, audience).text
        with pytest.raises(ExportRefused):
            casebook.export(sitting, audience, tmp_path)


def test_a_file_is_named_after_the_reference_alone(casebook: Casebook, tmp_path: Path) -> None:
    assert casebook.export(homeless(casebook), "CELL", tmp_path).name == "BC-0001-CELL-2026-11-21.md"


def test_a_paper_about_an_invented_person_says_so(casebook: Casebook) -> None:
    assert "invented" in casebook.preview(homeless(casebook), "WK").text
