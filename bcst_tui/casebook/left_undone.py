"""What would be left undone if a case were closed: sentences, and none of them forbids it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcst_tui.casebook.case_values import ClosedHow
from bcst_tui.casebook.forms import FORMS
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Plan, Signpost
from bcst_tui.plan.officer import HANDED_OVER
from bcst_tui.plan.referrals import GOES_ON_TO
from bcst_tui.vault.edit_values import stay_on
from bcst_tui.vault.record_values import HandOffLogged
from bcst_tui.vault.records import Records

NAMED = 3
"""How many things are named where more of a kind are open."""
GOES_ON: tuple[ClosedHow, ...] = ("released", "transferred")
"""How a case ends where somebody else goes on with the plan."""
NOT_HANDED_OVER = "Nobody has written down that the plan was handed over (What was passed on)."
STILL_OWED = "It is owed all the same, and stays on Today until it is shown."
SETTLED = ("met", "unmet")


def left_undone(records: Records, case_id: int, how: ClosedHow, handed_on: Iterable[HandOffLogged]) -> tuple[str, ...]:
    """All of it; what only matters to whoever goes on with the plan is told where somebody does."""
    plan = _plan_now(records, case_id)
    return (
        *_not_finished(records, case_id),
        *_to_be_shown(records, case_id),
        *_open_in(plan),
        *(_for_whoever_goes_on(records, case_id, plan, handed_on) if how in GOES_ON else ()),
    )


def _plan_now(records: Records, case_id: int) -> Plan:
    """The newest plan of this time in prison: it speaks for those before it."""
    return records.plans.newest_among([one.id for one in records.sittings.of_this_stay(case_id)]) or Plan()


def _not_finished(records: Records, case_id: int) -> Iterator[str]:
    for sitting in records.sittings.of_this_stay(case_id):
        if sitting.status in ("open", "paused"):
            yield f"The interview of {day_words(sitting.today)} is not finished. It stays as it is."
    for form, at in records.forms.begun(case_id):
        if form != "closing":
            yield f"Begun on {day_words(at.astimezone().date())} and not saved: {FORMS.get(form, form)}."


def _to_be_shown(records: Records, case_id: int) -> Iterator[str]:
    for asked in records.consents.requests(case_id):
        if asked.shown_on is None:
            yield f"On {day_words(asked.received_on)} they asked to see what is written about them. {STILL_OWED}"


def _open_in(plan: Plan) -> Iterator[str]:
    checks = [_with_day(one) for one in plan.signposts if one.follow_up.status == "open"]
    asked = [one.service_name for one in plan.referrals if GOES_ON_TO[one.status]]
    promised = [one.title for one in plan.actions if one.status in ("agreed", "in_progress")]
    if checks:
        yield _so_many(len(checks), "follow-up is", "follow-ups are", "still open", checks)
    if asked:
        yield _so_many(len(asked), "referral has", "referrals have", "not ended", asked)
    if promised:
        yield _so_many(len(promised), "agreed action is", "agreed actions are", "not done", promised)


def _for_whoever_goes_on(
    records: Records, case_id: int, plan: Plan, handed_on: Iterable[HandOffLogged]
) -> Iterator[str]:
    unsettled = [one.title for one in plan.needs if stands(one) and one.status not in SETTLED]
    if unsettled:
        yield _so_many(len(unsettled), "need is", "needs are", "marked neither met nor unmet", unsettled)
    present = {one.id for one in records.sittings.of_this_stay(case_id)}
    agreed = any(on is not None and number in present for number, _, _, on in records.plans.lines_of(case_id))
    stays = records.stays.of(case_id)
    handed = [one for one in handed_on if stay_on(stays, one.on) == len(stays)]
    if agreed and not any(one.what == HANDED_OVER for one in handed):
        yield NOT_HANDED_OVER


def _with_day(signpost: Signpost) -> str:
    due = signpost.follow_up.due.on
    return f"{signpost.service_name}, by {day_words(due)}" if due else signpost.service_name


def _so_many(count: int, one: str, many: str, what: str, named: list[str]) -> str:
    more = f"; and {count - NAMED} more" if count > NAMED else ""
    return f"{count} {one if count == 1 else many} {what}: {'; '.join(named[:NAMED])}{more}."
