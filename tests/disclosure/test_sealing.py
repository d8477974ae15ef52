"""The private part has one size for everybody, and comes back as it was."""

from __future__ import annotations

import zlib
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings

from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, SafetyPart
from bcst_tui.disclosure.sealing import SIZE, Sealed, TooFull, padded, unpadded
from tests.disclosure.walking import DAY, WALKS, Trace

FORBIDDEN = ("harmer", "abuser", "incident", "injur", "score", "dash", "what_happened", "details", "name")
OF_THEIR_OWN_CHOOSING = ("named", "file_name")
"""Whom the person wants tried if they can't be reached, and the paper that was written: no name of anybody feared."""
SECTION_8 = {
    "CategoryLine": "item codes agreed_on",
    "Draft": "when who children_around wants",
    "OwnWords": "words agreed_on",
    "RiskRoute": "done_by on outcome our_action",
    "SafetyPart": "part words rank chosen",
    "PrivateFollowUp": "purpose owner due outcome label place may_deliver contact recheck_each_time agency outcome_on",
    "SafeContact": "channel number_label safe_days safe_hours who_may_answer leave_message message_words caller_says"
    " number_withheld preview_safe code_word valid_until if_unreachable named set_on checked_on ended version",
    "PrivateReferral": "agency status on activity check why",
    "TakenUp": "activity answer on",
    "HelpLogged": "card on at told_role decided_by person_told why_not_told basis",
    "Consent": "agency topic status given_on depth purpose which given_how until withdrawn_on version text_shown"
    " by_answer anonymous parts",
    "Share": "on audience sent_to basis topics file_name fingerprint which",
    "GatewayRecord": "reason told_to rows decided_by decided_on person_told review_on why_not_told used_on",
    "KeptBack": "row decided_by on",
    "Liaison": "kind basis decided_by raised_on raised_by_role person_told review reason outcome area our_action"
    " why_not_told wishes where_child reference responder agreed",
    "Ledger": "item status later offers asks confirms source source_role source_date may_see written_in owner_told"
    " written_on",
    "LedgerEvent": "on sitting item pressed status offers asks confirms",
}
"""Everything that is kept below the record itself, class by class; nothing else is."""
AS_FIRST_KEPT = (
    b'{"record":{"ledgers":[{"item":"q1","status":"disclosed","later":null,"offers":1,"asks":1,"confirms":0,'
    b'"source":"self_here","source_role":"","source_date":"2026-11-23","may_see":["named_worker"],"written_in":1,'
    b'"owner_told":false},{"item":"q2"}],"events":[],"lines":[],"level1":"held","q":"dated","safety_plan":[{"part":'
    b'"inside","words":"post by hand","rank":1}],"follow_ups":[{"purpose":"resettlement_appointment","owner":"worker",'
    b'"due":"2026-12-01","outcome":""}],"referrals":[{"agency":"advocacy","status":"sent","on":"2026-11-23"}],'
    b'"help_log":[],"booked":null},"run":{"screen":{"state":"PLAN","items":["q1"]}}}'
)
"""A private part of the first version, before there were consents, liaisons and whole follow-ups."""


@settings(max_examples=30, deadline=None)
@given(WALKS)
def test_17_23_the_sealed_part_has_one_size_and_comes_back_as_it_was(walk: list[Trace]) -> None:
    for one in walk[-3:]:
        sealed = Sealed(one.record, one.after)
        assert len(padded(sealed)) == SIZE
        assert unpadded(padded(sealed)) == sealed


def test_nothing_told_is_as_long_as_everything_told() -> None:
    words = tuple(SafetyPart("inside", "w" * 120, rank) for rank in range(12))
    assert len(padded(Sealed())) == len(padded(Sealed(replace(NOTHING_KEPT, safety_plan=words)))) == SIZE


def test_a_part_nearly_full_comes_back_whole_and_one_too_full_is_refused_and_never_cut() -> None:
    many = tuple(PrivateFollowUp(sha256(bytes([n % 256, n // 256])).hexdigest(), "worker", DAY) for n in range(400))
    full = Sealed(replace(NOTHING_KEPT, follow_ups=many[:150]))
    assert unpadded(padded(full)) == full and padded(full)[-SIZE // 4 :].strip(b"\0")
    with pytest.raises(TooFull, match="as much as it can"):
        padded(Sealed(replace(NOTHING_KEPT, follow_ups=many)))


def test_17_36_no_field_can_hold_a_name_an_incident_an_injury_or_a_score() -> None:
    names = set(_fields(Record))
    assert "help_log" in names and "when" in names
    assert not [name for name in names - set(OF_THEIR_OWN_CHOOSING) for word in FORBIDDEN if word in name]


def test_17_36_below_the_record_there_are_exactly_the_fields_of_section_8() -> None:
    """P36: read from the schema itself, so that a field more, or one fewer, is found."""
    assert {shape.__name__: _own_fields(shape) for shape in _below(Record)} == {
        name: said.split() for name, said in SECTION_8.items()
    }


def test_a_part_kept_by_an_older_version_is_still_read() -> None:
    said = zlib.compress(AS_FIRST_KEPT)
    sealed = unpadded((len(said).to_bytes(4, "big") + said).ljust(SIZE, b"\0"))
    assert sealed.record.safety_plan == (SafetyPart("inside", "post by hand", 1),)
    assert sealed.record.follow_ups[0].contact is None and sealed.record.follow_ups[0].recheck_each_time
    assert (sealed.record.consents, sealed.record.liaisons, sealed.record.own_words) == ((), (), None)
    assert unpadded(padded(sealed)) == sealed


def _own_fields(shape: Any) -> list[str]:
    return [one.name for one in fields(shape)]


def _below(shape: Any) -> set[Any]:
    direct = {inner for one in fields(shape) for inner in _shapes(get_type_hints(shape)[one.name])}
    return direct | {deeper for one in direct for deeper in _below(one)}


def _fields(shape: Any) -> list[str]:
    return [name for one in (shape, *_below(shape)) for name in _own_fields(one)]


def _shapes(hint: Any) -> list[Any]:
    if is_dataclass(hint):
        return [hint]
    return list({inner for one in get_args(hint) for inner in _shapes(one)})


def test_bytes_that_are_not_ours_are_refused() -> None:
    with pytest.raises(ValueError):
        unpadded(b"\0\0\0\4rubbish".ljust(SIZE, b"\0"))


@settings(max_examples=60, deadline=None)
@given(WALKS)
def test_what_happened_is_only_ever_added_to_and_a_ledger_never_changes_without_it(walk: list[Trace]) -> None:
    for one in walk:
        assert one.record.events[: len(one.was.events)] == one.was.events
        assert (one.record.ledgers != one.was.ledgers) == (one.record.events != one.was.events)
