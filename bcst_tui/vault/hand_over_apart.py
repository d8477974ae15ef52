"""A hand-over file opened in a process of its own, ended where it takes too long: who made the file nobody knows yet.

What opens it goes in by a pipe and what is in it comes out by one; neither stands on a command line or on the disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bcst_tui.errors import UsageError
from bcst_tui.vault.hand_over_file import NOT_ONE, needs_passphrase, not_opened, unlocked
from bcst_tui.vault.lead_slot import WrongIdentity

SECONDS = 20.0
"""Far more than the most work a file may ask for takes."""
WRONG = 4
"""The child's exit code for a key or a passphrase that does not open it."""
CHILD = (
    "import os, sys; sys.path.insert(0, sys.argv.pop(1)); import bcst_tui; sys.path.append(sys.path.pop(0)); "
    "from bcst_tui.supervisor import harden; harden(os.environ); "
    "from bcst_tui.vault.hand_over_apart import open_what_comes; open_what_comes()"
)
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
ENDLESS = UsageError(
    "This file takes longer to open than any file of bcst, so it was left. Nothing has been taken over.",
    "Ask for it to be sent again.",
)


def unlocked_apart(
    file: bytes,
    private_key: bytes,
    passphrase: str = "",
    *,
    command: Sequence[str] | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """What is in it. Raises UsageError, WrongIdentity."""
    by_passphrase = needs_passphrase(file)
    asked = json.dumps({"key": private_key.hex(), "passphrase": passphrase}).encode()
    try:
        ended = subprocess.run(
            command or _command(),
            input=asked + b"\n" + file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            creationflags=NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise ENDLESS from None
    if ended.returncode == WRONG:
        raise not_opened(by_passphrase)
    if ended.returncode:
        raise NOT_ONE
    return ended.stdout


def open_what_comes() -> None:
    """What the child does: a line that says with what, then the file; out comes what is in it."""
    asked, _, file = sys.stdin.buffer.read().partition(b"\n")
    opens = json.loads(asked)
    try:
        content = unlocked(file, bytes.fromhex(opens["key"]), opens["passphrase"])
    except WrongIdentity:
        sys.exit(WRONG)
    sys.stdout.buffer.write(content)


def _command() -> list[str]:
    return [sys.executable, "-P", "-c", CHILD, str(Path(__file__).parents[2])]
