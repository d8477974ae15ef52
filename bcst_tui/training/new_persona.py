"""A new persona out of a few answers: a whole file that can be read and mended, with the rest left at the usual."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

ALWAYS = (
    *("q.entry", "q.privacy", "q.limits", "q1.offer", "q1.ask", "q1.leaflet", "q2.offer", "q2.ask", "q2.leaflet"),
    *("q.door", "q.ground", "j03b_safe_contact"),
)
"""Steps every persona answers, so that nobody is known by what they are asked."""
_OF_AN_ITEM = (
    *("offer", "confirm", "dispute", "when", "told", "ask", "respond", "help_now", "today", "needs"),
    *("record", "share", "plan", "leaflet"),
)
"""An item's steps in the order of a sitting; help is fetched where something is told."""
_AROUND = ("entry", "privacy", "arrange", "limits", "q1", "q2", "door", "ground")

_HEAD = """\
# Nobody in this file exists. docs/training.md tells how it is written; bcst train lint tells what is left to mend.
"""
_USUAL = """\
# Hidden from the trainee until the debrief.
start: {trust: 35, strain: 20, stop_at: 75}
# What each wording does, and each step done or left out: [trust, strain].
style:
  open_choice: [2, -2]
  flat: [-3, 5]
  leading: [-1, 2]
  pressing: [-12, 18]
steps:
  privacy_done: [6, -3]
  privacy_skipped: [-10, 8]
  limits_sayback: [6, -2]
  limits_told: [3, 0]
  limits_skipped: [-8, 6]
  choice_of_worker: [3, -2]
  read_back: [5, -2]
  paused_when_asked: [8, -15]
# Steps at which no wording moves trust or strain.
weightless: [q.entry, q1.leaflet, q2.leaflet, q.door, q.ground]

# What is true. `when`: the earliest it may be told.
facts: {}
"""
_REST = """\
events:
  - at: q1.offer
    kind: officer_at_hatch
    text: "The officer opens the hatch: 'Five minutes.'"
    expect: {do: [hide, stop_item, privacy_recheck], within: 1, miss: [-15, 15]}

plan:
  need: [DVA-1-03, SWK-1-03]
  wrong: [exit_service_unasked, record_narrative]
"""
_SAID_WITHOUT_MORE: Mapping[str, tuple[str, str]] = {
    "q.entry": ("All right.", "start"),
    "q.privacy": ("Just us? OK.", "just_us"),
    "q1.offer": ("Go on then.", "yes"),
    "q1.ask": ("No.", "no"),
    "q1.leaflet": ("Good to know. Carry on.", "carry_on"),
    "q2.offer": ("If you ask everybody.", "yes"),
    "q2.ask": ("No.", "no"),
    "q2.leaflet": ("Yes, you said. Carry on.", "carry_on"),
    "q.door": ("That's fine.", "done"),
    "q.ground": ("I'm all right to go back.", "done"),
    "j03b_safe_contact": ("Ring me here.", "leave_message=no"),
}
_PRESSED: Mapping[str, tuple[str, str]] = {
    "q1.offer": ("No. Not if you put it like that.", "never"),
    "q1.ask": ("I've nothing to say to that.", "rather_not"),
    "q2.offer": ("No. Leave it.", "never"),
    "q2.ask": ("You've had your answer.", "rather_not"),
}
"""What they say there when pressed: being pressed has to cost something."""
_LIMITS = """\
  q.limits:
    - when: {fact: style, equals: open_choice}
      say: "If somebody gets hurt. Or a kid. Or a court says so."
      answer: own_words
    - otherwise: true
      say: "Yeah."
      answer: not_yet
"""


@dataclass(frozen=True)
class Begun:
    """What the author has said so far. `replies`: for each step what they say, and its code."""

    id: str
    title: str
    family: str
    content_note: str
    called: str
    pronouns: str
    card: str
    gender: Literal["man", "woman", "nonbinary"]
    age: int
    skills: tuple[str, ...]
    difficulty: int = 2
    replies: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def persona_text(begun: Begun) -> str:
    """The file of the new persona: it loads, has no errors, and every step of the private part."""
    return "\n".join((_HEAD + _header(begun), _USUAL, "replies:\n" + "".join(_replies(begun)), _REST))


def _header(begun: Begun) -> str:
    skills = ", ".join(quoted(one) for one in begun.skills)
    return f"""\
id: {begun.id}
version: 1
title: {quoted(begun.title)}
family: {quoted(begun.family)}
difficulty: {begun.difficulty}
minutes: 30
content_note: {quoted(begun.content_note)}
skills: [{skills}]
person:
  called: {quoted(begun.called)}
  pronouns: {quoted(begun.pronouns)}
  card: {quoted(begun.card)}
about: {{gender: {begun.gender}, age: {begun.age}}}
"""


def _replies(begun: Begun) -> Iterator[str]:
    for step in sorted({**dict.fromkeys(begun.replies), **dict.fromkeys(ALWAYS)}, key=_place):
        if step == "q.limits":
            yield _LIMITS
            continue
        yield f"  {step}:\n"
        if step in _PRESSED and step not in begun.replies:
            yield _row("when: {fact: style, equals: pressing}", *_PRESSED[step])
        yield _row("otherwise: true", *(begun.replies.get(step) or _SAID_WITHOUT_MORE[step]))


def _row(holds: str, said: str, code: str) -> str:
    return f"    - {holds}\n      say: {quoted(said)}\n      answer: {quoted(code)}\n"


def _place(step: str) -> tuple[int, int]:
    """Where it comes in a sitting: ordinary questions as they were given, the private part, how to keep in touch."""
    part, _, state = step.partition(".")
    if not state:
        return (len(_AROUND), 0) if step == ALWAYS[-1] else (-1, 0)
    state = state.partition(".")[0]
    if part == "q" and state != "help_now":
        return _AROUND.index(state if state in _AROUND else "door"), 0
    return _AROUND.index(part if part in _AROUND else "q1"), _OF_AN_ITEM.index(state)


def quoted(text: str) -> str:
    """The text as YAML takes it whatever is in it."""
    return json.dumps(text, ensure_ascii=False)
