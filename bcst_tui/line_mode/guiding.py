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
    for_the_actor,
    goes_back_in,
    heading,
    in_lines,
    is_new,
    offered,
    told,
)
from bcst_tui.casebook.training import PRIVATE, TrainingCasebook, question_here
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.talk import Page, Talk
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.marked_lines import MarkedLines
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.prompts import Lines, choose, cover, numbered
from bcst_tui.line_mode.safe_contact import go_through
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.training.attempt import Act, Choice, Said
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
        self.when_said: Callable[[], None] | None = None
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
                self.when_said()
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
            self.say_or_do()

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
        is_held = self.rehearsal.waits_for_an_act and not self.rehearsal.attempt.ended
        if is_held or is_new(self.rehearsal, question):
            self.say_or_do()

    def say_or_do(self) -> None:
        """Until something was said or done, or it is over; whoever thinks better of a way out is asked again."""
        while True:
            rehearsal = self.rehearsal
            ways = offered(self._casebook, rehearsal, self._question)
            self._lines.heading(heading(rehearsal, self._question))
            with self._lines.one_list_at_a_time():
                picked = self._picked([one.words for one in ways])
            if isinstance(picked, WayOut):
                self._leave_by(rehearsal, picked)
                continue
            if picked is not None:
                self._choose(rehearsal, ways[picked].leads)
            return

    def _picked(self, words: list[str]) -> int | WayOut | None:
        """The place of a line, by its number; or a way out, by its own word; None to look at the question first."""
        while True:
            numbered(self._lines, words)
            for word, out in OUT.items():
                self._lines.say(f"  {word:<6} {out.words}")
            typed = self._lines.line(PICK_OR_LEAVE).strip().lower()
            if not typed:
                return None
            if typed in OUT:
                return OUT[typed]
            if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(words):
                return int(typed) - 1
            if typed in KEYS:
                cover(self._lines)
            else:
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
                    self._guide.offer(last)
                    continue
                self._lines.say(in_lines(NOTHING_LEFT))
                self._guide.offer("")
                if choose(self._lines, AFTER_ALL) == 0:
                    Planning(self._casebook, self.sitting, self._lines).go_round()
                else:
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
