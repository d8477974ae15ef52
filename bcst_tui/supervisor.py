"""Runs the app as a child process, starts it afresh after a lock, and leaves a clean terminal after a crash.

Locking ends the process, so that keys and answers leave memory with it; this parent holds no secret and
imports only the standard library. `subprocess` is left to Windows: elsewhere its import would cost more than
all the rest of the parent.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager

LOCK_EXIT = 75
"""The child's exit code for "locked: start a fresh one"."""

ORDERLY_EXITS = frozenset({0, 2, 3, 4, 5, 6, 7, 8, 70})
"""Exits after which the child has left the terminal as it was: done, a `BcstError` told with its own code, or a
bug (70) told in one sentence. 1 is not among them, being also what Python gives for a traceback."""

CRASH_SENTENCE = (
    "bcst stopped unexpectedly. What was saved is safe: start it again with bcst. The cover comes first: Space, Enter."
)

_DEBUG_VARIABLES = frozenset(
    f"PYTHON{name}"
    for name in (
        "ASYNCIODEBUG BREAKPOINT DEBUG DEVMODE DUMPREFS DUMPREFSFILE FAULTHANDLER INSPECT MALLOC MALLOCSTATS"
        " PERFSUPPORT PERF_JIT_SUPPORT PROFILEIMPORTTIME STARTUP TRACEMALLOC VERBOSE WARNINGS"
    ).split()
)
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_RESET = (
    "\x1b[2J"  # what the alternate screen still shows
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2026l\x1b[?2048l\x1b[<u"  # focus, paste, frames, resizes, keyboard
    "\x1b[?1049l\x1b[?7h\x1b[?25h\x1b[0m" + _CLEAR  # the screen before, long lines going on below, cursor, colours
)


def harden(environ: MutableMapping[str, str]) -> None:
    """Close the side doors before Textual is imported: debug variables, core dumps, other users' eyes.

    The parent calls it so that the child starts without them, the child because "not dumpable" ends at exec.
    """
    for name in [name for name in environ if name.startswith("TEXTUAL") or name in _DEBUG_VARIABLES]:
        del environ[name]
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        import ctypes

        set_dumpable = 4
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)


def supervise(command: Sequence[str], say: Callable[[str], None] | None = None) -> int:
    """Run the command until it ends for good; the exit code to pass on."""
    with _terminal_kept() as restore:
        while (code := _run(command)) == LOCK_EXIT:
            pass
        if code not in ORDERLY_EXITS:
            restore()
            (say or _say)(CRASH_SENTENCE)
    return code


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _exit_code(returncode: int) -> int:
    """The shell's way to tell a death by signal."""
    return 128 - returncode if returncode < 0 else returncode


if sys.platform == "win32":

    @contextmanager
    def _terminal_kept() -> Iterator[Callable[[], None]]:
        """Ctrl-C is left to the child; the restorer gives the console back as it was."""
        import ctypes

        before = signal.signal(signal.SIGINT, lambda *_: None)
        console = ctypes.windll.kernel32
        modes = {}
        for handle in (console.GetStdHandle(-10), console.GetStdHandle(-11)):
            mode = ctypes.c_ulong()
            if console.GetConsoleMode(handle, ctypes.byref(mode)):
                modes[handle] = mode.value

        def restore() -> None:
            if sys.stdout.isatty():
                sys.stdout.write(_RESET)
                sys.stdout.flush()
                os.system("cls")
            for handle, mode in modes.items():
                console.SetConsoleMode(handle, mode)

        try:
            yield restore
        finally:
            signal.signal(signal.SIGINT, before)

    def _run(command: Sequence[str]) -> int:
        import subprocess

        return subprocess.call(list(command))

else:

    @contextmanager
    def _terminal_kept() -> Iterator[Callable[[], None]]:
        """Ctrl-C is left to the child (by an empty handler: an ignored signal would be inherited)."""
        import termios

        before = signal.signal(signal.SIGINT, lambda *_: None)
        modes = termios.tcgetattr(0) if os.isatty(0) else None

        def restore() -> None:
            if modes is not None:
                termios.tcsetattr(0, termios.TCSAFLUSH, modes)
            if sys.stdout.isatty():
                sys.stdout.write(_RESET)
                sys.stdout.flush()

        try:
            yield restore
        finally:
            signal.signal(signal.SIGINT, before)

    def _run(command: Sequence[str]) -> int:
        passed_on = {signal.SIGTERM, signal.SIGHUP}
        usual = signal.pthread_sigmask(signal.SIG_BLOCK, passed_on)  # they wait until there is somebody to pass them to
        child = os.posix_spawn(command[0], list(command), os.environ, setsigmask=usual)

        def pass_on(signum: int, _frame: object) -> None:
            os.kill(child, signum)

        before = {signum: signal.signal(signum, pass_on) for signum in passed_on}
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)
        try:
            return _exit_code(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        finally:
            for signum, handler in before.items():
                signal.signal(signum, handler)
