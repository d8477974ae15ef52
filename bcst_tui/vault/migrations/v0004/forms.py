"""What stands in a form that was begun and is not saved yet; of nobody where the form is about no case."""

from __future__ import annotations

SQL = """
CREATE TABLE form_draft (
    id INTEGER NOT NULL,
    person_id INTEGER,
    form TEXT NOT NULL,
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_form_draft_person_id ON form_draft (person_id);
"""
