"""What part 1 said, what was told to staff at once, landlords tried."""

from __future__ import annotations

SQL = """
CREATE TABLE part_one (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    question_id TEXT NOT NULL,
    value TEXT NOT NULL,
    said_on TEXT NOT NULL,
    source TEXT NOT NULL CHECK ("source" IN ('file', 'typed')),
    kept_by TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_part_one_person_id ON part_one (person_id);

CREATE TABLE hand_off (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at_time TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'hurting_self', 'threat', 'ill', 'injured', 'medicine_missed',
        'shakes_without', 'child_alone', 'pet_alone', 'nobody_told', 'plan'
    )),
    told_to TEXT NOT NULL CHECK ("told_to" IN (
        'wing_staff', 'healthcare', 'safer_custody', 'safeguarding',
        'family_contact', 'responsible_officer', 'home_team'
    )),
    done_by TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_hand_off_person_id ON hand_off (person_id);

CREATE TRIGGER hand_off_is_only_added BEFORE UPDATE OF id, at, on_day, at_time, what, told_to, done_by ON hand_off
BEGIN SELECT RAISE(ABORT, 'hand-offs are only added'); END;

CREATE TABLE landlord (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('social', 'charitable', 'private')),
    state TEXT NOT NULL CHECK ("state" IN ('tried', 'not_suitable')),
    because TEXT NOT NULL,
    done_by TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_landlord_person_id ON landlord (person_id);
"""
