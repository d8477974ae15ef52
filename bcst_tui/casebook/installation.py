"""What the vault stands on in this installation, for whoever looks after it; nothing of a vault is opened."""

from __future__ import annotations

from bcst_tui.vault.cipher import library


def database_parts() -> tuple[tuple[str, str, str, bool], ...]:
    """Each part of the database library: its name, the version found, the one needed, and whether it will do."""
    return library()
