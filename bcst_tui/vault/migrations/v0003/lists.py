"""Interviews not held, and what the list of cases and the list for today are read from.

Whatever changes a case marks it in `case_stale` in the same transaction; its lines are made anew before the next look.
"""

from __future__ import annotations

SQL = """
CREATE TABLE not_held (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL CHECK ("reason" IN (
        'refused', 'transferred', 'released', 'unwell', 'no_interpreter', 'regime', 'other'
    )),
    words TEXT NOT NULL,
    next_attempt TEXT,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (reason != 'other' OR words != ''),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_not_held_person_id ON not_held (person_id);

CREATE TRIGGER not_held_is_only_added
BEFORE UPDATE OF id, on_day, reason, words, next_attempt, noted_at, noted_by ON not_held
BEGIN SELECT RAISE(ABORT, 'what was not held is only added'); END;

CREATE TABLE list_state (
    id INTEGER NOT NULL CHECK (id = 1),
    stamp TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE case_stale (
    person_id INTEGER NOT NULL,
    PRIMARY KEY (person_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE case_line (
    person_id INTEGER NOT NULL,
    sought TEXT NOT NULL,
    is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
    is_unfinished INTEGER NOT NULL CHECK (is_unfinished IN (0, 1)),
    late_from TEXT,
    release_on TEXT,
    pathways TEXT NOT NULL,
    level INTEGER NOT NULL,
    worked_out_on TEXT,
    sitting_kind TEXT,
    sitting_status TEXT,
    saved_at TEXT,
    PRIMARY KEY (person_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_case_line_worked_out_on ON case_line (worked_out_on);

CREATE INDEX ix_case_line_unfinished ON case_line (is_unfinished, saved_at);

CREATE TABLE owed_line (
    person_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    sort TEXT NOT NULL,
    thing TEXT NOT NULL,
    due_on TEXT,
    until TEXT,
    sitting_id INTEGER,
    sitting_kind TEXT,
    sitting_on TEXT,
    codes TEXT NOT NULL,
    titles TEXT NOT NULL,
    PRIMARY KEY (person_id, place),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_owed_line_due ON owed_line (sort, due_on, person_id, until);

INSERT INTO case_stale SELECT id FROM person;

CREATE TRIGGER a_new_person_is_listed AFTER INSERT ON person
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.id); END;

CREATE TRIGGER a_changed_person_is_listed_anew AFTER UPDATE ON person
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.id); END;

CREATE TRIGGER a_new_sitting_is_listed AFTER INSERT ON sitting
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_changed_sitting_is_listed_anew AFTER UPDATE ON sitting
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_move_is_listed AFTER INSERT ON move
BEGIN INSERT OR IGNORE INTO case_stale SELECT person_id FROM sitting WHERE id = NEW.sitting_id; END;

CREATE TRIGGER a_new_plan_is_listed AFTER INSERT ON plan
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_changed_plan_is_listed_anew AFTER UPDATE ON plan
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_case_event_is_listed AFTER INSERT ON case_event
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_moved_case_event_is_listed AFTER UPDATE ON case_event
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_former_reference_is_listed AFTER INSERT ON former_reference
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_moved_former_reference_is_listed AFTER UPDATE ON former_reference
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER what_was_not_held_is_listed AFTER INSERT ON not_held
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER what_was_not_held_is_listed_after_a_merge AFTER UPDATE ON not_held
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_new_stay_is_listed AFTER INSERT ON stay
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_moved_stay_is_listed AFTER UPDATE ON stay
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_second_record_is_listed AFTER INSERT ON sitting_also
BEGIN INSERT OR IGNORE INTO case_stale SELECT person_id FROM sitting WHERE id = NEW.sitting_id; END;
"""
