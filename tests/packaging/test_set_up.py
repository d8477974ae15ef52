"""`make` sets up once, again when the lock has changed, and from nothing after an accident."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import environment
from tools.environment import CannotSetUp, set_up


class Machine:
    """A project folder whose installations are counted, not carried out."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.venv = root / ".venv"
        self.lock = root / "requirements.lock"
        self.made = self.installed = 0
        self.fails: BaseException | None = None
        for name in environment.READ:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text("one", encoding="utf-8")
        monkeypatch.setattr(environment, "ROOT", root)
        monkeypatch.setattr(environment, "make", self.make)
        monkeypatch.setattr(environment, "install", self.install)
        monkeypatch.setattr(environment, "works", lambda venv: (venv / "pyvenv.cfg").is_file())

    def make(self, venv: Path) -> None:
        self.made += 1
        venv.mkdir(exist_ok=True)
        (venv / "pyvenv.cfg").touch()

    def install(self, venv: Path) -> None:
        self.installed += 1
        if self.fails:
            raise self.fails

    def sets_up(self) -> tuple[int, int]:
        """How often the environment was made and filled in this run."""
        self.made = self.installed = 0
        set_up(self.venv)
        return self.made, self.installed


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_the_first_run_makes_and_fills_it_and_the_second_does_nothing(machine: Machine) -> None:
    assert machine.sets_up() == (1, 1)
    assert machine.sets_up() == (0, 0)


@pytest.mark.parametrize("name", environment.READ)
def test_a_change_of_what_is_installed_fills_it_again(machine: Machine, name: str) -> None:
    machine.sets_up()
    (machine.lock.parent / name).write_text("two", encoding="utf-8")
    assert machine.sets_up() == (0, 1)
    assert machine.sets_up() == (0, 0)


@pytest.mark.parametrize("accident", [KeyboardInterrupt(), CannotSetUp("no connection")])
def test_an_interrupted_first_installation_is_remade(machine: Machine, accident: BaseException) -> None:
    machine.fails = accident
    with pytest.raises(type(accident)):
        machine.sets_up()
    machine.fails = None
    assert machine.sets_up() == (1, 1)


def test_an_interrupted_renewal_is_remade_even_if_the_lock_is_put_back(machine: Machine) -> None:
    machine.sets_up()
    machine.lock.write_text("two", encoding="utf-8")
    machine.fails = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        machine.sets_up()
    machine.fails = None
    machine.lock.write_text("one", encoding="utf-8")
    assert machine.sets_up() == (1, 1)


def test_an_environment_whose_python_is_gone_is_remade(machine: Machine) -> None:
    machine.sets_up()
    (machine.venv / "pyvenv.cfg").unlink()
    assert machine.sets_up() == (1, 1)


def test_an_environment_that_was_moved_is_remade(machine: Machine) -> None:
    machine.sets_up()
    machine.venv = machine.venv.rename(machine.venv.with_name("moved"))
    assert machine.sets_up() == (1, 1)


def test_a_damaged_stamp_counts_as_none(machine: Machine) -> None:
    machine.sets_up()
    (machine.venv / environment.STAMP).write_bytes(b"\xff\xfe")
    assert machine.sets_up() == (1, 1)


def test_a_folder_of_that_name_that_is_no_environment_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    mine = tmp_path / ".venv" / "mine.txt"
    mine.touch()
    with pytest.raises(CannotSetUp, match="move it away"):
        environment.make(tmp_path / ".venv")
    assert mine.exists()


def test_a_python_too_old_is_refused_in_one_sentence() -> None:
    script = environment.ROOT / "tools" / "set_up.py"
    program = f"import runpy, sys; sys.version_info = (3, 9, 0); runpy.run_path({str(script)!r})"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ended.returncode == 1
    assert "needs Python 3.11 or later" in ended.stderr
    assert "PYTHON=python3.12" in ended.stderr
    assert "Traceback" not in ended.stderr
