"""Exports on disk: whole or not at all, private, never over another file unasked."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from bcst_tui.errors import ExportRefused
from bcst_tui.export.files import file_name, write_file
from tests.export.cases import TODAY

NAME = "BC-0001-WK-2026-03-03.md"


def test_the_name_holds_reference_reader_and_date() -> None:
    assert file_name("BC-0001", "CELL", TODAY) == "BC-0001-CELL-2026-03-03.md"


@pytest.mark.parametrize("reference", ["", "Sam Rowe", "../BC", "BC/1", "BC\n1", "CON.", "a.b"])
def test_a_reference_that_could_hold_a_name_or_a_path_is_refused(reference: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        file_name(reference, "WK", TODAY)
    assert not reference or reference not in str(refused.value)


def test_the_text_is_written_whole_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    written = write_file(tmp_path, NAME, "# Plan\n\nŁódź\n")
    assert written.read_bytes() == "# Plan\n\nŁódź\n".encode()
    assert os.listdir(tmp_path) == [NAME]


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    mode = stat.S_IMODE(write_file(tmp_path, NAME, "words").stat().st_mode)
    # Windows keeps files private by folder; modes do nothing there.
    assert os.name != "posix" or mode == 0o600


def test_another_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    write_file(tmp_path, NAME, "first")
    with pytest.raises(ExportRefused, match="is there already") as refused:
        write_file(tmp_path, NAME, "second")
    assert refused.value.remedy
    assert (tmp_path / NAME).read_text() == "first"
    assert os.listdir(tmp_path) == [NAME]


def test_it_is_written_over_when_asked(tmp_path: Path) -> None:
    write_file(tmp_path, NAME, "first")
    write_file(tmp_path, NAME, "second", overwrite=True)
    assert (tmp_path / NAME).read_text() == "second"


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="is not there"):
        write_file(tmp_path / "gone", NAME, "words")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "can't be written to"),
        (errno.EACCES, "can't be written to"),
        (errno.EIO, "was not written"),
    ],
)
def test_a_mishap_of_the_disk_is_told_and_leaves_nothing(
    number: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(ExportRefused, match=told) as refused:
        write_file(tmp_path, NAME, "a secret answer")
    assert "secret" not in str(refused.value)
    assert os.listdir(tmp_path) == []


def test_a_disk_without_hard_links_still_gets_the_file_and_still_keeps_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    write_file(tmp_path, NAME, "first")
    with pytest.raises(ExportRefused, match="is there already"):
        write_file(tmp_path, NAME, "second")
    assert (tmp_path / NAME).read_text() == "first"


def test_a_file_that_comes_to_stand_there_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / NAME
    sync = os.fsync

    def somebody_else_is_quicker(handle: int) -> None:
        sync(handle)
        target.write_text("theirs")

    monkeypatch.setattr(os, "fsync", somebody_else_is_quicker)
    with pytest.raises(ExportRefused, match="is there already"):
        write_file(tmp_path, NAME, "ours")
    assert target.read_text() == "theirs"
    assert os.listdir(tmp_path) == [NAME]
