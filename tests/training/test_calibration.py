"""The calibration pack: recordings anybody can watch, and how far a rater agrees with their points."""

from __future__ import annotations

from functools import cache

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.errors import ScriptError
from bcst_tui.training.behaviours import OBSERVED
from bcst_tui.training.calibration import (
    CalibrationPack,
    Recording,
    in_words,
    load_calibration,
    person_in,
    played,
    to_watch,
)
from bcst_tui.training.observing import Sheet, calibrated, ticked
from bcst_tui.training.persona import CALIBRATION_FILE, WORDINGS_FILE, load_personas
from bcst_tui.training.wordings import load_wordings


@cache
def files() -> dict[str, str]:
    return read_folder(shipped("interview_scripts") / "mock")


@cache
def pack() -> CalibrationPack:
    return load_calibration(files()[CALIBRATION_FILE])


def agreeing(recording: Recording, *, but: tuple[int, ...] = ()) -> Sheet:
    """Every agreed point ticked with its turn, but for these rows, which are one off."""
    given = {row: (one.points + 1) % 3 if row in but else one.points for row, one in recording.agreed.items()}
    return Sheet("", tuple(ticked(row, points, turn=recording.agreed[row].turn) for row, points in given.items()))


def test_three_recordings_can_be_watched_and_show_nothing_hidden() -> None:
    people, wordings = load_personas(files()), load_wordings(files()[WORDINGS_FILE])
    assert len(pack().recordings) == 3
    for one in pack().recordings:
        person = person_in(one, people)
        shown = to_watch(one, person, wordings)
        assert [frame.number for frame in shown] == list(range(len(one.turns) + 1))
        text = "\n".join(line for frame in shown for line in frame.lines)
        assert all(turn.seen in text for turn in one.turns)
        facts = [fact.text for fact in person.facts.values()]
        assert not [words for words in ("trust", "strain", "open_choice", "pressing", *facts) if words in text]


def test_in_one_of_them_nothing_is_told_and_all_is_done_well_and_in_one_much_is_told_and_little_done_well() -> None:
    people = load_personas(files())
    told = {one.id: len(played(one, person_in(one, people)).hidden.revealed) for one in pack().recordings}
    points = {one.id: [agreed.points for agreed in one.agreed.values()] for one in pack().recordings}
    assert told["C2"] == 0 and set(points["C2"]) == {2}
    assert told["C3"] > 0 and points["C3"].count(0) > len(points["C3"]) / 2


@pytest.mark.parametrize("recording", pack().recordings, ids=lambda one: str(one.id))
def test_who_ticks_as_agreed_agrees_wholly_and_one_row_off_is_enough_still(recording: Recording) -> None:
    assert calibrated(recording.points, agreeing(recording)).per_cent == 100
    one_off = calibrated(recording.points, agreeing(recording, but=(16,)))
    assert one_off.is_enough and not any("16." in line for line in in_words(recording, one_off))


def test_under_eighty_per_cent_each_row_that_differs_is_told_with_why_it_was_agreed() -> None:
    recording = pack().recording("c1")
    told = list(in_words(recording, calibrated(recording.points, agreeing(recording, but=(8, 16)))))
    assert told[0] == "You agree on 5 of 7 rows: 71 %."
    assert [line.split(".")[0] for line in told[2::2]] == ["8", "16"]
    assert told[3] == f"    T8: {recording.agreed[8].why}"


def test_a_tick_where_the_row_did_not_come_up_differs() -> None:
    recording = pack().recording("C2")
    sheet = Sheet("", (*agreeing(recording).ticks, ticked(7, 2, "thank you")))
    assert [row for row, _, _ in calibrated(recording.points, sheet).differ] == [7]


def test_a_recording_of_somebody_rewritten_since_is_not_shown() -> None:
    recording = pack().recording("C1")
    with pytest.raises(ScriptError, match="version 99 of TRN-007"):
        person_in(recording.model_copy(update={"version": 99}), load_personas(files()))


@pytest.mark.parametrize(
    ("was", "instead"),
    [
        ("did_not_come_up: [9]", "did_not_come_up: []"),
        ("turn: 12,", "turn: 13,"),
        ("- say: c04b_rather_not_near", "- seen: Nothing."),
    ],
)
def test_a_row_left_out_a_turn_there_is_not_and_an_empty_turn_are_mistakes(was: str, instead: str) -> None:
    with pytest.raises(ScriptError, match="calibration.yaml:"):
        load_calibration(files()[CALIBRATION_FILE].replace(was, instead))


def test_every_row_that_observers_tick_is_told_in_each() -> None:
    assert all(tuple(one.points) == OBSERVED for one in pack().recordings)
