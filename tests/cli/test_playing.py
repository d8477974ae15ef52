"""`bcst demo` and `bcst replay`: from a file of answers to a plan, and nothing left behind."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bcst_tui.config import read_text, shipped
from bcst_tui.interview.answers_file import played, read_answers, unanswered
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.deriving import derive
from bcst_tui.training.invented import WATERMARK
from bcst_tui.yaml_text import read_yaml
from tests.cli.running import Ended, bcst
from tests.reference.shipped import shipped_reference
from tests.script.bcst2 import bcst2

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "answers.md"
DEMO = ROOT / "data" / "demo_answers.yaml"


def replayed(tmp_path: Path, text: str, *options: str) -> Ended:
    """What comes of this answers file."""
    file = tmp_path / "answers.yaml"
    file.write_text(text, encoding="utf-8")
    return bcst("replay", file, *options)


@pytest.fixture
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of one answer."""
    file = tmp_path_factory.mktemp("short") / "answers.yaml"
    file.write_text("today: 2026-11-23\na04_legal_status: remand\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def demo_told() -> dict[str, Any]:
    """The plan that follows from the demo's answers."""
    return plan_of(bcst("replay", DEMO, "--json", "-"))


def plan_of(ended: Ended) -> dict[str, Any]:
    assert ended.returncode == 0, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def test_the_demo_shows_a_plan_writes_it_and_asks_nothing(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    out.mkdir()
    ended = bcst("demo", "--out", out, TMPDIR=str(tmp_path), FORCE_COLOR="", NO_COLOR="1")
    assert ended.returncode == 0, ended.stderr
    assert "ACC-3-01" in ended.stdout
    assert "\x1b" not in ended.stdout, "in a pipe there are no colours"
    assert ended.stdout.startswith(WATERMARK)
    assert ended.stdout.rstrip().endswith(WATERMARK)
    papers = sorted(out.iterdir())
    assert [paper.name for paper in papers] == [f"TRAINING-BC-0001-{one}-2026-11-23.md" for one in ("CELL", "WK")]
    for paper in papers:
        assert str(paper) in ended.stderr
        lines = paper.read_text(encoding="utf-8").splitlines()
        assert lines[4] == lines[-1] == f"**{WATERMARK}**"
    assert sorted(tmp_path.iterdir()) == [out], "the temporary vault is gone"


def test_the_demo_plays_another_of_the_people_that_come_with_it(tmp_path: Path) -> None:
    ended = bcst("demo", "carer", "--out", tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(WATERMARK)
    assert "self_employed" in ended.stderr.splitlines()[-1]


def test_a_demo_of_somebody_there_is_not_says_whom_there_is(tmp_path: Path) -> None:
    ended = bcst("demo", "nobody", "--out", tmp_path)
    assert ended.returncode != 0
    assert "carer" in ended.stderr and list(tmp_path.iterdir()) == []


def test_the_demo_answers_everything_it_is_asked() -> None:
    file = read_answers(read_yaml(read_text(shipped("data") / DEMO.name, DEMO.name), DEMO.name), bcst2())
    interview = played(file, file.begun(bcst2(), file.today or date(2026, 11, 23)))
    assert unanswered(interview) == ()
    assert interview.path.waiting == ()


def test_the_vault_and_the_engine_alone_come_to_the_same_plan(demo_told: dict[str, Any]) -> None:
    file = read_answers(read_yaml(DEMO.read_text(encoding="utf-8"), DEMO.name), bcst2())
    interview = played(file, file.begun(bcst2(), file.today or date(2026, 11, 23)))
    reference = shipped_reference()
    assert demo_told == plan_json(derive(interview, reference, is_over=True), interview, reference)


def test_the_example_in_the_documentation_plays() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    ended = bcst("replay", "-", "--json", "-", typed=example)
    told = plan_of(ended)
    assert told["today"] == "2026-11-23"
    assert {"c12_applications[1].kind", "c12_applications[2].to_whom", "c12_applications"} <= set(told["asked"])
    assert {"ACC-2-01", "ACC-2-02"} <= {action["activity"] for action in told["actions"]}
    assert "`c12_applications[2].sent_on` is asked" in ended.stderr


def test_every_key_of_the_json_is_documented_and_there_is_no_other(demo_told: dict[str, Any]) -> None:
    table = DOCS.read_text(encoding="utf-8").partition("The JSON is one object.")[2]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| `")]
    documented = {row[1]: set(re.findall(r"`(\w+)`", row[2])) for row in rows}
    assert {key for row in documented for key in re.findall(r"`(\w+)`", row)} == set(demo_told)
    for name in ("needs", "markers", "levels", "actions", "signposts", "deadlines"):
        keys = {key for one in demo_told[name] for key in one}
        assert keys - {"group"} <= documented[f" `{name}` "], name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "c01_befor_prison: owner",
            "answers.yaml:1: `c01_befor_prison` is not a question of this script. Did you mean",
        ),
        ("a04_legal_status: free", "answers.yaml:1: `a04_legal_status`: 'free' is not one of the answers."),
        ("a07b_last_release_date: 2020-01-01", "answers.yaml:1: `a07b_last_release_date` is not asked, as the other"),
        ("sitting: someday", "`someday` is not a kind of sitting. It is one of first_screening"),
        ("today: someday", "`someday` is not a date"),
        ("facts: {shoe_size: 9}", "`shoe_size` is not a fact this script knows"),
        ("facts: {birth_date: 9}", "`birth_date` is not a date"),
        ("facts: {prison_number: nine}", "A prison number looks like"),
        ("facts: [1]", "`facts` is a list of `name: value` lines"),
        ("- a04_legal_status", "an answers file is a list of `question: answer` lines"),
        ("", "the file is empty"),
        ("a: &x 1\nb: *x", "anchors and aliases"),
        ("c12_applications: [{rent: 5}]", "answers.yaml:1: `rent` is not a question of `c12_applications`"),
        ("c12_applications: [words]", "a row of `c12_applications` is a list"),
        ("b05_privacy: not\nj01_keep: {health: yes}", "answers.yaml:"),
    ],
)
def test_a_file_that_can_not_be_played_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    ended = replayed(tmp_path, text, "--json", "-")
    assert ended.returncode in (2, 3)
    assert said in ended.stderr
    assert ended.stdout == ""


def test_what_is_not_in_the_file_stays_open_and_is_told(tmp_path: Path) -> None:
    ended = replayed(tmp_path, "a01_ni_number: have\na04_legal_status: remand\n", "--json", "-")
    assert "a01_ni_number" in plan_of(ended)["asked"]
    assert "`a01b_ni_number_is` is asked, and the file has no answer to it: left open." in ended.stderr
    assert "a01_ni_number`" not in ended.stderr


def test_a_blank_template_plays(tmp_path: Path) -> None:
    blank = bcst("replay", "--template").stdout
    assert set(bcst2().placed) <= {line.split(":")[0] for line in blank.splitlines()}
    assert plan_of(replayed(tmp_path, blank, "--json", "-"))["needs"] == []


def test_the_day_asked_for_wins_over_the_day_in_the_file(short: Path) -> None:
    assert plan_of(bcst("replay", short, "--json", "-", "--today", "2026-12-01"))["today"] == "2026-12-01"
    assert plan_of(bcst("--today", "2026-12-01", "replay", short, "--json", "-"))["today"] == "2026-12-01"


def test_papers_are_never_written_over_others_unasked(short: Path, tmp_path: Path) -> None:
    assert bcst("replay", short, "--out", tmp_path).returncode == 0
    again = bcst("replay", short, "--out", tmp_path)
    assert again.returncode == 8
    assert "is there already" in again.stderr
    assert bcst("replay", short, "--out", tmp_path, "--overwrite").returncode == 0


def test_the_json_is_written_where_it_was_asked_for(short: Path, tmp_path: Path) -> None:
    ended = bcst("replay", short, "--json", tmp_path / "plan.json")
    assert ended.stdout == ""
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["sitting"] == "first_screening"


def test_a_folder_that_is_not_there_is_told(short: Path, tmp_path: Path) -> None:
    ended = bcst("replay", short, "--out", tmp_path / "nowhere")
    assert ended.returncode == 8
    assert "is not there" in ended.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = bcst("replay", tmp_path / "nowhere.yaml")
    assert ended.returncode == 3
    assert "there is no such file" in ended.stderr


def test_an_answer_can_not_steer_the_terminal(tmp_path: Path) -> None:
    ended = replayed(tmp_path, 'name: "Ash\\e[2J"\nc01_before_prison: "\\e]0;x"\n')
    assert "\x1b" not in ended.stdout + ended.stderr
