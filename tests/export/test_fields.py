"""No row, no export: a new field stops every document until somebody has decided who may see it."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass, replace
from typing import Any

import pytest

from bcst_tui.errors import ExportRefused
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.copies import make_copy
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.plan.model import Need, Plan
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import full_header, full_plan, need_on
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
ROWS = REFERENCE.matrix.fields


def with_a_new_field(value: Any, name: str) -> Any:
    """The same value, of a type of the same name that has one field more."""
    kind = type(value)
    longer = make_dataclass(kind.__name__, [(name, str, "")], bases=(kind,), frozen=True)
    return longer(**{field.name: getattr(value, field.name) for field in fields(value)})


def test_every_field_of_a_case_and_a_plan_is_decided_on() -> None:
    refuse_undecided_fields(ROWS, full_header(), full_plan())


@pytest.mark.parametrize("audience", ["CELL", "WK", "RO"])
def test_a_new_field_of_a_need_stops_every_export_by_name(audience: AudienceCode) -> None:
    plan = Plan(needs=(with_a_new_field(need_on("debts"), "mood"),))
    with pytest.raises(ExportRefused, match=r"`need\.mood` has no audience row") as refused:
        make_copy(audience, full_header(), plan, REFERENCE)
    assert "document_fields.yaml" in refused.value.remedy


@pytest.mark.parametrize("audience", ["CELL", "WK", "RO"])
def test_a_new_field_of_the_case_stops_every_export_by_name(audience: AudienceCode) -> None:
    header: CaseHeader = with_a_new_field(full_header(), "offence")
    with pytest.raises(ExportRefused, match=r"`case_header\.offence`"):
        make_copy(audience, header, full_plan(), REFERENCE)


def test_a_new_field_is_found_before_anything_is_in_it() -> None:
    @dataclass(frozen=True)
    class Risk:
        score: int

    @dataclass(frozen=True)
    class LongerPlan:
        risks: tuple[Risk, ...] = ()

    LongerPlan.__annotations__["risks"] = tuple[Risk, ...]
    with pytest.raises(ExportRefused, match=r"`risk\.score`"):
        refuse_undecided_fields({"longer_plan.risks": "parts"}, LongerPlan())


def test_a_field_that_has_lost_its_row_stops_the_export() -> None:
    rows = {name: row for name, row in ROWS.items() if name != "need.title"}
    matrix = replace(REFERENCE.matrix, fields=rows)
    with pytest.raises(ExportRefused, match=r"`need\.title`"):
        make_copy("WK", full_header(), Plan(), replace(REFERENCE, matrix=matrix))


def test_the_data_names_no_field_that_is_gone() -> None:
    known = {f"need.{field.name}" for field in fields(Need)}
    assert {name for name in ROWS if name.startswith("need.")} == known
