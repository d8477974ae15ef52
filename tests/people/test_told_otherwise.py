"""One answer of a person changed: what then waits or need not, and what never rests on a debt that is not safe."""

from __future__ import annotations

import pytest

from bcst_tui.interview.answers_file import played, read_answers
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.deriving import derive
from bcst_tui.yaml_text import read_yaml
from tests.people.replaying import Told, actions, around, expected, script, written


def told_otherwise(person: str, old: str, new: str) -> Told:
    """The plan of a person with these lines of the answers file in place of those."""
    text = written(person)
    assert text.count(old) == 1, old
    file = read_answers(read_yaml(text.replace(old, new), f"{person}.yaml"), script())
    assert file.today is not None
    interview = played(file, file.begun(script(), file.today))
    reference = around().reference
    return plan_json(derive(interview, reference), interview, reference)


def answered(question: str, answer: str) -> Told:
    before = next(line for line in written("joint_tenancy").splitlines() if line.startswith(f"{question}:"))
    return told_otherwise("joint_tenancy", before, f"{question}: {answer}")


def test_a_shared_claim_is_reported_the_next_working_day_once_the_person_says_yes() -> None:
    assert actions(answered("e02f_all_right_to_tell", "yes"))["FIN-2-03"] == "by 2026-12-23"


@pytest.mark.parametrize("answer", ["not_yet", "no", "{declined: true}", "{not_known: true}", "{not_asked: no_time}"])
def test_a_shared_claim_waits_as_long_as_the_person_has_not_said_yes(answer: str) -> None:
    told = answered("e02f_all_right_to_tell", answer)
    assert actions(told)["FIN-2-03"] == "held, by 2026-12-23"


@pytest.mark.parametrize("answer", ["unsure", "{declined: true}", "{not_known: true}"])
def test_a_claim_that_may_be_shared_waits_like_one_that_is(answer: str) -> None:
    assert actions(answered("e02b_joint_claim", answer))["FIN-2-03"] == "held, by 2026-12-23"


def test_a_debt_that_is_not_safe_changes_nothing_of_the_plan_to_pay_the_others() -> None:
    beside = "e03b_that_sort: yes\ne03d_worry_in_here: no\ne03g_advice_on_it: no"
    assert (
        actions(told_otherwise("joint_tenancy", "e03b_that_sort: no", beside)) == expected("joint_tenancy")["actions"]
    )


def test_advice_on_a_debt_that_is_not_safe_can_be_turned_down() -> None:
    told = told_otherwise("nowhere_to_live", "e03g_advice_on_it: yes", "e03g_advice_on_it: no")
    assert not {"FIN-2-01", "FIN-2-02", "FIN-2-04"} & set(actions(told))


def test_a_council_told_more_sets_its_referral_free() -> None:
    told = told_otherwise("nowhere_to_live", "c15_council_told: depth_1", "c15_council_told: depth_2")
    assert actions(told)["ACC-3-01"] == "by 2026-11-30"
