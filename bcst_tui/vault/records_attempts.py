"""Rehearsals. Their tables stand in training vaults alone: no vault of real cases has a place for one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bcst_tui.vault.attempt_values import AttemptEnd, KeptAttempt, Mode

TABLES = (
    """CREATE TABLE IF NOT EXISTS attempt (
  id INTEGER PRIMARY KEY,
  persona TEXT NOT NULL,
  version INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('choice', 'speak')),
  trainee TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  sitting_id INTEGER NOT NULL REFERENCES sitting (id) ON DELETE CASCADE,
  begun_at TEXT NOT NULL,
  ended_at TEXT,
  how_ended TEXT CHECK (how_ended IN ('done', 'stopped')),
  CHECK ((ended_at IS NULL) = (how_ended IS NULL))
) STRICT""",
    """CREATE TABLE IF NOT EXISTS attempt_choice (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  choice TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (attempt_id, place)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS attempt_note (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (attempt_id, kind)
) STRICT, WITHOUT ROWID""",
    "DROP TRIGGER IF EXISTS access_events_are_kept",
)
"""Made when a training vault is, and whenever one is opened that has none yet. Choices are only ever added; the log of
a rehearsal goes with it, as it is about nobody."""
_READ = (
    "SELECT id, persona, version, seed, mode, trainee, person_id AS case_id, sitting_id, begun_at, ended_at,"
    ' how_ended AS "end" FROM attempt'
)

_FORGET_IN_THE_LOG = (
    "DELETE FROM access_event WHERE EXISTS (SELECT 1 FROM attempt JOIN person ON person.id = attempt.person_id"
    " WHERE attempt.id = :id AND access_event.record || ' ' LIKE person.reference || ' %')"
)


@dataclass(frozen=True)
class AttemptRecords:
    _session: Session = field(repr=False)

    def begin(
        self,
        persona: str,
        version: int,
        seed: int,
        mode: Mode,
        trainee: str,
        case_id: int,
        sitting_id: int,
        at: datetime,
    ) -> KeptAttempt:
        """A rehearsal before its first choice."""
        self._run(
            "INSERT INTO attempt (persona, version, seed, mode, trainee, person_id, sitting_id, begun_at)"
            " VALUES (:persona, :version, :seed, :mode, :trainee, :case, :sitting, :at)",
            persona=persona,
            version=version,
            seed=seed,
            mode=mode,
            trainee=trainee,
            case=case_id,
            sitting=sitting_id,
            at=at.isoformat(),
        )
        return self.get(self._run("SELECT max(id) FROM attempt").scalar())

    def get(self, attempt_id: int) -> KeptAttempt:
        """This rehearsal with all its choices."""
        return self._attempt(self._run(f"{_READ} WHERE id = :id", id=attempt_id).one())

    def all(self) -> list[KeptAttempt]:
        """Every rehearsal, the oldest first."""
        return [self._attempt(row) for row in self._run(f"{_READ} ORDER BY id").all()]

    def of_case(self, case_id: int) -> KeptAttempt | None:
        """The latest rehearsal with this case."""
        row = self._run(f"{_READ} WHERE person_id = :case ORDER BY id DESC LIMIT 1", case=case_id).first()
        return None if row is None else self._attempt(row)

    def add_choice(self, attempt_id: int, place: int, choice: str, at: datetime) -> None:
        """The choice that comes in this place, from 1; one that is there already stays as it is, and this is a bug."""
        self._run(
            "INSERT INTO attempt_choice (attempt_id, place, choice, at) VALUES (:id, :place, :choice, :at)",
            id=attempt_id,
            place=place,
            choice=choice,
            at=at.isoformat(),
        )

    def end(self, attempt_id: int, how: AttemptEnd, at: datetime) -> None:
        self._run(
            "UPDATE attempt SET ended_at = :at, how_ended = :how WHERE id = :id AND ended_at IS NULL",
            id=attempt_id,
            how=how,
            at=at.isoformat(),
        )

    def delete(self, attempt_id: int) -> None:
        """Nothing of it stays, in the log neither; its case is for the casebook to delete, after this."""
        self._run(_FORGET_IN_THE_LOG, id=attempt_id)
        for table in ("attempt_choice", "attempt_note"):
            self._run(f"DELETE FROM {table} WHERE attempt_id = :id", id=attempt_id)
        self._run("DELETE FROM attempt WHERE id = :id", id=attempt_id)

    def keep_note(self, attempt_id: int, kind: str, content: Any, at: datetime) -> None:
        """Something else about a rehearsal (its debrief, an observer's ticks), in place of what there was."""
        self._run(
            "INSERT INTO attempt_note (attempt_id, kind, content, at) VALUES (:id, :kind, :content, :at)"
            " ON CONFLICT (attempt_id, kind) DO UPDATE SET content = excluded.content, at = excluded.at",
            id=attempt_id,
            kind=kind,
            content=json.dumps(content, ensure_ascii=False),
            at=at.isoformat(),
        )

    def note(self, attempt_id: int, kind: str) -> Any:
        """What was kept under this word; None where nothing was."""
        asked = "SELECT content FROM attempt_note WHERE attempt_id = :id AND kind = :kind"
        content = self._run(asked, id=attempt_id, kind=kind).scalar()
        return None if content is None else json.loads(content)

    def _attempt(self, row: Any) -> KeptAttempt:
        kept = {**row._mapping, "begun_at": datetime.fromisoformat(row.begun_at)}
        if row.ended_at is not None:
            kept["ended_at"] = datetime.fromisoformat(row.ended_at)
        found = self._run("SELECT choice FROM attempt_choice WHERE attempt_id = :id ORDER BY place", id=row.id)
        return KeptAttempt(**kept, choices=tuple(found.scalars()))

    def _run(self, sql: str, **values: Any) -> Any:
        return self._session.connection().execute(text(sql), values)
