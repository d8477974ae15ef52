"""The matrix applied to lines: codes, consents, the strictest row, and what stops an export."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import (
    Permissions,
    Sight,
    copy_for,
    may_see,
    permissions_for,
    sight_of,
    why_refused,
)
from bcst_tui.export.document import Document, Line, Pathway, Section
from bcst_tui.reference.audience import AUDIENCES, TOPICS, AudienceCode
from tests.reference.shipped import shipped_reference

MATRIX = shipped_reference().matrix
NOBODY = Permissions()
AN_ACTION = Pathway("Health and people", "action", "actions")
ORDINARY = [row.id for row in MATRIX.rows.values() if row.part == "ordinary"]


def seen(row: str, audience: AudienceCode, permissions: Permissions = NOBODY) -> Sight:
    return may_see(MATRIX.rows[row], audience, permissions)


def document(*lines: Line, row: str = "actions") -> Document:
    return Document("BC-0001", date(2026, 3, 3), (), (Section("Heading", row, lines),))


def told(audience: AudienceCode, *lines: Line, permissions: Permissions = NOBODY) -> list[str]:
    copy = copy_for(document(*lines), MATRIX, audience, permissions)
    return [line.text for section in copy.sections for line in section.lines]


def test_the_worker_sees_debts_and_the_cell_copy_does_not() -> None:
    assert (seen("debts", "WK"), seen("debts", "CELL")) == (Sight.SHOWN, Sight.WITHHELD)


def test_a_landlord_sees_housing_only_with_consent_deep_enough() -> None:
    assert seen("housing_plan", "HOU") is Sight.PATHWAY
    assert seen("housing_plan", "HOU", Permissions({"housing": 1})) is Sight.PATHWAY
    assert seen("housing_plan", "HOU", Permissions({"money": 4})) is Sight.PATHWAY
    assert seen("housing_plan", "HOU", Permissions({"housing": 2})) is Sight.SHOWN


def test_either_topic_opens_a_statement() -> None:
    assert seen("statement", "HOU", Permissions({"work": 4})) is Sight.SHOWN
    assert seen("statement", "HOU", Permissions({"housing": 4})) is Sight.SHOWN
    assert seen("statement", "HOU", Permissions({"housing": 3})) is Sight.PATHWAY


def test_any_live_consent_opens_the_readers_own_consent_line() -> None:
    assert seen("consents_own", "HOU", Permissions({"legal": 1})) is Sight.SHOWN
    assert seen("consents_own", "HOU", Permissions({"legal": 0})) is Sight.PATHWAY


def test_an_agencys_consent_never_opens_the_persons_own_copies() -> None:
    everything = Permissions({"contacts": 4, "plan": 4})
    assert seen("do_not_release", "FULL", everything) is Sight.WITHHELD
    assert seen("do_not_release", "FULL", Permissions(ticked=frozenset({"do_not_release"}))) is Sight.SHOWN


def test_a_gateway_record_opens_only_the_rows_it_names() -> None:
    named = Permissions(gateway=frozenset({"addresses"}))
    assert seen("addresses", "STAT", named) is Sight.SHOWN
    assert seen("debts", "STAT", named) is Sight.WITHHELD


def test_the_lead_can_keep_a_starred_row_from_the_full_own_copy() -> None:
    assert seen("hand_offs", "FULL") is Sight.SHOWN
    kept_back = Permissions(withheld_by_lead=frozenset({"hand_offs", "debts"}))
    assert seen("hand_offs", "FULL", kept_back) is Sight.WITHHELD
    assert seen("debts", "FULL", kept_back) is Sight.SHOWN


def test_as_long_as_no_lead_has_looked_a_starred_row_stays_out_of_the_persons_own_copies() -> None:
    permissions = permissions_for("FULL", MATRIX)
    assert {seen(row, "FULL", permissions) for row in ("hand_offs", "worker_notes")} == {Sight.WITHHELD}
    assert seen("debts", "FULL", permissions) is Sight.SHOWN


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_consent_and_no_gateway_is_taken_for_granted(audience: AudienceCode) -> None:
    permissions = permissions_for(audience, MATRIX, ticked=frozenset(ORDINARY))
    assert (dict(permissions.consents), permissions.gateway) == ({}, frozenset())
    assert permissions.ticked == (frozenset(ORDINARY) if audience in ("CELL", "FULL") else frozenset())
    refused = why_refused(MATRIX, audience, permissions)
    assert (refused is None) == (audience in ("CELL", "FULL", "WK", "SG", "RO"))


def test_typed_words_about_others_stay_off_the_persons_own_copies() -> None:
    line = Line("addresses", text="Mr Crane, 4 Low Street", names_others=True)
    assert [told(audience, line) for audience in ("FULL", "CELL")] == [[], []]
    assert told("WK", line) == told("RO", line) == ["Mr Crane, 4 Low Street"]


def test_trainers_see_invented_people_only() -> None:
    assert seen("debts", "TR") is Sight.WITHHELD
    assert seen("debts", "TR", Permissions(invented=True)) is Sight.SHOWN


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_line_is_never_told_more_freely_than_any_row_it_comes_from(audience: AudienceCode) -> None:
    for row in ("debts", "health", "immigration", "risk_limits", "past_effects"):
        line = Line("actions", (row,), text="words")
        strictest = max(seen("actions", audience), seen(row, audience))
        assert sight_of(line, MATRIX, audience) >= strictest


def test_without_consent_the_officer_reads_only_which_part_of_life_it_is() -> None:
    lines = [Line("actions", ("health",), text="see the nurse", pathway=AN_ACTION)] * 2
    assert told("RO", *lines) == ["Health and people: two actions"]
    assert told("RO", lines[0]) == ["Health and people: one action"]
    assert told("RO", *lines, permissions=Permissions({"health": 3})) == ["see the nurse", "see the nurse"]


def test_a_landlord_without_consent_for_the_plan_reads_not_even_the_part_of_life() -> None:
    line = Line("actions", ("health",), text="see the nurse", pathway=AN_ACTION)
    assert told("HOU", line, permissions=Permissions({"housing": 2})) == []


@pytest.mark.parametrize("audience", ["HOU", "SPEC"])
def test_a_service_outside_reads_of_itself_and_of_no_other(audience: AudienceCode) -> None:
    line = Line("actions", text="ask about the rent", services=("council",))
    assert told(audience, line, permissions=Permissions({"plan": 2}, "council")) == ["ask about the rent"]
    assert told(audience, line, permissions=Permissions({"plan": 2}, "jobcentre_plus")) == []
    assert told("RO", line) == ["ask about the rent"]


PERMISSIONS = st.builds(
    Permissions,
    consents=st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 4), max_size=4),
    ticked=st.frozensets(st.sampled_from(ORDINARY), max_size=4),
    gateway=st.frozensets(st.sampled_from(ORDINARY), max_size=4),
    invented=st.booleans(),
)


@settings(max_examples=200)
@given(st.sampled_from(ORDINARY), st.lists(st.sampled_from(ORDINARY)), st.sampled_from(AUDIENCES), PERMISSIONS)
def test_one_row_more_never_shows_more(
    own: str, others: list[str], audience: AudienceCode, permissions: Permissions
) -> None:
    whole = sight_of(Line(own, tuple(others)), MATRIX, audience, permissions)
    assert whole >= sight_of(Line(own, tuple(others[1:])), MATRIX, audience, permissions)
    assert whole >= max(seen(row, audience, permissions) for row in (own, *others))


@settings(max_examples=200)
@given(st.sampled_from(ORDINARY), st.sampled_from(AUDIENCES), PERMISSIONS)
def test_without_a_permission_never_more_is_shown_than_with_it(
    row: str, audience: AudienceCode, permissions: Permissions
) -> None:
    assert seen(row, audience) >= seen(row, audience, permissions)


def test_a_neutral_row_is_told_by_its_fixed_words() -> None:
    line = Line("sitting_record", text="first screening, not private", neutral="3 March 2026")
    assert told("RO", line) == ["3 March 2026"]


def test_a_row_nobody_decided_on_stops_the_export_by_name() -> None:
    with pytest.raises(ExportRefused, match="`mood` has no audience row"):
        told("WK", Line("mood", text="cheerful"))
    with pytest.raises(ExportRefused, match="`mood` has no audience row"):
        told("WK", Line("actions", ("mood",), text="cheerful"))


@pytest.mark.parametrize("row", [row.id for row in MATRIX.rows.values() if row.part == "sealed"])
def test_nothing_of_the_private_part_enters_an_ordinary_document(row: str) -> None:
    for audience in ("WK", "SG", "FULL", "RO"):
        with pytest.raises(ExportRefused, match="private part"):
            told(audience, Line("actions", (row,), text="words"))


@pytest.mark.parametrize("row", [row.id for row in MATRIX.rows.values() if row.part == "unlinked"])
def test_what_is_kept_apart_from_the_person_is_left_out_and_stops_nothing(row: str) -> None:
    for audience in ("WK", "SG", "FULL", "RO"):
        assert told(audience, Line("sitting_record", (row,), text="feedback", pathway=Pathway("Part"))) == []
        assert told(audience, Line(row, text="feedback")) == []


def test_a_heading_is_left_out_by_the_reader_and_never_by_the_answers() -> None:
    empty = copy_for(document(row="levels"), MATRIX, "WK")
    assert [section.heading for section in empty.sections] == ["Heading"]
    assert not copy_for(document(row="levels"), MATRIX, "HOU", Permissions({"housing": 2})).sections


@pytest.mark.parametrize(
    ("audience", "what"),
    [("MI", "figures"), ("HOU", "no consent"), ("SPEC", "no consent"), ("STAT", "no gateway"), ("TR", "real")],
)
def test_a_reader_who_may_get_nothing_gets_no_paper(audience: AudienceCode, what: str) -> None:
    with pytest.raises(ExportRefused, match=what) as refused:
        told(audience)
    assert refused.value.remedy


@pytest.mark.parametrize("audience", ["HOU", "SPEC", "STAT"])
def test_outside_not_agreed_and_not_there_look_alike_and_the_paper_says_so(audience: AudienceCode) -> None:
    opened = Permissions({"identity": 1}, gateway=frozenset(("name_used",)))
    exclusions = Section("Please keep to these", "exclusions", (Line("exclusions", text="the high street"),))
    there = Document("BC-0001", date(2026, 3, 3), (), (exclusions,))
    empty = Document("BC-0001", date(2026, 3, 3), (), (Section("Please keep to these", "exclusions", ()),))
    copies = [copy_for(one, MATRIX, audience, opened) for one in (there, empty)]
    assert copies[0] == copies[1] and copies[0].sections == ()
    assert "It does not tell which." in copies[0].opening[-1]


def test_a_stand_in_is_told_once_with_how_often_and_only_for_what_is_not_told() -> None:
    meeting = Line("sitting_record", text="Clinic at ten", neutral="A meeting")
    assert told("RO", meeting, meeting, Line("sitting_record", neutral="A day")) == ["A meeting × 2", "A day"]
    assert told("WK", meeting) == ["Clinic at ten"]


def test_a_head_over_nothing_beneath_it_is_not_told() -> None:
    head, beneath, beside = (
        Line("housing_plan", text="Home", is_head=True),
        Line("housing_plan", text="Rent", depth=1),
        Line("housing_plan", text="Bank"),
    )
    assert told("WK", head, beneath) == ["Home", "Rent"]
    assert told("WK", head, beside) == ["Bank"] and told("WK", head) == []


def test_parts_of_life_are_told_in_the_same_order_whatever_came_first() -> None:
    lines = [Line("actions", ("health",), "-", pathway=Pathway(name, "action", "actions")) for name in ("Work", "Home")]
    assert told("RO", *lines) == ["Home: one action", "Work: one action"]


def test_nothing_of_the_private_part_stands_among_the_facts_at_the_head_of_a_paper() -> None:
    fact = Document("BC-0001", date(2026, 3, 3), (Line("safety_plan", text="Inside"),), ())
    with pytest.raises(ExportRefused):
        copy_for(fact, MATRIX, "WK")


def test_an_invented_case_may_be_a_training_copy() -> None:
    assert why_refused(MATRIX, "TR", Permissions(invented=True)) is None


def test_what_ordinary_agreements_lead_to_is_told_to_the_officer_whichever_agency_it_is_with() -> None:
    line = Line("housing_plan", ("consents_own",), "With the landlord", services=("landlord",))
    permissions = Permissions({topic: 4 for topic in TOPICS}, "responsible_officer")
    assert sight_of(line, MATRIX, "RO", permissions) is Sight.SHOWN
