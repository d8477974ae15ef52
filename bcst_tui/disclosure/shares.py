"""What has gone to whom, when and by what right (R85, J12); never the text of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bcst_tui.reference.audience import AudienceCode

Basis = Literal["consent", "gateway", "told"]


@dataclass(frozen=True)
class Share:
    """One paper that was written for somebody. `sent_to`: the agency's id, or who a gateway record names."""

    on: date
    audience: AudienceCode
    sent_to: str = field(repr=False)
    basis: Basis
    topics: Mapping[str, int]
    file_name: str
    fingerprint: str
    which: str = field(default="", repr=False)
