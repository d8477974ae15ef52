"""How far a group that coded the same rehearsal agrees, question by question, the most split first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bcst_tui.training.coding import HandIn

FEWEST_FOR_KAPPA = 5


@dataclass(frozen=True)
class QuestionSpread:
    """One question. `agreed`: the share of pairs of coders who chose the same, 0 to 1; None below two coders."""

    question: str
    counts: tuple[tuple[str, int], ...]
    agreed: float | None
    model: str

    @property
    def coders(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def with_model(self) -> int:
        """Per cent of those who coded it that chose the model's code."""
        return round(100 * dict(self.counts).get(self.model, 0) / self.coders) if self.coders else 0


@dataclass(frozen=True)
class GroupResult:
    """All questions, the most split first. `kappa`: Fleiss', from five coders up; None below, or where all is one."""

    coders: int
    questions: tuple[QuestionSpread, ...]
    kappa: float | None


def group_result(hand_ins: Sequence[HandIn], model: Mapping[str, str]) -> GroupResult:
    """The spread of what was handed in about one rehearsal; questions that were not answered in it are left out."""
    spreads = [_spread(question, hand_ins, code) for question, code in model.items()]
    coded = [one for one in spreads if one.coders]
    coded.sort(key=lambda one: 1.0 if one.agreed is None else one.agreed)
    enough = len(hand_ins) >= FEWEST_FOR_KAPPA
    return GroupResult(
        len(hand_ins), tuple(coded), fleiss_kappa([dict(one.counts) for one in coded]) if enough else None
    )


def _spread(question: str, hand_ins: Sequence[HandIn], model: str) -> QuestionSpread:
    counts = Counter(one.codes[question] for one in hand_ins if question in one.codes)
    ordered = tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
    return QuestionSpread(question, ordered, _pairs_agreed(counts), model)


def _pairs_agreed(counts: Mapping[str, int]) -> float | None:
    total = sum(counts.values())
    if total < 2:
        return None
    return sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))


def fleiss_kappa(subjects: Sequence[Mapping[str, int]]) -> float | None:
    """Fleiss' kappa over these subjects' counts by category (Fleiss 1971).

    Where not everybody coded a subject, its own pairs count. None where chance alone would give full agreement.
    """
    agreed = [one for counts in subjects if (one := _pairs_agreed(counts)) is not None]
    totals: Counter[str] = Counter()
    for counts in subjects:
        totals.update(counts)
    everything = totals.total()
    if not agreed or not everything:
        return None
    by_chance = sum((count / everything) ** 2 for count in totals.values())
    observed = sum(agreed) / len(agreed)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
