"""What the casebook hands out about consent: agencies as they stand, what would go to them, what has gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.disclosure.consent import Consent as Consent
from bcst_tui.disclosure.consent import ConsentStatus
from bcst_tui.disclosure.consent import Wish as Wish
from bcst_tui.disclosure.gateway import Gateway as Gateway
from bcst_tui.disclosure.gateway import Limit as Limit
from bcst_tui.disclosure.safe_contact import SafeContact as SafeContact
from bcst_tui.disclosure.shares import Share as Share
from bcst_tui.disclosure.told_nothing import ListedPerson as ListedPerson
from bcst_tui.disclosure.told_nothing import ToldNothing as ToldNothing


@dataclass(frozen=True)
class TopicStands:
    """One cell of the matrix: how one topic stands for one agency today."""

    topic: str
    title: str
    status: ConsentStatus
    depth: int = 0
    until: date | None = None
    runs_out_soon: bool = False


@dataclass(frozen=True)
class AgencyStands:
    """One agency as the person is told of it, and how each of its topics stands.

    `is_needed`: the plan as it is has something for it. `never_told`: it is on the list of those never to be told.
    `refused`: a sentence why nothing may go to it now, or empty.
    """

    agency: str
    title: str
    serves: str
    may_do: str
    topics: tuple[TopicStands, ...]
    is_needed: bool = True
    which: str = field(default="", repr=False)
    never_told: bool = False
    refused: str = field(default="", repr=False)

    @property
    def depths(self) -> Mapping[str, int]:
        """How deep each topic is open."""
        return {one.topic: one.depth for one in self.topics if one.depth}


@dataclass(frozen=True)
class Withdrawn:
    """What taking back has stopped, and what had already gone, the latest first."""

    agency: str
    title: str
    topics: tuple[str, ...]
    gone: tuple[Share, ...] = ()


@dataclass(frozen=True)
class Recipient:
    """Somebody in particular a copy can be made for: an agency with a live consent, or whom a gateway record names."""

    to: str
    title: str = field(repr=False)


@dataclass(frozen=True)
class RecordRequestDue:
    """A request to see the record, and by when it is shown; `late` after that day."""

    request_id: int
    case_id: int
    reference: str
    name_used: str = field(repr=False)
    received_on: date
    due: date
    is_late: bool = False
    shown_on: date | None = None


@dataclass(frozen=True)
class NewGateway:
    """What is written down of a decision to share without consent; the day as typed."""

    limit: Limit
    told_to: str = field(repr=False)
    facts: str = field(repr=False)
    rows: tuple[str, ...]
    decided_by: str = field(repr=False)
    person_told: bool
    why_not_told: str = field(default="", repr=False)
    review_on: str = ""


@dataclass(frozen=True)
class RowToShare:
    """A kind of fact such a decision may open."""

    row: str
    title: str
