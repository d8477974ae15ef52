"""What the list of cases is read from."""

from __future__ import annotations

SQL = ""
