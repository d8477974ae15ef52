"""The lock serves every machine and names none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENTS = [line for line in LOCK.replace("\\\n", " ").splitlines() if line and not line.lstrip().startswith("#")]


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
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = (
        project["project"]["dependencies"] + project["dependency-groups"]["dev"] + project["build-system"]["requires"]
    )
    assert {name_of(requirement) for requirement in asked} <= {name_of(requirement) for requirement in REQUIREMENTS}


def test_what_only_windows_or_only_the_others_need_is_marked_so() -> None:
    marked = {name_of(line): line for line in REQUIREMENTS if "sys_platform" in line.split("--hash")[0]}
    assert "== 'win32'" in marked["colorama"]
    assert "!= 'win32'" in marked["pexpect"]
