"""Wider lists: what is written in the log of the vault, and what can happen to a case."""

from __future__ import annotations

SQL = """
CREATE TABLE access_event_wider (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'set_up', 'unlocked', 'locked', 'person_added', 'opened', 'begun', 'resumed',
        'completed', 'plan_made', 'plan_agreed', 'exported', 'handed_over', 'erased',
        'closed', 'reopened', 'merged', 'noted', 'note_struck', 'backed_up',
        'not_held', 'stay_begun', 'part_one_read', 'consent_given', 'consent_ended',
        'shared_without_consent', 'record_asked_for', 'record_shown', 'service_changed',
        'figures_made', 'statement_written', 'handed_off'
    )),
    record TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

INSERT INTO access_event_wider SELECT id, at, what, record FROM access_event;

DROP TABLE access_event;

ALTER TABLE access_event_wider RENAME TO access_event;

CREATE TRIGGER access_events_are_only_added BEFORE UPDATE ON access_event
BEGIN SELECT RAISE(ABORT, 'access events are only added'); END;

CREATE TRIGGER access_events_are_kept BEFORE DELETE ON access_event
BEGIN SELECT RAISE(ABORT, 'access events are kept'); END;

CREATE TABLE case_event_wider (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'closed_released', 'closed_transferred', 'closed_died', 'closed_other',
        'reopened', 'merged', 'note_struck', 'returned'
    )),
    done_by TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

INSERT INTO case_event_wider SELECT id, person_id, at, on_day, what, done_by, words FROM case_event;

DROP TABLE case_event;

ALTER TABLE case_event_wider RENAME TO case_event;

CREATE INDEX ix_case_event_person_id ON case_event (person_id);

CREATE TRIGGER case_events_are_only_added BEFORE UPDATE OF id, at, on_day, what, done_by, words ON case_event
BEGIN SELECT RAISE(ABORT, 'case events are only added'); END;
"""
