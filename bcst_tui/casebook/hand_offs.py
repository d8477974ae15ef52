"""What was told to staff at once, the hand-over to the officer outside, and which landlords were tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcst_tui.casebook.handed_over import ASKED, ON_DAY, passed_on
from bcst_tui.casebook.papers import Papers
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.consent import Consent
from bcst_tui.export.case import CaseHeader, HandOff, KeyDate, ToldAnswer
from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.interview.dates import read_date_time
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.directory import LANDLORDS
from bcst_tui.plan.model import Plan
from bcst_tui.plan.officer import HANDED_OVER, OFFICERS, URGENT, URGENT_TO, no_officer_known
from bcst_tui.reference.service import LandlordKind
from bcst_tui.text import is_blank, one_line
from bcst_tui.vault.edit_values import stay_of, stay_on
from bcst_tui.vault.record_values import HandedOn as HandedOn
from bcst_tui.vault.record_values import HandOffLogged as HandOffLogged
from bcst_tui.vault.record_values import LandlordState as LandlordState
from bcst_tui.vault.record_values import LandlordTried
from bcst_tui.vault.record_values import ToldRole as ToldRole
from bcst_tui.vault.records import Records

WHAT, TO, STATE = "hand_off_what", "hand_off_to", "landlord_state"
FOR_A_HOME = ("ACC-2-01", "ACC-2-02", "ACC-2-05")
"""What is done to find somebody a home of their own, and every kind of landlord is tried for it."""
NOTHING_LEFT = ("declined", "not_possible", "not_needed")
HOUSING = "housing_plan"
LANDLORDS_TRIED = "Landlords tried"


class HandOffs(Papers):
    """The part of the casebook that logs what was passed on."""

    def hand_offs(self, case_id: int) -> tuple[HandOffLogged, ...]:
        """All of a case's, the latest first; a hand-over said in an interview is among them (L08)."""
        with self._vault.session() as records:
            return tuple(reversed(passed_on(records, case_id, self._interview)))

    def time_of_day(self) -> str:
        """The time on the clock here, `14:02`."""
        return f"{self._surroundings.now().astimezone():%H:%M}"

    def hand_off_words(self, logged: HandOffLogged) -> tuple[str, str]:
        """What was told and to whom, in the fixed words of the vocabulary."""
        reference = self._surroundings.reference
        return reference.label(WHAT, logged.what), reference.label(TO, logged.told_to)

    def hand_off_line(self, logged: HandOffLogged) -> str:
        """`23 November 2026, 14:02: Ill, told to Healthcare, by Alex.`, without the full stop."""
        what, told_to = self.hand_off_words(logged)
        at = f", {logged.at_time}" if logged.at_time else ""
        return f"{day_words(logged.on)}{at}: {what}, told to {told_to}{f', by {logged.by}' if logged.by else ''}"

    def may_hand_off(self, *, plan: bool = False) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        """What can be told and to whom, as codes with their words; `plan`: the plan, to the officer outside."""
        reference = self._surroundings.reference
        whats, roles = ((HANDED_OVER,), OFFICERS) if plan else (URGENT, URGENT_TO)
        return (
            tuple((code, reference.label(WHAT, code)) for code in whats),
            tuple((code, reference.label(TO, code)) for code in roles),
        )

    def hand_off(self, case_id: int, what: HandedOn, told_to: ToldRole, when: str = "") -> HandOffLogged | Rejection:
        """Log that staff were told, now or at the day and time typed; no action of the plan comes of it (R10).

        Raises CaseClosed, a NotSaved.
        """
        now = self._surroundings.now()
        on, at_time = self.today(), f"{now.astimezone():%H:%M}"
        if typed := one_line(when):
            moment = read_date_time(typed)
            if moment is None:
                return Rejection("Write day and time, such as 12/3/2027 14:30, or nothing for now.")
            on, at_time = moment.date(), f"{moment:%H:%M}"
            if on > self.today():
                return Rejection("That day is still to come. Write it down once they have been told.")
        if (what == HANDED_OVER) != (told_to in OFFICERS):
            return Rejection("The plan is handed over to the officer or the home team; all else goes to staff here.")
        logged = HandOffLogged(what, told_to, on, at_time, self.profile.name)
        with self._vault.session() as records:
            records.hand_offs.add(case_id, logged, now)
            records.log("handed_off", records.people.get(case_id).reference, now)
        return logged

    def landlords(self, case_id: int) -> tuple[tuple[LandlordKind, str, LandlordTried | None], ...]:
        """The three kinds of landlord, and how it stands with each (R48)."""
        with self._vault.session() as records:
            tried = {one.kind: one for one in records.landlords.of(case_id)}
        return tuple((kind, title, tried.get(kind)) for kind, title in LANDLORDS.items())

    def try_landlord(
        self, case_id: int, kind: LandlordKind, state: LandlordState, because: str = ""
    ) -> LandlordTried | Rejection:
        """Note that a kind was tried, or why it does not suit. Raises CaseClosed, a NotSaved."""
        words = one_line(because)
        if state == "not_suitable" and is_blank(words):
            return Rejection("Write why it does not suit, in a few words.")
        if len(words) > SHORT_TEXT:
            return Rejection(f"Keep it to {SHORT_TEXT} letters.")
        tried = LandlordTried(kind, state, self.today(), words, self.profile.name)
        with self._vault.session() as records:
            records.landlords.add(case_id, tried, self._surroundings.now())
        return tried

    def _open_in(self, sitting: Sitting, plan: Plan) -> tuple[str, ...]:
        """Also who has to be told and tried yet."""
        return (*super()._open_in(sitting, plan), *self._to_pass_on(sitting, plan))

    def _to_pass_on(self, sitting: Sitting, plan: Plan) -> tuple[str, ...]:
        officer = no_officer_known(sitting.whole.known, self.today())
        looking = any(one.activity in FOR_A_HOME and one.status not in NOTHING_LEFT for one in plan.actions)
        untried = [title.lower() for _, title, tried in self.landlords(sitting.case_id) if tried is None]
        said = f"Kinds of landlord neither tried nor ruled out yet: {'; '.join(untried)}."
        return tuple(one for one in (officer, said if looking and untried else "") if one)

    def _header_of(self, records: Records, sitting: Sitting, supposed: Iterable[Consent] = ()) -> CaseHeader:
        """The case for a paper, with what was passed on and which landlords were tried."""
        header = super()._header_of(records, sitting, supposed)
        logged = passed_on(records, sitting.case_id, self._interview)
        urgent = [one for one in logged if one.what != HANDED_OVER]
        given = [one for one in logged if one.what == HANDED_OVER]
        stays = records.stays.of(sitting.case_id)
        is_given = any(stay_on(stays, one.on) == stay_of(stays, sitting.sitting_id) for one in given)
        tried = records.landlords.of(sitting.case_id)
        return replace(
            header,
            hand_offs=(*header.hand_offs, *map(self._as_passed_on, urgent)),
            key_dates=(*header.key_dates, *map(self._as_key_date, given)),
            told=(
                *(one for one in header.told if not is_given or one.question_id not in (ASKED, ON_DAY)),
                *(told for one in tried for told in self._as_told(one)),
            ),
        )

    def _as_passed_on(self, logged: HandOffLogged) -> HandOff:
        what, told_to = self.hand_off_words(logged)
        return HandOff(logged.on, told_to, what, logged.at_time)

    def _as_key_date(self, logged: HandOffLogged) -> KeyDate:
        what, told_to = self.hand_off_words(logged)
        return KeyDate(f"{what}: {told_to.lower()}", logged.on, audience="actions", at=logged.at_time)

    def _as_told(self, tried: LandlordTried) -> Iterator[ToldAnswer]:
        """How it stands, and on a line of its own why: typed words may be about somebody else (R84)."""
        name, title = f"landlord_{tried.kind}", LANDLORDS[tried.kind]
        yield ToldAnswer(name, title, self.landlord_words(replace(tried, because="")), HOUSING, part=LANDLORDS_TRIED)
        if tried.because:
            why = f"{title}, because"
            yield ToldAnswer(f"{name}_why", why, tried.because, HOUSING, names_others=True, part=LANDLORDS_TRIED)

    def landlord_words(self, tried: LandlordTried) -> str:
        """How it stands with a kind of landlord, and since when."""
        state = self._surroundings.reference.label(STATE, tried.state)
        because = f": {tried.because}" if tried.because else ""
        return f"{state}, {day_words(tried.on)}{because}"
