"""The one place where an export becomes a file: whole or not at all, private, never over another unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Literal

from bcst_tui.errors import ExportRefused
from bcst_tui.reference.audience import AudienceCode

_NEUTRAL_REFERENCE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


def file_name(
    reference: str,
    paper: AudienceCode | Literal["slip", "statement", "letter"],
    on: date,
    suffix: str = "md",
    place: int = 1,
) -> str:
    """`BC-0001-WK-2026-03-03.md`: nothing of the person but the reference; the second of a day ends in `-2`."""
    if not _NEUTRAL_REFERENCE.fullmatch(reference):
        raise ExportRefused(
            "The reference holds more than letters, figures and dashes, so it can't be part of a file name.",
            "Give the case a neutral reference, like BC-0001.",
        )
    and_which = f"-{place}" if place > 1 else ""
    return f"{reference}-{paper}-{on.isoformat()}{and_which}.{suffix}"


class AlreadyThere(ExportRefused):
    """Such a file is there already, and nobody has asked to write over it."""


def folder_named(typed: str) -> Path:
    """The folder somebody means; `~` is their own."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:
        return Path(typed.strip())


def write_file(folder: Path, name: str, text: str, *, overwrite: bool = False) -> Path:
    """Write the text as `write_bytes` writes bytes."""
    return write_bytes(folder, name, text.encode("utf-8"), overwrite=overwrite)


def write_bytes(folder: Path, name: str, content: bytes, *, overwrite: bool = False) -> Path:
    """Write the content beside its target and rename it there, readable by this user only.

    Raises ExportRefused, with nothing half-written left behind, if the file is there already and `overwrite`
    was not asked for, or if the folder is missing, full or can't be written to.
    """
    target = folder / name
    try:
        if not folder.is_dir():
            raise ExportRefused(f"The folder {folder} is not there.", "Make it first, or choose another folder.")
        if target.exists() and not overwrite:
            raise _already_there(target)
        _write_beside_and_rename(target, content, overwrite)
    except FileExistsError:
        raise _already_there(target) from None
    except OSError as mishap:
        raise _told(mishap, target) from None
    return target


def _write_beside_and_rename(target: Path, content: bytes, overwrite: bool) -> None:
    handle, beside = tempfile.mkstemp(prefix=".bcst-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            os.chmod(beside, 0o600)
        if overwrite:
            os.replace(beside, target)
        else:
            _rename_if_free(beside, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
    _sync_folder(target.parent)


def _rename_if_free(beside: str, target: Path) -> None:
    """Rename, unless something has come to stand there meanwhile."""
    if os.name != "posix":
        os.rename(beside, target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        # A stick formatted for Windows knows no hard links.
        if target.exists():
            raise FileExistsError(errno.EEXIST, "already there") from None
        os.replace(beside, target)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _already_there(target: Path) -> AlreadyThere:
    return AlreadyThere(
        f"{target} is there already, and was left as it is.",
        "Choose another folder, move that file away, or ask to write over it.",
    )


def _told(mishap: OSError, target: Path) -> ExportRefused:
    if mishap.errno in _FULL:
        return ExportRefused(
            f"The disk is full: {target.name} was not written.", "Free some space, or choose another folder."
        )
    if mishap.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportRefused(
            f"The folder {target.parent} can't be written to: {target.name} was not written.",
            "Choose a folder of your own.",
        )
    reason = os.strerror(mishap.errno) if mishap.errno else "the disk did not take it"
    return ExportRefused(f"{target.name} was not written: {reason}.", "Try another folder.")
