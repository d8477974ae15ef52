"""`bcst train --plain`: the same rehearsals in numbered lines, each of them marked `[T]`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from bcst_tui.casebook.passphrases import quality, refusal
from bcst_tui.casebook.rehearsal_values import Library, Mode, Rehearsal
from bcst_tui.casebook.rehearsal_ways import NOTHING_LEFT, Offered, after_the_last, heading, is_new, offered, told
from bcst_tui.casebook.training import PRIVATE, TrainingCasebook, question_here
from bcst_tui.casebook.training_opening import create_training, library, training_surroundings, unlock_training
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.config import load_settings
from bcst_tui.disclosure.talk import Page, Talk
from bcst_tui.errors import WrongPassphrase
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.left_alone import LeftAlone, Patience
from bcst_tui.line_mode.marked_lines import MarkedLines
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.prompts import Lines, choose, cover_first, lines_for
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.training.attempt import Act, Choice
from bcst_tui.training.persona import Persona

SAY = "say"
WELCOME = (
    "Training, in numbered lines. Everybody here is invented. At any place you can type say: it shows what you can say "
    "or do, and how to leave. No reason is asked."
)
KEYS: Mapping[str, Act] = {"hide": "hide", "pause": "pause"}
LEAVE = "Leave bcst"
DEBRIEF = "The rehearsal has ended. To read how it went: bcst train debrief {number}"
MODES: tuple[tuple[Mode, str], ...] = (
    ("choice", "I choose among three or four ways to say it"),
    ("speak", "I speak, and somebody beside me types how it was put"),
)
TRIES = 3


class Over(Exception):
    """The rehearsal was ended or left; unwinds to the list of people."""


class RehearsalLines(MarkedLines):
    """Marked lines, at every one of which `say` can be typed."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self.when_said: Callable[[], None] | None = None
        self.when_did: Callable[[Act], None] | None = None

    def line(self, words: str) -> str:
        while True:
            typed = super().line(words)
            word = typed.strip().lower()
            if word == SAY and self.when_said is not None:
                self.when_said()
                continue
            if word in KEYS and self.when_did is not None:
                self.when_did(KEYS[word])
            return typed


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


def _opened(folder: Path, around: Surroundings, people: Library, lines: Lines) -> TrainingCasebook:
    if not (folder.is_dir() and any(folder.iterdir())):
        return create_training(folder, _new_passphrase(lines), around, people)
    for _ in range(TRIES - 1):
        try:
            return unlock_training(folder, lines.unseen("Passphrase"), around, people)
        except WrongPassphrase as wrong:
            lines.say(f"! {wrong}")
    return unlock_training(folder, lines.unseen("Passphrase"), around, people)


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

    casebook: TrainingCasebook
    lines: RehearsalLines
    around: Surroundings
    easy: bool = False

    def go_round(self) -> None:
        people = [file.persona for file in self.casebook.library.personas.values()]
        while True:
            begun = self.casebook.unfinished_rehearsal()
            first = [f"Go on with {begun.persona.id}, {begun.persona.title}"] if begun else []
            self.lines.heading("Who do you want to sit with?")
            picked = choose(self.lines, [*first, *(f"{one.id}  {one.title}" for one in people), LEAVE])
            if picked == len(first) + len(people):
                return
            if begun is not None and picked == 0:
                self._rehearse(self.casebook.take_up(begun))
            elif (rehearsal := self._begun(people[picked - len(first)])) is not None:
                self._rehearse(rehearsal)

    def _begun(self, persona: Persona) -> Rehearsal | None:
        """The note first; None where somebody turned back."""
        self.lines.say(persona.content_note or "Nothing that needs a note.")
        self.lines.say(f"{persona.person.called} ({persona.person.pronouns}). {persona.person.card}")
        if choose(self.lines, ("Go on", "Choose somebody else, or leave: no reason is asked")) == 1:
            return None
        mode = MODES[choose(self.lines, [words for _, words in MODES])][0]
        code = self.lines.line("A code for you, such as T04, never a name; or nothing").strip().upper()
        usual = 1 + sum(1 for one in self.casebook.rehearsals() if one.persona == persona.id)
        typed = self.lines.line(f"Which draw? The same number gives the same words; nothing for {usual}").strip()
        seed = int(typed) if typed.isascii() and typed.isdecimal() else usual
        return self.casebook.rehearse(persona.id, seed, mode, code)

    def _rehearse(self, rehearsal: Rehearsal) -> None:
        guide = Guide(self.casebook, self.lines, rehearsal.kept.case_id, self.easy)
        self.lines.when_said, self.lines.when_did = guide.say_or_do, guide.did
        try:
            guide.go_through(tuple(self.around.reference.contact_cards.values()))
        except Over:
            pass
        finally:
            self.lines.when_said = self.lines.when_did = None


class Guide:
    """One rehearsal on the real interview and the real private part."""

    def __init__(self, casebook: TrainingCasebook, lines: RehearsalLines, case_id: int, easy: bool) -> None:
        self._casebook = casebook
        self._lines = lines
        self._case_id = case_id
        self._easy = easy
        self._question = ""
        self.word = lines.word

    def go_through(self, cards: tuple[object, ...]) -> None:
        """From where it stands until it is over."""
        sitting = self._casebook.open_sitting(self._case_id)
        assert sitting is not None
        self.private(sitting).go_on()
        held = self.rehearsal.attempt.held
        if held is not None and held.kind == "power_cut" and held.question.startswith(PRIVATE):
            self.private(sitting).open()
        RehearsedAsking(self, self._casebook, sitting, self._lines, cards, self._easy, self.word).ask_all()

    def private(self, sitting: Sitting) -> RehearsedPrivate:
        return RehearsedPrivate(self, self._casebook, sitting, self._lines, self.word, self._easy)

    def passed(self, sitting: Sitting) -> Sitting:
        """At the next question this person has something to say to; by way of the private part, where that is next."""
        while True:
            sitting = self._casebook.pass_by(self.rehearsal, sitting)
            wanted, current = self._casebook.next_of(self.rehearsal), sitting.interview.current
            is_prepared = current is not None and current.id in self.rehearsal.persona.replies
            if is_prepared or wanted is None or not wanted.startswith(PRIVATE):
                return sitting
            self.private(sitting).open()
            sitting = self._casebook.open_sitting(self._case_id) or sitting

    def offer(self, question: str) -> None:
        """What can be said, put up once for each new question; what came in between, until it is seen to."""
        self._question = question
        if is_new(self.rehearsal, question) or self.rehearsal.waits_for_an_act:
            self.say_or_do()

    def say_or_do(self) -> None:
        rehearsal = self.rehearsal
        ways = offered(self._casebook, rehearsal, self._question)
        self._lines.heading(heading(rehearsal, self._question))
        self._lead(ways[choose(self._lines, [one.words for one in ways])])

    def _lead(self, way: Offered) -> None:
        rehearsal = self.rehearsal
        if way.leads in ("leave", "end"):
            if way.leads == "leave":
                self._casebook.leave(rehearsal)
            else:
                self._casebook.end_rehearsal(rehearsal, "stopped" if rehearsal.attempt.ended else "done")
                self._lines.say(DEBRIEF.format(number=rehearsal.id))
            raise Over
        now = self._casebook.choose(rehearsal, cast(Choice, way.leads))
        if words := told(now, self._easy):
            self._lines.say(words.replace("(F10: what you do)", "(Type say: what you do.)"))

    def did(self, act: Act) -> None:
        self._casebook.did(self.rehearsal, act)

    @property
    def rehearsal(self) -> Rehearsal:
        found = self._casebook.rehearsal_with(self._case_id)
        if found is None:
            raise Over
        return found


class RehearsedAsking(Asking):
    """The interview in lines, where somebody answers."""

    def __init__(self, guide: Guide, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self._guide = guide

    def _ask_until_done(self) -> None:
        while True:
            self.sitting = self._guide.passed(self.sitting)
            asked = self.sitting.interview.current
            if asked is None:
                if last := after_the_last(self._guide.rehearsal):
                    self._guide.offer(last)
                    continue
                self._lines.say(NOTHING_LEFT.replace("F10", "say"))
                self._guide.offer("")
                self._guide.say_or_do()
                continue
            self._guide.offer(asked.id)
            if self._asked_once(asked, lambda raw: self._casebook.answer(self.sitting, raw)) == "stop":
                self.sitting = self._casebook.stop(self.sitting)
                return


class RehearsedPrivate(Private):
    """The private part in lines, where somebody answers."""

    def __init__(
        self, guide: Guide, casebook: TrainingCasebook, sitting: Sitting, lines: Lines, word: ShortWord, easy: bool
    ) -> None:
        super().__init__(casebook, sitting, lines, word, easy)
        self._guide = guide

    def _show(self, talk: Talk, page: Page) -> None:
        self._guide.offer(question_here(self._guide.rehearsal, talk.run))
        super()._show(talk, page)
