"""Figures out of a vault: of a quarter that is over, each person once, told once for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Feedback, NewCase, Sitting, Surroundings
from bcst_tui.disclosure.how_was_that import HOW_WAS
from bcst_tui.errors import ExportRefused
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.figures import Counts, Figures
from bcst_tui.plan.quarters import Quarter
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.values import Profile
from tests.casebook.conftest import HOME, KEY, MAIN, PROFILE
from tests.casebook.test_distances import MARKS
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, ready_vault

AUTUMN = Quarter(2026, 4)
WHO: Profile = PROFILE


@dataclass
class Calendar:
    """The day it is."""

    day: date = date(2026, 11, 21)


Booked = tuple[Casebook, Calendar]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Callable[..., Booked]]:
    opened: list[Casebook] = []

    def opener(home: str = HOME) -> Booked:
        calendar = Calendar()
        main = MAIN
        around = Surroundings(
            {"script.yaml": main, "home.yaml": home},
            shipped_reference(),
            lambda: calendar.day,
            lambda: datetime(2026, 11, 21, 14, tzinfo=UTC),
        )
        opened.append(Casebook(ready_vault(tmp_path / "vault", KEY, WHO), around))
        return opened[-1], calendar

    yield opener
    for casebook in opened:
        let_go(casebook._vault)


def held(casebook: Casebook, case_id: int, raw: object, kind: SittingKind = "first_screening") -> Sitting:
    sitting = casebook.answer(casebook.begin(case_id, kind), raw)  # type: ignore[arg-type]
    assert not isinstance(sitting, Rejection)
    return casebook.complete(sitting)


def people(casebook: Casebook, count: int, raw: object) -> list[int]:
    found = []
    for place in range(count):
        case = casebook.add_case(NewCase(f"Zarkovia {place}", prison_number=f"TRN-{100 + place}"))
        assert not isinstance(case, Rejection)
        held(casebook, case.case_id, raw)
        found.append(case.case_id)
    return found


def told(figures: Figures, part: str, line: str) -> str:
    return next(one.told for one in figures.lines if one.part.startswith(part) and one.line.startswith(line))


def test_a_quarter_that_is_not_over_is_not_told(book: Callable[..., Booked]) -> None:
    casebook, _ = book()
    people(casebook, 1, "street")
    assert casebook.quarters() == ()
    with pytest.raises(ExportRefused, match="not over"):
        casebook.figures(AUTUMN)


def test_a_file_holds_nothing_of_anybody_and_stays_the_same(book: Callable[..., Booked], tmp_path: Path) -> None:
    casebook, calendar = book()
    cases = people(casebook, 10, "street")
    calendar.day = date(2027, 1, 4)
    before = casebook.figures(AUTUMN)
    assert before.kept_on is None
    assert told(before, "People", "Interviewed") == "10"
    first = casebook.write_figures(AUTUMN, tmp_path / "one.csv").read_bytes()
    text = first.decode("utf-8")
    assert not [word for word in ("Zarkovia", "BC-0", "TRN-", WHO.name, WHO.prison) if word in text]
    with pytest.raises(ExportRefused, match="already"):
        casebook.write_figures(AUTUMN, tmp_path / "one.csv")
    with casebook._vault.session() as records:
        for case_id in cases[:4]:
            records.cases.erase(case_id)
    calendar.day = date(2027, 3, 1)
    assert casebook.write_figures(AUTUMN, tmp_path / "two.csv").read_bytes() == first
    assert casebook.figures(AUTUMN).lines == before.lines
    assert casebook.figures(AUTUMN).kept_on == date(2027, 1, 4)
    with casebook._vault.session() as records:
        assert ("figures_made", "2026-Q4") in [(one.what, one.record) for one in records.access_events()]


def counts_of(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """What the figures of the quarter are made from, before anything is shielded."""
    seen: list[Counts] = []

    def counted(counts: Counts, *_: object) -> tuple[()]:
        seen.append(counts)
        return ()

    monkeypatch.setattr("bcst_tui.casebook.figures.figures", counted)
    casebook.figures(AUTUMN)
    return seen[0]


def test_how_far_people_came_is_counted_from_their_own_marks(
    book: Callable[..., Booked], monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, calendar = book(MARKS)
    low, high = {"housing": "not_so_good", "family": "good"}, {"housing": "good", "family": "good"}
    first, _ = people(casebook, 2, low)
    held(casebook, first, high, "review")
    calendar.day = date(2027, 1, 4)
    counted = counts_of(casebook, monkeypatch).people
    assert casebook.quarters() == (AUTUMN,)
    assert sorted(tuple(one.moved.items()) for one in counted) == [(), (("housing", "up"), ("family", "same"))]


def test_feedback_is_told_by_the_quarter(book: Callable[..., Booked], monkeypatch: pytest.MonkeyPatch) -> None:
    casebook, calendar = book()
    people(casebook, 1, "street")
    for month in (9, 10, 11, 12):
        calendar.day = date(2026, month, 5)
        assert casebook.add_feedback(Feedback(5, month % 5 + 1, None, "Zarkovian")) is None
    calendar.day = date(2027, 1, 4)
    assert sorted(counts_of(casebook, monkeypatch).feedback) == [(5, 1, None), (5, 2, None), (5, 3, None)]


def test_how_the_private_part_was_is_counted_by_month_and_belongs_to_nobody(
    book: Callable[..., Booked], monkeypatch: pytest.MonkeyPatch
) -> None:
    """P14, P19: a tally in the figures alone; no table of anybody's, no log and no event of theirs holds it."""
    casebook, calendar = book()
    people(casebook, 2, "street")
    sitting = casebook.open_sitting(1)
    assert sitting is not None
    for month, how in zip((12, 9, 10, 11), (*HOW_WAS, HOW_WAS[2]), strict=True):
        calendar.day = date(2026, month, 5)
        for event in ("q", "skip"):
            casebook.private_step(sitting, event)
        casebook.private_step(sitting, "done", how_was=how)
        view = casebook.private_step(sitting, "finish")
        assert how not in str(view.record.events)
    calendar.day = date(2027, 1, 4)
    assert counts_of(casebook, monkeypatch).how_was == {"hard": 2, "ok": 1}
    with casebook._vault.session() as records:
        columns = records._session.connection().exec_driver_sql("PRAGMA table_info(how_was_that)")
        assert [row[1] for row in columns] == ["month", "how", "people"]


def test_what_counts_is_read_from_the_newest_plan(book: Callable[..., Booked], monkeypatch: pytest.MonkeyPatch) -> None:
    casebook, calendar = book()
    people(casebook, 2, "street")
    sitting = casebook.open_sitting(1)
    assert sitting is not None
    casebook.agree_plan(sitting)
    casebook.edit_action(sitting, "ACC-2-01", status="delivered")
    casebook.begin(2, "follow_up")
    calendar.day = date(2027, 1, 4)
    counts = counts_of(casebook, monkeypatch)
    assert counts.not_finished == 1
    one, two = sorted(counts.people, key=lambda person: person.actions["ACC-2-01"])
    assert (one.actions["ACC-2-01"], two.actions["ACC-2-01"]) == ("delivered", "proposed")
    assert (one.is_first, one.born, one.on_time, one.outcomes) == (True, None, None, frozenset())
    assert one.levels.keys() == {"ACC", "ETE", "FIN", "PSH", "SUP"}
    assert "ACC" in two.open_in


def test_a_review_that_fell_in_the_quarter_is_looked_for(
    book: Callable[..., Booked], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = """
section: home
title: Home
rail: Home
questions:
  - {id: k08c_review_date, kind: date, said: {standard: When?}, audience: meetings, carry: fresh}
"""
    casebook, calendar = book(asked)
    kept, late, _ = people(casebook, 3, "15/12/2026")
    for case_id, on in ((kept, date(2026, 12, 10)), (late, date(2026, 12, 20))):
        calendar.day = on
        held(casebook, case_id, "15/6/2027", "review")
    calendar.day = date(2027, 1, 4)
    assert sorted(counts_of(casebook, monkeypatch).reviews) == ["late", "not_held", "on_time"]
