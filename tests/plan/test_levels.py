"""The one level rule, every row of its table and what must hold always."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.levels import GROUPS, group_levels, level_by_rule
from bcst_tui.plan.model import Group, GroupLevel, Marker, Need, NeedStatus
from tests.plan.planning import marker, need

STATUSES: tuple[NeedStatus, ...] = get_args(NeedStatus)


@pytest.mark.parametrize(
    ("has_need", "has_marker", "agrees", "level"),
    [
        (False, False, None, 1),
        (False, False, False, 1),
        (False, False, True, 1),
        (False, True, None, 1),
        (False, True, False, 1),
        (False, True, True, 1),
        (True, False, None, 2),
        (True, False, False, 2),
        (True, False, True, 2),
        (True, True, None, 2),
        (True, True, False, 2),
        (True, True, True, 3),
    ],
)
def test_the_table_row_by_row(has_need: bool, has_marker: bool, agrees: bool | None, level: int) -> None:
    assert level_by_rule(has_need, has_marker, agrees) == level


def said(group: Group, agrees: bool | None, reason: str = "") -> GroupLevel:
    return GroupLevel(group, 1, False, (), agrees, reason)


def of(group: Group, needs: list[Need], markers: list[Marker], *before: GroupLevel) -> GroupLevel:
    return next(one for one in group_levels(needs, markers, before) if one.group == group)


def test_a_marker_without_a_need_only_prompts() -> None:
    home = of("ACC", [], [marker("ACC")], said("ACC", True))
    assert (home.level, home.offered_3, [one.code for one in home.markers]) == (1, False, ["homeless"])


def test_a_need_with_a_marker_offers_level_3_until_the_worker_agrees() -> None:
    home = of("ACC", [need()], [marker("ACC")])
    assert (home.level, home.offered_3) == (2, True)


def test_a_no_with_a_reason_leaves_level_3_offered() -> None:
    home = of("ACC", [need()], [marker("ACC")], said("ACC", False, "settled by family"))
    assert (home.level, home.offered_3, home.reason) == (2, True, "settled by family")


def test_need_marker_and_agreement_make_level_3() -> None:
    home = of("ACC", [need()], [marker("ACC")], said("ACC", True))
    assert (home.level, home.offered_3) == (3, False)


def test_a_marker_of_another_group_does_not_count() -> None:
    assert of("ACC", [need()], [marker("PSH")], said("ACC", True)).level == 2


def test_the_workers_own_view_counts_with_a_reason_and_not_without() -> None:
    assert of("ACC", [need()], [], said("ACC", True)).level == 2
    home = of("ACC", [need()], [], said("ACC", True, "three moves in a year"))
    assert (home.level, [one.code for one in home.markers]) == (3, ["worker_view"])


def test_a_dropped_need_takes_its_level_along() -> None:
    assert of("ACC", [need(status="dropped")], [marker("ACC")], said("ACC", True)).level == 1


def test_a_need_not_yet_confirmed_never_makes_level_3() -> None:
    assert of("ACC", [need(status="proposed")], [marker("ACC")], said("ACC", True)).level == 2


def test_any_need_counts_for_support_where_a_marker_does() -> None:
    assert of("SUP", [need("ACC")], [], said("SUP", None)).level == 1
    assert of("SUP", [need("ACC")], [marker("SUP")]).offered_3
    assert of("SUP", [need("ACC")], [marker("SUP")], said("SUP", True)).level == 3


def test_a_need_in_one_group_leaves_the_others_at_1() -> None:
    levels = {one.group: one.level for one in group_levels([need("FIN")], [])}
    assert levels == {"ACC": 1, "ETE": 1, "FIN": 2, "PSH": 1, "SUP": 1}


groups = st.sampled_from(GROUPS)
some_needs = st.lists(st.builds(need, groups, st.sampled_from(STATUSES)), max_size=4)
some_markers = st.lists(st.lists(groups, min_size=1, unique=True).map(lambda for_: marker(*for_)), max_size=3)
some_said = st.lists(
    st.builds(said, groups, st.sampled_from([None, True, False]), st.sampled_from(["", "why"])),
    unique_by=lambda one: one.group,
)


@given(some_needs, some_markers, some_said)
def test_level_3_is_never_without_a_confirmed_need_a_marker_and_a_yes(
    needs: list[Need], markers: list[Marker], before: list[GroupLevel]
) -> None:
    yes = {one.group for one in before if one.worker_agrees}
    for level in group_levels(needs, markers, before):
        if level.level == 3:
            counting = [one for one in needs if one.group == level.group or level.group == "SUP"]
            assert any(one.status not in ("proposed", "dropped") for one in counting)
            assert level.markers and level.group in yes


@given(some_markers, some_said)
def test_markers_and_groups_alone_change_nothing(markers: list[Marker], before: list[GroupLevel]) -> None:
    assert {one.level for one in group_levels([], markers, before)} == {1}


@given(some_needs, some_markers, some_said)
def test_dropping_every_need_brings_everything_to_level_1(
    needs: list[Need], markers: list[Marker], before: list[GroupLevel]
) -> None:
    dropped = [need(one.group, "dropped") for one in needs]
    assert {one.level for one in group_levels(dropped, markers, before)} == {1}
