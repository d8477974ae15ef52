"""Step 4: forms begun and not saved yet, and the private part. One piece a file, in this order."""

from __future__ import annotations

from bcst_tui.vault.migrations.v0004 import forms, private_part

PIECES = (forms.SQL, private_part.SQL)
