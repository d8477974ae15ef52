"""Vaults that stand ready, for tests of what comes after the making and before the closing of one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path

from bcst_tui.vault import opening
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.keys import without_slots
from bcst_tui.vault.live_files import release
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault

_made: dict[tuple[bytes, Profile], bytes] = {}
_prepared: dict[Hashable, bytes] = {}


def ready_vault(path: Path, data_key: bytes, profile: Profile) -> Vault:
    """As `new_vault`, from a copy of the file the first such call of this process made."""
    made = _made.get((data_key, profile))
    if made is None:
        beside = path.with_name(f"{path.name}-made")
        opening.new_vault(beside, data_key, profile).close()
        made = _made[data_key, profile] = VaultFolder(beside).database.read_bytes()
    return copied_vault(made, path, data_key)


def prepared_vault(path: Path, data_key: bytes, what: Hashable, prepare: Callable[[Path], Vault]) -> Vault:
    """A vault in which something is kept already: `what` says what, for which it is prepared once in this process."""
    if what not in _prepared:
        beside = path.with_name(f"{path.name}-prepared")
        prepare(beside).close()
        _prepared[what] = VaultFolder(beside).database.read_bytes()
    return copied_vault(_prepared[what], path, data_key)


def copied_vault(made: bytes, path: Path, data_key: bytes) -> Vault:
    """A vault in this folder from the file of one that was closed."""
    with opening.held(VaultFolder(path), make=True) as (folder, lock):
        folder.unfinished.write_bytes(made)
        return opening._newly_opened(folder, lock, without_slots(data_key), None)


def let_go(vault: Vault) -> None:
    """Close the file and drop the lock, without the backup that closing makes; nobody will open it again."""
    if vault._is_open:
        vault._is_open = False
        vault._engine.dispose()
        release(vault.folder.database)
        vault._lock.release()
