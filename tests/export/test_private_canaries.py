"""A canary in everything the private part keeps, looked for in every reader's paper, depth and format.

P14: on paper just where the matrix says so. P15: a field nobody decided on stops every export. P16: the responsible
officer's copy at depth 0 is the same whatever the status. P17: nothing of it in the copy for a cell. P18: after a
withdrawal nothing goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, make_dataclass, replace
from functools import cache
from itertools import product
from typing import Any, get_args

import pytest

from bcst_tui.disclosure.consent import depths, ended
from bcst_tui.disclosure.ledger import Item, Ledger, Status
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Permissions
from bcst_tui.export.copies import make_copy
from bcst_tui.export.formats import FORMATS, render, seen
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.export.private_lines import DONE
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AUDIENCES, AudienceCode
from tests.export.cases import bare_header, full_header, full_plan
from tests.export.private_cases import OWN, full_private, full_record, words
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
MATRIX = REFERENCE.matrix.rows
SEALED = frozenset(row.id for row in MATRIX.values() if row.part == "sealed")
STARRED = frozenset({"help_now_log", "liaison", "consult_requested"})
BOTH = ("q1", "q2")
OUTSIDE = ("HOU", "SPEC")

Place = tuple[tuple[str, ...], tuple[str, ...], str]
"""The rows of a canary, the items it is about, and what else: whose it is, or the part of the safety plan."""
PLACES: dict[str, Place] = {
    "Status q1 canary": (("ledger",), (), ""),
    "Status q2 canary": (("ledger",), (), ""),
    "Role q1 canary": (("ledger",), (), ""),
    "Role q2 canary": (("ledger",), (), ""),
    "6 May 2024": (("ledger",), (), ""),
    "In the other plan: agreed": (("ledger", "support_wanted"), BOTH, ""),
    "Holder canary": (("ledger",), (), ""),
    "Cover canary": (("ledger",), (), ""),
    "People and safety: done": (("q_done", "ledger"), BOTH, ""),
    "offered twice, asked once": (("offer_made",), (), ""),
    "When q1 canary": (("category_when_who",), ("q1",), "nameless"),
    "When q2 canary": (("category_when_who",), ("q2",), "nameless"),
    "Who q1 canary": (("category_when_who",), ("q1",), "nameless"),
    "Who q2 canary": (("category_when_who",), ("q2",), "nameless"),
    "Children q1 canary": (("category_children",), ("q1",), ""),
    "Children q2 canary": (("category_children",), ("q2",), ""),
    "Want q1 canary": (("support_wanted",), ("q1",), ""),
    "Want q2 canary": (("support_wanted",), ("q2",), ""),
    "Words canary": (("own_words",), BOTH, ""),
    "Inside canary": (("safety_plan",), BOTH, "inside"),
    "Where canary": (("safety_plan",), BOTH, "where"),
    "1 January 2031": (("follow_ups",), BOTH, "no agency"),
    "6 June 2036": (("follow_ups",), BOTH, "no agency"),
    "2 February 2032": (("follow_ups",), BOTH, "own"),
    "3 March 2033": (("follow_ups",), BOTH, "anothers"),
    "Owner canary": (("follow_ups", "ledger"), BOTH, ""),
    "Bringer canary": (("follow_ups", "ledger"), BOTH, ""),
    "Term canary": (("safe_contact", "follow_ups"), BOTH, "typed, no agency"),
    "Channel canary": (("safe_contact", "follow_ups"), BOTH, "no agency"),
    "Ring canary": (("safe_contact", "follow_ups"), BOTH, "own"),
    "4 April 2034": (("support_wanted", "consents_own"), ("q1",), "own"),
    "5 May 2035": (("support_wanted", "consents_own"), ("q2",), "anothers"),
    "Why canary": (("ledger", "support_wanted"), ("q1",), "own"),
    "Live canary": (("consents_own",), (), "own"),
    "Declined canary": (("consents_others",), (), ""),
    "Refused canary": (("consents_others",), (), ""),
    "Went canary": (("consents_others",), (), ""),
    "Told canary": (("help_now_log",), (), ""),
    "Decider canary": (("help_now_log",), (), ""),
    "Gateway canary": (("help_now_log",), (), ""),
    "Liaison canary": (("liaison",), BOTH, ""),
    "Wish canary": (("liaison",), BOTH, ""),
    "Area canary": (("liaison",), BOTH, "typed"),
    "Child canary": (("liaison",), BOTH, "typed"),
    "Number canary": (("liaison",), BOTH, "typed"),
    "Responder canary": (("liaison",), BOTH, "typed"),
    "Route canary": (("liaison",), BOTH, ""),
    "Advice was asked for": (("consult_requested",), (), ""),
    "handed to the lead": (("consult_requested",), (), ""),
    "Keeper canary": (("cautions",), (), ""),
    "People around: level 3": (("q_levels", "support_wanted", "health"), ("q1",), ""),
}


def settings() -> Iterator[tuple[AudienceCode, Permissions]]:
    """Every reader; for those by consent every pair of depths, and each part ticked; each row a gateway may open."""
    parts = frozenset({"inside"})
    for audience in AUDIENCES:
        yield audience, Permissions()
        yield audience, Permissions(invented=True, withheld_by_lead=STARRED)
        if audience in ("RO", *OUTSIDE):
            for first, second in product(range(5), range(5)):
                topics = {"q1": first, "q2": second, "none": 1}
                yield audience, Permissions(topics, OWN, parts=parts if first > second else frozenset())
            yield audience, Permissions({"q1": 4, "q2": 4, "contacts": 1, "health": 3}, OWN)
            yield audience, Permissions({}, OWN, nameless=frozenset({"q1"}))
        if audience in ("RO", "STAT"):
            for row in sorted(SEALED):
                yield audience, Permissions(gateway=frozenset({row}))
            yield audience, Permissions(gateway=frozenset(MATRIX))


SETTINGS = list(settings())


@cache
def papers(case: int) -> tuple[str, ...]:
    audience, permissions = SETTINGS[case]
    return written(audience, permissions, full_private())


def written(audience: AudienceCode, permissions: Permissions, private: PrivateCase | None) -> tuple[str, ...]:
    """The copy in every format, as a file and as it is shown first; nothing where none can be made."""
    try:
        copy = make_copy(audience, bare_header(), Plan(), REFERENCE, permissions, private)
    except ExportRefused:
        return ()
    return tuple(" ".join(f"{render(copy, form)} {seen(copy, form)}".split()) for form in FORMATS)


def is_open(row: str, about: tuple[str, ...], audience: AudienceCode, permissions: Permissions) -> bool:
    """What the letter in the matrix says, read by hand."""
    code = MATRIX[row].code_for(audience)
    given = permissions.consents
    if code == "C":
        return any(
            max(given.values(), default=0) >= one.depth
            if one.topic == "any"
            else bool(about) and min(given.get(item, 0) for item in about) >= one.depth
            if one.topic == "q"
            else given.get(one.topic, 0) >= one.depth
            for one in MATRIX[row].consent
        )
    opened = {"Y": True, "Y*": row not in permissions.withheld_by_lead, "G": row in permissions.gateway}
    return {**opened, "S": permissions.invented}.get(code, False)


def expected(place: Place, audience: AudienceCode, permissions: Permissions) -> bool:
    rows, about, only = place
    reads_own = audience in OUTSIDE or (audience in ("RO", "STAT") and "consents_own" in rows)
    if only == "nameless" and permissions.nameless:
        return set(about) <= permissions.nameless and MATRIX[rows[0]].code_for(audience) == "C"
    if not all(is_open(row, about, audience, permissions) for row in rows):
        return False
    if only in ("inside", "where"):
        return MATRIX["safety_plan"].code_for(audience) != "C" or only in permissions.parts
    if only in ("own", "anothers"):
        return not reads_own or (only == "own" and permissions.service == OWN)
    if "no agency" in only and audience in OUTSIDE:
        return False
    return not (only.startswith("typed") and audience in ("CELL", "FULL"))


@pytest.mark.parametrize("case", range(len(SETTINGS)), ids=lambda case: f"{SETTINGS[case][0]}-{case}")
def test_p14_what_the_private_part_keeps_is_on_paper_just_where_the_matrix_says_so(case: int) -> None:
    """P14, P18: each field, reader, pair of consent depths and format."""
    audience, permissions = SETTINGS[case]
    should = {canary for canary, place in PLACES.items() if expected(place, audience, permissions)}
    for text in papers(case):
        assert {canary for canary in PLACES if canary in text} == (should if audience != "CELL" else set())


def test_p14_every_kind_of_thing_is_told_to_somebody() -> None:
    """P14: no canary that could never be seen, and no reader outside who is told everything."""
    told = {canary for case in range(len(SETTINGS)) for text in papers(case) for canary in PLACES if canary in text}
    assert told == set(PLACES)


def empty_fields(value: object) -> Iterator[str]:
    """Every field in which nothing stands, at any depth."""
    if isinstance(value, tuple):
        for part in value:
            yield from empty_fields(part)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if inner in ("", (), None, False):
                yield f"{type(value).__name__}.{field.name}"
            yield from empty_fields(inner)


def test_p14_the_record_the_canaries_stand_in_leaves_no_field_of_the_record_empty() -> None:
    """P14: a field added to the record has to be planted here."""
    assert [name for name in empty_fields(full_record()) if name.startswith("Record.")] == []


@pytest.mark.parametrize("audience", ["CELL", "WK", "RO"])
@pytest.mark.parametrize("given", [True, False])
def test_p15_a_new_sealed_field_stops_every_export_by_name(audience: AudienceCode, given: bool) -> None:
    """P15: also where the private part is not asked for at all."""
    longer = make_dataclass("Record", [("mood", str, "")], bases=(Record,), frozen=True)
    record: Any = longer()
    rows = {name: row for name, row in REFERENCE.matrix.fields.items() if given or name != "draft.who"}
    reference = replace(REFERENCE, matrix=replace(REFERENCE.matrix, fields=rows))
    private = PrivateCase(record, words()) if given else None
    with pytest.raises(ExportRefused, match=r"`record\.mood`" if given else r"`draft\.who`"):
        make_copy(audience, full_header(), full_plan(), reference, private=private)


def of_every_status() -> Iterator[Record]:
    yield NOTHING_KEPT
    for status in get_args(Status):
        ledgers = tuple(Ledger(item, status, offers=1, asks=1) for item in get_args(Item))
        yield replace(NOTHING_KEPT, ledgers=(ledgers[0], ledgers[1]), q="dated", level1="delivered")
    yield full_record()


@pytest.mark.parametrize("ordinary", [{}, {"health": 3, "plan": 2}])
def test_p16_at_depth_0_the_officers_copy_is_the_same_to_the_byte_whatever_was_said(ordinary: dict[str, int]) -> None:
    """P16: whatever the status, the follow-ups, the levels and what was agreed with others; and with no part at all."""
    permissions = Permissions({**ordinary, "q1": 0, "q2": 0}, "responsible_officer")

    def copy(private: PrivateCase | None) -> str:
        made = make_copy("RO", full_header(), full_plan(), REFERENCE, permissions, private)
        return "".join(render(made, form) for form in FORMATS)

    assert {copy(PrivateCase(record, words())) for record in of_every_status()} == {copy(None)}
    assert "Personal safety is handled with the named worker; please do not ask again." in copy(None)


def test_p17_the_copy_for_a_cell_is_the_same_with_and_without_it() -> None:
    """P17: nothing of it, in any form."""
    plain, with_it = (written("CELL", Permissions(), one) for one in (None, full_private()))
    assert plain == with_it and plain


def test_that_it_was_gone_through_is_said_in_the_same_words_whatever_was_answered() -> None:
    permissions = Permissions({"q1": 1, "q2": 1, "none": 1}, OWN)
    said = [written("SPEC", permissions, PrivateCase(record, words())) for record in of_every_status()]
    assert {DONE in text for texts in said[:-1] for text in texts} == {True}
    assert len({texts for texts in said[:-1]}) == 1


def test_p18_once_taken_back_an_agency_gets_nothing_of_that_item() -> None:
    """P18: the depth falls to nothing on the day itself."""
    live = full_record().consents[0]
    today = live.given_on
    before, after = depths([live], today, OWN), depths([live, ended(live, today, "withdrawn")], today, OWN)
    assert (before, after) == ({"q1": 1}, {})
    assert "Live canary" in written("SPEC", Permissions(before, OWN), full_private())[0]
    assert written("SPEC", Permissions(after, OWN), full_private()) == ()


def test_a_report_without_a_name_holds_no_name_and_no_number() -> None:
    nameless, header = Permissions({}, OWN, nameless=frozenset({"q1"})), full_header()
    copy = make_copy("SPEC", header, full_plan(), REFERENCE, nameless, full_private())
    for invented in (True, False):
        of = replace(header, invented=invented)
        named = make_copy("SPEC", of, full_plan(), REFERENCE, Permissions({"q1": 1}, OWN), full_private())
        bare = make_copy("SPEC", of, full_plan(), REFERENCE, nameless, full_private())
        assert bare.banner == named.banner
    text = render(copy, "md")
    assert "When q1 canary" in text
    told = (full_header().reference, "Sam Rowe", "Samuel", "A0000AA", "Marsh Lane", "Ada Penn")
    assert not [word for word in told if word in text]


def test_what_another_record_says_stays_off_the_persons_own_copy() -> None:
    """P12: what is only on a record is told to those who hold it, and is never shown as the person's own words."""
    on_record = replace(Ledger("q1", "none"), source="record_only", source_role="Police canary")
    private = PrivateCase(replace(NOTHING_KEPT, ledgers=(on_record, Ledger("q2"))), words())
    assert "Police canary" in written("SG", Permissions(), private)[0]
    assert "Police canary" not in "".join(written("FULL", Permissions(), private))
