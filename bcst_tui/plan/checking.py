"""Whether a script's rules name activities, services, audience rows and clocks that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcst_tui.plan.actions import is_personal
from bcst_tui.plan.due_dates import DUE_KINDS
from bcst_tui.plan.worked_out import WORKED_OUT
from bcst_tui.reference.reference import Reference
from bcst_tui.script.references import did_you_mean
from bcst_tui.script.script import Script, Section, Spot
from bcst_tui.yaml_text import FileMistake


def check_script(script: Script, reference: Reference) -> None:
    """Refuse a script that a plan cannot be derived from: raises ScriptError with file, line and remedy."""
    for mistake in mistakes(script, reference):
        raise mistake


def mistakes(script: Script, reference: Reference) -> Iterator[FileMistake]:
    """Every name in the rules of a script that stands for nothing in the reference data."""
    for name, fact in script.facts.items():
        if fact.worked_out is not None:
            yield from _known(script.spot("facts", name), "fact the app works out", name, WORKED_OUT)
    for section in script.sections:
        yield from _in_actions(section, reference)
        yield from _in_signposts(section, reference)
        yield from _in_audiences(section, reference)
        yield from _in_clocks(section, reference)


def _in_actions(section: Section, reference: Reference) -> Iterator[FileMistake]:
    for number, rule in enumerate(section.file.actions):
        spot = section.spot("actions", number)
        yield from _ordinary_activity(spot, rule.activity, reference)
        yield from _known(spot.at("due"), "due date", rule.due, DUE_KINDS)
    for number, closing in enumerate(section.file.closings):
        yield from _ordinary_activity(section.spot("closings", number), closing.activity, reference)


def _in_signposts(section: Section, reference: Reference) -> Iterator[FileMistake]:
    for number, rule in enumerate(section.file.signposts):
        spot = section.spot("signposts", number)
        yield from _ordinary_activity(spot, rule.activity, reference)
        service = reference.services.get(rule.service)
        if service is None:
            yield from _known(spot.at("service"), "service", rule.service, reference.services)
        elif service.sealed or service.never_proposed:
            what = f"the service `{rule.service}` has no place in an ordinary plan"
            yield spot.at("service").mistake(what, "Take the rule out.")


def _in_audiences(section: Section, reference: Reference) -> Iterator[FileMistake]:
    rows = reference.matrix.rows
    for placed in section.placed:
        yield from _known(section.spot(*placed.place, "audience"), "audience row", placed.question.audience, rows)
        for member in placed.members:
            yield from _known(section.spot(*member.place, "audience"), "audience row", member.question.audience, rows)
    for number, need in enumerate(section.file.needs):
        yield from _known(section.spot("needs", number, "audience"), "audience row", need.audience, rows)
    for number, marker in enumerate(section.file.markers):
        yield from _known(section.spot("markers", number, "audience"), "audience row", marker.audience, rows)


def _in_clocks(section: Section, reference: Reference) -> Iterator[FileMistake]:
    for placed in section.placed:
        if placed.question.clock is not None:
            spot = section.spot(*placed.place, "clock")
            yield from _known(spot, "clock", placed.question.clock, reference.clocks)


def _ordinary_activity(spot: Spot, activity_id: str, reference: Reference) -> Iterator[FileMistake]:
    activity = reference.activities.get(activity_id)
    if activity is None:
        yield from _known(spot.at("activity"), "activity", activity_id, reference.activities)
    elif not is_personal(activity):
        what = f"the activity `{activity_id}` has no place in an ordinary plan"
        yield spot.at("activity").mistake(what, "Take the rule out.")


def _known(spot: Spot, what: str, name: str, known: Iterable[str]) -> Iterator[FileMistake]:
    if name not in (names := list(known)):
        yield spot.mistake(f"`{name}` is no {what}", did_you_mean(name, names))
