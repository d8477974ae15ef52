"""`bcst doctor`: what bcst stands on here, which files it reads, and what is still missing before real use."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import click

from bcst_tui import __version__
from bcst_tui.casebook.installation import database_parts, lead_key_in
from bcst_tui.casebook.passphrases import LOST_WITHOUT_LEAD
from bcst_tui.config import SETTINGS_FILE, config_folder, in_use, layers, load_settings, local_folder, vault_folder
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.disclosure.wording import FILE
from bcst_tui.errors import BcstError
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script

PYTHON = (3, 11)
TEXTUAL = "8.2.8"
WIDTH = 31
UNREVIEWED = (
    "nobody yet. These words wait for review by specialists and by people with lived experience; until then use them"
    " with invented people only."
)


def examine(environ: Mapping[str, str], vault: Path | None) -> int:
    """Print it all; the exit code. Raises ScriptError for a file that can't be read."""
    is_fit = True
    click.echo(_line("bcst", __version__))
    for name, found, needed, will_do in _versions():
        is_fit = is_fit and will_do
        click.echo(_line(name, f"{found} (needs {needed}){'' if will_do else '  ! this will not do'}"))
    for told in (*_folders(environ, vault), *_files(environ), *_before_real_use(environ, vault_folder(vault, environ))):
        click.echo(told)
    return 0 if is_fit else BcstError.exit_code


def _versions() -> Iterator[tuple[str, str, str, bool]]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield "Python", python, f"{'.'.join(map(str, PYTHON))} or later", sys.version_info[:2] >= PYTHON
    textual = version("textual")
    yield "Textual", textual, TEXTUAL, textual == TEXTUAL
    yield from database_parts()


def _folders(environ: Mapping[str, str], vault: Path | None) -> Iterator[str]:
    folder, settings = vault_folder(vault, environ), config_folder(environ) / SETTINGS_FILE
    yield ""
    yield _line("vault", f"{folder}{_if_there(folder)}")
    yield _line("settings", f"{settings}{_if_there(settings)}")
    yield _line("your own files", f"{local_folder(environ)}{_if_there(local_folder(environ))}")


def _files(environ: Mapping[str, str]) -> Iterator[str]:
    yield ""
    for name, layer in (*layers(environ, "data").items(), *layers(environ, "interview_scripts").items()):
        also = ", and what was changed in bcst from the vault" if name == "services.yaml" else ""
        yield _line(name, f"{'your own' if layer == 'local' else 'came with bcst'}{also}")


def _before_real_use(environ: Mapping[str, str], vault: Path) -> Iterator[str]:
    cards = load_reference(in_use(environ, "data")).contact_cards.values()
    empty = [card.title for card in cards if card.dummy]
    scripts = in_use(environ, "interview_scripts")
    words = load_words(scripts[f"bcst2/{FILE}"])
    script = load_script({name.removeprefix("bcst2/"): text for name, text in scripts.items() if "bcst2/" in name})
    yield ""
    yield _line("interview", f"{script.title}, version {script.version}")
    closed = f"still to fill in: {'; '.join(empty)}. The private part stays closed until they are."
    yield _line("contact cards", closed if empty else "all filled in")
    trained = load_settings(environ).trained_to_ask
    yield _line("trained to ask", "yes" if trained else "no: the private part only tells what help there is")
    yield _line("safeguarding lead's key", _lead_key(vault))
    reviewed = "; ".join(words.reviewed_by) or UNREVIEWED
    yield _line("private words reviewed by", f"version {words.version}: {reviewed}")


def _lead_key(vault: Path) -> str:
    key = lead_key_in(vault)
    if key is None:
        return "asked for when the vault is made"
    return f"set, it ends in {key[-6:]}" if key else f"none: `bcst lead set` takes one. {LOST_WITHOUT_LEAD}"


def _if_there(path: Path) -> str:
    return "" if path.exists() else " (not there)"


def _line(name: str, told: str) -> str:
    return f"{name:<{WIDTH}} {told}"
