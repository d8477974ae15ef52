"""`bcst train new|lint|walk|slip|card`: writing invented people, and seeing what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from bcst_tui.cli.saying import in_lines, say_marked, watermarked
from bcst_tui.config import in_use, local_folder, read_text, script_in_use
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.errors import ScriptError, UsageError
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script
from bcst_tui.script.references import did_you_mean
from bcst_tui.training.card import card
from bcst_tui.training.finding import Around
from bcst_tui.training.invented import is_invented_number, marked
from bcst_tui.training.known_codes import codes_of, known_steps
from bcst_tui.training.lint import lint
from bcst_tui.training.lint_set import lint_set
from bcst_tui.training.new_persona import ALWAYS, Begun, persona_text
from bcst_tui.training.persona import FOLDER, WORDINGS_FILE, PersonaFile, chosen, load_persona, load_personas
from bcst_tui.training.real_looking import looks_real
from bcst_tui.training.slip import SlipRow, rows_of
from bcst_tui.training.walk import Ending, Walk, walk
from bcst_tui.training.wordings import load_wordings

LIMITS_ARE_THERE = "That one is there already, with two rows; change it in the file."


def lint_people(environ: Mapping[str, str], files: tuple[Path, ...]) -> int:
    """Print what there is to mend in these files, else in all people in use and in them as a set; the exit code."""
    around = _around(environ)
    people = [_from_file(file) for file in files] or list(in_use_here(environ).values())
    findings = [finding for file in people for finding in lint(file, around)]
    sentences = () if files else lint_set(in_use_here(environ))
    with watermarked():
        for line in (*map(str, findings), *(f"The set: {one}" for one in sentences)):
            click.echo(line)
    errors = sum(one.is_error for one in findings) + len(sentences)
    warnings = len(findings) + len(sentences) - errors
    say_marked(f"{len(people)} read: {errors or 'no'} to mend, {warnings or 'no'} to think about.")
    return ScriptError.exit_code if errors else 0


def walk_through(environ: Mapping[str, str], wanted: str) -> int:
    """Print every ending, every reply nobody hears and every fact told too early; 3 if there is one of those."""
    file = _someone(environ, wanted)
    found = walk(file.persona)
    with watermarked():
        for line in _walked(file, found):
            click.echo(line)
    return ScriptError.exit_code if found.early or found.dead or not found.whole else 0


def _walked(file: PersonaFile, found: Walk) -> Iterator[str]:
    yield f"{file.persona.id} v{file.persona.version}, {file.persona.title}"
    ended = "" if found.whole else " so far; it was too much to go through to the end"
    yield f"{found.states} states, {len(found.endings)} endings{ended}"
    yield from (f"  {_told(ending)}" for ending in found.endings)
    yield from _bad(file, found.dead, "nobody ever hears this reply")
    yield from _bad(file, tuple(place for place, _ in found.early), "this tells a fact before its own `when`")
    yield from (f"no way tells `{name}`" for name in file.persona.facts if name not in found.told)
    unmet = (one for one in file.persona.events if one.at not in found.events)
    yield from (f"nothing comes to the event at `{one.at}`" for one in unmet)


def slip_table(environ: Mapping[str, str], wanted: str) -> None:
    """Print what one slip costs, as a markdown table."""
    file = _someone(environ, wanted)
    lines = ["| One slip | Still told | Lost |", "|---|---|---|", *(_slip_line(row) for row in rows_of(file.persona))]
    click.echo(marked(f"# What one slip costs: {file.persona.id} v{file.persona.version}\n\n" + "\n".join(lines)))


def print_card(environ: Mapping[str, str], wanted: str, seed: int) -> None:
    """Print the actor's card."""
    click.echo(marked(card(_someone(environ, wanted).persona, seed)))


def write_new(environ: Mapping[str, str], folder: Path | None) -> None:
    """Ask for a new person step by step, and write the file."""
    into = folder or local_folder(environ) / "interview_scripts" / FOLDER
    around, people = _around(environ), in_use_here(environ)
    begun = _asked(around, people)
    text = persona_text(begun)
    file = into / f"{begun.id}.yaml"
    load_persona(text, file.name)
    into.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        raise UsageError(f"{file} is there already; nothing was written.", "Choose another id, or move it.") from None
    click.echo(in_lines(str(file)))
    say_marked("Open it in any editor; docs/training.md tells what else it can say. Then: bcst train lint")


def in_use_here(environ: Mapping[str, str]) -> dict[str, PersonaFile]:
    """Every persona by its id, with those of the local folder."""
    files = in_use(environ, "interview_scripts")
    return load_personas({name.removeprefix(FOLDER): text for name, text in files.items() if name.startswith(FOLDER)})


def _around(environ: Mapping[str, str]) -> Around:
    files = in_use(environ, "interview_scripts")
    return Around(
        load_script(script_in_use(environ)),
        load_words(files["bcst2/q.yaml"]),
        load_reference(in_use(environ, "data")).activities,
        load_wordings(files[FOLDER + WORDINGS_FILE]),
    )


def _someone(environ: Mapping[str, str], wanted: str) -> PersonaFile:
    """A persona by its id, or out of a file."""
    return _from_file(Path(wanted)) if wanted.endswith(".yaml") else chosen(in_use_here(environ), wanted)


def _from_file(file: Path) -> PersonaFile:
    if not file.is_file():
        raise ScriptError(f"There is no file {file}.", "Name a persona's file, such as TRN-007.yaml.")
    return load_persona(read_text(file, str(file)), str(file))


def _told(ending: Ending) -> str:
    stopped = " (asked to stop)" if ending.stopped else ""
    return (", ".join(ending.told) or "nothing told") + stopped


def _bad(file: PersonaFile, places: tuple[tuple[str, int], ...], what: str) -> Iterator[str]:
    for step, row in dict.fromkeys(places):
        yield str(file.text.error(("replies", step, row), f"{what} (`{step}`)"))


def _slip_line(row: SlipRow) -> str:
    kinds = dict.fromkeys(slip.kind for slip in row.slips)
    slips = "; ".join(
        f"{kind.replace('_', ' ')}: {', '.join(slip.at for slip in row.slips if slip.kind == kind)}" for kind in kinds
    )
    told = ", ".join(f"**{name}**" if name in row.over_collected else name for name in row.told)
    told += "" if row.slips else f" (trust {row.trust})"
    lost = [*row.lost, *(f"{step} answered {', '.join(codes)}" for step, codes in row.otherwise)]
    lost += ["told what should not be kept"] if row.over_collected else []
    lost += ["asked to stop"] if row.stopped else []
    return f"| {slips or 'none'} | {told or 'nothing'} | {', '.join(lost) or '–'} |"


def _asked(around: Around, people: Mapping[str, PersonaFile]) -> Begun:
    free = next(f"TRN-{number:03d}" for number in range(1, 1000) if f"TRN-{number:03d}" not in people)
    while not is_invented_number(persona_id := _typed("Its id", free)) or persona_id in people:
        say_marked("An id is TRN- and three figures, and nobody else's.")
    title = _typed("A title, in a few words")
    family = _typed("Its family: one word that its parallel forms share", "on-its-own")
    called = _typed("The person's name, invented")
    return Begun(
        persona_id,
        title,
        family,
        _typed("Content note: what it touches on, in one line"),
        called,
        _typed("Pronouns", "they/them"),
        _typed("What the trainee reads beforehand (age, weeks, address, part 1)"),
        click.prompt(in_lines("Man, woman or nonbinary"), type=click.Choice(["man", "woman", "nonbinary"])),
        click.prompt(in_lines("Age"), type=click.IntRange(18, 99)),
        tuple(one.strip() for one in _typed("What it practises, with commas", "privacy, limits").split(",")),
        click.prompt(in_lines("How hard, 1 to 5"), type=click.IntRange(1, 5), default=2),
        _in_order(dict(_replies_asked(around)), around),
    )


def _in_order(replies: dict[str, tuple[str, str]], around: Around) -> dict[str, tuple[str, str]]:
    """The questions of the interview in its order, then the others."""
    return {**{one: replies[one] for one in around.script.placed if one in replies}, **replies}


def _replies_asked(around: Around) -> Iterator[tuple[str, tuple[str, str]]]:
    """Step by step: what they say and its code, until nothing is entered. The private part is there already."""
    steps = known_steps(around.script)
    ordinary = [one for one in around.script.placed if one in around.wordings.by_question]
    say_marked(f"Questions with words to put them in, in the order of the interview: {', '.join(ordinary)}.")
    say_marked("Now the steps they answer at, such as c02b_where_on_release. Nothing entered ends the list.")
    say_marked(f"There from the beginning, with no to everything: {', '.join(ALWAYS)}.")
    while step := click.prompt(in_lines("Step"), default="", show_default=False).strip():
        known = codes_of(step, around.script, around.words) if step in steps else None
        if step not in steps or step == "q.limits":
            say_marked(LIMITS_ARE_THERE if step in steps else f"There is no such step. {did_you_mean(step, steps)}")
            continue
        said = _typed("What they say")
        while (code := _typed("Its code")) not in (known or {code}):
            say_marked(f"It can be answered with {', '.join(sorted(known or ()))}.")
        yield step, (said, code)


def _typed(label: str, usual: str | None = None) -> str:
    """One line; what looks like somebody's number, postcode or prison is asked for again."""
    while True:
        line: str = click.prompt(in_lines(label), default=usual).strip()
        if kind := looks_real(line):
            say_marked(f"That looks like {kind}. Invent something nobody could have.")
            continue
        return line
