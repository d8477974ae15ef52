"""The printed code that opens the ordinary part when a passphrase is forgotten: easy to read out, hard to mistype.

130 random bits in letters and digits that can't be taken for each other, and two more that tell a slip of the pen.
"""

from __future__ import annotations

import hashlib
import secrets

from bcst_tui.errors import UsageError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SECRET = 26
_CHECK = 2
_GROUP = 4
_READ_AS = str.maketrans("OIL", "011")


def new_code() -> str:
    """A fresh code, in groups of four."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(_SECRET))
    return _grouped(letters + _check(letters))


def read_code(typed: str) -> str:
    """The code as it was printed. Raises UsageError where it can't be one."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
    if len(letters) != _SECRET + _CHECK or letters[_SECRET:] != _check(letters[:_SECRET]):
        raise UsageError(
            "That is not a recovery code, or a letter of it is wrong. Nothing has been tried yet.",
            f"It has {(_SECRET + _CHECK) // _GROUP} groups of {_GROUP} letters and digits.",
        )
    return _grouped(letters)


def _check(letters: str) -> str:
    digest = hashlib.sha256(letters.encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:_CHECK])


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
