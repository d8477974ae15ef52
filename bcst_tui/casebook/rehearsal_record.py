"""What a trainee's own record holds at the end of a rehearsal, out of the real plan, forms and private part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bcst_tui.casebook.consent_values import SafeContact
from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.disclosure.record import Record
from bcst_tui.plan.model import Plan
from bcst_tui.training.attempt import Attempt, Codes
from bcst_tui.training.kept import Kept, KeptFollowUp, KeptShare
from bcst_tui.training.persona import Persona

UNDER_WAY = ("agreed", "in_progress", "delivered", "transferred")
GROUP_OF: Mapping[str, Item] = {"DVA": "q1", "SWK": "q2"}
WAYS_OUT = ("get_away", "stop_selling")
SAFE_CONTACT = "j03b_safe_contact"


@dataclass(frozen=True)
class AtTheEnd:
    """Everything that a rehearsal has left in the case made for it."""

    persona: Persona = field(repr=False)
    attempt: Attempt = field(repr=False)
    plan: Plan = field(repr=False)
    record: Record
    contact: SafeContact | None = field(default=None, repr=False)


def kept_of(end: AtTheEnd, ticked_wrong: tuple[str, ...] = ()) -> Kept:
    """What of it is marked. `ticked_wrong`: what a trainer saw in it that no program can judge."""
    return Kept(
        actions=tuple(dict.fromkeys((*_ordinary(end.plan), *_private(end.record)))),
        wrong=tuple(dict.fromkeys((*ticked_wrong, *_wrong(end)))),
        follow_ups=tuple(_follow_ups(end)),
        shares=tuple(_shares(end.record)),
        own_words=end.record.own_words is not None,
        own_words_asked_for=True,
        answers=dict(_answers(end)),
    )


def _ordinary(plan: Plan) -> Iterator[str]:
    """The actions of the agreed plan; of one never agreed, those the rules propose as well."""
    statuses = UNDER_WAY if plan.agreed_on else ("proposed", *UNDER_WAY)
    yield from (one.activity for one in plan.actions if one.status in statuses)


def _private(record: Record) -> Iterator[str]:
    taken = [one.activity for one in record.taken_up if one.answer != "declined"]
    taken += [one.activity for one in record.referrals if one.activity]
    for activity in taken:
        yield activity
        yield from (f"{activity}@{basis}" for basis in _bases(record, activity))


def _bases(record: Record, activity: str) -> Iterator[str]:
    """On what it may leave: a yes about its item, or a limit that was used."""
    topic = GROUP_OF.get(activity.partition("-")[0])
    if any(one.topic == topic and one.status == "given" for one in record.consents):
        yield "consent"
    cards = [one.card for one in record.help_log]
    yield from (f"gateway.{reason}" for reason in dict.fromkeys((*cards, *(one.reason for one in record.gateways))))


def _wrong(end: AtTheEnd) -> Iterator[str]:
    wanted = {code for question, codes in end.attempt.hidden.answers if question.endswith(".needs") for code in codes}
    kept = {want for item in ITEMS if (line := end.record.line(item)) for want in line.codes.wants}
    if kept & set(WAYS_OUT) - wanted:
        yield "exit_service_unasked"
    refused = "leave_message=no" in end.attempt.hidden.answer_to(SAFE_CONTACT)
    if refused and end.contact is not None and end.contact.leave_message:
        yield "phone_with_message"


def _follow_ups(end: AtTheEnd) -> Iterator[KeptFollowUp]:
    for one in end.plan.signposts:
        safe = one.safe_to_contact != "not_asked"
        yield KeptFollowUp(one.activity, dated=one.follow_up.due.on is not None, safe_contact=safe)
    for private in end.record.follow_ups:
        yield KeptFollowUp(
            private.purpose,
            bool(private.owner),
            True,
            bool(private.contact or private.place in ("in_here", "they_contact_us")),
        )


def _shares(record: Record) -> Iterator[KeptShare]:
    latest = {(one.agency, one.topic): one for one in record.consents}
    yield from (KeptShare(one.agency, "consent", one.depth) for one in latest.values() if one.status == "given")
    yield from (KeptShare(one.told_to, "gateway") for one in record.gateways)


def _answers(end: AtTheEnd) -> Iterator[tuple[str, Codes]]:
    """What stands on forms: the wants of each item, and the terms of getting in touch."""
    for item in ITEMS:
        if (line := end.record.line(item)) is not None:
            yield f"{item}.needs", tuple(line.codes.wants) or ("nothing",)
    if end.contact is not None:
        yield SAFE_CONTACT, (f"leave_message={'yes' if end.contact.leave_message else 'no'}",)
