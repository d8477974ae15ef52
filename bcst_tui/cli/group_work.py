"""`bcst train leaks`, `group` and `code`: what a group does together with one rehearsal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import click

from bcst_tui.casebook.training_opening import library
from bcst_tui.cli import slides
from bcst_tui.cli.saying import in_lines, say_marked, watermarked
from bcst_tui.cli.training_vault import Where, unlocked
from bcst_tui.config import script_in_use
from bcst_tui.errors import UsageError
from bcst_tui.interview.answer import Rejection
from bcst_tui.script.loading import load_script
from bcst_tui.training.agreement import FEWEST_FOR_KAPPA, GroupResult, group_result
from bcst_tui.training.coding import CodeBook, HandIn, code_book, handed_in, model_codes, read_hand_in
from bcst_tui.training.leaks import Exercise, marked_lines, numbered
from bcst_tui.training.persona import chosen

_MARK = re.compile(r"(\d):(\d{1,4})")
_PAIR = re.compile(r"([a-z])(\d)")


def find_leaks(where: Where, number: int, seed: int, marks: Sequence[str]) -> None:
    """The five papers with their lines numbered; or what was found of the leaks."""
    lines = {_marked(one) for one in marks}
    with unlocked(where) as casebook:
        exercise = casebook.leak_exercise(number, seed)
        found = marked_lines(exercise, lines)
        if lines:
            casebook.keep_export_check(number, found)
    with watermarked():
        if lines:
            click.echo(found.in_words)
            for leak in exercise.leaks:
                click.echo(f"paper {exercise.leaky + 1}, line {leak.line}: {leak.why}")
            return
        for line in _papers(exercise):
            click.echo(line)


def _marked(typed: str) -> tuple[int, int]:
    found = _MARK.fullmatch(typed)
    if found is None or not 1 <= int(found[1]) <= 5:
        raise UsageError(f"{typed!r} can't be read.", "Write paper and line, such as 3:12; the file name is line 0.")
    return int(found[1]) - 1, int(found[2])


def _papers(exercise: Exercise) -> Iterator[str]:
    for place, paper in enumerate(exercise.papers, start=1):
        yield f"PAPER {place}, for {paper.reader}"
        yield from numbered(paper)
        yield ""


def present_to_group(where: Where, number: int) -> None:
    """One turn after another; a key goes on. No points, no trust, no trainee."""
    with unlocked(where) as casebook:
        kept, turns = casebook.numbered_rehearsal(number), casebook.frames(number)
    slides.show(f"{kept.persona}, seed {kept.seed}", turns)


def tell_spread(where: Where, number: int, strings: Sequence[str], hands: Sequence[str], *, with_model: bool) -> None:
    """Where those who coded it are split, the most split question first; the model only when asked for."""
    with unlocked(where) as casebook:
        book = casebook.book(number)
        played = casebook.rehearsal(casebook.numbered_rehearsal(number))
    coded = [_read(book, one, played.kept.seed) for one in strings]
    coded += [one for shown in hands for one in _shown(book, played.kept.seed, shown)]
    model = {one: code for one, code in model_codes(played.attempt).items() if one in book.options}
    with watermarked():
        for line in _spread(book, group_result(coded, model), with_model=with_model, by_hand=bool(hands)):
            click.echo(line)


def _read(book: CodeBook, typed: str, seed: int) -> HandIn:
    read = read_hand_in(book, typed)
    if isinstance(read, Rejection):
        raise UsageError(f"{typed}: {read.reason}", "Ask for it again.")
    if read.seed != seed:
        raise UsageError(f"{typed}: that is of seed {read.seed}, and this rehearsal is of seed {seed}.", "Ask again.")
    return read


def _shown(book: CodeBook, seed: int, typed: str) -> Iterator[HandIn]:
    """A show of hands on one question, as so many who coded nothing else."""
    question, _, counts = typed.partition("=")
    if question not in book.options:
        raise UsageError(f"{question!r} is not coded here.", f"There are: {', '.join(book.options)}.")
    for each in counts.split(","):
        code, _, count = each.rpartition(":")
        if code not in book.options[question] or not count.isdigit() or int(count) > 99:
            raise UsageError(f"{each!r} can't be read.", f"Codes there are: {', '.join(book.options[question])}.")
        yield from [HandIn(book.persona_id, seed, {question: code})] * int(count)


def _spread(book: CodeBook, result: GroupResult, *, with_model: bool, by_hand: bool) -> Iterator[str]:
    yield f"{result.coders} answers handed in." if by_hand else f"{result.coders} coders."
    for one in result.questions:
        counts = ", ".join(f"{code} {count}" for code, count in one.counts)
        model = f"; model {one.model}, with it {one.with_model} %" if with_model else ""
        yield f"{book.letter(one.question)}  {one.question}: {counts}{model}"
    if result.kappa is not None and not by_hand:
        yield f"Fleiss' kappa {result.kappa:.2f} (1: all agree, 0: as by chance)."
    elif not by_hand and result.coders < FEWEST_FOR_KAPPA:
        yield f"Fewer than {FEWEST_FOR_KAPPA} coders: no kappa."
    if not with_model:
        yield "Talk it over, the most split first; then look again with --model."


def code_person(environ: Mapping[str, str], person: str, pairs: Sequence[str], seed: int) -> None:
    """The sheet to code by, or the string to hand in for these pairs."""
    book = code_book(chosen(library(environ).personas, person).persona, load_script(script_in_use(environ)))
    if pairs:
        click.echo(in_lines(handed_in(book, seed, _codes(book, pairs))))
        return
    with watermarked():
        for question, options in book.options.items():
            letter = book.letter(question)
            click.echo(
                f"{letter}  {question}: "
                + "  ".join(f"{letter}{place} {code}" for place, code in enumerate(options, 1))
            )
    say_marked("Then the same command with what you chose, such as a1 b3: it prints the string to hand in.")


def _codes(book: CodeBook, pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    questions = {book.letter(one): one for one in book.options}
    for typed in pairs:
        pair = _PAIR.fullmatch(typed.lower())
        question = questions.get(pair[1]) if pair else None
        if pair is None or question is None or not 1 <= int(pair[2]) <= len(book.options[question]):
            raise UsageError(f"{typed!r} is not on the sheet.", "Write letter and number, such as a1.")
        found[question] = book.options[question][int(pair[2]) - 1]
    return found
