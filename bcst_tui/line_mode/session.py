"""`bcst --plain`: unlock or set up, then the cases, until the worker leaves or the input ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import create_casebook, surroundings, unlock_casebook
from bcst_tui.casebook.passphrases import (
    LEAD_KEY,
    LEAD_KEY_HINT,
    LOST_WITHOUT_LEAD,
    lead_key_refusal,
    quality,
    refusal,
)
from bcst_tui.casebook.values import Profile, Surroundings
from bcst_tui.config import load_settings
from bcst_tui.errors import WrongPassphrase
from bcst_tui.line_mode.cases import Cases
from bcst_tui.line_mode.left_alone import LeftAlone, Patience
from bcst_tui.line_mode.prompts import Lines, choose, choose_word, cover_first, lines_for
from bcst_tui.text import one_line

TRIES = 3
WELCOME = (
    "bcst, in numbered lines. Everything is saved as you go. Left alone it clears the screen and locks; a very simple "
    "terminal, or a pipe, can't do that: there, leave it before you walk away."
)
ENDED = "Everything is saved."
LOCKED = "Locked: nobody had pressed a key for a while. Everything is saved. Start bcst again to go on."
BROKEN_OFF = "Everything is saved, but for a line you were in the middle of."


def run(folder: Path, environ: Mapping[str, str], today: date | None, lines: Lines | None = None) -> int:
    """One session on the vault in this folder; the exit code. Raises BcstError where it can't be opened."""
    settings = load_settings(environ)
    lines = lines or lines_for(environ)
    lines.patience = Patience(settings.lock_seconds, settings.interview_lock_seconds)
    try:
        cover_first(lines, folder)
        lines.say(WELCOME)
        around = surroundings(environ, today)
        casebook = _opened(folder, around, lines)
    except EOFError:
        lines.say("Nothing was opened.")
        return 0
    try:
        if casebook.warning:
            lines.say(casebook.warning)
        cards = tuple(around.reference.contact_cards.values())
        with lines.patience.of(lines.patience.elsewhere):
            choose_word(lines, lines.word)
            Cases(casebook, lines, cards, settings.easy_words).go_round()
    except LeftAlone:
        lines.cover()
        lines.say(LOCKED)
        return 0
    except EOFError:
        lines.say(f"\n{BROKEN_OFF}")
        return 0
    except KeyboardInterrupt:
        lines.say(f"\n{BROKEN_OFF}")
        raise
    finally:
        casebook.close()
    lines.say(ENDED)
    return 0


def _opened(folder: Path, around: Surroundings, lines: Lines) -> Casebook:
    if not (folder.is_dir() and any(folder.iterdir())):
        return _set_up(folder, around, lines)
    for _ in range(TRIES - 1):
        try:
            return unlock_casebook(folder, lines.unseen("Passphrase"), around)
        except WrongPassphrase as wrong:
            lines.say(f"! {wrong}")
    return unlock_casebook(folder, lines.unseen("Passphrase"), around)


def _set_up(folder: Path, around: Surroundings, lines: Lines) -> Casebook:
    lines.heading("Set-up. This comes once.")
    name = _needed(lines, "Your name, as the people you sit with know you")
    role = _needed(lines, "Your role, such as resettlement worker")
    prison = _needed(lines, "The prison you work in")
    lines.say("Is it a resettlement prison?")
    is_resettlement = choose(lines, ("Yes", "No")) == 0
    sealed = _needed(lines, "Who may open the private part besides you? A role, such as safeguarding lead")
    safeguarding = _needed(lines, "Who do you tell when somebody may come to harm? A role, such as duty governor")
    lead_key = _lead_key(lines)
    lines.say("Last, a passphrase: five or more words that don't belong together. Nobody can look it up for you.")
    passphrase = _new_passphrase(lines)
    lines.say("Making your vault. This takes a few seconds.")
    return create_casebook(
        folder, passphrase, Profile(name, role, prison, is_resettlement, sealed, safeguarding), around, lead_key
    )


def _lead_key(lines: Lines) -> str:
    """With none, what that means is said, and a key pressed."""
    typed = _until(lambda: lines.line(f"{LEAD_KEY}. {LEAD_KEY_HINT}"), lead_key_refusal, lines)
    if not typed.strip():
        lines.line(f"{LOST_WITHOUT_LEAD} Press Enter")
    return typed.strip()


def _needed(lines: Lines, words: str) -> str:
    return _until(
        lambda: one_line(lines.line(words)), lambda typed: "" if typed else "This can't be left empty.", lines
    )


def _new_passphrase(lines: Lines) -> str:
    while True:
        passphrase = _until(lambda: lines.unseen("A passphrase"), refusal, lines)
        lines.say(quality(passphrase))
        if lines.unseen("The same passphrase again") == passphrase:
            return passphrase
        lines.say("! These two are not the same.")


def _until(asked: Callable[[], str], refused: Callable[[str], str], lines: Lines) -> str:
    """Ask until it is not refused."""
    while reason := refused(typed := asked()):
        lines.say(f"! {reason}")
    return typed
