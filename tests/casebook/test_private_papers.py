"""Papers with the private part: by what was agreed there and stands today, noted there, and never by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.consent import Consent, ended
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.errors import ExportRefused
from bcst_tui.plan.quarters import Quarter
from bcst_tui.reference.audience import AudienceCode
from tests.casebook.conftest import HOME, KEY, PROFILE, SATURDAY, add_case, around
from tests.casebook.test_private import WORDS
from tests.export.private_cases import full_record
from tests.vault.ready import let_go, ready_vault

SPECIALIST = "safety_specialist"
YES = Consent(SPECIALIST, "q1", "given", SATURDAY, 2, until=SATURDAY + timedelta(days=180))
TOLD = replace(full_record(), consents=(YES,), shares=(), gateways=(), kept_back=())


class Desk:
    """One case, whose private part is as a test needs it."""

    def __init__(self, folder: Path, home: str = HOME) -> None:
        usual = around(home)
        files = {**usual.script_files, "q.yaml": WORDS}
        self.casebook = Casebook(ready_vault(folder, KEY, PROFILE), replace(usual, script_files=files))
        self.sitting: Sitting = self.casebook.begin(add_case(self.casebook).case_id, "first_screening")

    def keeps(self, record: Record) -> None:
        with self.casebook._vault.session() as records:
            records.private.keep(self.sitting.case_id, Sealed(record))

    @property
    def kept(self) -> Record:
        return self.casebook.private_view(self.sitting).record

    def text(self, audience: AudienceCode, to: str = "") -> str:
        return self.casebook.private_preview(self.sitting, audience, to=to).text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "vault")
    yield made
    let_go(made.casebook._vault)


def test_what_goes_to_a_specialist_is_shown_noted_in_the_private_part_and_stops_with_the_yes(
    desk: Desk, tmp_path: Path
) -> None:
    """P18: shown first to the letter, noted where it belongs, refused once it was taken back."""
    desk.keeps(TOLD)
    assert [one.to for one in desk.casebook.private_recipients(desk.sitting, "SPEC")] == [SPECIALIST]
    assert desk.casebook.recipients(desk.sitting, "SPEC") == ()
    shown = desk.casebook.private_preview(desk.sitting, "SPEC", to=SPECIALIST)
    assert "an ex" in shown.text and "someone who pays" not in shown.text
    written = desk.casebook.private_write(desk.sitting, shown, tmp_path)
    assert written.read_text("utf-8") == shown.text
    [share] = desk.kept.shares
    assert (share.sent_to, share.topics, share.basis) == (SPECIALIST, {"q1": 2}, "consent")
    with desk.casebook._vault.session() as records:
        assert not records.consents.shares(desk.sitting.case_id)

    desk.keeps(replace(TOLD, consents=(YES, ended(YES, SATURDAY, "withdrawn"))))
    assert desk.casebook.private_recipients(desk.sitting, "SPEC") == ()
    with pytest.raises(ExportRefused):
        desk.text("SPEC", SPECIALIST)
    with pytest.raises(ExportRefused):
        desk.casebook.private_write(desk.sitting, shown, tmp_path)


def test_who_may_only_be_asked_or_is_never_to_be_told_gets_no_paper(desk: Desk) -> None:
    check = replace(YES, topic="none", depth=1, purpose="caseload_check")
    desk.keeps(replace(TOLD, consents=(check, replace(YES, agency="prison_healthcare"))))
    assert desk.casebook.private_recipients(desk.sitting, "SPEC") == ()
    assert [one.to for one in desk.casebook.private_recipients(desk.sitting, "HOU")] == ["prison_healthcare"]
    with desk.casebook._vault.session() as records:
        records.consents.put_on_list(desk.sitting.case_id, "prison_healthcare", True, desk.sitting.saved_at)
    assert desk.casebook.private_recipients(desk.sitting, "HOU") == ()


def test_at_depth_0_the_officers_paper_with_it_is_the_one_without_it(desk: Desk) -> None:
    """P16: to the byte, through the casebook, whatever is kept; and no other ordinary paper holds any of it."""
    readers: tuple[AudienceCode, ...] = ("WK", "FULL", "SG", "CELL", "RO")
    ordinary = {one: desk.casebook.preview(desk.sitting, one).text for one in readers}
    for record in (NOTHING_KEPT, TOLD):
        desk.keeps(record)
        assert desk.text("RO") == ordinary["RO"]
        assert {one: desk.casebook.preview(desk.sitting, one).text for one in readers} == ordinary


def test_the_lead_keeps_a_row_from_the_persons_own_copy_only_by_a_decision_on_record(desk: Desk) -> None:
    desk.keeps(TOLD)
    assert "Told canary" in desk.text("FULL")
    desk.keeps(replace(TOLD, kept_back=(KeptBack("help_now_log", "Safeguarding lead", SATURDAY),)))
    assert "Told canary" not in desk.text("FULL")
    assert "Told canary" in desk.text("SG") and "Kept from the person's own copy" in desk.text("WK")


def test_each_row_is_kept_back_once_by_the_lead_and_let_go_by_itself(desk: Desk) -> None:
    desk.keeps(replace(TOLD, kept_back=(KeptBack("liaison", "Earlier lead", SATURDAY),)))
    lead = desk.casebook.profile.sealed_reader_role
    for _ in range(2):
        desk.casebook.keep_back(desk.sitting, "help_now_log", True)
    assert {(one.row, one.decided_by, one.on) for one in desk.kept.kept_back} == {
        ("liaison", "Earlier lead", SATURDAY),
        ("help_now_log", lead, SATURDAY),
    }
    assert len(desk.kept.kept_back) == 2 and "Told canary" not in desk.text("FULL")
    desk.casebook.keep_back(desk.sitting, "help_now_log", False)
    assert [one.row for one in desk.kept.kept_back] == ["liaison"] and "Told canary" in desk.text("FULL")


def test_without_a_yes_only_a_decision_kept_there_opens_its_rows_and_once(desk: Desk, tmp_path: Path) -> None:
    decision = GatewayRecord(
        "child", "children's services", ("category_children",), "lead", SATURDAY, True, SATURDAY + timedelta(days=7)
    )
    desk.keeps(replace(TOLD, gateways=(decision, replace(decision, rows=("safety_plan",)))))
    shown = desk.casebook.private_preview(desk.sitting, "STAT", to="children's services")
    assert "Children around: yes" in shown.text and "an ex" not in shown.text
    assert "the decision shares" in shown.text and "would like you to know" not in shown.text
    desk.casebook.private_write(desk.sitting, shown, tmp_path)
    assert [one.used_on for one in desk.kept.gateways] == [SATURDAY, None] and desk.kept.shares[0].basis == "gateway"
    assert "Children around" not in desk.text("STAT", "children's services")
    desk.keeps(replace(TOLD, gateways=(replace(decision, used_on=SATURDAY),)))
    with pytest.raises(ExportRefused, match="no gateway"):
        desk.text("STAT", "children's services")


def test_a_report_without_a_name_has_none_in_its_file_name_either(desk: Desk) -> None:
    desk.keeps(replace(TOLD, consents=(Consent("warning_scheme", "q2", "given", SATURDAY, anonymous=True),)))
    shown = desk.casebook.private_preview(desk.sitting, "SPEC", to="warning_scheme")
    assert desk.sitting.reference not in shown.file_name + shown.text
    assert desk.sitting.name_used not in shown.text


def test_17_32_no_query_reads_the_sealed_rows_of_two_people(desk: Desk) -> None:
    """P32: whatever the lists, the figures and the papers do, each such row is fetched by its own person alone."""
    add_case(desk.casebook, "Somebody Else")
    desk.keeps(TOLD)
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *more: object) -> None:
        if "private_part" in statement and not statement.startswith("PRAGMA"):
            asked.append(" ".join(statement.split()))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        desk.casebook.cases()
        desk.casebook.todays()
        with desk.casebook._vault.session() as records:
            desk.casebook._counted(records, Quarter(2026, 4))
        desk.text("WK")
        desk.keeps(NOTHING_KEPT)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    sealed = [one for one in asked if "private_part.sealed" in one or "UPDATE private_part" in one]
    assert sealed
    assert [one for one in sealed if " JOIN " in one or "private_part.person_id = ?" not in one] == []
