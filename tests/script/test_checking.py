"""`bcst scripts check` finds everything there is to mend, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bcst_tui.script.checking import Elsewhere, findings, told
from tests.script.invented import FILES, with_home

YES_NO = "kind: yes_no, told_by: worker, audience: names, said: {standard: Really}"
FIRST = f"- {{id: first, {YES_NO}}}\n"
CHOICE = """\
- id: first
  kind: choice
  told_by: worker
  audience: names
  said: {standard: Which}
  options: [{id: a, said: A, tags: [early]}, {id: b, said: B}, {id: c, said: C, tags: [late]}]
"""
CHOICES = CHOICE.replace("kind: choice", "kind: choices").replace("said: C", "said: C, exclusive: 'yes'")


def then(when: str, more: str = "") -> str:
    return f"- {{id: then, when: {when}, {YES_NO}{more}}}\n"


def found(files: Mapping[str, str], elsewhere: Elsewhere = Elsewhere()) -> list[str]:
    return [finding.what for finding in findings(files, elsewhere)]


def test_everything_wrong_is_found_at_once_with_its_line() -> None:
    broken = with_home(
        """\
        - {id: first, kind: yes_no, said: {standard: Really}, audience: names, why: For you.}
        - {id: first, kind: yes_no, told_by: worker, said: {standard: "{nobody}"}, audience: names}
        - id: third
          kind: yes_no
          when: {question: frist, equals: "yes"}
          told_by: worker
          said:
            standard: Really?
            easy: [one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen]
          audience: names
        """
    )
    lines = {(finding.line, finding.what) for finding in findings(broken)}
    assert lines == {
        (5, "`first` has no easy words"),
        (6, "the id `first` stands twice"),
        (6, "nothing fills in `{nobody}`"),
        (9, "`third` reads `frist`, which is not a question"),
        (13, "an easy line of `third` has 16 words, and 15 is the most"),
    }


def test_every_mistake_in_every_file_is_found_before_anything_that_follows() -> None:
    broken = {
        **FILES,
        "home.yaml": FILES["home.yaml"].replace("kind: date", "kind: dates").replace("audience: names", "", 1),
        "sums.yaml": "section: [",
    }
    files = [(finding.file, finding.what) for finding in findings(broken)]
    assert [file for file, _ in files] == ["home.yaml", "home.yaml", "sums.yaml"]
    assert "not YAML" in files[2][1]


def test_a_missing_file_is_found() -> None:
    assert "no such file" in found({})[0]
    assert findings({"script.yaml": FILES["script.yaml"], "home.yaml": FILES["home.yaml"]})[0].line == 4


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


def test_ids_of_the_reference_data_are_known() -> None:
    here = found(FILES, Elsewhere({"other"}, {"ACC-2-01"}, {"nacro"}, {"A01"}))
    assert "there is no row of the audience matrix `names`" in here
    assert "there is no activity `ACC-2-02`" in here
    assert "there is no activity `ACC-2-01`" not in here
    assert "there is no service `shelter`" in here
    assert "there is no item `A06`" in here
    assert found(FILES, Elsewhere({"names"}, {"ACC-1-01", "ACC-2-01", "ACC-2-02"}, {"shelter"}, {"A06"})) == []


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ("{question: later, equals: 'yes'}", "`then` reads `later`, which is only asked later"),
        ("{question: then, equals: 'yes'}", "`then` reads `then`, which is only asked later"),
        ("{need: n}", "`then` reads the need `n`, which rests on `later`, which is only asked later"),
        (
            "{fact: weeks, at_most: '3'}",
            "`then` reads the fact `weeks`, which rests on `day`, which is only asked later",
        ),
        ("{fact: wekes, at_most: '3'}", "`then` reads the fact `wekes`, which script.yaml does not name"),
        ("{need: m}", "`then` reads the need `m`, which is not a need"),
        ("{question: first, equals: maybe}", "`maybe` is not an answer to `first`"),
        ("{question: first, tagged: x}", "no option of `first` is tagged `x`"),
        ("{question: first, row: x, equals: 'yes'}", "`x` is not a row of `first`"),
        ("{count: first, at_least: '1'}", "`first` has nothing to count"),
        ("{question: first, at_least: {question: later}}", "`then` reads `later`, which is only asked later"),
    ],
)
def test_a_condition_reads_only_what_there_is_and_what_stands_before_it(when: str, what: str) -> None:
    after = FIRST.replace("first", "later") + FIRST.replace("first", "day").replace("yes_no", "date")
    need = """\
    needs:
      - id: n
        group: ACC
        title: N
        said: N
        source: R1
        audience: names
        when: {question: later, equals: "yes"}
    """
    facts = "facts: {weeks: {means: Weeks, weeks_until: day}}\n"
    assert what in found(with_home(FIRST + then(when) + after, facts, need))


def test_needs_that_wait_for_each_other_are_found() -> None:
    needs = "needs:\n" + "".join(
        f"  - {{id: {one}, group: ACC, title: N, said: N, source: R, audience: names, when: {{need: {other}}}}}\n"
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert found(with_home(FIRST, rules=needs)) == [
        "the need `a` waits for itself, by way of `b`",
        "the need `b` waits for itself, by way of `a`",
    ]


def test_privacy_is_asked_of_a_question_there_is() -> None:
    assert found(with_home(FIRST, "not_private_when: {need: gone}\n")) == [
        "`not_private_when` reads the need `gone`, which is not a need"
    ]


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("kind: yes_no, audience: names, said: {standard: Q, easy: [Q]}", "`first` doesn't say why it is asked"),
        ("kind: note, audience: names, said: {standard: Q}", "`first` has no easy words"),
        (f"{YES_NO}, why: 'For {{{{you}}.'", "nothing fills in"),
        (f"{YES_NO}, check: {{at_least: '1'}}", "`first` has no size, so it can't be more or less"),
        (
            "kind: money, told_by: worker, audience: names, said: {standard: Q}, check: {at_least: '1'}",
            "`1` is no size",
        ),
    ],
)
def test_a_question_is_worded_and_checked_as_its_kind_needs(question: str, what: str) -> None:
    assert any(what in one for one in found(with_home(f"- {{id: first, {question}}}\n")))


def test_a_page_holds_together() -> None:
    files = with_home(
        f"- {{id: a, page: p, {YES_NO}}}\n- {{id: b, {YES_NO}}}\n- {{id: c, page: p, {YES_NO}}}\n",
    )
    files["home.yaml"] = files["home.yaml"].replace("rail: Home", "rail: Home\npages: {p: {title: P}, q: {title: Q}}")
    assert found(files) == [
        "no question stands on the page `q`",
        "`c` stands apart from the other questions of the page `p`",
    ]


def test_findings_are_told_a_line_each() -> None:
    text = told(findings(with_home(FIRST + then("{question: frist, equals: 'yes'}"))))
    assert text == "home.yaml:6: `then` reads `frist`, which is not a question. Did you mean `first`?\n"
