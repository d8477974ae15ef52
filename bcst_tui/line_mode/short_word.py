"""The short word that lifts the cover in lines: chosen once a session, in memory only, and gone with a lock."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field

MISSES_ALLOWED = 3
SHORTEST_WORD = 4
CHOOSE_WORD = f"A short word for today, at least {SHORTEST_WORD} letters. It brings you back after hide"


@dataclass
class ShortWord:
    """Nothing while none is chosen."""

    chosen: str = field(default="", repr=False)

    def choose(self, typed: str) -> None:
        """This from now on, if it is long enough."""
        tidy = typed.strip().casefold()
        self.chosen = tidy if len(tidy) >= SHORTEST_WORD else self.chosen

    def opens(self, typed: str) -> bool:
        return bool(self.chosen) and hmac.compare_digest(typed.strip().casefold().encode(), self.chosen.encode())
