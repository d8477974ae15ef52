"""Folders and files as people type them into a window."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.export.files import folder_named as folder_named


def is_there(path: Path) -> bool:
    """Whether there is such a file, as far as can be seen."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
