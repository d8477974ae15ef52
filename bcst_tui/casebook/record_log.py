"""What the record holds beside what it says today: versions of the plan, each edit, and what part 1 said (R84).

Every line names the rows its words would give away, those of what it tells of as well. What rests on nothing any more,
and words a worker typed, go by the row of a worker's own text.
"""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.casebook.one_plan import AGREED, PLAN
from bcst_tui.casebook.versions import done_elsewhere
from bcst_tui.export.case import KeptLine
from bcst_tui.export.since import rows_of_change
from bcst_tui.interview.answer import Given, NoAnswer, parse
from bcst_tui.interview.showing import day_words, in_short, shown, with_answer
from bcst_tui.interview.values import Address, Chosen, Text
from bcst_tui.plan.change_words import sentence
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Plan
from bcst_tui.reference.reference import Reference
from bcst_tui.script.script import Script
from bcst_tui.vault.edit_values import PlanEdit
from bcst_tui.vault.record_values import PartOneAnswer
from bcst_tui.vault.records import Records

TYPED = ("worker_notes",)


def log_lines(records: Records, case_id: int, plan: Plan, reference: Reference, script: Script) -> tuple[KeptLine, ...]:
    """What part 1 said, then every edit and every version that was agreed, the oldest first."""
    labels = Labels(reference)
    return (
        *(line for one in records.part_one.of(case_id) for line in _of_part_one(one, script, reference)),
        *(KeptLine(f"Done: {one.words}", TYPED) for one in done_elsewhere(records, case_id, labels)),
        *(line for edit in records.edits.of(case_id) for line in _of_edit(edit, plan, reference, labels)),
    )


def _of_part_one(said: PartOneAnswer, script: Script, reference: Reference) -> Iterator[KeptLine]:
    placed = script.placed.get(said.question_id)
    answer = parse(placed.question, said.value) if placed is not None else None
    if placed is None or not isinstance(answer, Given | NoAnswer):
        yield KeptLine(f"Part 1, {day_words(said.said_on)}: an answer that is no longer asked for", TYPED)
        return
    question = placed.question
    words = with_answer(in_short(question), shown(question, answer))
    rows = (question.audience,)
    yield KeptLine(
        f"Part 1, {day_words(said.said_on)}: {words}", rows, _names_others(question.audience, answer, reference)
    )


def _names_others(row: str, answer: Given | NoAnswer, reference: Reference) -> bool:
    value = answer.value if isinstance(answer, Given) else None
    typed = isinstance(value, Text | Address) or (isinstance(value, Chosen) and bool(value.other))
    return typed and reference.matrix.rows[row].tells_of_others


def _of_edit(edit: PlanEdit, plan: Plan, reference: Reference, labels: Labels) -> Iterator[KeptLine]:
    change, head = edit.change, f"{day_words(edit.on)}, {edit.by}"
    if change.part == PLAN:
        if change.field == AGREED:
            yield KeptLine(f"{head}: {change.title} of the plan agreed.")
        return
    yield KeptLine(f"{head}: {sentence(change, labels)}", rows_of_change(change, plan, reference))
    if edit.why and change.field != "reason":
        yield KeptLine(f"{head}, why: {edit.why}", TYPED)
