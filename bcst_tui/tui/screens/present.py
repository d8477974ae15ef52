"""A rehearsal for a group to look at: one turn filling the screen, with no points, no trust and nobody's code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.training.presenting import LAST, WIDEST, Frame, slide
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import KeptAttempt


class PresentScreen(WholeScreen[None]):
    """Enter shows the next turn, Esc the one before; after the last, and before the first, it ends."""

    HELP: ClassVar[str] = (
        "For a group, projected: make the letters of the terminal as large as the room needs.\n\n"
        "- **Enter** shows the next turn, **Esc** the one before; **F4** leaves.\n"
        "- Everybody codes for themselves: `bcst train code` prints the sheet to code by. Talk first; the model comes "
        "afterwards."
    )
    BINDINGS = [
        binding("open", "next_turn", label="Next turn", show=True),
        binding("back", show=True),
        binding("stop", "leave", label="Leave", show=True),
        binding("page_down", "turn(1)"),
        binding("page_up", "turn(-1)"),
    ]
    DEFAULT_CSS = f"""
    PresentScreen VerticalScroll {{ height: 1fr; padding: 1 2; align: center middle; scrollbar-size-vertical: 1; }}
    PresentScreen #turn {{ width: {WIDEST}; max-width: 100%; height: auto; text-style: bold; }}
    """

    def __init__(self, kept: KeptAttempt, frames: tuple[Frame, ...]) -> None:
        super().__init__()
        self._about = f"{kept.persona}, seed {kept.seed}"
        self._frames = frames
        self._at = 0

    def compose(self) -> ComposeResult:
        yield TitleLine("For the group", self._about)
        with VerticalScroll(can_focus=False):
            yield Static("", id="turn", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def action_next_turn(self) -> None:
        self._go(1)

    def action_back(self) -> None:
        self._go(-1)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def _go(self, turns: int) -> None:
        self._at += turns
        if 0 <= self._at < len(self._frames):
            self._draw()
        else:
            self.dismiss(None)

    def _draw(self) -> None:
        lines = slide(self._frames[self._at], self.size.width - 4)
        last = ("", LAST) if self._at == len(self._frames) - 1 else ()
        self.query_one("#turn", Static).update("\n".join((*lines, *last)))
        self.query_one(VerticalScroll).scroll_home(animate=False)
