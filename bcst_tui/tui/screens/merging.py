"""Two cases of one person, side by side: which stays, and whose word is taken where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.casebook.case_values import CaseField, Merging, SideBySide
from bcst_tui.casebook.case_words import MERGE_WARNING, STAYS, said_of, side_heading, told_beside
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

HOW = "Up and Down go to a line, Left and Right choose. Then Enter merges them."
CHOOSE = "○ stands where you still have to choose: which reference stays, and what is right where the two differ."


class MergingScreen(WholeScreen[str | None]):
    """Gives back the reference that is left, or None where nothing was done."""

    BINDINGS = [
        binding("open", "merge", show=True, label="Merge"),
        binding("back", show=True),
        Binding("left", "choose(0)", "The left one", show=False),
        Binding("right", "choose(1)", "The right one", show=False),
    ]
    HELP: ClassVar[str] = (
        "Both cases stand beside each other. Compare the birth date and the prison number first: two people may share "
        "a name.\n\n"
        "Left and Right choose on the lit line. Nothing is merged before every ○ is decided and you have said so twice."
    )
    DEFAULT_CSS = """
    MergingScreen OptionList {
        height: auto; max-height: 1fr; border: none; background: $background; margin: 1 2 0 2; padding: 0;
    }
    MergingScreen OptionList:focus { border: none; background-tint: $foreground 0%; }
    MergingScreen .asks { height: auto; margin: 1 3 0 3; }
    MergingScreen .told { height: auto; margin: 1 3 0 3; text-style: bold; }
    """

    def __init__(self, casebook: Casebook, beside: SideBySide) -> None:
        super().__init__()
        self._casebook = casebook
        self._beside = beside
        self._chosen: dict[str, int] = {}
        self._lines = told_beside(beside)

    def compose(self) -> ComposeResult:
        left, right = self._beside.sides
        yield TitleLine("Merge two cases", f"{left.reference} and {right.reference}")
        yield Static(f"Is this one and the same person? {CHOOSE}", classes="asks", markup=False)
        yield OptionList(markup=False)
        yield Static(HOW, classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        shown = self.query_one(OptionList)
        shown.set_options([Option(self._row(name), id=name) for name in self._lines])
        shown.highlighted = 0
        shown.focus()

    @property
    def _to_choose(self) -> tuple[str, ...]:
        return (STAYS, *self._beside.differing)

    def _row(self, name: str) -> Row:
        told = [self._cell(name, place) for place in (0, 1)]
        return Row([Cell(Content.styled(side_heading(name), "bold"), width=16), *told])

    def _cell(self, name: str, place: int) -> Cell:
        said = said_of(self._beside.sides[place], name) or "–"
        if name not in self._to_choose:
            return Cell(Content(f"  {said}"))
        is_chosen = self._chosen.get(name) == place
        return Cell(Content.assemble(("● " if is_chosen else "○ "), (said, "bold" if is_chosen else "")))

    def action_choose(self, place: int) -> None:
        shown = self.query_one(OptionList)
        lit = shown.highlighted
        if lit is None or self._lines[lit] not in self._to_choose:
            return
        self._chosen[self._lines[lit]] = place
        shown.replace_option_prompt_at_index(lit, self._row(self._lines[lit]))
        self._tell(self._missing() or "Everything is decided. Enter merges them, after asking once more.")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_merge()

    def action_merge(self) -> None:
        if missing := self._missing():
            self._tell(f"! {missing}")
        else:
            self.run_worker(self._merge(), exclusive=True)

    async def _merge(self) -> None:
        sides = self._beside.sides
        stays, goes = sides[self._chosen[STAYS]], sides[1 - self._chosen[STAYS]]
        title = f"Merge {goes.reference} into {stays.reference}?"
        if await self.app.push_screen_wait(ReadFirst(title, MERGE_WARNING, ("Go back", "Merge them"))) != 1:
            return
        taken: dict[CaseField, int] = {name: sides[self._chosen[name]].case_id for name in self._beside.differing}
        try:
            merged = self._casebook.merge_cases(Merging(stays.case_id, goes.case_id, taken))
        except NotSaved as refused:
            self._tell(f"! NOT merged, both are as they were. {refused}")
            return
        if isinstance(merged, Rejection):
            self._tell(f"! {merged.reason}")
        else:
            self.dismiss(merged.reference)

    def _missing(self) -> str:
        left = [side_heading(name).lower() for name in self._to_choose if name not in self._chosen]
        return f"Still to choose, with Left or Right: {', '.join(left)}." if left else ""

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)

    def action_back(self) -> None:
        self.dismiss(None)
