"""What a disk may hold after the power went: made from what was asked of it, not by pulling a plug.

What was synced is there. Of the rest each write is there, is not, or is in part, by sectors of 512 bytes; names and
sizes come in their order, up to some moment after the last sync.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.vault.watched_disk import Event, watched

_SECTOR = 512
Files = dict[str, bytes]


@dataclass
class _Inode:
    """One file whatever its name: what was there at first, and what was asked of it since, by number."""

    first: bytes = b""
    asked: list[tuple[int, Event]] = field(default_factory=list)
    synced: int = -1


@dataclass(frozen=True)
class Recording:
    """What was there before, and all that was asked."""

    before: Files
    events: tuple[Event, ...]

    def told(self, cut: int) -> int:
        """What had been told last when the power went before this event; 0 for nothing."""
        return next((one.at for one in reversed(self.events[:cut]) if one.what == "said"), 0)

    def image(self, cut: int, dice: random.Random) -> Files:
        """One of the many things the disk may hold if the power goes before this event."""
        asked = self._asked(cut)
        upto = dice.randint(asked.synced, cut)
        there = next(names for number, names in reversed(asked.names) if number <= upto)
        return {name: _content(asked.inodes[at], upto, dice) for name, at in there.items()}

    def killed(self, cut: int) -> Files:
        """What the disk holds after a kill before this event: the system still writes all it was asked to."""
        asked = self._asked(cut)
        return {name: _content(asked.inodes[at], cut, None) for name, at in asked.names[-1][1].items()}

    def _asked(self, cut: int) -> _Asked:
        asked = _Asked(self.before)
        for number, event in enumerate(self.events[:cut]):
            asked.take(number, event)
        return asked


class _Asked:
    """Files and names as they would be had nothing been cut, with when each came about."""

    def __init__(self, before: Files) -> None:
        self.inodes = [_Inode(content) for content in before.values()]
        self.names = [(-1, {name: at for at, name in enumerate(before)})]
        self.synced = -1

    def take(self, number: int, event: Event) -> None:
        names = self.names[-1][1]
        if event.what == "name":
            self._renamed(number, _without(names, event.path) | {event.content.decode(): names[event.path]})
        elif event.what == "gone":
            self._renamed(number, _without(names, event.path))
        elif event.what != "said" and event.path:
            self._touched(number, event)
        if event.what == "sync":
            self.synced = number

    def _renamed(self, number: int, names: dict[str, int]) -> None:
        self.names.append((number, names))

    def _touched(self, number: int, event: Event) -> None:
        names = self.names[-1][1]
        if event.path not in names:
            names = names | {event.path: len(self.inodes)}
            self.inodes.append(_Inode())
            self._renamed(number, names)
        inode = self.inodes[names[event.path]]
        if event.what == "sync":
            inode.synced = number
        else:
            inode.asked.append((number, event))


def _without(names: dict[str, int], gone: str) -> dict[str, int]:
    return {name: at for name, at in names.items() if name != gone}


def _content(inode: _Inode, upto: int, dice: random.Random | None) -> bytes:
    """What is in one file, if sizes came about up to this moment; without dice, with all that was written."""
    content = bytearray(inode.first)
    for number, event in inode.asked:
        if event.what == "size":
            if number > max(upto, inode.synced):
                break
            del content[event.at :]
            content.extend(bytes(event.at - len(content)))
        elif dice is None or number <= inode.synced or (kept := dice.choice(("all", "none", "some"))) == "all":
            _put(content, event.at, event.content)
        elif kept == "some":
            for start in range(0, len(event.content), _SECTOR):
                if dice.random() < 0.5:
                    _put(content, event.at + start, event.content[start : start + _SECTOR])
    return bytes(content)


def _put(content: bytearray, at: int, written: bytes) -> None:
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(written)] = written


def recorded(folder: Path, deed: Callable[[Callable[[int], None]], object]) -> Recording:
    """All that is asked of the disk for a deed on a closed vault; the deed tells when something is acknowledged."""
    before, events = files_in(folder), list[Event]()
    with watched(folder, events.append):
        deed(lambda number: events.append(Event("said", at=number)))
    return Recording(before, tuple(events))


def lay_out(files: Files, folder: Path) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def files_in(folder: Path) -> Files:
    """The files right in a folder that nobody has open; the lock and the room that is kept are no content."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.suffix not in (".lock", ".room")
    }
