"""A real disk of two megabytes that fills up: nothing that was saved is lost, and the room that was kept is enough."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vault.invented import KEY, WORKER, begun
from tests.vault.ready import let_go, ready_vault

SMALL_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
MOUNTED = 'mount -t tmpfs -o size=7m small "$1"'
FILL = """
import sys
from pathlib import Path
from bcst_tui.errors import NotSaved
from bcst_tui.vault import opening, spare_room
from tests.vault.invented import KEY, NOON, said

opening.check_room.__defaults__ = (0,)
spare_room.BYTES = 800_000
others = Path(sys.argv[1]) / "others"
others.write_bytes(bytes(4_000_000))
vault = opening.open_vault(Path(sys.argv[1]) / "vault", KEY)
spare_room.keep(vault.folder)
with vault.session() as records:
    sitting = records.sittings.unfinished()[0]


def save():
    with vault.session() as records:
        return records.sittings.append_move(sitting.id, said("word " * 200), NOON)


saved, refusals = 0, []
while len(refusals) < 2:
    try:
        saved = save()
    except NotSaved as refused:
        refusals.append(saved)
        assert "NOT saved" in str(refused)
        with vault.session() as records:
            assert records.sittings.get(sitting.id).moves == saved
first, second = refusals
assert second > first > 0, refusals
vault._engine.dispose()
opening.release(vault.folder.database)
vault._lock.release()
others.unlink()
again = opening.open_vault(Path(sys.argv[1]) / "vault", KEY)
with again.session() as records:
    assert records.sittings.get(sitting.id).moves == saved
print(first, second)
"""


def has_small_disks() -> bool:
    """Whether this system lets somebody mount one for themselves alone."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run([*SMALL_DISK, "mount -t tmpfs small /mnt"], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_small_disks(), reason="a disk of one's own needs Linux and a namespace for it")
def test_a_disk_that_is_really_full_loses_nothing_and_takes_more_once_the_room_is_let_go(tmp_path: Path) -> None:
    made = ready_vault(tmp_path / "made" / "vault", KEY, WORKER)
    with made.session() as records:
        begun(records)
    made.close()
    let_go(made)
    disk = tmp_path / "disk"
    disk.mkdir()
    inside = f'{MOUNTED} && cp -r "$2" "$1" && "$3" -c "$4" "$1"'
    done = subprocess.run(
        [*SMALL_DISK, inside, "sh", disk, tmp_path / "made" / "vault", sys.executable, FILL],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    first, second = map(int, done.stdout.split())
    assert second - first > 10
