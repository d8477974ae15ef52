"""Line mode ends where the engine ends: the same answers, the same questions in the same order, the same plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.opening import create_casebook, surroundings, unlock_casebook
from bcst_tui.interview.answers_file import AnswersFile, played, read_answers
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.deriving import derive
from bcst_tui.yaml_text import read_yaml
from tests.cli.running import in_a_process
from tests.line_mode.conftest import PROFILE
from tests.line_mode.typing import MONDAY, NEW_CASE, PASSPHRASE, WORD, typed_for
from tests.script.bcst2 import bcst2

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo_answers.yaml"
END, BACK_TO_CASES, LEAVE = "3", "5", "3"


def demo() -> AnswersFile:
    return read_answers(read_yaml(DEMO.read_text(encoding="utf-8"), DEMO.name), bcst2())


@pytest.mark.usefixtures("passphrases_soon_tried")
def test_an_interview_in_a_pipe_ends_as_the_engine_does(tmp_path: Path) -> None:
    around = surroundings({"BCST_CONFIG": str(tmp_path)}, MONDAY)
    create_casebook(tmp_path / "vault", PASSPHRASE, PROFILE, around).close()
    file = demo()
    begun = file.begun(bcst2(), MONDAY)
    lines = [PASSPHRASE, WORD, *NEW_CASE, "1", *typed_for(file, begun), END, BACK_TO_CASES, LEAVE]
    ended = in_a_process(
        "--plain", "--vault", tmp_path / "vault", "--today", str(MONDAY), typed="\n".join(lines) + "\n"
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.endswith("Everything is saved.\n")
    casebook = unlock_casebook(tmp_path / "vault", PASSPHRASE, around)
    try:
        (case,) = casebook.cases()
        sitting = casebook.open_sitting(case.case_id)
        assert sitting is not None
        expected = played(file, begun)
        assert sitting.status == "completed"
        assert sitting.interview.standing.answers == expected.standing.answers
        assert sitting.interview.path.asked == expected.path.asked
        assert sitting.interview.moves == expected.moves
        plan = casebook.plan(sitting)
    finally:
        casebook.close()
    assert plan_json(plan, sitting.interview) == plan_json(derive(expected, around.reference, is_over=True), expected)
