"""What trainers do with rehearsals: debrief, leaks, drill, dashboard; and the end of a course leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from bcst_tui.casebook.rehearsal_values import Rehearsal
from bcst_tui.casebook.trainers import NoRehearsal, TrainersCasebook
from bcst_tui.casebook.training_opening import WORKER
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import CategoryLine, Draft
from bcst_tui.errors import UsageError
from bcst_tui.interview.answer import Rejection
from bcst_tui.training.attempt import Choice, Coded, Said
from bcst_tui.training.dashboard import dashboard_csv, dashboard_markdown
from bcst_tui.training.debrief import debrief_markdown
from bcst_tui.training.invented import FILES_BEGIN, WATERMARK
from bcst_tui.training.leaks import marked_lines
from bcst_tui.training.model_path import Slip, model
from bcst_tui.training.observing import Sheet, ticked
from bcst_tui.vault.opening import new_vault
from tests.casebook.training_rooms import KEY, around, people
from tests.vault.ready import let_go


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[TrainersCasebook]:
    vault = new_vault(tmp_path / "vault", KEY, WORKER, "training")
    made = TrainersCasebook(vault, around(), people(), lambda: None)
    yield made
    let_go(vault)


def rehearse(
    casebook: TrainersCasebook, trainee: str, persona_id: str = "TRN-007", slip: Slip | None = None
) -> Rehearsal:
    begun = casebook.rehearse(persona_id, 41, trainee=trainee)
    persona = casebook.library.personas[persona_id].persona
    choices: tuple[Choice, ...] = model(persona, 41, slip).choices
    done = casebook.choose(begun, *choices)
    casebook.end_rehearsal(done, "done")
    return done


def rows(casebook: TrainersCasebook) -> dict[str, int]:
    """How many rows every table has, but for the interview's own text, which is nobody's."""
    with casebook._vault.session() as records:
        connection = records.attempts._session.connection()
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return {
            one: connection.execute(text(f'SELECT count(*) FROM "{one}"')).scalar() or 0
            for one in tables
            if not one.startswith("sqlite_") and one != "script_version"
        }


def test_a_debrief_opens_with_the_trainees_own_lines(casebook: TrainersCasebook) -> None:
    kept = rehearse(casebook, "T04").kept
    assert "Flow" not in debrief_markdown(casebook.debrief(kept.id))
    casebook.write_own_lines(kept.id, "I rushed.")
    opened = debrief_markdown(casebook.debrief(kept.id))
    assert "> I rushed." in opened and "**Flow** 22/22" in opened
    assert "attempt 1 · trainee T04 · 0 min" in opened
    with pytest.raises(UsageError):
        casebook.write_own_lines(kept.id, "one", "two", "three")


def test_the_plan_marked_is_the_plan_of_the_case(casebook: TrainersCasebook) -> None:
    kept = rehearse(casebook, "T04").kept
    plan = casebook.debrief(kept.id).marks.plan
    assert plan.needed == 9 and len(plan.missed) + len(plan.matched) + len(plan.wrong_level) == 9


def test_observers_tick_with_evidence_and_two_are_compared(casebook: TrainersCasebook) -> None:
    kept = rehearse(casebook, "T04").kept
    casebook.keep_sheet(kept.id, Sheet("O1", (ticked(7, 2, quote="thank you"),)))
    casebook.keep_sheet(kept.id, Sheet("O1", (ticked(7, 1, quote="thank you"),)))
    assert casebook.debrief(kept.id).marks.conversation.points == 1
    casebook.keep_sheet(kept.id, Sheet("O2", (ticked(7, 2, turn=9),)))
    observers = casebook.debrief(kept.id).observers
    assert observers is not None and observers.to_talk_over[0].row == 7


def test_what_a_trainer_saw_in_the_record_is_critical(casebook: TrainersCasebook) -> None:
    kept = rehearse(casebook, "T04").kept
    casebook.tick_wrong(kept.id, "record_narrative")
    assert [one.kind for one in casebook.debrief(kept.id).marks.criticals] == ["story_or_name_kept"]
    with pytest.raises(UsageError):
        casebook.tick_wrong(kept.id, "something_else")


def test_five_papers_are_real_copies_and_one_leaks(casebook: TrainersCasebook) -> None:
    kept = rehearse(casebook, "T04").kept
    exercise = casebook.leak_exercise(kept.id, 5)
    assert len(exercise.papers) == 5
    assert all(one.file_name.startswith(FILES_BEGIN) for one in exercise.papers)
    assert all(WATERMARK in line for one in exercise.papers for line in (one.lines[-1],))
    found = marked_lines(exercise, {(exercise.leaky, one.line) for one in exercise.leaks[:4]})
    casebook.keep_export_check(kept.id, found)
    casebook.write_own_lines(kept.id, "Fine.")
    assert "You found 4 of 5 planted leaks" in debrief_markdown(casebook.debrief(kept.id))


def test_in_a_drill_the_next_trainee_confirms(casebook: TrainersCasebook) -> None:
    first = rehearse(casebook, "T01")
    second = casebook.begin_drill(first.id, 7, "T02")
    assert not isinstance(second, Rejection)
    put = casebook.choose(second, Said("q.privacy"), Said("q.limits"), Said("q1.confirm"))
    assert "Still right" in put.attempt.log[-1].say
    again = casebook.rehearsal(casebook.numbered_rehearsal(second.id))
    assert again.attempt == put.attempt
    assert casebook.rehearsal(casebook.numbered_rehearsal(first.id)).persona.ledger == {}
    nothing = rehearse(casebook, "T01", "TRN-006")
    assert isinstance(casebook.begin_drill(nothing.id, 7), Rejection)


def test_in_a_drill_what_was_kept_is_shown_to_confirm_and_nothing_told_is_asked_again(
    casebook: TrainersCasebook,
) -> None:
    first = rehearse(casebook, "T01")
    line = CategoryLine("q1", Draft("now", ("ex",)), date(2026, 11, 20))
    with casebook._vault.session() as records:
        sealed = records.private.of(first.kept.case_id)
        record = replace(sealed.record, lines=(line,))
        records.private.keep(first.kept.case_id, replace(sealed, record=record))
    second = casebook.begin_drill(first.id, 7, "T02")
    assert not isinstance(second, Rejection)
    sitting = casebook.open_sitting(second.kept.case_id)
    assert sitting is not None
    casebook.private_enter(sitting, "q")
    seen = [casebook.private_step(sitting, event).run.state for event in ("start", "ok", "understood")]
    page = page_of(casebook.private_talk(sitting, casebook.private_view(sitting)))
    assert seen == ["PRIVACY", "LIMITS", "CONFIRM"]
    assert "with the worker before you in November 2026" in page.said[0].standard
    assert page.kept
    assert casebook.private_step(sitting, "leave_it").run.state == "LEAFLET"
    assert casebook.private_step(sitting, "carry_on").run.state == "CONFIRM", "the other item that was told"


def test_the_dashboard_holds_codes_and_nobodys_words(casebook: TrainersCasebook) -> None:
    rehearse(casebook, "T02", slip=Slip("ticked", "q.privacy"))
    rehearse(casebook, "T01")
    rehearse(casebook, "T01", "TRN-008")
    page = dashboard_markdown(casebook.dashboard())
    assert "| T01 | 2 | TRN-008 | 2026-11-21 |" in page
    assert "Callum" not in page and "Callum" not in dashboard_csv(casebook.dashboard())


def test_deleting_a_trainee_leaves_no_row_of_theirs(casebook: TrainersCasebook) -> None:
    before = rows(casebook)
    rehearse(casebook, "T01")
    alone = rows(casebook)
    other = rehearse(casebook, "T02")
    casebook.write_own_lines(other.id, "Hard.")
    assert "1 rehearsal of T02 deleted" in casebook.delete_trainee("T02")
    assert rows(casebook) == alone
    casebook.delete_everything()
    assert rows(casebook) == before
    assert casebook.delete_trainee("T09") == "There is no rehearsal of T09."


def test_leaving_or_swapping_keeps_no_trace_of_who(casebook: TrainersCasebook) -> None:
    before = rows(casebook)
    begun = casebook.rehearse("TRN-007", 3, trainee="T05")
    casebook.leave(casebook.choose(begun, Said("q.privacy"), Coded("q.privacy", ("just_us",))))
    assert rows(casebook) == before
    with pytest.raises(NoRehearsal):
        casebook.numbered_rehearsal(begun.id)
