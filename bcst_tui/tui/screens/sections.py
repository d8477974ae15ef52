"""The parts of one interview: how far each has come, in words and symbols, and what can be done with the whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.casebook.case_words import AGAIN, KINDS, LATER_KINDS
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.section_q import neutral_line
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.screens.sections_in_words import about_sitting, bar, next_words, section_line, set_in
from bcst_tui.tui.widgets.bear_in_mind import BearInMind
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.of_case import OfCase
from bcst_tui.tui.widgets.saying_when import day

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

COMING_UP = 4
PRIVATE = "people-and-safety"
"""No section of a script is called so: their names hold no hyphen."""


class SectionsScreen(OfCase, WholeScreen[None]):
    """Enter goes to a section; the keys below lead to the answers, the plan and its copies."""

    BINDINGS = [
        binding("carry_on", show=True),
        binding("check", show=True, label="Answers"),
        binding("plan", show=True),
        binding("export"),
        binding("consents"),
        binding("agreed"),
        binding("bear_in_mind"),
        binding("again", show=True),
        binding("back"),
        binding("lock", "app.lock"),
    ]
    HELP: ClassVar[str] = (
        "○ not started   ◐ begun   ● done   – nothing to ask as things stand\n\n"
        "Enter opens a section at its first open question. O carries on where you left off. "
        "C reads the answers through, P shows the plan, X writes a copy of it. "
        "Ctrl+G goes to who may be told what, Ctrl+N to what was agreed about people and safety. "
        "B shows what to bear in mind with this person, for you alone. "
        "Once an interview is completed, R begins another with the same person.\n\n"
        "Somebody else has them next? On the list of cases, M and “Hand it over” gives the case on, so that nobody is "
        "asked again. **bcst lead** is for the safeguarding lead's key, **bcst keys** for your own."
    )

    sitting: reactive[Sitting | None] = reactive(None, init=False)

    @dataclass
    class InterviewWanted(Message):
        """Posted when the interview is to go on where the sitting stands."""

        sitting: Sitting

    @dataclass
    class CheckWanted(Message):
        """Posted when the answers are to be read through."""

        sitting: Sitting

    @dataclass
    class PlanWanted(Message):
        """Posted when the plan is to be shown."""

        sitting: Sitting

    @dataclass
    class ExportWanted(Message):
        """Posted when a copy is to be written."""

        sitting: Sitting

    @dataclass
    class PrivateWanted(Message):
        """Posted when the private part is to be opened."""

        sitting: Sitting

    @dataclass
    class FolderWanted(Message):
        """Posted when what was agreed in the private part is to be looked at."""

        sitting: Sitting

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self._casebook = casebook
        self.set_reactive(SectionsScreen.sitting, sitting)

    @property
    def held(self) -> Sitting:
        """The sitting as it is on the disk."""
        assert self.sitting is not None
        return self.sitting

    def compose(self) -> ComposeResult:
        yield TitleLine("Interview", "")
        with Horizontal(classes="columns"):
            with Vertical(classes="main"):
                yield Static("", id="standing", markup=False)
                yield OptionList(markup=False)
                yield Static("", id="neutral", markup=False)
                yield Static("", id="next", markup=False)
            with Vertical(classes="side"):
                yield Static("", id="about", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Whatever was done on the screens above is in the vault: read it again, unless it was left with them."""
        if not self.is_current:
            return
        before, self.sitting = self.held, self._casebook.sitting(self.held.sitting_id)
        if self.is_mounted and self.held == before:
            self._draw()  # the line of the private part is no part of the sitting

    def watch_sitting(self) -> None:
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        sitting = self.held
        kind = sitting.interview.sitting
        title = "Interview" if kind == "first_screening" else f"Interview · {KINDS[kind]}"
        self.query_one(TitleLine).tell(title, sitting.reference)
        progress = sitting.interview.progress()
        whole = f"{bar(progress)}  {progress.answered} of about {progress.asked} answered"
        self.query_one("#standing", Static).update(whole)
        self._draw_sections(sitting)
        self.query_one("#next", Static).update(next_words(sitting))
        self.query_one("#about", Static).update("\n".join([*about_sitting(sitting), *self._coming_up()]))
        self.refresh_bindings()

    def _coming_up(self) -> list[str]:
        """What the plan says is late, and the next days something is due."""
        marks = self._casebook.timeline(self.held).marks
        today, late = self._casebook.today(), sum(mark.is_late for mark in marks)
        due = [mark for mark in marks if mark.on >= today and mark.kind in ("deadline", "action", "follow_up")]
        told = [f"! {late} late: see the dates in the plan"] if late else []
        for falls_on, marks_then in groupby(due[:COMING_UP], key=lambda mark: mark.on):
            told.append(day(falls_on))
            told += [line for mark in marks_then for line in set_in(one_line(mark.label))]
        return ["", "Coming up", *told] if told else []

    def _draw_sections(self, sitting: Sitting) -> None:
        sections = self.query_one(OptionList)
        at = sections.highlighted
        sections.clear_options()
        for section in sitting.interview.script.sections:
            sections.add_option(Option(section_line(section, sitting.interview.progress(section.id)), id=section.id))
        self._draw_private(sections, sitting)
        sections.highlighted = _current_index(sitting) if at is None else at

    def _draw_private(self, sections: OptionList, sitting: Sitting) -> None:
        """One neutral line, the same for everybody; where it can't be opened, why, in its place."""
        why_closed = self._casebook.why_private_is_closed()
        self.query_one("#neutral", Static).update(f"     {why_closed}" if why_closed else "")
        if not why_closed:
            line = neutral_line(self._casebook.private_view(sitting).record.q)
            sections.add_option(Option(f"     {line}", id=PRIVATE))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == PRIVATE:
            self.post_message(self.PrivateWanted(self.held))
        elif event.option.id:
            self.post_message(self.InterviewWanted(self._begun_at(event.option.id)))

    def _begun_at(self, section: str) -> Sitting:
        """The sitting looking at the section's first open question, or at its first one if none is open."""
        asked = [one for one in self.held.interview.path.asked if one.placed.section == section]
        answers = self.held.interview.standing.answers
        first = next((one for one in asked if one.id not in answers), None) or next(iter(asked), None)
        try:
            looking = self._casebook.look(self.held, first.id) if first else self.held
        except NotSaved:  # a look is a convenience: the interview itself will say what the disk refuses
            return self.held
        return self.held if isinstance(looking, Rejection) else looking

    def action_carry_on(self) -> None:
        self.post_message(self.InterviewWanted(self.held))

    def action_agreed(self) -> None:
        self.post_message(self.FolderWanted(self.held))

    def action_check(self) -> None:
        self.post_message(self.CheckWanted(self.held))

    def action_plan(self) -> None:
        self.post_message(self.PlanWanted(self.held))

    def action_export(self) -> None:
        self.post_message(self.ExportWanted(self.held))

    def action_bear_in_mind(self) -> None:
        self.app.push_screen(BearInMind(self._casebook.to_bear_in_mind(self.held)))

    def action_again(self) -> None:
        """Begin another interview, once this one is completed; or say that this one is of another kind."""
        window = ChooseOne(AGAIN, [words for _, words in LATER_KINDS])
        self.app.push_screen(window, self._begin_again)

    def _begin_again(self, chosen: int | None) -> None:
        if chosen is None:
            return
        try:
            self.sitting = self._casebook.begin(self.held.case_id, LATER_KINDS[chosen][0])
        except NotSaved as refused:
            self.query_one("#next", Static).update(f"! NOT begun: {refused}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        is_completed = self.held.status == "completed"
        may_begin = is_completed or self.held.may_change_kind
        return {"again": may_begin, "carry_on": not is_completed}.get(action, True)

    def action_back(self) -> None:
        self.dismiss(None)


def _current_index(sitting: Sitting) -> int:
    current = sitting.interview.current
    ids = [section.id for section in sitting.interview.script.sections]
    return ids.index(current.placed.section) if current else 0
