"""A case and its plans with a canary in every field of words, and where each of them may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from bcst_tui.export.case import (
    AdviceGiven,
    Agreed,
    AreaMoved,
    CaseHeader,
    CaseNote,
    ContactTerm,
    Goal,
    HandOff,
    KeptLine,
    KeyDate,
    Meeting,
    Occasion,
    SinceAgreed,
    ToldAnswer,
    Unanswered,
)
from bcst_tui.plan.model import (
    Check,
    Deadline,
    Delivery,
    DueDate,
    Evidence,
    GroupLevel,
    Plan,
    Referral,
    SettledStatus,
    Signpost,
)
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import TODAY, action_for, full_header, level_on, need_on, referral_on, signpost_on
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
MATRIX = REFERENCE.matrix.rows
ROWS = [row.id for row in MATRIX.values() if row.part == "ordinary"]
EVERY_ROW = frozenset(ROWS)
PLAIN: tuple[AudienceCode, ...] = ("FULL", "HOU", "SPEC", "STAT")
SERVICE = "citizens_advice"

# For each word before a canary: the rows its place has besides the canary's own, and who is told in those words.
NEED, ACTION, LEVEL = ("needs_status",), ("actions", "needs_status"), ("levels", "markers_evidence")
BY_ROW: dict[str, tuple[tuple[str, ...], str]] = {
    "Keydate": ((), "all"),
    "Told": ((), "all"),
    "Typed": ((), "typed"),
    "Advice": (("actions",), "all"),
    "Unanswered": (("sitting_record",), "all"),
    "Note": (("worker_notes",), "all"),
    "Deadline": (("deadlines",), "all"),
    "Dated": (("deadlines",), "record"),
    "Logged": (("record_keeping",), "all"),
    "Edited": (("record_keeping",), "full"),
    "Mentioned": (("record_keeping",), "nobody"),
    "Altered": (("needs_status",), "record"),
    "Need": (NEED, "record"),
    "Said": (NEED, "plain"),
    "Origin": ((*NEED, "markers_evidence"), "record"),
    "Evidence": ((*NEED, "markers_evidence"), "all"),
    "Reason": ((*NEED, "worker_notes"), "all"),
    "Action": (ACTION, "record"),
    "Spoken": (ACTION, "plain"),
    "Owner": (ACTION, "all"),
    "Later": (ACTION, "all"),
    "Locked": ((*ACTION, "cautions"), "all"),
    "Caution": ((*ACTION, "cautions"), "all"),
    "Because": ((*ACTION, "worker_notes"), "all"),
    "Occasion": ((*ACTION, "markers_evidence"), "all"),
    "Stander": (ACTION, "record"),
    "Onto": (ACTION, "all"),
    "Service": (ACTION, "all"),
    "Checker": (ACTION, "record"),
    "Heard": ((*ACTION, "worker_notes"), "all"),
    "Agency": (ACTION, "all"),
    "Mover": (ACTION, "record"),
    "Step": ((*ACTION, "worker_notes"), "all"),
    "Look": (ACTION, "all"),
    "Next": ((*ACTION, "worker_notes"), "all"),
    "Marker": (LEVEL, "all"),
    "Seen": (LEVEL, "all"),
    "Rule": (LEVEL, "record"),
    "Why": (("levels", "worker_notes"), "all"),
}
ONE_OF_A_KIND = {
    "Name": ("name_used",),
    "Legal": ("legal_name",),
    "Number": ("legal_name",),
    "Prison": ("custody_dates",),
    "Closed": ("custody_dates",),
    "Worker": ("meetings",),
    "Role": ("custody_dates",),
    "Whom": ("meetings",),
    "Theirs": ("consents_own",),
    "Another": ("consents_own",),
    "Stopped": ("consents_others",),
    "Reach": ("safe_contact",),
    "Channel": ("safe_contact",),
    "Passed": ("hand_offs",),
    "Handed": ("hand_offs",),
    "Wanted": ("goals_strengths",),
    "Moved": ("distance_travelled",),
    "Settled": ("housing_plan", "markers_evidence"),
    "Doer": ACTION,
    "Did": (*ACTION, "worker_notes"),
}
WORDS = "|".join((*BY_ROW, *ONE_OF_A_KIND))
CANARY = re.compile(rf"({WORDS}) canary (?:of ([a-z ]+) )?end")


def planted(word: str, row: str = "") -> str:
    return f"{word} canary of {row.replace('_', ' ')} end" if row else f"{word} canary end"


def case_with_canaries() -> CaseHeader:
    day = date(2026, 3, 12)
    return replace(
        full_header(),
        name_used=planted("Name"),
        legal_name=planted("Legal"),
        prison_number=planted("Number"),
        prison=planted("Prison"),
        worker=planted("Worker"),
        worker_role=planted("Role"),
        closed=planted("Closed"),
        meetings=(Meeting(day, "10:00", planted("Whom")),),
        goals=(Goal(planted("Wanted")),),
        moved=tuple(SinceAgreed(planted("Dated", row), (row,)) for row in ROWS),
        changed=tuple(SinceAgreed(planted("Altered", row), (row,)) for row in ROWS),
        agreed=(
            Agreed(SERVICE, planted("Theirs"), planted("Theirs"), is_live=True),
            Agreed("landlord", planted("Another"), planted("Another"), is_live=True),
            Agreed(SERVICE, planted("Stopped"), planted("Stopped")),
        ),
        safe_contact=(ContactTerm(planted("Reach"), names_others=True), ContactTerm(planted("Channel"))),
        distance=(AreaMoved(planted("Moved"), (2, 3)),),
        kept=tuple(KeptLine(planted("Logged", row), (row,)) for row in ROWS),
        log=(
            *(KeptLine(planted("Edited", row), (row,)) for row in ROWS),
            *(KeptLine(planted("Mentioned", row), (row,), names_others=True) for row in ROWS),
        ),
        hand_offs=(HandOff(TODAY, planted("Handed"), planted("Passed"), planted("Passed")),),
        key_dates=tuple(
            KeyDate(planted("Keydate", row), day, planted("Keydate", row), row, planted("Keydate", row)) for row in ROWS
        ),
        told=(
            *(ToldAnswer("c99", planted("Told", row), planted("Told", row), row) for row in ROWS),
            *(ToldAnswer("c98", "Who is it?", planted("Typed", row), row, names_others=True) for row in ROWS),
        ),
        advice=tuple(AdviceGiven(planted("Advice", row), row, TODAY) for row in ROWS),
        unanswered=tuple(Unanswered(planted("Unanswered", row), "declined", row) for row in ROWS),
        notes=tuple(CaseNote(TODAY, planted("Note", row), planted("Note", row), row) for row in ROWS),
    )


def plans_with_canaries() -> Iterator[tuple[CaseHeader, Plan]]:
    """Needs, actions and signposts on every row; then levels, and what answers alone call for."""
    header = case_with_canaries()
    needs = tuple(
        replace(
            need_on(row),
            title=planted("Need", row),
            said=planted("Said", row),
            source=planted("Origin", row),
            reason=planted("Reason", row),
            evidence=(Evidence("c08", planted("Evidence", row), row),),
        )
        for row in ROWS
    )
    actions = tuple(
        replace(
            action_for(need),
            title=planted("Action", row),
            said=planted("Spoken", row),
            owner=planted("Owner", row),
            due=DueDate("new_need", TODAY, planted("Later", row)),
            locked_because=planted("Locked", row),
            caution=planted("Caution", row),
            reason=planted("Because", row),
            status_on=TODAY,
            status_by=planted("Stander", row),
            passed_to=planted("Onto", row),
        )
        for need, row in zip(needs, ROWS, strict=True)
    )
    yield (
        header,
        Plan(
            needs=needs,
            actions=actions,
            signposts=tuple(_signpost(row) for row in ROWS),
            referrals=tuple(_referral(row) for row in ROWS),
            deadlines=tuple(
                Deadline("part_2", planted("Deadline", row), day, "late", planted("Deadline", row), row)
                for row, day in zip(ROWS, [None, TODAY] * len(ROWS), strict=False)
            ),
            decisions=(("settled_test", SettledStatus("not_settled", None, planted("Settled"))),),
        ),
    )
    called_for = replace(
        action_for(need_on("actions")), needs=(), reason="", locked_because="", caution="", owner="", level=3
    )
    evidence = tuple(Evidence("c16", planted("Occasion", row), row) for row in ROWS)
    yield (
        replace(full_header(), occasions=(Occasion(called_for.activity, evidence),)),
        Plan(
            levels=tuple(_level(row) for row in ROWS),
            actions=(called_for,),
            deliveries=(Delivery(called_for.activity, "", TODAY, planted("Doer"), planted("Did"), "part"),),
        ),
    )


def _level(row: str) -> GroupLevel:
    level = level_on(row)
    [marker] = level.markers
    seen_in = (Evidence("c14", planted("Seen", row), row),)
    marker = replace(marker, title=planted("Marker", row), source=planted("Rule", row), evidence=seen_in)
    return replace(level, markers=(marker,), reason=planted("Why", row))


def _signpost(row: str) -> Signpost:
    signpost = signpost_on(row)
    heard = Check(TODAY, planted("Checker", row), "not_yet", planted("Heard", row))
    follow_up = replace(signpost.follow_up, next_step=planted("Next", row), checks=(heard,))
    return replace(signpost, service=SERVICE, service_name=planted("Service", row), follow_up=follow_up)


def _referral(row: str) -> Referral:
    referral = referral_on(row)
    steps = tuple(replace(one, by=planted("Mover", row), words=planted("Step", row)) for one in referral.steps)
    check = DueDate("housing_referral", TODAY, planted("Look", row))
    return replace(referral, service=SERVICE, service_name=planted("Agency", row), steps=steps, check=check)


@cache
def all_plans() -> tuple[tuple[CaseHeader, Plan], ...]:
    return tuple(plans_with_canaries())
