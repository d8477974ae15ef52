"""Who may get a paper with the private part, under what name, and what is noted of each that went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.disclosure.shares import Share
from bcst_tui.errors import ExportRefused
from bcst_tui.interview.rejection import Rejection
from bcst_tui.reference.audience import AudienceCode
from tests.casebook.agreeing import COUNCIL, moved, told
from tests.casebook.agreeing import TOLD as QUESTIONS
from tests.casebook.conftest import SATURDAY
from tests.casebook.test_private_papers import SPECIALIST, TOLD, YES, Desk
from tests.vault.ready import let_go

OFFICER = "responsible_officer"
LATER = SATURDAY + timedelta(days=7)
DECISION = GatewayRecord("child", "children's services", ("category_children",), "lead", SATURDAY, True, LATER)
EARLIER = Share(SATURDAY - timedelta(days=1), "SPEC", "advocacy", "consent", {"q1": 1}, "BC-0001.md", "0")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "vault", QUESTIONS)
    yield made
    let_go(made.casebook._vault)


def lists(desk: Desk, name: str) -> None:
    """The person says in the interview that this one is to be told nothing."""
    for entry in ("29/1/2027", "rented"):
        desk.sitting = moved(desk.casebook.answer(desk.sitting, entry))
    desk.sitting = moved(desk.casebook.add_row(desk.sitting, "f12_not_to_be_told"))
    for entry in (name, "done"):
        desk.sitting = moved(desk.casebook.answer(desk.sitting, entry))


def possible(desk: Desk) -> set[AudienceCode]:
    return {one.audience for one in desk.casebook.private_readers(desk.sitting) if one.is_possible}


def test_the_list_of_readers_is_the_same_for_all_but_for_whom_something_can_be_made(desk: Desk) -> None:
    ordinary = desk.casebook.readers(desk.sitting)
    desk.keeps(NOTHING_KEPT)
    readers = desk.casebook.private_readers(desk.sitting)
    assert [(one.audience, one.title, one.for_whom) for one in readers] == [
        (one.audience, one.title, one.for_whom) for one in ordinary
    ]
    assert {one.audience for one in readers if one.why_not == "never with the private part"} == {"CELL", "MI"}
    assert (
        possible(desk)
        == {"WK", "RO", "FULL", "SG", "TR"}
        == {one.audience for one in ordinary if one.is_possible and one.audience != "CELL"}
    ), "nobody is real in this case, so a training copy can be made"
    desk.keeps(replace(TOLD, consents=(YES, replace(YES, agency="police")), gateways=(DECISION,)))
    assert possible(desk) == {"WK", "RO", "FULL", "SG", "TR", "SPEC", "HOU", "STAT"}
    assert "Training" in desk.text("TR")


@pytest.mark.parametrize("audience", ["CELL", "MI"])
def test_some_readers_never_get_it(desk: Desk, audience: AudienceCode) -> None:
    with pytest.raises(ExportRefused, match="never in this paper"):
        desk.text(audience)


def test_for_somebody_who_has_died_no_full_copy_is_made_and_the_workers_still_is(desk: Desk) -> None:
    desk.keeps(TOLD)
    assert not isinstance(desk.casebook.close_case(desk.sitting.case_id, Closing("died", "21/11/2026")), Rejection)
    with pytest.raises(ExportRefused, match="no copy is made for them"):
        desk.text("FULL")
    assert "Told canary" in desk.text("WK")


def test_a_preview_says_what_it_is_whom_it_is_for_and_what_the_lead_may_keep_back(desk: Desk) -> None:
    """A worker's own text is no row that the lead lets through."""
    desk.keeps(replace(TOLD, kept_back=(KeptBack("liaison", "lead", SATURDAY),)))
    shown = desk.casebook.private_preview(desk.sitting, "SPEC", "txt", SPECIALIST)
    title = "Somebody who knows about keeping safe at home"
    assert (shown.is_private, shown.file_format, shown.to, shown.to_whom) == (True, "txt", SPECIALIST, title)
    assert shown.file_name == f"TRAINING-{desk.sitting.reference}-SPEC-{SATURDAY}.txt"
    assert (shown.may_keep_back, shown.kept_back) == ((), frozenset())
    full = desk.casebook.private_preview(desk.sitting, "FULL")
    assert set(full.may_keep_back) == {"hand_offs", "help_now_log", "liaison", "consult_requested"}
    assert full.kept_back == frozenset({"liaison"}) and full.to_whom == ""


def test_ways_to_get_in_touch_are_on_a_paper_until_they_have_run_out(desk: Desk) -> None:
    def kept(until: int) -> None:
        contact = SafeContact("letter", caller_says="the library", valid_until=SATURDAY + timedelta(days=until))
        desk.keeps(replace(TOLD, follow_ups=(PrivateFollowUp("signpost", "worker", LATER, contact=contact),)))

    kept(0)
    assert "the library" in desk.text("WK")
    kept(-1)
    assert "the library" not in desk.text("WK")


def test_one_that_was_named_is_told_by_name_and_not_once_it_may_be_somebody_to_be_told_nothing(desk: Desk) -> None:
    desk.keeps(replace(TOLD, consents=(replace(YES, which="Pat Marlow"),)))
    [one] = desk.casebook.private_recipients(desk.sitting, "SPEC")
    assert one.title.endswith(": Pat Marlow")
    lists(desk, "Kit Farrow")
    assert desk.casebook.private_recipients(desk.sitting, "SPEC") == (one,)
    lists_too = replace(TOLD, consents=(replace(YES, which="Kit at the centre"),))
    desk.keeps(lists_too)
    assert desk.casebook.private_recipients(desk.sitting, "SPEC") == ()
    with pytest.raises(ExportRefused):
        desk.text("SPEC", SPECIALIST)


def test_an_officer_who_may_be_somebody_to_be_told_nothing_reads_no_more_than_the_ordinary_paper(desk: Desk) -> None:
    """In whichever part the name was given."""
    lists(desk, "Kit Farrow")
    nothing_agreed = desk.text("RO")
    named = Consent(OFFICER, "housing", "given", SATURDAY, 2, which="Officer Farrow", until=LATER)
    q1 = replace(YES, agency=OFFICER)
    desk.keeps(replace(TOLD, consents=(replace(q1, which="Officer Farrow"),)))
    assert desk.text("RO") == nothing_agreed
    with desk.casebook._vault.session() as records:
        records.consents.add(desk.sitting.case_id, named, desk.sitting.saved_at)
    desk.keeps(replace(TOLD, consents=(q1,)))
    assert desk.text("RO") == desk.casebook.preview(desk.sitting, "RO").text == nothing_agreed


def test_an_officer_reads_what_was_agreed_in_both_parts_and_nothing_once_never_to_be_told(desk: Desk) -> None:
    nothing_agreed = desk.text("RO")
    desk.keeps(replace(TOLD, consents=(replace(YES, agency=OFFICER),)))
    assert "an ex" in desk.text("RO")
    with desk.casebook._vault.session() as records:
        records.consents.put_on_list(desk.sitting.case_id, OFFICER, True, desk.sitting.saved_at)
    assert desk.text("RO") == nothing_agreed


def test_a_decision_to_tell_opens_for_the_body_it_names_until_it_is_used(desk: Desk) -> None:
    other = replace(DECISION, told_to="the police", rows=("safety_plan",))
    desk.keeps(replace(TOLD, gateways=(replace(DECISION, used_on=SATURDAY), other, other)))
    assert [one.to for one in desk.casebook.private_recipients(desk.sitting, "STAT")] == ["the police"]
    shown = desk.text("STAT", "the police")
    assert desk.sitting.name_used in shown and "Children around" not in shown
    with pytest.raises(ExportRefused, match="no gateway"):
        desk.text("STAT", "children's services")


def test_an_agency_is_a_reader_of_its_own_kind_alone_and_the_officer_is_the_only_one(desk: Desk) -> None:
    desk.keeps(replace(TOLD, consents=tuple(replace(YES, agency=one) for one in ("police", OFFICER))))
    assert desk.text("HOU", "police")
    with pytest.raises(ExportRefused):
        desk.text("SPEC", "police")
    others: tuple[AudienceCode, ...] = ("SPEC", "RO", "WK", "FULL")
    assert [desk.casebook.private_recipients(desk.sitting, one) for one in others] == [()] * 4


def test_what_the_plan_asks_of_a_council_is_on_its_paper_with_the_private_part_too(desk: Desk) -> None:
    desk.sitting = told(desk.casebook, "depth_2")
    desk.keeps(replace(TOLD, consents=(replace(YES, agency=COUNCIL),)))
    ordinary = {*desk.casebook.preview(desk.sitting, "HOU", to=COUNCIL).text.splitlines()}
    private = {*desk.text("HOU", COUNCIL).splitlines()}
    assert "an ex" in "\n".join(private - ordinary) and ordinary <= private
    record = desk.kept
    with desk.casebook._vault.session() as records:
        opened = desk.casebook._opened(records, desk.sitting.case_id, "HOU", COUNCIL, record, True)
    assert opened.names == {COUNCIL, "council"}, "what the plan says of the services it stands for is its own"


def test_two_of_a_kind_on_one_day_have_files_of_their_own(desk: Desk) -> None:
    advocate, council = replace(YES, agency="advocacy"), replace(YES, agency="police")
    desk.keeps(replace(TOLD, consents=(YES, advocate, council), shares=(EARLIER,)))

    def name(audience: AudienceCode, to: str) -> str:
        return desk.casebook.private_preview(desk.sitting, audience, to=to).file_name.removesuffix(".md")[-5:]

    assert name("SPEC", SPECIALIST) == name("SPEC", "advocacy") == name("HOU", "police") == "11-21"
    desk.keeps(replace(desk.kept, shares=(replace(EARLIER, on=SATURDAY), replace(EARLIER, on=SATURDAY))))
    assert [name("SPEC", "advocacy"), name("SPEC", SPECIALIST), name("HOU", "police")] == ["11-21", "-21-2", "11-21"]
    desk.keeps(replace(desk.kept, shares=(replace(EARLIER, on=SATURDAY, audience="HOU"),)))
    assert [name("SPEC", SPECIALIST), name("HOU", "police"), name("WK", "")] == ["11-21", "-21-2", "11-21"]
    desk.keeps(replace(desk.kept, shares=(replace(EARLIER, on=SATURDAY, audience="RO", sent_to=OFFICER),)))
    assert name("RO", "") == "11-21", "there is one officer"


def test_what_went_is_noted_after_what_went_before_and_the_log_names_nobody(desk: Desk, tmp_path: Path) -> None:
    officer = replace(YES, agency=OFFICER, which="The office in Market Street")
    desk.keeps(replace(TOLD, consents=(officer,), shares=(EARLIER,), gateways=(DECISION,)))
    desk.casebook.private_write(desk.sitting, desk.casebook.private_preview(desk.sitting, "WK"), tmp_path)
    assert list(desk.kept.shares) == [EARLIER], "a worker's copy goes to nobody"
    desk.casebook.private_write(desk.sitting, desk.casebook.private_preview(desk.sitting, "RO"), tmp_path)
    assert desk.kept.gateways == (DECISION,)
    shown = desk.casebook.private_preview(desk.sitting, "STAT", to=DECISION.told_to)
    desk.casebook.private_write(desk.sitting, shown, tmp_path)
    earlier, to_officer, to_body = desk.kept.shares
    assert earlier == EARLIER
    assert (to_officer.sent_to, to_officer.basis, to_officer.which) == (OFFICER, "consent", officer.which)
    assert (to_body.sent_to, to_body.basis, to_body.which) == (DECISION.told_to, "gateway", "")
    with desk.casebook._vault.session() as records:
        events = [one.record for one in records.access_events() if one.what == "exported"]
    assert events == [desk.sitting.reference] * 3


def test_an_officers_paper_with_nothing_agreed_is_noted_as_told(desk: Desk, tmp_path: Path) -> None:
    desk.keeps(replace(TOLD, consents=()))
    desk.casebook.private_write(desk.sitting, desk.casebook.private_preview(desk.sitting, "RO"), tmp_path)
    assert [(one.sent_to, one.basis, one.topics) for one in desk.kept.shares] == [(OFFICER, "told", {})]


def test_what_could_not_be_written_is_not_noted_and_a_file_is_written_over_only_when_asked(
    desk: Desk, tmp_path: Path
) -> None:
    desk.keeps(TOLD)
    shown = desk.casebook.private_preview(desk.sitting, "SPEC", to=SPECIALIST)
    (tmp_path / shown.file_name).write_text("Earlier", "utf-8")
    with pytest.raises(ExportRefused, match="there already"):
        desk.casebook.private_write(desk.sitting, shown, tmp_path)
    assert desk.kept.shares == ()
    written = desk.casebook.private_write(desk.sitting, shown, tmp_path, overwrite=True)
    assert written.read_text("utf-8") == shown.text and len(desk.kept.shares) == 1


def test_what_has_changed_since_it_was_shown_is_neither_written_nor_noted(desk: Desk, tmp_path: Path) -> None:
    desk.keeps(TOLD)
    shown = desk.casebook.private_preview(desk.sitting, "SPEC", to=SPECIALIST)
    desk.keeps(replace(TOLD, consents=(replace(YES, depth=1),)))
    with pytest.raises(ExportRefused, match="changed since it was shown"):
        desk.casebook.private_write(desk.sitting, shown, tmp_path)
    assert desk.kept.shares == () and not [one for one in tmp_path.iterdir() if one.suffix == ".md"]
