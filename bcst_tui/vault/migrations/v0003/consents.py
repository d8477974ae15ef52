"""Consent, who is told nothing, safe contact, requests, shares."""

from __future__ import annotations

SQL = """
CREATE TABLE consent (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    agency TEXT NOT NULL,
    topic TEXT NOT NULL CHECK ("topic" IN (
        'identity', 'access', 'housing', 'work', 'money', 'health', 'substance', 'family', 'care', 'immigration',
        'legal', 'contacts', 'plan'
    )),
    status TEXT NOT NULL CHECK ("status" IN (
        'not_yet_asked', 'given', 'refused', 'ask_each_time', 'telling_them_myself', 'later', 'expired', 'withdrawn'
    )),
    depth INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    which TEXT NOT NULL,
    given_how TEXT CHECK ("given_how" IN ('signed', 'spoken', 'interpreter', 'declined')),
    given_on TEXT NOT NULL,
    until TEXT,
    withdrawn_on TEXT,
    text_shown TEXT NOT NULL,
    by_answer INTEGER NOT NULL CHECK (by_answer IN (0, 1)),
    PRIMARY KEY (id),
    CHECK (depth BETWEEN 0 AND 4 AND (depth = 0 OR status = 'given')),
    CHECK (status != 'given' OR until IS NOT NULL),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE TRIGGER consents_are_only_added BEFORE UPDATE OF id, at, agency, topic, status, depth, purpose, which,
    given_how, given_on, until, withdrawn_on, text_shown, by_answer ON consent
BEGIN SELECT RAISE(ABORT, 'consents are only added'); END;

CREATE TRIGGER a_consent_is_listed AFTER INSERT ON consent
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_moved_consent_is_listed AFTER UPDATE ON consent
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TABLE never_told (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    agency TEXT NOT NULL,
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_never_told_person_id ON never_told (person_id);

CREATE TABLE safe_contact (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    set_on TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    details TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_safe_contact_person_id ON safe_contact (person_id);

CREATE TRIGGER safe_contacts_are_only_added BEFORE UPDATE OF id, at, set_on, checked_on, ended, details ON safe_contact
BEGIN SELECT RAISE(ABORT, 'safe contacts are only added'); END;

CREATE TABLE gateway_record (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    "limit" TEXT NOT NULL CHECK ("limit" IN (
        'child', 'other_adult', 'vulnerable_adult', 'self_harm', 'court_order', 'prison_or_crime'
    )),
    told_to TEXT NOT NULL,
    facts TEXT NOT NULL,
    rows TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    person_told INTEGER NOT NULL CHECK (person_told IN (0, 1)),
    why_not_told TEXT NOT NULL,
    review_on TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (id),
    CHECK (person_told = 1 OR why_not_told != ''),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_gateway_record_person_id ON gateway_record (person_id);

CREATE TRIGGER gateway_records_are_only_added BEFORE UPDATE OF id, at, decided_on, "limit", told_to, facts, rows,
    decided_by, person_told, why_not_told, review_on ON gateway_record
BEGIN SELECT RAISE(ABORT, 'gateway records are only added'); END;

CREATE TRIGGER gateway_records_are_used_once BEFORE UPDATE OF used_at ON gateway_record WHEN OLD.used_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'gateway records are used once'); END;

CREATE TABLE share (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    audience TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    which TEXT NOT NULL,
    basis TEXT NOT NULL CHECK ("basis" IN ('consent', 'gateway', 'told')),
    topics TEXT NOT NULL,
    file_name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_share_person_id ON share (person_id);

CREATE TRIGGER shares_are_only_added BEFORE UPDATE OF id, at, on_day, audience, sent_to, which, basis, topics,
    file_name, fingerprint ON share
BEGIN SELECT RAISE(ABORT, 'shares are only added'); END;

CREATE TABLE record_request (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    received_on TEXT NOT NULL,
    shown_on TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_record_request_person_id ON record_request (person_id);

CREATE TRIGGER a_record_request_is_listed AFTER INSERT ON record_request
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER a_changed_record_request_is_listed_anew AFTER UPDATE ON record_request
BEGIN INSERT OR IGNORE INTO case_stale VALUES (NEW.person_id); END;

CREATE TRIGGER record_requests_are_never_rewritten BEFORE UPDATE OF id, at, received_on ON record_request
BEGIN SELECT RAISE(ABORT, 'requests are never rewritten'); END;

CREATE TRIGGER record_requests_are_shown_once BEFORE UPDATE OF shown_on ON record_request
WHEN OLD.shown_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a record is shown once for a request'); END;
"""
