"""The private part has one size for everybody, and comes back as it was."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings

from bcst_tui.disclosure.record import NOTHING_KEPT, PrivateFollowUp, Record, SafetyPart
from bcst_tui.disclosure.sealing import SIZE, Sealed, TooFull, padded, unpadded
from tests.disclosure.walking import DAY, WALKS, Trace

FORBIDDEN = ("harmer", "abuser", "incident", "injur", "score", "dash", "what_happened", "details", "name")


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


def test_a_part_too_full_is_refused_and_never_cut() -> None:
    many = tuple(PrivateFollowUp(sha256(bytes([n % 256, n // 256])).hexdigest(), "worker", DAY) for n in range(400))
    with pytest.raises(TooFull, match="as much as it can"):
        padded(Sealed(replace(NOTHING_KEPT, follow_ups=many)))


def test_17_36_no_field_can_hold_a_name_an_incident_an_injury_or_a_score() -> None:
    names = set(_fields(Record))
    assert "help_log" in names and "when" in names
    assert not [name for name in names for word in FORBIDDEN if word in name]


def _fields(shape: Any) -> list[str]:
    found: list[str] = []
    for one in fields(shape):
        found.append(one.name)
        for inner in _shapes(get_type_hints(shape)[one.name]):
            found += _fields(inner)
    return found


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
