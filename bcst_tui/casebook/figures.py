"""Management figures: of a quarter that is over, told once; never of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from bcst_tui.casebook.distances import Distances
from bcst_tui.casebook.marks import marked_file, marked_rows
from bcst_tui.disclosure.record import Record
from bcst_tui.errors import ExportRefused
from bcst_tui.export.figures_csv import figures_csv
from bcst_tui.export.files import write_file
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.distance import QUESTIONS as MARKS
from bcst_tui.plan.distance import Moved
from bcst_tui.plan.figures import WINDOW, Counted, Counts, Figures, ReviewKept, figures, review_kept
from bcst_tui.plan.model import ActionStatus, Group
from bcst_tui.plan.quarters import Quarter, over_by
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_figures import Held, InPlans


class FiguresKeeping(Distances):
    """The part of the casebook that counts."""

    def quarters(self) -> tuple[Quarter, ...]:
        """Every quarter figures can be told of, the latest first."""
        with self._vault.session() as records:
            since = records.figures.first_day()
        return tuple(over_by(self.today(), since)) if since else ()

    def figures(self, quarter: Quarter) -> Figures:
        """The figures of a quarter that is over; those written to a file before, if they were. Raises ExportRefused."""
        if quarter.last >= self.today():
            raise ExportRefused(
                f"{quarter.words} is not over, so no figures are told of it yet.",
                f"Choose an earlier quarter, or come back after {day_words(quarter.last)}.",
            )
        with self._vault.session() as records:
            if self._vault.is_private_shut and not records.figures.kept(quarter):
                raise ExportRefused("The private part is shut, so what was offered to everybody can't be counted.")
            return records.figures.kept(quarter) or self._counted(records, quarter)

    def figures_name(self, quarter: Quarter) -> str:
        """The name of a file of figures: the quarter alone."""
        return marked_file(f"bcst-figures-{quarter.code}.csv", self._surroundings)

    def write_figures(self, quarter: Quarter, file: Path, overwrite: bool = False) -> Path:
        """Write them as CSV, and settle them: whoever asks again gets the same. Raises ExportRefused, a NotSaved."""
        told = self.figures(quarter)
        if told.kept_on is None:
            with self._vault.session() as records:
                records.figures.keep(told, self.today())
                records.log("figures_made", quarter.code, self._surroundings.now())
            told = replace(told, kept_on=self.today())
        name, rows = marked_file(file.name, self._surroundings), marked_rows(figures_csv(told), self._surroundings)
        return write_file(file.parent, name, rows, overwrite=overwrite)

    def _counted(self, records: Records, quarter: Quarter) -> Figures:
        held = records.figures.held(quarter)
        in_plans = records.figures.in_plans(one.plan_id for one in held if one.plan_id is not None)
        twice = records.figures.asked_twice(MARKS)
        counts = Counts(
            quarter,
            [
                _safety(
                    _person(one, in_plans, self._moved_by(records, one) if one.person_id in twice else {}),
                    records.private.of(one.person_id).record,
                    quarter,
                )
                for one in held
            ],
            records.figures.not_finished(quarter),
            list(self._reviews(records, quarter)),
            [
                (one.dealt_with, one.listened, one.again)
                for month in quarter.months
                for one in records.feedback.of_month(month)
            ],
            records.feedback.how_was(quarter.months),
        )
        return Figures(quarter, figures(counts, self.labels, self._surroundings.reference.activities.values()))

    def _moved_by(self, records: Records, one: Held) -> dict[str, Moved]:
        found = self._distance(records, one.person_id, one.sitting_id)
        return {area.code: area.moved for area in found if area.moved and area.marks[-1].on == one.on}

    def _reviews(self, records: Records, quarter: Quarter) -> Iterator[ReviewKept]:
        """Of everybody whose review had to be held by a day in the quarter: review date, or release (R05, R09)."""
        weeks = timedelta(self._surroundings.reference.clocks[WINDOW].days_before_release[0])
        for asked in records.figures.reviews().values():
            if (kept := review_kept(asked, quarter, weeks)) is not None:
                yield kept


def _person(one: Held, plans: InPlans, moved: dict[str, Moved]) -> Counted:
    number = one.plan_id if one.plan_id is not None else -1
    return Counted(
        is_first=one.kind == "first_screening",
        born=one.born,
        on_time=_on_time(plans.clocks.get(number, {}), one.on),
        levels={cast(Group, group): level for group, level in plans.levels.get(number, {}).items()},
        open_in=frozenset(cast(Group, group) for group in plans.open_in.get(number, ())),
        actions={activity: cast(ActionStatus, status) for activity, status in plans.actions.get(number, {}).items()},
        outcomes=frozenset(plans.outcomes.get(number, ())),
        moved=moved,
        private_part=one.private_part,
    )


def _safety(counted: Counted, record: Record, quarter: Quarter) -> Counted:
    """One person's part at a time, and of it only what does not depend on an answer: the words, the cards."""
    cards = any(quarter.first <= one.on <= quarter.last for one in record.help_log)
    return replace(counted, has_heard=record.level1 == "delivered", was_helped=cards)


def _on_time(clocks: dict[str, tuple[str, date | None]], on: date) -> tuple[bool, bool] | None:
    """Whether part 1 and part 2 were, where both can be worked out."""
    state, _ = clocks.get("part_1", ("not_computable", None))
    _, due = clocks.get("part_2", ("not_started", None))
    if state not in ("on_time", "late") or due is None:
        return None
    return state == "on_time", on <= due
