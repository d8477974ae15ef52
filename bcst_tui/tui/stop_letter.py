"""After something was stopped: what had gone already, and the letter that asks them to stop using it (J12)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.consent_words import FOLDER_ASKED, LETTER, stopped
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.folders import folder_named, written
from bcst_tui.tui.widgets.choosing import SayInALine
from bcst_tui.tui.widgets.read_first import ReadFirst

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.consent_values import Withdrawn
    from bcst_tui.casebook.values import Preview


async def tell_stopped(app: App[Any], casebook: Casebook, case_id: int, withdrawn: Withdrawn) -> None:
    """Say that it has stopped and what went before; write the letter if it is wanted."""
    choices = ("Back", LETTER) if withdrawn.gone else ("Back",)
    title = f"{withdrawn.title}: stopped"
    if await app.push_screen_wait(ReadFirst(title, stopped(withdrawn), choices)) != 1:
        return
    await write_stop_letter(app, casebook, case_id, withdrawn.agency)


async def write_stop_letter(app: App[Any], casebook: Casebook, case_id: int, agency: str) -> None:
    """Show the letter to an agency, and write it if it is wanted."""
    await write_letter(app, casebook, case_id, casebook.stop_letter(case_id, agency))


async def write_letter(app: App[Any], casebook: Casebook, case_id: int, shown: Preview | Rejection) -> None:
    """Show this letter, or why there is none, and write it if it is wanted."""
    if isinstance(shown, Rejection):
        await app.push_screen_wait(ReadFirst(shown.reason, (), ("Back",)))
        return
    if await app.push_screen_wait(ReadFirst("The letter", (shown.seen,), ("Back", "Write it to a folder"))) != 1:
        return
    typed = await app.push_screen_wait(SayInALine(FOLDER_ASKED, words=str(Path.home())))
    if typed is None:
        return
    folder = folder_named(typed)
    file = await written(
        app, folder / shown.file_name, lambda overwrite: casebook.write_stop_letter(case_id, shown, folder, overwrite)
    )
    told = file.reason if isinstance(file, Rejection) else f"Written: {file}"
    await app.push_screen_wait(ReadFirst(told, (), ("Back",), "Enter goes back"))
