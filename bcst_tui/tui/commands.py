"""The command palette: what the keys of this screen do, found by name. Nothing of Textual's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from bcst_tui.tui.keys import BY_ID, shown
from bcst_tui.tui.widgets.watermark import Marked


class Palette(Marked, CommandPalette):
    """Textual's palette, marked like every other window, and clear of the last line."""

    DEFAULT_CSS = """
    Palette > #--container { margin-top: 2; }
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close it, and its clocks first: one that rings while the list is being taken away finds none, and crashes."""
        self._stop_busy_countdown()
        self._stop_no_matches_countdown()
        return super().dismiss(result)


class KeyCommands(Provider):
    """Every action of the key table that works on the screen the palette was called from."""

    async def discover(self) -> Hits:
        for active in self._active():
            yield DiscoveryHit(_name(active), partial(self._run, active), help=active.binding.tooltip)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for active in self._active():
            if (score := matcher.match(_name(active))) > 0:
                run = partial(self._run, active)
                yield Hit(score, matcher.highlight(_name(active)), run, help=active.binding.tooltip)

    def _active(self) -> Iterator[ActiveBinding]:
        told: set[str] = set()
        for active in self.screen.active_bindings.values():
            name = active.binding.id or ""
            if name in BY_ID and name != "palette" and active.enabled and name not in told:
                told.add(name)
                yield active

    async def _run(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)


def _name(active: ActiveBinding) -> str:
    return f"{active.binding.description} ({shown(active.binding.key)})"
