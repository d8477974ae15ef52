"""The dashboard tells codes and results; nobody is placed above anybody."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.training.attempt import Coded
from bcst_tui.training.dashboard import Dashboard, dashboard_csv, dashboard_markdown, dots
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.invented import WATERMARK
from bcst_tui.training.marking import marked
from bcst_tui.training.model_path import Slip
from bcst_tui.training.persona import WORDINGS_FILE
from bcst_tui.training.presenting import frames, slide
from bcst_tui.training.results import Result, is_trainee_code, result_of
from bcst_tui.training.spacing import RECALL, recall_before, suggested
from bcst_tui.training.wordings import load_wordings
from tests.training.attempts import book_of, people, rehearsed, someone, well_coded

DAY = date(2027, 3, 12)


def result(trainee: str, number: int = 1, persona_id: str = "TRN-007", slip: Slip | None = None) -> Result:
    evidence = well_coded(rehearsed(persona_id, slip))
    return result_of(marked(evidence), evidence.persona, trainee, number, DAY)


def shown(*results: Result) -> str:
    return dashboard_markdown(Dashboard(results, tuple(people().values())))


def test_each_rehearsal_has_four_results_as_dots_in_the_order_of_codes() -> None:
    page = shown(result("T02", slip=Slip("ticked", "q.privacy")), result("T01"), result("T03"))
    lines = [line for line in page.splitlines() if line.startswith("| T0")]
    assert [line.split(" | ")[0] for line in lines] == ["| T01", "| T02", "| T03"]
    assert re.search(r"●●●●● (\d+)/\1 \| ····· – \| ●●●●● (\d+)/\2 \| ●●●●● 9/9", lines[0])


def test_there_is_no_sum_no_rank_and_no_word_of_anybody() -> None:
    page = shown(result("T01"), result("T02")).casefold()
    assert not [word for word in ("rank", "total", "best", "worst", "average", "callum", "mate") if word in page]


def test_it_carries_the_watermark_first_and_last() -> None:
    body = shown(result("T01")).split("---", 2)[2].strip().splitlines()
    assert WATERMARK in body[0] and WATERMARK in body[-1]
    rows = dashboard_csv(Dashboard((result("T01"),), ())).splitlines()
    assert rows[0] == rows[-1] == WATERMARK


def test_the_same_person_met_again_is_flagged_and_a_parallel_form_offered() -> None:
    page = shown(result("T01", 1), result("T01", 2))
    assert "TRN-007 again, so this may be memory and not skill; try TRN-008" in page
    assert "again" not in shown(result("T01", 1), result("T01", 2, "TRN-008")).split("From the first")[1].split("##")[0]


def test_what_has_no_code_is_listed_and_held_against_nothing() -> None:
    page = shown(result("", 1), result("", 2), result("T01"))
    assert "| – | 2 | TRN-007 |" in page
    assert "Without a code: 2. Nothing tells whose they are." in page
    assert "- –" not in page


def test_those_that_cannot_be_played_again_are_counted() -> None:
    page = dashboard_markdown(Dashboard((result("T01"),), (), left_out=2))
    assert "2 rehearsals are left out: the person was rewritten since." in page


def test_all_sixteen_behaviours_are_a_row_and_each_rehearsal_a_column() -> None:
    heat = shown(result("T01"), result("T02", slip=Slip("pressing", "q1.respond"))).split("## Behaviours")[1]
    rows = [line for line in heat.splitlines() if line.startswith("| ") and ". " in line]
    assert len(rows) == 16
    assert rows[11].endswith("| ● | ○ |")


def test_critical_errors_are_counted_by_day_and_not_by_trainee() -> None:
    slip = Slip("ticked", "q.privacy")
    over_time = shown(result("T01", slip=slip), result("T02", slip=slip)).split("over time")[1].split("##")[0]
    assert "2027-03-12: Asked when it was not private, in 2 rehearsals" in over_time
    assert "T01" not in over_time


def test_the_csv_has_one_line_a_rehearsal() -> None:
    rows = list(csv.reader(dashboard_csv(Dashboard((result("T01"), result("T02")), ())).splitlines()))
    assert [row[0] for row in rows[2:-1]] == ["T01", "T02"]
    assert len(rows[1]) == len(rows[2]) == 4 + 4 + 16 + 1


@pytest.mark.parametrize(
    ("typed", "is_code"), [("T04", True), ("AB12", True), ("Sam", False), ("", False), ("T", False)]
)
def test_trainees_go_by_codes_that_are_no_names(typed: str, is_code: bool) -> None:
    assert is_trainee_code(typed) == is_code


def test_to_rehearse_again_is_suggested_after_a_week_a_month_and_three_months() -> None:
    assert [one.on for one in suggested(date(2027, 11, 30))] == [
        date(2027, 12, 7),
        date(2027, 12, 30),
        date(2028, 2, 29),
    ]


def test_a_share_is_five_dots_and_what_did_not_come_up_is_none_of_them() -> None:
    assert (dots(1.0), dots(0.6), dots(0.0), dots(None)) == ("●●●●●", "●●●○○", "○○○○○", "·····")


@pytest.mark.parametrize("slip", [None, Slip("pressing", "q1.offer"), Slip("ticked", "q.limits")])
def test_what_is_projected_holds_no_points_no_trust_and_no_trainee(slip: Slip | None) -> None:
    evidence: Evidence = well_coded(rehearsed(slip=slip))
    files = read_folder(shipped("interview_scripts") / "mock")
    shown = frames(someone(), evidence.attempt, load_wordings(files[WORDINGS_FILE]), book_of())
    text = "\n".join(line for one in shown for line in (*one.lines, *one.to_code)).casefold()
    assert not [
        word for word in ("trust", "strain", "t04", "/20", "critical", "open_choice", "pressing") if word in text
    ]
    values = {str(value) for step in evidence.log for value in step.after}
    assert not values & {word for one in shown[1:] for line in one.lines for word in line.split()}


def test_the_group_sees_the_codes_it_can_choose_after_an_answer() -> None:
    files = read_folder(shipped("interview_scripts") / "mock")
    shown = frames(someone(), rehearsed().attempt, load_wordings(files[WORDINGS_FILE]), book_of())
    assert any("applies_now" in code for one in shown for code in one.to_code)
    assert shown[0].lines[0] == "Callum Larkfield"


def test_a_turn_on_the_screen_is_short_lines_under_the_number_a_debrief_has_for_it() -> None:
    files = read_folder(shipped("interview_scripts") / "mock")
    evidence = well_coded(rehearsed())
    shown = frames(someone(), evidence.attempt, load_wordings(files[WORDINGS_FILE]), book_of())
    turns = {one.number for one in shown[1:]}
    assert turns == {step.number for step in evidence.log if not isinstance(step.choice, Coded)}
    for one in shown:
        lines = slide(one, 48)
        assert max(map(len, lines)) <= 48 and (not one.number or lines[0] == f"Turn {one.number}")


def test_two_questions_by_heart_come_before_a_later_rehearsal_and_not_on_the_same_day() -> None:
    day = date(2027, 3, 12)
    assert recall_before(day, ()) == () and recall_before(day, (date(2027, 3, 1), day)) == ()
    assert recall_before(day, (date(2027, 3, 1),)) == RECALL
