"""What a document tells of the case beside its plan, as lines with the audience rows they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from bcst_tui.export.case import CaseHeader, ToldAnswer
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line
from bcst_tui.interview.showing import with_answer
from bcst_tui.plan.distance_drawing import dots
from bcst_tui.plan.model import Plan
from bcst_tui.reference.reference import Reference

WISHES = ("exclusions", "exclusions_work", "exclusions_money")
NOTHING_TO_KEEP_TO = "Asked: nothing to keep to"
OF_ONE_AGENCY = "consents_own"
LONGEST = 100


def facts(header: CaseHeader, plan: Plan) -> Iterator[Line]:
    """Who and when; what a worker is here tells that this is a prison, as its name does."""
    for row, title, words in (
        ("legal_name", "Reference", header.reference),
        ("name_used", "Name used", header.name_used),
        ("legal_name", "Legal name", header.legal_name),
        ("legal_name", "Prison number", header.prison_number),
        ("custody_dates", "Prison", header.prison),
        ("meetings", "Worker", header.worker),
        ("custody_dates", "Worker's role", header.worker_role),
        ("record_keeping", "Plan", _agreed(plan)),
        ("meetings", "Written on", in_words(header.made_on)),
        ("custody_dates", "Case", header.closed),
    ):
        if words:
            yield Line(row, text=f"{title}: {words}")


def _agreed(plan: Plan) -> str:
    if plan.agreed_on is not None:
        return f"version {plan.version}, agreed {in_words(plan.agreed_on)}"
    since = f"with changes since version {plan.version}, " if plan.version else ""
    return f"a draft, {since}not agreed yet"


def key_dates(header: CaseHeader) -> Iterator[Line]:
    for key_date in header.key_dates:
        note = f" ({key_date.note})" if key_date.note else ""
        yield Line(key_date.audience, text=f"{key_date.title}: {_moment(key_date.on, key_date.at)}{note}")


def wishes(header: CaseHeader) -> Iterator[Line]:
    """Where and near whom not, which work not, money to the person alone: as answered, and no reason with it.

    Who may read how a sitting went is told where all was asked and nothing is to be kept to; to others, no wish and
    no answer look the same.
    """
    asked = [one for one in header.told if one.audience in WISHES]
    yield from _answers((one for one in asked if not one.keeps_to_nothing), depth=0)
    if asked and all(one.keeps_to_nothing for one in asked):
        left_open = {one.audience for one in header.unanswered} & set(WISHES)
        rows = tuple(dict.fromkeys(one.audience for one in asked))
        yield Line("sitting_record", rows, text="" if left_open else NOTHING_TO_KEEP_TO)


def told(header: CaseHeader) -> Iterator[Line]:
    """Every other answer, on the row of its question, part by part."""
    others = [one for one in header.told if one.audience not in WISHES]
    for part, answers in groupby(others, key=lambda one: one.part):
        if part:
            yield Line("name_used", text=part, is_head=True)
        yield from _answers(answers, depth=1 if part else 0)


def _answers(told: Iterable[ToldAnswer], depth: int) -> Iterator[Line]:
    """What was said of one agency is told to no other: each reads what was agreed with it in a list of its own."""
    for one in told:
        whose = () if one.audience == OF_ONE_AGENCY else None
        text = with_answer(one.question, one.words)
        if len(text) < LONGEST:
            yield Line(one.audience, text=text, depth=depth, names_others=one.names_others, services=whose)
            continue
        yield Line(one.audience, text=one.question, depth=depth, names_others=one.names_others, services=whose)
        yield Line(one.audience, text=one.words, depth=depth + 1, names_others=one.names_others, services=whose)


def _moment(day: date | None, at: str) -> str:
    return f"{in_words(day)}, {at}" if at else in_words(day)


def moved(header: CaseHeader) -> Iterator[Line]:
    """The dates that moved since the plan was agreed last."""
    for one in header.moved:
        yield Line("deadlines", one.audiences, text=one.words)


def changed(header: CaseHeader) -> Iterator[Line]:
    """Needs and actions that stand otherwise since the plan was agreed last."""
    for one in header.changed:
        yield Line("needs_status", one.audiences, text=one.words)


def goals(header: CaseHeader) -> Iterator[Line]:
    for goal in header.goals:
        yield Line("goals_strengths", text=goal.words)


def distance(header: CaseHeader) -> Iterator[Line]:
    """How each part of life has moved, as five dots a mark and in figures; never a total (R115)."""
    for area in header.distance:
        drawn = " → ".join(map(dots, area.scores))
        yield Line("distance_travelled", text=f"{area.title}: {drawn} ({' → '.join(map(str, area.scores))})")


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
        yield Line("hand_offs", text=f"{_moment(hand_off.on, hand_off.at)}, told to {hand_off.told}: {hand_off.words}")


def kept(header: CaseHeader) -> Iterator[Line]:
    """Who asked to see the record, and what of it went to whom (R84, R85)."""
    for one in header.kept:
        yield Line("record_keeping", one.audiences, text=one.words)


def log(header: CaseHeader) -> Iterator[Line]:
    """What part 1 said, and who changed what in the plan (R84)."""
    for one in header.log:
        yield Line("record_keeping", one.audiences, text=one.words, names_others=one.names_others)


def notes(header: CaseHeader) -> Iterator[Line]:
    """The worker's own text, each note on the row of what it is about as well."""
    for note in sorted(header.notes, key=lambda one: one.written_on):
        rows = () if note.audience == "worker_notes" else (note.audience,)
        yield Line("worker_notes", rows, text=f"{in_words(note.written_on)}, {note.by}: {note.words}")


def sittings(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for sitting in header.sittings:
        on = in_words(sitting.held_on)
        kind = " and ".join(reference.label("sitting_kind", one) for one in (sitting.kind, *sitting.also))
        status = reference.label("sitting_status", sitting.status)
        why = f", {reference.label('not_held_reason', sitting.reason)}" if sitting.reason else ""
        plainly = f"{on}, {status.lower()}" if sitting.status == "not_held" else on
        yield Line("sitting_record", text=f"{on}: {kind}, {status}{why}", neutral=plainly)


def agreed(header: CaseHeader) -> Iterator[Line]:
    """What was agreed, refused or taken back; each agency reads of what it may be told, and of nobody else."""
    for one in header.agreed:
        text = with_answer(one.title, one.words)
        if one.is_live:
            yield Line("consents_own", text=text, services=(one.agency,))
        else:
            yield Line("consents_others", text=text)


def safe_contact(header: CaseHeader) -> Iterator[Line]:
    for term in header.safe_contact:
        yield Line("safe_contact", text=term.words, names_others=term.names_others)
