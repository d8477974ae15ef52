"""Files written into a folder somebody typed: never over another unasked, and what the disk refuses is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from bcst_tui.errors import BcstError
from bcst_tui.export.files import folder_named as folder_named
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.widgets.choosing import ChooseOne

PATH = "The file: type its path, or drop the file here"
LONGEST_PATH = 1000
FOLDER = "The folder to write it into"
OF_TODAY = "One of today is there already."
REPLACE = ("Leave it as it is", "Write over it")
LEFT = "Nothing was written: the file that is there stays."
NO_FOLDER = "That folder can't be used, so nothing was written. Choose another one."


async def written(app: App[Any], file: Path, write: Callable[[bool], Path], there: str = OF_TODAY) -> Path | Rejection:
    """Write the file, over one of the same name only where the worker says so; or why nothing was written."""
    overwrite = _is_there(file)
    if overwrite and await app.push_screen_wait(ChooseOne(there, REPLACE)) != 1:
        return Rejection(LEFT)
    try:
        return write(overwrite)
    except BcstError as refused:
        return Rejection(str(refused))
    except (OSError, ValueError):
        return Rejection(NO_FOLDER)


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        return False
