"""Texts of script files → a Script, or the first mistake with file, line, what and remedy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from bcst_tui.errors import ScriptError
from bcst_tui.script.condition import Condition
from bcst_tui.script.model import Question, ScriptFile, SectionFile, SittingKind
from bcst_tui.script.references import first_mistake
from bcst_tui.script.script import Placed, Script, Section
from bcst_tui.yaml_text import Place, YamlText, read_yaml, validated

MAIN_FILE = "script.yaml"


def load_script(files: Mapping[str, str]) -> Script:
    """The script in these files (name → text); raises ScriptError for the first mistake."""
    script = assemble(files)
    if mistake := first_mistake(script):
        raise mistake
    return script


def assemble(files: Mapping[str, str]) -> Script:
    """The script in these files, each file sound by itself, references between them not yet checked."""
    if MAIN_FILE not in files:
        raise ScriptError(f"There is no {MAIN_FILE} among the files of this script.", "Add one; it names the sections.")
    main_text = read_yaml(files[MAIN_FILE], MAIN_FILE)
    main = validated(ScriptFile, main_text)
    sections = tuple(_section(files, name, main_text, number) for number, name in enumerate(main.sections))
    used = {name: files[name] for name in (MAIN_FILE, *main.sections)}
    return Script(main.id, main.version, main.title, sections, main.facts, main.not_private_when, used, digest_of(used))


def digest_of(files: Mapping[str, str]) -> str:
    """A name for exactly these texts: their SHA-256."""
    return hashlib.sha256(json.dumps(dict(sorted(files.items()))).encode()).hexdigest()


def _section(files: Mapping[str, str], name: str, main: YamlText, number: int) -> Section:
    if name not in files:
        what = f"`{name}` is named as a section, but there is no such file"
        raise main.error(("sections", number), what, "Add the file, or take its line out.")
    text = read_yaml(files[name], name)
    file = validated(SectionFile, text)
    return Section(file, name, tuple(_placed_all(file, text)), text.lines)


def _placed_all(file: SectionFile, text: YamlText) -> Iterator[Placed]:
    for number, question in enumerate(file.questions):
        place: Place = ("questions", number)
        if question.page is not None and question.page not in file.pages:
            raise text.error((*place, "page"), f"`{question.page}` is not a page of this section", _pages(file))
        yield from _flattened(file, question, place, _above(file, question))


def _pages(file: SectionFile) -> str:
    return "Its pages are: " + (", ".join(file.pages) or "none") + "."


def _above(file: SectionFile, question: Question) -> tuple[Condition, ...]:
    page = file.pages.get(question.page) if question.page else None
    return tuple(when for when in (file.when, page.when if page else None) if when is not None)


def _flattened(
    file: SectionFile,
    question: Question,
    place: Place,
    above: tuple[Condition, ...],
    group: str | None = None,
) -> Iterator[Placed]:
    """The question and, right after it, the questions nested under its options, to any depth."""
    conditions = (*above, question.when) if question.when is not None else above
    yield Placed(
        question,
        file.section,
        place,
        conditions,
        _sittings(file, question),
        question.page,
        group,
        tuple(_members(file, question, place)),
    )
    for number, option in enumerate(question.options):
        chosen = Condition(question=question.id, includes=option.id)
        for deeper, nested in enumerate(option.questions):
            nested_place = (*place, "options", number, "questions", deeper)
            nested = nested if nested.page or not question.page else nested.model_copy(update={"page": question.page})
            yield from _flattened(file, nested, nested_place, (*conditions, chosen), group)


def _members(file: SectionFile, question: Question, place: Place) -> Iterator[Placed]:
    for number, member in enumerate(question.questions):
        yield from _flattened(file, member, (*place, "questions", number), (), question.id)


def _sittings(file: SectionFile, question: Question) -> frozenset[SittingKind]:
    page = file.pages.get(question.page) if question.page else None
    allowed = set(file.sittings) & set(question.sittings)
    return frozenset(allowed & set(page.sittings) if page else allowed)
