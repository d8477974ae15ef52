"""Five chances that a good service gives (R91), as a report on a rehearsal: a look back, and never a gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcst_tui.training.evidence import Evidence, numbers, style_of
from bcst_tui.training.marking import Marks

NOT_WANTED = "not wanted"


@dataclass(frozen=True)
class Chance:
    """One of the five: what was seen of it, and the turns; `given` None: it did not come up."""

    title: str
    given: bool | None
    turns: tuple[int, ...] = ()
    note: str = ""

    @property
    def in_words(self) -> str:
        seen = "did not come up" if self.given is None else "given" if self.given else "not given"
        turns = f" ({', '.join(f'T{one}' for one in self.turns)})" if self.turns else ""
        return f"{self.title}: {self.note or seen}{turns}"


def five_lines(evidence: Evidence, marks: Marks) -> tuple[Chance, ...]:
    """To tell; to get help; a safe answer; a proper referral; children's safety. A no counts as an entry."""
    offered, refused = evidence.put("offer", "confirm"), evidence.refused()
    answered = evidence.put("respond")
    wants = evidence.put("needs")
    outward = [one for one in evidence.kept.actions if "@" in one]
    unsafe = [one for one in marks.criticals if one.kind in ("shared_without_a_yes", "message_left")]
    return (
        Chance("A chance to tell", bool(offered), numbers(offered)),
        Chance("A chance to ask for help and get it", bool(wants) or None, numbers(wants), _unless(refused, wants)),
        Chance("A safe answer to being told", _safe(evidence), numbers(answered)),
        Chance("A proper referral", not unsafe if outward or unsafe else None),
        Chance("Children's safety seen and met", *_children(evidence, marks)),
    )


def _unless(refused: Sequence[object], wants: Sequence[object]) -> str:
    return NOT_WANTED if refused and not wants else ""


def _safe(evidence: Evidence) -> bool | None:
    answered = evidence.put("respond")
    return all(style_of(step) == "open_choice" for step in answered) if answered else None


def _children(evidence: Evidence, marks: Marks) -> tuple[bool | None, tuple[int, ...]]:
    spoken = tuple(step for step, card in evidence.mentioned() if card == "child")
    if not spoken:
        return None, ()
    return not any(one.kind == "child_danger_left" for one in marks.criticals), numbers(spoken)
