"""Sittings, the scripts they run on, and the moves made in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Column, bindparam, func
from sqlmodel import Session, SQLModel, col, select, update

from bcst_tui.disclosure.section_q import QState
from bcst_tui.interview.answer import Answer, Given, NoAnswer, NotAskedReason
from bcst_tui.interview.engine import move_of
from bcst_tui.interview.state import Act, Move
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import SittingKind
from bcst_tui.script.script import Script
from bcst_tui.vault.closed import (
    closed_people,
    of_this_stay,
    refuse_closed,
    refuse_closed_sitting,
)
from bcst_tui.vault.columns import UtcTime
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.tables import MoveRow, ScriptVersion, SittingFact, SittingRow
from bcst_tui.vault.values import (
    NotHeldReason,
    ScriptTexts,
    Sitting,
    SittingStatus,
)

_LAST_MOVE = select(func.coalesce(func.max(col(MoveRow.seq)), 0)).where(col(MoveRow.sitting_id) == bindparam("sitting"))
_NOTE_SAVED = (
    update(SittingRow)
    .where(col(SittingRow.id) == bindparam("sitting"))
    .values(last_saved_at=bindparam("at", type_=UtcTime))
)


@dataclass(frozen=True)
class SittingRecords:
    _session: Session = field(repr=False)

    def begin(
        self,
        person_id: int,
        kind: SittingKind,
        script: ScriptTexts,
        today: date,
        at: datetime,
        facts: Mapping[str, str] | None = None,
    ) -> Sitting:
        """A new open sitting; its script's text is kept with it, once for each version. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        if self._session.get(ScriptVersion, script.hash) is None:
            self._session.add(_script_row(script, at))
            self._session.flush()
        row = SittingRow(
            person_id=person_id,
            kind=kind,
            status="open",
            private_part="not_opened",
            script_hash=script.hash,
            today=today,
            started_at=at,
            last_saved_at=at,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None
        for name, value in (facts or {}).items():
            self._session.add(SittingFact(sitting_id=row.id, name=name, value=value))
        self._session.flush()
        return self._sitting(row)

    def get(self, sitting_id: int) -> Sitting:
        return self._sitting(self._row(sitting_id))

    def of(self, person_id: int) -> list[Sitting]:
        """All of one person's, oldest first."""
        return self._where(col(SittingRow.person_id) == person_id)

    def of_this_stay(self, person_id: int) -> list[Sitting]:
        """Those of one person's present time in prison, or of their last, oldest first."""
        return self._where((col(SittingRow.person_id) == person_id) & of_this_stay())

    def unfinished(self) -> list[Sitting]:
        """Everything begun and not ended in an open case, the one saved last first: what is offered at the start."""
        found = self._where(col(SittingRow.status).in_(("open", "paused")) & of_this_stay())
        closed = closed_people(self._session)
        still_open = [sitting for sitting in found if sitting.person_id not in closed]
        return sorted(still_open, key=lambda sitting: sitting.last_saved_at, reverse=True)

    def script(self, script_hash: str) -> ScriptTexts:
        """The script as it was when a sitting on it began."""
        row = self._session.get(ScriptVersion, script_hash)
        if row is None:
            raise NotInVault("no script with this hash")
        return ScriptTexts(row.hash, row.script_id, row.version, json.loads(row.files))

    def append_move(self, sitting_id: int, move: Move, at: datetime) -> int:
        """Keep one more move; its number. It is on the disk when the session has ended."""
        return self.append_moves(sitting_id, (move,), at)

    def append_moves(self, sitting_id: int, moves: Sequence[Move], at: datetime) -> int:
        """Keep moves in their order, all or none; the number of the last. Raises CaseClosed."""
        refuse_closed_sitting(self._session, sitting_id)
        last = self._count(sitting_id)
        for seq, move in enumerate(moves, last + 1):
            self._session.add(_move_row(sitting_id, seq, move, at))
        self._session.flush()
        self._session.connection().execute(_NOTE_SAVED, {"sitting": sitting_id, "at": at})
        self._session.expire_all()
        return last + len(moves)

    def moves(self, sitting_id: int, script: Script) -> tuple[Move, ...]:
        """The sitting's moves in their order, read back against the script it began on."""
        found = select(MoveRow).where(col(MoveRow.sitting_id) == sitting_id).order_by(col(MoveRow.seq))
        return tuple(
            move_of(script, cast(Act, row.act), row.question_id, _kept(row)) for row in self._session.exec(found)
        )

    def change_kind(self, sitting_id: int, kind: SittingKind) -> Sitting:
        """A sitting in which nothing was said yet is one of another kind. Raises CaseClosed."""
        refuse_closed_sitting(self._session, sitting_id)
        row = self._row(sitting_id)
        row.kind = kind
        self._session.flush()
        return self._sitting(row)

    def pause(self, sitting_id: int, at: datetime) -> None:
        """Stop for now; it is offered again at the next start."""
        self._set(sitting_id, "paused", at)

    def complete(self, sitting_id: int, at: datetime) -> None:
        self._set(sitting_id, "completed", at, ended_at=at)

    def reopen(self, sitting_id: int, at: datetime) -> None:
        """Go on with a sitting that was paused or completed."""
        self._set(sitting_id, "open", at)

    def not_held(self, sitting_id: int, reason: NotHeldReason, at: datetime) -> None:
        """The meeting did not happen, and why."""
        self._set(sitting_id, "not_held", at, ended_at=at, reason=reason)

    def let_go_empty(self, sitting_id: int) -> bool:
        """Take out an unfinished sitting in which nothing was said or written yet; whether it was one."""
        row = self._row(sitting_id)
        hanging = sum(self._session.exec(count.where(column == sitting_id)).one() for count, column in _hanging())
        if row.status not in ("open", "paused") or row.private_part != "not_opened" or hanging:
            return False
        self._session.delete(row)
        self._session.flush()
        return True

    def set_private_part(self, sitting_id: int, state: QState) -> None:
        refuse_closed_sitting(self._session, sitting_id)
        self._row(sitting_id).private_part = state

    def _set(
        self,
        sitting_id: int,
        status: SittingStatus,
        at: datetime,
        ended_at: datetime | None = None,
        reason: NotHeldReason | None = None,
    ) -> None:
        refuse_closed_sitting(self._session, sitting_id)
        row = self._row(sitting_id)
        row.status, row.not_held_reason = status, reason
        row.ended_at, row.last_saved_at = ended_at, at
        self._session.flush()

    def _row(self, sitting_id: int) -> SittingRow:
        row = self._session.get(SittingRow, sitting_id)
        if row is None:
            raise NotInVault(f"no sitting {sitting_id}")
        return row

    def _where(self, condition: object) -> list[Sitting]:
        rows = self._session.exec(select(SittingRow).where(condition).order_by(col(SittingRow.id)))  # type: ignore[arg-type]
        return [self._sitting(row) for row in rows]

    def _count(self, sitting_id: int) -> int:
        return int(self._session.connection().execute(_LAST_MOVE, {"sitting": sitting_id}).scalar_one())

    def _sitting(self, row: SittingRow) -> Sitting:
        assert row.id is not None
        facts = self._session.exec(select(SittingFact).where(col(SittingFact.sitting_id) == row.id))
        return Sitting(
            id=row.id,
            person_id=row.person_id,
            kind=cast(SittingKind, row.kind),
            status=cast(SittingStatus, row.status),
            script_hash=row.script_hash,
            today=row.today,
            started_at=row.started_at,
            last_saved_at=row.last_saved_at,
            moves=self._count(row.id),
            ended_at=row.ended_at,
            not_held_reason=cast(NotHeldReason | None, row.not_held_reason),
            private_part=cast(QState, row.private_part),
            facts={fact.name: fact.value for fact in facts},
        )


def _hanging() -> Iterator[tuple[Any, Column[Any]]]:
    """What counts the rows of each table that belong to a sitting, but for what was known before it; and by what."""
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            of_sitting = any(key.column.table.name == SittingRow.__tablename__ for key in column.foreign_keys)
            if of_sitting and table.name != SittingFact.__tablename__:
                yield select(func.count()).select_from(table), column


def _script_row(script: ScriptTexts, at: datetime) -> ScriptVersion:
    return ScriptVersion(
        hash=script.hash,
        script_id=script.script_id,
        version=script.version,
        files=json.dumps(dict(script.files), ensure_ascii=False, sort_keys=True),
        kept_at=at,
    )


def _move_row(sitting_id: int, seq: int, move: Move, at: datetime) -> MoveRow:
    value, non_answer, reason = _columns(move.answer)
    return MoveRow(
        sitting_id=sitting_id,
        seq=seq,
        act=move.act,
        question_id=move.question,
        value=value,
        non_answer=non_answer,
        reason=reason,
        at=at,
    )


def _columns(answer: Answer | None) -> tuple[str | None, str | None, str | None]:
    """An answer's value as JSON, or which non-answer it is and why."""
    match answer:
        case None:
            return None, None, None
        case Given(value):
            return json.dumps(value.kept(), ensure_ascii=False), None, None
        case NoAnswer(code, reason):
            return None, code, reason


def _kept(row: MoveRow) -> Json | None:
    """The form `move_of` reads."""
    if row.non_answer is not None:
        return NoAnswer(cast(NonAnswerCode, row.non_answer), cast(NotAskedReason | None, row.reason)).kept()
    return None if row.value is None else cast(Json, json.loads(row.value))
