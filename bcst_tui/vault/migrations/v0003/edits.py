"""Every change to a plan: who, when, why."""

from __future__ import annotations

SQL = ""
