"""The private part as bytes: every person's of one size, whether or not anything was told.

What encrypts them is the vault's; here is only the shape. A part too full for the size is refused, never cut.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import TypeAdapter

from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import Run
from bcst_tui.errors import NotSaved

SIZE = 8 * 1024
"""Bytes, pressed: room for a full safety plan and hundreds of events, follow-ups and cards acted on."""
_LENGTH = 4


class TooFull(NotSaved):
    """The private part of one person holds as much as it can."""


@dataclass(frozen=True)
class Sealed:
    """What is sealed of one person: what is kept, and where an open run stands."""

    record: Record = field(default=NOTHING_KEPT, repr=False)
    run: Run = field(default=Run(), repr=False)
    kept_on: date | None = None
    """The day it was last written, and so the day of the lock over a run that was locked."""


def for_a_new_sitting(sealed: Sealed) -> Sealed:
    """What is kept, as a sitting begins: no run is under way, and the part has not been opened in it."""
    return Sealed(replace(sealed.record, q="not_opened"), Run())


_SHAPE = TypeAdapter(Sealed)


def in_words(sealed: Sealed) -> str:
    """All of it as text, to be looked through."""
    return _SHAPE.dump_json(sealed).decode()


def padded(sealed: Sealed) -> bytes:
    """The bytes to encrypt, always `SIZE` of them. Raises TooFull."""
    said = zlib.compress(_SHAPE.dump_json(sealed))
    if len(said) > SIZE - _LENGTH:
        raise TooFull(
            "The private part of this case holds as much as it can, so the last entry was not kept.",
            "Close follow-ups that are done, or shorten the safety plan. Nothing that was there before is lost.",
        )
    return (len(said).to_bytes(_LENGTH, "big") + said).ljust(SIZE, b"\0")


def unpadded(said: bytes) -> Sealed:
    """The same back. Raises ValueError where the bytes are not ours: a damaged file, never a person's mistake."""
    end = _LENGTH + int.from_bytes(said[:_LENGTH], "big")
    try:
        return _SHAPE.validate_json(zlib.decompress(said[_LENGTH:end]))
    except zlib.error:
        raise ValueError("not a private part") from None
