"""A trainer's commands, on a training vault opened with a raw key: everything printed or written is marked."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training_opening import WORKER
from bcst_tui.cli import training_vault
from bcst_tui.training.invented import FILES_BEGIN, IN_LINES, WATERMARK
from bcst_tui.training.model_path import Slip, model
from bcst_tui.vault.opening import new_vault, open_vault
from tests.casebook.training_rooms import KEY, around, people
from tests.cli.running import Ended, bcst


class Course:
    """Three rehearsals of one person, and the commands on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        casebook = TrainersCasebook(new_vault(folder, KEY, WORKER, "training"), around(), people(), lambda: None)
        for trainee, slip in (("T01", None), ("T02", Slip("leading", "e05_money_only_to_me")), ("T03", None)):
            begun = casebook.rehearse("TRN-007", 41, trainee=trainee)
            done = casebook.choose(begun, *model(begun.persona, 41, slip).choices)
            casebook.end_rehearsal(done, "done")
        casebook.close()

    def open(self, *_: object) -> TrainersCasebook:
        return TrainersCasebook(open_vault(self.folder, KEY, "training"), around(), people(), lambda: None)

    def run(self, *words: str) -> Ended:
        """The command; whatever it is, every line it prints has the mark or stands between two that have."""
        ended = bcst("train", "--folder", self.folder, *words, "--passphrase-file", "-", typed="unused\n")
        assert all(line.startswith(IN_LINES) for line in ended.stderr.splitlines()), ended.stderr
        assert is_marked(ended.stdout), ended.stdout
        return ended


@pytest.fixture(scope="module")
def one_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("course") / "training")


@pytest.fixture
def course(one_course: Course, monkeypatch: pytest.MonkeyPatch) -> Course:
    """One that these tests share; none of them deletes anything."""
    monkeypatch.setattr(training_vault, "unlock_training", one_course.open)
    return one_course


def is_marked(printed: str) -> bool:
    lines = [line for line in printed.splitlines() if line.strip("- ") and line != "training: true"]
    return all(line.startswith(IN_LINES) for line in lines) or (WATERMARK in lines[0] and WATERMARK in lines[-1])


def test_the_help_of_every_command_of_training_stands_between_two_marked_lines() -> None:
    from bcst_tui.cli.key_commands import bcst as commands

    train = commands.commands["train"]
    assert isinstance(train, click.Group) and len(train.commands) > 12
    for words in ((), *((name,) for name in train.commands)):
        lines = bcst("train", *words, "--help").stdout.splitlines()
        assert (lines[0], lines[-1]) == (WATERMARK, WATERMARK) and "Usage: bcst train" in lines[1]


def test_a_course_from_its_first_debrief_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = Course(tmp_path / "training")
    monkeypatch.setattr(training_vault, "unlock_training", course.open)
    shown = course.run("debrief", "2")
    assert is_marked(shown.stdout) and "Flow" not in shown.stdout
    ticked = course.run("tick", "2", "--row", "7=2:thank you for telling me", "--row", "16=1")
    assert ticked.returncode == 0 and "Row 16" in ticked.stderr
    opened = course.run("debrief", "2", "--own", "I led on the money.").stdout
    assert "**Conversation** 2/2" in opened and "we would have heard: His ex holds his bank card" in opened
    written = Path(course.run("debrief", "2", "--write").stdout.strip().removeprefix(f"{IN_LINES} "))
    assert written.name == f"{FILES_BEGIN}T02-2-TRN-007.md" and is_marked(written.read_text("utf-8"))
    board = course.run("dashboard")
    assert is_marked(board.stdout) and "| T02 | 1 | TRN-007 |" in board.stdout and "Callum" not in board.stdout
    course.run("dashboard", "--csv", "--write")
    assert "2 files deleted" in course.run("delete", "T02", "--yes").stderr
    assert not list(written.parent.iterdir())
    left = course.run("list").stdout
    assert is_marked(left) and "T01" in left and "T02" not in left
    course.run("delete", "--everybody", "--yes")
    assert course.run("list").stdout.splitlines() == [WATERMARK, WATERMARK]


def handed_in_as(ask: str) -> str:
    """What a coder hands in who took the offer for a yes, and the answer for this."""
    sheet = bcst("train", "code", "TRN-007", "--seed", "41").stdout.splitlines()
    pairs = [
        next(word for word, name in zip(line.split(), line.split()[1:], strict=False) if name == code)
        for question, code in (("q1.offer", "yes"), ("q1.ask", ask))
        for line in sheet
        if f" {question}:" in line
    ]
    string = bcst("train", "code", "TRN-007", "--seed", "41", *pairs).stdout.strip()
    assert string.startswith(IN_LINES)
    return string


def test_a_group_codes_and_hears_the_model_only_when_it_asks(course: Course) -> None:
    strings = [handed_in_as(one) for one in ("applies_now", "no", "rather_not")]
    handed_in = [word for one in strings for word in ("--hand-in", one)]
    spread = course.run("group", "1", *handed_in).stdout
    assert is_marked(spread)
    assert spread.index("q1.ask") < spread.index("q1.offer") and "model applies" not in spread
    assert "model applies_now, with it 33 %" in course.run("group", "1", "--model", *handed_in).stdout
    slipped_one = strings[0].replace("a0", "a1")
    slipped = course.run("group", "1", "--hand-in", slipped_one)
    assert slipped.returncode == 2 and "check letter" in slipped.stderr


def test_what_is_projected_is_marked_and_names_no_trainee(course: Course) -> None:
    shown = course.run("group", "1", "--present").stdout
    assert is_marked(shown) and "Callum: “" in shown
    assert not [word for word in ("T01", "trust", "strain", "Flow", "/22", "/20") if word in shown]


def test_leaks_are_marked_by_paper_and_line(course: Course) -> None:
    papers = course.run("leaks", "1", "--seed", "5").stdout
    assert is_marked(papers) and papers.count("PAPER ") == 5
    found = course.run("leaks", "1", "--seed", "5", "--mark", "1:1").stdout
    assert is_marked(found) and "You found 0 of 5 planted leaks" in found
    assert course.run("leaks", "1", "--mark", "9:1").returncode == 2


def test_a_drill_is_begun_for_a_code_and_never_for_a_name(course: Course) -> None:
    assert "to be confirmed" in course.run("drill", "1", "--trainee", "T04").stderr
    assert course.run("drill", "1", "--trainee", "Sam").returncode == 2


def test_deleting_wants_one_code_or_everybody(course: Course) -> None:
    assert course.run("delete", "--yes").returncode == 2
    assert course.run("delete", "T01", "--everybody", "--yes").returncode == 2
