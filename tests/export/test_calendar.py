"""A calendar file that calendars read, and that tells nothing but a day and a reference."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bcst_tui.errors import ExportRefused
from bcst_tui.export.calendar import Meeting, calendar
from tests.reference.shipped import shipped_reference

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FRIDAY = Meeting(date(2026, 12, 4), "BC-0001")


def written(*meetings: Meeting, vault: str = "invented vault", now: datetime = NOW) -> str:
    return calendar(meetings, vault, now, shipped_reference())


def uids(text: str) -> list[str]:
    return [line for line in text.split("\r\n") if line.startswith("UID:")]


def test_a_meeting_is_a_whole_day_with_the_neutral_label() -> None:
    lines = written(FRIDAY).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20261204" in lines and "DTEND;VALUE=DATE:20261205" in lines
    assert "DTSTAMP:20261123T093000Z" in lines
    assert "SUMMARY:Resettlement appointment\\, BC-0001" in lines


def test_how_many_things_fall_on_a_day_is_not_told() -> None:
    assert written(FRIDAY, FRIDAY) == written(FRIDAY)


def test_the_uid_of_a_meeting_stays_the_same_and_another_vault_has_another() -> None:
    later = replace(FRIDAY, on=date(2026, 12, 7))
    assert uids(written(FRIDAY, now=NOW.replace(day=24))) == uids(written(FRIDAY))
    assert len({*uids(written(FRIDAY, later)), *uids(written(FRIDAY, vault="another"))}) == 3
    assert "BC-0001" not in "".join(uids(written(FRIDAY)))


def test_lines_are_folded_at_75_octets_and_read_whole_again() -> None:
    wide = Meeting(FRIDAY.on, "BC-" + "é" * 90)
    text = written(wide)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"SUMMARY:Resettlement appointment\\, {wide.reference}\r\n" in text.replace("\r\n ", "")


def test_lines_end_as_the_format_wants() -> None:
    assert "\n" not in written(FRIDAY).replace("\r\n", "")


def test_no_calendar_where_the_matrix_gives_the_worker_no_meetings() -> None:
    reference = shipped_reference()
    row = reference.matrix.rows["meetings"]
    kept_back = row.model_copy(update={"codes": ("-",) * len(row.codes)})
    matrix = replace(reference.matrix, rows={**reference.matrix.rows, "meetings": kept_back})
    with pytest.raises(ExportRefused):
        calendar([FRIDAY], "invented vault", NOW, replace(reference, matrix=matrix))


def test_a_calendar_with_nothing_in_it_is_not_written() -> None:
    with pytest.raises(ExportRefused):
        written()
