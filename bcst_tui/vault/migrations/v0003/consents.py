"""Consent, who is told nothing, safe contact, requests, shares."""

from __future__ import annotations

SQL = ""
