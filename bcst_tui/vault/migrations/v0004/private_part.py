"""The private part: a row a person, all of one size, and one of nobody's with the days that are agreed."""

from __future__ import annotations

SQL = """
CREATE TABLE private_part (
    person_id INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (person_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE private_diary (
    id INTEGER NOT NULL CHECK (id = 1),
    sealed BLOB NOT NULL,
    PRIMARY KEY (id)
) STRICT;
"""
