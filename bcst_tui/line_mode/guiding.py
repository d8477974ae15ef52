"""One rehearsal in numbered lines: the real interview and the real private part; `say` is known at every line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from bcst_tui.casebook.rehearsal_values import Rehearsal
from bcst_tui.casebook.rehearsal_ways import (
    NOTHING_LEFT,
    WAYS_OUT,
    WayOut,
    after_the_last,
    due,
    for_the_actor,
    goes_back_in,
    heading,
    in_lines,
    offered,
    told,
)
from bcst_tui.casebook.training import PRIVATE, TrainingCasebook, question_here
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.talk import Talk
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.marked_lines import MarkedLines
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.prompts import Lines, choose, cover, numbered
from bcst_tui.line_mode.safe_contact import go_through
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.training.attempt import Act, Choice, Did, Said
from bcst_tui.training.known_codes import SAFE_CONTACT

SAY = "say"
KEYS: Mapping[str, Act] = {"hide": "hide", "pause": "pause"}
OUT: Mapping[str, WayOut] = dict(zip(("end", "leave"), WAYS_OUT, strict=True))
PICK_OR_LEAVE = "Type a number, or end, or leave; Enter alone looks at the question first"
AFTER_ALL = "Make the plan", "Say or do something, end or leave"
NOT_ONE = "! Type end, or leave."


class Over(Exception):
    """The rehearsal was ended, and is given; or left, and there is none. Unwinds to the list of people."""

    def __init__(self, ended: Rehearsal | None = None) -> None:
        super().__init__()
        self.ended = ended


class RehearsalLines(MarkedLines):
    """Marked lines, at every one of which `say` can be typed."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self.when_said: Callable[[], str] | None = None
        self.when_did: Callable[[Act], None] | None = None

    @contextmanager
    def one_list_at_a_time(self) -> Iterator[None]:
        """While the list stands, `say` brings up no other."""
        shown, self.when_said = self.when_said, None
        try:
            yield
        finally:
            self.when_said = shown

    def line(self, words: str) -> str:
        while True:
            typed = super().line(words)
            word = typed.strip().lower()
            if word == SAY and self.when_said is not None:
                if key := self.when_said():
                    return key
                continue
            if word in KEYS and self.when_did is not None:
                self.when_did(KEYS[word])
            return typed


class Guide:
    """One rehearsal on the real interview and the real private part."""

    def __init__(self, casebook: TrainingCasebook, lines: RehearsalLines, case_id: int, easy: bool) -> None:
        self._casebook = casebook
        self._lines = lines
        self._case_id = case_id
        self._easy = easy
        self._question = ""
        self._was_offered = ""
        self.word = lines.word

    def go_through(self, cards: tuple[object, ...]) -> None:
        """From where it stands until it is over."""
        sitting = self._casebook.open_sitting(self._case_id)
        assert sitting is not None
        is_entered_anew = goes_back_in(self._casebook, self.rehearsal, sitting)
        self.private(sitting).go_on()
        if is_entered_anew:
            self.private(sitting).open()
        RehearsedAsking(self, self._casebook, sitting, self._lines, cards, self._easy, self.word).ask_all()
        if self.rehearsal.attempt.ended:
            self.say_or_do_here()

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

    def offer(self, question: str) -> str:
        """The list, once for each new question and after each thing done about what came in between.

        The word of a cover, where one was typed at it: it goes up over the page beneath.
        """
        self._question = question
        while (at := due(self.rehearsal, question)) and at != self._was_offered:
            self._was_offered = at
            if key := self.say_or_do(question):
                return key
        return ""

    def say_or_do_here(self) -> str:
        """The same list again, wherever somebody asks for it."""
        return self.say_or_do(self._question)

    def say_or_do(self, question: str) -> str:
        """Until something was said or done, or it is over; whoever thinks better of a way out is asked again.

        The word of a cover, where one was typed.
        """
        self._question = question
        while True:
            rehearsal = self.rehearsal
            ways = offered(self._casebook, rehearsal, self._question)
            self._lines.heading(heading(rehearsal, self._question))
            with self._lines.one_list_at_a_time():
                picked = self._picked([one.words for one in ways])
            if isinstance(picked, WayOut):
                self._leave_by(rehearsal, picked)
                continue
            if isinstance(picked, str):
                return picked
            self._choose(rehearsal, ways[picked].leads)
            return ""

    def _picked(self, words: list[str]) -> int | WayOut | str:
        """The place of a line, by its number; or a way out, by its own word; or the word of a cover.

        Empty to look at the question first.
        """
        while True:
            numbered(self._lines, words)
            for word, out in OUT.items():
                self._lines.say(f"  {word:<6} {out.words}")
            typed = self._lines.line(PICK_OR_LEAVE).strip().lower()
            if not typed or typed in KEYS:
                return typed
            if typed in OUT:
                return OUT[typed]
            if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(words):
                return int(typed) - 1
            self._lines.say(f"! Type a number from 1 to {len(words)}, end or leave." if words else NOT_ONE)

    def _leave_by(self, rehearsal: Rehearsal, out: WayOut) -> None:
        self._lines.say(out.sure)
        match out.lines[choose(self._lines, [words for words, _ in out.lines])][1]:
            case "leave":
                self._casebook.leave(rehearsal)
                raise Over
            case "end":
                self._casebook.end_rehearsal(rehearsal, "stopped" if rehearsal.attempt.ended else "done")
                raise Over(rehearsal)

    def _choose(self, rehearsal: Rehearsal, choice: Choice) -> None:
        now = self._casebook.choose(rehearsal, choice)
        if isinstance(choice, Did) and not rehearsal.waits_for_an_act:
            self._was_offered = ""
        if card := for_the_actor(now):
            self._lines.say("\n".join(card))
        elif words := told(now, self._easy):
            self._lines.say(in_lines(words))
        if isinstance(choice, Said) and choice.question == SAFE_CONTACT:
            go_through(self._casebook, self._case_id, self._lines)

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
                    self._say_or_do(last)
                    continue
                self._lines.say(in_lines(NOTHING_LEFT))
                self._offer("")
                if choose(self._lines, AFTER_ALL) == 0:
                    Planning(self._casebook, self.sitting, self._lines).go_round()
                else:
                    self._say_or_do("")
                continue
            self._offer(asked.id)
            if self._asked_once(asked, lambda raw: self._casebook.answer(self.sitting, raw)) == "stop":
                self.sitting = self._casebook.stop(self.sitting)
                return

    def _offer(self, question: str) -> None:
        """What is due here; a cover that is wanted instead goes up at once, and after it comes what is due then."""
        while self._guide.offer(question):
            cover(self._lines)

    def _say_or_do(self, question: str) -> None:
        """The list, with no question of the interview beneath it."""
        if self._guide.say_or_do(question):
            cover(self._lines)

    def _part(self) -> Private:
        return self._guide.private(self.sitting)


class RehearsedPrivate(Private):
    """The private part in lines, where somebody answers."""

    def __init__(
        self, guide: Guide, casebook: TrainingCasebook, sitting: Sitting, lines: Lines, word: ShortWord, easy: bool
    ) -> None:
        super().__init__(casebook, sitting, lines, word, easy)
        self._guide = guide

    def _after_one(self, talk: Talk) -> Talk:
        """The list first, where it is due; a cover typed at it puts the page beneath away, as on the screen."""
        key = "" if talk.state == "HIDDEN" else self._guide.offer(question_here(self._guide.rehearsal, talk.run))
        if not key:
            return super()._after_one(talk)
        if talk.pressed(key) is not None:
            return self._covered(talk, key)
        cover(self._lines)
        return talk
