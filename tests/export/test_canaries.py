"""A canary in every field and every row, looked for in every reader's paper and format (goal 17, P14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import pytest

import bcst_tui.export.case as of_the_case
import bcst_tui.plan.model as of_the_plan
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Permissions
from bcst_tui.export.copies import make_copy
from bcst_tui.export.document import Copy
from bcst_tui.export.files import file_name
from bcst_tui.export.formats import FORMATS, FileFormat, render, seen
from bcst_tui.reference.audience import AUDIENCES, TOPICS, AudienceCode
from tests.export.canaries import (
    BY_ROW,
    CANARY,
    EVERY_ROW,
    MATRIX,
    ONE_OF_A_KIND,
    PLAIN,
    REFERENCE,
    ROWS,
    SERVICE,
    all_plans,
    case_with_canaries,
)
from tests.export.cases import TODAY


def settings() -> Iterator[tuple[AudienceCode, Permissions]]:
    """Every reader at every consent depth, and with and without each other thing that opens a row."""
    for audience in AUDIENCES:
        if audience in ("RO", "HOU", "SPEC"):
            for depth in range(5):
                yield audience, Permissions({topic: depth for topic in TOPICS}, SERVICE)
        yield audience, Permissions()
        yield audience, Permissions({}, SERVICE, EVERY_ROW, EVERY_ROW, EVERY_ROW, invented=True)


SETTINGS = list(settings())


@cache
def copies(case: int) -> tuple[Copy, ...]:
    """What this reader gets of every plan; nothing where no paper can be made."""
    audience, permissions = SETTINGS[case]
    try:
        return tuple(make_copy(audience, header, plan, REFERENCE, permissions) for header, plan in all_plans())
    except ExportRefused:
        return ()


def papers(case: int, file_format: FileFormat) -> str:
    """The same as files, and as they are shown before they are written."""
    written = [(render(copy, file_format), seen(copy, file_format)) for copy in copies(case)]
    return " ".join(" ".join((text if shown == text else f"{text} {shown}").split()) for text, shown in written)


def found(text: str) -> set[tuple[str, str]]:
    return {(word, row.replace(" ", "_")) for word, row in CANARY.findall(text)}


def is_open(row: str, audience: AudienceCode, permissions: Permissions) -> bool:
    """What the letter in the matrix says, read by hand."""
    code = MATRIX[row].code_for(audience)
    if code == "C" and audience in ("CELL", "FULL"):
        return row in permissions.ticked
    if code == "C":
        given = permissions.consents
        return any(
            max(given.values(), default=0) >= one.depth if one.topic == "any" else given.get(one.topic, 0) >= one.depth
            for one in MATRIX[row].consent
        )
    return {
        "Y": True,
        "Y*": row not in permissions.withheld_by_lead,
        "G": row in permissions.gateway,
        "S": permissions.invented,
    }.get(code, False)


def expected(audience: AudienceCode, permissions: Permissions) -> set[tuple[str, str]]:
    if audience == "CELL":
        wanted = {("Wanted", "")} if "goals_strengths" in permissions.ticked else set()
        return {("Name", ""), ("Worker", ""), *wanted}
    told_as = {"all", "plain" if audience in PLAIN else "record", "full" if audience == "FULL" else "typed"}
    by_row = {
        (word, row)
        for word, (others, told) in BY_ROW.items()
        for row in ROWS
        if told in told_as
        and all(is_open(one, audience, permissions) for one in (row, *others))
        and not is_another_services(word, audience, permissions)
        and not is_of_another_agency(word, row, audience, permissions)
    }
    alone = {
        (word, "")
        for word, rows in ONE_OF_A_KIND.items()
        if all(is_open(one, audience, permissions) for one in rows)
        and (word != "Doer" or "record" in told_as)
        and not is_another_services(word, audience, permissions)
        and not is_of_another_agency(word, "", audience, permissions)
        and not (word == "Reach" and audience == "FULL")
    }
    return by_row | alone


def is_another_services(word: str, audience: AudienceCode, permissions: Permissions) -> bool:
    """Whether the place is an action's, and its activity none of the service outside that reads."""
    of_an_action = word in (
        *("Action", "Spoken", "Owner", "Later", "Locked", "Caution", "Because"),
        *("Stander", "Onto", "Doer", "Did"),
    )
    theirs = permissions.service in REFERENCE.activities["SUP-1-01"].services
    return audience in ("HOU", "SPEC") and of_an_action and not theirs


def is_of_another_agency(word: str, row: str, audience: AudienceCode, permissions: Permissions) -> bool:
    """Whether it is what was agreed for somebody else than the agency that reads, or was answered of any of them."""
    if audience not in ("RO", "HOU", "SPEC", "STAT"):
        return False
    if word in ("Told", "Typed"):
        return row == "consents_own"
    return {"Theirs": SERVICE, "Another": "landlord"}.get(word, permissions.service) != permissions.service


@pytest.mark.parametrize("case", range(len(SETTINGS)), ids=lambda case: f"{SETTINGS[case][0]}-{case}")
def test_a_canary_is_on_paper_just_where_the_matrix_says_so(case: int) -> None:
    audience, permissions = SETTINGS[case]
    for file_format in FORMATS:
        text = papers(case, file_format)
        assert found(text) == (expected(audience, permissions) if text else set()), file_format


def test_papers_are_made_for_just_those_who_may_get_one() -> None:
    made = {(SETTINGS[case][0], bool(copies(case))) for case in range(len(SETTINGS))}
    always: set[AudienceCode] = {"CELL", "FULL", "WK", "SG", "RO"}
    assert {audience for audience in AUDIENCES if (audience, False) not in made} == always
    assert {audience for audience in AUDIENCES if (audience, True) not in made} == {"MI"}


# Fields that hold codes, dates in words of their own, or ids: nothing anybody says about the person.
CODES = {
    *("case_header.reference", "key_date.audience", "sitting_held.kind", "sitting_held.status", "sitting_held.reason"),
    *(
        "told_answer.part",
        "meeting.at",
        "meeting.label",
        "advice_given.audience",
        "unanswered.code",
        "unanswered.audience",
    ),
    *("agreed.agency", "unanswered.reason", "told_answer.question_id", "told_answer.audience", "occasion.activity"),
    *(
        "need.funding",
        "case_note.audience",
        "need.code",
        "need.group",
        "need.status",
        "need.origin",
        "need.persons_view",
    ),
    *("evidence.question_id", "evidence.audience", "marker.code", "marker.audience", "group_level.group"),
    *("action.activity", "action.neutral", "action.provider", "action.source", "action.status", "action.said_by"),
    *("due_date.clock", "deadline.clock", "deadline.state", "deadline.audience", "signpost.service"),
    *("signpost.activity", "signpost.how", "signpost.status", "follow_up.status", "follow_up.outcome"),
    *("delivery.activity", "delivery.need", "delivery.extent", "signpost.safe_to_contact"),
    *("check.outcome", "referral.service", "referral.activity", "referral.status", "referral.given_how"),
    *("referral.caseload", "referral_step.status"),
    *("settled_status.status", "settled_status.limb"),
}


def with_a_canary(value: object) -> Iterator[str]:
    """The name of every field, at any depth, in which a canary stands."""
    if isinstance(value, tuple):
        for part in value:
            yield from with_a_canary(part)
    elif is_dataclass(value):
        kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(value).__name__).lower()
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str) and CANARY.search(inner):
                yield f"{kind}.{field.name}"
            yield from with_a_canary(inner)


def test_every_field_of_words_holds_a_canary() -> None:
    holding = {name for pair in all_plans() for name in with_a_canary(pair)}
    words = {name for name in REFERENCE.matrix.fields if is_ordinary(name) and holds_words(name)}
    assert holding == words - CODES
    assert words >= CODES


def is_ordinary(name: str) -> bool:
    """Whether it is a field of a case or a plan; those of the private part have canaries of their own."""
    return kind_of(name) is not None


def kind_of(name: str) -> Any:
    camel = "".join(part.capitalize() for part in name.partition(".")[0].split("_"))
    return getattr(of_the_case, camel, None) or getattr(of_the_plan, camel, None)


def holds_words(name: str) -> bool:
    """Whether the field of this name, `need.title`, is declared as text."""
    kind, field = kind_of(name), name.partition(".")[2]
    declared = str(get_type_hints(kind)[field])
    return "tuple" not in declared and ("str" in declared or "Literal['" in declared)


@pytest.mark.parametrize("audience", [audience for audience in AUDIENCES if audience != "MI"])
def test_a_file_name_holds_no_canary(audience: AudienceCode) -> None:
    assert file_name(case_with_canaries().reference, audience, TODAY) == f"BC-0001-{audience}-2026-03-03.md"
