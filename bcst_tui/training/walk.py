"""Every way through a persona: which endings there are, which replies nobody hears, which facts come too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

from bcst_tui.script.condition import Condition, holds
from bcst_tui.script.reading import reads
from bcst_tui.training import counting, levels
from bcst_tui.training.attempt import GATES, Act, EventEnd, Hidden, Said, begin
from bcst_tui.training.flow import BY_A_KEY_ALONE, next_question, reaching, rests_on
from bcst_tui.training.levels import Change, Levels, shift_of
from bcst_tui.training.model_path import deed_before
from bcst_tui.training.persona import STYLES, Deed, Persona, Reply, Style
from bcst_tui.training.seeing import Moment

MOST_STATES = 100_000
Place = tuple[str, int]
Told = frozenset[str]
Ways = dict[Told, Levels]
"""How a state can be come to: what was told on the way, and with which trust and strain."""
State = tuple[int, Hidden]
"""The place in the order of questions, and all that is hidden but trust, strain and what was told."""
PAUSE: Place = ("pause", 0)
Move = Callable[[Hidden], Hidden]
Named = tuple[Place, Move, Style | None]
"""What is done at one question before it is answered; with no style there is no answer."""


@dataclass(frozen=True, order=True)
class Ending:
    """What was told by the end, and whether the person had it stopped."""

    told: tuple[str, ...]
    stopped: bool = False


@dataclass(frozen=True)
class Walk:
    """What a walk over every choice found. `early`: reply and fact; `whole`: whether it came to its end."""

    states: int
    endings: tuple[Ending, ...]
    dead: tuple[Place, ...]
    early: tuple[tuple[Place, str], ...]
    events: tuple[str, ...]
    whole: bool

    @property
    def told(self) -> Told:
        """Every fact that some way tells."""
        return frozenset(fact for ending in self.endings for fact in ending.told)


def walk(persona: Persona, most: int = MOST_STATES) -> Walk:
    """Every choice at every question: wordings, gates ticked, events missed, things left out, a stop or a pause.

    States that differ only in what no later question reads are one. Trust and strain go along many pairs at a time.
    """
    walker = _Walker(persona)
    first = begin(persona, 0).hidden
    start = {frozenset[str](): levels.only(first.trust, first.strain)}
    level: dict[State, Ways] = {(0, first._replace(trust=0, strain=0)): start}
    states = 0
    while level and states <= most:
        states += sum(levels.trusts(_any_of(ways)) for ways in level.values())
        following: dict[State, Ways] = {}
        for (place, hidden), ways in level.items():
            walker.go_on(place, hidden, ways, following)
        level = following
    return walker.found(states, whole=not level)


def _any_of(ways: Ways) -> Levels:
    some = 0
    for one in ways.values():
        some |= one
    return some


class _Walker:
    def __init__(self, persona: Persona) -> None:
        self.persona = persona
        self.questions = tuple(persona.replies)
        after = [self.questions[place:] for place in range(len(self.questions) + 1)]
        self.read = [_read_by(persona, later) for later in after]
        self.rest_on = [frozenset(one for question in later for one in rests_on(persona, question)) for later in after]
        self.cuts = {name: _cuts(persona, name) for name in ("trust", "strain")}
        self.changes: dict[tuple[Place, tuple[Deed, ...]], Change] = {}
        self.rows: dict[tuple[str, Style, Hidden], tuple[Levels, ...]] = {}
        self.tellable: dict[tuple[str, Style, Hidden], Levels] = {}
        self.endings: set[Ending] = set()
        self.heard: set[Place] = set()
        self.early: dict[tuple[Place, str], None] = {}
        self.events: dict[str, None] = {}

    def go_on(self, place: int, hidden: Hidden, ways: Ways, following: dict[State, Ways]) -> None:
        """Put every state that one question leads to among the following; an end among the endings."""
        put = self.questions[:place]
        question = next_question(self.persona, hidden, put)
        if question is None:
            self._end(ways, stopped=False)
            return
        place, alike = self.questions.index(question) + 1, set[tuple[object, ...]]()
        for name, move, style in self._moves(question, put):
            after, change = self._change(name, move, hidden)
            if self._is_like(alike, question, style, after, change):
                continue
            moved = {told: change.made(some) for told, some in ways.items()}
            if after.stopping:
                self._end(moved, stopped=True)
            elif style is None:
                self._on(place, after, moved, following)
            else:
                self._answered(question, style, after, moved, partial(self._on, place, following=following))

    def _is_like(
        self, others: set[tuple[object, ...]], question: str, style: Style | None, after: Hidden, change: Change
    ) -> bool:
        """Whether this move does what another did: the same change, and the same replies, which tell nothing."""
        if style is None or any(reply.reveals for reply in self.persona.replies[question]):
            return False
        does = (after, change, self._rows(question, style, after))
        if does in others:
            return True
        others.add(does)
        return False

    def _answered(self, question: str, style: Style, hidden: Hidden, ways: Ways, on: Callable[..., None]) -> None:
        """Every reply that one of these ways hears, and how it goes on after it."""
        for row, there in enumerate(self._rows(question, style, hidden)):
            hearing = {told: some & there for told, some in ways.items() if some & there}
            if not hearing:
                continue
            reply = self.persona.replies[question][row]
            self.heard.add((question, row))
            self._look_for_early((question, row), style, reply, hidden, _any_of(hearing))
            answer = partial(_answer, question, reply)
            after, change = self._change((f"{question}>", row), answer, hidden)
            new = frozenset(reply.reveals)
            told_after: Ways = {}
            for told, some in hearing.items():
                told_after[told | new] = told_after.get(told | new, 0) | change.made(some)
            on(hidden=after, ways=told_after)

    def _on(self, place: int, hidden: Hidden, ways: Ways, following: dict[State, Ways]) -> None:
        """To the next question; those who have had enough stop, or are let pause and go on."""
        calm, stops = Ways(), Ways()
        for told, some in ways.items():
            calm[told], stops[told] = levels.parted(some, self.persona.start.stop_at)
        if any(calm.values()):
            self._among(following, place, hidden, calm)
        if any(stops.values()):
            self._end(stops, stopped=True)
            paused, change = self._change(PAUSE, partial(_paused, self.persona), hidden)
            calmed = {told: change.made(some) for told, some in stops.items()}
            self._among(following, place, paused, calmed)

    def _among(self, following: dict[State, Ways], place: int, hidden: Hidden, ways: Ways) -> None:
        """Add these ways to the following, leaving out what no later question reads."""
        there = following.setdefault((place, self._what_matters(place, hidden)), {})
        for told, some in ways.items():
            if some:
                there[told] = there.get(told, 0) | some

    def _what_matters(self, place: int, hidden: Hidden) -> Hidden:
        """All that any later question reads of it."""
        read = self.read[place]
        kept = ((one, codes if one in read else reaching(codes)) for one, codes in hidden.answers)
        return hidden._replace(
            trust=0,
            strain=0,
            private=hidden.private and "private" in read,
            limits=hidden.limits and "limits" in read,
            pushed=hidden.pushed and "pushed" in read,
            answers=tuple((one, codes) for one, codes in kept if codes and one in self.rest_on[place] | read),
            revealed=(),
            spent=tuple(one for one in hidden.spent if one == "paused_when_asked"),
        )

    def _end(self, ways: Ways, *, stopped: bool) -> None:
        self.endings |= {Ending(tuple(sorted(told)), stopped) for told, some in ways.items() if some}

    def _change(self, name: Place, move: Move, hidden: Hidden) -> tuple[Hidden, Change]:
        """What the move makes of the state, and of any trust and strain in it: the same after the same deeds."""
        key = (name, hidden.spent)
        if key not in self.changes:
            at = cache(lambda value: move(hidden._replace(trust=value, strain=value)))
            self.changes[key] = Change(shift_of(lambda one: at(one).trust), shift_of(lambda one: at(one).strain))
        return move(hidden), self.changes[key]

    def _rows(self, question: str, style: Style, hidden: Hidden) -> tuple[Levels, ...]:
        """For each reply with which trust and strain it is the first that holds."""
        key = (question, style, hidden._replace(spent=(), revealed=()))
        if key not in self.rows:
            left, found = levels.EVERY, list[Levels]()
            for reply in self.persona.replies[question]:
                there = left if reply.when is None else left & self._where(reply.when, style, hidden)
                found.append(there)
                left &= ~there
            self.rows[key] = tuple(found)
        return self.rows[key]

    def _where(self, condition: Condition, style: Style, hidden: Hidden) -> Levels:
        def is_so(trust: int, strain: int) -> bool:
            return holds(condition, Moment(hidden._replace(trust=trust, strain=strain), style))

        return levels.where(is_so, self.cuts["trust"], self.cuts["strain"])

    def _look_for_early(self, place: Place, style: Style, reply: Reply, hidden: Hidden, some: Levels) -> None:
        for name in reply.reveals:
            fact = self.persona.facts.get(name)
            key = (name, style, hidden._replace(spent=(), revealed=()))
            if fact is not None and key not in self.tellable:
                self.tellable[key] = self._where(fact.when, style, hidden)
            if fact is not None and some & ~self.tellable[key]:
                self.early[place, name] = None

    def _moves(self, question: str, put: tuple[str, ...]) -> Iterator[Named]:
        """Everything that can be done at this question, each as what it makes of the hidden values."""
        event = self.persona.event_at(question)
        if event is not None:
            self.events[question] = None
        deed = deed_before(self.persona, question, put)
        ends: tuple[EventEnd, ...] = ("in_time", "missed") if event is not None and event.expect.do else ("in_time",)
        number = 0
        for actions in ((), (deed,)) if deed else ((),):
            if question in GATES:
                yield (question, number), partial(self._done, actions, Said(question, done=False), "in_time"), None
                number += 1
            for style, end in product(STYLES, ends):
                yield (question, number), partial(self._done, actions, Said(question, style), end), style
                number += 1

    def _done(self, actions: tuple[Act, ...], said: Said, end: EventEnd, hidden: Hidden) -> Hidden:
        hidden = counting.acted(hidden, self.persona, actions) if actions else hidden
        hidden = counting.put(hidden, self.persona, said)
        event = self.persona.event_at(said.question)
        if said.is_ticked or event is None:
            return hidden
        if end == "missed":
            return counting.missed(hidden, event.expect, paid=False)
        hidden = counting.acted(hidden, self.persona, event.expect.do)
        return hidden._replace(stopping=True) if "stop" in event.expect.do else hidden

    def found(self, states: int, *, whole: bool) -> Walk:
        """The whole of it."""
        come_to = [(one, rows) for one, rows in self.persona.replies.items() if one not in BY_A_KEY_ALONE]
        everywhere = [(question, row) for question, rows in come_to for row in range(len(rows))]
        dead = tuple(one for one in everywhere if one not in self.heard)
        return Walk(states, tuple(sorted(self.endings)), dead, tuple(self.early), tuple(self.events), whole)


def _answer(question: str, reply: Reply, hidden: Hidden) -> Hidden:
    return counting.answered(hidden, question, reply)


def _paused(persona: Persona, hidden: Hidden) -> Hidden:
    return counting.acted(hidden._replace(stopping=True), persona, ("pause",))


def _conditions(persona: Persona) -> Iterator[Condition]:
    yield from (fact.when for fact in persona.facts.values())
    yield from (reply.when for rows in persona.replies.values() for reply in rows if reply.when is not None)


def _cuts(persona: Persona, name: str) -> frozenset[int]:
    """The values at which some condition may change its mind; every one where a bound is no plain number."""
    bounds = [
        bound
        for condition in _conditions(persona)
        for read in reads(condition)
        if (read.what, read.name) == ("fact", name)
        for bound in (read.condition.at_least, read.condition.at_most, read.condition.equals)
        if bound is not None
    ]
    if not all(isinstance(bound, str) and bound.isdecimal() for bound in bounds):
        return frozenset(levels.WHOLE)
    return frozenset(at for bound in bounds if isinstance(bound, str) for at in (int(bound), int(bound) + 1))


def _read_by(persona: Persona, questions: tuple[str, ...]) -> frozenset[str]:
    """Every question and fact that a condition of these reads."""
    replies = [reply for question in questions for reply in persona.replies[question]]
    conditions = [reply.when for reply in replies if reply.when is not None]
    conditions += [persona.facts[one].when for reply in replies for one in reply.reveals if one in persona.facts]
    return frozenset(read.name for condition in conditions for read in reads(condition))
