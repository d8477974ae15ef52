"""What the keys of an interview do: which there are, and the help on them."""

from __future__ import annotations

from textual.binding import Binding

from bcst_tui.tui import keys

HELP = (
    "One question at a time. **Digits**, then letters, pick an answer; Enter goes on.\n\n"
    "- **F2** leaves a question and says why.\n"
    "- **F5** easy words, **F7** why we ask.\n"
    "- **Esc** one question back: Enter keeps the answer that is there. When all is asked it leaves.\n"
    "- **Ctrl+Y** says that what was told before is still right.\n"
    "- **Ctrl+Z** takes the last answer back.\n"
    "- **Ctrl+O** shows the person's own copy, as it would be now.\n"
    "- **Ctrl+G** goes to who may be told what.\n"
    "- **Ctrl+R** shows answers that are covered, and covers them again.\n"
    "- **F4** stops for today. Every answer was saved when it was given."
)

BINDINGS: list[Binding] = [
    keys.binding("skip", show=True),
    keys.binding("easy", show=True),
    keys.binding("why", show=True),
    keys.binding("back", show=True),
    keys.binding("stop", show=True),
    keys.binding("still_right", show=True),
    keys.binding("undo"),
    keys.binding("own_copy"),
    keys.binding("consents"),
    keys.binding("reveal"),
    keys.binding("page_up", "turn(-1)"),
    keys.binding("page_down", "turn(1)"),
]
