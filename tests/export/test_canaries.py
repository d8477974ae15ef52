"""A canary in every row and every place, looked for in every reader's paper (goal 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import pytest

from bcst_tui.export.audience import Permissions
from bcst_tui.export.case import AdviceGiven, CaseHeader, Goal, KeyDate, Meeting, Unanswered
from bcst_tui.export.copies import make_copy
from bcst_tui.export.files import file_name
from bcst_tui.export.markdown import render
from bcst_tui.plan.model import Deadline, Plan
from bcst_tui.reference.audience import AUDIENCES, TOPICS, AudienceCode
from tests.export.cases import TODAY, action_for, full_header, level_on, need_on, signpost_on
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
ROWS = [row.id for row in REFERENCE.matrix.rows.values() if row.part == "ordinary"]
READERS: list[AudienceCode] = [audience for audience in AUDIENCES if audience != "MI"]

# The words before the canary, the place it is put in, and the rows that place has besides the canary's own.
PLACES = (
    ("", "keydate", ()),
    ("", "advice", ("actions",)),
    ("", "unanswered", ("sitting_record",)),
    ("", "deadline", ("deadlines",)),
    ("Need ", "need", ("needs_status",)),
    ("Evidence ", "need", ("needs_status", "markers_evidence")),
    ("Reason ", "need", ("needs_status", "worker_notes")),
    ("Action ", "action", ("actions", "needs_status")),
    ("Owner ", "action", ("actions", "needs_status")),
    ("Locked ", "action", ("actions", "needs_status")),
    ("Because ", "action", ("actions", "needs_status", "worker_notes")),
    ("Service ", "signpost", ("actions", "needs_status")),
    ("Next ", "signpost", ("actions", "needs_status", "worker_notes")),
    ("Marker ", "level", ("levels", "markers_evidence")),
    ("Seen ", "level", ("levels", "markers_evidence")),
    ("Why ", "level", ("levels", "worker_notes")),
)
LEAST: dict[AudienceCode, Permissions] = {
    "HOU": Permissions({"identity": 1}),
    "SPEC": Permissions({"identity": 1}),
    "STAT": Permissions(gateway=frozenset({"name_used"})),
    "TR": Permissions(invented=True),
}
OPENED_BY_LEAST: dict[AudienceCode, set[str]] = {
    "HOU": {"name_used", "meetings", "consents_own"},
    "SPEC": {"name_used", "meetings", "consents_own"},
    "STAT": {"name_used"},
}
MOST = Permissions(
    consents={topic: 4 for topic in TOPICS},
    service="citizens_advice",
    ticked=frozenset(ROWS),
    gateway=frozenset(ROWS),
    invented=True,
)


def canary(place: str, row: str) -> str:
    return f"canary {place} {row.replace('_', ' ')} end"


def case_with_canaries() -> CaseHeader:
    return replace(
        full_header(),
        goals=(Goal("canary of health"), Goal("canary of drugs")),
        key_dates=tuple(KeyDate(canary("keydate", row), date(2026, 4, 1), audience=row) for row in ROWS),
        advice=tuple(AdviceGiven(canary("advice", row), row, TODAY) for row in ROWS),
        unanswered=tuple(Unanswered(canary("unanswered", row), "declined", row) for row in ROWS),
        meetings=(Meeting(date(2026, 3, 12), "10:00", "canary whom"),),
    )


def plan_with_canaries() -> Plan:
    needs = tuple(need_on(row, canary("need", row)) for row in ROWS)
    return Plan(
        needs=needs,
        actions=tuple(action_for(need, canary("action", row)) for need, row in zip(needs, ROWS, strict=True)),
        signposts=tuple(signpost_on(row, canary("signpost", row)) for row in ROWS),
        deadlines=tuple(Deadline("part_2", canary("deadline", row), None, "late", audience=row) for row in ROWS),
    )


def levels_with_canaries() -> Plan:
    return Plan(levels=tuple(level_on(row, canary("level", row)) for row in ROWS))


@cache
def paper(audience: AudienceCode, *, with_most: bool) -> str:
    """Everything this reader gets, with every permission there is or with the least that makes a paper."""
    permissions = MOST if with_most else LEAST.get(audience, Permissions())
    plans = (plan_with_canaries(), levels_with_canaries())
    return "".join(render(make_copy(audience, case_with_canaries(), plan, REFERENCE, permissions)) for plan in plans)


def never_opens(row: str, audience: AudienceCode) -> bool:
    return REFERENCE.matrix.rows[row].code_for(audience) in ("-", "n", "#")


def opens_by_itself(row: str, audience: AudienceCode) -> bool:
    code = REFERENCE.matrix.rows[row].code_for(audience)
    return code in ("Y", "Y*") or (code == "S" and audience == "TR")


@pytest.mark.parametrize("audience", READERS)
def test_no_permission_brings_a_canary_past_a_row_that_is_closed(audience: AudienceCode) -> None:
    text = paper(audience, with_most=True)
    for row, (lead, place, others) in product(ROWS, PLACES):
        if any(never_opens(each, audience) for each in (row, *others)):
            assert lead + canary(place, row) not in text


@pytest.mark.parametrize("audience", READERS)
def test_no_canary_passes_a_row_that_waits_for_permission(audience: AudienceCode) -> None:
    text = paper(audience, with_most=False)
    opened = OPENED_BY_LEAST.get(audience, set())
    for row, (lead, place, others) in product(ROWS, PLACES):
        if not all(each in opened or opens_by_itself(each, audience) for each in (row, *others)):
            assert lead + canary(place, row) not in text


def test_the_worker_misses_no_canary_that_is_theirs() -> None:
    text = paper("WK", with_most=False)
    for row, (lead, place, others) in product(ROWS, PLACES):
        if all(opens_by_itself(each, "WK") for each in (row, *others)):
            assert lead + canary(place, row) in text


def test_the_cell_copy_holds_no_canary_at_all() -> None:
    assert "canary" not in paper("CELL", with_most=False)
    assert "canary" not in paper("CELL", with_most=True).replace("canary of health", "")


@pytest.mark.parametrize("audience", READERS)
def test_a_file_name_holds_no_canary(audience: AudienceCode) -> None:
    assert file_name(case_with_canaries().reference, audience, TODAY) == f"BC-0001-{audience}-2026-03-03.md"
