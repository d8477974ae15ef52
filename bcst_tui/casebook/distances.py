"""How things have moved for one person, by their own marks."""

from __future__ import annotations

from bcst_tui.casebook.cases import Cases
from bcst_tui.plan.distance import Area, areas
from bcst_tui.vault.records import Records


class Distances(Cases):
    """The part of the casebook that looks over all interviews of a case."""

    def distance(self, case_id: int, upto: int | None = None) -> tuple[Area, ...]:
        """Every part of life that was given a mark, up to the interview with this number, else in all of them."""
        with self._vault.session() as records:
            return self._distance(records, case_id, upto)

    def _distance(self, records: Records, case_id: int, upto: int | None = None) -> tuple[Area, ...]:
        held = [one for one in records.sittings.of(case_id) if one.moves and (upto is None or one.id <= upto)]
        return areas([self._interview(records, one) for one in held])
