"""The private part: a row a person, all of one size."""

from __future__ import annotations

SQL = """
CREATE TABLE private_part (
    person_id INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (person_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;
"""
