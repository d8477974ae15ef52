"""The hand-over drill: told once, confirmed by the next worker."""

from __future__ import annotations

from bcst_tui.training.attempt import Said, begin
from bcst_tui.training.drill import handed_over, told_in
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.marking import marked
from bcst_tui.training.model_path import model
from bcst_tui.training.persona import Persona
from bcst_tui.training.turn import replay
from tests.training.attempts import rehearsed, someone


def next_time(persona_id: str = "TRN-007") -> Persona:
    return handed_over(someone(persona_id), told_in(rehearsed(persona_id).attempt), "March")


def test_the_next_worker_confirms_and_has_full_marks() -> None:
    persona = next_time()
    attempt = model(persona, 3)
    put = [step.choice.question for step in attempt.log if isinstance(step.choice, Said)]
    assert "q1.confirm" in put and "q2.confirm" in put
    assert not {"q1.offer", "q1.ask", "q2.offer", "q2.ask"} & set(put)
    marks = marked(Evidence(persona, attempt))
    assert not marks.criticals
    assert next(one.points for one in marks.flow.marks if one.row == 6) == 2


def test_asking_again_is_a_critical_error() -> None:
    persona = next_time()
    again = replay(begin(persona, 3), persona, (Said("q.privacy"), Said("q.limits"), Said("q1.ask")))
    assert [one.kind for one in marked(Evidence(persona, again)).criticals] == ["asked_again"]
    assert "I told the one before you" in again.log[-1].say or again.held is not None


def test_a_flat_confirm_has_it_told_again() -> None:
    persona = next_time("TRN-008")
    flat = replay(begin(persona, 3), persona, (Said("q.privacy"), Said("q.limits"), Said("q1.confirm", "flat")))
    assert next(one.points for one in marked(Evidence(persona, flat)).flow.marks if one.row == 6) == 1


def test_where_nothing_was_told_there_is_nothing_to_confirm() -> None:
    assert told_in(rehearsed("TRN-006").attempt) == ()
