"""Secrets for a command: typed unseen at the terminal, or the first line of a file; never an argument."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from bcst_tui.casebook.passphrases import quality, refusal
from bcst_tui.cli.saying import say
from bcst_tui.errors import UsageError

STANDARD_INPUT = Path("-")
LONGEST = 4096


def secret(asked: str, file: Path | None, option: str = "--passphrase-file", mark: str = "") -> str:
    """What was typed, or the file's first line; `-` is the next line of the standard input. Raises UsageError.

    `mark`: what stands before the line that asks.
    """
    if file == STANDARD_INPUT:
        return sys.stdin.readline(LONGEST).rstrip("\n")
    if file is not None:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise UsageError(
            f"There is no terminal to type it at: {asked.lower()}.", f"Name a file that holds it: {option}."
        )
    return getpass.getpass(f"{mark} {asked}: ".lstrip())


def new_passphrase(file: Path | None) -> str:
    """A passphrase that will do; at a terminal typed twice. Raises UsageError."""
    typed = secret("The new passphrase", file, "--new-passphrase-file")
    if reason := refusal(typed):
        raise UsageError(reason, "Nothing has been changed.")
    if file is None:
        say(quality(typed))
        if secret("The same again", None) != typed:
            raise UsageError("These two are not the same.", "Nothing has been changed.")
    return typed


def key_file(file: Path) -> bytes:
    """What is in a key file. Raises UsageError."""
    try:
        with open(file, "rb") as opened:
            return opened.read(LONGEST)
    except OSError:
        raise UsageError(f"The key file {file} can't be read.", "Name the file that bcst lead new-key made.") from None


def _first_line(file: Path) -> str:
    try:
        with open(file, encoding="utf-8") as opened:
            return opened.readline(LONGEST).rstrip("\n")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"The file {file} can't be read.", "Name a text file you may read.") from None
