"""What the steps of a rehearsal and the activities of a plan are called in a debrief: words, not ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

COMMON: Mapping[str, str] = MappingProxyType(
    {
        "q.entry": "Beginning the private part",
        "q.privacy": "Whether it is private",
        "q.arrange": "Another place or day",
        "q.limits": "What has to be passed on",
        "q.door": "Leaving it there",
        "q.ground": "Coming to the end of it",
        "q.help_now.child": "Passing on the worry about a child",
        "q.help_now.outside": "Passing on the worry about somebody outside",
        "q.help_now.in_here": "Passing on that they are not safe in here",
        "q.help_now.life": "Passing on that their life is in danger",
        "j03b_safe_contact": "How to keep in touch",
    }
)
STATES: Mapping[str, str] = MappingProxyType(
    {
        "offer": "The offer",
        "when": "Another time",
        "told": "Told somebody already",
        "ask": "The question",
        "confirm": "Whether it is still right",
        "respond": "The answer to being told",
        "today": "What can't wait",
        "needs": "What would be of use",
        "record": "What is kept",
        "share": "Who is told",
        "plan": "Whether to plan",
        "leaflet": "What everybody hears",
    }
)
ITEMS: Mapping[str, str] = MappingProxyType({"q1": "somebody close", "q2": "selling sex"})
BASES: Mapping[str, str] = MappingProxyType({"consent": "with a yes", "gateway": "without a yes, told first"})


@dataclass(frozen=True)
class Names:
    """The interview's questions in short, and the activities by their titles; an id where there is no word for it."""

    questions: Mapping[str, str] = field(default_factory=dict)
    activities: Mapping[str, str] = field(default_factory=dict)

    def of(self, question_id: str) -> str:
        """What a step is called."""
        item, _, state = question_id.partition(".")
        if item in ITEMS and state in STATES:
            return f"{STATES[state]} ({ITEMS[item]})"
        return COMMON.get(question_id) or self.questions.get(question_id) or question_id

    def action(self, code: str) -> str:
        """`Housing help, with a yes (ACC-3-06)`; what is not an activity as it stands."""
        activity, _, basis = code.partition("@")
        title = self.activities.get(activity)
        if title is None:
            return code.replace("_", " ")
        told = f", {BASES[basis.partition('.')[0]]}" if basis else ""
        return f"{title}{told} ({activity})"
