"""The machine of the private part as data: for each state, where every event leads and what it writes.

`tests/disclosure/machine_table.md` holds the same table; a test compares the two, state by state and event by event.
`entry` is written on entering; `stop`, `pause` and `lost` (power loss, kill, a cover not lifted the same day) may come
in any state that names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

State = Literal[
    "SECTION",
    "ENTRY",
    "LEDGER",
    "PRIVACY",
    "ARRANGE",
    "LIMITS",
    "ITEM",
    "OFFER",
    "WHEN",
    "TOLD",
    "ASK",
    "CONFIRM",
    "DISPUTE",
    "RESPOND",
    "TODAY",
    "NEEDS",
    "RECORD",
    "SHARE",
    "PLAN",
    "LEAFLET",
    "DOOR",
    "GROUND",
    "CLOSE",
    "HELP_NOW",
    "PAUSED",
    "HIDDEN",
    "LOCKED",
    "VOLUNTEER",
    "HEARD",
    "END",
]
STATES: tuple[State, ...] = tuple(one for one in get_args(State) if one != "END")
TARGETS_THAT_ARE_NO_STATES = ("SAVED", "NEXT", "BACK", "END")
WITHOUT_A_SCREEN: tuple[State, ...] = ("LEDGER", "ITEM")
ASKING: tuple[State, ...] = ("OFFER", "WHEN", "TOLD", "ASK", "CONFIRM", "DISPUTE")
COVERS: tuple[State, ...] = ("PAUSED", "HIDDEN", "LOCKED")
SHOWS_AN_ITEM: tuple[State, ...] = (*ASKING, "RESPOND", "TODAY", "NEEDS", "RECORD", "SHARE", "PLAN")
"""Screens with words about an item: never drawn while the check of privacy is not good."""
AS_SAVED = ("as SAVED",)


@dataclass(frozen=True)
class Row:
    """One state: where each event leads, and what it writes; an event without a write is an error."""

    events: Mapping[str, str]
    writes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def _row(events: str, nothing: str = "", as_saved: str = "", **writes: str) -> Row:
    """`events`: pairs of event and target; `writes`: atoms joined by ` + `, an underscore list of events as `a__b`."""
    leads = dict(one.split(">") for one in events.split())
    written = {event: () for event in nothing.split()} | {event: AS_SAVED for event in as_saved.split()}
    spelled = {event: tuple(said.split(" + ")) for names, said in writes.items() for event in names.split("__")}
    return Row(MappingProxyType(leads), MappingProxyType(written | spelled))


def _kept(events: str, status: str, kept: str, **writes: str) -> Row:
    """A screen on which all that is no other answer keeps the status it already has."""
    return _row(events, **{kept.replace(" ", "__"): f"keep {status}"}, **writes)


TABLE: Mapping[State, Row] = MappingProxyType(
    {
        "SECTION": _row("q>ENTRY end>END", nothing="q end lost"),
        "ENTRY": _row("start>LEDGER skip>GROUND", nothing="start skip stop pause lost", entry="level1=held + q=opened"),
        "LEDGER": _row("due>PRIVACY settled>DOOR untrained>DOOR", nothing="due settled untrained lost"),
        "PRIVACY": _row(
            "ok>LIMITS ok_again>SAVED fix>ARRANGE skip>DOOR",
            nothing="ok ok_again fix pause",
            as_saved="stop lost",
            skip="draft=none",
        ),
        "ARRANGE": _row(
            "fixed>PRIVACY book>GROUND skip>DOOR",
            nothing="fixed pause",
            as_saved="stop lost",
            book="booking + draft=none",
            skip="draft=none",
        ),
        "LIMITS": _row(
            "understood>ITEM again>LIMITS rather_not>DOOR skip>DOOR",
            nothing="understood again skip stop pause lost",
            rather_not="due.status=later(i_will_say)",
        ),
        "ITEM": _row(
            "checks_due>PRIVACY offer>OFFER confirm>CONFIRM none_left>GROUND",
            nothing="checks_due none_left lost",
            offer="offers+1",
            confirm="confirms=1",
        ),
        "OFFER": _row(
            "yes>ASK not_now>WHEN never>LEAFLET already_told>TOLD skip>LEAFLET",
            nothing="pause lost",
            yes="asks=1 + status=unsaid",
            never="status=closed",
            already_told="status=told_elsewhere",
            not_now__skip__stop="status=later(i_will_say)",
        ),
        "WHEN": _kept(
            "next_time>LEAFLET before_release>LEAFLET i_will_say>LEAFLET skip>LEAFLET",
            "later(i_will_say)",
            "i_will_say skip stop pause lost",
            next_time="status=later(next_time)",
            before_release="status=later(before_release)",
        ),
        "TOLD": _kept(
            "leave_it>LEAFLET they_contact>LEAFLET bring_in>LEAFLET skip>LEAFLET",
            "told_elsewhere",
            "leave_it they_contact skip stop pause lost",
            bring_in="status=carried",
        ),
        "ASK": _kept(
            "applies>RESPOND no>LEAFLET rather_not>LEAFLET skip>LEAFLET",
            "unsaid",
            "rather_not skip stop pause lost",
            applies="status=disclosed + draft",
            no="status=no",
        ),
        "CONFIRM": _kept(
            "right>NEEDS changed>NEEDS not_ok>DISPUTE leave_it>LEAFLET skip>LEAFLET",
            "carried",
            "leave_it skip stop pause lost",
            right__changed="status=confirmed + draft",
            not_ok="status=disputed + may_see=none",
        ),
        "DISPUTE": _kept("done>LEAFLET skip>LEAFLET", "disputed", "skip stop pause lost", done="owner_told"),
        "RESPOND": _row("ready>TODAY skip>LEAFLET", nothing="ready pause", skip__stop__lost="draft=none"),
        "TODAY": _row(
            "urgent>HELP_NOW fine>NEEDS skip>NEEDS", nothing="urgent fine skip pause", stop__lost="draft=none"
        ),
        "NEEDS": _row(
            "chosen>RECORD nothing>RECORD skip>RECORD",
            nothing="nothing skip pause",
            chosen="draft",
            stop__lost="draft=none",
        ),
        "RECORD": _row(
            "agree>SHARE change>RECORD keep_out>LEAFLET skip>LEAFLET",
            nothing="pause",
            agree="line + draft=none",
            change="draft",
            keep_out="status=closed + draft=none",
            skip="status=closed unless confirmed + draft=none",
            stop__lost="draft=none",
        ),
        "SHARE": _row("done>PLAN nobody>PLAN skip>PLAN", nothing="nobody skip stop pause lost", done="consent"),
        "PLAN": _row(
            "done>LEAFLET later>LEAFLET skip>LEAFLET",
            nothing="skip stop pause lost",
            done="safety_plan + referrals + follow_ups",
            later="follow_ups",
        ),
        "LEAFLET": _row(
            "carry_on>NEXT enough>GROUND skip>NEXT",
            nothing="carry_on enough skip stop pause lost",
            entry="level1=delivered + q=dated",
        ),
        "DOOR": _row(
            "done>GROUND skip>GROUND", nothing="done skip stop pause lost", entry="level1=delivered + q=dated"
        ),
        "GROUND": _row("done>CLOSE skip>CLOSE", nothing="done skip stop pause lost"),
        "CLOSE": _row("next>BACK finish>END", nothing="next finish stop pause lost"),
        "HELP_NOW": _row(
            "back>SAVED finish>GROUND",
            nothing="pause",
            as_saved="stop lost",
            back="help_log",
            finish="help_log + draft=none",
        ),
        "PAUSED": _row(
            "resume>PRIVACY stop>GROUND misses>LOCKED idle>LOCKED over>END",
            nothing="resume misses idle",
            as_saved="stop over lost",
        ),
        "HIDDEN": _row(
            "unlock>PRIVACY misses>LOCKED idle>LOCKED over>END",
            nothing="unlock misses idle",
            as_saved="over lost",
        ),
        "LOCKED": _row("passphrase>PRIVACY over>END", nothing="passphrase", as_saved="over lost"),
        "VOLUNTEER": _row(
            "q1>HEARD q2>HEARD both>HEARD something_else>HEARD skip>NEXT",
            nothing="something_else skip stop pause lost",
            entry="level1=held",
            q1="Q1.status=disclosed unless confirmed",
            q2="Q2.status=disclosed unless confirmed",
            both="Q1.status=disclosed unless confirmed + Q2.status=disclosed unless confirmed",
        ),
        "HEARD": _row(
            "private>RESPOND not_private>ARRANGE skip>NEXT", nothing="private not_private skip stop pause lost"
        ),
    }
)
