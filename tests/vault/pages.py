"""What is truly in the file: every page and every frame of the log, decrypted with the key, freed ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, FRAME_HEAD, LOG_HEAD = 4096, 80, 16, 24, 32


def decrypted(database: Path, key: bytes) -> Iterator[bytes]:
    """The pages of a vault that is closed, and of its log if there is one."""
    content = database.read_bytes()
    yield _plain(content[SALT:PAGE], key)
    for start in range(PAGE, len(content), PAGE):
        yield _plain(content[start : start + PAGE], key)
    log = database.with_name(f"{database.name}-wal")
    frames = log.read_bytes()[LOG_HEAD:] if log.exists() else b""
    for start in range(FRAME_HEAD, len(frames), PAGE + FRAME_HEAD):
        yield _plain(frames[start : start + PAGE], key)


def holding(database: Path, key: bytes, words: str) -> int:
    """How many times the words lie anywhere in the file."""
    return sum(page.count(words.encode()) for page in decrypted(database, key))


def _plain(page: bytes, key: bytes) -> bytes:
    vector = page[-RESERVED:][:16]
    reading = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reading.update(page[:-RESERVED]) + reading.finalize()
