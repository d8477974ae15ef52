"""What every screen over one case can lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

if TYPE_CHECKING:
    from bcst_tui.casebook.values import Sitting


class HoldsASitting(Protocol):
    """A screen with a sitting on it."""

    @property
    def held(self) -> Sitting: ...

    def post_message(self, message: Message) -> bool: ...


class OfCase:
    """Mixed into a screen that holds a sitting: Ctrl+G leads to who may be told what."""

    @dataclass
    class ConsentsWanted(Message):
        """Posted when consent is to be seen or changed."""

        case_id: int

    def action_consents(self: HoldsASitting) -> None:
        self.post_message(OfCase.ConsentsWanted(self.held.case_id))
