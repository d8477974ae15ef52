"""What a document tells of the case beside its plan, as lines with the audience rows they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcst_tui.export.case import CaseHeader, ToldAnswer
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line
from bcst_tui.plan.model import Plan
from bcst_tui.reference.reference import Reference

WISHES = ("exclusions", "exclusions_work", "exclusions_money")
LONGEST = 100


def facts(header: CaseHeader, plan: Plan) -> Iterator[Line]:
    worker = f"{header.worker}, {header.worker_role}" if header.worker_role else header.worker
    agreed = f"version {plan.version}, agreed {in_words(plan.agreed_on)}"
    for row, title, words in (
        ("legal_name", "Reference", header.reference),
        ("name_used", "Name used", header.name_used),
        ("legal_name", "Legal name", header.legal_name),
        ("legal_name", "Prison number", header.prison_number),
        ("custody_dates", "Prison", header.prison),
        ("meetings", "Worker", worker),
        ("record_keeping", "Plan", agreed if plan.agreed_on else "a draft, not agreed yet"),
        ("meetings", "Written on", in_words(header.made_on)),
        ("custody_dates", "Case", header.closed),
    ):
        if words:
            yield Line(row, text=f"{title}: {words}")


def key_dates(header: CaseHeader) -> Iterator[Line]:
    for key_date in header.key_dates:
        note = f" ({key_date.note})" if key_date.note else ""
        yield Line(key_date.audience, text=f"{key_date.title}: {in_words(key_date.on)}{note}")


def wishes(header: CaseHeader) -> Iterator[Line]:
    """Where and near whom not, which work not, money to the person alone: as answered, and no reason with it."""
    yield from _answers(one for one in header.told if one.audience in WISHES)


def told(header: CaseHeader) -> Iterator[Line]:
    """Every other answer, on the row of its question."""
    yield from _answers(one for one in header.told if one.audience not in WISHES)


def _answers(told: Iterable[ToldAnswer]) -> Iterator[Line]:
    for one in told:
        text = f"{one.question} {one.words}"
        if len(text) < LONGEST:
            yield Line(one.audience, text=text, names_others=one.names_others)
            continue
        yield Line(one.audience, text=one.question, names_others=one.names_others)
        yield Line(one.audience, text=one.words, depth=1, names_others=one.names_others)


def goals(header: CaseHeader) -> Iterator[Line]:
    for goal in header.goals:
        yield Line("goals_strengths", text=goal.words)


def advice(header: CaseHeader) -> Iterator[Line]:
    for advice in header.advice:
        on = f"{in_words(advice.on)}: " if advice.on else ""
        yield Line("actions", (advice.audience,), text=f"{on}{advice.words}")


def unanswered(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for question in header.unanswered:
        why = f" ({reference.label('not_asked_reason', question.reason)})" if question.reason else ""
        label = reference.label("non_answer", question.code)
        yield Line("sitting_record", (question.audience,), text=f"{label}{why}: {question.question}")


def hand_offs(header: CaseHeader) -> Iterator[Line]:
    for hand_off in header.hand_offs:
        yield Line("hand_offs", text=f"{in_words(hand_off.on)}, told to {hand_off.told}: {hand_off.words}")


def notes(header: CaseHeader) -> Iterator[Line]:
    """The worker's own text, each note on the row of what it is about as well."""
    for note in sorted(header.notes, key=lambda one: one.written_on):
        rows = () if note.audience == "worker_notes" else (note.audience,)
        yield Line("worker_notes", rows, text=f"{in_words(note.written_on)}, {note.by}: {note.words}")


def sittings(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for sitting in header.sittings:
        on = in_words(sitting.held_on)
        kind = reference.label("sitting_kind", sitting.kind)
        status = reference.label("sitting_status", sitting.status)
        why = f", {reference.label('not_held_reason', sitting.reason)}" if sitting.reason else ""
        yield Line("sitting_record", text=f"{on}: {kind}, {status}{why}", neutral=on)
