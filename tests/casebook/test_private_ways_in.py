"""When the private part can be entered and left, what the worker notes is kept with, and what only looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.disclosure.known_pages import noted
from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.talk import Box, Keeps, Letter
from bcst_tui.reference.guidance import ContactCard
from tests.casebook.test_private import TO_THE_OFFER, Desk, desk

__all__ = ["desk"]


def test_cards_still_to_be_filled_in_keep_the_part_closed_and_say_which(desk: Desk) -> None:
    reference = desk.casebook._surroundings.reference
    usual = reference.contact_cards
    cards = {name: card.model_copy(update={"dummy": card.title == "A child at risk"}) for name, card in usual.items()}

    def closed(cards: Mapping[str, ContactCard]) -> str:
        at = replace(desk.casebook._surroundings, reference=replace(reference, contact_cards=cards))
        return Casebook(desk.casebook._vault, at).why_private_is_closed()

    assert "who to call for: A child at risk. " in closed(cards)
    assert not closed({name: card.model_copy(update={"dummy": False}) for name, card in cards.items()})


def test_a_letter_and_a_line_to_type_are_left_to_who_shows_the_talk(desk: Desk) -> None:
    sitting = desk.sits()
    talk = desk.casebook.private_talk(sitting, desk.casebook.private_view(sitting))
    for leads in (Letter("safety_specialist"), Box("What helps", 80, lambda words: talk)):
        assert desk.casebook.private_move(sitting, talk, leads) is talk


def test_what_was_known_before_is_of_the_sitting_and_the_day_it_was_written_in(desk: Desk) -> None:
    """A12: so it is due from the next one."""
    first = desk.sits()
    for item in ITEMS:
        sitting = first if item == "q1" else desk.sits("follow_up")
        change = partial(noted, item=item, source="self_elsewhere_agreed", role="the prison", on=None)
        held = desk.casebook.private_keep(sitting, Keeps("known", change)).record.ledger(item)
        assert (held.status, held.written_in, held.written_on) == ("carried", int(item[1]), desk.day)
        desk.casebook.complete(sitting)


def test_leaving_it_goes_through_its_own_ways_out_while_a_screen_of_it_is_open(desk: Desk) -> None:
    sitting = desk.sits()
    is_open = [desk.casebook.is_private_open(sitting)]
    for event in (*TO_THE_OFFER, "hide", "idle", "passphrase", "stop", "done", "finish"):
        desk.plays(sitting, event)
        is_open.append(desk.casebook.is_private_open(sitting))
    assert is_open == [False, *[True] * 4, False, False, *[True] * 3, False]


def test_what_was_ended_is_looked_at_without_writing_and_entered_from_its_beginning(desk: Desk) -> None:
    sitting = desk.sits()
    ways = ((), (*TO_THE_OFFER, "stop", "done", "finish"))
    for way in ways:
        desk.plays(sitting, *way)
        with desk.casebook._vault.session() as records:
            before = records.private.of(sitting.case_id)
        desk.day += timedelta(days=1)
        assert desk.casebook.private_resume(sitting).run == before.run
        with desk.casebook._vault.session() as records:
            assert records.private.of(sitting.case_id) == before
    assert desk.casebook.private_enter(sitting, "q").state == "ENTRY"
