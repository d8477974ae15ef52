"""The lock serves every machine and names none."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENTS = [line for line in LOCK.replace("\\\n", " ").splitlines() if line and not line.lstrip().startswith("#")]


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TO_RUN: list[str] = PROJECT["project"]["dependencies"]
TO_WORK_ON_IT: list[str] = TO_RUN + PROJECT["dependency-groups"]["dev"] + PROJECT["build-system"]["requires"]
OURS = {"bcst_tui", "tests", "tools", "bench"}


def imported_by(folder: str) -> set[str]:
    """The packages of other people that the code in a folder imports, under their names on an index."""
    modules: set[str] = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    known = packages_distributions()
    return {name_of(known.get(module, [module])[0]) for module in modules - OURS - sys.stdlib_module_names}


def name_of(requirement: str) -> str:
    """A package's name as indexes compare it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def test_every_requirement_is_pinned_to_one_version_and_its_hashes() -> None:
    assert REQUIREMENTS
    for requirement in REQUIREMENTS:
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==[\w.]+\s", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_the_lock_names_no_index_no_host_and_no_folder() -> None:
    assert [
        line for line in LOCK.splitlines() if re.search(r"://|--(extra-)?index|--find-links|@ |(^|\s)[./~]+/", line)
    ] == []


def test_everything_the_project_asks_for_is_in_the_lock() -> None:
    assert {name_of(asked) for asked in TO_WORK_ON_IT} <= {name_of(requirement) for requirement in REQUIREMENTS}


def test_bcst_imports_only_what_installing_it_brings() -> None:
    assert imported_by("bcst_tui") <= {name_of(asked) for asked in TO_RUN}


@pytest.mark.parametrize("folder", ["tests", "bench"])
def test_the_work_on_it_imports_only_what_the_project_asks_for(folder: str) -> None:
    assert imported_by(folder) <= {name_of(asked) for asked in TO_WORK_ON_IT}


def test_what_only_windows_or_only_the_others_need_is_marked_so() -> None:
    marked = {name_of(line): line for line in REQUIREMENTS if "sys_platform" in line.split("--hash")[0]}
    assert "== 'win32'" in marked["colorama"]
    assert "!= 'win32'" in marked["pexpect"]
