"""How things have moved: the person's own marks, part by part, with what to ask of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.distance import Area, to_ask
from bcst_tui.plan.distance_drawing import distance_lines, key
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

NOTHING = "No marks yet. Near the end of an interview it is offered: five minutes for how things are."


def days_marked(found: tuple[Area, ...]) -> str:
    """The days on which marks were given: `Asked on 3 March 2027, 1 June 2027`."""
    days = sorted({mark.on for area in found for mark in area.marks})
    return f"Asked on {', '.join(map(day_words, days))}."


class DistanceScreen(WholeScreen[None]):
    """To look at together; nothing can be changed here, and there is no total."""

    BINDINGS = [
        binding("page_up", "turn(-1)", show=True),
        binding("page_down", "turn(1)", show=True),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "The marks are the person's own, given in the interview. A low one is something to ask about, and by itself "
        "no need; a high one is a strength. There is no total: each part stands for itself."
    )
    DEFAULT_CSS = """
    DistanceScreen VerticalScroll { height: 1fr; padding: 1 3; scrollbar-size-vertical: 1; }
    DistanceScreen VerticalScroll Static { height: auto; }
    DistanceScreen .quiet { color: $quiet; }
    DistanceScreen .ask { margin: 1 0 0 0; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._reference = case.reference
        self._areas = casebook.distance(case.case_id)

    def compose(self) -> ComposeResult:
        yield TitleLine("How things have moved", self._reference)
        with VerticalScroll():
            if not self._areas:
                yield Static(NOTHING, markup=False)
            else:
                yield Static("\n".join(distance_lines(self._areas)), markup=False)
                yield Static(f"\n{key()}\n{days_marked(self._areas)}", classes="quiet", markup=False)
                for asked, titles in to_ask(self._areas).items():
                    yield Static(f"{asked}\n  {'; '.join(titles)}", classes="ask", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def action_back(self) -> None:
        self.dismiss(None)
