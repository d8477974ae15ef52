"""What a filled form becomes in the record, or what is missing in it; what is not filled in stays not said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from bcst_tui.disclosure.gateway import Limit
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import Place, PrivateFollowUp
from bcst_tui.disclosure.record_of_sharing import (
    GatewayRecord,
    Kind,
    Liaison,
    LiaisonOutcome,
    OurAction,
    RiskRoute,
    Route,
)
from bcst_tui.disclosure.safe_contact import TYPED, Channel, SafeContact, Unreachable, checked
from bcst_tui.interview.rejection import Rejection

Filled = Mapping[str, str]
Built = Callable[[Record], Record] | Rejection
NOBODY = "nobody"
TOGETHER = "The person and I together"
WHEN_MISSING = "Say when."
OVER = "That day is over. Choose today or a later day."


def _meeting(filled: Filled, today: date, release: date | None) -> Built:
    """A meeting with all that section 8 has for it. A way to get in touch holds no longer than until release."""
    if "due" not in filled:
        return Rejection(WHEN_MISSING)
    due, place = date.fromisoformat(filled["due"]), cast(Place, filled.get("place", ""))
    if due < today:
        return Rejection(OVER)
    contact = _contact(filled, today, release) if place == "outside" and "channel" in filled else None
    if isinstance(contact, Rejection):
        return contact
    made = PrivateFollowUp(
        purpose=filled.get("purpose", "resettlement_appointment"),
        owner=filled.get("owner", "worker"),
        due=due,
        agency=filled.get("agency", ""),
        place="they_contact_us" if contact and contact.channel == "i_will_contact_you" else place,
        may_deliver=filled.get("may_deliver", ""),
        contact=contact,
    )
    return lambda record: replace(record, follow_ups=(*record.follow_ups, made))


def _contact(filled: Filled, today: date, release: date | None) -> SafeContact | Rejection:
    yes = {"yes": True, "no": False}
    until = date.fromisoformat(filled["valid_until"]) if "valid_until" in filled else release
    contact = SafeContact(
        channel=cast(Channel, filled["channel"]),
        leave_message=filled.get("leave_message") == "yes",
        number_withheld=yes.get(filled.get("number_withheld", "")),
        preview_safe=yes.get(filled.get("preview_safe", "")),
        valid_until=until,
        if_unreachable=cast(Unreachable | None, filled.get("if_unreachable")),
        set_on=today,
        checked_on=today,
    )
    return checked(replace(contact, **{name: filled.get(name, "") for name in TYPED}), today)  # type: ignore[arg-type]


def _why_not(filled: Filled, *, may_be_own: bool) -> Rejection | None:
    """What is missing in a record of telling others: who decided, and whether the person knows."""
    if "decided_by" not in filled:
        return Rejection("Say who decided it.")
    if not may_be_own and filled["decided_by"] == TOGETHER:
        return Rejection("Without a yes it is the lead who decides, or the duty manager.")
    if "person_told" not in filled:
        return Rejection("Say whether they know.")
    if filled["person_told"] == "no" and "why_not_told" not in filled:
        return Rejection("Say why they were not told.")
    return None


def _raised(kind: Kind, filled: Filled, today: date, release: date | None) -> Built:
    """Something raised with a meeting or with children's services, by their yes or by the lead's decision."""
    del release
    if "basis" not in filled:
        return Rejection("Say whether it is with their yes, or by the lead's decision.")
    by_lead = filled["basis"] == "gateway"
    if by_lead and "reason" not in filled:
        return Rejection("Choose which of the reasons it is; there is no other.")
    if (missing := _why_not(filled, may_be_own=not by_lead)) is not None:
        return missing
    if by_lead and "review" not in filled:
        return Rejection("Say when it is looked at again.")
    made = Liaison(
        kind=kind,
        basis="gateway" if by_lead else "consent",
        decided_by=filled["decided_by"],
        raised_on=today,
        raised_by_role=filled.get("raised_by_role", "trained_worker"),
        person_told=filled["person_told"] == "yes",
        review=_day(filled, "review"),
        reason=cast(Limit, filled["reason"]) if by_lead else None,
        outcome=cast(LiaisonOutcome, filled.get("outcome", "pending")),
        area=filled.get("area", ""),
        our_action=cast(OurAction, filled.get("our_action", "")),
        why_not_told=filled.get("why_not_told", ""),
        wishes=tuple(filled[name] for name in ("wishes", "more_wishes") if name in filled),
        where_child=filled.get("where_child", ""),
        reference=filled.get("reference", ""),
    )
    return lambda record: replace(record, liaisons=(*record.liaisons, made))


def _exploitation(filled: Filled, today: date, release: date | None) -> Built:
    """Raised, whom we turned to, when, agreed or not. A grown-up has to agree; who is under 18 is referred (card 6)."""
    del release
    if "responder" not in filled:
        return Rejection("Say whom we turned to.")
    if "agreed" not in filled:
        return Rejection("Say whether they agreed.")
    if (missing := _why_not(filled, may_be_own=filled["agreed"] == "yes" or filled["responder"] == NOBODY)) is not None:
        return missing
    agreed, told = filled["agreed"] == "yes", filled["responder"] != NOBODY
    if filled["agreed"] == "no" and filled["responder"] not in (NOBODY, "police"):
        return Rejection("A grown-up has to agree. Without that only the police can be told, by the lead's decision.")
    made = Liaison(
        kind="exploitation",
        basis="consent" if agreed or not told else "gateway",
        decided_by=filled["decided_by"],
        raised_on=_day(filled, "raised_on") or today,
        raised_by_role="trained_worker",
        person_told=filled["person_told"] == "yes",
        why_not_told=filled.get("why_not_told", ""),
        reason=None if agreed or not told else ("child" if filled["agreed"] == "under_18" else "other_adult"),
        responder=filled["responder"],
        agreed=None if filled["agreed"] == "under_18" else agreed,
    )
    return lambda record: replace(record, liaisons=(*record.liaisons, made))


def _risk_route(filled: Filled, today: date, release: date | None) -> Built:
    del release
    for line, missing in (("done_by", "Say who looked at it."), ("outcome", "Say where it led.")):
        if line not in filled:
            return Rejection(missing)
    made = RiskRoute(
        filled["done_by"],
        _day(filled, "on") or today,
        cast(Route, filled["outcome"]),
        cast(OurAction, filled.get("our_action", "")),
    )
    return lambda record: replace(record, risk_routes=(*record.risk_routes, made))


def _gateway(filled: Filled, today: date, release: date | None) -> Built:
    """The least that is needed, told without a yes, because the lead decided so (R83)."""
    del release
    for line, missing in (
        ("reason", "Choose which of the six reasons it is; there is no other."),
        ("told_to", "Say who is told."),
        ("rows", "Say what they are told: the least that is needed."),
    ):
        if line not in filled:
            return Rejection(missing)
    if (why := _why_not(filled, may_be_own=False)) is not None:
        return why
    review = _day(filled, "review")
    if review is None or review < today:
        return Rejection("Say when it is looked at again, today or later.")
    made = GatewayRecord(
        reason=cast(Limit, filled["reason"]),
        told_to=filled["told_to"],
        rows=tuple(filled["rows"].split()),
        decided_by=filled["decided_by"],
        decided_on=today,
        person_told=filled["person_told"] == "yes",
        review_on=review,
        why_not_told=filled.get("why_not_told", ""),
    )
    return lambda record: replace(record, gateways=(*record.gateways, made))


def _day(filled: Filled, line: str) -> date | None:
    return date.fromisoformat(filled[line]) if line in filled else None


BUILT: Mapping[str, Callable[[Filled, date, date | None], Built]] = {
    "meeting": _meeting,
    "marac": partial(_raised, "marac"),
    "children": partial(_raised, "children"),
    "exploitation": _exploitation,
    "risk_route": _risk_route,
    "gateway": _gateway,
}
