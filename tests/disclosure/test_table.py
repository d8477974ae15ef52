"""The code's table against the written one, kept here: state by state, event by event, write by write (17.1, 17.39)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.disclosure.table import ASKING, COVERS, SHOWS_AN_ITEM, STATES, TABLE, TARGETS_THAT_ARE_NO_STATES, Row

WRITTEN = Path(__file__).with_name("machine_table.md")


def _rows() -> dict[str, tuple[dict[str, str], dict[str, tuple[str, ...]]]]:
    lines = [line.strip("| ").split(" | ") for line in WRITTEN.read_text("utf-8").splitlines() if line.startswith("|")]
    return {state.strip(): (_events(events), _writes(writes)) for state, events, writes in lines[2:]}


def _events(cell: str) -> dict[str, str]:
    return {event: target for event, target in (one.strip().split("→") for one in cell.split(";"))}


def _writes(cell: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in cell.split("; "):
        events, _, said = one.strip().partition(": ")
        atoms = () if said.strip() == "-" else tuple(said.strip().split(" + "))
        found |= {event: atoms for event in events.split("/")}
    return found


@pytest.mark.parametrize("state", STATES)
def test_each_state_leads_where_the_table_says_and_writes_what_it_says(state: str) -> None:
    """P1, P39."""
    events, writes = _rows()[state]
    row = _row(state)
    assert dict(row.events) == events
    assert dict(row.writes) == writes


def _row(state: str) -> Row:
    return next(row for name, row in TABLE.items() if name == state)


def test_the_code_has_the_states_of_the_table_and_no_others() -> None:
    assert list(TABLE) == list(STATES) == list(_rows())


def test_every_event_leads_to_a_state_there_is() -> None:
    """P1."""
    known = {*STATES, *TARGETS_THAT_ARE_NO_STATES}
    assert {target for row in TABLE.values() for target in row.events.values()} <= known


def test_every_event_says_what_it_writes_if_only_nothing() -> None:
    """P39."""
    for state, row in TABLE.items():
        assert set(row.events) <= set(row.writes), state


def test_an_item_is_shown_and_asked_about_from_its_offer_or_confirming_up_to_its_end() -> None:
    """P6, P26: every screen on the way to its leaflet shows it; it is asked about until it is answered."""
    assert _on_the_way(("LEAFLET", "HELP_NOW")) == set(SHOWS_AN_ITEM)
    assert _on_the_way(("LEAFLET", "RESPOND", "NEEDS")) == set(ASKING)
    assert {state for state, row in TABLE.items() if "over" in row.events} == set(COVERS)


def _on_the_way(ends: tuple[str, ...]) -> set[str]:
    """What can be come to from an offer or a confirming before one of these."""
    reached, new = set[str](), {"OFFER", "CONFIRM"}
    while new:
        reached |= new
        new = {target for state in new for target in _row(state).events.values()} - {*reached, *ends}
    return reached
