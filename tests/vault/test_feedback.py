"""Feedback: kept, counted by month, and nobody's."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.vault.values import Feedback
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY
from tests.vault.pages import decrypted

KEYS = ("70", "10", "40", "90", "20", "60", "30")


def add(vault: Vault, key: str, month: str = "2026-11") -> None:
    with vault.session() as records:
        records.feedback.add(key, month, Feedback(3, None, 5, f"thought-{key}"))


def test_what_was_said_comes_back_by_month(vault: Vault) -> None:
    add(vault, "b", "2026-11")
    add(vault, "a", "2026-12")
    with vault.session() as records:
        assert records.feedback.of_month("2026-11") == [Feedback(3, None, 5, "thought-b")]
        assert records.feedback.of_month("2026-10") == []


def test_no_column_names_a_person_a_sitting_or_a_time(vault: Vault) -> None:
    with vault.session() as records:
        read = records._session.connection().exec_driver_sql
        columns = [row[1] for row in read("PRAGMA table_info(feedback)")]
        assert not list(read("PRAGMA foreign_key_list(feedback)"))
    assert columns == ["id", "month", "dealt_with", "listened", "again", "words"]


def test_not_even_the_places_in_the_file_tell_in_which_order_they_were_given(vault: Vault, folder: Path) -> None:
    for key in KEYS:
        add(vault, key)
    vault.close()
    pages = [page for page in decrypted(folder / "vault.db", KEY) if b"thought-" in page]
    (page,) = pages
    lying = sorted(KEYS, key=lambda key: page.index(f"thought-{key}".encode()), reverse=True)
    assert lying == sorted(KEYS), "a page is filled from its end: the first written lies last"
    assert page.count(b"thought-") == len(KEYS), "nothing is left of how it lay before"
