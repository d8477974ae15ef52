"""Questions nobody could be asked and rules that could never hold are found, and no others are."""

from __future__ import annotations

import pytest

from tests.script.invented import CHOICE, CHOICES, FIRST, YES_NO, found, then, with_home


@pytest.mark.parametrize(
    "when",
    [
        '{all: [{question: first, equals: "yes"}, {question: first, equals: "no"}]}',
        '{all: [{question: first, equals: "yes"}, {none: [{question: first, equals: "yes"}]}]}',
        '{all: [{question: first, equals: "yes"}, {question: first, answered: declined}]}',
        '{none: [{question: first, answered: "true"}, {none: [{question: first, answered: "true"}]}]}',
        "{all: [{question: first, answered: declined}, {question: first, answered: not_known}]}",
    ],
)
def test_a_condition_that_excludes_itself_is_dead(when: str) -> None:
    assert found(with_home(FIRST + then(when))) == ["`then` can never be asked: its `when` can never hold"]


@pytest.mark.parametrize(
    "when",
    [
        "{all: [{question: first, includes: a}, {question: first, includes: b}]}",
        "{all: [{question: first, tagged: early}, {question: first, tagged: late}]}",
        "{all: [{question: first, one_of: [a, b]}, {none: [{question: first, one_of: [a, b]}]}]}",
        "{all: [{question: first, answered: 'true'}, {none: [{question: first, one_of: [a, b, c]}]}]}",
    ],
)
def test_one_choice_is_only_one(when: str) -> None:
    assert "can never be asked" in found(with_home(CHOICE + then(when)))[0]


@pytest.mark.parametrize(
    ("when", "dead"),
    [
        ("{all: [{question: first, includes: a}, {question: first, includes: b}]}", False),
        ("{all: [{question: first, includes: a}, {question: first, includes: c}]}", True),
        ("{count: first, at_least: '2'}", False),
        ("{count: first, at_least: '3'}", True),
        ("{all: [{count: first, at_least: '2'}, {question: first, tagged: late}]}", True),
    ],
)
def test_several_choices_go_together_unless_one_is_exclusive(when: str, dead: bool) -> None:
    assert bool(found(with_home(CHOICES + then(when)))) is dead


@pytest.mark.parametrize(
    ("first", "when", "dead"),
    [
        ("kind: whole_number", "{all: [{question: n, at_least: '5'}, {question: n, at_most: '4'}]}", True),
        ("kind: whole_number", "{all: [{question: n, at_least: '4'}, {question: n, at_most: '4'}]}", False),
        ("kind: whole_number, check: {at_most: '3'}", "{question: n, at_least: '4'}", True),
        ("kind: scale, scale: [a, b, c, d, e]", "{question: n, at_least: '6'}", True),
        ("kind: scale, scale: [a, b, c, d, e]", "{question: n, at_least: '5'}", False),
        ("kind: money", "{all: [{question: n, at_least: '£5'}, {question: n, at_most: '£4.99'}]}", True),
        ("kind: date", "{all: [{question: n, at_least: 2027-02-01}, {question: n, at_most: 2027-01-31}]}", True),
        ("kind: length_of_time", "{all: [{question: n, at_least: 1 month}, {question: n, at_most: 3 weeks}]}", True),
        ("kind: length_of_time", "{all: [{question: n, at_least: 1 month}, {question: n, at_most: 5 weeks}]}", False),
    ],
)
def test_sizes_that_exclude_each_other_are_dead(first: str, when: str, dead: bool) -> None:
    number = f"- {{id: n, told_by: worker, audience: names, said: {{standard: N}}, {first}}}\n"
    assert bool(found(with_home(number + then(when)))) is dead


def test_two_answers_can_stand_in_any_order() -> None:
    dates = "".join(
        f"- {{id: {name}, kind: date, told_by: worker, audience: names, said: {{standard: N}}}}\n" for name in "ab"
    )
    assert found(with_home(dates + then("{question: a, at_least: {question: b}}"))) == []
    assert found(with_home(dates + then("{question: a, at_most: {fact: today}}"))) == []


def test_what_is_above_what_it_reads_counts_too() -> None:
    deep = FIRST + then('{question: first, equals: "yes"}')
    both = "{all: [{question: then, equals: 'yes'}, {question: first, equals: 'no'}]}"
    deep += then(both).replace("id: then", "id: last")
    assert found(with_home(deep)) == ["`last` can never be asked: its `when` can never hold"]


def test_a_question_nested_under_an_option_needs_that_option() -> None:
    nested = CHOICE.replace("{id: b, said: B}", f"{{id: b, said: B, questions: [{{id: under, {YES_NO}}}]}}")
    assert (
        found(with_home(nested + then("{all: [{question: under, equals: 'yes'}, {question: first, equals: b}]}"))) == []
    )
    dead = then("{all: [{question: under, equals: 'yes'}, {question: first, equals: a}]}")
    assert len(found(with_home(nested + dead))) == 1


def test_sittings_that_never_meet_leave_a_question_dead() -> None:
    review = FIRST.replace("id: first", "id: first, sittings: [review]")
    assert len(found(with_home(review + then("{question: first, equals: 'yes'}", ", sittings: [follow_up]")))) == 1
    assert found(with_home(review + then("{question: first, equals: 'yes'}"))) == []
    nowhere = with_home(FIRST.replace("id: first", "id: first, sittings: [review]"))
    nowhere["home.yaml"] = nowhere["home.yaml"].replace("rail: Home", "rail: Home\nsittings: [follow_up]")
    assert "belongs to no sitting" in found(nowhere)[0]


def test_a_question_that_waits_for_privacy_can_not_ask_for_there_being_none() -> None:
    dead = FIRST + then("{question: first, equals: 'yes'}", ", needs_privacy: 'yes'")
    assert len(found(with_home(dead, 'not_private_when: {question: first, equals: "yes"}\n'))) == 1
    assert found(with_home(dead, 'not_private_when: {question: first, equals: "no"}\n')) == []


GROUP = f"""\
- id: debts
  kind: group
  at_most_rows: 3
  told_by: worker
  audience: names
  said: {{standard: Debts}}
  questions:
    - {{id: rent, {YES_NO}}}
    - {{id: when_due, {YES_NO}, when: {{question: rent, equals: "yes"}}}}
"""


def test_rows_are_judged_by_their_own_answers_and_counted_to_their_most() -> None:
    assert found(with_home(GROUP + then("{count: debts, at_least: '3'}"))) == []
    assert len(found(with_home(GROUP + then("{count: debts, at_least: '4'}")))) == 1
    inside = then("{all: [{question: when_due, answered: 'true'}, {question: rent, equals: 'no'}]}")
    assert found(with_home(f"{GROUP}    {inside}")) == [
        "`then` can never be asked: what must hold for it can't all hold at once"
    ]


NEVER = '{all: [{question: first, equals: "yes"}, {question: first, equals: "no"}]}'
RULES = f"""\
needs:
  - {{id: n, group: ACC, title: N, said: N, source: R1, audience: names, when: {NEVER}}}
markers:
  - {{id: m, title: M, counts_for: [ACC], source: R1, when: {NEVER}}}
actions:
  - {{activity: ACC-2-01, need: n, source: R1}}
  - activity: ACC-2-02
    when: {{question: first, equals: "yes"}}
    locked_unless: {NEVER}
    locked_because: Ask.
    caution: Wait.
    caution_when: {NEVER}
    source: R1
closings:
  - {{activity: ACC-1-01, when: {NEVER}}}
"""


def test_rules_that_can_never_hold_are_found() -> None:
    assert set(found(with_home(FIRST, rules=RULES))) == {
        "the need `n` can never arise",
        "the marker `m` can never arise",
        "the action ACC-2-01 can never arise",
        "the action ACC-2-02 can never be unlocked",
        "the caution of the action ACC-2-02 can never be given",
        "the closing of ACC-1-01 can never arise",
    }


def test_a_section_nobody_gets_into_is_told_once() -> None:
    files = with_home(FIRST + then("{question: first, equals: 'yes'}"))
    files["home.yaml"] = files["home.yaml"].replace(
        "rail: Home", "rail: Home\nwhen: {all: [{fact: today, answered: 'true'}, {fact: today, answered: declined}]}"
    )
    assert found(files) == ["the section `home` can never be opened"]


DECISION = """\
decisions:
  - id: d
    source: R1
    unknown: c
    steps:
      - {when: {question: first, one_of: [a, b]}, then: a, because: A}
      - {when: {question: first, equals: b}, then: b, because: B}
    otherwise: {then: elsewhere, because: C}
"""


def test_a_decision_is_suggested_somewhere_says_what_can_be_answered_and_uses_every_step() -> None:
    assert set(found(with_home(CHOICE, rules=DECISION))) == {
        "no question suggests what the decision `d` says",
        "step 2 of the decision `d` can never decide",
    }
    second = CHOICE.replace("id: first", "id: second\n  suggest: d")
    assert "the decision `d` says `elsewhere`, which is no option or tag of `second`" in found(
        with_home(CHOICE + second, rules=DECISION)
    )
