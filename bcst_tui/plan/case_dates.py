"""The dates of a case that clocks run from, as the answers of block A and C give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from bcst_tui.interview.answer import Given
from bcst_tui.interview.known import Known
from bcst_tui.interview.values import AtTime, Value

UNSENTENCED = ("remand", "awaiting_sentence")
CLAIM = "claim"
RENTED_OR_OWNED = "on_paper"
NO_PART_TWO = ("over_4_years", "indeterminate")


@dataclass(frozen=True)
class CaseDates:
    """What is known of the dates; None is not known, which is not the same as none."""

    came_in: datetime | None = None
    part_one_done: date | None = None
    part_one_here: date | None = None
    part_two_done: date | None = None
    legal_status: str = field(default="", repr=False)
    legal_status_before: str = field(default="", repr=False)
    sentence: str = field(default="", repr=False)
    release: date | None = None
    home_curfew: date | None = None
    parole: date | None = None
    sentence_end: date | None = None
    released_before: bool | None = None
    last_release: date | None = None
    birth_date: date | None = None
    no_address: bool = False
    council_consent: date | None = None
    home_letter: date | None = None
    debt_letter: date | None = None
    review: date | None = None
    pays_no_rent: bool = False

    @property
    def custody_began(self) -> date | None:
        """The day custody began, taken to be the day of reception (R42)."""
        return self.came_in.date() if self.came_in else None

    @property
    def is_unsentenced(self) -> bool:
        return self.legal_status in UNSENTENCED

    @property
    def is_newly_sentenced(self) -> bool:
        """Whether remand has become a sentence since the sitting before (R13)."""
        known = bool(self.legal_status) and not self.is_unsentenced
        return known and self.legal_status_before in UNSENTENCED

    @property
    def has_part_two(self) -> bool:
        """Part 2 is for sentences of up to four years, and on remand an aim (R03, R04, R13)."""
        return self.sentence not in NO_PART_TWO


def case_dates(known: Known) -> CaseDates:
    """The dates as far as they have been answered."""
    released_before = _code(known, "a07_last_release")
    return CaseDates(
        came_in=_moment(known, "a02_came_in"),
        part_one_done=_day(known, "a03b_part_one_done"),
        part_one_here=_day(known, "a03c_part_one_here"),
        legal_status=_code(known, "a04_legal_status"),
        legal_status_before=known.facts.get("legal_status_before", ""),
        sentence=_code(known, "a05_total_sentence"),
        release=_day(known, "a06_release_date"),
        home_curfew=_day(known, "a06b_hdc_date"),
        parole=_day(known, "a06c_parole_date"),
        sentence_end=_day(known, "a06e_sentence_end"),
        released_before={"released_before": True, "never": False}.get(released_before),
        last_release=_day(known, "a07b_last_release_date"),
        birth_date=_fact_day(known, "birth_date"),
        no_address=_code(known, "c16_address_on_day") == "no",
        council_consent=known.today if _code(known, "c15_council_told") in ("depth_1", "depth_2") else None,
        home_letter=_day(known, "c08d_date_on_letter"),
        debt_letter=_day(known, "e04d_date_on_letter"),
        review=_day(known, "k08c_review_date"),
        pays_no_rent=_pays_no_rent(known),
    )


def _pays_no_rent(known: Known) -> bool:
    """Whether the answers say that no Universal Credit can be paying for a home."""
    paid = [known.question(name) for name in ("c07_paid_before", "c07b_paid_now")]
    lived = known.question("c01_before_prison")
    if any(seen is not None and CLAIM in seen.tags for seen in paid):
        return False
    if _code(known, "c05_whose_name") == "somebody_else":
        return True
    said_otherwise = any(seen is not None and seen.codes for seen in paid)
    return said_otherwise or (lived is not None and bool(lived.codes) and RENTED_OR_OWNED not in lived.tags)


def _value(known: Known, question_id: str) -> Value | None:
    _, answer = known.answers.get(question_id, (None, None))
    return answer.value if isinstance(answer, Given) else None


def _moment(known: Known, question_id: str) -> datetime | None:
    value = _value(known, question_id)
    return value.moment if isinstance(value, AtTime) else None


def _day(known: Known, question_id: str) -> date | None:
    value = _value(known, question_id)
    size = value.size if value is not None else None
    return size if isinstance(size, date) else None


def _code(known: Known, question_id: str) -> str:
    value = _value(known, question_id)
    return value.codes[0] if value is not None and value.codes else ""


def _fact_day(known: Known, name: str) -> date | None:
    seen = known.fact(name)
    return seen.size if seen is not None and isinstance(seen.size, date) else None
