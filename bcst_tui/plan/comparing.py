"""Two plans laid beside each other: what was added, what is gone, and what stands otherwise.

One comparison serves the log of edits and the versions of a plan. It looks at all a plan says but at how it is worded
and at what follows from the calendar alone.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, Literal

from bcst_tui.plan.model import Check, DueDate, Plan

ChangeKind = Literal["added", "removed", "changed"]
NOT_COMPARED = frozenset(
    {
        "said",
        "neutral",
        "evidence",
        "audiences",
        "audience",
        "source",
        "markers",
        "counts_for",
        "state",
        "note",
        "found_on",
        "status_on",
        "status_by",
        "service_name",
    }
)
"""Wording, grounds, and what a clock says of today; who said how a thing stands is in the log of edits."""
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "Need": ("code",),
    "Marker": ("code",),
    "GroupLevel": ("group",),
    "Action": ("activity",),
    "Signpost": ("service", "activity"),
    "Deadline": ("clock", "title"),
    "Delivery": ("activity", "need", "on"),
    "Referral": ("number",),
}


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise in the second plan; `before` and `after` are codes, days or words."""

    kind: ChangeKind
    part: str
    code: str
    title: str = dataclasses.field(repr=False)
    field: str = ""
    before: str = dataclasses.field(default="", repr=False)
    after: str = dataclasses.field(default="", repr=False)
    audiences: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is about, whatever became of it."""
        return self.part, self.code, self.field


Changes = tuple[Change, ...]


def compare(older: Plan, newer: Plan) -> Changes:
    """Everything that differs, part by part in the order of a plan; nothing where the two say the same."""
    titles = {need.code: need.title for plan in (older, newer) for need in plan.needs}
    found = (change for part in _PARTS for change in _of_part(part, getattr(older, part), getattr(newer, part)))
    return tuple(_by_title(change, titles) if change.field == "needs" else change for change in found)


def _by_title(change: Change, titles: Mapping[str, str]) -> Change:
    """With the needs an action is for called as the plan calls them."""
    before, after = (
        "; ".join(titles.get(code, code) for code in told.split("; ")) for told in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _of_part(part: str, older: Iterable[Any], newer: Iterable[Any]) -> Iterator[Change]:
    before, after = _named(older), _named(newer)
    for code in [*before, *(code for code in after if code not in before)]:
        one, other = before.get(code), after.get(code)
        if other is None:
            yield Change("removed", part, code, _title(one), audiences=_rows(one))
        elif one is None:
            yield Change("added", part, code, _title(other), audiences=_rows(other))
        else:
            yield from _between(part, code, one, other)


def _between(part: str, code: str, one: Any, other: Any) -> Iterator[Change]:
    was, told = _flat(one), _flat(other)
    rows = tuple(dict.fromkeys((*_rows(one), *_rows(other))))
    for name in told:
        if was.get(name, "") != told[name]:
            yield Change("changed", part, code, _title(other), name, was.get(name, ""), told[name], rows)


def _named(things: Iterable[Any]) -> dict[str, Any]:
    """Each thing by what tells it from the others; two of one name are numbered."""
    seen: Counter[str] = Counter()
    found = {}
    for one in things:
        name = _name(one)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name} #{seen[name]}"] = one
    return found


def _name(one: Any) -> str:
    if isinstance(one, tuple):
        return str(one[0])
    return "/".join(str(getattr(one, name)) for name in _NAMED_BY[type(one).__name__])


def _title(one: Any) -> str:
    if isinstance(one, tuple):
        return str(one[0])
    names = ("title", "service_name", "what", "group")
    return next((str(getattr(one, name)) for name in names if getattr(one, name, "")), "")


def _rows(one: Any) -> tuple[str, ...]:
    own = getattr(one, "audiences", None) or (getattr(one, "audience", ""),)
    rest = [row for each in getattr(one, "evidence", ()) for row in (each.audience,)]
    return tuple(dict.fromkeys(row for row in (*own, *rest) if row))


def _flat(one: Any) -> dict[str, str]:
    """Every field that is compared, as text; what holds fields of its own is laid flat."""
    if isinstance(one, tuple):
        return _flat(one[1])
    told: dict[str, str] = {}
    for each in fields(one):
        value = getattr(one, each.name)
        if each.name in NOT_COMPARED:
            continue
        if is_dataclass(value) and not isinstance(value, DueDate):
            told.update(_flat(value))
        else:
            told[each.name] = _as_text(value)
    return told


def _as_text(value: Any) -> str:
    if isinstance(value, DueDate):
        return _as_text(value.on)
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, Check):
        return value.outcome
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(_as_text(one) for one in value)
    if is_dataclass(value):
        return ", ".join(text for text in (_as_text(getattr(value, each.name)) for each in fields(value)) if text)
    return str(value)


_PARTS = tuple(each.name for each in fields(Plan) if isinstance(each.default, tuple))
