"""Which cases the list shows: what can be chosen, and how many there are of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bcst_tui.casebook.finding import Wanted, choices

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook


@dataclass
class WhichCases:
    """How a case must stand to be listed, while it is being chosen."""

    casebook: Casebook
    wanted: Wanted

    @property
    def title(self) -> str:
        return f"Which cases? {self.casebook.find_cases(self.wanted, most=0).count_words.capitalize()}."

    @property
    def lines(self) -> tuple[tuple[str, bool], ...]:
        return tuple((one.words, one.is_chosen) for one in choices(self.wanted, self.casebook.labels))

    def choose(self, place: int) -> None:
        self.wanted = choices(self.wanted, self.casebook.labels)[place].chosen
