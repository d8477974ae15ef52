"""The fields a service is written in, one at a time: what each is called, what it may say, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.directory import LANDLORDS
from bcst_tui.reference.activity import SEALED_GROUPS
from bcst_tui.reference.reference import Reference
from bcst_tui.reference.service import OLDEST, YOUNGEST, Service, Takes
from bcst_tui.text import is_blank, one_line

NO_LANDLORD = "none"
KNOWN: Mapping[str, str] = MappingProxyType({"yes": "Yes", "no": "No", "ask": "Not known: to be asked"})

KINDS: Mapping[str, str] = MappingProxyType(
    {NO_LANDLORD: "No landlord", **{str(code): words for code, words in LANDLORDS.items()}}
)
WHOM: Mapping[str, str] = MappingProxyType({"anybody": "Anybody", "women": "Women only", "men": "Men only"})


@dataclass(frozen=True)
class ServiceField:
    """One field: its name in a list, what is said when it is written, and its choices where it has any."""

    id: str
    title: str
    asked: str
    choices: Mapping[str, str] = field(default_factory=dict)
    is_needed: bool = False


FIELDS: tuple[ServiceField, ...] = (
    ServiceField("name", "Name", "What is it called?", is_needed=True),
    ServiceField("does", "What for", "What does it do?", is_needed=True),
    ServiceField("for_whom", "Who for", "Who is it for?", is_needed=True),
    ServiceField("reach", "How to reach it", "How is it reached: phone, post, who to ask for?", is_needed=True),
    ServiceField("opening", "Open", "When is it open?"),
    ServiceField(
        "where",
        "Where",
        "Where is it?",
        {"prison": "In this prison", "release_area": "Where people are released to", "national": "Everywhere"},
    ),
    ServiceField("area", "Area", "Which council's area, or town?"),
    ServiceField(
        "activities", "For which actions", "Actions or pathways it is for, such as ACC-2-04 or FIN, with spaces between"
    ),
    ServiceField("landlord", "Landlord", "Which kind of landlord is it?", KINDS),
    ServiceField("whom", "Takes", "Whom does it take?", WHOM),
    ServiceField("drug_use", "Takes people who use drugs", "Does it take people who use drugs now?", KNOWN),
    ServiceField("couples", "Takes couples", "Does it take couples?", KNOWN),
    ServiceField("children", "Takes children", "Does it take people with their children?", KNOWN),
    ServiceField(
        "no_public_funds",
        "Takes people without public funds",
        "Without a right to public funds: does it take them?",
        KNOWN,
    ),
    ServiceField("curfew", "Has a curfew", "Does it have a curfew?", KNOWN),
    ServiceField("from_age", "From age", "From which age? A dash for any."),
    ServiceField("to_age", "Up to age", "Up to which age? A dash for any."),
    ServiceField("languages", "Languages", "Which languages are spoken there?"),
    ServiceField("checked_on", "Checked on", "On which day was all this checked? Such as 12/3/2027."),
)
BY_ID: Mapping[str, ServiceField] = MappingProxyType({one.id: one for one in FIELDS})
_OF_TAKES = frozenset(Takes.model_fields)
NOTHING = "–"
TYPED = tuple(
    field.id for field in FIELDS if not field.choices and field.id not in ("from_age", "to_age", "checked_on")
)
"""Those in words."""


def said(service: Service, field_id: str) -> str:
    """What a field says, in words; a dash for nothing."""
    value = getattr(service.takes if field_id in _OF_TAKES else service, field_id)
    if choices := BY_ID[field_id].choices:
        return choices[NO_LANDLORD if value is None else str(value)]
    if isinstance(value, tuple):
        return " ".join(value) or NOTHING
    if isinstance(value, date):
        return day_words(value)
    return "Not yet" if value == "not_yet" else str(value if value is not None else "") or NOTHING


def written(service: Service, field_id: str, typed: str, reference: Reference, today: date) -> Service | Rejection:
    """The service with one field as typed or chosen, or what to mend."""
    value = _read(BY_ID[field_id], one_line(typed), reference, today)
    if isinstance(value, Rejection):
        return value
    if field_id not in _OF_TAKES:
        return service.model_copy(update={field_id: value})
    takes = service.takes.model_copy(update={field_id: value})
    if takes.from_age is not None and takes.to_age is not None and takes.from_age > takes.to_age:
        return Rejection("The upper age is below the lower one. Mend one of them.")
    return service.model_copy(update={"takes": takes})


def _read(entry: ServiceField, words: str, reference: Reference, today: date) -> object:
    if entry.choices:
        if words not in entry.choices:
            return Rejection(f"Choose one of: {', '.join(entry.choices)}.")
        return None if (entry.id, words) == ("landlord", NO_LANDLORD) else words
    match entry.id:
        case "from_age" | "to_age":
            return _age(words)
        case "checked_on":
            return _checked(words, today)
        case "activities":
            return _named(words, reference)
        case _:
            return _words(entry, words)


def _words(entry: ServiceField, words: str) -> str | Rejection:
    if entry.is_needed and is_blank(words):
        return Rejection(f"{entry.asked} Something has to stand here.")
    if len(words) > SHORT_TEXT:
        return Rejection(f"Keep it to {SHORT_TEXT} letters; this has {len(words)}.")
    return "" if words in ("-", NOTHING) else words


def _age(words: str) -> int | None | Rejection:
    if words in ("", "-", NOTHING):
        return None
    if not (words.isdecimal() and words.isascii() and len(words) < 4 and YOUNGEST <= int(words) <= OLDEST):
        return Rejection(f"Write an age in whole years, from {YOUNGEST} to {OLDEST}, or a dash for any.")
    return int(words)


def _checked(words: str, today: date) -> date | Rejection:
    day = today if words.lower() == "today" else read_date(words)
    if day is None:
        return Rejection("Write the day as day, month and full year, such as 12/3/2027, or today.")
    return Rejection("That day is still to come. Write the day it was checked.") if day > today else day


def _named(words: str, reference: Reference) -> tuple[str, ...] | Rejection:
    """Actions and pathways by their codes; those of the private part are not known here."""
    names = [] if words in ("-", NOTHING) else words.upper().replace(",", " ").split()
    groups = [code for code in reference.group_labels if code not in SEALED_GROUPS]
    actions = {one.id for one in reference.activities.values() if not one.is_sealed}
    for name in names:
        if name not in actions and name not in groups:
            return Rejection(f"{name[:12]} is no action and no pathway. Pathways are {', '.join(groups)}.")
    return tuple(dict.fromkeys(names))
