"""An action in the worker's own words on paper: in the worker's file, and on no paper for anybody else."""

from __future__ import annotations

import pytest

from bcst_tui.export.audience import Permissions
from bcst_tui.export.copies import make_copy
from bcst_tui.export.markdown import render
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.follow_ups import point_to
from bcst_tui.plan.model import Plan
from bcst_tui.plan.own_actions import add_action
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import TODAY, full_header, full_plan
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
WORDS = "Ring the sister about the heron"


def with_own_action() -> Plan:
    plan = full_plan()
    added = add_action(plan, REFERENCE, CaseDates(), WORDS, plan.needs[0].code, TODAY)
    assert isinstance(added, Plan)
    pointed = point_to(added, REFERENCE, "citizens_advice", "own_1", TODAY, None)
    assert isinstance(pointed, Plan)
    return pointed


def paper(audience: AudienceCode, permissions: Permissions) -> str:
    return render(make_copy(audience, full_header(), with_own_action(), REFERENCE, permissions))


def test_the_workers_copy_tells_it_with_its_need_and_without_a_code() -> None:
    told = paper("WK", Permissions())
    assert WORDS in told and "own_1" not in told
    assert f"Why: {full_plan().needs[0].title}" in told
    assert "Citizens Advice" in told


@pytest.mark.parametrize("audience", ["CELL", "RO", "HOU"])
def test_nobody_outside_reads_words_that_only_the_worker_has_checked(audience: AudienceCode) -> None:
    every_consent = Permissions(consents=dict.fromkeys(("plan", "housing", "work", "money"), 4))
    told = paper(audience, every_consent)
    assert "heron" not in told and "Citizens Advice" not in told
