"""The list for today on the screen: headings, filters, names, and the way to the plan and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Plan
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock

NAMES = ("Robin Example", "Kit Placeholder")


async def at_today(at: Driver, doors: OpenDoors) -> tuple[Casebook, Sitting, Plan]:
    """BC-0001 with a plan that has two signposts of its first two actions, and BC-0002 with nothing; then Today."""
    await unlock(at)
    assert doors.casebook is not None
    sitting = doors.casebook.begin(1)
    plan = doors.casebook.plan(sitting)
    for action in plan.actions[:2]:
        service, _ = doors.casebook.services_for(action.activity)[0]
        given = doors.casebook.point_to(sitting, service, action.activity, "told")
        assert not isinstance(given, Rejection)
        plan = given
    dated = doors.casebook.date_follow_up(sitting, plan.signposts[1].service, plan.signposts[1].activity, "23/11/2026")
    assert not isinstance(dated, Rejection)
    await at.press("ctrl+t")
    await at.until_on("TodayScreen")
    return doors.casebook, sitting, dated


@played
async def test_today_says_when_nothing_is_due(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("ctrl+t")
        await at.until_seen("Nothing is due.")


@played
async def test_today_lists_by_heading_and_a_digit_shows_one_sort(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors), (120, 50)) as at:
        await at_today(at, doors)
        for heading in ("Follow-ups to make · 2", "Interviews not finished · 2"):
            assert heading in at.seen()
        await at.press("5")
        assert "Follow-ups to make · 2" in at.seen() and "Interviews not finished" not in at.seen()
        await at.press("2")
        assert "Nothing here today." in at.seen()


@played
async def test_today_shows_initials_until_names_are_wanted(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors), (120, 50)) as at:
        await at_today(at, doors)
        assert "R E" in at.seen() and "Robin" not in at.seen()
        await at.press("v")
        assert "Robin Example" in at.seen()
        await at.press("f1", "escape")
        assert "Robin" not in at.seen()


@played
async def test_enter_goes_to_the_plan_at_that_line_and_esc_comes_back(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors), (120, 50)) as at:
        _, _, plan = await at_today(at, doors)
        await at.press("5", "down", "enter")
        await at.until_on("PlanScreen")
        assert plan.signposts[0].service_name in at.seen()
        lit = at.screen.query_one("PlanList").lit  # type: ignore[attr-defined]
        assert lit.cells[0] == plan.signposts[0].service_name
        await at.press("escape")
        await at.until_on("TodayScreen")
        await at.press("7", "end", "enter")
        await at.until_on("SectionsScreen")


@played
async def test_what_was_settled_in_the_plan_is_gone_on_coming_back(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors), (120, 50)) as at:
        casebook, sitting, plan = await at_today(at, doors)
        await at.press("5", "enter")
        await at.until_on("PlanScreen")
        lit = plan.signposts[1]
        assert not isinstance(casebook.close_signpost(sitting, lit.service, lit.activity, "met"), Rejection)
        await at.press("escape")
        await at.until_seen("Follow-ups to make · 1")


@played
async def test_the_calendar_goes_into_the_folder_that_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors), (120, 50)) as at:
        await at_today(at, doors)
        await at.press("i", "enter")
        await at.until_seen("Written:")
        text = (tmp_path / "bcst-calendar-2026-11-21.ics").read_text(encoding="utf-8")
        assert "Resettlement appointment" in text and "Robin" not in text
        await at.press("i", "enter")
        await at.until_seen("NOT written:")


@played
async def test_cases_are_found_by_how_they_stand(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors)) as at:
        await at_today(at, doors)
        await at.press("escape", "f")
        await at.type("unfinished")
        assert "BC-0001" in at.seen() and "BC-0002" not in at.seen()
        await at.type(" overdue")
        await at.until_seen("No case is like that.")
