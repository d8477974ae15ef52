"""What comes along in a hand-over file and what stays behind, in words, for whoever writes it and whoever takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bcst_tui.casebook.case_contents import KINDS
from bcst_tui.casebook.hand_over_shape import HandedCase
from bcst_tui.casebook.handed_record import HandedRecord
from bcst_tui.interview.showing import day_words

STAYS: tuple[str, ...] = ("share", "gateway_record", "record_request", "statement", "not_held", "stay")
"""What a case may hold that never goes along: it is about what was done here, or theirs to hand over."""
NEVER_COMES = (
    "Not in it: notes struck through or for other readers, papers sent, decisions to share without consent, statements "
    "in their own words, interviews not held, earlier times in prison."
)
READ_OUT = "Its code: {code}. When they ring you, read it out; tell the person who will see them next."
CONFIRMED = "What was told before is confirmed in the next interview, and not asked again."
OTHER_CODE = "That is another code, so nothing was taken over."
RING = "Ring whoever sent it."
OF_AN_EARLIER_BCST = "An earlier bcst wrote it: the plan, notes, part 1 and landlords tried are not in it."
AGREED_AND_PRIVATE = (
    "And who may be told what, how to get in touch safely, and of the private part what they agreed to."
)


def brings(case: HandedCase) -> tuple[str, ...]:
    """What is in the file, and what never is; of the private part nothing that depends on what was said in it."""
    if case.record is None:
        return (f"It holds {_listed([_interviews(len(case.sittings))])}.", OF_AN_EARLIER_BCST, AGREED_AND_PRIVATE)
    held = [_interviews(len(case.sittings)), *_plan_words(case.record), *_counted(case.record)]
    return (f"It holds {_listed(held)}.", AGREED_AND_PRIVATE, NEVER_COMES)


def stays_behind(counts: Mapping[str, int], notes: int, interviews: int) -> str:
    """What this very case holds that does not go, by the tables' counts; `notes`, `interviews`: of those that stay."""
    counted = {**{table: counts.get(table, 0) for table in STAYS}, "case_note": notes}
    told = [KINDS[table].counted(count) for table, count in counted.items() if count]
    if interviews:
        told.insert(0, f"{_interviews(interviews)} of an earlier time in prison")
    return f"Stays with you: {_listed(told)}." if told else ""


def _plan_words(record: HandedRecord) -> Iterator[str]:
    if not record.plans:
        return
    plan = record.plans[-1].plan
    if plan.agreed_on is not None:
        yield f"the plan, version {plan.version}, agreed on {day_words(plan.agreed_on)}, with how each action stands"
    else:
        yield "the plan as it stands, not agreed yet, with how each action stands"


def _counted(record: HandedRecord) -> Iterator[str]:
    counts = {
        "plan_edit": len(record.edits),
        "case_note": len(record.notes),
        "part_one": len(record.part_one),
        "hand_off": len(record.hand_offs),
        "landlord": len(record.landlords),
    }
    yield from (KINDS[table].counted(count) for table, count in counts.items() if count)


def _interviews(count: int) -> str:
    return f"{count or 'no'} {'interview' if count == 1 else 'interviews'}"


def _listed(words: list[str]) -> str:
    return "; ".join(words)
