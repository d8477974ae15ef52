"""A change of a plan in one sentence, in the labels of the vocabulary: for versions side by side and for papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.comparing import Change
from bcst_tui.plan.labels import Labels

PARTS: Mapping[str, str] = {
    "needs": "Needs",
    "markers": "What makes it more complex",
    "levels": "Levels",
    "actions": "Actions",
    "deliveries": "What was done",
    "signposts": "Services pointed to",
    "referrals": "Referrals",
    "deadlines": "Dates",
    "decisions": "Home: settled or not",
}
_NEW: Mapping[str, str] = {"deliveries": "Done", "signposts": "Pointed to", "referrals": "Referred to"}
_WORDS: Mapping[tuple[str, str], str] = {
    ("needs", "status"): "need_status",
    ("needs", "origin"): "need_origin",
    ("needs", "persons_view"): "person_view",
    ("actions", "status"): "action_status",
    ("actions", "said_by"): "done_by",
    ("signposts", "how"): "signpost_how",
    ("signposts", "outcome"): "follow_up_outcome",
    ("signposts", "checks"): "follow_up_outcome",
    ("referrals", "status"): "referral_status",
    ("referrals", "caseload"): "caseload_check",
    ("deliveries", "extent"): "delivery",
}
_FIELDS: Mapping[str, str] = {
    "status": "",
    "persons_view": "the person's view",
    "said_by": "who does it",
    "due": "due",
    "title": "called",
    "worker_agrees": "level 3 agreed",
    "offered_3": "level 3 offered",
    "passed_to": "passed on to",
    "safe_to_contact": "safe to get in touch",
}


def by_part(changes: Iterable[Change], labels: Labels) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sentences under the heading of their part, in the order of a plan; a part with none is left out."""
    told: dict[str, list[str]] = {}
    for change in changes:
        told.setdefault(change.part, []).append(sentence(change, labels))
    parts = [part for part in dict.fromkeys((*PARTS, *told)) if part in told]
    return tuple((PARTS.get(part, part), tuple(dict.fromkeys(told[part]))) for part in parts)


def sentence(change: Change, labels: Labels) -> str:
    """`Somewhere to live: proposed → confirmed.`"""
    title = labels.group(change.code) if change.part == "levels" else change.title.rstrip(".")
    if change.kind == "added":
        return f"{_NEW.get(change.part, 'New')}: {title}."
    if change.kind == "removed":
        return f"No longer there: {title}."
    if change.field == "checks":
        again = "again" if change.before else "what came of it"
        return f"{title}: asked {again}: {_told(change, change.after.split('; ')[-1], labels)}."
    if change.field == "needs":
        return f"{title}: {_served_otherwise(change)}."
    name = _FIELDS.get(change.field, change.field.replace("_", " "))
    before, after = (_told(change, value, labels) for value in (change.before, change.after))
    if not change.before:
        return f"{title}: {f'{name}, ' if name else ''}now {after}."
    return f"{title}: {f'{name}, ' if name else ''}{before} → {after}."


def _served_otherwise(change: Change) -> str:
    """Which needs an action is for since, and which no longer."""
    before, after = (tuple(filter(None, told.split("; "))) for told in (change.before, change.after))
    told = {
        "now also for" if before else "now for": [one for one in after if one not in before],
        "no longer for": [one for one in before if one not in after],
    }
    return "; ".join(f"{how} {', '.join(f'“{one}”' for one in needs)}" for how, needs in told.items() if needs)


def _told(change: Change, value: str, labels: Labels) -> str:
    if not value:
        return "nothing"
    vocabulary = _WORDS.get((change.part, change.field))
    if vocabulary is not None:
        words = labels.of(vocabulary, value)
        return words[:1].lower() + words[1:]
    if change.part == "levels" and change.field == "level":
        return f"level {value}"
    return _day(value)


def _day(value: str) -> str:
    """A day in words; anything else as it is."""
    if len(value) != len("2027-03-01"):
        return value
    try:
        return day_words(date.fromisoformat(value))
    except ValueError:
        return value
