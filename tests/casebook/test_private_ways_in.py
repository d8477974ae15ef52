"""When the private part can be entered and left, what the worker notes is kept with, and what only looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bcst_tui.casebook import private, private_agreements
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private_agreements import NOTHING_WENT
from bcst_tui.casebook.values import Preview
from bcst_tui.disclosure.known_pages import noted
from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.levels import Around
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.disclosure.shares import Share
from bcst_tui.disclosure.talk import Box, Keeps, Letter
from bcst_tui.interview.rejection import Rejection
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import months_after
from bcst_tui.reference.guidance import ContactCard
from tests.casebook.conftest import PROFILE
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


def test_what_a_lock_left_open_comes_before_what_was_agreed(desk: Desk) -> None:
    sitting = desk.sits()
    assert desk.casebook.private_folder(sitting).is_folder
    desk.plays(sitting, *TO_THE_OFFER, "hide", "idle")
    talk = desk.casebook.private_folder(sitting)
    assert (talk.state, talk.aside) == ("PRIVACY", None)


def test_the_pages_know_names_and_days_what_makes_it_more_complex_and_what_is_not_drawn_openly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting, book = desk.sits(), desk.casebook
    release = desk.day + timedelta(weeks=20)
    for module in (private, private_agreements):
        monkeypatch.setattr(module, "case_dates", lambda known: CaseDates(release=release))
    monkeypatch.setattr(private_agreements, "around_of", lambda known, today: Around(pregnant=True))
    at, reference = book.private_folder(sitting).desk, book._surroundings.reference
    months = reference.clocks["consent"].months
    assert months and at.agreed_until == months_after(desk.day, months)
    assert (at.person, at.worker, at.around) == (sitting.name_used, PROFILE.name, Around(pregnant=True))
    assert (at.release, at.window_opens) == (release, release - timedelta(weeks=12))
    assert {*reference.own_copy.forbidden, *book.private_words.common.covered} == set(at.covered)


def test_the_letter_that_asks_to_stop_is_to_who_was_named_and_lists_their_own_papers_alone(desk: Desk) -> None:
    """P18."""
    sitting, book = desk.sits(), desk.casebook

    def share(agency: str, paper: str, which: str = "") -> Share:
        return Share(desk.day, "SPEC", agency, "consent", {"q1": 2}, paper, "0", which)

    lane = (share("safety_specialist", "PaperOne"), share("safety_specialist", "PaperTwo", "The Lane"))
    gone = (*lane, share("advocacy", "PaperThree"))
    with book._vault.session() as records:
        records.private.keep(desk.case_id, Sealed(replace(NOTHING_KEPT, shares=gone)))
    assert book.private_stop_letter(sitting, "police") == Rejection(NOTHING_WENT)
    letter = book.private_stop_letter(sitting, "safety_specialist", "html")
    assert isinstance(letter, Preview) and (letter.to, letter.to_whom) == ("safety_specialist", "The Lane")
    assert letter.file_format == "html" and letter.file_name.endswith(".html")
    assert [one for one in ("PaperOne", "PaperTwo", "PaperThree") if one in letter.text] == [
        "PaperOne",
        "PaperTwo",
    ]
    unnamed = book.private_stop_letter(sitting, "advocacy")
    assert isinstance(unnamed, Preview)
    assert unnamed.to_whom == book._surroundings.reference.private_agencies["advocacy"].title
