"""A disk that is watched: every write, sync and name of a folder's files, in the order they were asked for.

SQLite's are seen where it hands them to the system, in its table of functions (VFS); Python's in `os`. Linux only.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from ctypes import CFUNCTYPE, c_char_p, c_int, c_longlong, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

from sqlcipher3 import _sqlite3  # type: ignore[import-untyped]

What = Literal["write", "size", "sync", "name", "gone", "said"]


@dataclass(frozen=True)
class Event:
    """One thing asked of the disk; or something told to somebody, which it must not take back.

    Without a path it is the folder itself that is synced.
    """

    what: What
    path: str = ""
    at: int = 0
    """Where it is written, the new size, or what was told."""
    content: bytes = field(default=b"", repr=False)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods."""

    _fields_ = [
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"other{number}", c_void_p) for number in range(13)),
    ]


class _File(ctypes.Structure):
    """sqlite3_file."""

    _fields_ = [("methods", ctypes.POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, as far as `remove`."""

    _fields_ = [
        *((name, c_int) for name in ("version", "file_size", "longest_name")),
        *((name, c_void_p) for name in ("next", "name", "data", "open", "remove")),
    ]


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_REMOVE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_longlong)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_longlong)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Watcher:
    """Tells of each event before it is done, so that whoever is told can still die first."""

    def __init__(self, folder: Path, tell: Callable[[Event], None]) -> None:
        self._folder = os.path.realpath(folder)
        self._tell = tell
        self._opened: dict[int, str] = {}
        self._by_sqlite: set[str] = set()
        self._watched: dict[int, _Methods] = {}
        self._kept_alive: list[Any] = []

    def told(self, what: What, path: str, at: int = 0, content: bytes = b"") -> None:
        folder, name = os.path.split(path)
        if folder == self._folder:
            self._tell(Event(what, name, at, content))
        elif path == self._folder:
            self._tell(Event(what))

    @contextmanager
    def sqlite(self) -> Iterator[None]:
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        system = library.sqlite3_vfs_find(None).contents
        before = system.open, system.remove
        watched = self._opening(_OPEN(system.open)), self._removing(_REMOVE(system.remove))
        system.open, system.remove = (ctypes.cast(one, c_void_p).value for one in watched)
        try:
            yield
        finally:
            system.open, system.remove = before

    def _opening(self, opening: Any) -> Any:
        def opened(vfs: int, name: int, file: int, flags: int, out: int) -> int:
            done = int(opening(vfs, name, file, flags, out))
            opened_file = ctypes.cast(file, ctypes.POINTER(_File)).contents
            if done == 0 and name and opened_file.methods:
                path = os.fsdecode(ctypes.string_at(name))
                self._opened[file] = path
                self._by_sqlite.add(path)
                opened_file.methods = ctypes.pointer(self._watching(opened_file.methods))
            return done

        return self._alive(_OPEN(opened))

    def _removing(self, removing: Any) -> Any:
        def removed(vfs: int, name: bytes, and_sync: int) -> int:
            self.told("gone", os.fsdecode(name))
            done = int(removing(vfs, name, and_sync))
            if and_sync:
                self.told("sync", self._folder)
            return done

        return self._alive(_REMOVE(removed))

    def _watching(self, methods: Any) -> _Methods:
        where = ctypes.addressof(methods.contents)
        if where not in self._watched:
            watched = _Methods.from_buffer_copy(methods.contents)
            write, truncate, sync = _WRITE(watched.write), _TRUNCATE(watched.truncate), _SYNC(watched.sync)

            def written(file: int, content: int, size: int, at: int) -> int:
                self.told("write", self._opened[file], at, ctypes.string_at(content, size))
                return int(write(file, content, size, at))

            def cut(file: int, size: int) -> int:
                self.told("size", self._opened[file], size)
                return int(truncate(file, size))

            def synced(file: int, flags: int) -> int:
                done = int(sync(file, flags))
                self.told("sync", self._opened[file])
                return done

            for name, made in (("write", _WRITE(written)), ("truncate", _TRUNCATE(cut)), ("sync", _SYNC(synced))):
                setattr(watched, name, ctypes.cast(self._alive(made), c_void_p).value)
            self._watched[where] = watched
        return self._watched[where]

    def _alive(self, made: Any) -> Any:
        self._kept_alive.append(made)
        return made

    @contextmanager
    def python(self) -> Iterator[None]:
        fsync, replace, unlink = os.fsync, os.replace, os.unlink

        def synced(descriptor: int) -> None:
            path = os.readlink(f"/proc/self/fd/{descriptor}")
            self._whole(path)
            fsync(descriptor)
            self.told("sync", path)

        def replaced(made: Any, path: Any) -> None:
            self.told("name", os.fspath(made), content=os.path.basename(path).encode())
            replace(made, path)

        def removed(path: Any, **how: Any) -> None:
            if os.path.exists(path):
                self.told("gone", os.fspath(path))
            unlink(path, **how)

        with ExitStack() as patches:
            for name, watched in (("fsync", synced), ("replace", replaced), ("unlink", removed)):
                patches.enter_context(patch.object(os, name, watched))
            yield

    def _whole(self, path: str) -> None:
        """What Python wrote into a file is told when it is synced; without that it would not be there at all."""
        if not os.path.isdir(path) and path not in self._by_sqlite and path.startswith(self._folder):
            with open(path, "rb") as file:
                self.told("write", path, 0, file.read())


@contextmanager
def watched(folder: Path, tell: Callable[[Event], None]) -> Iterator[None]:
    """Tell of everything that is asked of the files right in this folder, until this ends."""
    watcher = _Watcher(folder, tell)
    with watcher.sqlite(), watcher.python():
        yield
