"""Step 3: a plan that lives until release. One piece a file, in this order."""

from __future__ import annotations

from bcst_tui.vault.migrations.v0003 import consents, edits, keeping, lists, plan_life, records, services, statements

PIECES = (keeping.SQL, plan_life.SQL, edits.SQL, consents.SQL, lists.SQL, services.SQL, records.SQL, statements.SQL)
