"""A person's own statement about convictions (R50, R119): what it is for, and prompts to write it by.

Prompts, never sentences: the words are the person's. No list of offences is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

Purpose = Literal["employer", "landlord", "college"]
PURPOSES: Mapping[Purpose, str] = {
    "employer": "For an employer",
    "landlord": "For a landlord or a council",
    "college": "For a college or a course",
}
CODES: tuple[Purpose, ...] = get_args(Purpose)
ASKED_FOR_IN: Mapping[str, tuple[Purpose, ...]] = {
    "d07_what_to_tell": ("employer", "college"),
    "c20_words_for_landlord": ("landlord",),
}
"""Questions whose yes asks for help with one."""
FOR_ALL = (
    "First look up together what has to be said. If nobody asks, and no rule says so, nothing has to be.",
    "A conviction may be “spent”: by law it need not be told, except for some work, most of all with children or "
    "ill people.",
    "Only what was asked. No list of offences, no other people, nothing that happened to you unless you want it there.",
    "What was going on then, in a line. What is different now. What you do to keep it so.",
    "Who would speak for you: somebody who knows you now, and has said yes.",
    "End with what you want: the work, the place, the course. That is what the letter is about.",
)
PROMPTS: Mapping[Purpose, tuple[str, ...]] = {
    "employer": (
        "Was there a question on the form, and in which words? Some jobs may ask more than others: look that up.",
        "What you can do, and where you have done it: also in here.",
        "Anything they have to plan round: days you must keep free. The day only, not the reason.",
    ),
    "landlord": (
        "What the landlord asked. A council may ask what a private landlord does not.",
        "How the rent will be paid, and who helps with it.",
        "What a good neighbour you can be, and who has seen it.",
    ),
    "college": (
        "What the form asks, and for which course. Many courses ask nothing; some with placements do.",
        "What you have learned since, and why this course.",
        "What would help you stay on it.",
    ),
}
NOBODY_ELSE = (
    "It is theirs. It stands in no plan and on no other paper; it goes to nobody unless they hand it over or agree. "
    "Read it aloud together before it is kept."
)
LONGEST = 2000


@dataclass(frozen=True)
class Statement:
    """One version, as the person put it; `version` counts from 1 for each purpose. No words: taken back."""

    purpose: Purpose
    version: int
    written_on: date
    words: str = field(repr=False)

    @property
    def is_taken_back(self) -> bool:
        return not self.words


def prompts_for(purpose: Purpose) -> tuple[str, ...]:
    """What to talk through before and while it is written."""
    return (*FOR_ALL[:2], *PROMPTS[purpose], *FOR_ALL[2:])
