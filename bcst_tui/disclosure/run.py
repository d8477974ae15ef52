"""A run through the private part, as a pure step: where an event leads, and the record after its writes.

Two drivers, the screens and the plain lines, hold a `Run` and give it events; neither decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

from bcst_tui.disclosure.ledger import ITEMS, Item, Sitting, is_due
from bcst_tui.disclosure.record import Draft, Record
from bcst_tui.disclosure.table import AS_SAVED, ASKING, COVERS, SHOWS_AN_ITEM, TABLE, State
from bcst_tui.disclosure.writing import NOTHING_SAID, Said, Writing

Base = Literal["list", "question"]
ANYWHERE = ("stop", "pause", "hide", "now", "heard")
"""F4, F3, F9, F8 and F6: in every state that is no cover."""
KEEPS_WHAT_IT_HOLDS: tuple[State, ...] = ("PRIVACY", "ARRANGE", "HELP_NOW")
NOT_INTERRUPTED: tuple[State, ...] = ("VOLUNTEER", "HEARD")
"""Where F6 does nothing: what was told is being taken in."""


@dataclass(frozen=True, repr=False)
class Screen:
    """A screen to come back to: its state, what it is about, and the draft of its run."""

    state: State
    items: tuple[Item, ...] = ()
    from_list: bool = True
    draft: Draft | None = None


@dataclass(frozen=True, repr=False)
class Origin:
    """Where F6 was pressed: the screen, and what that screen held."""

    screen: Screen
    held: Screen | None = None
    told: frozenset[Item] = frozenset()


@dataclass(frozen=True, repr=False)
class HalfTyped:
    """A line that is not finished: which line of which page, and its words so far."""

    at: tuple[str, ...]
    words: str


@dataclass(frozen=True, repr=False)
class Run:
    """Where the private part stands in this sitting. `checked`: the five checks hold; `private`: said after F6."""

    screen: Screen = Screen("SECTION", from_list=False)
    held: Screen | None = None
    origins: tuple[Origin, ...] = ()
    told: frozenset[Item] = frozenset()
    base: Base = "list"
    checked: bool = False
    private: bool = False
    answered: tuple[State, str, tuple[Item, ...]] | None = None
    """The asking screen answered last, its answer and item: what a wrong key may still put right."""
    half_typed: HalfTyped | None = None

    @property
    def state(self) -> State:
        return self.screen.state


@dataclass(frozen=True, repr=False)
class Moment:
    """The sitting, the day, and what came with the event."""

    sitting: Sitting
    today: date
    said: Said = NOTHING_SAID


def events(run: Run) -> tuple[str, ...]:
    """What may happen now; anything else is refused by the driver, and an error here."""
    own = tuple(TABLE[run.state].events) if run.state != "END" else ()
    if run.state == "SECTION":
        return (*own, "now", "heard")
    if run.state == "PRIVACY":
        own = tuple(one for one in own if one != ("ok_again" if run.held is None else "ok"))
    if run.state in (*COVERS, "END"):
        return own
    more = list(ANYWHERE)
    if run.state in NOT_INTERRUPTED:
        more.remove("heard")
    if run.state == "HELP_NOW":
        more.remove("now")
    return (*own, *more)


def leads_to_asking(run: Run) -> bool:
    """Whether a screen that asks is open, or waits beneath what is."""
    origins = [screen for origin in run.origins for screen in (origin.screen, origin.held)]
    return any(screen is not None and screen.state in ASKING for screen in (run.screen, run.held, *origins))


def step(run: Run, record: Record, event: str, moment: Moment) -> tuple[Run, Record]:
    """The next screen that is shown, and the record with everything written on the way there.

    Raises ValueError for an event that this state doesn't have: a driver's error, never a person's.
    """
    if event not in events(run):
        raise ValueError(f"{run.state} has no event {event}")
    before, pressed = record, f"{run.state}.{event}"
    run, record = _written(run, record, event, moment)
    run = _remembered(run, event)
    if event == "keep_out":
        run = replace(run, half_typed=None)
    run, record = _arrived(_led(run, event), record, moment)
    while run.state in ("LEDGER", "ITEM"):
        run, record = _by_itself(run, record, moment)
    return run, record.noting(before, pressed, moment.sitting, moment.today)


def lost(run: Run, record: Record) -> tuple[Run, Record]:
    """After a power cut, a kill, or a cover not lifted the same day: whatever was not agreed is gone.

    A line half typed waits for the next run: no more than the current answer may be lost.
    """
    return Run(half_typed=run.half_typed), record


def _by_itself(run: Run, record: Record, moment: Moment) -> tuple[Run, Record]:
    """A state without a screen: it decides from the ledger alone, and from who may ask."""
    event, item = _decided(run, record, moment.sitting)
    run = replace(run, screen=replace(run.screen, items=(item,) if item else (), draft=None))
    run, record = _written(run, record, event, moment)
    target = cast(State, TABLE[run.state].events[event])
    if event == "checks_due":
        return replace(run, screen=replace(run.screen, state=target), held=run.screen), record
    return _arrived(replace(run, screen=replace(run.screen, state=target)), record, moment)


def _decided(run: Run, record: Record, sitting: Sitting) -> tuple[str, Item | None]:
    due = [item for item in ITEMS if is_due(record.ledger(item), sitting)]
    if run.state == "LEDGER":
        return ("untrained" if not sitting.trained else "due" if due else "settled"), None
    if due and not run.checked:
        return "checks_due", None
    if not due or not sitting.trained:
        return "none_left", None
    return ("confirm" if record.ledger(due[0]).status == "carried" else "offer"), due[0]


def _written(run: Run, record: Record, event: str, moment: Moment) -> tuple[Run, Record]:
    """The record after what this event writes on this screen, or on the one held beneath it."""
    name = {"hide": "pause", "now": "pause", "heard": "pause", "over": "lost"}.get(event, event)
    if run.state == "SECTION":
        return run, record
    atoms = TABLE[run.state].writes[name]
    screen = run.screen
    if atoms == AS_SAVED:
        screen = run.held or Screen("SECTION")
        atoms = TABLE[screen.state].writes.get(name, ())
    done = _writing(screen, record, moment).all(atoms)
    if screen is run.screen:
        run = replace(run, screen=replace(screen, draft=done.draft))
    return run, done.record


def _writing(screen: Screen, record: Record, moment: Moment) -> Writing:
    return Writing(
        record, screen.items, moment.sitting, moment.today, moment.said, screen.draft, from_list=screen.from_list
    )


def _arrived(run: Run, record: Record, moment: Moment) -> tuple[Run, Record]:
    """On entering: what the state writes by itself."""
    if run.state == "END":
        return run, record
    atoms = TABLE[run.state].writes.get("entry", ())
    return run, _writing(run.screen, record, moment).all(atoms).record


_TOLD_OF: Mapping[str, tuple[Item, ...]] = {"q1": ("q1",), "q2": ("q2",), "both": ITEMS, "something_else": ()}


def _remembered(run: Run, event: str) -> Run:
    """What was answered, for a wrong key, and what was told; telling an item overtakes what was answered about it."""
    if run.state in ASKING and run.state != "DISPUTE" and event in TABLE[run.state].events:
        return replace(run, answered=(run.state, event, run.screen.items))
    if event in _TOLD_OF:
        told = _TOLD_OF[event]
        is_overtaken = run.answered is not None and bool(set(told) & set(run.answered[2]))
        run = replace(run, answered=None) if is_overtaken else run
        return replace(run, told=run.told | set(told), screen=replace(run.screen, items=told))
    return run


def _led(run: Run, event: str) -> Run:
    """Where the event leads, by the keys that work anywhere or by the table."""
    if event == "stop":
        return _grounded(run) if run.state not in ("GROUND", "CLOSE") else _after_ground(run)
    if event in ("pause", "hide"):
        return replace(_holding(run, "PAUSED" if event == "pause" else "HIDDEN"), checked=False, private=False)
    if event == "now":
        return _holding(run, "HELP_NOW")
    if event == "heard":
        return _heard(run)
    return _to(run, event, TABLE[run.state].events[event])


def _to(run: Run, event: str, target: str) -> Run:
    if target == "SAVED":
        return _back_to(replace(run, held=None), run.held, checked=run.checked or event == "ok_again")
    if target == "NEXT":
        return _next(run)
    if target == "BACK":
        return Run() if run.base == "question" else Run(Screen("END"))
    if target == "GROUND":
        return _grounded(run)
    if target in ("END", "ENTRY"):
        return Run(Screen(cast(State, target)), half_typed=run.half_typed if target == "ENTRY" else None)
    state = cast(State, target)
    if event == "ok":
        run = replace(run, checked=True)
    if event == "private":
        run = replace(run, private=True)
    if event == "not_private":
        run = replace(run, held=replace(run.screen, state="RESPOND"))
    if event == "urgent":
        run = replace(run, held=replace(run.screen, state="NEEDS"))
    if state == "DOOR":
        run = replace(run, held=None)
    return replace(run, screen=replace(run.screen, state=state))


def _holding(run: Run, state: State) -> Run:
    """The cover or the cards, over the screen that is left; the one held already stays held."""
    base: Base = "question" if run.state == "SECTION" else run.base
    held = run.held if run.state in KEEPS_WHAT_IT_HOLDS else run.screen
    return replace(run, screen=replace(run.screen, state=state), held=held, base=base)


def _heard(run: Run) -> Run:
    base: Base = "question" if run.state == "SECTION" else run.base
    origin = Origin(run.screen, run.held, run.told)
    screen = Screen("VOLUNTEER", from_list=False)
    return replace(
        run, screen=screen, held=None, origins=(*run.origins, origin), told=frozenset(), base=base, private=False
    )


def _back_to(run: Run, screen: Screen | None, checked: bool) -> Run:
    """A screen come back to; with words about an item on it, only past the check of privacy."""
    if screen is None:
        return replace(run, screen=replace(run.screen, state="PRIVACY"))
    if screen.state == "SECTION":
        return Run()
    good = checked or (run.private and screen.state not in ASKING)
    if screen.state in SHOWS_AN_ITEM and not good:
        return replace(run, screen=replace(screen, state="PRIVACY"), held=screen)
    return replace(run, screen=screen, checked=checked)


def _next(run: Run) -> Run:
    """The next item of the list; after F6, where it was pressed."""
    if not run.origins:
        return replace(run, screen=Screen("ITEM"), held=None)
    *earlier, origin = run.origins
    told = run.told | origin.told
    back = replace(run, origins=tuple(earlier), told=told, held=origin.held)
    if _is_told(origin.screen, told) or _is_told(origin.held, told):
        return replace(back, screen=Screen("ITEM"), held=None)
    return _back_to(back, origin.screen, run.checked)


def _is_told(screen: Screen | None, told: frozenset[Item]) -> bool:
    """Whether what an asking screen would ask has just been said."""
    return screen is not None and screen.state in ASKING and bool(told & set(screen.items))


def _grounded(run: Run) -> Run:
    return replace(run, screen=Screen("GROUND", from_list=run.screen.from_list), held=None, origins=())


def _after_ground(run: Run) -> Run:
    return replace(run, screen=replace(run.screen, state="CLOSE")) if run.state == "GROUND" else Run(Screen("END"))
