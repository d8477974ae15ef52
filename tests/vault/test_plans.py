"""Plans: any plan that goes in comes out equal, a draft makes room, an agreed version stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcst_tui.plan.model import (
    Action,
    ConsentGivenHow,
    Deadline,
    Delivery,
    DueDate,
    Evidence,
    FollowUp,
    GroupLevel,
    Marker,
    Need,
    Plan,
    Referral,
    SettledStatus,
    Signpost,
)
from bcst_tui.vault.opening import new_vault
from bcst_tui.vault.vault import Vault
from tests.effort import tries
from tests.vault.invented import KEY, MONDAY, NOON, WORKER, begun

WORDS = st.text("abc Ü'\"\n", max_size=8)
SOME = 3


def of_kind(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of an annotated field."""
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple and get_args(kind)[-1] is ...:
        return st.lists(of_kind(get_args(kind)[0]), max_size=SOME).map(tuple)
    if is_dataclass(kind) and isinstance(kind, type):
        return some(kind)
    return {
        str: WORDS,
        bool: st.booleans(),
        date: st.dates(),
        date | None: st.none() | st.dates(),
        bool | None: st.none() | st.booleans(),
        str | None: st.none() | WORDS,
        int: st.integers(1, 9),
        int | None: st.none() | st.integers(1, 4),
        ConsentGivenHow | None: st.none() | st.sampled_from(get_args(ConsentGivenHow)),
    }[kind]


def some(kind: type, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of a dataclass, with these fields as told."""
    hints = get_type_hints(kind)
    each = {one.name: known[one.name] if one.name in known else of_kind(hints[one.name]) for one in fields(kind)}
    return st.builds(kind, **each)


def _follow_ups() -> st.SearchStrategy[FollowUp]:
    open_ones = some(FollowUp, status=st.just("open"), outcome=st.none())
    outcomes = st.sampled_from(["met", "not_reached", "not_yet", "declined"])
    closed = some(FollowUp, status=st.just("closed"), outcome=outcomes, next_step=st.just("ring again"))
    return open_ones | closed


@st.composite
def plans(draw: Callable[..., Any]) -> Plan:
    """Any plan that holds together: codes used once, links that lead somewhere."""
    codes = st.lists(st.sampled_from(["N1", "N2", "N3"]), unique=True)
    needs = tuple(draw(some(Need, code=st.just(code))) for code in draw(codes))
    markers = tuple(draw(some(Marker, code=st.just(code))) for code in draw(codes))
    known = (
        st.lists(st.sampled_from(markers), max_size=SOME, unique_by=lambda one: one.code) if markers else st.just([])
    )
    groups = draw(st.lists(st.sampled_from(["ACC", "ETE", "FIN", "PSH", "SUP"]), unique=True))
    levels = tuple(draw(some(GroupLevel, group=st.just(group), markers=known.map(tuple))) for group in groups)
    met = st.lists(st.sampled_from([need.code for need in needs]), unique=True) if needs else st.just([])
    activities = draw(st.lists(st.sampled_from(["ACC-1-01", "ACC-2-01", "FIN-1-01"]), unique=True))
    actions = tuple(draw(some(Action, activity=st.just(one), needs=met.map(tuple))) for one in activities)
    of_an_action = st.sampled_from(activities or [""])
    signpost = some(Signpost, activity=of_an_action, follow_up=_follow_ups())
    most = SOME if activities else 0
    decision = st.tuples(WORDS, some(SettledStatus))
    return Plan(
        needs=needs,
        markers=markers,
        levels=levels,
        actions=actions,
        signposts=tuple(draw(st.lists(signpost, max_size=most))),
        deliveries=tuple(draw(st.lists(some(Delivery, activity=of_an_action), max_size=most))),
        referrals=tuple(draw(st.lists(some(Referral, activity=of_an_action), max_size=most))),
        deadlines=tuple(draw(st.lists(some(Deadline), max_size=SOME))),
        decisions=tuple(draw(st.lists(decision, max_size=SOME))),
        agreed_on=draw(st.none() | st.dates()),
    )


@pytest.fixture(scope="module")
def kept_open(tmp_path_factory: pytest.TempPathFactory) -> Any:
    vault = new_vault(Path(tmp_path_factory.mktemp("plans")) / "vault", KEY, WORKER)
    yield vault
    vault.close()


@settings(max_examples=tries(15, 40), suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans())
def test_any_plan_comes_back_equal(kept_open: Vault, plan: Plan) -> None:
    with kept_open.session() as records:
        sitting = begun(records)
        saved = records.plans.save(sitting.id, plan, NOON)
    with kept_open.session() as records:
        assert records.plans.latest(sitting.id) == saved == replace(plan, version=1)


def need(title: str) -> Need:
    return Need("C01", "ACC", title, "a home", (Evidence("c01", "a hostel", "housing_plan"),), "R20", ("housing_plan",))


def test_a_draft_makes_room_for_the_next_and_an_agreed_plan_stays(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        for title in ("first", "second"):
            assert records.plans.save(sitting.id, Plan(needs=(need(title),)), NOON).version == 1
        agreed = records.plans.save(sitting.id, Plan(needs=(need("agreed"),), agreed_on=MONDAY), NOON)
        later = records.plans.save(sitting.id, Plan(needs=(need("later"),)), NOON)
    with vault.session() as records:
        assert records.plans.versions(sitting.id) == [agreed, later]
        assert [plan.version for plan in (agreed, later)] == [1, 2]
        assert records.plans.latest(sitting.id) == later
        assert records.plans.of(sitting.person_id) == later
        for table in ("need", "need_evidence", "need_audience"):
            count = records._session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert count == 2, "nothing is left of the drafts that made room"


def test_before_a_plan_is_made_there_is_none(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        assert records.plans.latest(sitting.id) is None
        assert records.plans.of(sitting.person_id) is None
        assert records.plans.versions(sitting.id) == []


def test_a_plan_that_names_a_need_it_has_not_got_is_a_bug_and_leaves_nothing(vault: Vault) -> None:
    due = DueDate("K1", None, "no date yet")
    lost = Action("ACC-1-01", "t", "s", "n", "host", "worker", 1, ("NOWHERE",), due, (), "s")
    with vault.session() as records:
        sitting = begun(records)
    with pytest.raises(KeyError), vault.session() as records:
        records.plans.save(sitting.id, Plan(actions=(lost,)), NOON)
    with vault.session() as records:
        assert records.plans.latest(sitting.id) is None
