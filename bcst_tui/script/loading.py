"""Texts of script files → a Script, or the first mistake with file, line, what and remedy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bcst_tui.script.condition import Condition
from bcst_tui.script.model import Question, ScriptFile, SectionFile, SittingKind
from bcst_tui.script.naming import named_conditions
from bcst_tui.script.references import first_mistake
from bcst_tui.script.script import Placed, Script, Section
from bcst_tui.yaml_text import Place, YamlText, at, read_yaml, validated

MAIN_FILE = "script.yaml"


def load_script(files: Mapping[str, str]) -> Script:
    """The script in these files (name → text), read once; raises ScriptError for the first mistake."""
    return _loaded(tuple(files.items()))


@lru_cache(maxsize=2)
def _loaded(files: tuple[tuple[str, str], ...]) -> Script:
    script = assemble(dict(files))
    if mistake := first_mistake(script):
        raise mistake
    return script


def assemble(files: Mapping[str, str]) -> Script:
    """The script in these files, each file sound by itself, references between them not yet checked."""
    main_text = main_file(files)
    named = named_conditions(main_text)
    main = validated(ScriptFile, main_text, known=named)
    sections = tuple(_section(files, name, main_text, number, named) for number, name in enumerate(main.sections))
    used = {name: files[name] for name in (MAIN_FILE, *main.sections)}
    return Script(
        main.id,
        main.version,
        main.title,
        sections,
        main.facts,
        named,
        main.not_private_when,
        main.kept_out_when,
        used,
        digest_of(used),
        main_text.lines,
    )


def main_file(files: Mapping[str, str]) -> YamlText:
    """What script.yaml says."""
    if MAIN_FILE not in files:
        raise at(MAIN_FILE, 1, "there is no such file among those of this script", "Add it; it names the sections.")
    return read_yaml(files[MAIN_FILE], MAIN_FILE)


def section_file(files: Mapping[str, str], name: str, main: YamlText, number: int) -> YamlText:
    """What a section's file says; `number` is its place among the sections of script.yaml."""
    if name not in files:
        what = f"`{name}` is named as a section, but there is no such file"
        raise main.error(("sections", number), what, "Add the file, or take its line out.")
    return read_yaml(files[name], name)


def digest_of(files: Mapping[str, str]) -> str:
    """A name for exactly these texts: their SHA-256."""
    return hashlib.sha256(json.dumps(dict(sorted(files.items()))).encode()).hexdigest()


def _section(
    files: Mapping[str, str], name: str, main: YamlText, number: int, named: Mapping[str, Condition]
) -> Section:
    text = section_file(files, name, main, number)
    file = validated(SectionFile, text, known=named)
    placed = tuple(_placed_all(file))
    for one in (*placed, *(member for group in placed for member in group.members)):
        if one.page is not None and one.page not in file.pages:
            what = f"`{one.page}` is not a page of this section"
            raise text.error((*one.place, "page"), what, _pages(file))
    return Section(file, name, placed, text.lines)


def _placed_all(file: SectionFile) -> Iterator[Placed]:
    section_when = (file.when,) if file.when is not None else ()
    for number, question in enumerate(file.questions):
        yield from _flattened(file, question, ("questions", number), (*section_when, *_page_when(file, question)))


def _pages(file: SectionFile) -> str:
    return "Its pages are: " + (", ".join(file.pages) or "none") + "."


def _page_when(file: SectionFile, question: Question) -> tuple[Condition, ...]:
    page = file.pages.get(question.page) if question.page else None
    return (page.when,) if page and page.when is not None else ()


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
            nested_above = (*conditions, chosen)
            if nested.page and nested.page != question.page:
                nested_above = (*nested_above, *_page_when(file, nested))
            nested = nested if nested.page or not question.page else nested.model_copy(update={"page": question.page})
            yield from _flattened(file, nested, nested_place, nested_above, group)


def _members(file: SectionFile, question: Question, place: Place) -> Iterator[Placed]:
    for number, member in enumerate(question.questions):
        yield from _flattened(file, member, (*place, "questions", number), (), question.id)


def _sittings(file: SectionFile, question: Question) -> frozenset[SittingKind]:
    page = file.pages.get(question.page) if question.page else None
    allowed = set(file.sittings) & set(question.sittings)
    return frozenset(allowed & set(page.sittings) if page else allowed)
