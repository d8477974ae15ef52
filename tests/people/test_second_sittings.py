"""Whole people who are met a second time: what a short sitting does not ask about lives on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook import playing as as_played
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.one_plan import NoReviewDate
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.plan.comparing import compare
from bcst_tui.plan.model import Plan
from bcst_tui.plan.working_days import next_working_day, working_days_after
from bcst_tui.vault.folder import VaultFolder
from tests.effort import TORTURE
from tests.people.replaying import PEOPLE, answers, around
from tests.vault.ready import copied_vault

WEEKS_LATER = timedelta(days=20)
TELLING = ("interpreter", "life_sentence", "nowhere_to_live", "remand")
"""Between them: words of others, long deadlines, every part of a plan, and one not sentenced."""
MET_AGAIN = PEOPLE if TORTURE else TELLING


class Days:
    """The day it is, which a test moves on."""

    def __init__(self, first: date) -> None:
        self.now = first

    def __call__(self) -> date:
        return self.now


Met = tuple[Casebook, Sitting, Days]
_met: dict[str, tuple[bytes, Sitting]] = {}
"""The file of everybody met so far in this process, and the sitting they were met in."""


@contextmanager
def first_met(person: str, folder: Path) -> Iterator[Met]:
    """Somebody screened for the first time, with their plan agreed; played once, then each test has a copy."""
    if person not in _met:
        with just_met(person, folder / "played") as (_, sitting, _):
            pass
        _met[person] = VaultFolder(folder / "played" / "vault").database.read_bytes(), sitting
    made, sitting = _met[person]
    file = answers(person)
    assert file.today is not None
    days = Days(file.today)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_played, "new_vault", lambda path, *_: copied_vault(made, path, bytes(as_played.KEY_BYTES)))
        with played_casebook(folder / "vault", file, replace(around(), today=days)) as casebook:
            yield casebook, sitting, days


@contextmanager
def just_met(person: str, folder: Path) -> Iterator[Met]:
    """The same, played from the first question to the last."""
    file = answers(person)
    assert file.today is not None
    days = Days(file.today)
    with played_casebook(folder / "vault", file, replace(around(), today=days)) as casebook:
        sitting = casebook.complete(play(casebook, file))
        casebook.agree_plan(sitting)
        yield casebook, sitting, days


@pytest.mark.parametrize("person", MET_AGAIN)
def test_a_follow_up_that_asks_little_drops_nothing(person: str, tmp_path: Path) -> None:
    with first_met(person, tmp_path) as (casebook, first, days):
        agreed = casebook.plan(first)
        days.now += WEEKS_LATER
        later = casebook.plan(casebook.begin(first.case_id, "follow_up"))
        gone = [one for one in compare(agreed, later) if one.part not in ("deadlines", "decisions")]
        assert gone == []
        assert (later.version, later.agreed_on) == (1, None)
        assert {one.activity: one.due for one in later.actions} == {one.activity: one.due for one in agreed.actions}


def test_the_version_agreed_after_a_follow_up_is_the_second_and_the_first_stays_as_it_was(tmp_path: Path) -> None:
    with first_met("nowhere_to_live", tmp_path) as (casebook, first, days):
        agreed = casebook.plan(first)
        days.now += WEEKS_LATER
        second = casebook.begin(first.case_id, "follow_up")
        need = agreed.needs[0]
        edited = casebook.edit_need(second, need.code, status="met")
        assert isinstance(edited, Plan)
        assert casebook.agree_plan(casebook.complete(second)).version == 2
        with casebook._vault.session() as records:
            assert records.plans.version(first.sitting_id, 1) == replace(agreed, version=1)


def test_at_a_review_only_what_is_answered_anew_takes_a_need_away(tmp_path: Path) -> None:
    with first_met("nowhere_to_live", tmp_path) as (casebook, first, days):
        agreed = casebook.plan(first)
        days.now += WEEKS_LATER
        review = casebook.begin(first.case_id, "review")
        assert {one.code for one in casebook.plan(review).needs} == {one.code for one in agreed.needs}


def test_an_interview_inside_the_last_12_weeks_is_two_dated_assessments(tmp_path: Path) -> None:
    with first_met("nowhere_to_live", tmp_path) as (casebook, first, _):
        both = any(one.clock == "both_at_once" for one in casebook.plan(first).deadlines)
        with casebook._vault.session() as records:
            also = records.edits.also(first.sitting_id)
        assert also == ([("review", first.interview.today)] if both else [])


def test_a_need_found_between_sittings_is_for_the_5_working_days_after_it_was_found(tmp_path: Path) -> None:
    with first_met("settled_owner", tmp_path) as (casebook, sitting, days):
        days.now += WEEKS_LATER
        plan = casebook.add_need(sitting, "FIN", "A bank account", "They said so today")
        assert isinstance(plan, Plan)
        need, first = plan.needs[-1], plan.actions[-1]
        assert (need.found_on, first.needs) == (days.now, (need.code,))
        assert first.due.on == working_days_after(days.now, 5)
        bailiff = casebook.add_need(sitting, "FIN", "A bailiff", "A letter", "person", can_wait=False)
        assert isinstance(bailiff, Plan)
        assert (bailiff.needs[-1].origin, bailiff.actions[-1].due.on) == ("person", next_working_day(days.now))


def test_a_plan_without_a_day_to_look_again_is_not_agreed(tmp_path: Path) -> None:
    file = answers("life_sentence")
    assert file.today is not None
    with played_casebook(tmp_path / "vault", file, replace(around(), today=Days(file.today))) as casebook:
        sitting = play(casebook, file)
        unsaid = casebook.revise(sitting, "k08c_review_date", {"not_asked": "no_time"})
        assert isinstance(unsaid, Sitting)
        parole = casebook.revise(unsaid, "a06_key_dates", ["none_fixed"])
        assert isinstance(parole, Sitting)
        with pytest.raises(NoReviewDate):
            casebook.agree_plan(parole)
        dated = casebook.revise(parole, "k08c_review_date", "2027-08-12")
        assert isinstance(dated, Sitting)
        assert casebook.agree_plan(dated).version == 1


@pytest.mark.parametrize("person", PEOPLE if TORTURE else ("nowhere_to_live",))
def test_a_file_played_in_few_savings_is_kept_as_if_each_answer_were_saved_by_itself(
    person: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with just_met(person, tmp_path / "few") as (casebook, first, _):
        few = first.interview.moves, casebook.consents(first.case_id), casebook.plan(first)
    monkeypatch.setattr(Casebook, "decides", lambda *_: True)
    with just_met(person, tmp_path / "each") as (casebook, first, _):
        each = first.interview.moves, casebook.consents(first.case_id), casebook.plan(first)
    assert few == each
