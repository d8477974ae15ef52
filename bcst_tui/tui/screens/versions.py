"""A plan version by version: what each says otherwise than the one before, any two side by side, every edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine
    from bcst_tui.casebook.versions import Version

NOTHING = "There is no plan yet. It is kept with the first interview."
NO_CHANGE = "They say the same."
FIRST = "This is the first version."
EDITS = "Every change: who, when and why"
ELSEWHERE = "Done in another plan of this case"
HOW = "Enter compares the lit version with another · Tab reads on below"


class VersionsScreen(WholeScreen[None]):
    """The lit version stands beside the one before it; Enter chooses another to compare with."""

    BINDINGS = [binding("back", show=True)]
    HELP: ClassVar[str] = (
        "Each plan that was agreed is a version: numbered, dated, and never changed again.\n\n"
        "- **Up** and **Down** show what a version says otherwise than the one before it.\n"
        "- **Enter** compares the lit one with any other.\n"
        "- The line below them shows every change to the plan: who made it, when and why.\n"
        "- Where there was another plan, of an earlier time in prison or of a case merged into this one, the last line "
        "shows what was done in it.\n"
        "- **Tab** goes to what is told below, where Up and Down read on."
    )
    DEFAULT_CSS = """
    VersionsScreen OptionList {
        height: auto; max-height: 8; border: none; background: $background; margin: 1 2 0 2; padding: 0;
    }
    VersionsScreen OptionList:focus { border: none; background-tint: $foreground 0%; }
    VersionsScreen .how { height: auto; margin: 1 3 0 3; color: $quiet; }
    VersionsScreen .told { height: 1fr; margin: 1 3 0 3; scrollbar-size-vertical: 1; }
    VersionsScreen .told Static { height: auto; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._versions: tuple[Version, ...] = casebook.versions(case.case_id)
        self._elsewhere = tuple(one.words for one in casebook.done_elsewhere(case.case_id))

    def compose(self) -> ComposeResult:
        yield TitleLine("Versions of the plan", self._case.reference)
        yield Static(HOW if self._versions else NOTHING, classes="how", markup=False)
        lines = [*(one.words for one in self._versions), EDITS, *([ELSEWHERE] if self._elsewhere else [])]
        yield OptionList(*(Option(one_line(line)) for line in lines), markup=False)
        with VerticalScroll(classes="told"):
            yield Static("", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        shown = self.query_one(OptionList)
        shown.display = bool(self._versions)
        if self._versions:
            shown.highlighted = 0
            shown.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        place = event.option_index
        if place > len(self._versions):
            self._tell("To be read, not changed; the latest first", ((ELSEWHERE, self._elsewhere),))
        elif place == len(self._versions):
            self._tell_edits()
        elif place + 1 >= len(self._versions):
            self._tell(FIRST, ())
        else:
            self._compare(self._versions[place + 1], self._versions[place])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._versions) > 1:
            self.run_worker(self._choose(event.option_index), exclusive=True)

    async def _choose(self, place: int) -> None:
        others = [one for one in self._versions if one is not self._versions[place]]
        picked = await self.app.push_screen_wait(
            ChooseOne("Compare it with which?", [one.words for one in others], "A key chooses · Esc goes back")
        )
        if picked is not None:
            two = sorted((self._versions[place], others[picked]), key=self._versions.index, reverse=True)
            self._compare(*two)

    def _compare(self, older: Version, newer: Version) -> None:
        parts = self._casebook.compared(older, newer)
        self._tell(f"{newer.words}\nbeside {older.words}", parts)

    def _tell_edits(self) -> None:
        lines = tuple(one.words for one in self._casebook.edits(self._case.case_id))
        self._tell("The latest first", (("Changes", lines),) if lines else ())

    def _tell(self, head: str, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        told: list[tuple[str, str]] = [(f"{head}\n", "bold")]
        if not parts and head != FIRST:
            told.append((f"\n{NO_CHANGE}\n", ""))
        for title, sentences in parts:
            told.append((f"\n{title}\n", "bold"))
            told.extend((f"·  {one_line(one)}\n", "") for one in sentences)
        self.query_one(".told Static", Static).update(Content.assemble(*told))
        self.query_one(".told", VerticalScroll).scroll_home(animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
