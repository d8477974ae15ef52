"""Ordinary facts that may make an offer of the private part more pressing (section 14); nothing goes the other way."""

from __future__ import annotations

from datetime import date

from bcst_tui.disclosure.levels import Around
from bcst_tui.interview.known import Known, years_between
from bcst_tui.plan.case_dates import case_dates

RECALLS = ("fixed_term_recall", "hdc_recall", "standard_recall")
WEEKS_BEFORE_RELEASE = 84
YOUNG = 25


def around_of(known: Known, today: date) -> Around:
    """What of the ordinary answers bears on the levels, each of them a plain yes or no."""
    dates = case_dates(known)
    is_near = dates.release is not None and (dates.release - today).days <= WEEKS_BEFORE_RELEASE
    homeless = dates.no_address or _has_tag(known, "c14_homeless_on_release", "at_risk")
    uses = _has_tag(known, "f05_drinking", "worry") or _has_tag(known, "f06_drugs", "used")
    return Around(
        help_with_exclusion=_says(known, "c04b_rather_not_near", "yes") and _says(known, "c04d_want_help", "yes"),
        unsafe_or_no_address=is_near and homeless,
        pregnant=_says(known, "f02_body", "pregnancy"),
        under_25_or_care=_is_young(dates.birth_date, today) or _says(known, "g02_in_care", "yes"),
        learning_disability=_has_tag(known, "b03_make_easier", "ldd"),
        no_english_or_recourse=_has_tag(known, "b01c_interpreter", "wanted"),
        recalled=_says(known, "a04_legal_status", *RECALLS),
        trauma_with_substances=uses and _says(known, "f08_past_in_the_way", "yes"),
    )


def _is_young(born: date | None, today: date) -> bool:
    return born is not None and years_between(born, today) < YOUNG


def _says(known: Known, question: str, *codes: str) -> bool:
    seen = known.question(question)
    return seen is not None and bool(set(seen.codes) & set(codes))


def _has_tag(known: Known, question: str, tag: str) -> bool:
    seen = known.question(question)
    return seen is not None and tag in seen.tags
