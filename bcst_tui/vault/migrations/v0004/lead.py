"""Wider again: the log of the vault tells who may open it, of the lead's opening, and of a case taken over."""

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
        'figures_made', 'statement_written', 'handed_off', 'keys_changed', 'opened_by_lead',
        'taken_over'
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
"""
