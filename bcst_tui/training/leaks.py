"""Find the leak: five papers of a rehearsal, one of them with things in it that its reader should never see.

The seed decides which paper and which leaks. The lines planted are invented; no real export has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from bcst_tui.training.attempt import begin
from bcst_tui.training.drawing import shuffled
from bcst_tui.training.invented import marked_name
from bcst_tui.training.persona import Persona

Kind = Literal[
    "file_title", "topic", "who", "child", "refusal", "reason", "message", "own_words", "label", "other_agency"
]
Thing = TypeVar("Thing")
HOW_MANY = 5
READERS_TO_KEEP_FROM = ("CELL", "RO", "HOU")
"""Those to whom each of these is a leak, whatever was agreed with a specialist; the worker may see them all."""
TITLE_LINE = 0
"""The number of a paper's file name; its lines count from 1."""


@dataclass(frozen=True)
class Paper:
    """A paper as its reader gets it: who that is, the name of the file, its lines."""

    reader: str
    file_name: str
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Leak:
    """Something planted: in which line, and what is wrong with it."""

    line: int
    kind: Kind
    why: str


@dataclass(frozen=True)
class Exercise:
    """Five papers, the one that leaks among them. `leaks` is for after the group has marked its lines."""

    papers: tuple[Paper, ...]
    leaky: int = field(repr=False)
    leaks: tuple[Leak, ...] = field(repr=False)


@dataclass(frozen=True)
class Found:
    """What a group marked, held against what was planted."""

    found: tuple[Leak, ...]
    missed: tuple[Leak, ...]
    false_alarms: int

    @property
    def in_words(self) -> str:
        total = len(self.found) + len(self.missed)
        told = f"You found {len(self.found)} of {total} planted leaks"
        told += f" (missed: {'; '.join(one.why for one in self.missed)})" if self.missed else ""
        lines = "line that leaks" if self.false_alarms == 1 else "lines that leak"
        return f"{told}." + (f" {self.false_alarms} marked {lines} nothing." if self.false_alarms else "")


_PLANTED: dict[Kind, tuple[str, str]] = {
    "topic": ("- Safety planning because of the partner: done at the second meeting", "the subject, in a plain paper"),
    "who": ("- Is afraid of: ex", "who is feared"),
    "child": ("- Children around: yes, at weekends", "a child, to a reader who has no yes for it"),
    "refusal": ("- Said no to: housing office, healthcare", "what other agencies were refused"),
    "reason": (
        "- Keep away from the release address (reason: frightened of going back)",
        "a reason, where none is kept",
    ),
    "message": ("- Telephone: leave a message with whoever picks up", "a message that was not allowed"),
    "own_words": ("- In {called}'s words: “I don't want to be there.”", "own words without a yes of their own"),
    "label": ("- 14 March, 10:00: specialist service appointment", "a meeting under the name of its subject"),
    "other_agency": ("- Also told: the specialist project, the advice line", "who else was told"),
}
_TITLE = ("personal-safety", "the subject, in the name of the file")


def planted(papers: Sequence[Paper], persona: Persona, seed: int, how_many: int = HOW_MANY) -> Exercise:
    """The same papers, with so many leaks planted in one of them; the same seed plants the same ones."""
    may_leak = [place for place, one in enumerate(papers) if one.reader in READERS_TO_KEEP_FROM]
    leaky = _order(persona, seed, "paper", may_leak)[0]
    every: tuple[Kind, ...] = ("file_title", *_PLANTED)
    kinds = _order(persona, seed, "kinds", every)[:how_many]
    paper, leaks = papers[leaky], list[Leak]()
    if "file_title" in kinds:
        paper = replace(paper, file_name=_title_that_tells(paper.file_name))
        leaks.append(Leak(TITLE_LINE, "file_title", _TITLE[1]))
    paper, more = _with_lines(paper, persona, seed, [one for one in kinds if one != "file_title"])
    leaks += more
    others = tuple(paper if place == leaky else one for place, one in enumerate(papers))
    return Exercise(others, leaky, tuple(sorted(leaks, key=lambda one: one.line)))


def _title_that_tells(file_name: str) -> str:
    stem, dot, ending = file_name.rpartition(".")
    return marked_name(f"{stem}-{_TITLE[0]}{dot}{ending}")


def _with_lines(paper: Paper, persona: Persona, seed: int, kinds: Sequence[Kind]) -> tuple[Paper, list[Leak]]:
    """One line more for each kind, each after a line of the paper that is itself a list line."""
    places = [number for number, line in enumerate(paper.lines, start=1) if line.startswith("- ")]
    places = places or list(range(1, max(2, len(paper.lines))))
    chosen = sorted(_order(persona, seed, "lines", places)[: len(kinds)])
    chosen += [places[-1]] * (len(kinds) - len(chosen))
    lines, leaks = list(paper.lines), list[Leak]()
    for moved, (place, kind) in enumerate(zip(chosen, kinds, strict=True)):
        text, why = _PLANTED[kind]
        lines.insert(place + moved, text.format(called=persona.person.called.split()[0]))
        leaks.append(Leak(place + moved + 1, kind, why))
    return replace(paper, lines=tuple(lines)), leaks


def marked_lines(exercise: Exercise, marks: Collection[tuple[int, int]]) -> Found:
    """What a group that marked these (paper, line) found; papers count from 0, lines from 1, the file name is 0."""
    of_leaks = {(exercise.leaky, one.line): one for one in exercise.leaks}
    found = tuple(leak for place, leak in of_leaks.items() if place in marks)
    missed = tuple(leak for place, leak in of_leaks.items() if place not in marks)
    return Found(found, missed, len(set(marks) - set(of_leaks)))


def numbered(paper: Paper) -> Iterator[str]:
    """The paper with its lines numbered, to mark by number; the file name is line 0."""
    yield f"  0  {paper.file_name}"
    yield from (f"{number:3}  {line}" for number, line in enumerate(paper.lines, start=1))


def _order(persona: Persona, seed: int, what: str, things: Sequence[Thing]) -> list[Thing]:
    return list(shuffled(begin(persona, seed), f"leaks|{what}", things))
