"""Interviews that could not be held: why, when it is tried again, and what that leaves running (R02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.casebook.case_values import ClosedHow
from bcst_tui.casebook.cases import Cases
from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.working_days import next_working_day
from bcst_tui.text import one_line
from bcst_tui.vault.list_values import NotHeld
from bcst_tui.vault.values import NotHeldReason

REASONS: Mapping[NotHeldReason, str] = {
    "refused": "They did not want to",
    "unwell": "They were unwell",
    "no_interpreter": "There was no interpreter",
    "regime": "The prison day got in the way",
    "transferred": "They have been moved to another prison",
    "released": "They have been released",
    "other": "Another reason",
}
CLOSES: Mapping[NotHeldReason, ClosedHow] = {"transferred": "transferred", "released": "released"}
"""After these there is no next attempt here: the case is closed next."""
WHY_OTHER = "What was the reason? In a few words, for you alone."
WHEN_NOT_HELD = "On which day was it to be?"
WHEN_AGAIN = "When will you try again?"


@dataclass(frozen=True)
class Missed:
    """What the worker says of an interview that was not held; days as typed."""

    reason: NotHeldReason
    on: str = ""
    again: str = ""
    words: str = field(default="", repr=False)


class MissedInterviews(Cases):
    """The part of the casebook that knows what did not happen."""

    def suggested_attempt(self) -> date:
        """The next working day."""
        return next_working_day(self.today())

    def why_not_missed(self, missed: Missed) -> str:
        """What has to be mended before this can be kept, or empty."""
        checked = _checked(missed, self.today())
        return checked.reason if isinstance(checked, Rejection) else ""

    def not_held(self, case_id: int, missed: Missed) -> tuple[str, ...] | Rejection:
        """Keep that an interview was not held; sentences on what follows. Raises CaseClosed, NotSaved."""
        checked = _checked(missed, self.today())
        if isinstance(checked, Rejection):
            return checked
        (on, again), now = checked, self._surroundings.now()
        with self._vault.session() as records:
            records.cases.refuse_closed(case_id)
            person = records.people.get(case_id)
            words = one_line(missed.words)
            records.lists.add_not_held(NotHeld(case_id, on, missed.reason, now, self.profile.name, words, again))
            records.log("not_held", person.reference, now)
            lines = self._short_of(records, case_id).lines
        part_two = min((line.on for line in lines if line.sort == "part_two" and line.on), default=None)
        return tuple(_what_follows(again, part_two))

    def missed(self, case_id: int) -> tuple[str, ...]:
        """Every interview of this case that was not held, the latest first, in words."""
        with self._vault.session() as records:
            found = records.lists.not_held([case_id]).get(case_id, [])
        return tuple(missed_words(one) for one in reversed(found))


def missed_words(one: NotHeld) -> str:
    """`3 March 2027: not held. They were unwell. Next attempt 4 March 2027.`"""
    why = f"{REASONS[one.reason]}: {one.words}" if one.words else REASONS[one.reason]
    again = f" Next attempt {day_words(one.next_attempt)}." if one.next_attempt else ""
    return f"{day_words(one.on)}: not held. {why}.{again}"


def _what_follows(again: date | None, part_two: date | None) -> Iterator[str]:
    if again is not None:
        yield f"Noted. It stands on the list for {day_words(again)}."
    else:
        yield "Noted."
    if part_two is not None and again is not None:
        yield f"The time for part 2 keeps running: it is due on {day_words(part_two)}."
        if again > part_two:
            yield "That is before the next attempt. Try sooner if you can."


def _checked(missed: Missed, today: date) -> tuple[date, date | None] | Rejection:
    on = read_date(one_line(missed.on)) if one_line(missed.on) else today
    if on is None:
        return Rejection("Write the day as day, month and full year, such as 12/3/2027.")
    if on > today:
        return Rejection(f"{day_words(on)} is still to come.")
    if missed.reason == "other" and not one_line(missed.words):
        return Rejection("Write the reason, in a few words.")
    if len(one_line(missed.words)) > SHORT_TEXT:
        return Rejection(f"Keep it to {SHORT_TEXT} letters.")
    if missed.reason in CLOSES:
        return on, None
    again = read_date(one_line(missed.again)) if one_line(missed.again) else next_working_day(today)
    if again is None:
        return Rejection("Write the day of the next attempt as day, month and full year, such as 12/3/2027.")
    if again < today:
        return Rejection(f"{day_words(again)} is over. Choose today or a later day.")
    return on, again
