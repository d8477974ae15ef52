"""What the keys of the private part do: which there are, and the help on them."""

from __future__ import annotations

from textual.binding import Binding

from bcst_tui.tui import keys

HELP = (
    "A part for two. **Digits**, then letters, answer; **Enter** goes on where several may be ticked.\n\n"
    "- **Space** shows what is to be said, where somebody might be looking; in easy words, the next line.\n"
    "- **F2** goes past this, and every time that is fine.\n"
    "- **F3** pauses, **F4** comes to a good end from anywhere, **F9** hides at once.\n"
    "- **F6** they have just told you something. **F8** something can't wait.\n"
    "- **F5** easy words, **F7** why we ask.\n"
    "- **Ctrl+R** shows everything, for you alone. Hiding covers it again.\n\n"
    "It hides itself after a minute and a half without a key. Hiding is no help against a camera, or somebody "
    "who has seen it already; until bcst locks, the key is in memory behind the cover."
)

BINDINGS: list[Binding] = [
    keys.binding("skip", show=True),
    keys.binding("stop", show=True),
    keys.binding("easy", show=True),
    keys.binding("why"),
    keys.binding("reveal"),
    keys.binding("page_up", "turn(-1)"),
    keys.binding("page_down", "turn(1)"),
]
