"""The child that is the app: found wherever its parent was, and never in the folder bcst is run from."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bcst_tui.cli.starting import child_command

ROOT = Path(__file__).resolve().parents[2]
STARTS_A_CHILD = """
import subprocess, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import bcst_tui
assert bcst_tui.__file__.startswith(sys.argv[1]), bcst_tui.__file__
from bcst_tui.cli.starting import child_command
sys.exit(subprocess.run(child_command(Path("vault"), None)).returncode)
"""


@pytest.fixture
def settings_with_a_mistake(tmp_path: Path) -> dict[str, str]:
    """So that the child ends by itself, having got as far as reading them."""
    (tmp_path / "settings.toml").write_text("colour = 1\n", encoding="utf-8")
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"BCST_CONFIG": str(tmp_path)}


def test_the_child_reads_nothing_from_the_folder_it_is_run_from(
    settings_with_a_mistake: dict[str, str], tmp_path: Path
) -> None:
    trap = tmp_path / "elsewhere"
    trap.mkdir()
    for name in ("textual", "bcst_tui", "tomllib"):
        (trap / f"{name}.py").write_text("print('trapped')\n", encoding="utf-8")
    command = child_command(tmp_path / "vault", None)
    ended = subprocess.run(command, cwd=trap, env=settings_with_a_mistake, capture_output=True, encoding="utf-8")
    assert (ended.returncode, ended.stdout) == (3, ""), ended.stderr
    assert "`colour` is not a setting" in ended.stderr


def test_with_another_bcst_installed_the_child_is_of_this_one(
    settings_with_a_mistake: dict[str, str], tmp_path: Path
) -> None:
    other = tmp_path / "other" / "bcst_tui"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("print('the other one')\n", encoding="utf-8")
    env = settings_with_a_mistake | {"PYTHONPATH": str(other.parent)}
    command = child_command(tmp_path / "vault", None)
    ended = subprocess.run(command, env=env, capture_output=True, encoding="utf-8")
    assert (ended.returncode, ended.stdout) == (3, ""), ended.stderr
    assert "`colour` is not a setting" in ended.stderr


def test_a_zipapp_finds_itself_again(settings_with_a_mistake: dict[str, str], tmp_path: Path) -> None:
    archive = tmp_path / "bcst.pyz"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in (ROOT / "bcst_tui").rglob("*.py"):
            packed.write(file, file.relative_to(ROOT))
    command = [sys.executable, "-P", "-c", STARTS_A_CHILD, str(archive)]
    ended = subprocess.run(command, cwd=tmp_path, env=settings_with_a_mistake, capture_output=True, encoding="utf-8")
    assert ended.returncode == 3, ended.stderr
    assert "`colour` is not a setting" in ended.stderr


def test_opening_the_app_loads_no_commands_and_little_else_before_the_child() -> None:
    asked = "import sys, bcst_tui.cli.ending, bcst_tui.cli.starting; print(sorted({} & set(sys.modules)))"
    heavy = {"click", "dataclasses", "inspect", "pathlib", "re", "typing", "datetime", "bcst_tui.config"}
    said = subprocess.run([sys.executable, "-S", "-c", asked.format(heavy)], capture_output=True, text=True, cwd=ROOT)
    assert said.stdout.strip() == "[]", said.stderr
