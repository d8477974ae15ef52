"""While a database is open, nobody else in this process may open its file.

On Linux and macOS closing any handle on a file drops all of the process's locks on it, SQLite's too: another process
could then write, and an acknowledged save would be lost. An audit hook makes such a slip an error instead.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_guarded: set[str] = set()
_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.truncate"})


class LiveFileTouched(RuntimeError):
    """A bug in bcst: the open database's file was about to be opened, moved or removed."""


def guard(database: Path) -> None:
    """Refuse direct use of this file until it is released."""
    if not _hook_added:
        sys.addaudithook(_refuse)
        _hook_added.append(True)
    _guarded.add(os.path.realpath(database))


def release(database: Path) -> None:
    """The database is closed; its file is a file again."""
    _guarded.discard(os.path.realpath(database))


_hook_added: list[bool] = []


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if not _guarded or event not in _EVENTS:
        return
    for argument in arguments[:2]:
        if isinstance(argument, str | bytes | os.PathLike) and _is_guarded(os.fsdecode(argument)):
            raise LiveFileTouched("the open vault's file was used directly")


def _is_guarded(path: str) -> bool:
    name = os.path.basename(path)
    return any(os.path.basename(live) == name for live in _guarded) and os.path.realpath(path) in _guarded
