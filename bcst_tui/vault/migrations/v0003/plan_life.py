"""Deliveries, referrals, and how actions and signposts stand."""

from __future__ import annotations

SQL = ""
