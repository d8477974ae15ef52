"""The app: opens and closes the casebook, and has the keys that work everywhere.

Nothing of the store or the domain is imported before the first screen stands.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.message import Message
from textual.screen import Screen

from bcst_tui.config import Settings
from bcst_tui.errors import BcstError
from bcst_tui.tui.commands import KeyCommands, Palette
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.keys import BY_ID, binding, keymap, shown
from bcst_tui.tui.opening import Doors, VaultDoors
from bcst_tui.tui.safety import keep_python_quiet
from bcst_tui.tui.screen_ways import ScreenWays
from bcst_tui.tui.screens.unlock import UnlockScreen
from bcst_tui.tui.themes import THEMES

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.tui.screens.setup import SetUp

WIDE = 100
WARNED_SECONDS = 60.0


class BcstApp(ScreenWays, inherit_bindings=False):
    """bcst on a terminal."""

    COMMANDS = {KeyCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    BINDINGS = [
        binding("help", show=True),
        binding("hide", show=True),
        binding("pause"),
        binding("heard"),
        binding("now"),
        binding("today"),
        binding("palette", "command_palette"),
        binding("quit"),
    ]

    class Opened(Message):
        """Posted when the passphrase has opened a casebook, or a new one was made."""

        def __init__(self, casebook: Casebook, word: str) -> None:
            super().__init__()
            self.casebook = casebook
            self.word = word

    class Refused(Message):
        """Posted when it did not open."""

        def __init__(self, error: BcstError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, doors: Doors, settings: Settings | None = None, clocks: Clocks | None = None) -> None:
        super().__init__(settings or Settings(), clocks)
        self._doors = doors
        self._wear("first.tcss")
        self.set_keymap(keymap(self._settings.keys))
        for theme in THEMES.values():
            self.register_theme(theme)
        self.set_reactive(BcstApp.theme, THEMES[self._settings.theme].name)  # set, it would parse all styles twice
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        if self._doors.looks_set_up():
            return UnlockScreen()
        from bcst_tui.tui.screens.setup import SetupScreen

        return SetupScreen()

    def on_mount(self) -> None:
        super().on_mount()
        if self._doors.was_cut_off():
            self.cover_first()
        self.screen.call_after_refresh(self._first_screen_stands)

    def _first_screen_stands(self) -> None:
        self._wear("app.tcss")
        self._make_ready()

    def _wear(self, styles: str) -> None:
        """Take these styles on; read as a resource, so that it works inside a zip too."""
        self.stylesheet.add_source((get_data("bcst_tui.tui", styles) or b"").decode(), (styles, ""))

    @work(thread=True, description="make ready")
    def _make_ready(self) -> None:
        """Import and read the rest while the passphrase is typed."""
        import bcst_tui.tui.screens.cases
        import bcst_tui.tui.screens.sections  # noqa: F401

        self._doors.make_ready()

    # opening and closing

    @on(UnlockScreen.Submitted)
    def _submitted(self, submitted: UnlockScreen.Submitted) -> None:
        self._unlock(submitted.passphrase, submitted.word)

    @work(thread=True, description="unlock")
    def _unlock(self, passphrase: str, word: str) -> None:
        try:
            self.post_message(self.Opened(self._doors.unlock(passphrase), word))
        except BcstError as error:
            self.post_message(self.Refused(error))

    def on_setup_screen_finished(self, finished: Any) -> None:
        self._create(finished.given)

    @work(thread=True, description="create")
    def _create(self, given: SetUp) -> None:
        try:
            self.post_message(self.Opened(self._doors.create(given), given.word))
        except BcstError as error:
            self.post_message(self.Refused(error))

    @on(Refused)
    def _refused(self, refused: Refused) -> None:
        for screen in self.screen_stack:
            if hasattr(screen, "refuse"):
                screen.refuse(refused.error.message, refused.error.remedy)

    @on(Opened)
    def _opened(self, opened: Opened) -> None:
        self._casebook = opened.casebook
        self.choose_word(opened.word)
        self.screen_stack[0].remove_children()
        self.push_screen(self.first_screen())
        if opened.casebook.warning:
            self.notify(opened.casebook.warning, severity="warning", timeout=WARNED_SECONDS)

    def first_screen(self) -> Screen[Any]:
        """What stands once the casebook is open."""
        from bcst_tui.tui.screens.cases import CasesScreen

        return CasesScreen(self._held)

    def seconds_until_lock(self) -> float | None:
        if self._casebook is None:
            return None
        if self.private is not None:
            return self.seconds_until_lock_in_private()
        asking = any(type(screen).__name__ == "InterviewScreen" for screen in self.screen_stack)
        return float(self._settings.interview_lock_seconds if asking else self._settings.lock_seconds)

    def close_everything(self) -> None:
        if self._casebook is not None:
            casebook, self._casebook = self._casebook, None
            casebook.close()

    async def action_quit(self) -> None:
        self.put_away()
        if self.private is not None:
            self.private.lock_away("idle")
        self.close_everything()
        self.exit(return_code=0)

    # keys that work everywhere

    def action_help(self) -> None:
        from bcst_tui.tui.screens.help import HelpScreen

        words = str(getattr(self.screen, "HELP", "")) or "Esc goes back."
        told: dict[str, tuple[str, str, str]] = {}
        for active in self.screen.active_bindings.values():
            key = active.binding
            name = key.id or ""
            if name in BY_ID and active.enabled and name not in told:
                told[name] = (shown(key.key), key.description, key.tooltip)
        self.push_screen(HelpScreen(words, list(told.values())))

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_now(self) -> None:
        from bcst_tui.tui.screens.help_now import HelpNowScreen

        if self.goes_to_the_private_part("now"):
            return
        if not isinstance(self.screen, HelpNowScreen):
            self.push_screen(HelpNowScreen(self._doors.cards() if self._casebook else ()))

    def action_heard(self) -> None:
        from bcst_tui.tui.screens.just_told import JustToldScreen

        if self._casebook is None or self.goes_to_the_private_part("heard"):
            return
        if not isinstance(self.screen, JustToldScreen):
            sitting = self.sitting_here
            self.push_screen(JustToldScreen(self._held.why_private_is_closed() if sitting else ""))

    def action_today(self) -> None:
        from bcst_tui.tui.screens.today import TodayScreen

        if self._casebook is not None and not isinstance(self.screen, TodayScreen):
            self.push_screen(TodayScreen(self._casebook))


def run(vault_folder: Path, settings: Settings, today: date | None = None) -> int:
    """Run the app on this vault until it ends; the exit code, `LOCK_EXIT` for "start me afresh"."""
    keep_python_quiet()
    app = BcstApp(VaultDoors(vault_folder, os.environ, today), settings)
    app.run()
    return app.return_code or 0
