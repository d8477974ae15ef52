"""How every command ends: an exit code, and on stderr one line for a mistake.

A bug is told by where it happened and of what type it was, never by its message, which may hold an answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bcst_tui.cli.saying import say
from bcst_tui.errors import BcstError
from bcst_tui.training.invented import line_mark

TYPE_CHECKING = False
"""That of `typing`, for which the first screen need not wait."""
if TYPE_CHECKING:
    import click

MISHAP = BcstError.exit_code
BUG = 70
INTERRUPTED = 130
NOBODY_READS = 141


def run(arguments: Sequence[str]) -> int:
    """Run a command to its end; the exit code."""
    _speak_utf8()
    try:
        code = _run(list(arguments))
        _flush()
        return code
    except BrokenPipeError:
        _stop_writing()
        return NOBODY_READS
    except OSError as mishap:
        return _mishap(mishap)


def _run(arguments: list[str]) -> int:
    begun: list[click.Context] = []
    try:
        return _commanded(arguments, begun) if arguments else _opened()
    except BcstError as mistake:
        return _told(str(mistake), mistake.exit_code, _mark(begun))
    except KeyboardInterrupt:
        say(_mark(begun).rstrip())
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as mishap:
        return _mishap(mishap, _mark(begun))
    except Exception as bug:
        return _bug(bug, _mark(begun))


def _opened() -> int:
    """`bcst` alone, the everyday case, without the weight of the commands."""
    from bcst_tui.cli.starting import start

    return start(None, None, plain=False)


def _commanded(arguments: list[str], begun: list[click.Context]) -> int:
    """`begun` takes the context, which knows the command whatever becomes of it."""
    import click

    from bcst_tui.cli.key_commands import bcst

    try:
        begun.append(bcst.make_context("bcst", arguments))
        with begun[0] as context:
            bcst.invoke(context)
        return 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as mistake:
        say(mistake.format_message())
        return mistake.exit_code
    except click.ClickException as mistake:
        return _told(f"{mistake.format_message()} See bcst --help.", mistake.exit_code, _mark(begun))
    except click.Abort:
        raise KeyboardInterrupt from None


def _mark(begun: Sequence[click.Context]) -> str:
    """What stands before every line of training."""
    return line_mark(any(one.invoked_subcommand == "train" for one in begun))


def _told(sentence: str, code: int, mark: str = "") -> int:
    say(f"{mark}bcst: {' '.join(sentence.split())}")
    return code


def _mishap(mishap: OSError, mark: str = "") -> int:
    """A disk or a device that would not take or give something."""
    what = f" {mishap.filename}:" if mishap.filename else ""
    _stop_writing()
    return _told(f"Reading or writing failed:{what} {(mishap.strerror or 'no reason given').lower()}.", MISHAP, mark)


def _bug(bug: Exception, mark: str) -> int:
    import traceback

    where = "".join(traceback.format_tb(bug.__traceback__)) + type(bug).__name__
    say("\n".join(f"{mark}{line}" for line in where.split("\n")))
    mine = "This is a mistake in bcst, not yours. What was saved before is safe. Please report the above."
    return _told(mine, BUG, mark)


def _speak_utf8() -> None:
    """A console or pipe of another encoding still gets every letter, and no letter stops a command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _stop_writing() -> None:
    """Python flushes once more at its end; let that go nowhere."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
