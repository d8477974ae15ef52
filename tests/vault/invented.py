"""An invented worker, an invented person and what they say: shared by the vault's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bcst_tui.interview.answer import Given
from bcst_tui.interview.state import Move
from bcst_tui.interview.values import Text
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Profile, ScriptTexts, Sitting

KEY = bytes(range(32))
PASSPHRASE = "kettle orchard ninety lantern"
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
MONDAY = date(2027, 3, 1)
WORKER = Profile(
    name="Wendeline Quist",
    role="resettlement worker",
    prison="HMP Invented",
    is_resettlement_prison=True,
    sealed_reader_role="safeguarding lead",
    safeguarding_role="duty governor",
)
SCRIPT = ScriptTexts("hash-of-one", "bcst2", "1.0", {"housing.yaml": "section: housing\n", "é.yaml": "x: ü\n"})


def said(words: str, question: str = "c01_where") -> Move:
    return Move("answer", question, Given(Text(words)))


def begun(records: Records, name: str = "Zarkovia Blum") -> Sitting:
    """A new person's first sitting."""
    person = records.people.add(name, NOON)
    return records.sittings.begin(person.id, "first_screening", SCRIPT, MONDAY, NOON, {"weeks_to_release": "14"})


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file's content, to see that a refusal has changed none; the lock file is not content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "vault.lock"
    }


def flipped(path: Path, bit: int) -> Callable[[], None]:
    """Flip one bit of the file; the returned call puts it back."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)

    def restore() -> None:
        content[bit // 8] ^= 1 << bit % 8
        path.write_bytes(content)

    return restore
