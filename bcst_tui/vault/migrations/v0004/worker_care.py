"""How heavy an interview was for the worker; of nobody interviewed."""

from __future__ import annotations

SQL = """
CREATE TABLE worker_strain (
    id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    how TEXT NOT NULL CHECK ("how" IN ('light', 'medium', 'heavy')),
    PRIMARY KEY (id)
) STRICT;
"""
