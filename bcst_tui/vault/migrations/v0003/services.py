"""Local services."""

from __future__ import annotations

SQL = """
CREATE TABLE service (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    does TEXT NOT NULL,
    for_whom TEXT NOT NULL,
    where_found TEXT NOT NULL CHECK ("where_found" IN ('prison', 'release_area', 'national')),
    area TEXT NOT NULL,
    reach TEXT NOT NULL,
    opening TEXT NOT NULL,
    activities TEXT NOT NULL,
    landlord TEXT CHECK ("landlord" IN ('social', 'charitable', 'private')),
    whom TEXT NOT NULL CHECK ("whom" IN ('anybody', 'women', 'men')),
    drug_use TEXT NOT NULL CHECK ("drug_use" IN ('yes', 'no', 'ask')),
    couples TEXT NOT NULL CHECK ("couples" IN ('yes', 'no', 'ask')),
    children TEXT NOT NULL CHECK ("children" IN ('yes', 'no', 'ask')),
    no_public_funds TEXT NOT NULL CHECK ("no_public_funds" IN ('yes', 'no', 'ask')),
    curfew TEXT NOT NULL CHECK ("curfew" IN ('yes', 'no', 'ask')),
    from_age INTEGER,
    to_age INTEGER,
    languages TEXT NOT NULL,
    checked_on TEXT,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (from_age IS NULL OR to_age IS NULL OR from_age <= to_age)
) STRICT;
"""
