"""Rehearsals in numbered lines: marked, left at any line, and the same as on the screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.line_mode import rehearsing
from bcst_tui.line_mode.guiding import RehearsalLines
from bcst_tui.line_mode.prompts import _folded
from bcst_tui.line_mode.rehearsing import LEAVE, Rehearsing
from bcst_tui.training.attempt import Coded, Did, Said
from bcst_tui.training.debrief import debrief_text
from bcst_tui.training.spacing import RECALL
from tests.casebook.training_rooms import SATURDAY, PowerGone, Room, around, sitting_of, under_way, up_to_the_last
from tests.line_mode.conftest import Typed
from tests.line_mode.wandering import Wandering

CHOSEN = ("> TRN-007", "1", "1", "T04", "41")
GO_ON = "> Go on with"


class Marked(Typed):
    """A terminal on which the numbers of a list stand after the mark."""

    def _number_of(self, words: str) -> str:
        plain = Typed([], [line.removeprefix("[T] ") for told in self.told for line in told.split("\n")])
        return Typed._number_of(plain, words)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "vault")
    yield made
    made.close()


def typing(room: Room, *lines: str) -> Marked:
    """A session in which these lines are typed, until it is left or the input ends."""
    terminal = Marked([*lines])
    casebook = room.opened[-1] if room.opened else room.open()
    try:
        Rehearsing(casebook, RehearsalLines(terminal), around()).go_round()
    except EOFError:
        pass
    return terminal


def test_every_line_of_a_random_walk_is_marked(room: Room) -> None:
    somebody = Wandering(seed=2, lines=70)
    with pytest.raises((EOFError, PowerGone)):
        Rehearsing(room.open(), RehearsalLines(somebody), around()).go_round()
    assert len(somebody.told) > 200
    assert [line for line in somebody.told if not line.startswith("[T]")] == []


def test_a_line_too_long_for_the_terminal_is_marked_wherever_it_goes_on() -> None:
    folded = _folded("[T]   3  Is there anywhere you'd rather not live? I need no reason.", 30)
    assert len(folded) == 3 and all(one.startswith("[T] ") and len(one) <= 30 for one in folded)
    assert _folded("Is there anywhere you'd rather not live?", 30)[1] == "not live?"


def test_the_note_comes_first_and_turning_back_begins_nothing(room: Room) -> None:
    terminal = typing(room, "> TRN-007", "2", f"> {LEAVE}")
    assert "Nothing graphic." in terminal.all_told
    assert room.opened[-1].rehearsals() == ()


def test_a_name_is_taken_for_no_code(room: Room) -> None:
    terminal = typing(room, "> TRN-007", "1", "1", "Sam", "=T1", "T04", "41", "leave", "3", f"> {LEAVE}")
    assert terminal.all_told.count("That is no code.") == 2


def test_leaving_is_one_word_and_a_number_away_and_nothing_of_it_stays(room: Room) -> None:
    typing(room, *CHOSEN, "> “As things stand", "say", "leave", "3", f"> {LEAVE}")
    assert room.opened[-1].rehearsals() == () and room.opened[-1].cases() == ()


def test_what_is_said_and_recorded_is_in_the_log_and_what_nobody_prepared_is_passed_by(room: Room) -> None:
    terminal = typing(room, *CHOSEN, "> “As things stand", "5", "> “Any areas", "2", "> “Bank account the same", "1")
    assert "Callum: “" in terminal.all_told
    assert under_way(room.opened[-1]).attempt.choices == (
        Said("c02b_where_on_release", "open_choice"),
        Coded("c02b_where_on_release", ("friend",)),
        Said("c04b_rather_not_near", "flat"),
        Coded("c04b_rather_not_near", ("no",)),
        Said("e05_money_only_to_me", "flat"),
        Coded("e05_money_only_to_me", ("already",)),
    )


def test_in_speak_mode_whoever_is_beside_types_how_it_was_put(room: Room) -> None:
    terminal = typing(room, "> TRN-007", "1", "2", "", "41", "> Pressing")
    assert "Release address?" not in terminal.all_told
    step = under_way(room.opened[-1]).attempt.log[0]
    assert step.choice == Said("c02b_where_on_release", "pressing")
    assert "For whoever plays Callum" in terminal.all_told and step.say in terminal.all_told


def test_a_gate_can_be_ticked_and_then_nothing_was_said(room: Room) -> None:
    to_privacy = (
        "> “As things stand",
        "5",
        "> “Any areas",
        "2",
        "> “Bank account the same",
        "2",
        "kestrel",
        "> “Next is a part",
        "1",
    )
    typing(room, *CHOSEN, *to_privacy, "> (Just tick it")
    last = under_way(room.opened[-1]).attempt.log[-1]
    assert last.choice == Said("q.privacy", "flat", done=False) and last.say == ""


def test_who_ends_a_rehearsal_reads_how_it_went_after_a_line_of_their_own_and_goes_on_to_its_family(room: Room) -> None:
    to_the_end = ("end", "> Go on", "leave", "> End it", "> Read it now", "", "I hurried.", "")
    terminal = typing(room, *CHOSEN, *to_the_end, "> TRN-008", "1", "41", "end", "> End it", "> Later", "> Not now")
    own, results = terminal.told.index("[T] Before you read: how was that? One line of your own"), "Four results"
    assert results not in "\n".join(terminal.told[:own]) and results in "\n".join(terminal.told[own:])
    assert "> I hurried." in terminal.all_told and "bcst train debrief 2" in terminal.all_told
    assert [(one.persona, one.trainee, one.end) for one in room.opened[-1].rehearsals()] == [
        ("TRN-007", "T04", "done"),
        ("TRN-008", "T04", "done"),
    ]


def test_who_is_let_stop_is_stopped_for_today_and_the_debrief_is_offered(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    while not rehearsal.attempt.hidden.stopping:
        rehearsal = casebook.choose(rehearsal, Said("c02b_where_on_release", "pressing"))
    terminal = typing(room, GO_ON, "> Stop for today", "stop", "end", "> End it", "> Later", "> Not now", f"> {LEAVE}")
    assert "They want to stop" in terminal.all_told or "What do you do?" in terminal.all_told
    assert [one.end for one in casebook.rehearsals()] == ["stopped"]
    assert (
        casebook.did(rehearsal.at(replace(rehearsal.attempt, ended=True)), "hide").attempt.log == rehearsal.attempt.log
    )


def test_how_to_keep_in_touch_comes_after_the_last_question(room: Room) -> None:
    up_to_the_last(room.open())
    kept = ("> A message", "> No", "> If nobody", "> Do nothing", "> Keep it")
    terminal = typing(room, GO_ON, "", "> “Phone number for when", "> How", "> Ring me", *kept, "> Make the plan")
    assert "Don't ring that number" in terminal.all_told
    assert "That was all they have to say" in terminal.all_told and "Agree the plan" in terminal.all_told
    casebook = room.opened[-1]
    rehearsal = under_way(casebook)
    casebook.end_rehearsal(rehearsal, "done")
    casebook.write_own_lines(rehearsal.id, "hm")
    debrief = casebook.debrief(rehearsal.id)
    assert "- How: Ring me\n" in debrief_text(debrief) and "- A message: No: leave none\n" in debrief_text(debrief)
    coded = next(one for one in debrief.marks.coding.answers if one.question == "j03b_safe_contact")
    assert coded.standing == "exact"


def test_the_power_ends_the_process_and_afterwards_the_checks_come_again(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41, trainee="T04")
    casebook.choose(rehearsal, Said("c02b_where_on_release"))
    with pytest.raises(PowerGone):
        casebook.choose(under_way(casebook), Said("q2.offer"))
    room.lose_power()
    room.open()
    terminal = typing(room, GO_ON, "kestrel")
    assert "Go on with the rehearsal of T04 with TRN-007, Back to the flat" in terminal.all_told
    assert "The power went. You are back." in terminal.all_told
    assert Did(("unlock",)) in under_way(room.opened[-1]).attempt.choices


def at_the_hatch(room: Room) -> TrainersCasebook:
    """Callum was asked; then somebody opens the hatch."""
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    for question in ("c02b_where_on_release", "c04b_rather_not_near", "e05_money_only_to_me", "q.privacy", "q.limits"):
        rehearsal = casebook.choose(rehearsal, Said(question))
    for question in ("q1.offer", "q1.ask"):
        rehearsal = casebook.choose(rehearsal, Said(question))
    casebook.private_enter(sitting_of(casebook, rehearsal), "q")
    return casebook


def test_while_something_waits_the_list_comes_once_and_keys_after_it_are_for_the_page(room: Room) -> None:
    at_the_hatch(room)
    terminal = typing(room, GO_ON, "kestrel", "", "1", "1", "1")
    waiting = [line for line in terminal.told if "What do you do?" in line]
    assert len(waiting) == 1
    assert [line for line in terminal.told if re.search("[2-4] of 5", line)]


def test_a_cover_typed_at_the_list_puts_the_page_beneath_away_and_then_the_list_comes_again(room: Room) -> None:
    casebook = at_the_hatch(room)
    terminal = typing(room, GO_ON, "kestrel", "hide", "kestrel", "> Stop this subject", "", "1")
    held = under_way(casebook).attempt.held
    assert held is not None and held.done[:2] == ("hide", "stop_item") and held.done.count("hide") == 1
    assert terminal.covered >= 2 and sum("What do you do?" in line for line in terminal.told) == 3


def test_a_cover_typed_at_a_list_that_was_asked_for_goes_up_too(room: Room) -> None:
    casebook = at_the_hatch(room)
    terminal = typing(room, GO_ON, "kestrel", "", "say", "hide", "kestrel", "")
    held = under_way(casebook).attempt.held
    assert held is not None and held.done.count("hide") == 1 and terminal.covered >= 2


def test_whoever_rehearsed_on_an_earlier_day_is_asked_two_things_by_heart_and_none_of_it_is_kept(room: Room) -> None:
    casebook = room.open()
    casebook.end_rehearsal(casebook.rehearse("TRN-007", 41, trainee="T04"), "done")
    later = replace(casebook._surroundings, today=lambda: SATURDAY + timedelta(days=7))
    casebook._surroundings = later
    kept = ("I waited.", "Say never aloud.")
    terminal = typing(room, "> TRN-008", "1", "1", "T04", *kept, "1", "leave", "3", f"> {LEAVE}")
    assert all(question in terminal.all_told for question in RECALL)
    assert [one.seed for one in room.opened[-1].rehearsals()] == [41]
    nobody = typing(room, "> TRN-008", "1", "1", "", "1", "leave", "3", f"> {LEAVE}")
    assert RECALL[0] not in nobody.all_told


def test_when_the_power_goes_it_is_said_how_to_start_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []
    monkeypatch.setattr(rehearsing, "unlock_training", lambda *all_of_it: given.extend(all_of_it))
    monkeypatch.setattr(rehearsing, "cut_the_power", lambda: None)
    (tmp_path / "vault.db").touch()
    terminal = Marked(["a passphrase"])
    rehearsing._opened(tmp_path, around(), cast(Any, None), RehearsalLines(terminal))
    given[-1]()
    assert "start it again with bcst train --plain" in terminal.all_told
