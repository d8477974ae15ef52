"""When somebody is to be met by what was agreed in the private part, as bytes: whose and which day, and no more.

It is one for the whole vault, always of one size but where thousands of days are in it, and can be made anew from
the parts it was made from.
"""

from __future__ import annotations

import json
import zlib
from datetime import date

from bcst_tui.disclosure.record import Record

SIZE = 16 * 1024
"""Bytes, pressed: room for more days than a worker has cases. A fuller one takes twice as many: nothing is cut."""
_LENGTH = 4
Diary = frozenset[tuple[int, date]]
"""The number of a person, and a day that is still to be kept."""


def open_days(record: Record) -> frozenset[date]:
    """The days agreed with this person of which nobody has noted yet how they went."""
    return frozenset(one.due for one in record.follow_ups if not one.outcome)


def padded(diary: Diary) -> bytes:
    """The bytes to encrypt, `SIZE` of them or a multiple."""
    said = zlib.compress(json.dumps([(number, on.isoformat()) for number, on in sorted(diary)]).encode())
    whole = len(said).to_bytes(_LENGTH, "big") + said
    return whole.ljust(-(-len(whole) // SIZE) * SIZE, b"\0")


def unpadded(said: bytes) -> Diary:
    """The same back. Raises ValueError where the bytes are not ours."""
    end = _LENGTH + int.from_bytes(said[:_LENGTH], "big")
    try:
        kept = json.loads(zlib.decompress(said[_LENGTH:end]))
    except zlib.error:
        raise ValueError("not a diary") from None
    return frozenset((number, date.fromisoformat(on)) for number, on in kept)
