"""Step 4: forms begun and not saved yet, the private part, what is only added, care for the
worker, a wider log, and how the part was for people. One piece a file, in this order."""

from __future__ import annotations

from bcst_tui.vault.migrations.v0004 import forms, how_was_that, lead, only_added, private_part, worker_care

PIECES = (forms.SQL, private_part.SQL, only_added.SQL, worker_care.SQL, lead.SQL, how_was_that.SQL)
