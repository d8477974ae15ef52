"""One agency: who they are, what they would get, what they might do; then what the person says (J02, J10, J12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from bcst_tui.casebook.consent_values import AgencyStands, Wish
from bcst_tui.casebook.consent_words import (
    ANSWERS,
    CHOOSE_FIRST,
    HOW,
    HOW_ASKED,
    NOTHING_CHOSEN,
    STOP,
    WHICH_ASKED,
    about,
    deeper,
    how_much,
)
from bcst_tui.disclosure.consent import GivenHow, Said
from bcst_tui.errors import BcstError
from bcst_tui.export.plain_text import unwrapped
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.agency import DEEPEST
from bcst_tui.tui import keys
from bcst_tui.tui.stop_letter import tell_stopped
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

TOPIC_KEYS = "123456789abcd"
ANSWER_KEYS = "ynmel"
WHICH_KEY, STOP_KEY = "w", "s"
SAIDS: tuple[Said, ...] = tuple(ANSWERS)
HOWS: tuple[GivenHow, ...] = tuple(HOW)
READ = "Digits: what about, and how much. Read out what they would get. Then what the person says."


class AgencyConsentScreen(WholeScreen[str]):
    """Nothing is chosen beforehand but what is agreed already; the result is the agency's id."""

    HELP: ClassVar[str] = (
        "A digit takes up a topic; pressed again it tells more of it, and after the most nothing. At the right stands, "
        "word for word, what they would get: read it out (PgUp, PgDn).\n\n"
        "**Y** is yes to what stands there, and asks how it was said. **N** no, **M** they tell them themselves, "
        "**E** ask each time, **L** later: each is kept at once. **S** stops what was agreed, at once.\n\n"
        "Enter with nothing lit writes nothing."
    )
    BINDINGS = [
        keys.binding("page_up", "turn(-1)", show=True),
        keys.binding("page_down", "turn(1)", show=True),
        keys.binding("back", show=True),
    ]
    DEFAULT_CSS = """
    AgencyConsentScreen .who { height: auto; padding: 0 2; }
    AgencyConsentScreen .columns { height: 1fr; }
    AgencyConsentScreen .choices { width: 44%; }
    AgencyConsentScreen KeyedList { height: 1fr; margin: 0 1; }
    AgencyConsentScreen .seen {
        width: 1fr; border: round $border-blurred; padding: 0 1; border-title-color: $quiet;
        scrollbar-size-vertical: 1;
    }
    AgencyConsentScreen .seen Static { height: auto; }
    AgencyConsentScreen .told { height: auto; padding: 0 2; text-style: bold; }
    """

    topics: reactive[Mapping[str, int]] = reactive({}, init=False)

    def __init__(self, casebook: Casebook, case: CaseLine, agency: AgencyStands) -> None:
        super().__init__()
        self._casebook = casebook
        self._case = case
        self._agency = agency
        self._which = agency.which
        self.set_reactive(AgencyConsentScreen.topics, dict(agency.depths))

    def compose(self) -> ComposeResult:
        yield TitleLine(self._agency.title, self._case.reference)
        yield Static(" ".join(about(self._agency)), classes="who", markup=False)
        with Horizontal(classes="columns"):
            with Vertical(classes="choices"):
                yield KeyedList(self._lines(), keys=self._keys())
            with VerticalScroll(classes="seen", can_focus=False):
                yield Static("", markup=False)
        yield Static(READ, classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".seen").border_title = "what they would get"
        self.query_one(KeyedList).focus()
        self._show()

    def watch_topics(self) -> None:
        self._show()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._pick(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self._pick(event.index)

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(".seen", VerticalScroll), pages)

    def action_back(self) -> None:
        self.dismiss(self._agency.agency)

    def _pick(self, index: int) -> None:
        """A topic, what the person says, which office, or stop."""
        names = [one.topic for one in self._agency.topics]
        place = index - len(names)
        if place < 0:
            self.topics = deeper(self.topics, names[index], DEEPEST)
        elif place < len(SAIDS):
            self.run_worker(self._say(SAIDS[place]), exclusive=True)
        elif place == len(SAIDS):
            self.run_worker(self._name_it(), exclusive=True)
        else:
            self.run_worker(self._stop(), exclusive=True)

    async def _say(self, said: Said) -> None:
        how: GivenHow | None = None
        topics = dict(self.topics)
        if said == "given":
            if not topics:
                self._tell(CHOOSE_FIRST)
                return
            place = await self.app.push_screen_wait(ChooseOne(HOW_ASKED, list(HOW.values())))
            if place is None:
                return
            how = HOWS[place]
        else:
            topics = {one.topic: 0 for one in self._agency.topics}
        wish = Wish(self._agency.agency, said, topics, given_how=how, which=self._which)
        try:
            kept = self._casebook.decide(self._case.case_id, wish)
        except BcstError as refused:
            self._tell(f"! NOT saved: {refused}")
            return
        if isinstance(kept, Rejection):
            self._tell(f"! {kept.reason}")
            return
        self.dismiss(self._agency.agency)

    async def _name_it(self) -> None:
        words = await self.app.push_screen_wait(SayInALine(WHICH_ASKED, words=self._which))
        if words is not None:
            self._which = words
            self._show()

    async def _stop(self) -> None:
        """Stop at once, then say what has gone, and offer the letter."""
        try:
            withdrawn = self._casebook.withdraw(self._case.case_id, self._agency.agency)
        except BcstError as refused:
            self._tell(f"! NOT stopped: {refused}")
            return
        if isinstance(withdrawn, Rejection):
            self._tell(f"! {withdrawn.reason}")
            return
        await tell_stopped(self.app, self._casebook, self._case.case_id, withdrawn)
        self.dismiss(self._agency.agency)

    def _show(self) -> None:
        self.query_one(KeyedList).say(self._lines())
        self.query_one(".seen Static", Static).update(self._would_get() if self.topics else NOTHING_CHOSEN)
        self._tell(READ)

    def _would_get(self) -> str:
        wish = Wish(self._agency.agency, "given", self.topics, which=self._which)
        shown = self._casebook.would_get(self._case.case_id, wish)
        return f"! {shown.reason}" if isinstance(shown, Rejection) else unwrapped(shown)

    def _lines(self) -> list[Line]:
        chosen = self.topics
        topics = [
            Line(one.title, right=how_much(one.topic, chosen[one.topic]) if one.topic in chosen else "–")
            for one in self._agency.topics
        ]
        which = Line("Which one", right=self._which or "not named")
        stop = [Line(STOP)] if self._agency.depths else []
        return [*topics, *(Line(words) for words in ANSWERS.values()), which, *stop]

    def _keys(self) -> str:
        return TOPIC_KEYS[: len(self._agency.topics)] + ANSWER_KEYS + WHICH_KEY + STOP_KEY

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)
