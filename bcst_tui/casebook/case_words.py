"""What is said of a whole case in both front ends: its interviews, what brings you together again, and merging."""

from __future__ import annotations

from collections.abc import Mapping

from bcst_tui.casebook.case_values import CaseSide, InterviewLine, SideBySide
from bcst_tui.casebook.merges import FIELD_NAMES
from bcst_tui.interview.showing import day_words
from bcst_tui.script.model import SittingKind
from bcst_tui.text import one_line

KINDS: Mapping[SittingKind, str] = {
    "first_screening": "first screening",
    "need_found_later": "a need found later",
    "review": "review",
    "follow_up": "follow-up",
}
AGAIN = "What brings you together again?"
LATER_KINDS: tuple[tuple[SittingKind, str], ...] = (
    ("review", "A review in the last 12 weeks before release"),
    ("follow_up", "A follow-up to something in the plan"),
    ("need_found_later", "A need that was found later"),
)
NO_INTERVIEW = "There has been no interview yet."
STAYS = "reference"
MERGE_WARNING = (
    "This can't be undone. A backup is made first, and the record keeps what each of the two said.",
    "Interviews, plans, notes and all else move to the one that stays, in one step. Where both have an interview, "
    "the one that is not ended goes on; the others can be read under All its interviews. Where both have a plan, "
    "the plan of that interview goes on; what was done, services and referrals of the other stay under Versions of "
    "the plan. Write down again what still counts.",
)
_HEADINGS: Mapping[str, str] = {
    STAYS: "Which stays",
    "opened": "Opened",
    "interviews": "Interviews",
    "plans": "Agreed plans",
    **{str(field): words for field, words in FIELD_NAMES.items()},
}


def interview_words(one: InterviewLine) -> str:
    """`20 November 2026: first screening and review, 12 of about 160 answered`."""
    kinds = " and ".join(KINDS[kind] for kind in (one.kind, *one.also))
    return f"{day_words(one.on)}: {kinds}, {one.answered} of about {one.asked} answered"


def told_beside(beside: SideBySide) -> tuple[str, ...]:
    """What is told of two cases beside each other, line by line: what each says, and what either holds."""
    kinds = dict.fromkeys(kind for side in beside.sides for kind in side.holds)
    return (STAYS, *FIELD_NAMES, "opened", "interviews", "plans", *kinds)


def side_heading(name: str) -> str:
    """What one of these lines is called."""
    return _HEADINGS.get(name, name)


def said_of(side: CaseSide, name: str) -> str:
    """What one of two cases says there; empty for nothing."""
    told = {
        STAYS: side.reference,
        "opened": day_words(side.opened),
        "interviews": side.interviews,
        "plans": str(side.plans),
        **{str(field): words for field, words in side.said.items()},
    }
    return one_line(told[name]) if name in told else str(side.holds.get(name, 0))
