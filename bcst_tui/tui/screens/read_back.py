"""Reading the needs back (K02): one at a time, in words to say aloud, and what the person says of each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import in_short
from bcst_tui.plan.evidence import with_question
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Need, NeedStatus, PersonsView
from bcst_tui.text import one_line
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

LEAD = "“From what you told me, this is what I've noted. Tell me if it's not right.”"
ANSWERS = (
    Line("Agreed"),
    Line("Changed: write it in their words"),
    Line("Not a need to them"),
    Line("Later"),
)
ANSWER_KEYS = "acnl"
NOT_MINE_TITLE = "It isn't a need to them. It's their plan; what happens to it?"
NOT_MINE_CHOICES = ("Drop it, and say why", "Keep it in the plan, with their view beside it")
ALL_DONE = "That was all of them."


class ReadBackScreen(WholeScreen[None]):
    """Each need in large words; what is said of it is on the disk before the next is shown."""

    HELP: ClassVar[str] = (
        "Say the large words aloud, or turn the screen round.\n\n"
        "- **A** agreed · **C** changed, in their words · **N** not a need to them · **L** later.\n"
        "- **PgUp** and **PgDn** go to the need before and after; nothing is written by that.\n"
        "- A need that is none to them is never dropped silently: you choose, and say why.\n"
        "- **Esc** goes back to the plan. What was said so far is kept."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        keys.binding("page_up", "go(-1)", show=True, label="Before"),
        keys.binding("page_down", "go(1)", show=True, label="Next"),
        keys.binding("back", show=True),
    ]
    DEFAULT_CSS = """
    ReadBackScreen VerticalScroll { height: 1fr; padding: 1 4 0 4; scrollbar-size-vertical: 1; }
    ReadBackScreen VerticalScroll Static { height: auto; max-width: 70; }
    ReadBackScreen .lead { color: $quiet; }
    ReadBackScreen .said { text-style: bold; margin: 2 0; padding: 1 3; border-left: thick $accent; }
    ReadBackScreen .behind { color: $quiet; }
    ReadBackScreen .rejection { height: auto; padding: 0 4; color: $error; text-style: bold; display: none; }
    ReadBackScreen .rejection.-told { display: block; }
    ReadBackScreen KeyedList { margin: 0 4 1 4; max-width: 70; }
    ReadBackScreen.-wide VerticalScroll { padding: 3 8 0 8; }
    ReadBackScreen.-wide KeyedList { margin: 0 8 3 8; }
    """

    def __init__(self, casebook: Casebook, sitting: Sitting, begin_at: str = "") -> None:
        super().__init__()
        self.casebook = casebook
        self.held = sitting
        self._needs = [one for one in casebook.plan(sitting).needs if stands(one)]
        codes = [one.code for one in self._needs]
        self._place = codes.index(begin_at) if begin_at in codes else 0
        self._is_asking = False

    def compose(self) -> ComposeResult:
        yield TitleLine("Read back", self.held.reference)
        with VerticalScroll(can_focus=False):
            yield Static(LEAD, classes="lead", markup=False)
            yield Static("", classes="said", markup=False)
            yield Static("", classes="behind", markup=False)
        yield Static("", classes="rejection", markup=False)
        yield KeyedList(ANSWERS, keys=ANSWER_KEYS)
        yield KeyLine()

    @property
    def need(self) -> Need | None:
        """The need that is being read back; None after the last."""
        return self._needs[self._place] if self._place < len(self._needs) else None

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()
        self._tell()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._said(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if self.need is None:
            self.dismiss(None)
        elif event.index is not None:
            self._said(event.index)

    def action_go(self, steps: int) -> None:
        self._place = min(max(self._place + steps, 0), len(self._needs))
        self._refuse("")
        self._tell()

    def action_back(self) -> None:
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.need is None:
            event.stop()
            self.dismiss(None)

    def _said(self, answer: int) -> None:
        """Write down what the person says of this need, and go on to the next; a key too many answers nothing."""
        need = self.need
        if need is None or self._is_asking:
            return
        match answer:
            case 0:
                self._keep(need, "agreed")
            case 1 | 2:
                self._is_asking = True
                self._ask_more(need, self._changed if answer == 1 else self._not_theirs)
            case _:
                self.action_go(1)

    @work
    async def _ask_more(self, need: Need, ask: Callable[[Need], Awaitable[None]]) -> None:
        try:
            await ask(need)
        finally:
            self._is_asking = False

    async def _changed(self, need: Need) -> None:
        writing = self.casebook.writing(self.held.case_id, "view", need.code)
        part = writing.part("words", need.reason)
        words = await self.app.push_screen_wait(SayInALine("What do they say?", part=part))
        if words and self._keep(need, "changed", words):
            writing.let_go()

    async def _not_theirs(self, need: Need) -> None:
        """The worker decides what becomes of it: dropped with a reason, or kept with the person's view."""
        choice = await self.app.push_screen_wait(ChooseOne(NOT_MINE_TITLE, NOT_MINE_CHOICES))
        if choice is None:
            return
        if choice == 1:
            self._keep(need, "not_mine")
            return
        writing = self.casebook.writing(self.held.case_id, "dropped", need.code)
        window = SayInALine("Why is it dropped? For the next worker.", part=writing.part("reason"))
        reason = await self.app.push_screen_wait(window)
        if reason and self._keep(need, "not_mine", reason, drops=True):
            writing.let_go()

    def _keep(self, need: Need, view: PersonsView, reason: str = "", drops: bool = False) -> bool:
        """Write it down and go on to the next; whether it was taken."""
        status: NeedStatus | None = "dropped" if drops else None
        try:
            edited = self.casebook.edit_need(self.held, need.code, status=status, persons_view=view, reason=reason)
        except NotSaved as refused:
            self._refuse(f"NOT saved: {refused}")
            return False
        if isinstance(edited, Rejection):
            self._refuse(edited.reason)
            return False
        self._needs[self._place] = next(one for one in edited.needs if one.code == need.code)
        self.action_go(1)
        return True

    def _refuse(self, reason: str) -> None:
        line = self.query_one(".rejection", Static)
        line.update(f"! {reason}")
        line.set_class(bool(reason), "-told")

    def _tell(self) -> None:
        need, labels = self.need, self.casebook.labels
        place = f"{self._place + 1} of {len(self._needs)}" if need else "done"
        self.query_one(TitleLine).tell(f"Read back · {place}", self.held.reference)
        self.query_one(KeyedList).display = need is not None
        self.query_one(".lead", Static).display = need is not None
        if need is None:
            self.query_one(".said", Static).update(Content(ALL_DONE if self._needs else "No needs to read back."))
            self.query_one(".behind", Static).update(Content(self._summary()))
            self.focus()
            return
        self.query_one(KeyedList).highlighted = None
        self.query_one(KeyedList).focus()
        self.query_one(".said", Static).update(Content(need.said))
        view = labels.of("person_view", need.persons_view)
        behind = "\n".join((*self._heard(need), f"{labels.group(need.group)} · {need.title} · {view}"))
        self.query_one(".behind", Static).update(Content(behind))

    def _heard(self, need: Need) -> Iterator[str]:
        """What the need rests on, as far as the person said it: the question and the answer."""
        for one in need.evidence:
            asked = self.held.whole.path.get(one.question_id)
            if asked is not None and asked.question.told_by == "person":
                yield one_line(with_question(one, self.casebook.words(in_short(asked.question))))

    def _summary(self) -> str:
        views = [one.persons_view for one in self._needs]
        label = self.casebook.labels.of
        told = [f"{views.count(view)} {label('person_view', view).lower()}" for view in dict.fromkeys(views)]
        return f"{' · '.join(told)}\nEnter or Esc goes back to the plan." if told else "Esc goes back to the plan."
