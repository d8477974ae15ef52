"""Referrals of the private part: only to those who may know, and the second outside after one question (R101)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agency_in_words import title_of
from bcst_tui.disclosure.agreed import OVER
from bcst_tui.disclosure.plan_page import aside_of, back, plainly, plan_aside, plan_words, to
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import CaseloadCheck, PrivateReferral, ReferralStatus
from bcst_tui.disclosure.talk import Aside, Keeps, Option, Page, Talk

NEXT: Mapping[ReferralStatus, tuple[ReferralStatus, ...]] = {
    "drafted": ("sent", "withdrawn"),
    "consented": ("sent", "withdrawn"),
    "sent": ("waiting", "accepted", "rejected", "withdrawn"),
    "waiting": ("accepted", "rejected", "withdrawn"),
    "accepted": ("done", "withdrawn"),
    "rejected": (),
    "done": (),
    "withdrawn": (),
}
"""Where a referral may go from where it stands."""


def _referrals(talk: Talk) -> Page:
    """Those there are, and a new one to each who may know. A second outside waits for whether they know the person."""
    words = plan_words(talk)
    there = [
        Option(_referral_line(talk, one), talk.beside("referral", place=place))
        for place, one in enumerate(talk.record.referrals)
    ]
    new = [
        Option(words.refer.replace("{title}", title_of(talk, one)), _refers(talk, one)) for one in may_refer_to(talk)
    ]
    notice = words.check_first if waits_for_check(talk) else "" if there or new else words.nobody_agreed
    return replace(plan_aside(talk, plainly(words.which_referral), (*there, *new, back(talk))), notice=notice)


def may_refer_to(talk: Talk) -> tuple[str, ...]:
    """Whom something may be sent to by name now, with no referral under way, and not waiting for a check (R101)."""
    return tuple(one for one in _agreed_by_name(talk) if not _must_check(talk, one))


def waits_for_check(talk: Talk) -> bool:
    """Whether a referral waits because nobody has been asked yet if they may be asked."""
    return any(_must_check(talk, one) for one in _agreed_by_name(talk))


def _agreed_by_name(talk: Talk) -> tuple[str, ...]:
    under_way = {one.agency for one in talk.record.referrals if one.status not in OVER}
    named = agreed.agencies_by_name(talk.record, talk.desk.today)
    return tuple(one for one in named if one not in under_way)


def _must_check(talk: Talk, agency: str) -> bool:
    """A second referral outside waits until the person has said whether they may be asked; a no lets it go on."""
    outside = [one for one in talk.record.referrals if one.status not in OVER and _is_outside(talk, one.agency)]
    return bool(outside) and _is_outside(talk, agency) and agreed.check_with(talk.record, agency) is None


def _is_outside(talk: Talk, agency: str) -> bool:
    found = talk.desk.agencies.get(agency)
    return found is None or not found.inside


def _refers(talk: Talk, agency: str) -> Keeps:
    check = agreed.check_with(talk.record, agency)
    asked: CaseloadCheck = "asked" if check is not None and check.is_live(talk.desk.today) else "not_needed"
    new = PrivateReferral(agency, "consented", talk.desk.today, check=asked)
    return Keeps("plan", lambda record: replace(record, referrals=(*record.referrals, new)), Aside("referrals"))


def _referral(talk: Talk) -> Page:
    """Where it goes from here. While they have only been asked whether they know the person, it is not sent."""
    words, place = plan_words(talk), aside_of(talk).place
    one = talk.record.referrals[place]
    if one.check == "asked":
        known = [
            Option(words.check[code], _referral_to(place, replace(one, check=code)))
            for code in get_args(CaseloadCheck)
            if code not in ("not_needed", "asked")
        ]
        return plan_aside(talk, plainly(words.check_asked), (*known, to(talk, "referrals")))
    moves = [
        Option(words.referral[code], _referral_to(place, replace(one, status=code, on=talk.desk.today)))
        for code in NEXT[one.status]
        if code != "sent" or agreed.open_to(talk.record, one.agency, talk.desk.today)
    ]
    return plan_aside(talk, plainly(_referral_line(talk, one)), (*moves, to(talk, "referrals")))


def _referral_to(place: int, changed: PrivateReferral) -> Keeps:
    def change(record: Record) -> Record:
        referrals = [changed if at == place else one for at, one in enumerate(record.referrals)]
        return replace(record, referrals=tuple(referrals))

    return Keeps("plan", change, Aside("referrals"))


def _referral_line(talk: Talk, one: PrivateReferral) -> str:
    words = plan_words(talk)
    check = f", {words.check[one.check]}" if one.check != "not_needed" else ""
    return f"{title_of(talk, one.agency)}: {words.referral[one.status]}{check}"


REFERRAL_ASIDES: Mapping[str, Callable[[Talk], Page]] = {"referrals": _referrals, "referral": _referral}
