"""The words for agreeing who may know, planning, and raising things with others: read from q.yaml as the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from pydantic import Field

from bcst_tui.disclosure.consent import ConsentStatus
from bcst_tui.disclosure.levels import BRIDGE
from bcst_tui.disclosure.record_of_plan import Answer, CaseloadCheck, Outcome, Part, Purpose, ReferralStatus
from bcst_tui.script.condition import ScriptModel


class Spoken(ScriptModel):
    """One thing said within a screen: the standard words, and easy ones a short line at a time."""

    standard: str = Field(min_length=1)
    easy: tuple[str, ...] = Field(min_length=1)


class ShareWords(ScriptModel):
    """Agency by agency: what is said of each, the answers, and taking one back."""

    about: Spoken
    already: str
    nobody_else: str
    others: str
    which_others: str
    depths: dict[int, str]
    nameless: str
    refused: str
    telling_them_myself: str
    later: str
    check: str
    checking: Spoken
    may_check: str
    which: str
    both: str
    parts: str
    those: str
    would_get: Spoken
    get_in_touch: str
    nameless_head: str
    own_words: str
    how: dict[Literal["spoken", "signed", "interpreter"], str]
    change: str
    back: str
    standing: dict[ConsentStatus, str]
    check_standing: dict[ConsentStatus, str]
    take_back: str
    only_in_touch: str
    met: str
    stopped: Spoken
    asks_to_stop: Spoken
    went: str
    nothing_went: str
    letter: str


class PartWords(ScriptModel):
    """One part of the safety plan: its title and what may be ticked; words of one's own are never needed."""

    id: Part
    said: str
    easy: str
    chosen: dict[str, str]


class FormLine(ScriptModel):
    """One line of a form: choices, roles to choose from, a day, or a few words. `only`: where another line says so.

    `several`: more than one of its choices may be ticked.
    """

    id: str
    said: str
    choices: dict[str, str] = Field(default_factory=dict)
    roles: Literal["", "told", "deciders", "reasons", "agencies"] = ""
    days: bool = False
    typed: bool = False
    several: bool = False
    only: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class FormWords(ScriptModel):
    """A form whose lines are filled in one by one, in any order, none of them before it is asked for."""

    id: str
    title: str
    asked: str
    keep: str
    lines: tuple[FormLine, ...]


class PlanWords(ScriptModel):
    """Planning together: parts, referrals, meetings, what else is offered, their own words."""

    parts: str
    which_part: Spoken
    write: str
    writing: str
    type_it: str
    written: str
    rank: str
    unrank: str
    clear: str
    done: str
    referrals: str
    which_referral: str
    refer: str
    nobody_agreed: str
    check_first: str
    referral: dict[ReferralStatus, str]
    check: dict[CaseloadCheck, str]
    check_asked: str
    meetings: str
    which_meeting: str
    new_meeting: str
    purpose: dict[Purpose, str]
    outcome: dict[Outcome, str]
    how_it_went: str
    ask_again: str
    look_again: str
    look_when: str
    when_window_opens: str
    offers: str
    which_offer: str
    offer: dict[str, str]
    answer: dict[Answer, str]
    by_consent: str
    bridge: str
    which_over: Spoken
    goes_over: Spoken
    over: dict[str, str]
    own_words: str
    own_words_asked: Spoken
    own_words_kept: str
    forget: str
    not_said: str
    leave: str
    keep: str
    raised: str
    which_raised: str
    raised_so_far: str
    folder: str
    folder_said: str
    empty: str
    folder_more: str
    still_stand: str


CODES: Mapping[str, object] = {
    "referral": ReferralStatus,
    "check": CaseloadCheck,
    "purpose": Purpose,
    "outcome": Outcome,
    "answer": Answer,
}


def mistakes(plan: PlanWords, parts: tuple[PartWords, ...]) -> Iterator[tuple[str, str]]:
    """Codes without words, by the place they belong in."""
    for place, codes in CODES.items():
        yield from ((place, code) for code in get_args(codes) if code and code not in getattr(plan, place))
    served = dict.fromkeys(activity for activities in BRIDGE.values() for activity in activities)
    yield from (("over", activity) for activity in served if activity not in plan.over)
    said = [one.id for one in parts]
    yield from (("parts", part) for part in get_args(Part) if part not in said)
