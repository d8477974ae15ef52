"""Lists, search and opening with many cases, against a hundred: `python -m tests.bench.many_cases [10000]`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from statistics import median

from sqlalchemy import Table
from sqlmodel import SQLModel

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.casebook.values import CaseLine, Surroundings
from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.answers_file import read_answers
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script
from bcst_tui.tui.screens.cases import holds
from bcst_tui.yaml_text import read_yaml

FEW, MANY = 100, 1000
APART = 1_000_000
"""What lies between the numbers of one copied case and the next."""
OF_NOBODY = ("vault_state", "worker_profile", "script_version", "access_event", "feedback", "former_reference")
ROUNDS = 7
DAY = date(2026, 11, 23)


def measure(many: int = MANY) -> None:
    """Each in turn over both vaults, the demonstration's person being in them so many times."""
    with _cases(FEW) as few, _cases(many) as lots:
        last = max(line.case_id for line in lots.cases())
        for title, done in (
            ("first list of cases", _first_list),
            ("list of cases", lambda book: book.cases()),
            ("today", lambda book: book.todays()),
            ("search", _searched),
            ("open one case", lambda book: book.open_sitting(1)),
            ("one case's line", lambda book: book.case(last if book is lots else 1)),
        ):
            _compared(title, many, done, few, lots)


def _compared(title: str, many: int, done: Callable[[Casebook], object], few: Casebook, lots: Casebook) -> None:
    pairs = [(_seconds(done, lots), _seconds(done, few)) for _ in range(ROUNDS)]
    ours, theirs = (median(pair[place] for pair in pairs) for place in (0, 1))
    told = f"{ours * 1000:.1f} ms against {theirs * 1000:.1f} ms"
    print(f"{title}, {many} cases against {FEW}: {ours / theirs:.2f} ({told})", flush=True)


def _seconds(done: Callable[[Casebook], object], book: Casebook) -> float:
    start = time.perf_counter()
    done(book)
    return time.perf_counter() - start


def _first_list(book: Casebook) -> object:
    """As after unlocking, when nothing is remembered yet."""
    book._known_to_owe.clear()
    return book.cases()


@cache
def _lines(book: Casebook) -> tuple[CaseLine, ...]:
    return book.cases()


def _searched(book: Casebook) -> object:
    """What one more letter costs while somebody searches: the lines are there already."""
    return [line for line in _lines(book) if holds(line, "bc 42 complet")]


@contextmanager
def _cases(count: int) -> Iterator[Casebook]:
    with tempfile.TemporaryDirectory() as folder:
        texts = read_folder(shipped("interview_scripts").joinpath("bcst2"))
        data = read_folder(shipped("data"))
        around = Surroundings(texts, load_reference(data), lambda: DAY, lambda: datetime.now(UTC))
        file = read_answers(read_yaml(data["demo_answers.yaml"], "demo_answers.yaml"), load_script(texts))
        with played_casebook(Path(folder) / "vault", file, around) as casebook:
            play(casebook, file)
            _copy_case(casebook, count - 1)
            yield casebook


def _copy_case(casebook: Casebook, times: int) -> None:
    """The one case so many times more, row by row in the database itself."""
    with casebook._vault._driven() as connection:
        connection.execute("BEGIN")
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in OF_NOBODY:
                connection.execute(_copying(table, times))
        connection.execute("COMMIT")


def _copying(table: Table, times: int) -> str:
    names, values = [], []
    for column in table.columns:
        quoted = f'"{column.name}"'
        is_number = column.name == "id" or any(key.column.name == "id" for key in column.foreign_keys)
        names.append(quoted)
        if table.name == "person" and column.name == "reference":
            values.append("'BC-' || substr('0000' || (k + 1), -5)")
        else:
            values.append(f"{quoted} + k * {APART}" if is_number else quoted)
    counted = f"WITH RECURSIVE times(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM times WHERE k < {times})"
    copied = f'SELECT {", ".join(values)} FROM "{table.name}", times'
    return f'INSERT INTO "{table.name}" ({", ".join(names)}) {counted} {copied}'


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
