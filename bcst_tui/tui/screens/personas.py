"""The people to rehearse with, and the rehearsals that were held: the first screen of training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import OptionList, Static

from bcst_tui.casebook.rehearsal_ways import not_ended
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS, KeyedList, Line
from bcst_tui.tui.widgets.watermark import BaseScreen

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import Rehearsal
    from bcst_tui.casebook.trainers import TrainersCasebook
    from bcst_tui.casebook.training import TrainingCasebook
    from bcst_tui.training.persona import Persona

LEAD = "Who do you want to sit with? You can leave, or choose somebody else, at any time and without a reason."

PEOPLE_KEYS = "".join(key for key in LINE_KEYS if key not in "dowy")
"""Those of the screen itself pick nobody."""


class PersonasScreen(BaseScreen[None]):
    """One line a person; what lies ahead with the lit one stands below, its content note first."""

    HELP: ClassVar[str] = (
        "Everybody here is invented. Some have nothing to tell, and some never will, however good the interview: "
        "what is told is not the prize.\n\n"
        "- A key, or **Enter** on the lit line, begins; first you read what it is about, and can turn back.\n"
        "- **O** goes on with a rehearsal that was not ended.\n"
        "- **W** watches one that was held, step by step; **Y** opens its debrief.\n"
        "- **D** is the trainer's: everybody's rehearsals by code, and one to show a group.\n"
        "- In a rehearsal **F10** is what you say, or do about what happens; the rest are the real keys.\n"
        "- There **E** ends: it is kept, and its debrief opens. **L** leaves: no reason, and nothing of it stays."
    )
    BINDINGS = [
        binding("carry_on", show=True),
        binding("who", "watch", label="Watch", show=True),
        binding("feedback", "debrief", label="Debrief", show=True),
        binding("due", "dashboard", label="Dashboard", show=True),
    ]
    DEFAULT_CSS = """
    PersonasScreen #lead { height: auto; margin: 1 3 0 3; }
    PersonasScreen #waits { height: auto; max-height: 2; margin: 0 3; }
    PersonasScreen KeyedList { margin: 0 3; height: 1fr; }
    PersonasScreen #about { height: 6; margin: 0 3 0 3; color: $quiet; border-top: solid $rule; }
    """

    @dataclass
    class Chosen(Message):
        """Posted when somebody was chosen."""

        persona_id: str

    @dataclass
    class CarriedOn(Message):
        """Posted when the rehearsal that was not ended is to go on."""

        rehearsal: Rehearsal

    class WatchWanted(Message):
        """Posted when one that was held is to be watched."""

    class DebriefWanted(Message):
        """Posted when the debrief of one that was held is wanted."""

    def __init__(self, casebook: TrainingCasebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._people = [file.persona for file in casebook.library.personas.values()]
        self._unfinished = casebook.unfinished_rehearsal()

    def compose(self) -> ComposeResult:
        yield TitleLine("Training")
        yield Static(LEAD, id="lead", markup=False)
        yield Static(waiting(self._unfinished), id="waits", markup=False)
        yield KeyedList([Line(one.title, group=one.id) for one in self._people], keys=PEOPLE_KEYS)
        yield Static("", id="about", markup=False)
        yield KeyLine(most=6)

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()

    def on_screen_resume(self) -> None:
        self._unfinished = self._casebook.unfinished_rehearsal()
        self.query_one("#waits", Static).update(waiting(self._unfinished))
        self.refresh_bindings()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.query_one("#about", Static).update(about(self._people[event.option_index]))

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if event.index < len(self._people):
            self.post_message(self.Chosen(self._people[event.index].id))

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.post_message(self.Chosen(self._people[event.index].id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "carry_on":
            return self._unfinished is not None
        return bool(self._casebook.rehearsals()) if action in ("watch", "debrief", "dashboard") else True

    def action_carry_on(self) -> None:
        if self._unfinished is not None:
            self.post_message(self.CarriedOn(self._unfinished))

    def action_watch(self) -> None:
        self.post_message(self.WatchWanted())

    def action_debrief(self) -> None:
        self.post_message(self.DebriefWanted())

    def action_dashboard(self) -> None:
        from bcst_tui.tui.screens.dashboard import DashboardScreen

        self.app.push_screen(DashboardScreen(cast("TrainersCasebook", self._casebook)))


def waiting(unfinished: Rehearsal | None) -> str:
    """What O goes on with; nothing where nothing waits."""
    return "" if unfinished is None else f"O goes on with {not_ended(unfinished)}. Is it not yours? Choose somebody."


def about(persona: Persona) -> str:
    """What lies ahead, the content note first."""
    note = persona.content_note or "Nothing that needs a note."
    return f"{note}\nDifficulty {persona.difficulty} of 5 · {persona.minutes} minutes · {', '.join(persona.skills)}"
