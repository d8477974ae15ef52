"""Whether bcst was cut off when it last had this vault open: by the power, a kill or a crash.

Light to import: the first screen asks it before anything of the store is there.
"""

from __future__ import annotations

from pathlib import Path

from bcst_tui.vault.folder import VaultFolder


def was_cut_off(folder: Path) -> bool:
    """Whether what was written last is still in the log: a vault that was closed has none."""
    log = VaultFolder(folder).log
    return log.is_file() and log.stat().st_size > 0
