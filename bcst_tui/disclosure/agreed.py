"""What was agreed with whom in the private part: standing, given, taken back. A version is never rewritten.

Being asked whether they know the person is an agreement of its own, and opens nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.disclosure.consent import Consent, ConsentStatus, GivenHow
from bcst_tui.disclosure.ledger import Item
from bcst_tui.disclosure.record import Record
from bcst_tui.reference.agency import AgencyReader, PrivateAgency, PrivateTopic

CASELOAD_CHECK = "caseload_check"
HELP = "help"
NEITHER: PrivateTopic = "none"
DEEPEST_FOR: Mapping[AgencyReader, int] = {"HOU": 2, "RO": 3, "SPEC": 4}
"""How deep a yes can go for each kind of reader; the matrix has nothing deeper for it."""
DEEPEST_OF_NEITHER = 1


def topics_of(items: tuple[Item, ...], agency: PrivateAgency) -> tuple[PrivateTopic, ...]:
    """What this agency may hear of, of what the run is about; `none` where that is neither item."""
    about: tuple[PrivateTopic, ...] = items or (NEITHER,)
    return tuple(one for one in about if one in agency.about)


def standing(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """The last version of each agreement, in the order they were first made."""
    last = {(one.agency, one.topic, one.purpose == CASELOAD_CHECK): one for one in consents}
    return tuple(last.values())


def of_agency(record: Record, agency: str) -> tuple[Consent, ...]:
    """What stands with one agency, without its caseload check."""
    return tuple(one for one in standing(record.consents) if one.agency == agency and one.purpose != CASELOAD_CHECK)


def open_to(record: Record, agency: str, today: date) -> tuple[Consent, ...]:
    """What this agency may be told something by on that day."""
    return tuple(one for one in of_agency(record, agency) if one.is_live(today))


def check_with(record: Record, agency: str) -> Consent | None:
    """What was said about asking first whether they know the person."""
    found = (one for one in standing(record.consents) if one.agency == agency and one.purpose == CASELOAD_CHECK)
    return next(found, None)


def agencies_open(record: Record, today: date) -> tuple[str, ...]:
    """Every agency that may be told or asked anything on that day, in the order of the agreements."""
    return tuple(dict.fromkeys(one.agency for one in standing(record.consents) if one.is_live(today)))


def agencies_by_name(record: Record, today: date) -> tuple[str, ...]:
    """Every agency that may be told by name on that day, in the order they were asked about."""
    return tuple(one for one in agencies_asked(record) if any(c.depth for c in open_to(record, one, today)))


def agencies_asked(record: Record) -> tuple[str, ...]:
    """Every agency anything was ever said about."""
    return tuple(dict.fromkeys(one.agency for one in record.consents))


def decided(
    agency: PrivateAgency,
    topics: Iterable[PrivateTopic],
    status: ConsentStatus,
    today: date,
    until: date | None = None,
    depth: int = 0,
    how: GivenHow | None = None,
    text_shown: str = "",
    anonymous: bool = False,
    parts: tuple[str, ...] = (),
    purpose: str = HELP,
) -> tuple[Consent, ...]:
    """A version for each topic; only a yes has a depth and a day it runs out on.

    Raises ValueError for a depth this agency or topic can't have: a front end's error, never a person's.
    """
    said_yes = status == "given"
    named = tuple(topics)
    deepest = DEEPEST_OF_NEITHER if NEITHER in named else DEEPEST_FOR[agency.reader]
    if not 0 <= depth <= deepest or (said_yes and (depth > 0) == anonymous):
        raise ValueError("no such depth here")
    one = Consent(
        agency=agency.id,
        topic="",
        status=status,
        given_on=today,
        depth=depth if said_yes else 0,
        purpose=purpose,
        given_how=how,
        until=until if said_yes else None,
        text_shown=text_shown if said_yes else "",
        anonymous=said_yes and anonymous,
        parts=parts if said_yes else (),
    )
    return tuple(replace(one, topic=topic) for topic in named)


def with_versions(record: Record, new: Iterable[Consent]) -> Record:
    """The record with these added, each with the number of its version."""
    for one in new:
        before = [
            other
            for other in record.consents
            if (other.agency, other.topic, other.purpose) == (one.agency, one.topic, one.purpose)
        ]
        record = replace(record, consents=(*record.consents, replace(one, version=len(before) + 1)))
    return record


def taken_back(record: Record, agency: str, today: date) -> Record:
    """Everything this agency may be told or asked stops at once; a referral that waits stops with it."""
    over = tuple(
        replace(one, status="withdrawn", depth=0, until=None, withdrawn_on=today, anonymous=False, parts=())
        for one in standing(record.consents)
        if one.agency == agency and one.is_live(today)
    )
    referrals = tuple(
        replace(one, status="withdrawn", on=today) if one.agency == agency and one.status not in OVER else one
        for one in record.referrals
    )
    return replace(with_versions(record, over), referrals=referrals)


OVER = ("rejected", "done", "withdrawn")


def only_in_touch(record: Record, agency: str, today: date) -> Record:
    """From now on they hear no more than that they are asked to get in touch."""
    less = tuple(
        replace(one, depth=1, parts=(), given_on=today, text_shown="")
        for one in of_agency(record, agency)
        if one.is_live(today) and one.depth > 1
    )
    return with_versions(record, less)


def purpose_met(record: Record, agency: str, today: date) -> Record:
    """What it was agreed for is done, so it has run out."""
    over = tuple(
        replace(one, status="expired", depth=0, until=None, anonymous=False, parts=())
        for one in standing(record.consents)
        if one.agency == agency and one.is_live(today)
    )
    return with_versions(record, over)
