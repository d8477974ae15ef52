"""What a person writes about convictions, and figures that were written down."""

from __future__ import annotations

SQL = """
CREATE TABLE statement (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    purpose TEXT NOT NULL CHECK ("purpose" IN ('employer', 'landlord', 'college')),
    written_at TEXT NOT NULL,
    written_on TEXT NOT NULL,
    written_by TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_statement_person_id ON statement (person_id);

CREATE TRIGGER statements_are_only_added
BEFORE UPDATE OF id, purpose, written_at, written_on, written_by, words ON statement
BEGIN SELECT RAISE(ABORT, 'statements are only added'); END;

CREATE TABLE kept_figure (
    quarter TEXT NOT NULL,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    line TEXT NOT NULL,
    told TEXT NOT NULL,
    made_on TEXT NOT NULL,
    PRIMARY KEY (quarter, position)
) STRICT;

CREATE TRIGGER figures_are_kept_as_they_were_told BEFORE UPDATE ON kept_figure
BEGIN SELECT RAISE(ABORT, 'figures are kept as they were told'); END;
"""
