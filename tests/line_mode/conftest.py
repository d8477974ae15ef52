"""Line mode over a fresh encrypted vault, with what is typed written in the test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Profile, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.left_alone import LeftAlone, Patience
from bcst_tui.line_mode.short_word import ShortWord
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, ready_vault

MONDAY = date(2026, 11, 23)
PROFILE = Profile("Wren Invented", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty manager")
MAIN = 'id: invented\nversion: "1"\ntitle: Invented\nsections: [home.yaml]\n'
HEAD = "section: home\ntitle: Home\nrail: Home\nquestions:\n"


NOBODY = "(nobody presses a key until patience ends)"
PICKS = "> "
"""Before the words of a line that is picked by its number."""


@dataclass
class Typed:
    """A terminal on which these lines are typed, and then nothing more; `> words` types the number before them."""

    waiting: list[str]
    told: list[str] = field(default_factory=list)
    covered: int = 0
    patience: Patience = field(default_factory=Patience)
    word: ShortWord = field(default_factory=ShortWord)
    waits: list[float | None] = field(default_factory=list)

    def say(self, words: str = "") -> None:
        self.told.append(words)

    def heading(self, words: str) -> None:
        self.told.append(words)

    def line(self, words: str) -> str:
        self.told.append(words)
        if not self.waiting:
            raise EOFError
        self.waits.append(self.patience.now)
        typed = self.waiting.pop(0)
        if typed == NOBODY:
            raise LeftAlone
        return self._number_of(typed.removeprefix(PICKS)) if typed.startswith(PICKS) else typed

    def _number_of(self, words: str) -> str:
        """The number before these words in the list told last."""
        lines = (re.match(r"  ([0-9]+)  (.*)", told) for told in reversed(self.told))
        return next(line[1] for line in lines if line is not None and line[2].startswith(words))

    def unseen(self, words: str) -> str:
        return self.line(words)

    def cover(self) -> None:
        self.covered += 1

    @property
    def all_told(self) -> str:
        return "\n".join(self.told)


@dataclass
class Held:
    """An interview after what was typed."""

    asking: Asking
    terminal: Typed

    @property
    def kept(self) -> dict[str, object]:
        answers = self.asking.sitting.interview.standing.answers
        return {
            name: answer.kept() if hasattr(answer, "kept") else answer.value.kept() for name, answer in answers.items()
        }

    @property
    def asked_now(self) -> str | None:
        current = self.asking.sitting.interview.current
        return current.id if current else None


Holding = Callable[..., Held]


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Holding]:
    """Begins an interview over these questions and types these lines; the input then ends."""
    opened: list[Casebook] = []

    def hold(questions: str, *lines: str) -> Held:
        files = {"script.yaml": MAIN, "home.yaml": HEAD + dedent(questions)}
        around = Surroundings(files, shipped_reference(), lambda: MONDAY, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
        casebook = Casebook(ready_vault(tmp_path / "vault", bytes(32), PROFILE), around)
        opened.append(casebook)
        case = casebook.add_case(NewCase("Ash Invented"))
        assert not isinstance(case, Rejection)
        terminal = Typed(list(lines))
        cards = tuple(shipped_reference().contact_cards.values())
        asking = Asking(casebook, casebook.begin(case.case_id), terminal, cards)
        try:
            asking.ask_all()
        except EOFError:
            pass
        return Held(asking, terminal)

    yield hold
    for casebook in opened:
        let_go(casebook._vault)
