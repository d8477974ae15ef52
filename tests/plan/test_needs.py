"""Needs and markers with the answers they rest on, and who may see them."""

from __future__ import annotations

from bcst_tui.plan.model import Need
from tests.plan.planning import codes, need_in, plan_of
from tests.script.bcst2 import telling
from tests.vocabulary import Interviewing, interviewing

HOME = """
section: home
title: Home
rail: Home
questions:
  - id: back_there
    kind: choice
    said: {standard: Can you go back?}
    audience: housing_plan
    options:
      - {id: "yes", said: "Yes"}
      - {id: not_allowed, said: I'm not allowed to}
  - id: gets_in_the_way
    kind: choices
    said: {standard: What gets in the way?}
    audience: landlord_objections
    options:
      - {id: pets, said: A pet, tags: [ask]}
      - {id: debts, said: Old rent, tags: [ask]}
      - {id: nothing, said: Nothing, exclusive: true}
  - id: safe_there
    kind: yes_no
    said: {standard: Would you feel safe there?}
    audience: exclusions
  - id: forms
    kind: group
    said: {standard: Any forms in?}
    audience: housing_plan
    row_named: place
    questions:
      - {id: place, kind: short_text, said: {standard: Where?}, audience: addresses}
      - id: open
        kind: yes_no
        said: {standard: Still open?}
        audience: actions
needs:
  - id: a_home
    group: ACC
    title: A home
    said: You need a home.
    when: {question: back_there, equals: not_allowed}
    source: R40
    audience: housing_plan
  - id: words_for_landlords
    group: ACC
    title: What to tell landlords
    said: You want to be ready.
    when: {all: [{question: gets_in_the_way, tagged: ask}, {none: [{question: safe_there, equals: "yes"}]}]}
    source: R50
    audience: landlord_objections
  - id: forms_in
    group: ACC
    title: Forms to chase
    said: Somebody chases your forms.
    when: {count: forms, where: {question: open, equals: "yes"}, at_least: "1"}
    source: R34
    audience: actions
  - id: both
    group: SUP
    title: Both at once
    said: You need both.
    when: {all: [{need: a_home}, {fact: age, at_least: "18"}]}
    source: R21
    audience: needs_status
markers:
  - id: homeless
    title: Nowhere to stay
    when: {question: back_there, equals: not_allowed}
    counts_for: [ACC]
    source: R22
"""


def told(back: str = "not_allowed", safe: str = "no") -> Interviewing:
    here = interviewing(HOME, facts={"age": "36"})
    here = here.answers(back_there=back, gets_in_the_way=["pets", "debts"], safe_there=safe)
    here = here.adds_row("forms").answer("Leeds").answer("no")
    return here.adds_row("forms").answer("Bradford").answer("yes").answer("done")


def because(need: Need) -> dict[str, str]:
    return {one.question_id: one.words for one in need.evidence}


def test_a_need_names_the_answer_it_rests_on_in_words() -> None:
    assert because(need_in(plan_of(told()), "a_home")) == {"back_there": "I'm not allowed to"}


def test_a_yes_and_what_is_not_known_stand_behind_their_question() -> None:
    plan = plan_of(telling(c02_back_there={"not_known": "true"}, c04b_rather_not_near="yes", c04d_want_help="yes"))
    assert because(need_in(plan, "would_rather_live_elsewhere")) == {
        "c04d_want_help": "Help to live somewhere that suits better: Yes"
    }
    asked = "Going back to that home"
    assert because(need_in(plan, "nowhere_to_go_back")) == {"c02_back_there": f"{asked}: Does not know"}


def test_what_the_answers_do_not_show_is_no_need() -> None:
    plan = plan_of(told(back="yes"))
    assert codes(plan) == {"words_for_landlords", "forms_in"}
    assert plan.markers == ()


def test_of_several_options_only_those_the_rule_reads_are_evidence() -> None:
    here = interviewing(HOME).answers(back_there="yes", gets_in_the_way=["pets"], safe_there="no")
    assert because(need_in(plan_of(here), "words_for_landlords")) == {"gets_in_the_way": "A pet"}


def test_the_evidence_of_a_count_is_the_rows_that_count() -> None:
    assert because(need_in(plan_of(told()), "forms_in")) == {"forms[2].open": "Still open? Yes"}


def test_a_need_that_reads_a_need_rests_on_its_answers_and_on_facts() -> None:
    both = need_in(plan_of(told()), "both")
    assert because(both) == {"back_there": "I'm not allowed to", "age": "Age 36"}
    assert {"needs_status", "housing_plan", "birth_ni"} <= set(both.audiences)


def test_an_answer_that_had_to_be_absent_has_no_words_but_its_row_counts() -> None:
    words = need_in(plan_of(told()), "words_for_landlords")
    assert "safe_there" not in because(words)
    assert "exclusions" in words.audiences


def test_a_declined_answer_is_never_a_need() -> None:
    here = interviewing(HOME).skips("declined").skips("declined").skips("declined").answer("done")
    assert plan_of(here).needs == ()


def test_evidence_keeps_the_row_of_each_question() -> None:
    assert {one.audience for one in need_in(plan_of(told()), "forms_in").evidence} == {"actions"}


def test_no_answer_shows_in_the_repr_of_a_plan() -> None:
    assert "not allowed" not in repr(plan_of(told()))


def test_the_shipped_script_shows_why_somebody_needs_a_home() -> None:
    plan = plan_of(telling(b08_go_on="go_on", c01_before_prison="private_tenant", c02_back_there="not_allowed"))
    need = need_in(plan, "nowhere_to_go_back")
    assert because(need) == {"c02_back_there": "I'm not allowed to"}
    assert (need.status, need.origin, need.persons_view) == ("proposed", "rule", "not_read_back")
