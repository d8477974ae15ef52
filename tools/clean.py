"""Take away what was built or cached here, and with `--all` the virtual environment; nothing git holds."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ("build", "dist")
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache")
CODE = ("bcst_tui", "tests", "bench", "tools")


def main(arguments: list[str]) -> None:
    """Remove each of them that is there."""
    names = (*BUILT, *CACHES, ".venv") if "--all" in arguments else (*BUILT, *CACHES)
    compiled = [folder for name in CODE for folder in (ROOT / name).rglob("__pycache__")]
    for folder in [ROOT / name for name in names] + compiled:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
