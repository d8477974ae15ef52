"""Interviews to drive in tests of screens: a casebook in memory, and an app around one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import NotSaved
from bcst_tui.interview import engine
from bcst_tui.interview.answer import NotAskedReason, Rejection
from bcst_tui.interview.draft import Draft
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.script import Script
from bcst_tui.tui.screens.check_answers import CheckAnswersScreen
from bcst_tui.tui.screens.interview import InterviewScreen
from bcst_tui.tui.screens.plan import PlanScreen
from bcst_tui.tui.themes import DARK
from tests.tui.driving import Driver
from tests.vocabulary import SATURDAY, script_of

MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@dataclass
class BookInMemory:
    """The casebook's contract for one sitting, over the real engine; its disk can be made to refuse."""

    sitting: Sitting
    is_full: bool = False
    settled: Plan = field(default_factory=Plan)
    ended: list[str] = field(default_factory=list)
    half_entered: Draft | None = None

    def open_sitting(self, case_id: int) -> Sitting | None:
        return self.sitting

    def words(self, text: str) -> str:
        return text.replace("{prison}", "Northgate")

    def plan(self, sitting: Sitting) -> Plan:
        return self.settled

    def answer(self, sitting: Sitting, raw: Json) -> Sitting | Rejection:
        return self._kept(engine.answer(sitting.interview, raw))

    def revise(self, sitting: Sitting, question_id: str, raw: Json) -> Sitting | Rejection:
        return self._kept(engine.revise(sitting.interview, question_id, raw))

    def confirm(self, sitting: Sitting) -> Sitting | Rejection:
        return self._kept(engine.confirm(sitting.interview))

    def skip(self, sitting: Sitting, code: NonAnswerCode, reason: NotAskedReason | None = None) -> Sitting | Rejection:
        return self._kept(engine.skip(sitting.interview, code, reason))

    def look(self, sitting: Sitting, question_id: str) -> Sitting | Rejection:
        return self._kept(engine.look(sitting.interview, question_id))

    def add_row(self, sitting: Sitting, group_id: str) -> Sitting | Rejection:
        return self._kept(engine.add_row(sitting.interview, group_id))

    def remove_row(self, sitting: Sitting, row_id: str) -> Sitting | Rejection:
        return self._kept(engine.remove_row(sitting.interview, row_id))

    def keep_draft(self, sitting: Sitting, question_id: str, text: str) -> None:
        if self.is_full:
            raise NotSaved("The disk is full.", "Make room on it.")
        self.half_entered = Draft(question_id, text) if text else None

    def draft(self, sitting: Sitting) -> Draft | None:
        return self.half_entered

    def back(self, sitting: Sitting) -> Sitting:
        return self._moved(engine.back(sitting.interview))

    def onward(self, sitting: Sitting) -> Sitting:
        return self._moved(engine.onward(sitting.interview))

    def undo(self, sitting: Sitting) -> Sitting:
        return self._moved(engine.undo(sitting.interview))

    def stop(self, sitting: Sitting) -> Sitting:
        self.ended.append("stopped")
        return replace(sitting, status="paused")

    def complete(self, sitting: Sitting) -> Sitting:
        self.ended.append("completed")
        return replace(sitting, status="completed")

    def _kept(self, moved: Interview | Rejection) -> Sitting | Rejection:
        return moved if isinstance(moved, Rejection) else self._moved(moved)

    def _moved(self, moved: Interview) -> Sitting:
        if moved is self.sitting.interview:
            return self.sitting
        if self.is_full:
            raise NotSaved("The disk is full.", "Make room on it.")
        last = moved.moves[-1]
        if last.act == "answer" and self.half_entered and self.half_entered.question_id == last.question:
            self.half_entered = None
        self.sitting = replace(self.sitting, interview=moved)
        return self.sitting


def book_of(script: Script | str, facts: Mapping[str, str] | None = None) -> BookInMemory:
    """A sitting just begun over a script, or over the text of one section."""
    told = script_of(script) if isinstance(script, str) else script
    begun = engine.begin(told, "first_screening", SATURDAY, facts)
    return BookInMemory(Sitting(1, 1, "BCST-0001", "Robin", begun, MORNING, MORNING, "open"))


def casebook(book: BookInMemory) -> Casebook:
    """The book as screens take it."""
    return cast(Casebook, book)


class Around(App[None]):
    """An app with one screen, which notes the messages that reach it."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._first = screen
        self.heard: list[Message] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def on_mount(self) -> None:
        self.push_screen(self._first)

    def on_interview_screen_check_wanted(self, event: InterviewScreen.CheckWanted) -> None:
        self.heard.append(event)

    def on_interview_screen_plan_wanted(self, event: InterviewScreen.PlanWanted) -> None:
        self.heard.append(event)

    def on_interview_screen_stopped(self, event: InterviewScreen.Stopped) -> None:
        self.heard.append(event)

    def on_check_answers_screen_plan_wanted(self, event: CheckAnswersScreen.PlanWanted) -> None:
        self.heard.append(event)

    def on_plan_screen_export_wanted(self, event: PlanScreen.ExportWanted) -> None:
        self.heard.append(event)

    def on_plan_screen_copy_wanted(self, event: PlanScreen.CopyWanted) -> None:
        self.heard.append(event)

    def on_plan_screen_read_back_wanted(self, event: PlanScreen.ReadBackWanted) -> None:
        self.heard.append(event)

    def on_plan_screen_feedback_wanted(self, event: PlanScreen.FeedbackWanted) -> None:
        self.heard.append(event)

    def on_interview_screen_left(self, event: InterviewScreen.Left) -> None:
        self.heard.append(event)


def asked_now(driver: Driver) -> str:
    """The question the screen stands at; empty at the end."""
    screen = driver.screen
    assert isinstance(screen, InterviewScreen)
    current = screen.held.interview.current
    return current.id if current else ""


async def until_asked(driver: Driver, question_id: str) -> None:
    """Wait until this question stands on the screen and its field has the keyboard."""

    def drawn() -> bool:
        screen = driver.screen
        assert isinstance(screen, InterviewScreen)
        card = screen.card
        if asked_now(driver) != question_id:
            return False
        focused = screen.focused
        return card.drawn == question_id and focused is not None and card.entry in focused.ancestors_with_self

    await driver.until(drawn, f"asked {question_id}, now at {asked_now(driver)}")
    await driver.settled()
