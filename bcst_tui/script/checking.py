"""Everything that is wrong with a script, all at once.

Loading stops at the first mistake that keeps a script from being asked; this goes on, and finds as well what
would be asked badly, asked never, or sent to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from bcst_tui.script.dead import dead
from bcst_tui.script.fitting import misfits
from bcst_tui.script.loading import assemble, main_file, section_file
from bcst_tui.script.model import ScriptFile, SectionFile
from bcst_tui.script.naming import named_conditions, unused_names
from bcst_tui.script.references import did_you_mean, mistakes
from bcst_tui.script.script import Script, Spot
from bcst_tui.script.wording import badly_worded
from bcst_tui.yaml_text import FileMistake, mistakes_in, validated


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend: where it stands, what is wrong, and what to do about it."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.remedy}".strip()


@dataclass(frozen=True)
class Elsewhere:
    """Ids that scripts may name and the reference data holds; None where they are not to be checked."""

    audience_rows: Set[str] | None = None
    activities: Set[str] | None = None
    services: Set[str] | None = None
    items: Set[str] | None = None


def findings(files: Mapping[str, str], elsewhere: Elsewhere = Elsewhere()) -> tuple[Finding, ...]:
    """Everything to mend in these files (name → text), in the order of file and line.

    While a file can't be read or a name stands for nothing, what follows from them is left out.
    """
    found = list(_in_files(files))
    if not found:
        try:
            found = list(_in_script(assemble(files), elsewhere))
        except FileMistake as mistake:
            found = [mistake]
    told = {Finding(mistake.source, mistake.line, mistake.what, mistake.remedy) for mistake in found}
    return tuple(sorted(told))


def _in_files(files: Mapping[str, str]) -> Iterator[FileMistake]:
    """What is wrong with each file by itself."""
    try:
        main_text = main_file(files)
        named = named_conditions(main_text)
        main = validated(ScriptFile, main_text, known=named)
    except FileMistake as mistake:
        yield mistake
        return
    for number, name in enumerate(main.sections):
        try:
            yield from mistakes_in(SectionFile, section_file(files, name, main_text, number), named)
        except FileMistake as mistake:
            yield mistake


def _in_script(script: Script, elsewhere: Elsewhere) -> Iterator[FileMistake]:
    unnamed = list(mistakes(script))
    yield from unnamed
    yield from badly_worded(script)
    yield from misfits(script)
    yield from unused_names(script)
    yield from _not_elsewhere(script, elsewhere)
    if not unnamed:
        yield from dead(script)


def _not_elsewhere(script: Script, elsewhere: Elsewhere) -> Iterator[FileMistake]:
    """Ids that the reference data does not hold."""
    known = {
        "row of the audience matrix": elsewhere.audience_rows,
        "activity": elsewhere.activities,
        "service": elsewhere.services,
        "item": elsewhere.items,
    }
    for what, name, spot in _named_elsewhere(script):
        held = known[what]
        if held is not None and name not in held:
            yield spot.mistake(f"there is no {what} `{name}`", did_you_mean(name, held))


def _named_elsewhere(script: Script) -> Iterator[tuple[str, str, Spot]]:
    for section in script.sections:
        for placed in section.placed:
            for one in (placed, *placed.members):
                spot = section.spot(*one.place)
                yield "row of the audience matrix", one.question.audience, spot.at("audience")
                for place, item in enumerate(one.question.covers):
                    yield "item", item, spot.at("covers", place)
        for kind in ("needs", "markers"):
            for number, rule in enumerate(getattr(section.file, kind)):
                yield "row of the audience matrix", rule.audience, section.spot(kind, number, "audience")
        for kind in ("actions", "closings", "signposts"):
            for number, rule in enumerate(getattr(section.file, kind)):
                yield "activity", rule.activity, section.spot(kind, number, "activity")
        for number, signpost in enumerate(section.file.signposts):
            yield "service", signpost.service, section.spot("signposts", number, "service")


def told(found: Iterable[Finding]) -> str:
    """The findings as lines of text."""
    return "".join(f"{finding}\n" for finding in found)
