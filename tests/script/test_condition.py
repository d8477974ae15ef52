"""Conditions: each test, each join, and what becomes of them where something is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bcst_tui.script import condition as grammar
from bcst_tui.script.condition import Condition, Scope, Seen, holds, supports, verdict


@dataclass(frozen=True)
class Told:
    """What is known, for a test."""

    answers: Mapping[str, Seen] = field(default_factory=dict)
    facts: Mapping[str, Seen] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    groups: Mapping[str, Sequence[Scope]] = field(default_factory=dict)

    def question(self, question_id: str, row: str | None = None) -> Seen | None:
        return self.answers.get(f"{question_id}.{row}" if row else question_id)

    def fact(self, name: str) -> Seen | None:
        return self.facts.get(name)

    def need(self, need_id: str) -> bool:
        return need_id in self.needs

    def rows(self, group_id: str) -> Sequence[Scope] | None:
        return self.groups.get(group_id)


def when(**words: Any) -> Condition:
    return Condition.model_validate(words)


ONE = Told({"q": Seen(("a",), frozenset({"early"}))})
TWO = Told({"q": Seen(("a", "b"))})
FIVE = Told({"q": Seen(("5",), size=5)})
DECLINED = Told({"q": Seen(non_answer="declined")})
SILENT = Told()


@pytest.mark.parametrize(
    ("words", "scope", "outcome"),
    [
        ({"equals": "a"}, ONE, True),
        ({"equals": "b"}, ONE, False),
        ({"equals": "a"}, TWO, False),
        ({"equals": "5"}, FIVE, True),
        ({"one_of": ["a", "c"]}, ONE, True),
        ({"one_of": ["a"]}, TWO, False),
        ({"one_of": ["a", "b"]}, TWO, True),
        ({"includes": "b"}, TWO, True),
        ({"includes": "c"}, TWO, False),
        ({"tagged": "early"}, ONE, True),
        ({"tagged": "late"}, ONE, False),
        ({"at_least": "5"}, FIVE, True),
        ({"at_least": "6"}, FIVE, False),
        ({"at_most": "5"}, FIVE, True),
        ({"at_most": "4"}, FIVE, False),
        ({"at_least": "2027-01-01"}, FIVE, None),
        ({"at_least": "1"}, ONE, None),
        ({"equals": "a"}, DECLINED, None),
        ({"at_least": "1"}, DECLINED, None),
        ({"equals": "a"}, SILENT, None),
        ({"answered": "true"}, ONE, True),
        ({"answered": "true"}, DECLINED, False),
        ({"answered": "declined"}, DECLINED, True),
        ({"answered": "not_known"}, DECLINED, False),
        ({"answered": "declined"}, SILENT, False),
    ],
)
def test_each_test_says_yes_no_or_not_known(words: dict[str, Any], scope: Told, outcome: bool | None) -> None:
    condition = when(question="q", **words)
    assert verdict(condition, scope) is outcome
    assert holds(condition, scope) is (outcome is True)


YES, NO, UNKNOWN = when(question="q", equals="a"), when(question="q", equals="z"), when(question="gone", equals="a")


@pytest.mark.parametrize(
    ("join", "parts", "held", "judged"),
    [
        ("all", (YES, YES), True, True),
        ("all", (YES, NO), False, False),
        ("all", (YES, UNKNOWN), False, None),
        ("all", (NO, UNKNOWN), False, False),
        ("any", (NO, YES), True, True),
        ("any", (NO, NO), False, False),
        ("any", (NO, UNKNOWN), False, None),
        ("any", (YES, UNKNOWN), True, True),
        ("none", (NO, NO), True, True),
        ("none", (NO, YES), False, False),
        ("none", (NO, UNKNOWN), True, None),
        ("none", (YES, UNKNOWN), False, False),
    ],
)
def test_joins_count_what_is_missing_as_not_that_and_judge_it_not_known(
    join: str, parts: tuple[Condition, ...], held: bool, judged: bool | None
) -> None:
    condition = Condition(**{join: parts})  # type: ignore[arg-type]
    assert holds(condition, ONE) is held
    assert verdict(condition, ONE) is judged


def test_facts_and_needs_are_read_like_answers() -> None:
    scope = Told(facts={"age": Seen(("40",), size=40)}, needs=frozenset({"rent"}))
    assert holds(when(fact="age", at_least="18"), scope)
    assert not holds(when(fact="weeks", at_least="1"), scope)
    assert holds(when(need="rent"), scope)
    assert not holds(when(need="debt"), scope)


def test_a_bound_may_be_another_answer_or_a_fact() -> None:
    days = Told(
        {"from": Seen(size=date(2026, 1, 1)), "to": Seen(size=date(2026, 1, 2))}, {"today": Seen(size=date.max)}
    )
    assert holds(when(question="to", at_least={"question": "from"}), days)
    assert not holds(when(question="from", at_least={"question": "to"}), days)
    assert holds(when(question="to", at_most={"fact": "today"}), days)
    assert verdict(when(question="to", at_most={"question": "gone"}), days) is None


def test_one_row_of_a_list_is_read_by_its_name() -> None:
    assert holds(when(question="q", row="rent", equals="badly"), Told({"q.rent": Seen(("badly",))}))


def test_rows_and_choices_are_counted_once_something_is_said() -> None:
    rows = [Told({"sum": Seen(size=6000)}), Told({"sum": Seen(size=100)}), Told()]
    scope = Told(groups={"debts": rows})
    assert holds(when(count="debts", equals="3"), scope)
    assert holds(when(count="debts", equals="1", where={"question": "sum", "at_least": "£50"}), scope)
    assert holds(when(count="q", equals="2"), TWO)
    for nothing in (SILENT, Told(groups={"q": []}), DECLINED):
        assert verdict(when(count="q", at_most="5"), nothing) is None
    assert holds(when(count="q", equals="0"), Told({"q": Seen(("done",))}, groups={"q": []}))


def test_evidence_is_the_tests_that_hold_and_by_which_the_condition_holds() -> None:
    assert list(supports(when(any=[YES, NO, UNKNOWN]), ONE)) == [YES]
    assert list(supports(when(all=[YES, {"any": [NO, YES]}]), ONE)) == [YES, YES]
    assert list(supports(when(all=[YES, NO]), ONE)) == []
    assert list(supports(when(none=[NO]), ONE)) == []


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"equals": "a"},
        {"question": "q"},
        {"question": "q", "fact": "f", "equals": "a"},
        {"question": "q", "equals": "a", "includes": "b"},
        {"all": []},
        {"all": [{"question": "q", "equals": "a"}], "question": "q"},
        {"all": [{"question": "q", "equals": "a"}], "equals": "a"},
        {"need": "n", "equals": "a"},
        {"count": "q", "includes": "a"},
        {"question": "q", "equals": "a", "where": {"need": "n"}},
        {"count": "q", "equals": "1", "row": "r"},
        {"question": "q", "at_least": "soon"},
        {"question": "q", "at_least": "9" * 5000},
        {"question": "q", "at_least": {"question": "a", "fact": "b"}},
        {"question": "q", "at_least": {}},
        {"question": "q", "answered": "perhaps"},
        {"question": "q", "is": "a"},
    ],
)
def test_a_condition_has_one_head_and_one_test(words: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(words)


def test_every_test_word_is_tried_here() -> None:
    tried = {"equals", "one_of", "includes", "tagged", "at_least", "at_most", "answered"}
    assert set(grammar.TESTS) == tried
