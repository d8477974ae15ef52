"""`bcst train --plain`: the same rehearsals in numbered lines, each of them marked `[T]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bcst_tui.casebook.passphrases import quality, refusal
from bcst_tui.casebook.rehearsal_values import KeptAttempt, Library, Mode, Rehearsal
from bcst_tui.casebook.rehearsal_ways import AGAIN, LATER, NOT_AGAIN, NOW, READ_NOW, not_ended, same_family
from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training import cut_the_power
from bcst_tui.casebook.training_opening import create_training, library, training_surroundings, unlock_training
from bcst_tui.casebook.values import Surroundings
from bcst_tui.config import load_settings
from bcst_tui.errors import WrongPassphrase
from bcst_tui.line_mode.guiding import Guide, Over, RehearsalLines
from bcst_tui.line_mode.left_alone import LeftAlone, Patience
from bcst_tui.line_mode.prompts import Lines, choose, cover_first, in_words, lines_for
from bcst_tui.training.debrief import debrief_text
from bcst_tui.training.persona import Persona
from bcst_tui.training.results import NO_CODE, is_trainee_code
from bcst_tui.training.spacing import RECALL_HINT

WELCOME = (
    "Training, in numbered lines. Everybody here is invented. At any place you can type say: it shows what you can say "
    "or do, and how to end or leave. No reason is asked."
)
LEAVE = "Leave bcst"
POWER_GONE = (
    "bcst stopped, as it does when the power goes. What was saved is safe: start it again with bcst train --plain. "
    "The cover comes first: Enter."
)
READ_LATER = "To read it later: bcst train debrief {number}"
OWN = "Before you read: how was that? One line of your own"
OWN_TOO = "A second line, or nothing"
MODES: tuple[tuple[Mode, str], ...] = (
    ("choice", "I choose among three or four ways to say it"),
    ("speak", "I speak, and somebody beside me types how it was put"),
)
TRIES = 3


def run(folder: Path, environ: Mapping[str, str], today: date | None, lines: Lines | None = None) -> int:
    """One session on the training vault in this folder; the exit code. Raises BcstError where it can't be opened."""
    settings = load_settings(environ)
    marked = RehearsalLines(lines or lines_for(environ))
    marked.patience = Patience(settings.lock_seconds, settings.interview_lock_seconds)
    try:
        cover_first(marked, folder)
        marked.say(WELCOME)
        around, people = training_surroundings(environ, today), library(environ)
        casebook = _opened(folder, around, people, marked)
    except EOFError:
        return 0
    try:
        with marked.patience.of(marked.patience.elsewhere):
            Rehearsing(casebook, marked, around, settings.easy_words).go_round()
    except (LeftAlone, EOFError):
        marked.cover()
        marked.say("Everything is saved.")
    finally:
        casebook.close()
    return 0


def _opened(folder: Path, around: Surroundings, people: Library, lines: Lines) -> TrainersCasebook:
    def power() -> None:
        lines.say(POWER_GONE)
        cut_the_power()

    if not (folder.is_dir() and any(folder.iterdir())):
        return create_training(folder, _new_passphrase(lines), around, people, power)
    for _ in range(TRIES - 1):
        try:
            return unlock_training(folder, lines.unseen("Passphrase"), around, people, power)
        except WrongPassphrase as wrong:
            lines.say(f"! {wrong}")
    return unlock_training(folder, lines.unseen("Passphrase"), around, people, power)


def _new_passphrase(lines: Lines) -> str:
    lines.say("A passphrase for your rehearsals, of its own: five or more words that don't belong together.")
    while True:
        passphrase = lines.unseen("A passphrase")
        if reason := refusal(passphrase):
            lines.say(f"! {reason}")
            continue
        lines.say(quality(passphrase))
        if lines.unseen("The same passphrase again") == passphrase:
            return passphrase
        lines.say("! These two are not the same.")


@dataclass
class Rehearsing:
    """The people to choose from, until somebody leaves."""

    casebook: TrainersCasebook
    lines: RehearsalLines
    around: Surroundings
    easy: bool = False

    def go_round(self) -> None:
        people = [file.persona for file in self.casebook.library.personas.values()]
        while True:
            begun = self.casebook.unfinished_rehearsal()
            first = [f"Go on with {not_ended(begun)}"] if begun else []
            self.lines.heading("Who do you want to sit with?")
            picked = choose(self.lines, [*first, *(f"{one.id}  {one.title}" for one in people), LEAVE])
            if picked == len(first) + len(people):
                return
            if begun is not None and picked == 0:
                self._rehearse(self.casebook.take_up(begun))
            elif (rehearsal := self._begun(people[picked - len(first)])) is not None:
                self._rehearse(rehearsal)

    def _begun(self, persona: Persona, after: KeptAttempt | None = None) -> Rehearsal | None:
        """The note first; None where somebody turned back. `after`: by the same trainee, in the same way."""
        self.lines.say(persona.content_note or "Nothing that needs a note.")
        self.lines.say(f"{persona.person.called} ({persona.person.pronouns}). {persona.person.card}")
        if choose(self.lines, ("Go on", "Choose somebody else, or leave: no reason is asked")) == 1:
            return None
        mode, code = (after.mode, after.trainee) if after is not None else self._how_and_who()
        for question in self.casebook.recall(code):
            self.lines.line(f"{question} {RECALL_HINT}")
        usual = 1 + sum(1 for one in self.casebook.rehearsals() if one.persona == persona.id)
        typed = self.lines.line(f"Which draw? The same number gives the same words; nothing for {usual}").strip()
        seed = int(typed) if typed.isascii() and typed.isdecimal() else usual
        return self.casebook.rehearse(persona.id, seed, mode, code)

    def _how_and_who(self) -> tuple[Mode, str]:
        mode = MODES[choose(self.lines, [words for _, words in MODES])][0]
        while code := self.lines.line("A code for you, such as T04, never a name; or nothing").strip().upper():
            if is_trainee_code(code):
                break
            self.lines.say(f"! {NO_CODE}")
        return mode, code

    def _rehearse(self, rehearsal: Rehearsal) -> None:
        """This one, its debrief, and once more with somebody else as long as that is wanted."""
        while (ended := self._ended(rehearsal)) is not None:
            self._read(ended)
            another = self._another(ended)
            begun = self._begun(another, ended.kept) if another is not None else None
            if begun is None:
                return
            rehearsal = begun

    def _ended(self, rehearsal: Rehearsal) -> Rehearsal | None:
        """As it was ended; None where it was left."""
        guide = Guide(self.casebook, self.lines, rehearsal.kept.case_id, self.easy)
        self.lines.when_said, self.lines.when_did = guide.say_or_do_here, guide.did
        try:
            guide.go_through(tuple(self.around.reference.contact_cards.values()))
            return None
        except Over as over:
            return over.ended
        finally:
            self.lines.when_said = self.lines.when_did = None

    def _read(self, ended: Rehearsal) -> None:
        """Its debrief, a line or two of one's own first; or where to find it later."""
        self.lines.heading(READ_NOW)
        if choose(self.lines, (NOW, LATER)) == 1:
            self.lines.say(READ_LATER.format(number=ended.id))
            return
        while not (own := in_words(self.lines, OWN).strip()):
            pass
        self.casebook.write_own_lines(ended.id, own, in_words(self.lines, OWN_TOO))
        self.lines.say(debrief_text(self.casebook.debrief(ended.id)))

    def _another(self, ended: Rehearsal) -> Persona | None:
        """Somebody of the same family, if that is wanted now."""
        family = same_family(self.casebook, ended)
        if not family:
            return None
        self.lines.heading(AGAIN)
        place = choose(self.lines, [*(f"{one.id}  {one.title}" for one in family), NOT_AGAIN])
        return family[place] if place < len(family) else None
