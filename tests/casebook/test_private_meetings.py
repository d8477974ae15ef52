"""What is agreed in the private part stands among the worker's other meetings, and can't be told from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bcst_tui.casebook.case_values import Closing, Merging
from bcst_tui.casebook.day_list import for_programs, spoken
from bcst_tui.casebook.values import CaseLine
from bcst_tui.disclosure.diary import SIZE
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_plan import Outcome, PrivateFollowUp
from bcst_tui.plan.open_lines import MEET
from bcst_tui.plan.quarters import Quarter
from bcst_tui.vault.list_values import Wanted
from bcst_tui.vault.private_diary import PrivateDiary
from bcst_tui.vault.private_tables import PrivateDiaryRow
from bcst_tui.vault.records_lists import BandPage
from tests.casebook.conftest import SATURDAY, add_case
from tests.casebook.test_private_papers import TOLD, Desk, desk
from tests.reference.shipped import shipped_reference

__all__ = ["desk"]
NEXT_WEEK, YESTERDAY = SATURDAY + timedelta(days=10), SATURDAY - timedelta(days=1)


def agreed(*days: date, purpose: str = "plan_review", outcome: Outcome = "", record: Record = NOTHING_KEPT) -> Record:
    return replace(record, follow_ups=tuple(PrivateFollowUp(purpose, "worker", on, outcome, agency="x") for on in days))


def shown(desk: Desk) -> list[tuple[str, date | None, str]]:
    """The meetings of the list for today, each with its heading."""
    return [
        (band, line.on, line.case.reference)
        for band, lines in desk.casebook.todays().items()
        for line in lines
        if line.thing == "meeting"
    ]


def met(desk: Desk) -> str:
    """All that lists, programs and calendars tell."""
    book = desk.casebook
    calendar = [*book._met_on(), *book._met_besides()]
    return f"{list(spoken(book.todays()))} {for_programs(book.todays(), SATURDAY)} {calendar} {book.cases()}"


@pytest.mark.parametrize("purpose", ["plan_review", "look_again", "referral", "keep_in_touch"])
def test_a_day_agreed_there_is_told_as_an_ordinary_meeting_is_to_the_letter(
    desk: Desk, purpose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P11, P16: whatever it is for, the words are those of a meeting noted in the interview (K08)."""
    book, case_id = desk.casebook, desk.sitting.case_id
    book.answer(desk.sitting, "street")
    with monkeypatch.context() as at:
        at.setattr(book, "_meetings", lambda *read: {case_id: NEXT_WEEK})
        ordinary, calendar = met(desk), book.calendar().split("DTSTAMP")[0]
    with book._vault.session() as records:
        records._session.connection().exec_driver_sql(f"INSERT OR IGNORE INTO case_stale VALUES ({case_id})")
    assert shown(desk) == []
    desk.keeps(agreed(NEXT_WEEK, purpose=purpose))
    assert shown(desk) == [("meetings", NEXT_WEEK, "BC-0001")]
    assert book.calendar().split("DTSTAMP")[0] == calendar
    assert met(desk) == ordinary and MEET in ordinary and purpose not in ordinary


def test_every_meeting_has_the_label_of_all() -> None:
    assert shipped_reference().neutral_labels["resettlement_appointment"] == MEET


def test_one_that_is_late_makes_its_case_overdue_as_any_meeting_does(desk: Desk) -> None:
    desk.keeps(agreed(YESTERDAY))
    assert shown(desk) == [("overdue", YESTERDAY, "BC-0001")]
    [case] = desk.casebook.find_cases(Wanted(is_overdue=True)).lines
    assert (case.next_due, case.next_due_title, case.is_overdue) == (YESTERDAY, MEET, True)
    assert desk.casebook.case(case.case_id).next_due == YESTERDAY


def test_it_is_gone_once_how_it_went_is_noted(desk: Desk) -> None:
    desk.keeps(agreed(NEXT_WEEK))
    desk.keeps(agreed(NEXT_WEEK, outcome="met"))
    assert shown(desk) == []


def test_it_is_gone_with_a_closed_case_and_back_with_it(desk: Desk) -> None:
    desk.keeps(agreed(YESTERDAY))
    desk.casebook.close_case(desk.sitting.case_id, Closing("released"))
    assert shown(desk) == [] and list(desk.casebook._met_besides()) == []
    assert not desk.casebook.closed_cases()[0].is_overdue
    desk.casebook.reopen_case(desk.sitting.case_id, "invented")
    assert shown(desk) == [("overdue", YESTERDAY, "BC-0001")]


def test_it_goes_with_a_case_that_is_erased_and_its_number_is_somebody_elses(desk: Desk) -> None:
    desk.keeps(agreed(NEXT_WEEK))
    told = desk.casebook.delete_case(desk.sitting.case_id, "BC-0001")
    assert isinstance(told, str)
    with desk.casebook._vault.session() as records:
        assert records.private.days() == frozenset()
    assert add_case(desk.casebook, "Somebody Else").case_id == desk.sitting.case_id
    assert shown(desk) == []


def test_it_moves_with_a_case_that_is_made_one_with_another(desk: Desk) -> None:
    desk.keeps(agreed(NEXT_WEEK))
    other = add_case(desk.casebook, "Ash Invented too")
    merged = desk.casebook.merge_cases(Merging(other.case_id, desk.sitting.case_id, {"name_used": other.case_id}))
    assert isinstance(merged, CaseLine)
    assert shown(desk) == [("meetings", NEXT_WEEK, other.reference)]


def test_17_47_while_the_private_part_is_shut_there_are_none_and_nothing_fails(desk: Desk) -> None:
    """P47; opened again they are there, without those of anybody who went meanwhile."""
    book, keys = desk.casebook, desk.casebook._vault._keys
    desk.keeps(agreed(NEXT_WEEK))
    other = add_case(book, "Somebody Else")
    with book._vault.session() as records:
        gone = records.private.of(other.case_id)
        records.private.keep(other.case_id, replace(gone, record=agreed(YESTERDAY)))
    book._vault._keys = replace(keys, private=None)
    assert shown(desk) == [] and list(book._met_besides()) == [] and book.cases()
    assert book.delete_case(other.case_id, other.reference)
    assert add_case(book, "A Third").case_id == other.case_id
    book._vault._keys = keys
    with book._vault.session() as records:
        records.private.put_down_runs()
    assert shown(desk) == [("meetings", NEXT_WEEK, "BC-0001")]


def test_two_of_one_case_and_day_are_one_line_and_no_more_are_shown_than_asked_for(desk: Desk) -> None:
    desk.keeps(agreed(NEXT_WEEK, NEXT_WEEK, NEXT_WEEK + timedelta(days=1)))
    assert [on for _, on, _ in shown(desk)] == [NEXT_WEEK, NEXT_WEEK + timedelta(days=1)]
    page = desk.casebook.todays_first(1)["meetings"]
    assert isinstance(page, BandPage) and (len(page.lines), page.more) == (1, True)
    assert page.lines[0].on == NEXT_WEEK


def test_no_ordinary_row_paper_or_figure_tells_of_it(desk: Desk) -> None:
    """P16: what the recovery code opens is the same with and without."""
    book = desk.casebook

    def ordinary() -> tuple[object, ...]:
        book.cases(), book.todays()
        with book._vault.session() as records:
            read = records._session.connection().exec_driver_sql
            names = read("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").scalars().all()
            sealed = {"private_part", "private_diary", "vault_state"}
            rows = [read(f"SELECT * FROM {name}").all() for name in names if name not in sealed]
            return repr(rows), repr(book._counted(records, Quarter(2026, 4)))

    before, paper = ordinary(), book.preview(desk.sitting, "RO").text
    desk.keeps(agreed(YESTERDAY, NEXT_WEEK))
    assert ordinary() == before and book.preview(desk.sitting, "RO").text == paper
    desk.keeps(agreed(NEXT_WEEK, record=replace(TOLD, follow_ups=())))
    assert ordinary() == before and book.preview(desk.sitting, "RO").text == paper


def sealed(desk: Desk) -> bytes:
    with desk.casebook._vault.session() as records:
        row = records._session.get(PrivateDiaryRow, 1)
        assert row is not None
        return row.sealed


def test_17_23_the_days_are_of_one_size_and_sealed_afresh_with_every_part_that_is_kept(desk: Desk) -> None:
    """P23."""
    seen = [sealed(desk)]
    for days in ((), (NEXT_WEEK,), tuple(SATURDAY + timedelta(days=gone) for gone in range(99)), ()):
        desk.keeps(agreed(*days))
        seen.append(sealed(desk))
    assert {len(one) for one in seen} == {SIZE + 12 + 16} and len(set(seen)) == len(seen)


def test_more_days_than_one_size_holds_are_all_kept(desk: Desk) -> None:
    many = frozenset((number * 7919, SATURDAY + timedelta(days=number * 31 % 367)) for number in range(6000))
    with desk.casebook._vault.session() as records:
        PrivateDiary(records._session, desk.casebook._vault._keys.private).put_all(many)
        assert records.private.days() == many
    assert (len(sealed(desk)) - 12 - 16) % SIZE == 0
    assert shown(desk) == []


def test_17_32_the_lists_open_that_one_row_and_nobodys_part(desk: Desk) -> None:
    """P32."""
    desk.keeps(agreed(NEXT_WEEK))
    add_case(desk.casebook, "Somebody Else")
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *more: object) -> None:
        asked.append(" ".join(statement.split()))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        met(desk)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    of_private = [one for one in asked if "private_" in one and "sitting.private_part" not in one]
    assert of_private and all("FROM private_diary WHERE" in one and "JOIN" not in one for one in of_private)
