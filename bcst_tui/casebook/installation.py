"""What the vault stands on in this installation, for whoever looks after it; nothing of a vault is opened."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.vault.cipher import library
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.slot_store import lead_of


def database_parts() -> tuple[tuple[str, str, str, bool], ...]:
    """Each part of the database library: its name, the version found, the one needed, and whether it will do."""
    return library()


def lead_key_in(folder: Path) -> str | None:
    """The safeguarding lead's public key that the private part is wrapped for; None where there is no vault yet."""
    return lead_of(VaultFolder(folder))
