"""How to get in touch with the person safely once they are out: their own terms, with nothing taken for granted (J03).

It ends with release, a move or a new number, and is asked about again before each use.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal, get_args

from bcst_tui.interview.rejection import Rejection
from bcst_tui.text import one_line

Channel = Literal["phone", "text", "email", "letter", "through_somebody", "i_will_contact_you"]
Unreachable = Literal["do_nothing", "my_officer", "named_person"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)
UNREACHABLE: tuple[Unreachable, ...] = get_args(Unreachable)
LONGEST = 120


@dataclass(frozen=True)
class SafeContact:
    """The person's terms; None is not said. No message is left unless they said so."""

    channel: Channel | None = None
    number_label: str = field(default="", repr=False)
    safe_days: str = field(default="", repr=False)
    safe_hours: str = field(default="", repr=False)
    who_may_answer: str = field(default="", repr=False)
    leave_message: bool = False
    message_words: str = field(default="", repr=False)
    caller_says: str = field(default="", repr=False)
    number_withheld: bool | None = None
    preview_safe: bool | None = None
    code_word: str = field(default="", repr=False)
    valid_until: date | None = None
    if_unreachable: Unreachable | None = None
    named: str = field(default="", repr=False)
    set_on: date = date.min
    checked_on: date = date.min
    ended: bool = False
    version: int = 0

    def has_run_out(self, today: date, release: date | None) -> bool:
        """Whether it can't be used any more: ended, past its day, or set before a release that has been."""
        if self.ended or (self.valid_until is not None and today > self.valid_until):
            return True
        return release is not None and self.set_on < release <= today


def usable_contact(contact: SafeContact | None, today: date, release: date | None) -> SafeContact | None:
    """The terms that may still be used or told; None once they have run out (property 27)."""
    return None if contact is None or contact.has_run_out(today, release) else contact


def may_be_reached(contact: SafeContact | None, today: date, release: date | None) -> Literal["yes", "no", "not_asked"]:
    """Whether we may ring or write by the person's terms; "not asked" where none can be used."""
    holds = usable_contact(contact, today, release)
    if holds is None:
        return "not_asked"
    return "no" if holds.channel == "i_will_contact_you" else "yes"


TYPED = tuple(one.name for one in fields(SafeContact) if one.type == "str")


def checked(contact: SafeContact, today: date) -> SafeContact | Rejection:
    """The terms as they can be kept, or what has to be said first."""
    written: dict[str, Any] = {name: one_line(getattr(contact, name)) for name in TYPED}
    tidy = replace(contact, **written)
    if tidy.channel is None:
        return Rejection("Choose how to get in touch, or leave it.")
    if tidy.if_unreachable is None:
        return Rejection("Choose what to do if nobody is reached.")
    if tidy.if_unreachable == "named_person" and not tidy.named:
        return Rejection("Write the name of the person to try.")
    if tidy.leave_message and not tidy.message_words:
        return Rejection("Write the words of the message, or leave none.")
    if any(len(getattr(tidy, name)) > LONGEST for name in TYPED):
        return Rejection(f"Keep each to {LONGEST} letters.")
    if tidy.valid_until is not None and tidy.valid_until < today:
        return Rejection("The day it holds until is over. Choose today or a later day.")
    if not tidy.leave_message:
        tidy = replace(tidy, message_words="")
    return tidy
