"""The supervisor: fresh child after a lock, clean terminal after a crash, nothing secret about it."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]
import pytest

from bcst_tui.supervisor import CRASH_SENTENCE, LOCK_EXIT, supervise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

LEAVES_A_MESS = r"""
import os, signal, sys, tty
tty.setraw(0)
sys.stdout.write("\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[?2004hZARKOVIA")
sys.stdout.flush()
"""


def command(code: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(code)]


def supervising(code: str) -> list[str]:
    return command(f"from bcst_tui.supervisor import supervise; import sys; sys.exit(supervise({command(code)!r}))")


def spawned(arguments: list[str]) -> Any:
    return pexpect.spawn(arguments[0], arguments[1:], encoding="utf-8", timeout=60)


def in_a_terminal(code: str) -> tuple[str, int | None]:
    """Supervise the code in a pseudo-terminal: all that reached it, and the exit code."""
    terminal = spawned(supervising(code))
    terminal.expect(pexpect.EOF)
    terminal.close()
    return str(terminal.before), terminal.exitstatus


def test_a_lock_starts_a_fresh_child(tmp_path: Path) -> None:
    log = tmp_path / "starts"
    code = f"""
        import pathlib, sys
        log = pathlib.Path({str(log)!r})
        starts = len(log.read_text()) if log.exists() else 0
        log.write_text("x" * (starts + 1))
        sys.exit({LOCK_EXIT} if starts < 2 else 0)
    """
    assert supervise(command(code)) == 0
    assert log.read_text() == "xxx"


@pytest.mark.parametrize("code", [0, 2, 5, 8, 70])
def test_an_orderly_end_is_passed_on_in_silence(code: int) -> None:
    said: list[str] = []
    assert supervise(command(f"raise SystemExit({code})"), said.append) == code
    assert said == []


def test_a_killed_child_is_told_in_one_sentence_and_its_signal_passed_on() -> None:
    said: list[str] = []
    code = supervise(command("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), said.append)
    assert (code, said) == (128 + signal.SIGKILL, [CRASH_SENTENCE])


def test_a_killed_child_leaves_a_sane_and_empty_terminal() -> None:
    shown, code = in_a_terminal(LEAVES_A_MESS + "os.kill(os.getpid(), signal.SIGKILL)")
    after = shown.partition("ZARKOVIA")[2]
    assert code == 128 + signal.SIGKILL
    for undone in (
        "\x1b[?1049l",
        "\x1b[?7h",
        "\x1b[?25h",
        "\x1b[?1003l",
        "\x1b[?2004l",
        "\x1b[0m",
        "\x1b[2J",
        "\x1b[3J",
    ):
        assert undone in after
    assert after.endswith(CRASH_SENTENCE + "\r\n"), "the line ending shows that raw mode has ended"


def test_an_orderly_end_clears_nothing() -> None:
    shown, code = in_a_terminal("print('the plan is written'); raise SystemExit(0)")
    assert (shown, code) == ("the plan is written\r\n", 0)


WAITS_FOR_CTRL_C = """
    import os, signal
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write)  # a signal that comes before the wait ends it too
    try:
        print('ready', flush=True)
        os.read(read, 1)
    except KeyboardInterrupt:
        print('caught')
"""


def test_ctrl_c_belongs_to_the_child() -> None:
    terminal = spawned(supervising(WAITS_FOR_CTRL_C))
    terminal.expect("ready")
    terminal.sendintr()
    terminal.expect("caught")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


def test_a_request_to_end_reaches_the_child() -> None:
    child = "import time; print('ready', flush=True); time.sleep(60)"
    process = subprocess.Popen(supervising(child), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.terminate()
    assert process.wait(60) == 128 + signal.SIGTERM
    assert process.stdout.read() == b"", "no child is left holding the pipe"
    process.stdout.close()


def test_hardening_drops_debug_variables_and_keeps_the_rest() -> None:
    """P21: no variable makes Textual draw or log a screen."""
    code = """
        import json, os, resource
        from bcst_tui.supervisor import harden
        environ = dict.fromkeys(["TEXTUAL_LOG", "TEXTUAL", "PYTHONINSPECT", "PYTHONPATH", "HOME"], "1")
        harden(environ)
        mask = os.umask(0)
        print(json.dumps([sorted(environ), resource.getrlimit(resource.RLIMIT_CORE), mask]))
    """
    told = subprocess.run(command(code), capture_output=True, text=True, check=True).stdout
    assert told.strip() == '[["HOME", "PYTHONPATH"], [0, 0], 63]'


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Linux call")
def test_a_hardened_process_is_not_dumpable() -> None:
    code = """
        import ctypes, os
        from bcst_tui.supervisor import harden
        harden({})
        print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    """
    told = subprocess.run(command(code), capture_output=True, text=True, check=True).stdout
    assert told.strip() == "0"


def test_the_supervisor_is_light() -> None:
    code = """
        import sys
        before = set(sys.modules)
        import bcst_tui.supervisor
        print(sorted(set(sys.modules) - before))
    """
    told = subprocess.run(command(code), capture_output=True, text=True, check=True).stdout
    for heavy in ("subprocess", "ctypes", "asyncio", "typing", "click", "textual", "pydantic"):
        assert f"'{heavy}'" not in told
