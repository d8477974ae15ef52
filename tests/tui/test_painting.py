"""What a terminal shows is what the screen holds: nothing of the page before stays."""

from __future__ import annotations

import asyncio

import pytest
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from bcst_tui.tui.widgets.turning import turn
from bcst_tui.tui.widgets.watermark import BaseScreen

PAINT = Compositor.render_update
"""As it is where there is a terminal: the other tests of screens leave it out."""
SAID = "\n".join(f"Words shown for a moment, line {line}" for line in range(40))


class _Page(BaseScreen[None]):
    DEFAULT_CSS = """
    _Page VerticalScroll { height: auto; max-height: 60%; }
    _Page #keys { height: auto; }
    _Page #box { display: none; }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(SAID, id="said")
        yield Static("1  Yes\n2  No", id="keys")
        yield Static(id="box")

    async def turn_over(self) -> None:
        """Other words; and before they are laid out, the place of what is nowhere is asked for."""
        self.query_one("#said", Static).update("May I ask?")
        self.query_one("#keys", Static).update("1  Go on")
        while not self._layout_required:
            await asyncio.sleep(0)
        assert not self.query_one("#box").size


class _Terminal(App[None]):
    """Keeps what a terminal would show: what was painted, where it was painted, and before that what stood there."""

    def on_load(self) -> None:
        self.shown = [" " * 80] * 24

    def get_default_screen(self) -> Screen[None]:
        return _Page()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        now = [line.text for line in screen._compositor.render_strips(self.size)]
        match renderable:
            case LayoutUpdate():
                self.shown = now
            case ChopsUpdate():
                for row, start, end in renderable.spans:
                    before = self.shown[row]
                    self.shown[row] = before[:start] + now[row][start:end] + before[end:]
        super()._display(screen, renderable)


def test_nothing_of_the_page_before_stays_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Compositor, "render_update", PAINT)

    async def read_on_and_turn_over() -> None:
        app = _Terminal()
        async with app.run_test(size=(80, 24)) as pilot:
            page = app.screen
            assert isinstance(page, _Page)
            page.query_one(VerticalScroll).scroll_relative(y=5, animate=False)
            await pilot.pause()
            await page.turn_over()
            await pilot.pause()
            assert [line.strip() for line in app.shown if line.strip()] == ["May I ask?", "1  Go on"]

    asyncio.run(read_on_and_turn_over())


def test_two_pages_turned_before_either_is_drawn_are_two_pages() -> None:
    async def turn_twice() -> None:
        app = _Terminal()
        async with app.run_test(size=(80, 24)) as pilot:
            words = app.screen.query_one(VerticalScroll)
            await pilot.pause()
            turn(words, 1)
            turn(words, 1)
            await pilot.pause()
            assert words.scroll_y == 2 * (words.size.height - 1)

    asyncio.run(turn_twice())
