"""What no single reference file can know: that every id it names stands for something elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from bcst_tui.reference.activity import SEALED_GROUPS, Activity, ActivityGroup, Course, ProviderCode
from bcst_tui.reference.audience import AUDIENCES
from bcst_tui.reference.guidance import CARDS, CLOCK_LENGTHS, Cohort
from bcst_tui.reference.labels import NeutralCode
from bcst_tui.reference.reference import Reference
from bcst_tui.reference.vocabulary import VOCABULARY
from bcst_tui.yaml_text import Place, YamlText

FIELD_WITHOUT_ROW = ("parts", "named", "paper")


def check(reference: Reference, texts: Mapping[str, YamlText]) -> None:
    """Raise ScriptError at the first thing that does not fit together."""
    _check_matrix(reference, texts)
    _check_labels(reference, texts["labels.yaml"])
    _check_vocabulary(reference, texts["vocabulary.yaml"])
    for index, activity in enumerate(reference.activities.values()):
        _check_activity(reference, activity, texts["activities.yaml"], ("activities", index))
    _check_agencies(reference, texts["agencies.yaml"])
    _check_guidance(reference, texts)
    _check_services(reference, texts["services.yaml"])
    _check_clocks(reference, texts["clocks.yaml"])
    _are_just(CARDS, reference.contact_cards, "a contact card", texts["contact_cards.yaml"], "cards")


def _check_matrix(reference: Reference, texts: Mapping[str, YamlText]) -> None:
    matrix = reference.matrix
    for code in AUDIENCES:
        if code not in matrix.audiences:
            raise texts["audiences.yaml"].error(
                ("audiences",), f"the reader {code} is missing", "Say who it is for and how it is laid out."
            )
    fields_text = texts["document_fields.yaml"]
    for field, row in matrix.fields.items():
        _known(row, (*FIELD_WITHOUT_ROW, *matrix.rows), "an audience row", fields_text, ("fields", field))


def _check_agencies(reference: Reference, text: YamlText) -> None:
    """No agency stands for a service that is never proposed, such as an immigration authority (R114)."""
    for index, agency in enumerate(reference.agencies.values()):
        at: Place = ("agencies", index)
        if agency.id in reference.sealed_agencies:
            raise text.error(at, f"`{agency.id}` stands under `private` too", "Give one of them another id.")
        for service in agency.services:
            _known(service, reference.services, "a service", text, (*at, "services"))
            if reference.services[service].never_proposed or reference.services[service].sealed:
                raise text.error(at, f"`{service}` is proposed to nobody here", "Take it out of `services`.")
        for activity in (*agency.activities, *(one.activity for one in agency.unlocks)):
            _known(activity, reference.activities, "an activity", text, (*at, "activities"))
            if reference.activities[activity].is_sealed:
                raise text.error(at, f"`{activity}` belongs to the private part", "Take it out of `activities`.")
        for topic in (*(one.topic for one in agency.unlocks), *(name for one in agency.answers for name in one.topics)):
            _known(topic, agency.topics, "a topic of this agency", text, (*at, "topics"))


def _check_labels(reference: Reference, text: YamlText) -> None:
    for place, labels, codes in (
        ("groups", reference.group_labels, get_args(ActivityGroup)),
        ("providers", reference.provider_labels, get_args(ProviderCode)),
    ):
        for code in codes:
            if code not in labels:
                raise text.error((place,), f"`{code}` has no label", "Add one.")
    _are_just(get_args(NeutralCode), reference.neutral_labels, "a neutral label", text, "neutral")
    ids = [heading.id for heading in reference.own_copy.headings]
    if len(ids) != len(set(ids)):
        raise text.error(("own_copy", "headings"), "a heading stands here twice", "Keep the eight, once each.")


def _check_vocabulary(reference: Reference, text: YamlText) -> None:
    _are_just(VOCABULARY, reference.vocabulary, "a kind of status", text)
    for kind, codes in VOCABULARY.items():
        _are_just(codes, reference.vocabulary[kind], f"a code of {kind}", text, kind, "terms")


def _check_clocks(reference: Reference, text: YamlText) -> None:
    _are_just(CLOCK_LENGTHS, reference.clocks, "a clock", text, "clocks")
    for index, clock in enumerate(reference.clocks.values()):
        for length in CLOCK_LENGTHS[clock.id]:
            if not getattr(clock, length):
                raise text.error(("clocks", index), f"the clock `{clock.id}` has no `{length}`", "Say how long it is.")


def _check_activity(reference: Reference, activity: Activity, text: YamlText, place: Place) -> None:
    if not activity.id.startswith(activity.group):
        raise text.error((*place, "group"), f"`{activity.id}` is not of the group {activity.group}", "Mend one.")
    _known(activity.row, reference.matrix.rows, "an audience row", text, (*place, "row"))
    _known(activity.label, reference.neutral_labels, "a neutral label", text, (*place, "label"))
    if activity.level != int(activity.id[4]):
        raise text.error((*place, "levels"), f"`{activity.id}` is not of level {activity.level}", "Mend one.")
    for service in activity.services:
        _known(service, reference.services, "a service", text, (*place, "services"))
        if reference.services[service].sealed and not activity.is_sealed:
            what = f"`{activity.id}` names the service `{service}`, which is of the private part"
            raise text.error((*place, "services"), what, "Take it out, or the mark `sealed` off the service.")
    if activity.same_task_as is not None:
        _known(activity.same_task_as, reference.activities, "an activity", text, (*place, "same_task_as"))
    if (reference.matrix.rows[activity.row].part == "sealed") is not activity.is_sealed:
        raise text.error(
            (*place, "row"),
            f"`{activity.id}` is on the row `{activity.row}`, which is on the other side of the seal",
            "Activities of the private part take a sealed row; all others an ordinary one.",
        )


def _check_services(reference: Reference, text: YamlText) -> None:
    for index, service in enumerate(reference.services.values()):
        place = ("services", index, "activities")
        for named in service.activities:
            _known(named, (*reference.activities, *get_args(ActivityGroup)), "an activity or a pathway", text, place)
            if named.startswith(SEALED_GROUPS) and not service.sealed:
                what = f"`{service.id}` is for `{named}`, which is of the private part"
                raise text.error(place, what, "Take it out, or mark the service `sealed`.")


def _check_guidance(reference: Reference, texts: Mapping[str, YamlText]) -> None:
    courses, cohorts, clocks = texts["courses.yaml"], texts["cohorts.yaml"], texts["clocks.yaml"]
    for index, course in enumerate(reference.courses.values()):
        _offers(reference, course, courses, ("courses", index, "activities"), sealed=False)
    for index, cohort in enumerate(reference.cohorts.values()):
        sealed = cohort.part == "sealed"
        _offers(reference, cohort, cohorts, ("cohorts", index, "activities"), sealed=sealed)
        _rules(cohort.rules, cohorts, ("cohorts", index, "rules"))
    for index, clock in enumerate(reference.clocks.values()):
        _rules(clock.rules, clocks, ("clocks", index, "rules"))


def _offers(reference: Reference, entry: Course | Cohort, text: YamlText, place: Place, *, sealed: bool) -> None:
    for activity in entry.activities:
        _known(activity, reference.activities, "an activity", text, place)
        if reference.activities[activity].never_proposed:
            what = f"`{entry.id}` offers `{activity}`, which is never proposed"
            raise text.error(place, what, "Take it out; the activity's source says why.")
        if reference.activities[activity].is_sealed and not sealed:
            raise text.error(
                place,
                f"`{entry.id}` offers `{activity}`, which is of the private part",
                "Mark it `part: sealed`, or take the activity out.",
            )


def _rules(rules: Sequence[str], text: YamlText, place: Place) -> None:
    for rule in rules:
        if not rule.startswith("R") or not rule[1:].isdecimal():
            raise text.error(place, f"`{rule}` is not a rule id", "Rule ids look like R40.")


def _are_just(codes: Iterable[str], held: Iterable[str], what: str, text: YamlText, *place: str) -> None:
    """What the program works with, none more and none less: its words and figures are data, its codes are not."""
    known, there = list(codes), list(held)
    for code in there:
        _known(code, known, what, text, (*place, code) if not place else (*place, there.index(code)))
    for code in known:
        if code not in there:
            raise text.error(place, f"`{code}` is missing, {what} the program works with", "Put it back.")


def _known(name: str, names: Iterable[str], what: str, text: YamlText, place: Place) -> None:
    known = list(names)
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    remedy = f"Did you mean `{near[0]}`?" if near else f"Use the id of {what}."
    raise text.error(place, f"`{name}` is not {what}", remedy)
