"""The key this vault takes hand-over files with: made from the private part's key, and so as closed as that is."""

from __future__ import annotations

import hmac

import pyrage  # type: ignore[import-untyped]

_PREFIX = "age-secret-key-"
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def hand_over_identity(private_key: bytes) -> pyrage.x25519.Identity:
    """The same key each time, of no other use."""
    seed = hmac.digest(private_key, b"bcst hand-over", "sha256")
    return pyrage.x25519.Identity.from_str(_bech32(_PREFIX, seed).upper())


def _bech32(prefix: str, content: bytes) -> str:
    """Bytes in the letters of BIP 173, with its six letters of checksum, as age writes its keys."""
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    fives = [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]
    spread = [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]
    check = _remainder([*spread, *fives, 0, 0, 0, 0, 0, 0]) ^ 1
    sum_ = [(check >> 5 * (5 - place)) & 31 for place in range(6)]
    return f"{prefix}1{''.join(_LETTERS[five] for five in (*fives, *sum_))}"


def _remainder(fives: list[int]) -> int:
    rest = 1
    for five in fives:
        top, rest = rest >> 25, (rest & 0x1FFFFFF) << 5 ^ five
        for place, term in enumerate(_GENERATOR):
            rest ^= term if (top >> place) & 1 else 0
    return rest
