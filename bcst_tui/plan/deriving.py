"""From an interview to its plan: needs, markers, levels, actions, signposts, dates and decisions.

A plan is never stored as the truth of the answers: it is derived afresh, and what the worker decided in an earlier
one (`previous`) is carried over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bcst_tui.disclosure.answered import agreed
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.safe_contact import SafeContact, may_be_reached
from bcst_tui.interview.state import Interview
from bcst_tui.interview.whole import WholeInterview, whole
from bcst_tui.plan.actions import Circumstances, planned_actions
from bcst_tui.plan.asking_again import redated
from bcst_tui.plan.carrying import carry_over, needs_kept, signposts_kept
from bcst_tui.plan.case_dates import CaseDates, case_dates
from bcst_tui.plan.deadlines import deadlines
from bcst_tui.plan.deadlines_of_consents import as_agreed, consents_running
from bcst_tui.plan.decisions import decide
from bcst_tui.plan.follow_ups import signposts_given, ticked
from bcst_tui.plan.levels import group_levels
from bcst_tui.plan.model import Deadline, Need, Plan, SafeToContact, Signpost
from bcst_tui.plan.needs import as_decided, as_they_stand, funding_route, is_asked_about, markers_found, needs_found
from bcst_tui.plan.referrals import referrals_kept
from bcst_tui.reference.reference import Reference

NOTHING_BEFORE = Plan()


def derive(
    interview: Interview,
    reference: Reference,
    facts: Mapping[str, str] | None = None,
    previous: Plan = NOTHING_BEFORE,
    today: date | None = None,
    consents: Iterable[Consent] = (),
    contact: SafeContact | None = None,
    is_over: bool = False,
) -> Plan:
    """Everything that follows from the answers so far, earlier sittings' too, with the worker's decisions kept.

    Needs are dated by the day of the sitting; whether a clock is late is judged by `today`, where that is later.
    `consents`: every version on record, oldest first; where there is none, what was answered decides.
    `contact`: the person's terms for getting in touch, which a service ticked today starts from (J03). `is_over`: the
    sitting has ended, so that part 2 was done on its day.
    """
    interview = _with_facts(interview, facts)
    needs = _needs(interview, previous)
    known = as_decided(interview.known, needs)
    markers = markers_found(known)
    levels = group_levels(needs, markers, previous.levels)
    on, held, is_first = today or known.today, tuple(consents), interview.sitting == "first_screening"
    dates = replace(as_agreed(case_dates(known), held, on), part_two_done=known.today if is_over else None)
    clocks = (*deadlines(dates, on, reference.clocks, is_first, known.today), *consents_running(held, on, reference))
    safe = may_be_reached(contact, on, dates.release)
    signposts = _signposts(interview, previous, reference, dates, clocks, safe)
    may_tell = agreed(known, reference.agencies.values(), held, on)
    around = Circumstances.of(known, reference, needs, levels, dates, signposts, is_first, previous.actions, may_tell)
    derived = Plan(
        needs=needs,
        markers=markers,
        levels=levels,
        actions=planned_actions(around),
        signposts=signposts,
        referrals=referrals_kept(previous, reference, dates),
        deadlines=clocks,
        decisions=tuple((name, decide(one, known)) for name, one in known.script.decisions.items()),
    )
    return carry_over(previous, derived, known.today)


def _with_facts(interview: Interview, facts: Mapping[str, str] | None) -> Interview:
    """The whole of it, with what is known besides."""
    return whole(replace(interview, facts={**interview.facts, **facts}) if facts else interview)


def _needs(interview: Interview, previous: Plan) -> tuple[Need, ...]:
    """Those found, with what the worker decided and how each stands; and where money for it may come from."""
    known = interview.known
    found = needs_kept(previous, needs_found(known), lambda need: is_asked_about(interview, need))
    needs = as_they_stand(found, interview)
    return tuple(one if one.funding else replace(one, funding=funding_route(known)) for one in needs)


def _signposts(
    interview: Interview,
    previous: Plan,
    reference: Reference,
    dates: CaseDates,
    clocks: Sequence[Deadline],
    safe: SafeToContact,
) -> tuple[Signpost, ...]:
    known = interview.known
    of_today = interview.today_only.known if isinstance(interview, WholeInterview) else known
    given = signposts_given(known, reference, dates, safe)
    named_today = signposts_given(of_today, reference, dates)
    kept = signposts_kept(previous, given, ticked(known.script), known.today, named_today)
    return tuple(redated(one, clocks, dates.release, known.today, reference.clocks) for one in kept)
