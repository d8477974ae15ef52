"""A safe way to get in touch once they are out, line by line, in the person's own terms (J03)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from bcst_tui.casebook.safe_contact_form import (
    HINT,
    STILL_RIGHT,
    FormLine,
    gone_on,
    half_written,
    lines_for,
    said,
    typed,
    written,
)
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

LINE_KEYS = "123456789abcdf"
KEEP, END, RIGHT = "Keep it as it stands here", "It holds no longer: end it", "Still right: checked today"
LEAD = "All of it is their choice. What is left out is not guessed, and no message is left unless that line says so."
HALF_NOT_KEPT = "NOT saved: {what} What you have written is kept nowhere but here."
NOT_KEPT = "What was changed is not kept yet."
LEAVE = ("Keep it", "Leave it as it was", "Back to the form")


class SafeContactScreen(WholeScreen[None]):
    """A key opens a line; K keeps the whole as a new version."""

    HELP: ClassVar[str] = (
        "Turn the screen and go through it together. A key opens a line, and nothing is chosen beforehand.\n\n"
        "**K** keeps it. **R** says that it is still right, which is asked before each use. **E** ends it, for "
        "instance when a number has changed."
    )
    BINDINGS = [keys.binding("back", show=True)]
    DEFAULT_CSS = """
    SafeContactScreen .first { height: auto; padding: 1 2 0 2; color: $quiet; }
    SafeContactScreen KeyedList { height: 1fr; margin: 1 1 0 1; }
    SafeContactScreen .told { height: auto; padding: 0 2; text-style: bold; }
    """

    def __init__(self, casebook: Casebook, case: CaseLine) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._kept = casebook.safe_contact(case.case_id)
        self._writing = casebook.writing(case.case_id, "safe_contact")
        self._contact = gone_on(self._before, self._writing.words)

    def compose(self) -> ComposeResult:
        yield TitleLine("A safe way to get in touch", self._case.reference)
        yield Static(LEAD, classes="first", markup=False)
        yield KeyedList([])
        yield Static("", classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()
        self._draw(self._writing.begun if self._is_changed else self._stands())

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._pick(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self._pick(event.index)

    def action_back(self) -> None:
        if self._is_changed:
            self.run_worker(self._leave(), exclusive=True)
        else:
            self._give_up()

    @property
    def _before(self) -> SafeContact:
        return self._kept or SafeContact()

    @property
    def _is_changed(self) -> bool:
        return self._contact != self._before

    def _pick(self, index: int) -> None:
        lines = lines_for(self._contact)
        if index < len(lines):
            self.run_worker(self._open(lines[index]), exclusive=True)
            return
        match self._ends()[index - len(lines)][0]:
            case "k":
                self._keep()
            case "r":
                self._do(lambda: self._casebook.still_right(self._case.case_id, True))
            case _:
                self._do(lambda: self._casebook.still_right(self._case.case_id, False))

    async def _open(self, line: FormLine) -> None:
        """Ask one line; Esc leaves it as it is. The form is kept as far as it goes, and is no new version by that."""
        await self._ask(line)
        try:
            self._writing.keep(half_written(self._before, self._contact))
        except BcstError as refused:
            self._draw(f"! {HALF_NOT_KEPT.format(what=refused)}")

    async def _ask(self, line: FormLine) -> None:
        value: Any
        if line.choices is not None:
            place = await self.app.push_screen_wait(ChooseOne(line.asked, list(line.choices.values())))
            if place is None:
                return
            value = list(line.choices)[place]
        else:
            now = getattr(self._contact, line.name)
            part = self._writing.part(line.name, now if isinstance(now, str) else "")
            words = await self.app.push_screen_wait(SayInALine(line.asked, HINT, part=part))
            if words is None:
                return
            value = typed(line, words)
        if isinstance(value, Rejection):
            self._draw(f"! {value.reason}")
            return
        self._contact = written(self._contact, line, value)
        self._draw(NOT_KEPT if self._is_changed else "")

    async def _leave(self) -> None:
        match await self.app.push_screen_wait(ChooseOne(NOT_KEPT, LEAVE)):
            case 0:
                if self._keep():
                    self.dismiss(None)
            case 1:
                self._give_up()

    def _give_up(self) -> None:
        self._writing.let_go()
        self.dismiss(None)

    def _keep(self) -> bool:
        return self._do(lambda: self._casebook.set_safe_contact(self._case.case_id, self._contact))

    def _do(self, change: Any) -> bool:
        try:
            kept = self._writing.settled(change)
        except BcstError as refused:
            self._draw(f"! NOT saved: {refused}")
            return False
        if isinstance(kept, Rejection):
            self._draw(f"! {kept.reason}")
            return False
        self._kept = self._casebook.safe_contact(self._case.case_id)
        self._contact = self._kept or SafeContact()
        self._draw(self._stands())
        return True

    def _stands(self) -> str:
        return STILL_RIGHT if self._kept is not None else ""

    def _ends(self) -> tuple[tuple[str, str], ...]:
        more = (("r", RIGHT), ("e", END)) if self._kept is not None else ()
        return (("k", KEEP), *more)

    def _draw(self, told: str) -> None:
        lines = lines_for(self._contact)
        shown = [Line(one.title, right=said(self._contact, one), below=one is lines[-1]) for one in lines]
        ends = self._ends()
        self.query_one(KeyedList).say(
            [*shown, *(Line(words) for _, words in ends)],
            keys=LINE_KEYS[: len(lines)] + "".join(key for key, _ in ends),
        )
        self.query_one(".told", Static).update(told)
