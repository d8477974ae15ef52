"""Whether the words of a script can be said: nothing missing, easy lines short, every placeholder known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcst_tui.script.model import Question, Words
from bcst_tui.script.script import Script, Section, Spot
from bcst_tui.text import words_in
from bcst_tui.yaml_text import FileMistake

MOST_EASY_WORDS = 15
PLACEHOLDERS = ("worker_name", "prison", "sealed_reader_role", "safeguarding_role")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def badly_worded(script: Script) -> Iterator[FileMistake]:
    """Every wording that is missing, too long to be easy, or that names an unknown placeholder."""
    for section in script.sections:
        for placed in section.placed:
            for one in (placed, *placed.members):
                spot = section.spot(*one.place)
                yield from _missing(spot, one.question)
                yield from _long(spot, one.question)
                yield from _unfilled(spot, _all_words(one.question))
        yield from _in_rules(section)


def _missing(spot: Spot, question: Question) -> Iterator[FileMistake]:
    if question.told_by != "person":
        return
    if not question.said.easy:
        yield spot.at("said").mistake(f"`{question.id}` has no easy words", "Add `easy:`, one idea a line.")
    if question.why is None and question.kind not in ("note", "acknowledgement"):
        yield spot.mistake(f"`{question.id}` doesn't say why it is asked", "Add `why:`, the person's gain first.")
    for place, option in enumerate(question.options):
        if option.easy is None and words_in(option.said) > MOST_EASY_WORDS:
            what = f"`{option.id}` of `{question.id}` has more than {MOST_EASY_WORDS} words and no easy form"
            yield spot.at("options", place).mistake(what, "Add `easy:`, or say it shorter.")


def _long(spot: Spot, question: Question) -> Iterator[FileMistake]:
    for step, line in _easy_lines(question):
        if (number := words_in(line)) > MOST_EASY_WORDS:
            what = f"an easy line of `{question.id}` has {number} words, and {MOST_EASY_WORDS} is the most"
            yield spot.at(*step).mistake(what, "Split it in two.")


def _easy_lines(question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    wordings: list[tuple[tuple[str | int, ...], Words]] = [(("said",), question.said)]
    wordings += [(("languages", code), words) for code, words in question.languages.items()]
    for step, words in wordings:
        for place, line in enumerate(words.easy):
            yield (*step, "easy", place), line
    for kind in ("options", "each"):
        for place, one in enumerate(getattr(question, kind)):
            if one.easy is not None:
                yield (kind, place, "easy"), one.easy


def _all_words(question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from _easy_lines(question)
    yield ("said", "standard"), question.said.standard
    for code, words in question.languages.items():
        yield ("languages", code, "standard"), words.standard
    for step, line in (("why", question.why), ("notice", question.notice), ("row_named", question.row_named)):
        if line is not None:
            yield (step,), line
    for kind in ("options", "each"):
        for place, one in enumerate(getattr(question, kind)):
            yield (kind, place, "said"), one.said
    for place, label in enumerate(question.scale):
        yield ("scale", place), label
    if question.check.message is not None:
        yield ("check", "message"), question.check.message


def _unfilled(spot: Spot, words: Iterator[tuple[tuple[str | int, ...], str]]) -> Iterator[FileMistake]:
    for step, line in words:
        for found in _BRACES.findall(line):
            if found[1:-1] not in PLACEHOLDERS:
                remedy = "Known are " + ", ".join(f"{{{name}}}" for name in PLACEHOLDERS) + "."
                yield spot.at(*step).mistake(f"nothing fills in `{found}`", remedy)


def _in_rules(section: Section) -> Iterator[FileMistake]:
    """Placeholders are filled where questions are asked, and nowhere else."""
    file = section.file
    told: list[tuple[tuple[str | int, ...], str]] = [(("title",), file.title), (("rail",), file.rail)]
    told += [(("pages", code, "title"), page.title) for code, page in file.pages.items()]
    for kind in ("needs", "markers"):
        for place, rule in enumerate(getattr(file, kind)):
            told += [((kind, place, word), getattr(rule, word, "")) for word in ("title", "said")]
    for place, decision in enumerate(file.decisions):
        told += [(("decisions", place, "steps", n, "because"), step.because) for n, step in enumerate(decision.steps)]
    for step, line in told:
        for found in _BRACES.findall(line):
            what = f"nothing fills in `{found}` here"
            yield section.spot(*step).mistake(what, "Placeholders belong in questions.")
