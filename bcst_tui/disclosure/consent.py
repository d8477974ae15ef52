"""What the person agrees may be told to whom: one class for both places it is kept in.

A consent is never rewritten: each change is a version of its own, and the last one of an agency and a topic stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, get_args

from bcst_tui.interview.rejection import Rejection
from bcst_tui.reference.agency import DEEPEST, Agency
from bcst_tui.text import one_line

ConsentStatus = Literal[
    "not_yet_asked", "given", "refused", "ask_each_time", "telling_them_myself", "later", "expired", "withdrawn"
]
GivenHow = Literal["signed", "spoken", "interpreter", "declined"]
Said = Literal["given", "refused", "ask_each_time", "telling_them_myself", "later"]
SAID: tuple[Said, ...] = get_args(Said)
PRIVATE_TOPICS = ("q1", "q2", "q")
NAME = "identity"
WARNING_DAYS = 14
LONGEST = 120


@dataclass(frozen=True)
class Consent:
    """One version of what was decided about one topic for one agency; only `given` opens anything (R81, R85).

    `which`: the very office or firm, as named. `text_shown`: what the person was shown they would get.
    `by_answer`: it was said in an interview's own question. `anonymous`: depth A of the private part, information
    without a name and nothing more, so its depth is 0. `parts`: at depth 3 of the private part, the parts of the
    safety plan that were ticked for it; no other part is told.
    """

    agency: str
    topic: str
    status: ConsentStatus
    given_on: date
    depth: int = 0
    purpose: str = field(default="", repr=False)
    which: str = field(default="", repr=False)
    given_how: GivenHow | None = None
    until: date | None = None
    withdrawn_on: date | None = None
    version: int = 1
    text_shown: str = field(default="", repr=False)
    by_answer: bool = False
    anonymous: bool = False
    parts: tuple[str, ...] = field(default=(), repr=False)

    def standing(self, today: date) -> ConsentStatus:
        """How it stands on that day: one that was given runs out."""
        return "expired" if self.status == "given" and self.until is not None and today > self.until else self.status

    def is_live(self, today: date) -> bool:
        """Whether anything may be told by it."""
        return self.standing(today) == "given" and (self.depth > 0 or self.anonymous)

    def runs_out_soon(self, today: date) -> bool:
        """Whether it is time to ask if it is still wanted; never of what was refused."""
        return self.is_live(today) and self.until is not None and self.until - timedelta(days=WARNING_DAYS) <= today


@dataclass(frozen=True)
class Wish:
    """What the person says about one agency: the same of each topic, or how deep for each."""

    agency: str
    said: Said
    topics: Mapping[str, int] = field(default_factory=dict)
    given_how: GivenHow | None = None
    purpose: str = field(default="", repr=False)
    which: str = field(default="", repr=False)


def checked(wish: Wish, agency: Agency) -> Wish | Rejection:
    """The wish as it can be kept, or what is missing in it."""
    if any(topic in PRIVATE_TOPICS for topic in wish.topics):
        return Rejection("That belongs to the private part and is never agreed here.")
    if unknown := [topic for topic in wish.topics if topic not in agency.topics]:
        return Rejection(f"{agency.title} is not asked to hear of {', '.join(unknown)}.")
    if not wish.topics:
        return Rejection("Choose what it is about.")
    if any(not 0 <= depth <= DEEPEST for depth in wish.topics.values()):
        return Rejection(f"How much is from 0, nothing, to {DEEPEST}.")
    if wish.said == "given" and not any(wish.topics.values()):
        return Rejection("Choose how much they may be told.")
    if wish.said == "given" and wish.given_how in (None, "declined"):
        return Rejection("Say how it was agreed: signed, spoken or through the interpreter.")
    tidy = replace(wish, purpose=one_line(wish.purpose), which=one_line(wish.which))
    if max(len(tidy.purpose), len(tidy.which)) > LONGEST:
        return Rejection(f"Keep it to {LONGEST} letters.")
    return replace(tidy, topics=with_name(wish.topics) if wish.said == "given" else wish.topics)


def with_name(topics: Mapping[str, int]) -> dict[str, int]:
    """A paper nobody can tell whose it is helps nobody: whoever is told anything is told the name used."""
    return {**topics, NAME: max(topics.get(NAME, 0), 1)} if any(topics.values()) else dict(topics)


def decided(wish: Wish, today: date, until: date, text_shown: str = "", by_answer: bool = False) -> tuple[Consent, ...]:
    """A version for each topic of a checked wish; depth 0 of something given is a no to that topic."""

    def one(topic: str, depth: int) -> Consent:
        is_yes = wish.said == "given" and depth > 0
        return Consent(
            agency=wish.agency,
            topic=topic,
            status="refused" if wish.said == "given" and not is_yes else wish.said,
            given_on=today,
            depth=depth if is_yes else 0,
            purpose=wish.purpose,
            which=wish.which,
            given_how=wish.given_how,
            until=until if is_yes else None,
            text_shown=text_shown,
            by_answer=by_answer,
        )

    return tuple(one(topic, depth) for topic, depth in wish.topics.items())


def latest(consents: Iterable[Consent]) -> dict[tuple[str, str], Consent]:
    """What stands for each agency and topic, out of all versions, oldest first."""
    return {(one.agency, one.topic): one for one in consents}


def live(consents: Iterable[Consent], today: date, agency: str = "") -> tuple[Consent, ...]:
    """Everything that may be told something by on that day, of one agency or of all."""
    stands = latest(consents).values()
    return tuple(one for one in stands if one.is_live(today) and agency in ("", one.agency))


def depths(consents: Iterable[Consent], today: date, agency: str) -> dict[str, int]:
    """How deep each topic is open to this agency on that day."""
    return {one.topic: one.depth for one in live(consents, today, agency)}


def ended(consent: Consent, today: date, how: Literal["withdrawn", "expired"]) -> Consent:
    """The next version of one that is taken back, or whose purpose is met; it stops at once."""
    withdrawn = today if how == "withdrawn" else None
    return replace(consent, status=how, depth=0, until=None, withdrawn_on=withdrawn, by_answer=False)
