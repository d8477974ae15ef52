"""The clocks of the private part, counted from the last key (section 3, Timers); the front end only reads them."""

from __future__ import annotations

from collections.abc import Mapping

from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.table import COVERS, State

COVER_SECONDS = 90
COVER_SECONDS_IN: Mapping[State, int] = {"RESPOND": 120}
LOCK_SECONDS_COVERED: Mapping[State, int] = {"RESPOND": 600}
"""Under the cover over this screen: a laptop left behind still locks itself."""


def cover_after(run: Run) -> int | None:
    """After how long without a key the cover goes up by itself; None where it is up, or nothing is open."""
    if run.state in (*COVERS, "SECTION", "END"):
        return None
    return COVER_SECONDS_IN.get(run.state, COVER_SECONDS)


def lock_after(run: Run, usual: int) -> int | None:
    """After how long it locks; None for never, while somebody is listening to what was told."""
    if run.state in LOCK_SECONDS_COVERED:
        return None
    if run.state in COVERS and run.held is not None:
        return LOCK_SECONDS_COVERED.get(run.held.state, usual)
    return usual
