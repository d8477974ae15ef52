"""From the list of cases to the figures of a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.tui.screens.figures import FiguresScreen
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.read_first import ReadFirst

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

NONE_YET = "No quarter with an interview in it is over yet, so there are no figures."
MOST = 12


async def choose_figures(app: App[Any], casebook: Casebook) -> None:
    """Which quarter, of those that are over; then its figures."""
    quarters = casebook.quarters()[:MOST]
    if not quarters:
        await app.push_screen_wait(ReadFirst(NONE_YET, (), ("Back",)))
        return
    place = await app.push_screen_wait(ChooseOne("Figures of which quarter?", [one.words for one in quarters]))
    if place is not None:
        app.push_screen(FiguresScreen(casebook, casebook.figures(quarters[place])))
