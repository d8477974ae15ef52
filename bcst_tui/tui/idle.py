"""When bcst locks itself: after a while without a key, and when the laptop has slept."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

DRIFT_SECONDS = 20.0
"""How far the two clocks may part between two looks before it can only be sleep, or somebody turning the clock."""

WARNING_SECONDS = 15.0


@dataclass(frozen=True)
class Clocks:
    """The clock that never jumps and the one on the wall, in seconds."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


@dataclass
class Idleness:
    """How long nothing has been pressed, and whether the clocks still agree."""

    clocks: Clocks = field(default_factory=Clocks)

    def __post_init__(self) -> None:
        self._last_key = self.clocks.monotonic()
        self._gap = self.clocks.wall() - self.clocks.monotonic()

    def key_pressed(self) -> None:
        self._last_key = self.clocks.monotonic()

    def seconds_left(self, limit: float) -> float:
        """Seconds until the lock; none once the clocks have parted."""
        gap = self.clocks.wall() - self.clocks.monotonic()
        parted = abs(gap - self._gap) > DRIFT_SECONDS
        if not parted:
            self._gap = gap
        return 0.0 if parted else max(0.0, limit - (self.clocks.monotonic() - self._last_key))
