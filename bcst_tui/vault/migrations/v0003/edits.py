"""Every change to a plan: who, when, why; the times somebody came back; and one interview that is two assessments."""

from __future__ import annotations

SQL = """
ALTER TABLE need ADD COLUMN funding TEXT NOT NULL DEFAULT ''
CHECK ("funding" IN ('', 'fee_for_service', 'rate_card'));

ALTER TABLE action ADD COLUMN found_on TEXT;

CREATE TABLE plan_edit (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    sitting_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    done_by TEXT NOT NULL,
    role TEXT NOT NULL,
    why TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('added', 'removed', 'changed')),
    part TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_plan_edit_person_id ON plan_edit (person_id);

CREATE INDEX ix_plan_edit_sitting_id ON plan_edit (sitting_id);

CREATE TRIGGER plan_edits_are_only_added
BEFORE UPDATE OF
    id, sitting_id, version, at, on_day, done_by, role, why, kind, part, code, title, field, before, after
ON plan_edit
BEGIN SELECT RAISE(ABORT, 'plan edits are only added'); END;

CREATE TABLE stay (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    began_on TEXT NOT NULL,
    released_on TEXT NOT NULL,
    is_within_six_months INTEGER NOT NULL CHECK (is_within_six_months IN (0, 1)),
    after_sitting INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_stay_person_id ON stay (person_id);

CREATE TABLE sitting_also (
    sitting_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('first_screening', 'need_found_later', 'review', 'follow_up')),
    held_on TEXT NOT NULL,
    PRIMARY KEY (sitting_id, kind),
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;
"""
