"""Files that are wholly written or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Put the content in place under the name, surviving a power cut: beside it, to the disk, then renamed."""
    beside = path.with_name(f"{path.name}.part")
    with open(beside, "wb", opener=create_private) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(beside, path)


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, and that to the disk."""
    os.replace(made, path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Bring a closed file to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring the folder's names to the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create_private(path: str, flags: int) -> int:
    """An opener of files that are their owner's alone."""
    return os.open(path, flags, 0o600)
