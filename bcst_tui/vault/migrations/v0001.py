"""Step 1: the first shape. Frozen: a later change is a later step."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE access_event (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL CHECK ("what" IN (
        'set_up', 'unlocked', 'locked', 'person_added', 'opened', 'begun', 'resumed',
        'completed', 'plan_made', 'plan_agreed', 'exported', 'handed_over', 'erased'
    )),
    record TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE person (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    name_used TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    prison_number TEXT,
    birth_date TEXT,
    opened_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (reference)
) STRICT;

CREATE TABLE script_version (
    hash TEXT NOT NULL,
    script_id TEXT NOT NULL,
    version TEXT NOT NULL,
    files TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (hash)
) STRICT;

CREATE TABLE vault_state (
    id INTEGER NOT NULL CHECK (id = 1),
    database_id TEXT NOT NULL,
    commits INTEGER NOT NULL,
    people_counted INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE worker_profile (
    id INTEGER NOT NULL CHECK (id = 1),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    prison TEXT NOT NULL,
    is_resettlement_prison INTEGER NOT NULL CHECK (is_resettlement_prison IN (0, 1)),
    sealed_reader_role TEXT NOT NULL,
    safeguarding_role TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE sitting (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('first_screening', 'need_found_later', 'review', 'follow_up')),
    status TEXT NOT NULL CHECK ("status" IN ('planned', 'open', 'paused', 'completed', 'not_held')),
    not_held_reason TEXT CHECK ("not_held_reason" IN (
        'refused', 'transferred', 'released', 'unwell', 'no_interpreter', 'regime',
        'other'
    )),
    private_part TEXT NOT NULL CHECK ("private_part" IN ('not_opened', 'opened', 'dated')),
    script_hash TEXT NOT NULL,
    today TEXT NOT NULL,
    started_at TEXT NOT NULL,
    last_saved_at TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (id),
    CHECK ((status = 'not_held') = (not_held_reason IS NOT NULL)),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(script_hash) REFERENCES script_version (hash)
) STRICT;

CREATE INDEX ix_sitting_person_id ON sitting (person_id);

CREATE TABLE move (
    sitting_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    act TEXT NOT NULL CHECK ("act" IN ('answer', 'look', 'undo', 'add_row', 'remove_row')),
    question_id TEXT NOT NULL,
    value TEXT,
    non_answer TEXT CHECK ("non_answer" IN ('declined', 'not_asked', 'not_known', 'not_applicable')),
    reason TEXT CHECK ("reason" IN (
        'no_time', 'not_private', 'unwell', 'no_interpreter', 'kept_out', 'other'
    )),
    at TEXT NOT NULL,
    PRIMARY KEY (sitting_id, seq),
    CHECK ((act = 'answer') = ((value IS NULL) != (non_answer IS NULL))),
    CHECK ((reason IS NOT NULL) = (non_answer IS NOT NULL AND non_answer = 'not_asked')),
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE draft (
    sitting_id INTEGER NOT NULL,
    question_id TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (sitting_id),
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE "plan" (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    sitting_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN ('draft', 'agreed')),
    made_at TEXT NOT NULL,
    agreed_on TEXT,
    PRIMARY KEY (id),
    UNIQUE (sitting_id, version),
    CHECK ((status = 'agreed') = (agreed_on IS NOT NULL)),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_plan_person_id ON "plan" (person_id);

CREATE INDEX ix_plan_sitting_id ON "plan" (sitting_id);

CREATE TABLE sitting_fact (
    sitting_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (sitting_id, name),
    FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE action (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    activity TEXT NOT NULL,
    title TEXT NOT NULL,
    said TEXT NOT NULL,
    neutral TEXT NOT NULL,
    provider TEXT NOT NULL,
    owner TEXT NOT NULL,
    level INTEGER NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN (
        'proposed', 'agreed', 'in_progress', 'delivered', 'declined', 'not_possible',
        'not_needed', 'held', 'transferred'
    )),
    said_by TEXT NOT NULL CHECK ("said_by" IN ('i_will', 'we_will', 'worker_will')),
    locked_because TEXT NOT NULL,
    reason TEXT NOT NULL,
    due_clock TEXT NOT NULL,
    due_on TEXT,
    due_note TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (plan_id, activity),
    CHECK (level BETWEEN 1 AND 3),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_action_plan_id ON action (plan_id);

CREATE TABLE deadline (
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    clock TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT,
    state TEXT NOT NULL CHECK ("state" IN ('on_time', 'late', 'not_started', 'not_computable')),
    note TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (plan_id, position),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE decision (
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    limb TEXT,
    because TEXT NOT NULL,
    PRIMARY KEY (plan_id, position),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE follow_up (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    due_clock TEXT NOT NULL,
    due_on TEXT,
    due_note TEXT NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN ('open', 'closed')),
    outcome TEXT CHECK ("outcome" IN (
        'met', 'engaged', 'not_yet', 'service_refused', 'declined', 'changed_mind',
        'unsafe_to_contact', 'not_reached'
    )),
    next_step TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ((status = 'closed') = (outcome IS NOT NULL)),
    CHECK (outcome IS NULL OR outcome NOT IN ('not_yet', 'service_refused', 'not_reached') OR next_step != ''),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_follow_up_plan_id ON follow_up (plan_id);

CREATE TABLE group_level (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    "group" TEXT NOT NULL CHECK ("group" IN ('ACC', 'ETE', 'FIN', 'PSH', 'SUP')),
    level INTEGER NOT NULL,
    offered_3 INTEGER NOT NULL CHECK (offered_3 IN (0, 1)),
    worker_agrees INTEGER CHECK (worker_agrees IN (0, 1)),
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (plan_id, "group"),
    CHECK (level BETWEEN 1 AND 3),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_group_level_plan_id ON group_level (plan_id);

CREATE TABLE marker (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (plan_id, code),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_marker_plan_id ON marker (plan_id);

CREATE TABLE need (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    "group" TEXT NOT NULL CHECK ("group" IN ('ACC', 'ETE', 'FIN', 'PSH', 'SUP')),
    title TEXT NOT NULL,
    said TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN (
        'proposed', 'confirmed', 'dropped', 'being_met', 'met', 'unmet'
    )),
    origin TEXT NOT NULL CHECK ("origin" IN ('rule', 'worker', 'person')),
    persons_view TEXT NOT NULL CHECK ("persons_view" IN (
        'not_read_back', 'agreed', 'changed', 'not_mine'
    )),
    reason TEXT NOT NULL,
    found_on TEXT,
    PRIMARY KEY (id),
    UNIQUE (plan_id, code),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_need_plan_id ON need (plan_id);

CREATE TABLE action_audience (
    action_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (action_id, position),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE action_need (
    action_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    need_id INTEGER NOT NULL,
    PRIMARY KEY (action_id, position),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
    FOREIGN KEY(need_id) REFERENCES need (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_action_need_need_id ON action_need (need_id);

CREATE TABLE level_marker (
    level_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    marker_id INTEGER NOT NULL,
    PRIMARY KEY (level_id, position),
    FOREIGN KEY(level_id) REFERENCES group_level (id) ON DELETE CASCADE,
    FOREIGN KEY(marker_id) REFERENCES marker (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_level_marker_marker_id ON level_marker (marker_id);

CREATE TABLE marker_evidence (
    marker_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    question_id TEXT NOT NULL,
    words TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (marker_id, position),
    FOREIGN KEY(marker_id) REFERENCES marker (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE marker_group (
    marker_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    "group" TEXT NOT NULL CHECK ("group" IN ('ACC', 'ETE', 'FIN', 'PSH', 'SUP')),
    PRIMARY KEY (marker_id, position),
    FOREIGN KEY(marker_id) REFERENCES marker (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE need_audience (
    need_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (need_id, position),
    FOREIGN KEY(need_id) REFERENCES need (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE need_evidence (
    need_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    question_id TEXT NOT NULL,
    words TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (need_id, position),
    FOREIGN KEY(need_id) REFERENCES need (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE signpost (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    follow_up_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    service TEXT NOT NULL,
    service_name TEXT NOT NULL,
    how TEXT NOT NULL CHECK ("how" IN ('told', 'leaflet', 'introduced', 'rang_together', 'went_with')),
    status TEXT NOT NULL CHECK ("status" IN ('given', 'declined', 'closed')),
    given_on TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
    UNIQUE (follow_up_id),
    FOREIGN KEY(follow_up_id) REFERENCES follow_up (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_signpost_action_id ON signpost (action_id);

CREATE TABLE signpost_audience (
    signpost_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (signpost_id, position),
    FOREIGN KEY(signpost_id) REFERENCES signpost (id) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER moves_are_only_added BEFORE UPDATE ON move
BEGIN SELECT RAISE(ABORT, 'moves are only added'); END;

CREATE TRIGGER access_events_are_only_added BEFORE UPDATE ON access_event
BEGIN SELECT RAISE(ABORT, 'access events are only added'); END;

CREATE TRIGGER access_events_are_kept BEFORE DELETE ON access_event
BEGIN SELECT RAISE(ABORT, 'access events are kept'); END;
"""
