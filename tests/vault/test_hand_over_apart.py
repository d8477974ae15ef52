"""A file that somebody sent is opened in a process of its own, which is ended where it does not end by itself."""

from __future__ import annotations

import sys

import pytest

from bcst_tui.errors import UsageError
from bcst_tui.vault.hand_over_apart import unlocked_apart
from bcst_tui.vault.hand_over_file import locked, own_key
from bcst_tui.vault.lead_slot import WrongIdentity

KEY, OTHER = b"k" * 32, b"o" * 32
CONTENT = b"who, when\n\x00 and where" * 5_000
FOR_EVER = [sys.executable, "-c", "import threading; threading.Event().wait()"]


def test_it_comes_out_as_it_went_in_and_for_the_right_key_alone() -> None:
    file = locked(CONTENT, public=own_key(KEY))
    assert unlocked_apart(file, KEY) == CONTENT
    with pytest.raises(WrongIdentity, match="another key than this vault's"):
        unlocked_apart(file, OTHER)


def test_a_file_that_never_ends_is_refused() -> None:
    with pytest.raises(UsageError, match="takes longer to open than any file"):
        unlocked_apart(locked(CONTENT, public=own_key(KEY)), KEY, command=FOR_EVER, seconds=0.1)


def test_where_opening_it_breaks_down_it_is_no_file_of_ours() -> None:
    broken = [sys.executable, "-c", "raise SystemExit(70)"]
    with pytest.raises(UsageError, match="not a hand-over file"):
        unlocked_apart(locked(CONTENT, public=own_key(KEY)), KEY, command=broken)
