"""The dashboard on a screen: dots by code and by day, no line wider than there is room, nobody above anybody."""

from __future__ import annotations

from bcst_tui.training.dashboard import FIGURES, Dashboard
from bcst_tui.training.dashboard_drawing import NOBODY_YET, ORDER, sections
from bcst_tui.training.model_path import Slip
from bcst_tui.training.results import Result
from tests.training.attempts import people
from tests.training.test_dashboard import result

WIDTH = 76


def charts(*results: Result, width: int = WIDTH) -> dict[str, tuple[str, ...]]:
    return {one.title: one.lines for one in sections(Dashboard(results, tuple(people().values())), width)}


def a_course() -> tuple[Result, ...]:
    """Six trainees, two rehearsals each."""
    kinds = (result("T01"), result("T01", 2, "TRN-008", Slip("ticked", "q.privacy")))
    codes = [f"T{number:02}" for number in range(6, 0, -1)]
    return tuple(Result(**{**vars(one), "trainee": code}) for code in codes for one in kinds)


def test_no_line_of_a_chart_is_wider_than_the_screen() -> None:
    drawn = charts(*a_course())
    for title in ("Four results of each rehearsal", "Sixteen behaviours"):
        assert max(len(line) for line in drawn[title] if line not in (ORDER, FIGURES)) <= WIDTH - 1


def test_the_heat_map_has_every_rehearsal_in_the_order_of_codes_however_many_there_are() -> None:
    heat = charts(*a_course())["Sixteen behaviours"]
    heads = [word for line in heat for word in line.split() if word.startswith("T0")]
    assert heads == [code for number in range(1, 7) for code in [f"T{number:02}"] * 2]
    assert sum(line.startswith(" 1  Privacy first") for line in heat) == sum("T0" in line for line in heat) > 1


def test_critical_errors_are_dots_by_day_with_no_code_beside_them() -> None:
    told = "\n".join(charts(*a_course())["Critical errors over time"])
    assert "12 Mar ●●●●●●" in told and "Rehearsals in all: 12 Mar 12" in told and "T0" not in told


def test_first_to_last_tells_how_many_and_flags_the_same_person_with_a_parallel_form() -> None:
    moved = charts(result("T01"), result("T01", 2), result("T02"), result("", 1))[
        "From the first rehearsal to the last"
    ]
    assert moved[0] == "T01   2 rehearsals"
    assert "      ! TRN-007 again, so this may be memory and not skill; try TRN-008" in moved
    assert moved[-2:] == (
        "T02   one rehearsal so far",
        "Without a code: 1. Nothing tells whose they are, so none is compared.",
    )


def test_before_the_first_rehearsal_it_says_so() -> None:
    assert charts() == {"Rehearsals": (NOBODY_YET,)}
