"""The real app made to crash, and one for a pseudo-terminal that tells when what is half typed has been kept.

Run as `python -m tests.tui.misbehaving FOLDER`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from textual import work

from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.values import Sitting
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.safety import keep_python_quiet
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
    """The app with one case in it; its name line says when what is half typed has been kept."""

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
            self.notify("draft is kept")

        casebook.keep_draft = keep_and_tell  # type: ignore[method-assign]
        keep_form = Writing.keep

        def keep_form_and_tell(writing: Writing, written: Mapping[str, str | None]) -> None:
            keep_form(writing, written)
            self.notify("form is kept")

        Writing.keep = keep_form_and_tell  # type: ignore[method-assign, assignment]


def fall_over(passphrase: str) -> None:
    told = {"answer": passphrase}
    raise KeyError(f"{told} {passphrase}")


def main() -> None:
    keep_python_quiet()
    app = Typing(Path(sys.argv[1]))
    app.run()
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
