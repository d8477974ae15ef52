"""Lines of a case that are only added: what part 1 said, what was told to staff at once, landlords tried."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, select

from bcst_tui.reference.service import LandlordKind
from bcst_tui.vault.closed import refuse_closed
from bcst_tui.vault.record_tables import HandOffRow, LandlordRow, PartOneRow
from bcst_tui.vault.record_values import (
    HandedOn,
    HandOffLogged,
    LandlordState,
    LandlordTried,
    PartOneAnswer,
    PartOneSource,
    ToldRole,
)


@dataclass(frozen=True)
class PartOneRecords:
    _session: Session = field(repr=False)

    def keep(self, person_id: int, answers: tuple[PartOneAnswer, ...], by: str, at: datetime) -> None:
        """Add what part 1 says; an earlier line to the same question stays and counts no more. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        for one in answers:
            value = json.dumps(one.value, ensure_ascii=False)
            self._session.add(
                PartOneRow(
                    person_id=person_id,
                    question_id=one.question_id,
                    value=value,
                    said_on=one.said_on,
                    source=one.source,
                    kept_by=by,
                    kept_at=at,
                )
            )
        self._session.flush()

    def of(self, person_id: int) -> tuple[PartOneAnswer, ...]:
        """What part 1 says of a person, once a question: the line added last."""
        found = select(PartOneRow).where(col(PartOneRow.person_id) == person_id).order_by(col(PartOneRow.id))
        last = {row.question_id: row for row in self._session.exec(found)}
        return tuple(
            PartOneAnswer(row.question_id, json.loads(row.value), row.said_on, cast(PartOneSource, row.source))
            for row in last.values()
        )


@dataclass(frozen=True)
class HandOffRecords:
    _session: Session = field(repr=False)

    def add(self, person_id: int, logged: HandOffLogged, at: datetime) -> None:
        """Log it. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        self._session.add(
            HandOffRow(
                person_id=person_id,
                at=at,
                on_day=logged.on,
                at_time=logged.at_time,
                what=logged.what,
                told_to=logged.told_to,
                done_by=logged.by,
            )
        )
        self._session.flush()

    def of(self, person_id: int) -> tuple[HandOffLogged, ...]:
        """All of a case's, the oldest first."""
        found = select(HandOffRow).where(col(HandOffRow.person_id) == person_id).order_by(col(HandOffRow.id))
        return tuple(
            HandOffLogged(cast(HandedOn, row.what), cast(ToldRole, row.told_to), row.on_day, row.at_time, row.done_by)
            for row in self._session.exec(found)
        )


@dataclass(frozen=True)
class LandlordRecords:
    _session: Session = field(repr=False)

    def add(self, person_id: int, tried: LandlordTried, at: datetime) -> None:
        """Log it. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        self._session.add(
            LandlordRow(
                person_id=person_id,
                at=at,
                on_day=tried.on,
                kind=tried.kind,
                state=tried.state,
                because=tried.because,
                done_by=tried.by,
            )
        )
        self._session.flush()

    def of(self, person_id: int) -> tuple[LandlordTried, ...]:
        """How it stands with each kind that was tried: the line added last."""
        found = select(LandlordRow).where(col(LandlordRow.person_id) == person_id).order_by(col(LandlordRow.id))
        last = {row.kind: row for row in self._session.exec(found)}
        return tuple(
            LandlordTried(
                cast(LandlordKind, row.kind), cast(LandlordState, row.state), row.on_day, row.because, row.done_by
            )
            for row in last.values()
        )
