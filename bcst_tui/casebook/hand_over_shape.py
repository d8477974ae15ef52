"""What stands in a hand-over file: the person, the interviews of this stay, what was agreed with whom, the record, and
what may go of the private part. What came into the file later has a default, so that older files still open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Literal

from pydantic import AwareDatetime, ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from bcst_tui.casebook.handed_agreements import HandedAgreements
from bcst_tui.casebook.handed_checks import cleaned, json_of
from bcst_tui.casebook.handed_record import HandedRecord
from bcst_tui.disclosure.handing_over import HandedOver
from bcst_tui.disclosure.section_q import QState
from bcst_tui.interview.state import Act
from bcst_tui.interview.values import Json
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.hand_over_file import NOT_ONE

FORMAT = 1
_STRICT = ConfigDict(extra="forbid", hide_input_in_errors=True, defer_build=True)
"""Built once a file is written or read, as that takes a while, and most days there is none."""


@checked(frozen=True, config=_STRICT)
class HandedMove:
    act: Act
    question: str
    stored: object = field(default=None, repr=False)

    def as_kept(self) -> Json | None:
        """The stored answer. Raises ValueError where it has what no answer has."""
        return None if self.stored is None else json_of(self.stored)


@checked(frozen=True, config=_STRICT)
class HandedSitting:
    """One interview with the script it ran on, by its hash. `moved_at`: when the last answer was given."""

    kind: SittingKind
    is_ended: bool
    script: str
    today: date
    started_at: AwareDatetime
    private_part: QState
    facts: Mapping[str, str] = field(repr=False)
    moves: tuple[HandedMove, ...] = field(repr=False)
    moved_at: AwareDatetime | None = None


@checked(frozen=True, config=_STRICT)
class HandedCase:
    """All of it. `scripts`: the files of each script, by its hash. `record`: nothing in a file of an earlier bcst."""

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
    record: HandedRecord | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Arriving:
    """A file that was opened and read, to be looked at before it is taken over. `code`: to be compared by phone."""

    case: HandedCase = field(repr=False)
    code: str

    def is_code(self, typed: str) -> bool:
        """Whether this is the code that was read out, however it is spaced."""
        return "".join(typed.split()).casefold() == "".join(self.code.split())


@cache
def _shape() -> TypeAdapter[HandedCase]:
    return TypeAdapter(HandedCase)


def as_bytes(case: HandedCase) -> bytes:
    return _shape().dump_json(case)


def from_bytes(content: bytes) -> HandedCase:
    """The case back. Raises UsageError for anything else."""
    try:
        case = _shape().validate_json(content)
    except ValidationError:
        raise NOT_ONE from None
    return replace(case, agreements=cleaned(case.agreements), record=cleaned(case.record))
