"""A plan kept on one day says the same on a later one, so that lists may read it instead of deriving it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcst_tui.interview.answers_file import played
from bcst_tui.plan.deriving import derive
from bcst_tui.plan.owed import owed_by
from tests.people.replaying import PEOPLE, answers, around, script


@pytest.mark.parametrize("person", PEOPLE)
def test_what_a_plan_owes_does_not_move_with_today(person: str) -> None:
    file, reference = answers(person), around().reference
    assert file.today is not None
    interview = played(file, file.begun(script(), file.today))
    owed = owed_by(derive(interview, reference))
    for later in (1, 30, 400):
        assert owed_by(derive(interview, reference, today=interview.today + timedelta(days=later))) == owed
