"""What the trainee's own record holds at the end of a rehearsal, beside the codes logged on the way."""

from __future__ import annotations

from dataclasses import dataclass


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
    done; `facts`: ids of its facts that a free text holds; `harmer_named`: whether a text names who is feared."""

    actions: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    follow_ups: tuple[KeptFollowUp, ...] = ()
    shares: tuple[KeptShare, ...] = ()
    own_words: bool = False
    own_words_asked_for: bool = False
    harmer_named: bool = False


NOTHING = Kept()
