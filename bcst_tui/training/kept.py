"""What the trainee's own record holds at the end of a rehearsal, beside the codes logged on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bcst_tui.training.attempt import Codes


@dataclass(frozen=True)
class KeptFollowUp:
    """A follow-up as it stands: whether somebody owns it, has a date for it, and a safe way to reach the person."""

    action: str
    owned: bool = True
    dated: bool = True
    safe_contact: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        """What it has not got."""
        has = (("owner", self.owned), ("date", self.dated), ("safe contact", self.safe_contact))
        return tuple(name for name, is_there in has if not is_there)


@dataclass(frozen=True)
class KeptShare:
    """What one agency is told. `basis`: `consent`, `gateway`, or empty for none; `depth` None: not agreed how much."""

    agency: str
    basis: str = "consent"
    depth: int | None = None
    with_others: bool = False


@dataclass(frozen=True)
class Kept:
    """`actions`: activity ids, with `@basis` where they leave; `wrong`: codes of a persona's `plan.wrong` that were
    done; `facts`: ids of its facts that a free text holds; `harmer_named`: whether a text names who is feared;
    `answers`: codes that stand on a form and were never coded one by one."""

    actions: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    follow_ups: tuple[KeptFollowUp, ...] = ()
    shares: tuple[KeptShare, ...] = ()
    own_words: bool = False
    own_words_asked_for: bool = False
    harmer_named: bool = False
    answers: Mapping[str, Codes] = field(default_factory=lambda: MappingProxyType({}))


NOTHING = Kept()
