"""One interview asked in lines: the casebook says what comes next, and each answer is saved before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS, NoAnswer, Rejection
from bcst_tui.interview.carried import told_before_words
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import NON_ANSWER_WORDS, REASON_WORDS, in_short, shown
from bcst_tui.line_mode.consents import Consents
from bcst_tui.line_mode.copies import show_own_copy
from bcst_tui.line_mode.entries import Entered, Entry, RowWanted, Wording, entry_for
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.prompts import Lines, choose, cover, in_words
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.line_mode.words import HEARD, URGENT, Wish, help_lines
from bcst_tui.plan.suggestion import has_words_beside, words_beside
from bcst_tui.reference.guidance import ContactCard
from bcst_tui.script.model import Question

TOLD_BY = {"person": "", "record": "From the record.", "worker": "For you to say."}
WHEN_DONE = "Read the answers through", "Leave it there", "End the interview"


class Asking:
    """A sitting under way; `sitting` is always as the vault has it."""

    def __init__(
        self,
        casebook: Casebook,
        sitting: Sitting,
        lines: Lines,
        cards: Sequence[ContactCard],
        easy: bool = False,
        word: ShortWord | None = None,
    ) -> None:
        self.sitting = sitting
        self._casebook = casebook
        self._lines = lines
        self._cards = cards
        self._easy = easy
        self._word = word or lines.word
        self._is_at_the_summary = False

    def ask_all(self) -> None:
        """Ask until it is stopped or nothing is left; at the end of input it is paused."""
        self._lines.say("Type help to see what you can type besides an answer.")
        try:
            with self._lines.patience.of(self._lines.patience.interview):
                self._ask_until_done()
        except EOFError:
            self._casebook.stop(self.sitting)
            raise

    def _ask_until_done(self) -> None:
        while True:
            asked = self.sitting.interview.current
            if asked is None:
                if not self._goes_on_at_the_end():
                    return
            elif self._asked_once(asked, lambda raw: self._casebook.answer(self.sitting, raw)) == "stop":
                self.sitting = self._casebook.stop(self.sitting)
                return
            elif self._is_at_the_summary:
                return

    def check(self) -> None:
        """Every answer, numbered; a number changes one."""
        while True:
            path = self.sitting.interview.path.asked
            for number, asked in enumerate(path, 1):
                self._lines.say(f"  {number}  {self._short(asked.question)}  {self._told(asked)}")
            typed = in_words(self._lines, "A number changes that answer; done goes back").strip().lower()
            if typed == "done":
                return
            if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(path):
                self._change(path[int(typed) - 1])

    def _change(self, asked: Asked) -> None:
        self._asked_once(asked, lambda raw: self._casebook.revise(self.sitting, asked.id, raw))

    def _asked_once(self, asked: Asked, give: Callable[..., Sitting | Rejection]) -> str:
        """Show the question, take one entry; the word typed in place of an answer, or empty."""
        self._show(asked)
        entry = entry_for(asked.question, self._lines, self._wording)
        try:
            return self._taken(asked, entry, give)
        except NotSaved as refused:
            self._lines.say(f"! NOT saved: {refused}")
            return ""

    def _taken(self, asked: Asked, entry: Entry, give: Callable[..., Sitting | Rejection]) -> str:
        match entry:
            case Entered(raw):
                self._move(give(raw))
            case RowWanted("add"):
                self._move(self._casebook.add_row(self.sitting, asked.id))
            case RowWanted():
                self._take_out(asked, entry.number)
            case Wish("skip"):
                if (no_answer := self._no_answer()) is not None:
                    self._move(give(no_answer.kept()))
            case Wish(word):
                self._steer(entry, asked)
                return word
            case _:
                assert_never(entry)
        return ""

    def _steer(self, wish: Wish, asked: Asked) -> None:
        match wish.word:
            case "help":
                self._lines.say(help_lines())
            case "pause" | "hide":
                cover(self._lines)
            case "easy":
                self._easy = not self._easy
                self._lines.say("Easy words." if self._easy else "Standard words.")
            case "heard":
                self._private("heard", lambda why: self._lines.say("\n".join((HEARD, why, URGENT))))
            case "why":
                self._lines.say(self._fill(asked.question.why or "There is no more to say on why."))
            case "now":
                self._private("now", lambda _: self._show_cards())
            case "back":
                self.sitting = self._casebook.back(self.sitting)
            case "on":
                self.sitting = self._casebook.onward(self.sitting)
            case "right":
                self._move(self._casebook.confirm(self.sitting))
            case "undo":
                self.sitting = self._casebook.undo(self.sitting)
            case "check":
                self.check()
            case "copy":
                show_own_copy(self._casebook, self.sitting, self._lines)
            case "consent":
                case = self._casebook.case(self.sitting.case_id)
                Consents(self._casebook, case, self._lines).go_round()
            case "show":
                self._lines.say("Nothing is hidden in lines.")
            case "stop" | "skip":
                pass
            case _:
                assert_never(wish.word)

    def _private(self, event: str, instead: Callable[[str], None]) -> None:
        """Into the private part and back to this very question; or this instead, where it is closed here."""
        if why_closed := self._casebook.why_private_is_closed():
            instead(why_closed)
            return
        self._is_at_the_summary = not self._part().enter(event)

    def _part(self) -> Private:
        return Private(self._casebook, self.sitting, self._lines, self._word, self._easy)

    def _goes_on_at_the_end(self) -> bool:
        """Nothing is left to ask: read through and go on, leave it there, or end it for good."""
        waiting = self.sitting.interview.progress().waiting
        if waiting:
            self._lines.heading(f"That is all that can be asked here and now. Waiting for a private moment: {waiting}.")
        else:
            self._lines.heading("That was the last question. Everything is saved.")
        for_good = not waiting and self.sitting.status != "completed"
        match choose(self._lines, WHEN_DONE if for_good else WHEN_DONE[:2]):
            case 0:
                self.check()
                return True
            case 1:
                self.sitting = self._casebook.stop(self.sitting)
            case _:
                self.sitting = self._casebook.complete(self.sitting)
        return False

    def _move(self, moved: Sitting | Rejection) -> None:
        if isinstance(moved, Rejection):
            self._lines.say(f"! {moved.reason}")
        else:
            self.sitting = moved

    def _take_out(self, asked: Asked, number: int) -> None:
        rows = self.sitting.interview.standing.rows.get(asked.id, ())
        if not 1 <= number <= len(rows):
            self._lines.say("! There is no such row.")
            return
        self._lines.say(f"Take out number {number} and its answers?")
        if choose(self._lines, ("Take it out", "Leave it")) == 0:
            self._move(self._casebook.remove_row(self.sitting, f"{asked.id}[{rows[number - 1]}]"))

    def _no_answer(self) -> NoAnswer | None:
        """Which of the four non-answers; None for back to the question."""
        offered = [NON_ANSWER_WORDS[code].capitalize() for code in NON_ANSWERS]
        picked = choose(self._lines, [*offered, "Back to the question"])
        if picked == len(offered):
            return None
        code = NON_ANSWERS[picked]
        if code != "not_asked":
            return NoAnswer(code)
        reasons = [REASON_WORDS[reason].capitalize() for reason in NOT_ASKED_REASONS]
        return NoAnswer(code, NOT_ASKED_REASONS[choose(self._lines, reasons, "Why? Type a number")])

    @property
    def _wording(self) -> Wording:
        return Wording(self._easy, self._fill)

    def _fill(self, words: str) -> str:
        return self._casebook.words(words)

    def _show(self, asked: Asked) -> None:
        question, interview = asked.question, self.sitting.interview
        section = interview.script.section(asked.placed.section)
        place = interview.path.position(asked.id) + 1
        self._lines.heading(f"{section.file.title}, question {place} of about {len(interview.path.asked)}")
        for words in (interview.row_named(asked), TOLD_BY[question.told_by], self._wording.lines(question)):
            if words:
                self._lines.say(words)
        if question.notice:
            self._lines.say(f"Notice: {self._fill(question.notice)}")
        if told := told_before_words(interview, asked, covered=False):
            self._lines.say(f"{told} Type right if it is.")
        if has_words_beside(question):
            self._lines.say(words_beside(question, self._casebook.plan(self.sitting), interview, revealed=True))
        for line in self._rows(asked):
            self._lines.say(line)
        if interview.answer_to(asked.id) is not None:
            self._lines.say(f"Answer so far: {self._told(asked)}. Type on to keep it.")

    def _rows(self, asked: Asked) -> list[str]:
        """What a group holds so far, a line for each row."""
        interview = self.sitting.interview
        told = []
        for number, row in enumerate(interview.standing.rows.get(asked.id, ()), 1):
            prefix = f"{asked.id}[{row}]."
            answers = [self._told(one) for one in interview.path.asked if one.id.startswith(prefix)]
            told.append(f"  {number}  {', '.join(answers)}")
        return told

    def _told(self, asked: Asked) -> str:
        answer = self.sitting.interview.answer_to(asked.id)
        return shown(asked.question, answer) if answer is not None else "not answered yet"

    def _short(self, question: Question) -> str:
        return self._fill(in_short(question))

    def _show_cards(self) -> None:
        for card in self._cards:
            self._lines.heading(f"{card.title}: {card.first}")
            if card.dummy:
                self._lines.say("EXAMPLE ONLY: nobody has filled in who to call here.")
            for contact in card.contacts:
                self._lines.say(f"  {contact.role}: {contact.name}, {contact.phone}")
