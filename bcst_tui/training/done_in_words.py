"""What was done in a turn, told of the worker: on a debrief, and to a group that watches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcst_tui.training.attempt import Act

IN_WORDS: Mapping[Act, str] = {
    "hide": "hides the screen",
    "stop_item": "leaves the subject",
    "privacy_recheck": "checks again that they are private",
    "unlock": "starts bcst again",
    "no_reask": "puts nothing a second time",
    "stop": "stops for today",
    "pause": "pauses",
    "book": "books another time and asks nothing now",
    "leave_the_gap": "leaves the gap, and waits",
    "safe_close": "comes to a good end first",
    "only_what_was_agreed": "says only what was agreed",
    "stop_copies": "stops the copies still to go",
    "list_what_went": "shows what went, and to whom",
    "leave_not_opened": "leaves it as not opened, and says so",
    "honest_limits": "says honestly what would have to be passed on",
    "choice_of_worker": "offers another worker and another time",
    "read_back": "reads back what is written",
    "notice": "notes something noticed",
    "carry_on": "carries on as if nothing had happened",
}


def done(acts: Iterable[Act]) -> str:
    """All of one turn: `hides the screen, leaves the subject`."""
    return ", ".join(IN_WORDS[one] for one in acts)
