"""How a plan is told to each kind of reader: which headings, in which order, and in whose words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bcst_tui.plan.model import SaidBy
from bcst_tui.reference.audience import Layout

Part = Literal[
    "agreed",
    "contact",
    "goals",
    "next",
    "hand_offs",
    "wishes",
    "needs",
    "levels",
    "signposts",
    "referrals",
    "dates",
    "deadlines",
    "everyone",
    "closed",
    "settled",
    "advice",
    "distance",
    "told",
    "unanswered",
    "notes",
    "sittings",
    "kept",
    "log",
]


@dataclass(frozen=True)
class Wording:
    """The headings of a paper in their order, and how it speaks of the person and the worker.

    `is_plain`: in the words said to the person, without codes, sources and clocks. `meeting`: what a meeting is called
    to those who may have been told nothing but when.
    """

    headings: Mapping[Part, str]
    done_by: Mapping[SaidBy, str]
    worker: str = "the named worker"
    names_worker: bool = True
    unconfirmed: str = "not confirmed yet"
    agreed: str = "agreed with the person"
    not_mine: str = "not a need, as the person sees it"
    is_plain: bool = False
    shows_limb: bool = False
    meeting: str = ""

    def who(self, said_by: SaidBy, worker: str, provider: str) -> str:
        """Who answers for something (R29), and who provides it."""
        words = self.done_by[said_by].format(worker=worker, provider=provider)
        return f"Who: {words[:1].upper()}{words[1:]}"


_OF_THEM: Mapping[SaidBy, str] = MappingProxyType(
    {
        "i_will": "the person does this; help from: {provider}",
        "we_will": "the person and {worker} together; help from: {provider}",
        "worker_will": "{worker} sees to it; done by: {provider}",
    }
)
RECORD = Wording(
    MappingProxyType(
        {
            "goals": "What the person wants",
            "next": "What happens next",
            "hand_offs": "Handed on at once",
            "wishes": "Wishes to keep to, no reason asked",
            "needs": "Needs, and why",
            "levels": "Levels",
            "signposts": "Services pointed to, and the check on each",
            "referrals": "Referrals, and where each stands",
            "dates": "Dates",
            "deadlines": "Deadlines",
            "everyone": "Still to do, as for everyone",
            "closed": "Done or closed",
            "settled": "Home: settled or not",
            "advice": "Advice given",
            "distance": "How things have moved, in the person's own marks (1 very bad, 5 very good)",
            "unanswered": "Declined, not asked, not known",
            "agreed": "What may be told, and to whom",
            "contact": "Getting in touch safely",
            "notes": "Notes",
            "sittings": "Sittings",
            "kept": "Asked to be seen, and what went to whom",
            "told": "What was told",
        }
    ),
    _OF_THEM,
    shows_limb=True,
)
OFFICER = Wording(
    MappingProxyType(
        {
            "next": "What happens next, and who does it",
            "wishes": "Please keep to these; no reason is kept, and none should be asked",
            "goals": "What the person wants",
            "needs": "Needs found",
            "levels": "How much support",
            "signposts": "Services already pointed to, and the check on each",
            "referrals": "Referrals, and where each stands",
            "dates": "Dates",
            "deadlines": "Deadlines here and for the team outside",
            "settled": "Home: settled or not",
            "everyone": "Still to do here, as for everyone",
            "closed": "Done or closed here",
            "advice": "Advice given here",
            "distance": "How things have moved, in their own marks (1 very bad, 5 very good)",
            "hand_offs": "Handed on at once, where the safeguarding lead decided so",
            "sittings": "Seen here on",
            "agreed": "What the person agreed you may be told",
            "contact": "Getting in touch safely",
            "told": "What the person told us, and what the record says",
        }
    ),
    _OF_THEM,
)
PERSON = Wording(
    MappingProxyType(
        {
            "goals": "What you want",
            "next": "What happens next",
            "needs": "What you need, and why",
            "wishes": "What you asked for; you don't have to say why",
            "levels": "How much support",
            "signposts": "Services you were told about",
            "referrals": "Services we asked to help you",
            "dates": "Dates",
            "deadlines": "Days we must keep to",
            "settled": "Your home: settled or not",
            "everyone": "Help that everyone gets",
            "closed": "Done already",
            "advice": "What we talked through",
            "distance": "How things are for you, and how they have moved (1 very bad, 5 very good)",
            "unanswered": "What you left out, or we did not ask",
            "hand_offs": "Passed on at once",
            "agreed": "What you said we may tell, and to whom",
            "contact": "Getting in touch with you safely",
            "notes": "Notes",
            "sittings": "When we met",
            "kept": "What went to others, and when you asked to see this",
            "told": "What you told us, and what the record says",
            "log": "What part 1 said, and what was changed in your plan",
        }
    ),
    MappingProxyType(
        {
            "i_will": "you do this; help from: {provider}",
            "we_will": "you and {worker} together; help from: {provider}",
            "worker_will": "{worker} sees to it; done by: {provider}",
        }
    ),
    worker="your worker",
    unconfirmed="to talk through with you",
    agreed="agreed with you",
    not_mine="not a need, as you see it",
    is_plain=True,
)
OUTSIDE = Wording(
    MappingProxyType(
        {
            "agreed": "What the person agreed you may be told",
            "contact": "Getting in touch safely",
            "goals": "What the person wants",
            "next": "What is planned with you",
            "wishes": "Please keep to these; no reason is kept, and none should be asked",
            "needs": "What help is needed",
            "signposts": "What we have asked you for",
            "referrals": "Referrals to you",
            "dates": "Dates",
            "settled": "Home: settled or not",
            "everyone": "Still to do here, as for everyone",
            "closed": "Done or closed",
            "advice": "Advice given here",
            "distance": "How things have moved, in the person's own marks (1 very bad, 5 very good)",
            "hand_offs": "Handed on at once",
            "unanswered": "Not answered",
            "sittings": "Seen here on",
            "told": "What is shared of what was told",
        }
    ),
    _OF_THEM,
    names_worker=False,
    is_plain=True,
    meeting="Appointment",
)
WORDINGS: Mapping[Layout, Wording] = MappingProxyType(
    {"record": RECORD, "officer": OFFICER, "person": PERSON, "outside": OUTSIDE}
)
