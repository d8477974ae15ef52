"""What is on record of a case goes to the next worker with it, so that nothing is done twice; and what stays behind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.hand_over_shape import Arriving, HandedCase, as_bytes, from_bytes
from bcst_tui.casebook.handed_checks import with_services_of_elsewhere
from bcst_tui.casebook.handed_record import HandedRecord
from bcst_tui.casebook.handed_words import NEVER_COMES, OF_AN_EARLIER_BCST
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.errors import UsageError
from bcst_tui.interview.rejection import Rejection
from bcst_tui.plan.model import Plan
from bcst_tui.vault.record_values import PartOneAnswer
from tests.casebook.conftest import KEY, PROFILE, SATURDAY, add_case, around
from tests.casebook.test_carrying_out import planned, referred
from tests.vault.ready import let_go, ready_vault

THERE = replace(PROFILE, name="Dunlin Invented", prison="HMP Elsewhere")
ACTION, SERVICE = "ACC-2-01", "housing_advice"
FRIDAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    vault = ready_vault(tmp_path_factory.mktemp("here") / "vault", KEY, PROFILE)
    yield Casebook(vault, around())
    let_go(vault)


@pytest.fixture(scope="module")
def before(here: Casebook) -> Sitting:
    """One case for all of these tests, which only read it."""
    return worked_with(here)


@pytest.fixture(scope="module")
def arriving(here: Casebook, before: Sitting, tmp_path_factory: pytest.TempPathFactory) -> Arriving:
    path, _ = here.hand_over(before.case_id, tmp_path_factory.mktemp("sent"), public=here.hand_over_key)
    return here.arriving(path.read_bytes())


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Casebook]:
    vault = ready_vault(tmp_path / "there", bytes(reversed(KEY)), THERE)
    yield Casebook(vault, around())
    let_go(vault)


def worked_with(here: Casebook) -> Sitting:
    """A case in which something of every sort was written down."""
    case = add_case(here)
    with here._vault.session() as records:
        records.part_one.keep(
            case.case_id, (PartOneAnswer("c02_back", "yes", FRIDAY),), "Wren", here._surroundings.now()
        )
    sitting = here.answer(here.begin(case.case_id), "street")
    assert isinstance(sitting, Sitting)
    planned(here.edit_action(sitting, ACTION, status="in_progress", owner="Wren", due="24/11/2026"))
    planned(here.deliver(sitting, ACTION, "Two forms", "part", need="somewhere", on="20/11/2026"))
    referred(here, sitting)
    here.agree_plan(sitting)
    planned(here.edit_action(sitting, ACTION, owner="Dunlin"))
    here.complete(sitting)
    here.add_note(case.case_id, "Likes mornings")
    here.add_note(case.case_id, "For few", "belief_ethnicity")
    wrong = here.add_note(case.case_id, "Wrong")
    assert not isinstance(wrong, Rejection)
    here.strike_note(wrong.id)
    here.try_landlord(case.case_id, "social", "tried")
    here.hand_off(case.case_id, "plan", "responsible_officer")
    return sitting


def taken(there: Casebook, arriving: Arriving) -> CaseLine:
    case = there.take_over(arriving)
    assert isinstance(case, CaseLine)
    return case


def plan_of(casebook: Casebook, case_id: int) -> tuple[Sitting, Plan]:
    sitting = casebook.open_sitting(case_id)
    assert sitting is not None
    return sitting, casebook.plan(sitting)


def versions(casebook: Casebook, case_id: int) -> list[tuple[int, date | None, str]]:
    return [(one.number, one.agreed_on, one.by) for one in casebook.versions(case_id)]


def test_the_plan_goes_on_where_it_stood_with_its_versions_and_its_log(
    here: Casebook, there: Casebook, before: Sitting, arriving: Arriving
) -> None:
    """R27, R31, R33: states with day and role, owner, date, what was done, referrals step by step."""
    case = taken(there, arriving)
    sitting, plan = plan_of(there, case.case_id)
    assert plan == here.plan(before)
    action = next(one for one in plan.actions if one.activity == ACTION)
    assert (action.status, action.owner, action.status_on, action.due.on) == (
        "in_progress",
        "Dunlin",
        SATURDAY,
        date(2026, 11, 24),
    )
    assert plan.deliveries and len(plan.referrals[0].steps) == 2
    theirs, ours = there.versions(case.case_id), here.versions(before.case_id)
    assert [(one.number, one.agreed_on, one.by) for one in theirs] == [
        (one.number, one.agreed_on, one.by) for one in ours
    ]
    assert [one.words for one in there.edits(case.case_id)] == [one.words for one in here.edits(before.case_id)]
    changed = planned(there.edit_action(sitting, ACTION, owner="Somebody else"))
    assert changed.version == plan.version, "and it can be worked on at once"


def test_notes_part_1_what_was_told_and_landlords_tried_go_along(
    here: Casebook, there: Casebook, before: Sitting, arriving: Arriving
) -> None:
    case = taken(there, arriving)
    assert [(one.words, one.audience, one.by) for one in there.notes(case.case_id)] == [
        ("For few", "belief_ethnicity", PROFILE.name),
        ("Likes mornings", "worker_notes", PROFILE.name),
    ], "one struck through stays where it was"
    assert [one.on for _, _, one in there.landlords(case.case_id) if one] == [SATURDAY]
    assert there.hand_offs(case.case_id) == here.hand_offs(before.case_id)
    with there._vault.session() as records:
        assert records.part_one.of(case.case_id) == (PartOneAnswer("c02_back", "yes", FRIDAY),)


def test_both_workers_are_told_what_comes_and_what_stays(
    here: Casebook, there: Casebook, before: Sitting, arriving: Arriving
) -> None:
    told = here.handing_over_words(before.case_id)
    assert told[0].startswith("It holds 1 interview; the plan as it stands, not agreed yet")
    assert "2 notes" in told[0] and "1 kind of landlord" in told[0] and told[-1].startswith("Stays with you: ")
    assert "1 note" in told[-1]
    words = there.arriving_words(arriving)
    assert told[0] in words and NEVER_COMES in words
    assert OF_AN_EARLIER_BCST in there.arriving_words(replace(arriving, case=replace(arriving.case, record=None)))


def test_who_has_a_case_there_keeps_its_plan_and_nothing_is_there_twice(there: Casebook, arriving: Arriving) -> None:
    own = add_case(there)
    there.try_landlord(own.case_id, "social", "not_suitable", "too far")
    for _ in range(2):
        assert taken(there, arriving).case_id == own.case_id
    assert len(there.notes(own.case_id)) == 2 and len(there.hand_offs(own.case_id)) == 1
    assert [one.state for _, _, one in there.landlords(own.case_id) if one] == ["not_suitable"], "the same day: ours"
    assert there.versions(own.case_id) == () and there.open_sitting(own.case_id) is None


def test_a_file_from_before_the_record_went_along_still_opens(there: Casebook, arriving: Arriving) -> None:
    older = json.loads(as_bytes(arriving.case))
    del older["record"], older["sittings"][0]["moved_at"]
    case = taken(there, Arriving(from_bytes(json.dumps(older).encode()), ""))
    assert there.notes(case.case_id) == () and plan_of(there, case.case_id)[1].needs


def in_record(change: Callable[[HandedRecord], HandedRecord]) -> Callable[[HandedCase], HandedCase]:
    def spoil(case: HandedCase) -> HandedCase:
        assert case.record is not None
        return replace(case, record=change(case.record))

    return spoil


def in_plan(change: Callable[[Plan], Plan]) -> Callable[[HandedCase], HandedCase]:
    return in_record(
        lambda record: replace(record, plans=tuple(replace(one, plan=change(one.plan)) for one in record.plans))
    )


def test_a_service_the_other_worker_wrote_down_is_not_taken_for_one_written_here(
    there: Casebook, arriving: Arriving
) -> None:
    own = in_plan(lambda plan: replace(plan, referrals=(replace(plan.referrals[0], service="own_1"),)))
    assert not isinstance(there.add_service("Another house", "beds", "ring"), Rejection)
    case = taken(there, replace(arriving, case=own(arriving.case)))
    [referral] = plan_of(there, case.case_id)[1].referrals
    assert referral.service == "elsewhere_own_1" and referral.service_name != "Another house"
    assert with_services_of_elsewhere(Plan(referrals=(referral,))).referrals[0].service == "elsewhere_elsewhere_own_1"


SPOILT = (
    in_plan(lambda plan: replace(plan, needs=())),
    in_plan(lambda plan: replace(plan, needs=plan.needs * 2)),
    in_plan(lambda plan: replace(plan, actions=())),
    in_plan(lambda plan: replace(plan, version=10**30)),
    in_plan(lambda plan: replace(plan, referrals=(replace(plan.referrals[0], tier=9),))),
    in_record(lambda record: replace(record, plans=record.plans[:1] * 2)),
    in_record(lambda record: replace(record, plans=(replace(record.plans[0], sitting=7),))),
    in_record(lambda record: replace(record, edits=(replace(record.edits[0], version=0),))),
    in_record(lambda record: replace(record, also=((-1, "review", SATURDAY),))),
    in_record(lambda record: replace(record, notes=(replace(record.notes[0], audience="nowhere"),))),
    in_record(lambda record: replace(record, part_one=(replace(record.part_one[0], value=1.5),))),
)


def test_a_record_that_does_not_hold_together_leaves_nothing(there: Casebook, arriving: Arriving) -> None:
    for spoil in SPOILT:
        with pytest.raises(UsageError, match="hand-over file"):
            there.take_over(replace(arriving, case=spoil(arriving.case)))
        assert there.cases() == ()


def test_the_shape_is_strict_and_its_text_is_cleaned(arriving: Arriving) -> None:
    case = json.loads(as_bytes(arriving.case))

    def with_change(change: Callable[[Any], object]) -> bytes:
        changed = json.loads(json.dumps(case))
        change(changed["record"])
        return json.dumps(changed).encode()

    spoilt: tuple[Callable[[Any], object], ...] = (
        lambda record: record.update(more=1),
        lambda record: record["plans"][0]["plan"].update(more=1),
        lambda record: record["plans"][0]["plan"]["actions"][0].update(status="forgotten"),
        lambda record: record["notes"][0].update(written_at="2026-11-21T14:02:00"),
    )
    for change in spoilt:
        with pytest.raises(UsageError):
            from_bytes(with_change(change))
    read = from_bytes(with_change(lambda record: record["notes"][0].update(words="a\x1b[2Jb\u202e")))
    assert read.record is not None and read.record.notes[0].words == "a[2Jb"
