"""Local services."""

from __future__ import annotations

SQL = ""
