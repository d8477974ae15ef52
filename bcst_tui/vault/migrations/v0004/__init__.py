"""Step 4: what has been begun in a form and is not saved yet. One piece a file, in this order."""

from __future__ import annotations

from bcst_tui.vault.migrations.v0004 import forms

PIECES = (forms.SQL,)
