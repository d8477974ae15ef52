"""Where a file is to go: asked in one line, and never over another file unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bcst_tui.errors import BcstError
from bcst_tui.export.files import AlreadyThere, folder_named
from bcst_tui.line_mode.prompts import Lines, choose, in_words

WHERE = "The folder to write it into; Enter alone writes nothing"
NOT_WRITTEN = "Nothing was written."


def write_into_a_folder(lines: Lines, write: Callable[[Path, bool], Path], where: str = WHERE) -> Path | None:
    """Ask for the folder and write; None, and said why, where nothing was written."""
    typed = in_words(lines, where).strip()
    if not typed:
        lines.say(NOT_WRITTEN)
        return None
    folder = folder_named(typed)
    try:
        return write(folder, False)
    except AlreadyThere:
        lines.heading("One of today is there already.")
    except BcstError as refused:
        lines.say(f"! {refused}")
        return None
    if choose(lines, ("Leave it as it is", "Write over it")) == 0:
        lines.say(NOT_WRITTEN)
        return None
    try:
        return write(folder, True)
    except BcstError as refused:
        lines.say(f"! {refused}")
        return None
