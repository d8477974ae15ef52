"""The private part through the casebook: each event on the disk at once, settled for life, never asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook import private
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private import PrivateView
from bcst_tui.casebook.values import Sitting
from bcst_tui.config import read_folder, shipped
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, Draft
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.talk import Box, Happens, PutRight, Talk
from bcst_tui.disclosure.writing import Said
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.private_tables import PrivatePart as PrivatePartRow
from tests.casebook.conftest import KEY, PROFILE, SATURDAY, add_case, around
from tests.vault.ready import let_go, ready_vault

DRAFT = Draft(when="past", who=("ex",), wants=("safety_plan",))
TO_THE_OFFER = ("q", "start", "ok", "understood")
WORDS = read_folder(shipped("interview_scripts") / "bcst2")["q.yaml"]


class Desk:
    """A worker's casebook that can be put down and opened again, as after a power cut, on another day too."""

    def __init__(self, folder: Path, trained: bool) -> None:
        self._folder = folder
        usual = around()
        self.day = SATURDAY
        files = {**usual.script_files, "q.yaml": WORDS}
        self._around = replace(usual, trained_to_ask=trained, script_files=files, today=lambda: self.day)
        self.casebook = Casebook(ready_vault(folder, KEY, PROFILE), self._around)
        self.case_id = add_case(self.casebook).case_id

    def sits(self, kind: SittingKind = "first_screening") -> Sitting:
        return self.casebook.begin(self.case_id, kind)

    def plays(self, sitting: Sitting, *events: str) -> PrivateView:
        view = self.casebook.private_view(sitting)
        for event in events:
            view = self.casebook.private_step(sitting, event, Said(draft=DRAFT))
        return view

    def again(self, trained: bool = True) -> None:
        """The same vault, opened anew."""
        self.down()
        self._around = replace(self._around, trained_to_ask=trained)
        self.casebook = Casebook(open_vault(self._folder, KEY), self._around)

    def row(self) -> bytes:
        """What is sealed of the person, as it is on the disk."""
        with self.casebook._vault.session() as records:
            row = records._session.get(PrivatePartRow, self.case_id)
            assert row is not None
            return row.sealed

    def down(self) -> None:
        let_go(self.casebook._vault)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "vault", trained=True)
    yield made
    made.down()


def test_a_line_half_typed_is_sealed_past_a_lock_and_back_in_its_place_until_the_run_ends(desk: Desk) -> None:
    """P22, P23: of one size, read again from the disk; after the checks it stands in its own line and in no other."""
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen", "agree", "done")
    with desk.casebook._vault.session() as records:
        run = records.private.of(sitting.case_id).run
    at = desk.casebook.private_talk(sitting, PrivateView(run, NOTHING_KEPT)).beside("part", code="inside")
    box = next(one.leads for one in page_of(at).options if isinstance(one.leads, Box))
    begun = desk.casebook.private_begun(sitting, at, box, "by way of the li")
    desk.plays(sitting, "hide", "idle")
    desk.again()
    desk.casebook.private_resume(sitting)
    view = desk.plays(sitting, "ok_again")
    back = replace(begun, run=view.run)
    assert view.run.state == "PLAN" and back.begun_in(box) == "by way of the li"
    assert not back.beside("part", code="contact").begun_in(box)
    assert not desk.casebook.private_begun(sitting, back, box, " ").run.half_typed
    desk.casebook.private_begun(sitting, back, box, "by way")
    assert desk.plays(sitting, "stop", "done", "finish").run.half_typed is None


def test_17_22_after_a_power_cut_a_line_half_typed_is_in_its_place_in_the_next_run_of_that_day(desk: Desk) -> None:
    """P22, P23: the row is of one size with and without; a run that ends, or a day, takes it."""
    sitting, told = desk.sits(), ("heard", "q1", "private", "ready", "fine", "chosen", "agree", "done")

    def inside(view: PrivateView) -> tuple[Talk, Box]:
        at = desk.casebook.private_talk(sitting, view).beside("part", code="inside")
        return at, next(one.leads for one in page_of(at).options if isinstance(one.leads, Box))

    def cut_off() -> PrivateView:
        at, box = inside(desk.plays(sitting, *told))
        sizes = [len(desk.row())]
        for words in ("by", "by way of the li" * 5, "by way of the li"):
            at = desk.casebook.private_begun(sitting, at, box, words)
            sizes.append(len(desk.row()))
        assert len(set(sizes)) == 1
        desk.again()
        return desk.casebook.private_resume(sitting)

    cut = cut_off()
    assert cut.run == Run(half_typed=cut.run.half_typed)
    assert desk.plays(sitting, "q", "start").run.half_typed == cut.run.half_typed is not None
    desk.again()
    desk.casebook.private_resume(sitting)
    at, box = inside(desk.plays(sitting, *told))
    assert at.begun_in(box) == "by way of the li"
    assert desk.plays(sitting, "stop", "done", "next").run == Run()
    cut_off()
    desk.day += timedelta(days=1)
    assert desk.casebook.private_resume(sitting).run == Run()


def test_every_event_is_on_the_disk_before_the_next_screen(desk: Desk) -> None:
    sitting = desk.sits()
    view = desk.plays(sitting, *TO_THE_OFFER, "never")
    assert view.run.state == "LEAFLET"
    desk.again()
    assert desk.casebook.private_view(sitting) == view
    assert desk.casebook.private_view(sitting).record.ledger("q1").status == "closed"


def test_17_22_after_a_power_cut_an_open_question_stands_as_unsaid_and_is_not_asked_again(desk: Desk) -> None:
    sitting = desk.sits()
    assert desk.plays(sitting, *TO_THE_OFFER, "yes").run.state == "ASK"
    desk.again()
    view = desk.casebook.private_resume(sitting)
    assert view.run.state == "SECTION" and view.record.ledger("q1").status == "unsaid"
    view = desk.plays(sitting, *TO_THE_OFFER)
    assert (view.run.state, view.run.screen.items) == ("OFFER", ("q2",))


def test_after_a_power_cut_nothing_is_left_of_what_was_not_agreed(desk: Desk) -> None:
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen")
    desk.again()
    view = desk.casebook.private_resume(sitting)
    assert view.record.lines == () and view.run.screen.draft is None
    assert view.record.ledger("q1").status == "disclosed"


def test_after_a_lock_the_checks_come_first_and_then_the_screen_that_was_left(desk: Desk) -> None:
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "yes", "applies", "hide", "idle")
    desk.again()
    view = desk.casebook.private_resume(sitting)
    assert view.run.state == "PRIVACY"
    assert desk.plays(sitting, "ok_again").run.state == "RESPOND"


def test_a_sitting_begun_days_ago_goes_on_after_a_lock_of_today_and_not_after_one_of_yesterday(desk: Desk) -> None:
    sitting = desk.sits()
    desk.day += timedelta(days=3)
    desk.plays(sitting, *TO_THE_OFFER, "hide", "idle")
    desk.again()
    assert desk.plays(sitting).run.state == "LOCKED"
    assert desk.casebook.private_resume(sitting).run.state == "PRIVACY"
    desk.plays(sitting, "hide", "idle")
    desk.day += timedelta(days=1)
    desk.again()
    assert desk.casebook.private_resume(sitting).run.state == "SECTION"


def test_17_31_a_worker_no_longer_marked_as_trained_meets_no_offer_after_a_lock(desk: Desk) -> None:
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "heard", "something_else", "hide", "idle")
    desk.again(trained=False)
    assert desk.casebook.private_resume(sitting).run.state == "SECTION"
    assert desk.plays(sitting, "q", "start").run.state == "DOOR"
    desk.plays(sitting, "hide", "idle")
    assert desk.casebook.private_resume(sitting).run.state == "PRIVACY"


def test_the_ledger_outlives_the_sitting_and_the_part_starts_unopened_in_the_next(desk: Desk) -> None:
    first = desk.sits()
    desk.plays(first, *TO_THE_OFFER, "never", "carry_on", "not_now", "before_release", "enough", "done", "finish")
    desk.casebook.complete(first)
    second = desk.sits("follow_up")
    assert desk.casebook.private_view(second).record.q == "not_opened"
    assert desk.plays(second, "q", "start").run.state == "DOOR"
    desk.plays(second, "done", "done", "finish")
    desk.casebook.complete(second)
    review = desk.sits("review")
    assert desk.plays(review, *TO_THE_OFFER).run.screen.items == ("q2",)


def test_nearer_the_day_comes_in_the_last_12_weeks_whatever_the_interview_is_called(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = SATURDAY + timedelta(weeks=13)
    monkeypatch.setattr(private, "case_dates", lambda known: CaseDates(release=release))
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "never", "carry_on", "not_now", "before_release", "enough", "done", "finish")
    desk.day = release - timedelta(weeks=12, days=1)
    assert desk.plays(sitting, "q", "start", "done", "done", "finish").run.state == "END"
    desk.day = release - timedelta(weeks=12)
    assert desk.plays(sitting, *TO_THE_OFFER).run.screen.items == ("q2",)


def test_others_see_only_whether_it_was_opened_or_dated(desk: Desk) -> None:
    sitting = desk.sits()
    desk.plays(sitting, "q")
    with desk.casebook._vault.session() as records:
        assert records.sittings.get(sitting.sitting_id).private_part == "opened"
    desk.plays(sitting, "start", "ok", "understood", "never")
    with desk.casebook._vault.session() as records:
        assert records.sittings.get(sitting.sitting_id).private_part == "dated"


def test_a_worker_who_was_not_trained_to_ask_tells_what_help_there_is(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "vault", trained=False)
    assert desk.plays(desk.sits(), "q", "start").run.state == "DOOR"
    desk.down()


def test_a_wrong_key_is_put_right_in_the_file_too(desk: Desk) -> None:
    sitting = desk.sits()
    view = desk.plays(sitting, *TO_THE_OFFER, "never")
    assert view.corrections == ("not_now", "already_told")
    talk = desk.casebook.private_move(sitting, desk.casebook.private_talk(sitting, view), PutRight("not_now"))
    assert (talk.state, talk.corrections) == ("LEAFLET", ("never", "already_told"))
    desk.again()
    assert desk.casebook.private_view(sitting).record.ledger("q1").words == "later(i_will_say)"


def test_what_was_kept_is_in_no_repr(desk: Desk) -> None:
    view = desk.plays(desk.sits(), *TO_THE_OFFER, "yes", "applies")
    assert "disclosed" not in repr(view) and "ASK" not in repr(view)


def test_an_interview_that_was_stopped_is_gone_on_with_at_the_next_time_they_meet(desk: Desk) -> None:
    """P4: `next time` is another day of the same interview as well; the day it was said it isn't brought up again."""
    sitting = desk.sits()
    desk.plays(sitting, *TO_THE_OFFER, "not_now", "next_time", "carry_on", "not_now", "next_time", "enough")
    desk.plays(sitting, "done", "finish")
    assert desk.plays(sitting, "q", "start").run.state == "DOOR"
    desk.plays(sitting, "done", "done", "finish")
    desk.day += timedelta(days=1)
    assert desk.plays(sitting, *TO_THE_OFFER).run.state == "OFFER"


def test_17_30_without_a_professional_there_is_another_day_alone_and_a_lock_is_gone_on_from(desk: Desk) -> None:
    """P30: until the checks are done again; anybody else who is in the room may leave it."""
    sitting = desk.sits()

    def moved(talk: Talk, *places: int) -> Talk:
        for place in places:
            talk = desk.casebook.private_move(sitting, talk, page_of(talk).options[place].leads)
        return talk

    def may_be_fixed(talk: Talk) -> bool:
        return talk.state == "ARRANGE" and Happens("fixed") in [one.leads for one in page_of(talk).options]

    checks = moved(desk.casebook.private_enter(sitting, "q"), 0)
    assert may_be_fixed(moved(checks, 2))
    desk.plays(sitting, "fixed")
    alone = moved(checks, 1, 0, 2)
    assert alone.state == "ARRANGE" and not may_be_fixed(alone)
    for event in ("heard", "skip"):
        alone = desk.casebook.private_move(sitting, alone, Happens(event))
    assert alone.state == "ARRANGE" and not may_be_fixed(alone)
    for event in ("hide", "unlock"):
        alone = desk.casebook.private_move(sitting, alone, Happens(event))
    assert may_be_fixed(moved(alone, 2))
    desk.plays(sitting, "hide", "idle")
    desk.again()
    assert desk.casebook.private_enter(sitting, "q").state == "PRIVACY"


def test_a_line_half_typed_in_the_folder_or_at_the_end_is_not_kept(desk: Desk) -> None:
    """P22, P23."""
    sitting = desk.sits()
    view = desk.plays(sitting, "heard", "q1", "private", "ready", "fine", "chosen", "agree", "done")
    at = desk.casebook.private_talk(sitting, view).beside("part", code="inside")
    box = next(one.leads for one in page_of(at).options if isinstance(one.leads, Box))
    over = desk.casebook.private_talk(sitting, desk.plays(sitting, "stop", "done", "finish"))
    folder = desk.casebook.private_folder(sitting)
    for talk in (over, folder):
        assert desk.casebook.private_begun(sitting, talk, box, "by way") is talk
    assert desk.casebook.private_view(sitting).run.half_typed is None
