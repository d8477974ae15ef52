"""How the private part was for people: counts by month, with no row of anybody's."""

from __future__ import annotations

SQL = """
CREATE TABLE how_was_that (
    month TEXT NOT NULL,
    how TEXT NOT NULL CHECK ("how" IN ('ok', 'so_so', 'hard')),
    people INTEGER NOT NULL,
    PRIMARY KEY (month, how),
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT;
"""
