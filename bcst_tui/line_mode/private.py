"""The private part in plain lines: the same talk as on the screen, the same keys as words, and nothing suggested.

Nothing is repainted. It shows all its words, so it is for a terminal that nobody else can see or hear.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.cover import timetable
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.section_q import neutral_line
from bcst_tui.disclosure.table import COVERS
from bcst_tui.disclosure.talk import OPTION_KEYS, Box, Happens, Leads, Letter, Page, Talk
from bcst_tui.disclosure.timers import COVER_SECONDS, cover_after, lock_after
from bcst_tui.errors import NotSaved
from bcst_tui.interview.rejection import Rejection
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.left_alone import LeftAlone
from bcst_tui.line_mode.prompts import Lines, choose_word
from bcst_tui.line_mode.short_word import MISSES_ALLOWED, ShortWord
from bcst_tui.line_mode.words import WORDS, Word

LEDGER_SECONDS = 30.0
KEYS_HERE: tuple[Word, ...] = ("skip", "pause", "stop", "easy", "heard", "why", "now", "hide", "show", "help")
MEANT_HERE: Mapping[Word, str] = {
    "skip": "go past it; nobody is asked why",
    "stop": "come to a good end, from anywhere",
    "why": "why everybody is offered this",
    "show": "how it stands, for you alone",
}
"""What these words do here and nowhere else."""
EASY = {True: "Easy words from here on.", False: "The usual words from here on."}
PICK = "Type a number or letter"
FOR_YOU_ALONE = "For you alone. Enter clears it away"
NOTHING_TO_SHOW = "All there is stands here already."
TRY_AGAIN = "Enter tries it again"
PICK_ANY = "Type numbers or letters, with spaces between"
PICK_SOME = f"{PICK_ANY}; Enter alone goes on"
BEGUN = "Begun before: {words}\nTo go on with it, type + and what comes after; + alone takes it as it stands."
NOT_AN_ANSWER = "! Type one of the numbers or letters above, or help."
TICKS = {True: "[x] ", False: "[ ] ", None: ""}


class Private:
    """One way through the part; what it holds of it is always as the vault has it."""

    def __init__(self, casebook: Casebook, sitting: Sitting, lines: Lines, word: ShortWord, easy: bool = False) -> None:
        self._casebook = casebook
        self._sitting = sitting
        self._lines = lines
        self._word = word
        self._easy = easy
        self._held: Talk

    def open(self) -> None:
        """By its own door: first the word that will lift the cover."""
        if why_closed := self._casebook.why_private_is_closed():
            self._lines.say(f"! {why_closed}")
            return
        self._lines.heading(neutral_line(self._casebook.private_view(self._sitting).record.q))
        choose_word(self._lines, self._word)
        self.enter("q")

    def open_folder(self) -> None:
        """What was agreed before, to look at and to change."""
        if why_closed := self._casebook.why_private_is_closed():
            self._lines.say(f"! {why_closed}")
            return
        choose_word(self._lines, self._word)
        self._go_through(self._casebook.private_folder(self._sitting, self._easy))

    def enter(self, event: str) -> bool:
        """Until it is over; whether it leads back to the very question it was entered from."""
        return self._go_through(self._casebook.private_enter(self._sitting, event, self._easy))

    def go_on(self) -> None:
        """With what a lock left open; what was cut off is let go of."""
        view = self._casebook.private_resume(self._sitting)
        if view.run.state not in ("SECTION", "END"):
            self._go_through(self._casebook.private_talk(self._sitting, view, self._easy))

    def _go_through(self, talk: Talk) -> bool:
        while not talk.is_over:
            self._held = talk
            try:
                talk = self._after_one(talk)
            except EOFError:
                self._put_down(self._held)
                raise
        return talk.state == "SECTION"

    def _after_one(self, talk: Talk) -> Talk:
        """The talk after one line that was typed; a cover first waits for its word."""
        if talk.state == "HIDDEN":
            return self._uncovered(talk)
        page = page_of(talk)
        self._show(talk, page)
        waited = COVER_SECONDS if talk.is_folder else cover_after(talk.run)
        try:
            with self._lines.patience.of(waited or self._until_lock(talk)):
                typed = self._lines.line(_asking(page)).strip().lower()
        except LeftAlone:
            if talk.state in COVERS:
                raise
            return self._covered(talk, "hide", float(waited or 0))
        if typed in ("why", "help"):
            self._lines.say(talk.words.common.why if typed == "why" else _help())
            return talk
        if typed == "show":
            self._show_ledger(page)
            return talk
        if typed in ("hide", "pause") and talk.pressed(typed) is not None:
            return self._covered(talk, typed)
        if (leads := talk.pressed(typed)) is not None:
            if typed == "easy":
                self._lines.say(EASY[not talk.easy])
            return self._moved(talk, leads)
        return self._answered(talk, page, typed)

    def _answered(self, talk: Talk, page: Page, typed: str) -> Talk:
        """Enter on nothing is no answer; where several may be ticked it goes on with those that are."""
        if not typed:
            return talk if page.enter is None else self._moved(talk, page.enter)
        keys, here = typed.split() if _takes_several(page) else [typed], talk.aside and talk.aside.about
        for key in keys:
            place = OPTION_KEYS.find(key) if len(key) == 1 else -1
            options = page_of(talk).options
            if not 0 <= place < len(options):
                self._lines.say(NOT_AN_ANSWER)
                return talk
            leads = options[place].leads
            talk = self._typed_into(talk, leads) if isinstance(leads, Box) else self._moved(talk, leads)
            if (talk.aside and talk.aside.about) != here:
                return talk
        return talk

    def _typed_into(self, talk: Talk, box: Box) -> Talk:
        """A few words, kept as any other answer; nothing typed is no answer, and `skip` leaves it."""
        waited = COVER_SECONDS if talk.is_folder else cover_after(talk.run)
        if begun := talk.begun_in(box):
            self._lines.say(BEGUN.format(words=begun))
        try:
            with self._lines.patience.of(waited):
                typed = self._lines.line(box.asked).strip()
        except LeftAlone as left:
            return self._covered(self._begun(talk, box, left.begun or begun), "hide", float(waited or 0))
        if typed.lower() in ("hide", "pause"):
            return self._covered(talk, typed.lower())
        if begun and typed.startswith("+"):
            typed = f"{begun.rstrip()} {typed[1:].strip()}"
        leads = None if typed.lower() == "skip" else box.typed(typed)
        if typed:
            talk = self._begun(talk, box, "")
        return talk if leads is None else self._moved(talk, leads)

    def _begun(self, talk: Talk, box: Box, words: str) -> Talk:
        """A line not finished, sealed with the run; where the disk refuses, the cover goes up without it."""
        with suppress(NotSaved):
            return self._casebook.private_begun(self._sitting, talk, box, words)
        return talk

    def _write_letter(self, agency: str) -> None:
        letter = self._casebook.private_stop_letter(self._sitting, agency)
        if isinstance(letter, Rejection):
            self._lines.say(f"! {letter.reason}")
            return
        self._lines.say(letter.seen)
        case_id = self._sitting.case_id
        written = write_into_a_folder(
            self._lines, lambda folder, over: self._casebook.write_stop_letter(case_id, letter, folder, over)
        )
        if written:
            self._lines.say(f"Written: {written}.")

    def _moved(self, talk: Talk, leads: Leads, is_told: bool = True) -> Talk:
        if isinstance(leads, Letter):
            self._write_letter(leads.agency)
        try:
            self._held = self._casebook.private_move(self._sitting, talk, leads)
        except NotSaved as refused:
            if is_told:
                self._lines.say(f"! NOT saved: {refused}")
            self._held = talk
        return self._held

    def _show(self, talk: Talk, page: Page) -> None:
        if page.title:
            self._lines.heading(page.title)
        for line in (*page.lines(talk.easy), *page.kept):
            self._lines.say(line)
        if page.shows_cards:
            self._show_cards(talk)
        if page.notice:
            self._lines.say(f"Notice: {page.notice}")
        for key, option in zip(OPTION_KEYS, page.options, strict=False):
            self._lines.say(f"  {key}  {TICKS[option.ticked]}{option.words(talk.easy)}")

    def _show_cards(self, talk: Talk) -> None:
        for card in talk.desk.cards:
            self._lines.say(f"{card.title}: {card.first}")
            for contact in card.contacts:
                self._lines.say(f"  {contact.role}: {contact.name}, {contact.phone}")

    def _show_ledger(self, page: Page) -> None:
        """How it stands, until Enter; then the screen is cleared, since nothing is repainted here."""
        if not page.ledger:
            self._lines.say(NOTHING_TO_SHOW)
            return
        self._lines.say("\n".join(page.ledger))
        with self._lines.patience.of(LEDGER_SECONDS):
            try:
                self._lines.line(FOR_YOU_ALONE)
            except LeftAlone:
                pass
        self._lines.cover()

    def _covered(self, talk: Talk, event: str, waited: float = 0) -> Talk:
        """The cover goes up at once; what could not be written is written before anything comes back."""
        self._put_cover_up()
        leads = talk.put_away(event)
        after = self._moved(talk, leads, is_told=False)
        self._wait_for_the_word(after, waited)
        while not (after.state in COVERS or after.is_over):
            after = self._moved(talk, leads)
            if not (after.state in COVERS or after.is_over):
                self._lines.line(TRY_AGAIN)
        return self._lifted(after)

    def _uncovered(self, talk: Talk) -> Talk:
        self._put_cover_up()
        self._wait_for_the_word(talk)
        return self._lifted(talk)

    def _lifted(self, talk: Talk) -> Talk:
        lifted = talk.lifted(self._casebook.today())
        return talk if lifted is None else self._moved(talk, lifted)

    def _wait_for_the_word(self, talk: Talk, waited: float = 0) -> None:
        """No sign of what it waits for; three wrong words lock, and so does being left alone."""
        until_lock = self._until_lock(talk)
        with self._lines.patience.of(until_lock and max(until_lock - waited, 1)):
            for _ in range(MISSES_ALLOWED if self._word.chosen else 1):
                if self._word.opens(self._lines.unseen("")):
                    self._lines.cover()
                    return
        raise EOFError

    def _put_cover_up(self) -> None:
        self._lines.cover()
        self._lines.say(timetable())

    def _until_lock(self, talk: Talk) -> float | None:
        usual = self._lines.patience.interview
        return usual and lock_after(talk.run, int(usual))

    def _put_down(self, talk: Talk) -> None:
        """The end of input: paused and locked, so that after the passphrase it goes on by way of the checks."""
        self._word.chosen = ""
        if talk.is_folder or talk.is_over:
            return
        if talk.state not in COVERS:
            talk = self._moved(talk, Happens("pause"))
        if talk.state in ("PAUSED", "HIDDEN"):
            self._moved(talk, Happens("idle"))


def _takes_several(page: Page) -> bool:
    return page.enter is not None or any(one.ticked is not None for one in page.options)


def _asking(page: Page) -> str:
    if page.enter is not None:
        return PICK_SOME
    return PICK_ANY if _takes_several(page) else PICK


def _help() -> str:
    return "\n".join(f"  {word:<8}{MEANT_HERE.get(word, WORDS[word])}" for word in KEYS_HERE)
