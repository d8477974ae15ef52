"""What no single reference file can know: that every id it names stands for something elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from bcst_tui.reference.activity import Activity, ActivityGroup, Course, ProviderCode
from bcst_tui.reference.audience import AUDIENCES
from bcst_tui.reference.guidance import Cohort
from bcst_tui.reference.reference import Reference
from bcst_tui.yaml_text import Place, YamlText

FIELD_WITHOUT_ROW = ("parts", "named", "paper")


def check(reference: Reference, texts: Mapping[str, YamlText]) -> None:
    """Raise ScriptError at the first thing that does not fit together."""
    _check_matrix(reference, texts)
    _check_labels(reference, texts["labels.yaml"])
    for index, activity in enumerate(reference.activities.values()):
        _check_activity(reference, activity, texts["activities.yaml"], ("activities", index))
    _check_guidance(reference, texts)


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


def _check_labels(reference: Reference, text: YamlText) -> None:
    for place, labels, codes in (
        ("groups", reference.group_labels, get_args(ActivityGroup)),
        ("providers", reference.provider_labels, get_args(ProviderCode)),
    ):
        for code in codes:
            if code not in labels:
                raise text.error((place,), f"`{code}` has no label", "Add one.")
    ids = [heading.id for heading in reference.own_copy.headings]
    if len(ids) != len(set(ids)):
        raise text.error(("own_copy", "headings"), "a heading stands here twice", "Keep the eight, once each.")


def _check_activity(reference: Reference, activity: Activity, text: YamlText, place: Place) -> None:
    if not activity.id.startswith(activity.group):
        raise text.error((*place, "group"), f"`{activity.id}` is not of the group {activity.group}", "Mend one.")
    _known(activity.row, reference.matrix.rows, "an audience row", text, (*place, "row"))
    _known(activity.label, reference.neutral_labels, "a neutral label", text, (*place, "label"))
    for service in activity.services:
        _known(service, reference.services, "a service", text, (*place, "services"))
    if activity.same_task_as is not None:
        _known(activity.same_task_as, reference.activities, "an activity", text, (*place, "same_task_as"))
    if (reference.matrix.rows[activity.row].part == "sealed") is not activity.is_sealed:
        raise text.error(
            (*place, "row"),
            f"`{activity.id}` is on the row `{activity.row}`, which is on the other side of the seal",
            "Activities of the private part take a sealed row; all others an ordinary one.",
        )


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


def _known(name: str, names: Iterable[str], what: str, text: YamlText, place: Place) -> None:
    known = list(names)
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    remedy = f"Did you mean `{near[0]}`?" if near else f"Use the id of {what}."
    raise text.error(place, f"`{name}` is not {what}", remedy)
