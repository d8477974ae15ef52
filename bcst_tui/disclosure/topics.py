"""The questions within a screen of the private part, which the machine doesn't know, by name."""

from __future__ import annotations

from typing import Literal

Ordinary = Literal["check", "day", "wrong_key"]
OfTheRecord = Literal["change", "when", "who", "children_around", "wants"]
OfHelp = Literal["card", "told", "decided", "person_told", "why_not_told", "basis", "after"]
OfSharing = Literal["agency", "others", "which", "parts_for", "would_get", "checking", "stopped"]
OfThePlan = Literal[
    "parts",
    "part",
    "referrals",
    "referral",
    "known",
    "meetings",
    "meeting",
    "look_again",
    "offers",
    "offer",
    "own_words",
    "own_words_read",
    "bridge",
    "bridge_line",
]
OfForms = Literal["raised", "form", "form_line"]
OfBefore = Literal["before", "before_how", "before_role", "before_month"]
Topic = Ordinary | OfTheRecord | OfHelp | OfSharing | OfThePlan | OfForms | OfBefore | Literal["folder", "holding"]
