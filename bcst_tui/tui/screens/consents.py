"""Who may be told what: every agency the plan needs and how it stands, and the other ways block J has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from bcst_tui.casebook.consent_values import AgencyStands
from bcst_tui.casebook.consent_words import LEAD, WAYS, ConsentWay, limits_said, stands
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui import keys
from bcst_tui.tui.stop_letter import tell_stopped
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

AGENCY_KEYS = "123456789abcdefhijlmopqtuvxyz"
WAY_KEYS = "knsrgw"


class ConsentsScreen(WholeScreen[None]):
    """A key opens an agency, or one of the ways below; Delete stops what the lit one may be told."""

    HELP: ClassVar[str] = (
        "Only those the plan needs stand here, and those something was said about before. A key opens one: who they "
        "are, what they would get, and what the person says.\n\n"
        "**Delete** stops what the lit one may be told, at once.\n\n"
        "Below: what was agreed before, to keep, stop or change (**K**); who is to be told nothing (**N**); a safe way "
        "to get in touch (**S**); a wish to see the record (**R**); what has gone to whom (**G**); and sharing "
        "without consent, which the lead decides (**W**)."
    )
    BINDINGS = [keys.binding("remove", show=True, label="Stop"), keys.binding("back", show=True)]
    DEFAULT_CSS = """
    ConsentsScreen .first { height: auto; padding: 1 2 0 2; color: $quiet; }
    ConsentsScreen KeyedList { height: 1fr; margin: 1 1; }
    ConsentsScreen .told { height: auto; padding: 0 2; text-style: bold; }
    """

    @dataclass
    class AgencyWanted(Message):
        """Posted when one agency is to be talked about."""

        case: CaseLine
        agency: AgencyStands

    @dataclass
    class WayWanted(Message):
        """Posted when one of the other ways is chosen."""

        case: CaseLine
        way: ConsentWay

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._agencies: tuple[AgencyStands, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleLine("Who may be told what", self._case.reference)
        yield Static("", classes="first", markup=False)
        yield KeyedList([])
        yield Static("", classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()

    def on_screen_resume(self) -> None:
        self._draw()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._go(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self._go(event.index)

    def action_remove(self) -> None:
        """Stop what the lit agency may be told."""
        lit = self.query_one(KeyedList).highlighted
        if lit is None or lit >= len(self._agencies) or not self._agencies[lit].depths:
            self._tell("Light one that is agreed with the arrows; Delete stops it.")
            return
        self.run_worker(self._stop(self._agencies[lit]), exclusive=True)

    def action_back(self) -> None:
        self.dismiss(None)

    async def _stop(self, agency: AgencyStands) -> None:
        try:
            withdrawn = self._casebook.withdraw(self._case.case_id, agency.agency)
        except BcstError as refused:
            self._tell(f"! NOT stopped: {refused}")
            return
        if isinstance(withdrawn, Rejection):
            self._tell(f"! {withdrawn.reason}")
            return
        self._draw()
        await tell_stopped(self.app, self._casebook, self._case.case_id, withdrawn)

    def _go(self, index: int) -> None:
        if index < len(self._agencies):
            self.post_message(self.AgencyWanted(self._case, self._agencies[index]))
        else:
            self.post_message(self.WayWanted(self._case, tuple(WAYS)[index - len(self._agencies)]))

    def _draw(self) -> None:
        self._agencies = self._casebook.agencies(self._case.case_id)
        last = len(self._agencies) - 1
        lines = [Line(one.title, right=stands(one), below=place == last) for place, one in enumerate(self._agencies)]
        shown = self.query_one(KeyedList)
        shown.say(
            [*lines, *(Line(words) for words in WAYS.values())],
            keys=AGENCY_KEYS[: len(lines)] + WAY_KEYS,
        )
        sitting = self._casebook.open_sitting(self._case.case_id)
        self.query_one(".first", Static).update(f"{LEAD} {limits_said(sitting.interview if sitting else None)}")
        clashes = self._casebook.clashes(self._case.case_id)
        self._tell("\n".join(f"! {one}" for one in clashes))

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)
