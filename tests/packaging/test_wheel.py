"""bcst as people receive it: from a wheel, as a zipapp and in place, run from another folder, offline."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipapp
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.effort import TORTURE

ROOT = Path(__file__).resolve().parents[2]
DEPENDENCIES = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
Ended = subprocess.CompletedProcess[str]
WAYS = ("wheel", "zipapp", "in place")
PLAYED_IN = WAYS if TORTURE else ("zipapp",)
"""It is made of what the wheel holds, and has no folder to fall back on."""


@dataclass(frozen=True)
class Copy:
    """One copy of bcst, ready to run: what starts it, and what starts a Python that sees it."""

    command: list[str]
    python: list[str]
    environment: dict[str, str]
    folder: Path

    def run(self, *arguments: str) -> Ended:
        return run([*self.command, *arguments], self.folder, self.environment)

    def says(self, program: str) -> str:
        return run([*self.python, "-c", program], self.folder, self.environment).stdout.strip()


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Ended:
    """Run it without a terminal; what it printed comes with a failure."""
    ended = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
    )
    assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"
    return ended


def built(kind: str, source: Path, target: Path) -> Path:
    """The wheel or sdist that hatchling makes of a source tree."""
    run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)], source)
    return next(target.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def data_files() -> set[str]:
    """Every YAML file of the two folders, as git would name it."""
    folders = (ROOT / "interview_scripts", ROOT / "data")
    return {path.relative_to(ROOT).as_posix() for folder in folders for path in folder.rglob("*.yaml")}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked somewhere else."""
    place = tmp_path_factory.mktemp("source")
    with tarfile.open(built("sdist", ROOT, place / "sdist")) as archive:
        archive.extractall(place / "unpacked", filter="data")
    return next((place / "unpacked").iterdir())


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built of what the source archive holds, as those build it who receive that."""
    return built("wheel", source, tmp_path_factory.mktemp("wheel"))


def in_place(target: Path) -> Path:
    """The wheel that `pip install --editable` makes of this folder and installs."""
    program = f"from hatchling.build import build_editable; build_editable({str(target)!r})"
    run([sys.executable, "-c", program], ROOT)
    return next(target.glob("*.whl"))


def quiet_environment(home: Path) -> dict[str, str]:
    """This machine's environment without anything that steers Python or bcst."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BCST_", "TEXTUAL"))}
    return kept | {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"}


def installed(wheel: Path, place: Path) -> Copy:
    """An empty environment with this wheel in it, which borrows the dependencies of the running one."""
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-qq",
        "--no-deps",
        "--no-index",
        "--no-compile",
    ]
    run([*pip, str(wheel)], place)
    libraries = run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], place).stdout.strip()
    (Path(libraries) / "borrowed.pth").write_text("\n".join(DEPENDENCIES), encoding="utf-8")
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    bcst = scripts / ("bcst.exe" if os.name == "nt" else "bcst")
    return Copy([str(bcst)], [str(python)], quiet_environment(elsewhere), elsewhere)


def zipped(wheel: Path, place: Path) -> Copy:
    """One file to run, made of what the wheel holds, in an environment that has the dependencies only."""
    venv.create(place / "venv", with_pip=False)
    python = place / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "unpacked")
    file = place / "bcst.pyz"
    zipapp.create_archive(place / "unpacked", file, main="bcst_tui.cli:main")
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    environment = quiet_environment(elsewhere) | {"PYTHONPATH": os.pathsep.join([str(file), *DEPENDENCIES])}
    return Copy([str(python), str(file)], [str(python)], environment, elsewhere)


@pytest.fixture(scope="module")
def installed_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return installed(wheel, tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="module", params=WAYS)
def bcst(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    if request.param == "zipapp":
        return zipped(wheel, tmp_path_factory.mktemp("zipapp"))
    if request.param == "in place":
        return installed(in_place(tmp_path_factory.mktemp("editable")), tmp_path_factory.mktemp("copy"))
    copy: Copy = request.getfixturevalue("installed_wheel")
    return copy


def test_it_tells_its_version(bcst: Copy) -> None:
    from bcst_tui import __version__

    assert __version__ in bcst.run("--version").stdout


def test_it_finds_every_script_and_all_reference_data(bcst: Copy) -> None:
    program = (
        "from bcst_tui.config import read_folder, shipped\n"
        "for name in ('interview_scripts', 'data'):\n"
        "    for file in read_folder(shipped(name)): print(f'{name}/{file}')"
    )
    assert set(bcst.says(program).splitlines()) == data_files()


@pytest.mark.parametrize("bcst", PLAYED_IN, indirect=True)
def test_the_demo_ends_in_a_plan_and_asks_nothing(bcst: Copy) -> None:
    assert bcst.run("demo").stdout.strip()


def test_the_wheel_is_the_copy_that_ran(installed_wheel: Copy) -> None:
    place = installed_wheel.folder.parent
    assert Path(installed_wheel.says("import bcst_tui; print(bcst_tui.__file__)")).is_relative_to(place)


def test_the_wheel_holds_the_package_and_its_two_folders_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        packed = {name: archive.read(f"bcst_tui/{name}") for name in data_files()}
    assert packed == {name: (ROOT / name).read_bytes() for name in packed}
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"bcst_tui"}


def test_the_source_archive_holds_all_it_takes_to_build_and_test(source: Path, wheel: Path) -> None:
    needed = {"Makefile", "requirements.lock", "README.md", "CHANGELOG.md", "tests/conftest.py", "tools/set_up.py"}
    assert {name for name in needed | data_files() if not (source / name).is_file()} == set()
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "bcst_tui").rglob("*.py")}
    with zipfile.ZipFile(wheel) as archive:
        assert code <= set(archive.namelist())
