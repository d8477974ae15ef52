"""Every way through a persona: which endings there are, which replies nobody hears, which facts come too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product

from bcst_tui.script.condition import Condition
from bcst_tui.script.reading import reads
from bcst_tui.training import counting, strains
from bcst_tui.training.attempt import GATES, Act, EventEnd, Hidden, Said, begin
from bcst_tui.training.flow import next_question, rests_on
from bcst_tui.training.model_path import deed_before
from bcst_tui.training.persona import STYLES, Deed, Persona
from bcst_tui.training.seeing import Moment, may_be_told, reply_now
from bcst_tui.training.strains import PROBES, Change, Strains

MOST_STATES = 100_000
Place = tuple[str, int]
Told = frozenset[str]
Ways = dict[Told, Strains]
"""How a state can be come to: what was told on the way, and with which strains."""
State = tuple[int, Hidden]
PAUSE: Place = ("pause", 0)
Move = Callable[[Hidden], tuple[Hidden, int | None]]
"""What is done at one question: the state after it, and which reply was given."""


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

    States that differ only in what no later question reads are one; so are those that differ in strain alone, where no
    condition reads it: which strains a state can have is kept beside it.
    """
    walker = _Walker(persona)
    first = begin(persona, 0).hidden
    kept = first if walker.reads_strain else first._replace(strain=0)
    level: dict[State, Ways] = {(0, kept): {frozenset(): strains.only(first.strain)}}
    states = 1
    while level and states <= most:
        following: dict[State, Ways] = {}
        for (place, hidden), ways in level.items():
            walker.go_on(place, hidden, ways, following)
        states += len(following)
        level = following
    return walker.found(states, whole=not level)


class _Walker:
    def __init__(self, persona: Persona) -> None:
        self.persona = persona
        self.questions = tuple(persona.replies)
        self.read = [_read_by(persona, self.questions[place:]) for place in range(len(self.questions) + 1)]
        self.reads_strain = any(read.name == "strain" for one in _conditions(persona) for read in reads(one))
        self.changes: dict[tuple[Place, int | None, tuple[Deed, ...], int], Change] = {}
        self.endings: set[Ending] = set()
        self.heard: set[Place] = set()
        self.early: dict[tuple[Place, str], None] = {}
        self.events: dict[str, None] = {}

    def go_on(self, place: int, hidden: Hidden, ways: Ways, following: dict[State, Ways]) -> None:
        """Put every state that one question leads to among the following; an end among the endings."""
        put = self.questions[:place]
        question = next_question(self.persona, hidden, put)
        if question is None:
            self.endings |= {Ending(tuple(sorted(told))) for told in ways}
            return
        for number, move in enumerate(self._moves(question, put)):
            self._moved((question, number), move, hidden, ways, self.questions.index(question) + 1, following)

    def _moved(
        self, name: Place, move: Move, hidden: Hidden, ways: Ways, place: int, following: dict[State, Ways]
    ) -> None:
        after, change = self._change(name, move, hidden)
        if after.stopping:
            self.endings |= {Ending(tuple(sorted(told)), stopped=True) for told in ways}
            return
        new, stop_at = frozenset(after.revealed), self.persona.start.stop_at
        among = self._among(following, place, after)
        for told, before in ways.items():
            told = told | new if new else told
            calm, stops = strains.parted(change.made(before), stop_at)
            among(told, calm)
            if stops:
                self.endings.add(Ending(tuple(sorted(told)), stopped=True))
                paused, calmer = self._change(PAUSE, partial(_paused, self.persona), after)
                self._among(following, place, paused)(told, calmer.made(stops))

    def _change(self, name: Place, move: Move, hidden: Hidden) -> tuple[Hidden, Change]:
        """What the move makes of the state, and of any strain in it: the same for the same move, reply and pauses."""
        floor, probe, ceiling = (hidden.strain,) * 3 if self.reads_strain else PROBES
        middle, row = move(hidden._replace(strain=probe))
        key = (name, row, hidden.spent, probe)
        if key not in self.changes:
            low, high = (move(hidden._replace(strain=strain))[0].strain for strain in (floor, ceiling))
            self.changes[key] = Change(low, middle.strain - probe, high)
        return middle, self.changes[key]

    def _among(self, following: dict[State, Ways], place: int, hidden: Hidden) -> Callable[[Told, Strains], None]:
        """What puts ways to this state among the following; with each strain apart where a condition reads it."""
        answers = tuple(one for one in hidden.answers if one[0] in self.read[place])
        spent = tuple(one for one in hidden.spent if one == "paused_when_asked")
        hidden = hidden._replace(strain=0, answers=answers, revealed=(), spent=spent)

        def put(told: Told, some: Strains) -> None:
            apart = [(one, strains.only(one)) for one in strains.each(some)] if self.reads_strain else [(0, some)]
            for strain, bits in apart if some else ():
                state = (place, hidden._replace(strain=strain) if strain else hidden)
                ways = following.setdefault(state, {})
                ways[told] = ways.get(told, 0) | bits

        return put

    def _moves(self, question: str, put: tuple[str, ...]) -> Iterator[Move]:
        """Everything that can be done at this question, each as what it makes of the hidden values."""
        event = self.persona.event_at(question)
        if event is not None:
            self.events[question] = None
        deed = deed_before(self.persona, question, put)
        ends: tuple[EventEnd, ...] = ("in_time", "missed") if event is not None and event.expect.do else ("in_time",)
        for actions in ((), (deed,)) if deed else ((),):
            if question in GATES:
                yield partial(self._done, actions, Said(question, done=False), "in_time")
            for style, end in product(STYLES, ends):
                yield partial(self._done, actions, Said(question, style), end)

    def _done(self, actions: tuple[Act, ...], said: Said, end: EventEnd, hidden: Hidden) -> tuple[Hidden, int | None]:
        hidden = counting.acted(hidden, self.persona, actions) if actions else hidden
        hidden = counting.put(hidden, self.persona, said)
        if said.is_ticked:
            return hidden, None
        event = self.persona.event_at(said.question)
        if event is not None and end == "missed":
            hidden = counting.missed(hidden, event.expect, paid=False)
        elif event is not None:
            hidden = counting.acted(hidden, self.persona, event.expect.do)
            if "stop" in event.expect.do:
                return hidden._replace(stopping=True), None
        return self._replied(hidden, said)

    def _replied(self, hidden: Hidden, said: Said) -> tuple[Hidden, int | None]:
        moment = Moment(hidden, said.style)
        found = reply_now(self.persona, said.question, moment)
        if found is None:
            return hidden, None
        row, reply = found
        self.heard.add((said.question, row))
        for fact_id in reply.reveals:
            fact = self.persona.facts.get(fact_id)
            if fact is not None and not may_be_told(fact, moment):
                self.early[(said.question, row), fact_id] = None
        return counting.answered(hidden, said.question, reply), row

    def found(self, states: int, *, whole: bool) -> Walk:
        """The whole of it."""
        everywhere = [(question, row) for question, rows in self.persona.replies.items() for row in range(len(rows))]
        dead = tuple(one for one in everywhere if one not in self.heard)
        return Walk(states, tuple(sorted(self.endings)), dead, tuple(self.early), tuple(self.events), whole)


def _paused(persona: Persona, hidden: Hidden) -> tuple[Hidden, int | None]:
    return counting.acted(hidden._replace(stopping=True), persona, ("pause",)), None


def _conditions(persona: Persona) -> Iterator[Condition]:
    yield from (fact.when for fact in persona.facts.values())
    yield from (reply.when for rows in persona.replies.values() for reply in rows if reply.when is not None)


def _read_by(persona: Persona, questions: tuple[str, ...]) -> frozenset[str]:
    """Every question whose answer decides something about these."""
    found: set[str] = set()
    for question in questions:
        found |= rests_on(persona, question)
        for reply in persona.replies[question]:
            conditions: list[Condition] = [reply.when] if reply.when is not None else []
            conditions += [persona.facts[one].when for one in reply.reveals if one in persona.facts]
            found |= {read.name for one in conditions for read in reads(one) if read.what == "question"}
    return frozenset(found)
