"""`bcst demo` and `bcst replay`: answers out of a file, through an encrypted vault that goes away again, to a plan."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import Preview, Sitting, Surroundings
from bcst_tui.cli.plan_shown import show_plan
from bcst_tui.cli.saying import say
from bcst_tui.config import read_folder, read_text, script_in_use, shipped
from bcst_tui.errors import ScriptError, UsageError
from bcst_tui.export.files import write_file
from bcst_tui.interview.answers_file import read_answers, unanswered
from bcst_tui.interview.answers_template import template
from bcst_tui.plan.as_json import plan_json
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.script.loading import load_script
from bcst_tui.text import one_line
from bcst_tui.training.invented import WATERMARK
from bcst_tui.yaml_text import read_yaml

DEMO_ANSWERS = "demo_answers.yaml"
DEMO_PEOPLE = "people"
COPIES: tuple[AudienceCode, ...] = ("WK", "CELL")
STANDARD_STREAM = Path("-")


@dataclass(frozen=True)
class Played:
    """An interview played to the end of its file, in a casebook that is still open."""

    casebook: Casebook
    sitting: Sitting
    around: Surroundings

    def preview(self, audience: AudienceCode) -> Preview:
        return self.casebook.preview(self.sitting, audience)


def demonstrate(environ: Mapping[str, str], today: date | None, out: Path | None, person: str | None = None) -> None:
    """Play an invented person that comes with bcst; show the plan, and write it. UsageError if none is so named."""
    people = _demo_people()
    if person is not None and person not in people:
        raise UsageError(f"No invented person is called {one_line(person)}.", f"There are {', '.join(people)}.")
    source, text = (DEMO_ANSWERS, _demo_answers()) if person is None else (f"{person}.yaml", people[person])
    with _played(text, source, environ, today) as played:
        interview = played.sitting.interview
        say(f"{WATERMARK}: {len(interview.path.asked)} questions, answered as if it were {interview.today}.")
        written = _write(played, out or Path(tempfile.mkdtemp(prefix="bcst-demo-")), overwrite=False)
        click.echo(WATERMARK)
        show_plan(played.casebook.plan(played.sitting), played.around.reference)
        click.echo(WATERMARK)
        _tell_written(written)
        say("The vault it was played in is gone; these files are yours to keep or delete.")
        say(f"Others, each with bcst demo and the name: {', '.join(name for name in people if name != person)}.")


def replay(
    environ: Mapping[str, str],
    answers: Path,
    today: date | None,
    *,
    as_json: Path | None,
    out: Path | None,
    overwrite: bool,
) -> None:
    """Play an answers file; its plan as JSON, as files in a folder, or else as markdown on stdout."""
    source = "stdin" if answers == STANDARD_STREAM else str(answers)
    with _played(_read(answers), source, environ, today) as played:
        for question in unanswered(played.sitting.interview):
            say(f"bcst: `{question}` is asked, and the file has no answer to it: left open.")
        if as_json is not None:
            _tell_json(played, as_json)
        if out is not None:
            _tell_written(_write(played, out, overwrite=overwrite))
        if as_json is None and out is None:
            click.echo(played.preview("WK").text, nl=False)


def _demo_answers() -> str:
    return read_text(shipped("data") / DEMO_ANSWERS, DEMO_ANSWERS)


def _demo_people() -> dict[str, str]:
    """The other invented people that come with bcst, by the name of their file."""
    return {name.removesuffix(".yaml"): text for name, text in read_folder(shipped("data") / DEMO_PEOPLE).items()}


def print_template(environ: Mapping[str, str]) -> None:
    """Print an answers file with every question and no answers."""
    click.echo(template(load_script(script_in_use(environ))), nl=False)


@contextmanager
def _played(text: str, source: str, environ: Mapping[str, str], today: date | None) -> Iterator[Played]:
    script = load_script(script_in_use(environ))
    file = read_answers(read_yaml(text, source), script)
    around = surroundings(environ, today or file.today)
    with tempfile.TemporaryDirectory(prefix="bcst-") as folder:
        with played_casebook(Path(folder) / "vault", file, around) as casebook:
            yield Played(casebook, play(casebook, file), around)


def _read(answers: Path) -> str:
    name = one_line(str(answers))
    try:
        return sys.stdin.read() if answers == STANDARD_STREAM else read_text(answers, name)
    except FileNotFoundError:
        raise ScriptError(f"{name}: there is no such file.", "Begin one with bcst replay --template.") from None
    except OSError as error:
        reason = (error.strerror or "it can't be opened").lower()
        raise ScriptError(f"{name} can't be read: {reason}.", "Name a file you may read.") from None


def _tell_json(played: Played, target: Path) -> None:
    plan, interview = played.casebook.plan(played.sitting), played.sitting.interview
    told = json.dumps(plan_json(plan, interview, played.around.reference), indent=2, ensure_ascii=False)
    if target == STANDARD_STREAM:
        click.echo(told)
    else:
        say(f"Written: {write_file(target.parent, target.name, told + chr(10), overwrite=True)}")


def _write(played: Played, folder: Path, *, overwrite: bool) -> tuple[Path, ...]:
    papers = [played.preview(audience) for audience in COPIES]
    return tuple(write_file(folder, one.file_name, one.text, overwrite=overwrite) for one in papers)


def _tell_written(paths: Iterable[Path]) -> None:
    for path in paths:
        say(f"Written: {path}")
