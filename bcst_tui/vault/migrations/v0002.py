"""Step 2: case keeping, with notes and feedback; what to take care of in an action. Frozen."""

from __future__ import annotations

CASE_KEEPING = """
CREATE TABLE access_event_wider (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'set_up', 'unlocked', 'locked', 'person_added', 'opened', 'begun', 'resumed',
        'completed', 'plan_made', 'plan_agreed', 'exported', 'handed_over', 'erased',
        'closed', 'reopened', 'merged', 'noted', 'note_struck', 'backed_up'
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

CREATE TABLE case_event (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'closed_released', 'closed_transferred', 'closed_died', 'closed_other',
        'reopened', 'merged', 'note_struck'
    )),
    done_by TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_case_event_person_id ON case_event (person_id);

CREATE TRIGGER case_events_are_only_added BEFORE UPDATE OF id, at, on_day, what, done_by, words ON case_event
BEGIN SELECT RAISE(ABORT, 'case events are only added'); END;

CREATE TABLE former_reference (
    reference TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (reference),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_former_reference_person_id ON former_reference (person_id);

CREATE TABLE case_note (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    sitting_id INTEGER,
    written_at TEXT NOT NULL,
    written_on TEXT NOT NULL,
    written_by TEXT NOT NULL,
    audience TEXT NOT NULL,
    words TEXT NOT NULL,
    struck_at TEXT,
    struck_by TEXT,
    PRIMARY KEY (id),
    CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_case_note_person_id ON case_note (person_id);

CREATE INDEX ix_case_note_sitting_id ON case_note (sitting_id);

CREATE TRIGGER notes_are_never_rewritten
BEFORE UPDATE OF id, sitting_id, written_at, written_on, written_by, audience, words ON case_note
BEGIN SELECT RAISE(ABORT, 'notes are never rewritten'); END;

CREATE TRIGGER notes_are_struck_once BEFORE UPDATE OF struck_at, struck_by ON case_note WHEN OLD.struck_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'notes are struck once'); END;

CREATE TABLE feedback (
    id TEXT NOT NULL,
    month TEXT NOT NULL,
    dealt_with INTEGER CHECK (dealt_with BETWEEN 1 AND 5),
    listened INTEGER CHECK (listened BETWEEN 1 AND 5),
    again INTEGER CHECK (again BETWEEN 1 AND 5),
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) WITHOUT ROWID, STRICT;

ALTER TABLE action ADD COLUMN caution TEXT NOT NULL DEFAULT '';
"""
