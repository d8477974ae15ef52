"""Coming back to custody: the case opens again with a new time in prison, a new plan, and nothing copied (R06, R78)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.forms import OF_ONE_STAY
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.casebook.versions import Versions
from bcst_tui.interview.answer import Given, Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import day_words, in_short, shown
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import EachChosen
from bcst_tui.interview.whole import whole
from bcst_tui.plan.deadlines import months_after
from bcst_tui.plan.model import Plan
from bcst_tui.text import one_line
from bcst_tui.vault.edit_values import Stay, stay_of
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseEvent, Person

BACK_WITHIN = "back_within_6_months"
MAY_BE_OLD = "Part 1 may be old: it comes filled in from last time. Check it with the person."
STARTS_AFRESH = (
    "A new plan begins. The one from before can be read and stays as it was; nothing of it is copied, and nothing is "
    "asked again that may not be."
)
WENT_WELL = ("g11b_in_own_words", "g06c_going_well")
HOW_SURE, SURE = "g12_how_sure", 4
AREAS = "k01"
GOOD = ("good", "very_good")


@dataclass(frozen=True)
class ComingBack:
    """What is to be known at the start of a new time in prison; prompts, of which nothing is kept in the new plan."""

    began_on: date
    released_on: date
    part_one_may_be_old: bool
    strengths: tuple[str, ...] = field(default=(), repr=False)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to say of it, the warning first."""
        back = f"Back on {day_words(self.began_on)}, after release on {day_words(self.released_on)}."
        warning = (MAY_BE_OLD,) if self.part_one_may_be_old else ()
        return (*warning, f"{back} {STARTS_AFRESH}")


class Stays(Cases, Versions):
    """The part of the casebook that knows one time in prison from another."""

    def may_come_back(self, case_id: int) -> bool:
        """Whether this case was closed by a release, so that its person can be back."""
        with self._vault.session() as records:
            closing = records.cases.closing(case_id)
        return closing is not None and closing.what == "closed_released"

    def come_back(self, case_id: int, on: str = "") -> CaseLine | Rejection:
        """Open a case again because its person is back in prison: a new stay, and within six months a warning."""
        with self._vault.session() as records:
            person, closing = records.people.get(case_id), records.cases.closing(case_id)
            if closing is None:
                return Rejection(f"{person.reference} is open already.")
            if closing.what != "closed_released":
                return Rejection(f"{person.reference} was not closed by a release. Open it again instead.")
            day = _checked_day(on, closing, self.today())
            if isinstance(day, Rejection):
                return day
            self._begin_stay(records, person, day, closing)
            return self._line(records, person)

    def coming_back(self, case_id: int) -> ComingBack | None:
        """What to know of the time before, if the present one is not the first; strengths are prompts (R78)."""
        with self._vault.session() as records:
            person, stays = records.people.get(case_id), records.stays.of(case_id)
            if not stays:
                return None
            now = stays[-1]
            return ComingBack(
                now.began_on, now.released_on, now.is_within_six_months, self._strengths(records, person, stays)
            )

    def plan_notices(self, sitting: Sitting) -> tuple[str, ...]:
        """What stands over a plan until it is agreed: dates that moved, and prompts for somebody who came back."""
        moved = self.moved_dates(sitting).sentence
        back = self.coming_back(sitting.case_id) if not self.is_of_an_earlier_stay(sitting) else None
        plan = self.plan(sitting)
        is_new = back is not None and plan.version == 0 and plan.agreed_on is None
        prompts = (*back.sentences[:-1], *back.strengths) if back is not None and is_new else ()
        return (*([moved] if moved else []), *prompts)

    def is_of_an_earlier_stay(self, sitting: Sitting) -> bool:
        """Whether an interview belongs to a time in prison that is over: it is read, and not written in."""
        with self._vault.session() as records:
            stays = records.stays.of(sitting.case_id)
        return stay_of(stays, sitting.sitting_id) < len(stays)

    def _begin_stay(self, records: Records, person: Person, day: date, closing: CaseEvent) -> None:
        now, months = self._surroundings.now(), self._surroundings.reference.clocks[BACK_WITHIN].months or 0
        within = day <= months_after(closing.on, months)
        records.stays.begin(person.id, day, closing.on, within, now)
        if not within:
            records.private.new_sentence(person.id)
        records.forms.drop_all(person.id, OF_ONE_STAY)
        records.cases.add_event(CaseEvent(person.id, now, day, "returned", self.profile.name, ""))
        records.log("stay_begun", person.reference, now)

    def _strengths(self, records: Records, person: Person, stays: list[Stay]) -> tuple[str, ...]:
        """What went well the last time: what they wanted, what they were sure of, what was met."""
        before = [one for one in records.sittings.of(person.id) if stay_of(stays, one.id) == len(stays) - 1]
        if not before:
            return ()
        last = whole(self._sitting(records, person, before[-1]).interview)
        plan = records.plans.newest_among([one.id for one in before]) or Plan()
        return tuple(dict.fromkeys((*_wanted(last), *_sure_of(last), *_met(plan))))


def _checked_day(typed: str, closing: CaseEvent, today: date) -> date | Rejection:
    words = one_line(typed)
    on = read_date(words) if words else today
    if on is None:
        return Rejection("Write the day as day, month and full year, such as 12/3/2027.")
    if on > today:
        return Rejection(f"{day_words(on)} is still to come. Write the day they came back.")
    if on < closing.on:
        return Rejection(f"They were released on {day_words(closing.on)}. Write a day after that, or open it again.")
    return on


def _wanted(interview: Interview) -> Iterator[str]:
    for name in WENT_WELL:
        asked, answer = interview.path.get(name), interview.answer_to(name)
        if asked is not None and isinstance(answer, Given):
            yield _then(asked, answer)


def _then(asked: Asked, answer: Given) -> str:
    """An answer of the time before, told as one."""
    title = in_short(asked.question)
    return f"The last time, {title[:1].lower()}{title[1:]}: {shown(asked.question, answer)}"


def _sure_of(interview: Interview) -> Iterator[str]:
    """That they were sure of it, and every area that was good or very good (4 or 5)."""
    asked, answer = interview.path.get(HOW_SURE), interview.answer_to(HOW_SURE)
    size = answer.value.size if isinstance(answer, Given) else None
    if asked is not None and isinstance(answer, Given) and isinstance(size, int) and size >= SURE:
        yield _then(asked, answer)
    for asked in interview.path.asked:
        answer = interview.answer_to(asked.id)
        if asked.id.startswith(AREAS) and isinstance(answer, Given) and isinstance(answer.value, EachChosen):
            areas = {row.id: row.said for row in asked.question.each}
            good = [areas[area] for area, score in answer.value.pairs if score in GOOD]
            yield from (f"Going well then: {one}" for one in good)


def _met(plan: Plan) -> Iterator[str]:
    done = {one.activity for one in plan.deliveries if one.extent == "full"}
    for need in plan.needs:
        if need.status == "met":
            yield f"Met the last time: {need.title}"
    for action in plan.actions:
        if action.activity in done:
            yield f"Done the last time: {action.title}"
