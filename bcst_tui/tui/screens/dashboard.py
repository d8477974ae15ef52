"""The trainer's dashboard: small charts by code, to read; and from it a rehearsal to show a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.errors import BcstError
from bcst_tui.training.dashboard_drawing import sections
from bcst_tui.tui.keys import binding
from bcst_tui.tui.screens.present import PresentScreen
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.trainers import TrainersCasebook

ONE_MOMENT = "One moment: every rehearsal is played through again."
MOST_LISTED = 30
TOLD_SECONDS = 60.0
ROOM = 4
"""Columns that are not the charts': the space at both sides and the bar to scroll by."""


class DashboardScreen(WholeScreen[None]):
    """Codes only; nobody is placed above anybody, and nothing can be changed here."""

    BINDINGS = [
        binding("page_down", "turn(1)", show=True),
        binding("page_up", "turn(-1)", show=True),
        binding("plan", "present", label="Show a group", show=True),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "Every rehearsal that was ended, by the code of who held it. It is for learning: there is no pass mark and no "
        "order of merit, and the four results are never added up.\n\n"
        "**P** shows one rehearsal to a group, turn by turn, with no points and nobody's code in it.\n\n"
        "`bcst train dashboard --write` keeps the same as a page, with `--csv` as a table."
    )
    DEFAULT_CSS = """
    DashboardScreen VerticalScroll { height: 1fr; padding: 1 1 0 2; scrollbar-size-vertical: 1; }
    DashboardScreen VerticalScroll Static { height: auto; }
    DashboardScreen .title { text-style: bold; color: $primary; }
    DashboardScreen .chart { margin: 0 0 1 0; }
    """

    def __init__(self, casebook: TrainersCasebook) -> None:
        super().__init__()
        self._casebook = casebook

    def compose(self) -> ComposeResult:
        yield TitleLine("Dashboard", "codes only")
        with VerticalScroll():
            yield Static(ONE_MOMENT, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(self._draw)

    async def _draw(self) -> None:
        """Every rehearsal is played again for it, which takes a moment."""
        charts = self.query_one(VerticalScroll)
        drawn = sections(self._casebook.dashboard(), self.app.size.width - ROOM)
        await charts.remove_children()
        for section in drawn:
            await charts.mount(Static(section.title, classes="title", markup=False))
            await charts.mount(Static("\n".join(section.lines), classes="chart", markup=False))

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def action_back(self) -> None:
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._casebook.rehearsals()) if action == "present" else True

    def action_present(self) -> None:
        self.run_worker(self._present(), exclusive=True)

    async def _present(self) -> None:
        """Which one is told by its number, person and day: the list may be projected too."""
        held = self._casebook.rehearsals()[-MOST_LISTED:]
        lines = [f"rehearsal {one.id}: {one.persona}, {one.begun_at.astimezone():%d %b %H:%M}" for one in held]
        place = await self.app.push_screen_wait(ChooseOne("Which one?", lines, "A key chooses · Esc goes back"))
        if place is None:
            return
        try:
            self.app.push_screen(PresentScreen(held[place], self._casebook.frames(held[place].id)))
        except BcstError as refused:
            self.app.notify(str(refused), severity="error", timeout=TOLD_SECONDS)
