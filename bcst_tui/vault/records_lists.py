"""The lines that lists are read from: put, found by what is wanted, and read for those that are shown."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col

from bcst_tui.plan.model import Group
from bcst_tui.plan.open_lines import MEETINGS, FromSitting, OpenLine, Sort
from bcst_tui.plan.owed import Thing
from bcst_tui.plan.todays import Band, DueLine, Span, Whose, due_line, in_order
from bcst_tui.script.model import SittingKind
from bcst_tui.text import folded
from bcst_tui.vault.list_tables import CaseLineRow, ListState, NotHeldRow, OwedLineRow, StaleRow
from bcst_tui.vault.list_values import WEEKS, CaseInShort, NotHeld, Wanted
from bcst_tui.vault.tables import PersonRow
from bcst_tui.vault.values import NotHeldReason, SittingStatus

MOST_NAMED = 500
_TABLES = SQLModel.metadata.tables
_CASES, _OWED, _STALE = (_TABLES[str(one.__tablename__)] for one in (CaseLineRow, OwedLineRow, StaleRow))
_NOT_HELD = _TABLES[str(NotHeldRow.__tablename__)]
MADE_ANEW = (_OWED, _CASES, _STALE)
"""The tables that say nothing the others don't."""
_LINE = (
    col(OwedLineRow.person_id),
    col(OwedLineRow.sort),
    col(OwedLineRow.thing),
    col(OwedLineRow.due_on),
    col(OwedLineRow.until),
    col(OwedLineRow.sitting_id),
    col(OwedLineRow.sitting_kind),
    col(OwedLineRow.sitting_on),
    col(OwedLineRow.codes),
    col(OwedLineRow.titles),
)
_WHOSE = (col(PersonRow.reference), col(PersonRow.name_used))


@dataclass(frozen=True)
class BandPage:
    """The first lines under one heading; `more` says that there are others."""

    lines: tuple[DueLine, ...]
    count: int
    more: bool = False


@dataclass(frozen=True)
class ListRecords:
    _session: Session = field(repr=False)

    def hold_to(self, stamp: str) -> None:
        """If the lines were made by another program, or on other clocks, all are to be made anew."""
        row = self._session.get(ListState, 1)
        if row is not None and row.stamp == stamp:
            return
        if row is None:
            self._session.add(ListState(stamp=stamp))
        else:
            row.stamp = stamp
        everybody = sa.select(col(PersonRow.id))
        self._run(sa.insert(_STALE).prefix_with("OR IGNORE").from_select(["person_id"], everybody))
        self._session.flush()

    def stale(self, today: date, most: int) -> list[int]:
        """Cases that have changed since their lines were made, or whose lines were worked out for another day."""
        old = sa.select(_CASES.c.person_id).where(_CASES.c.worked_out_on.is_not(None), _CASES.c.worked_out_on != today)
        return list(self._run(sa.union(sa.select(_STALE.c.person_id), old).limit(most)).scalars())

    def is_stale(self, person_id: int, today: date) -> bool:
        found = sa.select(_STALE.c.person_id).where(_STALE.c.person_id == person_id)
        on = self._run(sa.select(_CASES.c.worked_out_on).where(_CASES.c.person_id == person_id)).first()
        return on is None or (on[0] is not None and on[0] != today) or self._run(found).first() is not None

    def put(self, cases: Sequence[CaseInShort]) -> None:
        """These cases' lines, in place of those they had."""
        if not cases:
            return
        forget_lines(self._session, [one.person_id for one in cases])
        self._run(sa.insert(_CASES), [_case_row(one) for one in cases])
        owed = [_owed_row(one.person_id, place, line) for one in cases for place, line in enumerate(one.lines)]
        if owed:
            self._run(sa.insert(_OWED), owed)

    def found(self, wanted: Wanted, today: date, most: int) -> list[int]:
        """The numbers of the cases that are wanted, the newest first, and no more than so many."""
        found = sa.select(_CASES.c.person_id).where(*_conditions(wanted, today)).order_by(_CASES.c.person_id.desc())
        return list(self._run(found.limit(most)).scalars())

    def last_unfinished(self) -> int | None:
        """Whose interview, of those begun and not ended in an open case, was saved last."""
        newest = (
            sa.select(_CASES.c.person_id)
            .where(_CASES.c.is_unfinished == True)  # noqa: E712
            .order_by(_CASES.c.saved_at.desc(), _CASES.c.person_id.desc())
        )
        found = self._run(newest.limit(1)).scalar()
        return None if found is None else int(found)

    def in_short(self, person_ids: Collection[int]) -> dict[int, CaseInShort]:
        """These cases with their lines."""
        rows = self._named(sa.select(_CASES), _CASES.c.person_id, person_ids)
        lines: dict[int, list[OpenLine]] = {}
        wanted = sa.select(*_LINE).order_by(col(OwedLineRow.person_id), col(OwedLineRow.place))
        for person_id, *told in self._named(wanted, _OWED.c.person_id, person_ids):
            lines.setdefault(person_id, []).append(_open_line(*told))
        return {row.person_id: _case(row, tuple(lines.get(row.person_id, ()))) for row in rows}

    def due(self, under: Mapping[Band, Sequence[Span]], today: date, most: int | None = None) -> dict[Band, BandPage]:
        """What stands under each heading today; the first `most` of each, or all."""
        pages = {band: self._page(band, some, today, most) for band, some in under.items()}
        return {band: page for band, page in pages.items() if page.lines}

    def met_on(self, today: date) -> Iterator[tuple[date, str]]:
        """Every day from today on that somebody is met on, and their reference."""
        wanted = (
            sa.select(col(OwedLineRow.due_on), col(PersonRow.reference))
            .join(PersonRow, col(PersonRow.id) == col(OwedLineRow.person_id))
            .where(col(OwedLineRow.sort).in_(MEETINGS), col(OwedLineRow.due_on) >= today)
        )
        yield from ((on, reference) for on, reference in self._run(wanted))

    def add_not_held(self, told: NotHeld) -> None:
        """Keep that a meeting did not happen."""
        self._session.add(
            NotHeldRow(
                person_id=told.person_id,
                on_day=told.on,
                reason=told.reason,
                words=told.words,
                next_attempt=told.next_attempt,
                noted_at=told.noted_at,
                noted_by=told.by,
            )
        )
        self._session.flush()

    def not_held(self, person_ids: Collection[int]) -> dict[int, list[NotHeld]]:
        """What was not held of these people's, the oldest first; nobody of whom all was."""
        found: dict[int, list[NotHeld]] = {}
        for row in self._named(sa.select(_NOT_HELD).order_by(_NOT_HELD.c.id), _NOT_HELD.c.person_id, person_ids):
            found.setdefault(row.person_id, []).append(
                NotHeld(
                    row.person_id,
                    row.on_day,
                    cast(NotHeldReason, row.reason),
                    row.noted_at,
                    row.noted_by,
                    row.words,
                    row.next_attempt,
                )
            )
        return found

    def _page(self, band: Band, some: Sequence[Span], today: date, most: int | None) -> BandPage:
        found = [line for span in some for line in self._in_span(band, span, today, most)]
        found.sort(key=in_order)
        if most is None or len(found) <= most:
            return BandPage(tuple(found), len(found))
        return BandPage(tuple(found[:most]), len(found), more=True)

    def _in_span(self, band: Band, span: Span, today: date, most: int | None) -> Iterator[DueLine]:
        """One more than is shown of each, so that it is known whether there are more."""
        due, person = col(OwedLineRow.due_on), col(OwedLineRow.person_id)
        wanted = (
            sa.select(*_LINE, *_WHOSE)
            .join(PersonRow, col(PersonRow.id) == person)
            .where(*_in_days(span, today))
            .order_by(due, person)
        )
        for person_id, *told, reference, name in self._run(wanted if most is None else wanted.limit(most + 1)):
            yield due_line(band, Whose(person_id, reference, name), _open_line(*told))

    def _named(self, query: Any, column: Any, person_ids: Collection[int]) -> list[Any]:
        few = len(person_ids) <= MOST_NAMED
        rows = self._run(query.where(column.in_(person_ids)) if few else query)
        wanted = set(person_ids)
        return [row for row in rows if few or row.person_id in wanted]

    def _run(self, query: Any, rows: Any = None) -> Any:
        return self._session.connection().execute(query, rows)


def forget_lines(session: Session, person_ids: Collection[int]) -> None:
    """Take the lines of these people out; before a merge, so that two people's don't meet."""
    session.flush()
    for table in MADE_ANEW:
        for some in _by_hundreds(person_ids):
            session.connection().execute(sa.delete(table).where(table.c.person_id.in_(some)))


def _by_hundreds(person_ids: Collection[int]) -> Iterator[list[int]]:
    named = list(person_ids)
    yield from (named[start : start + MOST_NAMED] for start in range(0, len(named), MOST_NAMED))


def _in_days(span: Span, today: date) -> Iterator[Any]:
    due, until = col(OwedLineRow.due_on), col(OwedLineRow.until)
    yield col(OwedLineRow.sort) == span.sort
    if span.first is not None:
        yield due >= span.first
    if span.last is not None:
        yield due <= span.last
    if span.sort == "window":
        yield until >= today


def _conditions(wanted: Wanted, today: date) -> Iterator[Any]:
    if wanted.is_closed:
        yield _CASES.c.is_closed == True  # noqa: E712
    elif not wanted.words.strip():
        yield _CASES.c.is_closed == False  # noqa: E712
    yield from (sa.func.instr(_CASES.c.sought, word) > 0 for word in folded(wanted.words).split())
    if wanted.is_overdue:
        yield _CASES.c.late_from < today
    if wanted.is_unfinished:
        yield _CASES.c.is_unfinished == True  # noqa: E712
    yield from (sa.func.instr(_CASES.c.pathways, group) > 0 for group in sorted(wanted.pathways))
    if wanted.levels:
        yield _CASES.c.level.in_(sorted(wanted.levels))
    if wanted.release == "none":
        yield _CASES.c.release_on.is_(None)
    elif wanted.release is not None:
        yield _CASES.c.release_on.between(today, today + timedelta(weeks=WEEKS[wanted.release]))


def _case_row(one: CaseInShort) -> dict[str, Any]:
    return {
        "person_id": one.person_id,
        "sought": one.sought,
        "is_closed": one.is_closed,
        "is_unfinished": one.is_unfinished,
        "late_from": one.late_from,
        "release_on": one.release_on,
        "pathways": " ".join(one.pathways),
        "level": one.level,
        "worked_out_on": one.worked_out_on,
        "sitting_kind": one.sitting_kind,
        "sitting_status": one.sitting_status,
        "saved_at": one.saved_at,
    }


def _case(row: Any, lines: tuple[OpenLine, ...]) -> CaseInShort:
    return CaseInShort(
        person_id=row.person_id,
        sought=row.sought,
        is_closed=row.is_closed,
        is_unfinished=row.is_unfinished,
        late_from=row.late_from,
        release_on=row.release_on,
        pathways=cast(tuple[Group, ...], tuple(row.pathways.split())),
        level=row.level,
        worked_out_on=row.worked_out_on,
        sitting_kind=cast(SittingKind | None, row.sitting_kind),
        sitting_status=cast(SittingStatus | None, row.sitting_status),
        saved_at=row.saved_at,
        lines=lines,
    )


def _owed_row(person_id: int, place: int, line: OpenLine) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "place": place,
        "sort": line.sort,
        "thing": line.thing,
        "due_on": line.on,
        "until": line.until,
        "sitting_id": line.sitting.sitting_id if line.sitting else None,
        "sitting_kind": line.sitting.kind if line.sitting else None,
        "sitting_on": line.sitting.on if line.sitting else None,
        "codes": json.dumps(line.codes),
        "titles": json.dumps(line.titles, ensure_ascii=False),
    }


def _open_line(
    sort: str,
    thing: str,
    on: date | None,
    until: date | None,
    sitting_id: int | None,
    kind: str | None,
    sat_on: date | None,
    codes: str,
    titles: str,
) -> OpenLine:
    sitting = None
    if sitting_id is not None and sat_on is not None:
        sitting = FromSitting(sitting_id, cast(SittingKind, kind), sat_on)
    told: Iterable[str] = json.loads(titles)
    return OpenLine(cast(Sort, sort), cast(Thing, thing), on, sitting, tuple(json.loads(codes)), tuple(told), until)
