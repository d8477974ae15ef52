"""After the person has left: how heavy it was, for the worker alone (section 16). Both front ends say these words.

It is asked whatever was said, so that being asked tells nothing. Nobody else is shown it, and no figure counts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, get_args

Strain = Literal["light", "medium", "heavy"]
STRAINS: tuple[Strain, ...] = get_args(Strain)
DAYS = 7
MANY = 3
"""So many heavy ones within so many days, and it is time to talk about it."""

ASKED = "Just for you, once they have left: how heavy was that?"
ANSWERS = ("Light", "Medium", "Heavy")
NOT_NOW = "I'd rather not say"
KEPT = "Only you are shown this. After seven days it is gone."
GAP = "Take ten minutes before the next one: some water, a window, a few steps."
DEBRIEF = (
    "If it helps, say it to yourself or to somebody you trust, without a name: what I did, what I'm carrying, "
    "what I'll hand over. It is written down nowhere."
)
SUPERVISION = (
    "Three heavy ones within seven days. That is a lot for anybody, and nothing you did wrong. If you like, ask for "
    "time to talk about it, in these words or your own:"
)
IN_THESE_WORDS = "“Some of my interviews have been heavy lately. Could we find half an hour this week?”"
NOT_SENT = "bcst sends nothing, and tells nobody that you were asked."
CHOICES = ("I'll ask for it", "Not this time")


def is_much(heavy: Iterable[date], today: date) -> bool:
    """Whether it was heavy so often lately that somebody should be there to talk to."""
    return sum(today - timedelta(days=DAYS) < on <= today for on in heavy) >= MANY


def first_kept(today: date) -> date:
    """The first day that is still kept."""
    return today - timedelta(days=DAYS - 1)


def sentences(was_told: bool) -> tuple[str, ...]:
    """What is said with the question: a gap, where somebody was heard."""
    return (GAP, DEBRIEF, KEPT) if was_told else (KEPT,)
