"""What has to hold of values that come in a file from elsewhere, beyond their shape."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from bcst_tui.interview.values import Json
from bcst_tui.plan.model import FollowUp, Plan
from bcst_tui.text import clean
from bcst_tui.vault.records_services import OWN

MOST = 10_000
"""No number of a plan's version or referral comes near it."""
NEXT_STEP_NEEDED = ("not_yet", "service_refused", "not_reached")
TIERS = (None, 1, 2, 3, 4)
ELSEWHERE = "elsewhere_"
Value = TypeVar("Value")


def json_of(value: object) -> Json:
    """A stored answer as it is. Raises ValueError where it has what no answer has."""
    match value:
        case bool() | None | float():
            raise ValueError("no answer holds this")
        case str() | int():
            return value
        case list():
            return [json_of(one) for one in value]
        case dict():
            return {str(name): json_of(one) for name, one in value.items()}
    raise ValueError("no answer holds this")


def cleaned(value: Value) -> Value:
    """The same with all its text cleaned, however deep it lies."""
    return cast(Value, _cleaned(value))


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case tuple() | list():
            return type(value)(_cleaned(one) for one in value)
        case Mapping():
            return {_cleaned(name): _cleaned(one) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _cleaned(getattr(value, each.name)) for each in fields(value)})
    return value


def holds_together(plan: Plan) -> bool:
    """Whether nothing is there twice, and everything a part of the plan points to is there."""
    needs = [one.code for one in plan.needs]
    activities = [one.activity for one in plan.actions]
    numbers = [one.number for one in plan.referrals]
    named = (needs, activities, numbers, [one.code for one in plan.markers], [one.group for one in plan.levels])
    pointed_to = {one.activity for part in (plan.signposts, plan.deliveries, plan.referrals) for one in part}
    return (
        all(_only_once(some) for some in named)
        and {code for one in plan.actions for code in one.needs} <= set(needs)
        and pointed_to <= set(activities)
        and all(_is_whole(one.follow_up) for one in plan.signposts)
        and all(one.tier in TIERS and 0 < one.number <= MOST for one in plan.referrals)
        and 0 < plan.version <= MOST
    )


def with_services_of_elsewhere(plan: Plan) -> Plan:
    """Services that a worker wrote into their own directory keep their names, and are none of those written here."""
    return replace(
        plan,
        signposts=tuple(replace(one, service=_of_elsewhere(one.service)) for one in plan.signposts),
        referrals=tuple(replace(one, service=_of_elsewhere(one.service)) for one in plan.referrals),
    )


def _of_elsewhere(service: str) -> str:
    return f"{ELSEWHERE}{service}" if service.startswith((OWN, ELSEWHERE)) else service


def _is_whole(follow_up: FollowUp) -> bool:
    """An outcome where it is closed and only there, and what happens next after some."""
    is_told = (follow_up.status == "closed") == (follow_up.outcome is not None)
    return is_told and (follow_up.outcome not in NEXT_STEP_NEEDED or bool(follow_up.next_step))


def _only_once(names: Iterable[Hashable]) -> bool:
    held = list(names)
    return len(held) == len(set(held))
