"""The turn engine: what words and deeds do to somebody, and what an event in between asks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.training.attempt import Act, Attempt, Choice, Coded, Did, Said, begin
from bcst_tui.training.model_path import Slip, model
from bcst_tui.training.persona import STYLES, Persona, Style
from bcst_tui.training.turn import replay, take
from tests.training.attempts import people, said, someone

HOME, MONEY = "c02b_where_on_release", "e05_money_only_to_me"
GATES_DONE = (Said("q.privacy"), Said("q.limits"))
ACTS: tuple[Act, ...] = (
    *("hide", "stop_item", "privacy_recheck", "unlock", "no_reask", "pause"),
    *("choice_of_worker", "read_back", "notice", "carry_on"),
)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Choice, ...]:
    """Anything somebody could do with Callum, in any order."""
    questions = st.sampled_from(sorted(someone().replies))
    asked = st.builds(Said, questions, st.sampled_from(STYLES), st.booleans())
    did = st.builds(lambda acts: Did(tuple(acts)), st.lists(st.sampled_from(ACTS), min_size=1, max_size=3))
    written = st.builds(lambda question, code: Coded(question, (code,)), questions, st.sampled_from(["yes", "no"]))
    return tuple(draw(st.lists(st.one_of(asked, did, written), max_size=25)))


def codes_of(attempt: Attempt) -> list[tuple[object, ...]]:
    """All that is no wording: what a score could rest on."""
    return [
        (step.choice, step.reply, step.answer, step.reveals, step.event_end, step.critical, step.deeds, step.after)
        for step in attempt.log
    ]


@settings(max_examples=60, deadline=None)
@given(choices())
def test_the_same_seed_and_choices_give_the_same_rehearsal_to_the_letter(chosen: tuple[Choice, ...]) -> None:
    first = replay(begin(someone(), 41), someone(), chosen)
    assert repr(first.log) == repr(replay(begin(someone(), 41), someone(), chosen).log)
    assert first.choices == chosen


@settings(max_examples=60, deadline=None)
@given(choices(), st.integers(0, 9999))
def test_the_seed_changes_words_and_never_codes_facts_or_values(chosen: tuple[Choice, ...], seed: int) -> None:
    one, other = (replay(begin(someone(), number), someone(), chosen) for number in (0, seed))
    assert codes_of(one) == codes_of(other)
    assert one.hidden == other.hidden


@settings(max_examples=60, deadline=None)
@given(choices())
def test_nothing_is_told_that_its_own_condition_forbids_and_values_stay_in_bounds(chosen: tuple[Choice, ...]) -> None:
    attempt = replay(begin(someone(), 7), someone(), chosen)
    for step in attempt.log:
        assert all(0 <= value <= 100 for value in step.after)
        assert "card" not in step.reveals or step.then[0] >= 38
        assert "work" not in step.reveals or step.then[0] >= 62


def test_the_seed_picks_between_lines_and_earlier_choices_never_shift_the_pick() -> None:
    def answer_about_home(seed: int, *before: Said) -> str:
        return said(someone(), *before, Said(HOME), seed=seed).log[-1].say

    assert {answer_about_home(seed) for seed in range(20)} == set(someone().replies[HOME][0].say)
    assert all(answer_about_home(seed) == answer_about_home(seed, Said(MONEY, "flat")) for seed in range(20))


def test_these_lines_are_drawn_on_every_machine() -> None:
    lines = [said(someone(), Said(question), seed=41).log[-1].say for question in (HOME, "q.limits")]
    assert lines == ["Just a mate's. It's fine.", "If someone's getting hurt you have to say. Or a kid."]


def test_the_model_interview_raises_trust_step_by_step() -> None:
    attempt = model(someone(), 41)
    trust = {step.question: step.after[0] for step in attempt.log if step.answer}
    assert (trust["q.limits"], trust["q1.offer"], trust["q2.ask"]) == (63, 65, 79)
    assert set(attempt.hidden.revealed) == {"afraid", "card", "child", "work"}
    assert not attempt.criticals


def test_a_gate_that_is_only_ticked_makes_nothing_private() -> None:
    attempt = said(someone(), Said("q.privacy", done=False), Said("q.limits", done=False))
    assert not attempt.hidden.private and not attempt.hidden.limits
    assert [step.deeds for step in attempt.log] == [("privacy_skipped",), ("limits_skipped",)]
    assert all(not step.say for step in attempt.log)
    asked = take(attempt, someone(), Said("q1.offer"))
    assert asked.criticals == ("asked_not_private", "asked_without_limits")


def test_a_bare_yes_is_no_saying_back() -> None:
    attempt = said(someone(), Said("q.privacy"), Said("q.limits", "flat"))
    assert not attempt.hidden.limits
    assert take(attempt, someone(), Said("q.limits")).hidden.limits


def test_pressing_once_in_the_private_part_closes_the_second_item_for_good() -> None:
    attempt = said(someone(), *GATES_DONE, Said("q1.offer", "pressing"), Said("q1.offer"))
    assert attempt.hidden.pushed
    assert take(take(attempt, someone(), Said("q2.offer")), someone(), Did(("carry_on",))).log[-1].answer == ("never",)


def test_pressing_about_money_is_no_pressing_in_the_private_part() -> None:
    assert not said(someone(), Said(MONEY, "pressing")).hidden.pushed


@pytest.mark.parametrize("style", STYLES)
def test_at_a_step_without_weight_no_wording_moves_anything_and_pressing_is_still_pressing(style: Style) -> None:
    before = said(someone(), *GATES_DONE).hidden
    after = said(someone(), *GATES_DONE, Said("q1.today", style)).hidden
    assert (after.trust, after.strain) == (before.trust, before.strain)
    assert after.pushed == (style == "pressing")


def test_asked_what_nobody_prepared_they_would_have_to_think_and_nothing_is_answered() -> None:
    before = begin(someone(), 1)
    after = take(before, someone(), Said("g03_armed_forces"))
    assert after.log[-1].say in someone().have_to_think.say and after.log[-1].easy
    assert after.hidden == before.hidden and after.log[-1].reply is None and not after.log[-1].answer


def test_a_deed_counts_once() -> None:
    once = take(begin(someone(), 1), someone(), Did(("choice_of_worker",)))
    assert take(once, someone(), Did(("choice_of_worker",))).hidden == once.hidden


def at_the_hatch() -> Attempt:
    return said(someone(), *GATES_DONE, Said("q1.ask"))


def test_an_event_comes_before_the_answer_and_the_answer_waits_for_it() -> None:
    attempt = at_the_hatch()
    assert attempt.log[-1].event == "officer_at_hatch" and not attempt.log[-1].say
    attempt = take(attempt, someone(), Did(("hide", "stop_item")))
    assert attempt.held is not None
    attempt = take(attempt, someone(), Did(("privacy_recheck",)))
    assert (attempt.log[-1].event_end, attempt.log[-1].answers) == ("in_time", "q1.ask")


def test_an_event_seen_to_too_late_costs_as_much_and_is_told_apart_from_one_that_was_missed() -> None:
    start = at_the_hatch()
    late = replay(start, someone(), (Did(("read_back",)), Did(("hide", "stop_item", "privacy_recheck"))))
    missed = take(start, someone(), Did(("carry_on",)))
    assert (late.log[-1].event_end, missed.log[-1].event_end) == ("late", "missed")
    assert late.log[-1].then[0] == start.hidden.trust - 15 + 5
    assert late.hidden.private and not missed.hidden.private


def test_putting_the_question_again_after_an_event_is_asking_twice() -> None:
    attempt = take(at_the_hatch(), someone(), Said("q1.ask"))
    assert "asked_again" in attempt.criticals
    assert attempt.log[-1].event_end == "missed"


def test_going_past_an_event_to_another_question_leaves_the_first_unanswered() -> None:
    attempt = take(at_the_hatch(), someone(), Said(MONEY))
    assert not attempt.hidden.answer_to("q1.ask")
    assert attempt.log[-1].event_end == "missed" and attempt.held is None


def test_in_the_turn_in_which_one_event_is_passed_over_no_other_comes() -> None:
    attempt = take(at_the_hatch(), someone(), Said("q2.offer"))
    assert (attempt.log[-1].event, attempt.log[-1].event_end) == ("officer_at_hatch", "missed")
    assert attempt.held is None and attempt.log[-1].answers == "q2.offer"


def worn_out(persona: Persona) -> Attempt:
    attempt = begin(persona, 1)
    while not attempt.hidden.stopping:
        attempt = take(attempt, persona, Said(MONEY, "pressing"))
    return attempt


def test_too_much_strain_and_they_ask_to_stop() -> None:
    attempt = worn_out(someone())
    assert attempt.log[-1].asks_to_stop and "stop" in attempt.log[-1].say


def test_letting_them_pause_gives_back_some_trust_and_carrying_on_is_critical() -> None:
    attempt = worn_out(someone())
    paused = take(attempt, someone(), Did(("pause",)))
    assert paused.hidden.trust == attempt.hidden.trust + 8 and not paused.hidden.stopping
    carried_on = take(attempt, someone(), Said(HOME))
    assert carried_on.criticals == ("carried_on_after_stop",)
    assert carried_on.hidden == attempt.hidden and not carried_on.log[-1].answer


def test_after_a_stop_only_codes_are_still_taken() -> None:
    ended = take(worn_out(someone()), someone(), Did(("stop",)))
    assert ended.ended
    assert take(ended, someone(), Coded(MONEY, ("no",))).log[-1].choice == Coded(MONEY, ("no",))
    with pytest.raises(ValueError, match="over"):
        take(ended, someone(), Said(HOME))


EVENTS = [(persona_id, one.at) for persona_id, persona in sorted(people().items()) for one in persona.events]


@pytest.mark.parametrize(("persona_id", "step"), EVENTS)
def test_every_event_comes_in_a_good_interview_and_can_be_met_and_missed(persona_id: str, step: str) -> None:
    persona = someone(persona_id)
    ends = [one.event_end for one in model(persona).log if one.event is not None and one.answers == step]
    missed = [one.event_end for one in model(persona, slip=Slip("event_missed", step)).log if one.answers == step]
    assert ends == ["in_time"]
    assert missed == ["missed"]
