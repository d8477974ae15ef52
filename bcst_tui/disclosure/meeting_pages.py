"""Meetings and getting in touch, as planned in the private part: what is agreed, how it went, another look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bcst_tui.disclosure.agency_in_words import title_of
from bcst_tui.disclosure.form_pages import MEETING_FORM
from bcst_tui.disclosure.plan_page import aside_of, back, is_cut, plainly, plan_aside, plan_words, to
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import Outcome, PrivateFollowUp
from bcst_tui.disclosure.safe_contact import usable_contact
from bcst_tui.disclosure.talk import Aside, Keeps, Option, Page, Talk

LOOK_AGAIN = "look_again"
MOST_LISTED = 20


def _meetings(talk: Talk) -> Page:
    """What is agreed, the next first, and a new one."""
    words = plan_words(talk)
    order = sorted(enumerate(talk.record.follow_ups), key=lambda one: (bool(one[1].outcome), one[1].due))
    listed = order[:MOST_LISTED]
    there = [Option(_meeting_line(talk, one), talk.beside("meeting", place=place)) for place, one in listed]
    new = () if is_cut(talk) else (Option(words.new_meeting, talk.beside("form", code=MEETING_FORM)),)
    return plan_aside(talk, plainly(words.which_meeting), (*there, *new, back(talk)))


def _meeting_line(talk: Talk, one: PrivateFollowUp) -> str:
    words = plan_words(talk)
    said = f"{one.due:%d/%m/%Y}, {words.purpose.get(one.purpose, one.purpose)}"  # type: ignore[call-overload]
    return f"{said}: {words.outcome[one.outcome]}" if one.outcome else said


def _meeting(talk: Talk) -> Page:
    """How it went; and the way to get in touch, for as long as it holds. Of one that was cut, only what it is."""
    words, place = plan_words(talk), aside_of(talk).place
    one = talk.record.follow_ups[place]
    options = [
        Option(said, _outcome(talk, place, code))
        for code, said in words.outcome.items()
        if code and code != one.outcome
    ]
    page = plan_aside(talk, plainly(words.how_it_went), (*options, to(talk, "meetings")))
    if is_cut(talk):
        return replace(page, kept=(_meeting_line(talk, one),))
    contact = usable_contact(one.contact, talk.desk.today, talk.desk.release)
    told = (_meeting_line(talk, one), *((title_of(talk, one.agency),) if one.agency else ()))
    if one.contact is not None and contact is None:
        return replace(page, kept=told, notice=words.ask_again)
    return replace(page, kept=(*told, *_contact_lines(talk, one)))


def _contact_lines(talk: Talk, one: PrivateFollowUp) -> tuple[str, ...]:
    """The terms, in the words of the form they were said in; what was not said is not there."""
    if one.contact is None:
        return ()
    told = []
    for line in talk.words.common.form(MEETING_FORM).lines:
        value = getattr(one.contact, line.id, None)
        if line.id == "leave_message" or value not in (None, "", False):
            said = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
            told.append(f"{line.said}: {line.choices.get(str(said), str(said))}")
    return tuple(told)


def _outcome(talk: Talk, place: int, outcome: Outcome) -> Keeps:
    def change(record: Record) -> Record:
        done = replace(record.follow_ups[place], outcome=outcome, outcome_on=talk.desk.today)
        return replace(
            record, follow_ups=tuple(done if at == place else one for at, one in enumerate(record.follow_ups))
        )

    return Keeps("plan", change, Aside("meetings"))


def _look_again(talk: Talk) -> Page:
    """Another look before release, chosen together; on the day it is the words for everyone, and no question."""
    words, booking, today = plan_words(talk), talk.words.common.booking, talk.desk.today
    days = [(said, today + timedelta(days=gone)) for gone, said in sorted(booking.days.items())]
    if talk.desk.window_opens is not None and talk.desk.window_opens > today:
        days.insert(0, (words.when_window_opens, talk.desk.window_opens))
    options = [
        Option(said, Keeps("plan", partial(_with_follow_up, new=PrivateFollowUp(LOOK_AGAIN, "worker", day))))
        for said, day in days
    ]
    return plan_aside(talk, plainly(words.look_when), (*options, back(talk)))


def _with_follow_up(record: Record, new: PrivateFollowUp) -> Record:
    return replace(record, follow_ups=(*record.follow_ups, new))


def due_lines(talk: Talk) -> tuple[str, ...]:
    """What is due by today, the oldest first; for the worker, and never counted or coloured."""
    due = [one for one in talk.record.follow_ups if not one.outcome and one.due <= talk.desk.today]
    return tuple(_meeting_line(talk, one) for one in sorted(due, key=lambda one: one.due))


def looks_again(record: Record) -> bool:
    """Whether another look is agreed and has not been had."""
    return any(one.purpose == LOOK_AGAIN and not one.outcome for one in record.follow_ups)


MEETING_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "meetings": _meetings,
    "meeting": _meeting,
    "look_again": _look_again,
}
