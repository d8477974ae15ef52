"""The real app made to crash, and one for a pseudo-terminal that tells how much of what is half typed has been kept.

Run as `python -m tests.tui.misbehaving FOLDER KEY… WORDS`: these keys, then these words into the field they lead to.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from textual import work
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.values import Sitting
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.safety import keep_python_quiet
from tests.tui.driving import Driver
from tests.tui.hostile import CANARY
from tests.tui.rooms import PASSPHRASE, WORD, OpenDoors


class Crashing(BcstApp):
    """F8 crashes it, with a canary in a local variable, in the message and in a repr."""

    def __init__(self, kind: str, doors: OpenDoors) -> None:
        super().__init__(doors, clocks=Clocks())
        self._doors_open = doors
        self._kind = kind

    def on_mount(self) -> None:
        super().on_mount()
        casebook = self._doors_open.unlock(PASSPHRASE)
        self.call_after_refresh(self.post_message, self.Opened(casebook, WORD))

    def action_now(self) -> None:
        match self._kind:
            case "handler":
                fall_over(CANARY)
            case "worker":
                self._in_worker()
            case "thread":
                self._in_thread()

    @work
    async def _in_worker(self) -> None:
        fall_over(CANARY)

    @work(thread=True)
    def _in_thread(self) -> None:
        fall_over(CANARY)


class Typing(BcstApp):
    """The app with one case in it; it says how many letters of what is half typed have been kept."""

    def __init__(self, folder: Path) -> None:
        self._doors_open = OpenDoors(folder, names=(CANARY,))
        super().__init__(self._doors_open, clocks=Clocks())

    def on_mount(self) -> None:
        super().on_mount()
        casebook = self._doors_open.unlock(PASSPHRASE)
        self.call_after_refresh(self.post_message, self.Opened(casebook, WORD))
        keep = casebook.keep_draft

        def keep_and_tell(sitting: Sitting, question_id: str, text: str) -> None:
            keep(sitting, question_id, text)
            self.notify(f"{len(text)} letters are kept")

        casebook.keep_draft = keep_and_tell  # type: ignore[method-assign]
        keep_form = Writing.keep

        def keep_form_and_tell(writing: Writing, written: Mapping[str, str | None]) -> None:
            keep_form(writing, written)
            letters = sum(len(words or "") for words in written.values())
            self.notify(f"{letters} letters are kept")

        Writing.keep = keep_form_and_tell  # type: ignore[method-assign, assignment]


def fall_over(passphrase: str) -> None:
    told = {"answer": passphrase}
    raise KeyError(f"{told} {passphrase}")


def main() -> None:
    keep_python_quiet()
    folder, *keys, words = sys.argv[1:]
    app = Typing(Path(folder))

    async def half_type(pilot: Pilot[object]) -> None:
        at = Driver(pilot.app)
        await at.until_on("CasesScreen")
        await at.press(*keys)
        await at.until(lambda: isinstance(at.screen.focused, Input | TextArea), "a field to type in")
        await at.type(words)

    app.run(auto_pilot=half_type)
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
