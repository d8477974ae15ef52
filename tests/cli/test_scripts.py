"""`bcst scripts`: what somebody who edits the words gets to read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bcst_tui.config import read_folder, shipped
from tests.cli.running import bcst

MAIN = 'id: invented\nversion: "1"\ntitle: Invented\nsections: [home.yaml]\n'
HOME = """\
section: home
title: Home
rail: Home
questions:
  - id: c01_before
    kind: yes_no
    said: {standard: Did you live somewhere?, easy: [Did you have a home?]}
    why: So that we know.
    audience: housing_plan
    covers: [C01]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "script.yaml").write_text(MAIN, encoding="utf-8")
    (tmp_path / "home.yaml").write_text(HOME, encoding="utf-8")
    return tmp_path


def test_the_shipped_script_has_nothing_to_mend() -> None:
    ended = bcst("scripts", "check")
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stdout


def test_a_sound_folder_has_nothing_to_mend(folder: Path) -> None:
    ended = bcst("scripts", "check", folder)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stdout


def test_every_mistake_is_told_with_its_line_and_ends_in_three(folder: Path) -> None:
    broken = HOME.replace("housing_plan", "housing_plam").replace("[C01]", "[Z99]")
    (folder / "home.yaml").write_text(broken, encoding="utf-8")
    ended = bcst("scripts", "check", folder)
    assert ended.returncode == 3
    lines = ended.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["home.yaml:9", "home.yaml:10"]
    assert "Did you mean `housing_plan`?" in lines[0]
    assert ended.stderr == "bcst: 2 things to mend.\n"


def test_a_mistake_in_the_reference_data_is_a_finding_too(tmp_path: Path) -> None:
    local = tmp_path / "local" / "data"
    local.mkdir(parents=True)
    (local / "courses.yaml").write_text("courses: nothing\n", encoding="utf-8")
    ended = bcst("scripts", "check", BCST_CONFIG=str(tmp_path))
    assert ended.returncode == 3
    assert ended.stdout.startswith("courses.yaml:1: ")


@pytest.mark.parametrize("command", ["check", "graph", "coverage"])
def test_a_folder_that_is_not_there_is_told(command: str, tmp_path: Path) -> None:
    ended = bcst("scripts", command, tmp_path / "nowhere")
    assert ended.returncode == 3
    assert "does not exist" in ended.stderr


def test_the_drawing_is_a_flowchart_of_every_question(folder: Path) -> None:
    ended = bcst("scripts", "graph", folder)
    assert ended.stdout.startswith("flowchart TD\n")
    assert "question_c01_before" in ended.stdout


def test_coverage_tells_what_is_asked_and_what_is_not_yet(folder: Path) -> None:
    told = json.loads(bcst("scripts", "coverage", folder, "--json").stdout)
    (asked,) = [item for item in told["items"] if item["state"] == "asked"]
    assert (asked["id"], asked["questions"]) == ("C01", ["c01_before"])
    assert "ACC-1-01" in told["not_yet"]["activities"]


def test_coverage_tells_that_each_rule_works_or_why_it_is_no_software(folder: Path) -> None:
    rules = {rule["id"]: rule for rule in json.loads(bcst("scripts", "coverage", "--json").stdout)["rules"]}
    assert len(rules) == 115
    assert rules["R40"]["state"] == "working"
    assert rules["R40"]["by"]["decisions"] == ["settled_test"]
    assert rules["R91"]["by"]["modules"] == ["bcst_tui.training.five_lines"]
    assert {rule["state"] for rule in rules.values()} == {"working", "not_software"}
    assert all(rule["tests"] if rule["state"] == "working" else rule["not_software"] for rule in rules.values())


def test_coverage_is_readable_without_programs() -> None:
    ended = bcst("scripts", "coverage")
    lines = ended.stdout.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert "* C01  Where they lived before." in lines
    assert "  C14  How likely it is to have nowhere." in lines
    assert "  R74  Scare tactics, shame, talks that only warn and the like help least." in lines
    assert ended.stderr.startswith("Not yet: ")


def test_coverage_ends_with_what_is_not_yet() -> None:
    headings = [line for line in bcst("scripts", "coverage").stdout.splitlines() if line[:1].isalpha()]
    places = [number for number, line in enumerate(headings) if line.startswith("Not yet: ")]
    assert places == [len(headings) - 3, len(headings) - 2, len(headings) - 1]


def test_a_rule_of_the_sources_there_is_not_is_a_finding(folder: Path) -> None:
    need = "needs: [{id: a, group: ACC, title: A, said: A, audience: housing_plan, source: R999, WHEN}]\n"
    when = 'when: {question: c01_before, equals: "yes"}'
    (folder / "home.yaml").write_text(HOME + need.replace("WHEN", when), encoding="utf-8")
    ended = bcst("scripts", "check", folder)
    assert ended.stdout.startswith("home.yaml:11: there is no rule `R999`")


def test_a_group_noticed_by_a_question_there_is_not_is_a_finding(tmp_path: Path) -> None:
    local = tmp_path / "local" / "data"
    local.mkdir(parents=True)
    cohorts = read_folder(shipped("data"))["cohorts.yaml"].replace("question: b02_reading", "question: b02_readin")
    (local / "cohorts.yaml").write_text(cohorts, encoding="utf-8")
    ended = bcst("scripts", "check", BCST_CONFIG=str(tmp_path))
    assert ended.returncode == 3
    assert "`LIT` reads `b02_readin`, which is not a question" in ended.stdout
