"""Which services fit an action and a person; those that may not fit say what to check first, and none is hidden.

Only what a service takes is ever put in words, never what the person has said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.interview.answer import Given
from bcst_tui.interview.known import Known
from bcst_tui.interview.showing import day_words
from bcst_tui.interview.values import Chosen
from bcst_tui.reference.activity import Activity
from bcst_tui.reference.service import LandlordKind, Service, Takes
from bcst_tui.script.condition import Seen
from bcst_tui.text import one_line

OLD_AFTER_MONTHS = 6
CHECK_FIRST = "check before use"
LANDLORDS: Mapping[LandlordKind, str] = {
    "social": "Council or housing association",
    "charitable": "A charity's housing",
    "private": "A private landlord",
}
DEPOSIT = "ACC-2-04"


@dataclass(frozen=True)
class Who:
    """What of a person bears on whether a service takes them; None is not known."""

    age: int | None = None
    recorded_as: str = field(default="", repr=False)
    wants_women_only: bool = field(default=False, repr=False)
    uses_drugs: bool = field(default=False, repr=False)
    has_children: bool = field(default=False, repr=False)
    from_abroad: bool = field(default=False, repr=False)
    speaks: str = field(default="", repr=False)


@dataclass(frozen=True)
class Suggestion:
    """A service that may be named: `unfit` says why it may not fit, `remarks` what else to know before use."""

    service: Service
    is_meant: bool
    unfit: tuple[str, ...] = field(default=(), repr=False)
    remarks: tuple[str, ...] = field(default=(), repr=False)

    @property
    def line(self) -> str:
        """The service as a list offers it."""
        said = [one for one in (*self.unfit, *self.remarks) if one]
        return f"{self.service.name}: {'; '.join(said)}" if said else self.service.name


def suggestions(
    services: Iterable[Service], activity: Activity | None, who: Who, today: date
) -> tuple[Suggestion, ...]:
    """Every service that may be named: meant for the activity first, among them those that fit, then by name."""
    found = [
        Suggestion(
            one, is_meant(one, activity), tuple(why_unfit(one.takes, who)), tuple(remarks(one, activity, who, today))
        )
        for one in services
        if one.may_be_named and not one.retired
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_meant, bool(one.unfit), one.service.name.casefold())))


def is_meant(service: Service, activity: Activity | None) -> bool:
    """Whether the activity names the service, or the service the activity or its whole pathway."""
    if activity is None:
        return False
    return service.id in activity.services or bool({activity.id, activity.group} & {*service.activities})


def why_unfit(takes: Takes, who: Who) -> Iterator[str]:
    """What stands between this person and the service, as far as both are known (R47, R111, R116)."""
    if takes.drug_use == "no" and who.uses_drugs:
        yield f"takes nobody who uses drugs: {CHECK_FIRST}"
    if takes.whom == "women" and who.recorded_as != "woman":
        yield "takes women only: ask it first"
    if takes.whom == "men" and who.recorded_as != "man":
        yield "takes men only: ask it first"
    if takes.children == "no" and who.has_children:
        yield "takes no children"
    if takes.no_public_funds == "no" and who.from_abroad:
        yield "takes nobody without a right to public funds: ask it first"
    if who.age is not None and takes.from_age is not None and who.age < takes.from_age:
        yield f"takes people from {takes.from_age} on"
    if who.age is not None and takes.to_age is not None and who.age > takes.to_age:
        yield f"takes people up to {takes.to_age}"


def remarks(service: Service, activity: Activity | None, who: Who, today: date) -> Iterator[str]:
    """What is good to know before it is used: places for women, what nobody has asked yet, how old all this is."""
    takes = service.takes
    if takes.whom == "women" and who.wants_women_only:
        yield "women only"
    if takes.drug_use == "ask" and who.uses_drugs and service.landlord is not None:
        yield "ask whether it takes people who use drugs"
    if takes.curfew == "yes":
        yield "has a curfew"
    if who.speaks and takes.languages and who.speaks in one_line(takes.languages).casefold():
        yield "speaks their language"
    if activity is not None and activity.id == DEPOSIT and service.area:
        yield f"for {service.area}"
    if old := out_of_date(service, today):
        yield old


def out_of_date(service: Service, today: date) -> str:
    """That what is known of a service is to be checked before use, and since when; empty if it is fresh."""
    if service.checked_on == "not_yet":
        return f"never checked: {CHECK_FIRST}"
    if _months_since(service.checked_on, today) >= OLD_AFTER_MONTHS:
        return f"checked on {day_words(service.checked_on)}: {CHECK_FIRST}"
    return ""


def _months_since(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def who_is(known: Known) -> Who:
    """What the answers and the record say that bears on it; nothing is asked for it."""
    age = known.fact("age")
    drugs, abroad = known.question("f06_drugs"), known.question("g04_nationality")
    return Who(
        age=age.size if age is not None and isinstance(age.size, int) else None,
        recorded_as=_code(known.question("a15_sex_recorded")),
        wants_women_only="women_only" in _codes(known.question("c19_help_to_hold")),
        uses_drugs=drugs is not None and "now" in drugs.tags,
        has_children=_code(known.question("f10_has_children")) == "yes",
        from_abroad=abroad is not None and "from_abroad" in abroad.tags,
        speaks=_language(known),
    )


def found_by(services: Iterable[Service], words: str) -> tuple[Service, ...]:
    """Those that hold every one of these words, anywhere that is shown of them."""
    wanted = one_line(words).casefold().split()
    return tuple(one for one in services if all(word in _searched(one) for word in wanted))


def _searched(service: Service) -> str:
    said = (service.name, service.does, service.for_whom, service.area, service.takes.languages, *service.activities)
    return one_line(" ".join(said)).casefold()


def _codes(seen: Seen | None) -> tuple[str, ...]:
    return seen.codes if seen is not None else ()


def _code(seen: Seen | None) -> str:
    return next(iter(_codes(seen)), "")


def _language(known: Known) -> str:
    """The language somebody is easiest in, where it is not English."""
    found = known.answers.get("b01_best_language")
    if found is None or not isinstance(found[1], Given) or not isinstance(found[1].value, Chosen):
        return ""
    chosen = found[1].value
    code = "" if chosen.codes == ("english",) else (chosen.other or next(iter(chosen.codes), ""))
    return one_line(code).casefold()
