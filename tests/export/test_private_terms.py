"""What a yes opens to an agency, and the very words it would get by it, read out before the yes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft
from bcst_tui.export.audience import Permissions, Sight, copy_for, may_see, permissions_for, sight_of
from bcst_tui.export.case import CaseHeader, ContactTerm
from bcst_tui.export.copies import make_copy
from bcst_tui.export.document import Document, Line, Section
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.export.private_terms import CASELOAD_CHECK, opened_by, read_out, would_get
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import full_header
from tests.export.private_cases import DAY, full_record, words
from tests.reference.shipped import shipped_reference

RECORD = replace(full_record(), consents=())
WHO = "safety_specialist"


def yes(topic: str, depth: int, *parts: str, purpose: str = "help") -> Consent:
    return Consent(WHO, topic, "given", DAY, depth, purpose=purpose, parts=parts)


def heard(*consents: Consent) -> str:
    return "\n".join(would_get(RECORD, consents, "SPEC", full_header(), shipped_reference(), words()))


def test_get_in_touch_names_the_person_and_no_topic() -> None:
    text = heard(yes("q1", 1))
    assert "Sam Rowe" in text
    assert not [one for one in ("People around", "Children", "close before", "canary") if one in text]


def test_each_item_is_open_by_its_own_yes_alone() -> None:
    assert "an ex" in heard(yes("q1", 2)) and "someone who pays" not in heard(yes("q1", 2))


def test_of_the_plan_for_keeping_safe_they_get_the_parts_that_were_ticked() -> None:
    text = heard(yes("q1", 3, "inside"), yes("q2", 3, "inside"))
    assert "Inside canary" in text and "Where canary" not in text


@pytest.mark.parametrize("agency", shipped_reference().private_agencies)
def test_a_meeting_is_on_the_paper_of_the_agency_it_is_with_and_on_no_others_however_deep_they_read(
    agency: str,
) -> None:
    """P14: one with nobody outside, or a day booked with the worker, is on the paper of none; on the person's it is."""
    own, anothers, nobodys = (replace(RECORD.follow_ups[0], due=DAY.replace(year=year)) for year in (2041, 2042, 2043))
    meetings = (replace(own, agency=agency), replace(anothers, agency="x"), nobodys)
    record = replace(RECORD, follow_ups=meetings, booked=DAY.replace(year=2044), referrals=())
    terms = tuple((ContactTerm(f"Ring in {one.due.year}"),) for one in meetings)
    reader = shipped_reference().private_agencies[agency].reader

    def years(to: AudienceCode, permissions: Permissions) -> list[str]:
        case = PrivateCase(record, words(), contacts=terms)
        text = "\n".join(read_out(make_copy(to, full_header(), Plan(), shipped_reference(), permissions, case)))
        said = [f"{thing} {year}" for thing in ("3 March", "Ring in") for year in range(2041, 2045)]
        return [one for one in said if one in text]

    for depth in range(1, 5):
        given = [replace(yes(topic, depth, "inside"), agency=agency) for topic in ("q1", "q2")]
        seen = years(reader, opened_by(given, agency, {"contacts": 1}))
        assert seen == ([] if reader == "RO" else ["3 March 2041", "Ring in 2041"])
    holders: tuple[AudienceCode, ...] = ("WK", "SG", "FULL")
    for to in holders:
        assert len(years(to, permissions_for(to, shipped_reference().matrix))) == 7


def test_being_asked_whether_they_know_the_person_opens_nothing() -> None:
    check = yes("none", 1, purpose=CASELOAD_CHECK)
    assert opened_by([check], WHO).consents == {}
    assert opened_by([check, yes("q1", 1)], WHO).consents == {"q1": 1, "identity": 1}


def test_nothing_opens_by_what_another_agency_was_told() -> None:
    assert opened_by([yes("q1", 4)], "sex_work_project").consents == {}


def test_what_may_be_told_without_a_name_opens_nothing_else_whatever_is_agreed_beside_it() -> None:
    """P41: no report without a name holds what a yes to more, here or in the ordinary part, would open."""
    nameless = replace(yes("q1", 0), anonymous=True)
    opened = opened_by([nameless, yes("q2", 3, "inside")], WHO, {"housing": 2})
    assert opened == Permissions({}, WHO, nameless=frozenset({"q1"}))


def test_what_is_agreed_here_stands_beside_what_is_agreed_of_the_rest_and_a_name_is_as_open_as_it_was() -> None:
    opened = opened_by([yes("q1", 3, "inside"), yes("q2", 2, "where")], WHO, {"housing": 2, "identity": 2})
    assert opened.consents == {"housing": 2, "identity": 2, "q1": 3, "q2": 2}
    assert (opened.service, opened.parts) == (WHO, frozenset({"inside", "where"}))
    assert opened_by([yes("q1", 0)], WHO, {"housing": 0}).consents == {"q1": 0, "housing": 0}


def test_what_is_read_out_is_the_whole_paper_with_what_is_being_agreed_on_it_and_no_empty_heading() -> None:
    by_yes = (yes("q1", 2), yes("q2", 2))
    lines = would_get(RECORD, by_yes, "SPEC", full_header(), shipped_reference(), words())
    case = PrivateCase(replace(RECORD, consents=by_yes), words())
    header = CaseHeader(full_header().reference, full_header().name_used, DAY, worker=full_header().worker)
    header = replace(header, made_on=full_header().made_on)
    copy = make_copy("SPEC", header, Plan(), shipped_reference(), opened_by(by_yes, WHO), case)
    assert lines[: 1 + len(copy.opening)] == (copy.title, *copy.opening)
    told = [section for section in copy.sections if section.lines]
    assert [one for one in lines if one in {section.heading for section in copy.sections}] == [
        one.heading for one in told
    ]
    assert {line.text for one in told for line in one.lines} | {one.text for one in copy.facts} <= set(lines)


def test_what_belongs_to_the_person_needs_the_yes_of_each_item_that_was_told_or_has_a_line() -> None:
    """P14: and where neither was told, that of neither."""
    line = CategoryLine("q1", Draft(), DAY)
    told = NOTHING_KEPT.with_ledger(Ledger("q2", "disclosed"))
    assert PrivateCase(told, words()).told == ("q2",)
    assert PrivateCase(replace(told, lines=(line,)), words()).told == ("q1", "q2")
    assert PrivateCase(NOTHING_KEPT.with_ledger(Ledger("q1", "no")), words()).told == ("none",)


def test_a_line_of_the_private_part_that_says_not_what_it_is_about_is_open_to_no_agency() -> None:
    """P14: neither by a yes to everything nor without a name."""
    matrix = shipped_reference().matrix
    row = matrix.rows["category_when_who"]
    deep, nameless = Permissions({"q1": 4, "q2": 4, "none": 1}, WHO), Permissions({}, WHO, nameless=frozenset({"q1"}))
    for permissions in (deep, nameless):
        assert may_see(row, "SPEC", permissions, ()) is Sight.PATHWAY
        assert may_see(row, "SPEC", permissions, ("q1",)) is Sight.SHOWN
    assert may_see(row, "SPEC", nameless, ("q1", "q2")) is Sight.PATHWAY
    assert may_see(row, "SPEC", Permissions({"q1": 4}, WHO), ("q1", "q2")) is Sight.PATHWAY


def test_parts_of_the_plan_are_ticked_for_agencies_and_whole_for_who_holds_it() -> None:
    matrix = shipped_reference().matrix
    part = Line("safety_plan", text="Inside", about=("q1",), part="inside")
    assert sight_of(part, matrix, "WK", is_private=True) is Sight.SHOWN
    seen = [
        sight_of(part, matrix, "SPEC", Permissions({"q1": 3}, WHO, parts=frozenset(one)), True)
        for one in ((), ("inside",))
    ]
    assert seen == [Sight.WITHHELD, Sight.SHOWN]


def test_until_the_lead_has_looked_what_may_be_kept_back_is_and_nothing_more() -> None:
    matrix = shipped_reference().matrix
    starred = {row.id for row in matrix.rows.values() if row.code_for("FULL") == "Y*"}
    assert starred and permissions_for("FULL", matrix).withheld_by_lead == starred
    assert [permissions_for("TR", matrix, invented=one).invented for one in (True, False)] == [True, False]


def test_no_heading_stands_over_nothing_for_a_reader_who_may_read_nothing_under_it() -> None:
    """P14: the officer isn't told that there could be other agreements; who holds them is, and a mark stays on top."""
    matrix, others = shipped_reference().matrix, Section("Other agreements", "consents_others", ())
    paper = Document("A-1", DAY, (), (others, Section("Meetings", "follow_ups", (), is_private=True)), "INVENTED")
    officers = copy_for(paper, matrix, "RO")
    assert [one.heading for one in officers.sections] == ["Meetings"] and officers.banner == "INVENTED"
    assert [one.heading for one in copy_for(paper, matrix, "WK").sections] == ["Other agreements", "Meetings"]
