"""The reference files as shipped, for tests that read them or spoil them."""

from __future__ import annotations

from functools import cache

from bcst_tui.config import read_folder, shipped
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.reference import Reference


@cache
def shipped_files() -> dict[str, str]:
    """Every shipped reference file, by name."""
    return read_folder(shipped("data"))


@cache
def shipped_reference() -> Reference:
    """The shipped reference data, loaded once."""
    return load_reference(shipped_files())


def files_with(name: str, old: str, new: str) -> dict[str, str]:
    """The shipped files, one of them changed in one place."""
    text = shipped_files()[name]
    assert old in text, f"{name} no longer holds {old!r}"
    return {**shipped_files(), name: text.replace(old, new, 1)}
