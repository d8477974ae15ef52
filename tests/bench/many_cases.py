"""Lists, search, Today and opening with ten thousand cases, against a hundred: `python -m tests.bench.many_cases`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from sqlalchemy import Table
from sqlmodel import SQLModel

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import EVERYTHING_OPEN, Wanted, typed
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import Surroundings
from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.answers_file import read_answers
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import read_yaml

FEW, MANY = 100, 10_000
AIM = "≤ 2"
APART = 1_000_000
"""What lies between the numbers of one copied case and the next."""
NOT_COPIED = (
    "vault_state",
    "worker_profile",
    "private_diary",
    "script_version",
    "access_event",
    "feedback",
    "former_reference",
)
MOVED_ON = 'date("{}", "+" || (k % 400) || " days")'
"""What was due on a day is due on another in the next case, so that not all are late at once."""
DATED = {"owed_line": ("due_on", "until"), "case_line": ("late_from", "release_on")}
_FOUND_BY_THEIR_OWN = """
UPDATE case_line
SET sought = replace(sought, 'bc-0001', lower((SELECT reference FROM person WHERE id = person_id)))
"""
ROUNDS = 15
DAY = date(2026, 11, 23)
NARROW = Wanted(release="12_weeks", pathways=frozenset({"ACC"}), is_overdue=True)


def measure(many: int = MANY) -> None:
    """Each in turn over both vaults: the demonstration's person so many times, their days spread over a year."""
    with _cases(FEW) as few, _cases(many) as lots:
        last = max(line.case_id for line in lots.find_cases(EVERYTHING_OPEN).lines)
        for title, done in (
            ("list of cases", lambda book: book.find_cases(EVERYTHING_OPEN)),
            ("search, one letter", lambda book: book.find_cases(typed("b", EVERYTHING_OPEN))),
            ("search, one case", lambda book: book.find_cases(typed("bc-0042", EVERYTHING_OPEN))),
            ("search, nobody", lambda book: book.find_cases(typed("nobody at all", EVERYTHING_OPEN))),
            ("narrowed three ways", lambda book: book.find_cases(NARROW)),
            ("today", lambda book: book.todays_first()),
            ("offered at the start", lambda book: book.unfinished()),
            ("open one case", lambda book: book.open_sitting(1)),
            ("one case's line", lambda book: book.case(last if book is lots else 1)),
            ("list after a change", _listed_after_a_change),
        ):
            _compared(title, many, done, few, lots)


def _compared(title: str, many: int, done: Callable[[Casebook], object], few: Casebook, lots: Casebook) -> None:
    pairs = [(_seconds(done, lots), _seconds(done, few)) for _ in range(ROUNDS)]
    ours, theirs = (median(pair[place] for pair in pairs) for place in (0, 1))
    told = f"{ours * 1000:.1f} ms against {theirs * 1000:.1f} ms"
    print(f"{title}, {many:,} cases against {FEW}: {ours / theirs:.2f} (aim {AIM}; {told})", flush=True)


def _seconds(done: Callable[[Casebook], object], book: Casebook) -> float:
    start = time.perf_counter()
    done(book)
    return time.perf_counter() - start


def _listed_after_a_change(book: Casebook) -> object:
    """As on coming back from an interview: what has changed is worked out first."""
    with book._vault._driven() as connection:
        connection.execute("UPDATE person SET opened_by = opened_by WHERE id = 1")
    return book.find_cases(EVERYTHING_OPEN)


@contextmanager
def _cases(count: int) -> Iterator[Casebook]:
    with tempfile.TemporaryDirectory() as folder:
        texts = read_folder(shipped("interview_scripts").joinpath("bcst2"))
        data = read_folder(shipped("data"))
        around = Surroundings(texts, load_reference(data), lambda: DAY, lambda: datetime.now(UTC))
        file = read_answers(read_yaml(data["demo_answers.yaml"], "demo_answers.yaml"), load_script(texts))
        with played_casebook(Path(folder) / "vault", file, around) as casebook:
            play(casebook, file)
            casebook.cases()
            _copy_case(casebook, count - 1)
            yield casebook


def _copy_case(casebook: Casebook, times: int) -> None:
    """The one case so many times more, with its lines, row by row in the database itself."""
    with casebook._vault._driven() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        held_back = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in held_back:
            connection.execute(f'DROP TRIGGER "{name}"')
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in NOT_COPIED:
                connection.execute(_copying(table, times))
        connection.execute(_FOUND_BY_THEIR_OWN)
        for _, made in held_back:
            connection.execute(made)
        connection.execute("COMMIT")
        connection.execute("PRAGMA foreign_keys = ON")


def _copying(table: Table, times: int) -> str:
    names, values = [], []
    for column in table.columns:
        quoted = f'"{column.name}"'
        is_number = column.name == "id" or any(key.column.name == "id" for key in column.foreign_keys)
        names.append(quoted)
        if table.name == "person" and column.name == "reference":
            values.append("'BC-' || printf('%04d', k + 1)")
        elif column.name in DATED.get(table.name, ()):
            values.append(MOVED_ON.replace("{}", column.name))
        else:
            values.append(f"{quoted} + k * {APART}" if is_number or quoted == '"sitting_id"' else quoted)
    counted = f"WITH RECURSIVE times(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM times WHERE k < {times})"
    copied = f'SELECT {", ".join(values)} FROM "{table.name}", times'
    return f'INSERT INTO "{table.name}" ({", ".join(names)}) {counted} {copied}'


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
