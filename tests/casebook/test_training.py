"""A training vault: who may come in, what is kept of a rehearsal, and what a power cut leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.casebook.rehearsal_values import Rehearsal
from bcst_tui.casebook.rehearsal_ways import comes_after_the_checks
from bcst_tui.casebook.training import TrainingCasebook
from bcst_tui.casebook.values import CaseLine, NewCase, Sitting
from bcst_tui.export.formats import FORMATS
from bcst_tui.interview.answer import Rejection
from bcst_tui.training.attempt import Did, Said
from bcst_tui.training.invented import WATERMARK
from bcst_tui.vault.invented_only import LooksReal
from tests.casebook.training_rooms import PowerGone, Room, around, people, sitting_of, under_way


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "vault")
    yield made
    made.close()


def test_nobody_comes_in_without_an_invented_number(room: Room) -> None:
    casebook = room.open()
    for number in ("", "A1234BC"):
        assert isinstance(casebook.add_case(NewCase("Robin Example", prison_number=number)), Rejection)
    case = casebook.add_case(NewCase("Robin Example", prison_number="TRN-901"))
    assert isinstance(case, CaseLine) and case.reference == "TRAINING-0001"


def test_what_is_typed_in_an_interview_is_refused_where_it_could_be_somebodys(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    with pytest.raises(LooksReal, match="a prison number"):
        casebook.keep_draft(sitting_of(casebook, rehearsal), "c02b_where_on_release", "same pad as A1234BC")


def test_the_cards_ring_nobody_and_keep_the_private_part_open(room: Room) -> None:
    casebook = room.open()
    assert casebook.why_private_is_closed() == ""
    phones = {one.phone for card in around().reference.contact_cards.values() for one in card.contacts}
    assert phones == {"Ext. 0000"}


def test_every_paper_of_a_rehearsal_is_marked_in_name_head_and_foot(room: Room, tmp_path: Path) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    sitting = sitting_of(casebook, rehearsal)
    for reader in casebook.readers(sitting):
        if not reader.is_possible or reader.audience in ("HOU", "SPEC", "STAT"):
            continue
        for file_format in FORMATS:
            shown = casebook.preview(sitting, reader.audience, file_format)
            written = casebook.write(sitting, shown, tmp_path)
            text = written.read_text(encoding="utf-8")
            assert written.name.startswith("TRAINING-"), written.name
            assert text.count(WATERMARK) >= 2
            assert file_format != "md" or text.startswith("---\ntraining: true\n---\n")


def test_the_same_rehearsal_gives_the_same_papers_to_the_byte(room: Room, tmp_path: Path) -> None:
    another = Room(tmp_path / "another")
    for one in (room, another):
        casebook = one.open()
        rehearsal = casebook.choose(casebook.rehearse("TRN-007", 41), Said("c02b_where_on_release"))
        sitting = casebook.skip(casebook.pass_by(rehearsal, sitting_of(casebook, rehearsal)), "declined")
        assert isinstance(sitting, Sitting)
        casebook.write(sitting, casebook.preview(sitting, "FULL", "md"), one.folder)
    another.close()
    first, second = (next(one.folder.glob("TRAINING-*.md")) for one in (room, another))
    assert (first.name, first.read_bytes()) == (second.name, second.read_bytes())


def test_a_rehearsal_is_played_again_from_what_was_kept(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41, trainee="T04")
    for choice in (Said("c02b_where_on_release"), Said("c04b_rather_not_near"), Did(("choice_of_worker",))):
        rehearsal = casebook.choose(rehearsal, choice)
    room.lose_power()
    again = room.open().unfinished_rehearsal()
    assert again is not None and again.attempt == rehearsal.attempt
    assert again.kept.trainee == "T04"


def test_what_is_recorded_on_the_real_screens_is_coded_in_the_log(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    sitting = casebook.pass_by(rehearsal, sitting_of(casebook, rehearsal))
    assert sitting.interview.current is not None
    question = sitting.interview.current.id
    assert question in rehearsal.persona.replies
    assert isinstance(casebook.skip(sitting, "declined"), Sitting)
    again = casebook.unfinished_rehearsal()
    assert again is not None
    assert [(step.question, getattr(step.choice, "codes", None)) for step in again.attempt.log] == [
        (question, ("declined",))
    ]


def in_the_private_part(casebook: TrainingCasebook, rehearsal: Rehearsal) -> Sitting:
    """At the second offer, everything done well on the way."""
    sitting = sitting_of(casebook, rehearsal)
    casebook.private_enter(sitting, "q")
    for event in ("start", "ok", "understood", "yes", "no"):
        casebook.private_step(sitting, event)
    return sitting


def test_the_power_goes_at_the_very_commit_and_the_question_is_not_put_again(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    sitting = in_the_private_part(casebook, rehearsal)
    state = casebook.private_view(sitting).run.state
    rehearsal = under_way(casebook)
    with pytest.raises(PowerGone):
        casebook.choose(rehearsal, Said("q2.offer"))
    room.lose_power()
    casebook = room.open()
    rehearsal = casebook.take_up(under_way(casebook))
    assert rehearsal.attempt.held is not None and "unlock" in rehearsal.attempt.held.done
    asked = [step for step in rehearsal.attempt.log if step.choice == Said("q2.offer")]
    assert len(asked) == 1, "the log is whole, and holds it once"
    assert casebook.private_resume(sitting).run.state in ("PRIVACY", "SECTION"), state


def test_after_a_cover_nothing_that_was_said_of_an_item_comes_before_the_checks(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-008", 41)
    sitting = sitting_of(casebook, rehearsal)
    casebook.private_enter(sitting, "q")
    assert not comes_after_the_checks(rehearsal, casebook.private_view(sitting).run)
    for event in ("start", "ok", "understood"):
        run = casebook.private_step(sitting, event).run
    rehearsal = casebook.choose(under_way(casebook), Said("q1.offer"))
    assert rehearsal.last is not None and not comes_after_the_checks(rehearsal, run)
    for event in ("hide", "unlock"):
        assert comes_after_the_checks(rehearsal, casebook.private_step(sitting, event).run)
    casebook.private_step(sitting, "stop")
    assert comes_after_the_checks(rehearsal, casebook.private_enter(sitting, "q").run), "the way in, gone anew"


@pytest.mark.parametrize("at", range(4))
def test_whenever_the_power_goes_all_before_it_is_there(room: Room, at: int) -> None:
    choices = (Said("c02b_where_on_release"), Said("c04b_rather_not_near"), Said("q.privacy"), Said("q.limits"))
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    for choice in choices[: at + 1]:
        rehearsal = casebook.choose(rehearsal, choice)
    room.lose_power()
    assert under_way(room.open()).attempt == rehearsal.attempt


def test_leaving_keeps_nothing_of_it(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41, trainee="T04")
    rehearsal = casebook.choose(rehearsal, Said("c02b_where_on_release"))
    casebook.leave(rehearsal)
    assert casebook.rehearsals() == () and casebook.cases() == ()


def test_what_was_told_before_stands_in_the_ledger(room: Room) -> None:
    casebook = room.open()
    carried = [one.persona for one in people().personas.values() if one.persona.ledger]
    assert carried
    rehearsal = casebook.rehearse(carried[0].id, 1)
    record = casebook.private_view(sitting_of(casebook, rehearsal)).record
    for item, earlier in carried[0].ledger.items():
        assert (record.ledger(item).status, record.ledger(item).source) == (earlier.status, earlier.source)


def test_the_last_that_was_not_ended_is_gone_on_with(room: Room) -> None:
    casebook = room.open()
    first, second = casebook.rehearse("TRN-007", 41), casebook.rehearse("TRN-007", 42)
    casebook.end_rehearsal(second, "done")
    assert under_way(casebook).id == first.id
