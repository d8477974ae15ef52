"""Deliveries, referrals, and how actions and signposts stand."""

from __future__ import annotations

SQL = """
ALTER TABLE action ADD COLUMN status_on TEXT;

ALTER TABLE action ADD COLUMN status_by TEXT NOT NULL DEFAULT '';

ALTER TABLE action ADD COLUMN passed_to TEXT NOT NULL DEFAULT '';

ALTER TABLE signpost ADD COLUMN safe_to_contact TEXT NOT NULL DEFAULT 'not_asked'
CHECK ("safe_to_contact" IN ('yes', 'no', 'not_asked'));

CREATE TABLE follow_up_check (
    follow_up_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    done_by TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK ("outcome" IN (
        'met', 'engaged', 'not_yet', 'service_refused',
        'declined', 'changed_mind', 'unsafe_to_contact', 'not_reached'
    )),
    next_step TEXT NOT NULL,
    PRIMARY KEY (follow_up_id, position),
    FOREIGN KEY(follow_up_id) REFERENCES follow_up (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE delivery (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    need TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by_role TEXT NOT NULL,
    what TEXT NOT NULL,
    extent TEXT NOT NULL CHECK ("extent" IN ('full', 'part', 'attempted')),
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_delivery_action_id ON delivery (action_id);

CREATE TABLE referral (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    tier INTEGER,
    number INTEGER NOT NULL,
    service TEXT NOT NULL,
    service_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN (
        'drafted', 'consented', 'sent', 'waiting', 'accepted', 'rejected', 'done', 'withdrawn'
    )),
    given_how TEXT CHECK ("given_how" IN ('signed', 'spoken', 'interpreter', 'declined')),
    caseload TEXT NOT NULL CHECK ("caseload" IN ('not_needed', 'asked', 'known', 'not_known', 'no_answer')),
    caseload_on TEXT,
    check_clock TEXT NOT NULL,
    check_on TEXT,
    check_note TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (tier BETWEEN 1 AND 4),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_referral_action_id ON referral (action_id);

CREATE TABLE referral_step (
    referral_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    status TEXT NOT NULL CHECK ("status" IN (
        'drafted', 'consented', 'sent', 'waiting', 'accepted', 'rejected', 'done', 'withdrawn'
    )),
    on_day TEXT NOT NULL,
    done_by TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (referral_id, position),
    FOREIGN KEY(referral_id) REFERENCES referral (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE referral_audience (
    referral_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (referral_id, position),
    FOREIGN KEY(referral_id) REFERENCES referral (id) ON DELETE CASCADE
) STRICT;
"""
