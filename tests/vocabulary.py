"""The words tests speak in, so that they read like interviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from textwrap import dedent

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NOT_ASKED_REASONS, NotAskedReason, Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.loading import load_script
from bcst_tui.script.model import SittingKind
from bcst_tui.script.script import Script

SATURDAY = date(2026, 11, 21)

MAIN = """
id: invented
version: "1"
title: Invented for a test
sections: [home.yaml]
facts:
  age: {means: Whole years since birth}
"""


def script_of(section: str, main: str = MAIN) -> Script:
    """A script of one section, written in a test."""
    return load_script({"script.yaml": main, "home.yaml": dedent(section)})


@dataclass(frozen=True)
class Interviewing:
    """An interview under way in a test."""

    interview: Interview
    rejection: Rejection | None = None

    def answers(self, **answers: Json) -> Interviewing:
        """Answer these questions in this order, each when it is asked."""
        here = self
        for question_id, raw in answers.items():
            assert here.asked_id == question_id, f"asked {here.asked_id}, not {question_id}"
            here = here.answer(raw)
            assert here.rejection is None, here.rejection
        return here

    def answer(self, raw: Json) -> Interviewing:
        """Answer whatever is being asked."""
        return self._after(engine.answer(self.interview, raw))

    def skips(self, code: NonAnswerCode = "declined", reason: str | None = None) -> Interviewing:
        why: NotAskedReason | None = next((known for known in NOT_ASKED_REASONS if known == reason), None)
        return self._after(engine.skip(self.interview, code, why))

    def revises(self, **answers: Json) -> Interviewing:
        here = self
        for question_id, raw in answers.items():
            here = here._after(engine.revise(here.interview, question_id, raw))
        return here

    def looks_at(self, question_id: str) -> Interviewing:
        return self._after(engine.look(self.interview, question_id))

    def goes_back(self) -> Interviewing:
        return self._after(engine.back(self.interview))

    def goes_on(self) -> Interviewing:
        return self._after(engine.onward(self.interview))

    def undoes(self) -> Interviewing:
        return self._after(engine.undo(self.interview))

    def adds_row(self, group_id: str) -> Interviewing:
        return self._after(engine.add_row(self.interview, group_id))

    def removes_row(self, row_id: str) -> Interviewing:
        return self._after(engine.remove_row(self.interview, row_id))

    def is_asked(self, question_id: str) -> Interviewing:
        """The next question is this one."""
        assert self.asked_id == question_id, f"asked {self.asked_id}, not {question_id}"
        return self

    def is_rejected(self, words: str = "") -> Interviewing:
        """The last entry was not taken, and the reason holds these words."""
        assert self.rejection is not None, "the entry was taken"
        assert words.lower() in self.rejection.reason.lower(), self.rejection.reason
        return self

    def is_finished(self) -> Interviewing:
        assert self.asked_id is None, f"still asked {self.asked_id}"
        return self

    def will_ask(self, question_id: str) -> bool:
        """Whether the question is on the path as things stand."""
        return self.interview.path.get(question_id) is not None

    @property
    def asked_id(self) -> str | None:
        return self.interview.current.id if self.interview.current else None

    def _after(self, moved: Interview | Rejection) -> Interviewing:
        if isinstance(moved, Rejection):
            return replace(self, rejection=moved)
        return Interviewing(moved)


def interviewing(
    script: Script | str,
    sitting: SittingKind = "first_screening",
    today: date = SATURDAY,
    facts: Mapping[str, str] | None = None,
) -> Interviewing:
    """Begin an interview over a script, or over the text of one section."""
    told = script_of(script) if isinstance(script, str) else script
    return Interviewing(engine.begin(told, sitting, today, facts))
