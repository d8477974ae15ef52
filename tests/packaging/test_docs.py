"""What README, CONTRIBUTING and docs/ say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Group

from bcst_tui.cli.key_commands import bcst
from bcst_tui.config import Settings, parse_settings, read_folder, shipped
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.specification import Rule, load_specification
from bcst_tui.script.condition import Condition
from bcst_tui.script.model import Question
from bcst_tui.yaml_text import read_yaml, validated

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
)


def test_every_page_of_docs_is_named_in_its_list() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [name for name in pages if f"| [{name}]({name}) |" not in listed] == []


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    pages = [ROOT / page for page in PAGES]
    shown = {name for page in pages for name in re.findall(r"screens/([\w-]+\.png)", page.read_text(encoding="utf-8"))}
    assert shown == {picture.name for picture in (ROOT / "docs" / "screens").glob("*.png")}


def blocks(page: str, language: str) -> list[str]:
    """The fenced examples of one language in a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_that_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_readme_names_every_command_and_no_other() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    cells = " ".join(re.findall(r"^\| (`bcst.*?) \|", text, flags=re.MULTILINE))
    named = {words.strip() for words in re.findall(r"`bcst ([a-z][a-z -]*)", cells)}
    there: set[str] = set()
    for name, command in bcst.commands.items():
        there |= {f"{name} {each}" for each in command.commands} if isinstance(command, Group) else {name}
        there |= {name} if isinstance(command, Group) and command.invoke_without_command else set()
    assert named == there


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_named_is_in_the_makefile(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8")))
    assert named
    assert named <= targets


def test_the_settings_shown_are_all_there_are_each_with_its_usual_value() -> None:
    (example,) = blocks("docs/settings.md", "toml")
    assert parse_settings(example, "docs/settings.md") == Settings()
    assert all(f"\n{name} = " in f"\n{example}" or f"[{name}]" in example for name in Settings.__dataclass_fields__)


def test_the_rule_and_the_condition_shown_are_those_of_the_data() -> None:
    rule, condition = blocks("docs/coverage.md", "yaml")
    shown = validated(Rule, read_yaml(rule, "docs/coverage.md"), (0,))
    files = read_folder(shipped("data"))
    assert load_specification(files).rules[shown.id] == shown
    when = validated(Condition, read_yaml(condition, "docs/coverage.md"), ("when",))
    assert load_reference(files).cohort_conditions["LDD"].read_as(Condition) == when


def test_the_question_shown_to_contributors_is_one_bcst_takes() -> None:
    (example,) = blocks("CONTRIBUTING.md", "yaml")
    shown = read_yaml(example, "CONTRIBUTING.md")
    question = validated(Question, shown, (0,))
    assert question.id == "c02c_repairs_first"
