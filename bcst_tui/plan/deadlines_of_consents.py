"""When what was agreed runs out, agency by agency (R85)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bcst_tui.disclosure.consent import WARNING_DAYS, Consent, latest, live
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.model import Deadline
from bcst_tui.reference.reference import Reference

COUNCIL = "council_s10"


def as_agreed(dates: CaseDates, consents: Iterable[Consent], today: date) -> CaseDates:
    """The dates with the day a council was agreed to, by the record where there is one, else by the answer."""
    held = tuple(consents)
    if not any(agency == COUNCIL for agency, _ in latest(held)):
        return dates
    given = [one.given_on for one in live(held, today, COUNCIL)]
    return replace(dates, council_consent=min(given, default=None))


def consents_running(consents: Iterable[Consent], today: date, reference: Reference) -> Iterator[Deadline]:
    """The day each agency's consent runs out; a council's is counted with the dates of the case."""
    clock, ends = reference.clocks["consent"], dict[str, date]()
    for one in live(consents, today):
        if one.agency != COUNCIL and one.until is not None:
            ends[one.agency] = min(one.until, ends.get(one.agency, one.until))
    for agency, until in ends.items():
        title = reference.agencies[agency].title if agency in reference.agencies else agency
        warn = day_words(until - timedelta(days=WARNING_DAYS))
        note = f"{title}. Sooner if its purpose is met. Ask again from {warn}."
        yield Deadline("consent", clock.title, until, "on_time", note, "consents_others")
