"""Lines that were only ever added say so by themselves: part 1, landlords tried, lists of agencies, times in prison.

A merge may carry them to another person, so whose they are is left out.
"""

from __future__ import annotations

SQL = """
CREATE TRIGGER part_one_is_only_added
BEFORE UPDATE OF id, question_id, value, said_on, source, kept_by, kept_at ON part_one
BEGIN SELECT RAISE(ABORT, 'what part 1 said is only added'); END;

CREATE TRIGGER landlords_are_only_added BEFORE UPDATE OF id, at, on_day, kind, state, because, done_by ON landlord
BEGIN SELECT RAISE(ABORT, 'landlords tried are only added'); END;

CREATE TRIGGER never_told_is_only_added BEFORE UPDATE OF id, at, agency, stands ON never_told
BEGIN SELECT RAISE(ABORT, 'who is never to be told is only added'); END;

CREATE TRIGGER stays_are_only_added
BEFORE UPDATE OF id, began_on, released_on, is_within_six_months, after_sitting, noted_at ON stay
BEGIN SELECT RAISE(ABORT, 'times in prison are only added'); END;
"""
