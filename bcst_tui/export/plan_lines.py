"""The parts of a plan as lines: needs with what they rest on, levels with their markers, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from bcst_tui.export.case import CaseHeader
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line, Pathway
from bcst_tui.export.evidence_in_words import EvidenceInWords
from bcst_tui.export.rows import (
    other_than,
    rows_of_level,
    rows_of_markers,
    rows_of_need,
)
from bcst_tui.export.wording import Wording
from bcst_tui.plan.model import Level, Marker, Need, Plan
from bcst_tui.reference.reference import Reference

LONGEST = 100
"""As many letters as a line has where nothing wraps it."""
LEVELS: Mapping[Level, str] = {
    1: "what everyone gets",
    2: "help with a need",
    3: "more help with a need",
}


FUNDING: Mapping[str, str] = {"fee_for_service": "Fee for Service", "rate_card": "Rate Card"}


class PlanLines:
    """What stands in the plan itself; knows which rows give each line away."""

    def __init__(self, header: CaseHeader, plan: Plan, reference: Reference, wording: Wording) -> None:
        self.plan = plan
        self.reference = reference
        self.wording = wording
        self._evidence = EvidenceInWords(header, wording)

    def needs(self) -> Iterator[Line]:
        for need in self.plan.needs:
            label = self.reference.group_labels[need.group]
            rows = rows_of_need(need)
            title = need.said if self.wording.is_plain else need.title
            stands = f"{title.rstrip('.')} ({label}): {self._standing(need)}"
            yield Line("needs_status", rows, stands, pathway=_pathway_of(need, label))
            yield from self._evidence.lines(need.evidence, rows, need.source)
            if need.reason:
                yield Line("worker_notes", rows, f"worker: {need.reason}", depth=1)
            if need.funding:
                yield Line("funding_route", rows, f"paid for by: {FUNDING[need.funding]}", depth=1)

    def levels(self) -> Iterator[Line]:
        """The level of every group; what a marker rests on stands where the marker stands first."""
        told: set[Marker] = set()
        for group_level in self.plan.levels:
            label = self.reference.group_labels[group_level.group]
            rows = rows_of_level(self.plan, group_level)
            behind = (*rows, *rows_of_markers(group_level))
            level = f"{label}: level {group_level.level}, {LEVELS[group_level.level]}"
            yield Line("levels", rows, level, pathway=Pathway(label, "level not told here"))
            if group_level.offered_3:
                yield Line("levels", behind, f"level 3 offered: {LEVELS[3]}, not agreed yet", depth=1)
            for marker in group_level.markers if group_level.level > 1 else ():
                yield Line("markers_evidence", behind, marker.title, depth=1)
                if marker not in told:
                    yield from self._evidence.lines(marker.evidence, behind, marker.source, depth=2)
                told.add(marker)
            if group_level.reason:
                yield Line("worker_notes", behind, f"worker: {group_level.reason}", depth=1)

    def deadlines(self) -> Iterator[Line]:
        """Every clock, the soonest first, and last what cannot be worked out."""
        for deadline in sorted(self.plan.deadlines, key=lambda one: one.due or date.max):
            state = self.reference.label("clock", deadline.state)
            rows = other_than("deadlines", [deadline.audience])
            if deadline.due is None:
                yield Line("deadlines", rows, f"{deadline.title}: {deadline.note or state}")
                continue
            yield Line("deadlines", rows, f"{in_words(deadline.due)}: {deadline.title}. {state}.")
            for note in _in_short_lines(deadline.note):
                yield Line("deadlines", rows, note, depth=1)

    def settled(self) -> Iterator[Line]:
        """The outcome of every decision, such as the settled test, and why (R40)."""
        for _, settled in self.plan.decisions:
            limb = f" (limb {settled.limb} of the definition)" if settled.limb and self.wording.shows_limb else ""
            status = settled.status.replace("_", " ").replace("unknown", "not known yet")
            yield Line("housing_plan", text=f"On the day of release: {status}{limb}")
            if settled.because:
                yield Line("markers_evidence", ("housing_plan",), settled.because, depth=1)

    def _standing(self, need: Need) -> str:
        """How a need stands, who thought of it where that is not the answers, and what the person says of it."""
        status = self.reference.label("need_status", need.status)
        status = self.wording.unconfirmed if need.status == "proposed" else status.lower()
        origin = "" if need.origin == "rule" else self.reference.label("need_origin", need.origin).lower()
        return "; ".join(filter(None, (status, origin, self._persons_view(need))))

    def _persons_view(self, need: Need) -> str:
        if need.persons_view == "agreed":
            on = f" on {in_words(self.plan.agreed_on)}" if self.plan.agreed_on else ""
            return f"{self.wording.agreed}{on}"
        if need.persons_view == "not_mine":
            return self.wording.not_mine
        if need.persons_view == "not_read_back" and need.status == "proposed":
            return ""
        return self.reference.label("person_view", need.persons_view).lower()


def _pathway_of(need: Need, label: str) -> Pathway | None:
    """What may be told without consent: that there is a need, and whether it is met."""
    if need.status == "dropped":
        return None
    met = "met" if need.status == "met" else "unmet"
    return Pathway(label, f"need {met}", f"needs {met}")


def _in_short_lines(note: str) -> Iterator[str]:
    """Whole sentences, as many to a line as stay readable where nothing wraps."""
    line = ""
    for sentence in re.split(r"(?<=\.) ", note) if note else ():
        if line and len(line) + len(sentence) >= LONGEST:
            yield line
            line = ""
        line = f"{line} {sentence}".strip()
    if line:
        yield line
