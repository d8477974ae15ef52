"""Folders as people write them."""

from __future__ import annotations

from pathlib import Path


def folder_named(typed: str) -> Path:
    """The folder somebody means; `~` is their own."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:
        return Path(typed.strip())


def is_there(path: Path) -> bool:
    """Whether there is such a file, as far as can be seen."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
