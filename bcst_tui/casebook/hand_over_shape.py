"""What stands in a hand-over file: the person, the interviews of this stay, what was agreed with whom, and what may go
of the private part. What came into the file later has a default, so that older files still open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from bcst_tui.casebook.handed_agreements import HandedAgreements
from bcst_tui.disclosure.handing_over import HandedOver
from bcst_tui.disclosure.section_q import QState
from bcst_tui.interview.state import Act
from bcst_tui.interview.values import Json
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.hand_over_file import NOT_ONE

FORMAT = 1
_STRICT = ConfigDict(extra="forbid", hide_input_in_errors=True)


@checked(frozen=True, config=_STRICT)
class HandedMove:
    act: Act
    question: str
    stored: object = field(default=None, repr=False)

    def as_kept(self) -> Json | None:
        """The stored answer. Raises ValueError where it has what no answer has."""
        return None if self.stored is None else _json(self.stored)


@checked(frozen=True, config=_STRICT)
class HandedSitting:
    """One interview with the script it ran on, by its hash."""

    kind: SittingKind
    is_ended: bool
    script: str
    today: date
    started_at: datetime
    private_part: QState
    facts: Mapping[str, str] = field(repr=False)
    moves: tuple[HandedMove, ...] = field(repr=False)


@checked(frozen=True, config=_STRICT)
class HandedCase:
    """All of it. `scripts`: the files of each script, by its hash."""

    format: Literal[1]
    training: bool
    made_on: date
    prison: str = field(repr=False)
    role: str
    worker: str = field(repr=False)
    name_used: str = field(repr=False)
    legal_name: str = field(repr=False)
    prison_number: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    scripts: Mapping[str, Mapping[str, str]] = field(repr=False)
    sittings: tuple[HandedSitting, ...] = field(repr=False)
    private: HandedOver | None = field(default=None, repr=False)
    agreements: HandedAgreements = field(default=HandedAgreements(), repr=False)


@dataclass(frozen=True)
class Arriving:
    """A file that was opened and read, to be looked at before it is taken over. `code`: to be compared by phone."""

    case: HandedCase = field(repr=False)
    code: str


def _json(value: object) -> Json:
    match value:
        case bool() | None | float():
            raise ValueError("no answer holds this")
        case str() | int():
            return value
        case list():
            return [_json(one) for one in value]
        case dict():
            return {str(name): _json(one) for name, one in value.items()}
    raise ValueError("no answer holds this")


_SHAPE = TypeAdapter(HandedCase)


def as_bytes(case: HandedCase) -> bytes:
    return _SHAPE.dump_json(case)


def from_bytes(content: bytes) -> HandedCase:
    """The case back. Raises UsageError for anything else."""
    try:
        return _SHAPE.validate_json(content)
    except ValidationError:
        raise NOT_ONE from None
