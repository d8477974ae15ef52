"""The project's virtual environment: made once, brought up to date with the lock, remade after an accident.

A stamp inside it holds the digest of what was installed. It is written last and taken away first, so an
environment without one is half-made and is never trusted. Standard library only: nothing is installed yet.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READ = ("requirements.lock", "pyproject.toml", "bcst_tui/__init__.py")
STAMP = "bcst-set-up"
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]


class CannotSetUp(Exception):
    """A sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Make the environment at the path given (.venv unless told) ready to run bcst and its tests."""
    venv = ROOT / (arguments[0] if arguments else ".venv")
    try:
        set_up(venv)
    except CannotSetUp as reason:
        print(f"bcst could not be set up. {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up was interrupted. Run the same command again: it starts afresh.", file=sys.stderr)
        return 130
    return 0


def set_up(venv: Path) -> None:
    """Do what is missing, and nothing when nothing is."""
    stamp = venv / STAMP
    place, digest = stamped(stamp)
    needed = wanted()
    usable = place == str(venv) and works(venv)
    if usable and digest == needed:
        return
    if not usable:
        make(venv)
    stamp.unlink(missing_ok=True)
    install(venv)
    unfinished = stamp.with_name(STAMP + ".new")
    unfinished.write_text(f"{venv}\n{needed}\n", encoding="utf-8")
    os.replace(unfinished, stamp)


def wanted() -> str:
    """The digest of everything the installation depends on."""
    digest = hashlib.sha256()
    for name in READ:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamped(stamp: Path) -> tuple[str, str]:
    """Where the stamp says the environment was made (one that was moved is broken), and from what."""
    try:
        place, digest = stamp.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return "", ""
    return place, digest


def python_of(venv: Path) -> Path:
    """The environment's own interpreter."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(venv: Path) -> bool:
    """Whether its interpreter still starts: it does not once the Python it came from is gone."""
    try:
        return subprocess.run([python_of(venv), "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def make(venv: Path) -> None:
    """Make the environment from nothing; a half-made one goes first, a folder that is not one stays."""
    if venv.exists():
        if not (venv / "pyvenv.cfg").is_file() and any(venv.iterdir()):
            raise CannotSetUp(f"{venv} is there but is no virtual environment: move it away, then try again.")
        shutil.rmtree(venv)
    say(f"Making {venv.name} with Python {sys.version_info[0]}.{sys.version_info[1]} …")
    made = subprocess.run([sys.executable, "-m", "venv", venv], capture_output=True, text=True)
    if made.returncode != 0:
        raise CannotSetUp(
            f"Python could not make a virtual environment: {made.stdout.strip() or made.stderr.strip()} "
            "On Debian and Ubuntu, install the package python3-venv first."
        )


def install(venv: Path) -> None:
    """Install exactly what the lock names, hash by hash and as wheels only, then bcst from this folder."""
    say("Installing what requirements.lock names (a few minutes the first time) …")
    locked = ["--only-binary=:all:", "--require-hashes", "-r", "requirements.lock"]
    itself = ["--no-deps", "--no-build-isolation", "--editable", "."]
    for what in locked, itself:
        command = [str(python_of(venv)), *PIP, *what]
        if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL).returncode != 0:
            raise CannotSetUp("The lines above say why. Check the connection, then run the same command again.")


def say(line: str) -> None:
    """Tell the person waiting what is happening; talk goes to stderr."""
    print(line, file=sys.stderr, flush=True)
