"""Deriving a plan as a whole: what it costs, and what it does not load."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from bcst_tui.interview.known import Known
from bcst_tui.plan.deriving import derive
from bcst_tui.script.condition import Seen
from bcst_tui.script.script import Script
from tests.plan.planning import deadline_in, plan_of, reference
from tests.script.bcst2 import telling
from tests.vocabulary import Interviewing, interviewing, script_of

QUESTION = "\n  - {{id: q{0}, kind: yes_no, said: {{standard: So?}}, audience: housing_plan}}"
NEED = (
    "\n  - {{id: n{0}, group: ACC, title: A, said: A, source: R21, audience: housing_plan,"
    " when: {{question: q{0}, equals: 'yes'}}}}"
)
ACTION = "\n  - {{activity: ACC-2-01, need: n{0}, source: R21}}"


def script_with(needs: int) -> Script:
    """A script of so many questions, each with its need and action."""
    asked, found, done = ("".join(line.format(n) for n in range(needs)) for line in (QUESTION, NEED, ACTION))
    return script_of(f"section: home\ntitle: Home\nrail: Home\nquestions:{asked}\nneeds:{found}\nactions:{done}\n")


def all_yes(needs: int) -> Interviewing:
    return interviewing(script_with(needs)).answers(**{f"q{number}": "yes" for number in range(needs)})


def test_ten_times_the_answers_are_read_about_ten_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    question = Known.question

    def counted(known: Known, question_id: str, row: str | None = None) -> Seen | None:
        reads.append(question_id)
        return question(known, question_id, row)

    monkeypatch.setattr(Known, "question", counted)
    cost = {}
    for needs in (10, 100):
        told = all_yes(needs)
        reads.clear()
        assert len(plan_of(told).needs) == needs
        cost[needs] = len(reads)
    assert cost[100] < 12 * cost[10]


def test_the_calendar_is_loaded_only_when_a_date_is_counted() -> None:
    program = "import sys, bcst_tui.plan.deriving, bcst_tui.plan.as_json; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_plan_looked_at_later_says_what_is_late_by_then() -> None:
    told = telling(a03_part_one="received", a03c_part_one_here="20/11/2026", a05_total_sentence="up_to_4_years")
    assert deadline_in(plan_of(told), "part_2").state == "on_time"
    assert deadline_in(derive(told.interview, reference(), today=date(2026, 11, 30)), "part_2").state == "late"


def test_facts_given_beside_the_interview_are_known_to_the_rules() -> None:
    section = """
        section: home
        title: Home
        rail: Home
        questions:
          - {id: here, kind: yes_no, said: {standard: Here?}, audience: housing_plan}
        markers:
          - {id: young, title: Young, when: {fact: age, at_most: "25"}, counts_for: [SUP], source: R68}
        """
    told = interviewing(section, facts={"age": "40"})
    assert plan_of(told).markers == ()
    assert [one.code for one in plan_of(told, facts={"age": "20"}).markers] == ["young"]
