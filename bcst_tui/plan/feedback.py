"""What a person is asked about the talk itself (K07); kept without anything that says whose it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FeedbackQuestion:
    """One question, and what 1 to 5 mean in it."""

    said: str
    labels: tuple[str, str, str, str, str]


HOW_MUCH = ("Not at all", "A little", "Partly", "Mostly", "Yes, all of it")
QUESTIONS = (
    FeedbackQuestion("Did we deal with what mattered to you today?", HOW_MUCH),
    FeedbackQuestion("Did you feel listened to?", ("Not at all", "A little", "Partly", "Mostly", "Yes")),
    FeedbackQuestion("Would you talk with us again?", ("No", "Probably not", "Perhaps", "Probably", "Yes")),
)
WORDS = "Anything to add? No names, please. Enter ends it; it may stay empty."
LEAVE_OUT = "Leave this one out"
PROMISE = (
    "You don't have to. Nobody can tell who said what: no name, no case and no day is kept with it, "
    "only the month. It helps to see what should be done better."
)
