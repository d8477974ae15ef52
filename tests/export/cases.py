"""Invented cases for export tests: one with something in every field, one with nothing."""

from __future__ import annotations

from datetime import date

from bcst_tui.export.case import (
    AdviceGiven,
    CaseHeader,
    CaseNote,
    Goal,
    HandOff,
    KeyDate,
    Meeting,
    Occasion,
    SittingHeld,
    ToldAnswer,
    Unanswered,
)
from bcst_tui.plan.model import (
    Action,
    Deadline,
    DueDate,
    Evidence,
    FollowUp,
    GroupLevel,
    Marker,
    Need,
    Plan,
    Referral,
    ReferralStep,
    SettledStatus,
    Signpost,
)

TODAY = date(2026, 3, 3)
DUE = DueDate("new_need", date(2026, 3, 10))


def need_on(row: str, words: str = "two months behind") -> Need:
    """A need that rests on one answer of this audience row."""
    return Need(
        code=f"need_{row}",
        group="ACC",
        title=f"Need {words}",
        said="We sort this out together.",
        evidence=(Evidence("c08_arrears", f"Evidence {words}", row),),
        source="001 ch3",
        audiences=("needs_status",),
        status="confirmed",
        reason=f"Reason {words}",
        found_on=TODAY,
    )


def action_for(need: Need, words: str = "ask the landlord", activity: str = "SUP-1-01") -> Action:
    """An action that serves this need."""
    return Action(
        activity=activity,
        title=f"Action {words}",
        said="We do this.",
        neutral="housing_help",
        provider="HOST",
        owner=f"Owner {words}",
        level=2,
        needs=(need.code,),
        due=DUE,
        audiences=("actions",),
        source="001 ch3",
        status="agreed",
        locked_because=f"Locked {words}",
        reason=f"Because {words}",
        caution=f"Caution {words}",
    )


def signpost_on(row: str, words: str = "Debt advice") -> Signpost:
    """A signpost that would give this row away."""
    return Signpost(
        service="citizens_advice",
        service_name=f"Service {words}",
        activity="SUP-1-01",
        how="introduced",
        given_on=TODAY,
        follow_up=FollowUp(DUE, "closed", "not_yet", f"Next {words}"),
        audiences=(row,),
    )


def referral_on(row: str, words: str = "Debt advice") -> Referral:
    """A referral that would give this row away."""
    return Referral(
        number=1,
        service="citizens_advice",
        service_name=f"Agency {words}",
        activity="SUP-1-01",
        steps=(ReferralStep("drafted", TODAY), ReferralStep("sent", TODAY, f"Mover {words}", f"Step {words}")),
        audiences=(row,),
        check=DUE,
        status="sent",
    )


def level_on(row: str, words: str = "no bed") -> GroupLevel:
    """A level whose marker rests on this row."""
    marker = Marker("homeless", f"Marker {words}", ("ACC",), (Evidence("c14", f"Seen {words}", row),), "R22", row)
    return GroupLevel("ACC", 2, True, (marker,), None, f"Why {words}")


def bare_header() -> CaseHeader:
    """A case of which nothing but its name is known."""
    return CaseHeader(reference="BC-0001", name_used="Sam Rowe", made_on=TODAY)


def full_header() -> CaseHeader:
    """A case with something in every field."""
    return CaseHeader(
        reference="BC-0001",
        name_used="Sam Rowe",
        made_on=TODAY,
        legal_name="Samuel Rowe",
        prison_number="A0000AA",
        prison="Marsh Lane",
        worker="Ada Penn",
        worker_role="resettlement worker",
        key_dates=(KeyDate("Came in", date(2026, 2, 20)), KeyDate("Release", None, "none fixed yet")),
        sittings=(SittingHeld("first_screening", TODAY),),
        meetings=(Meeting(date(2026, 3, 12), "10:00", "Ada Penn"), Meeting(date(2026, 3, 19))),
        goals=(Goal("a place of my own"), Goal("see my daughter at weekends")),
        told=(
            ToldAnswer("c08_arrears", "Is any rent owed?", "Yes, about two months", "debts"),
            ToldAnswer("c04c_which_area", "Which area should we leave out?", "North of the river", "exclusions"),
            ToldAnswer("c05c_landlord", "Who is the landlord?", "Mr Crane", "addresses", names_others=True),
        ),
        occasions=(Occasion("ACC-3-05", (Evidence("c16_address", "No", "housing_plan"),)),),
        notes=(CaseNote(TODAY, "Ada Penn", "Rang the landlord", "addresses"),),
        advice=(AdviceGiven("Kinds of home talked through", "housing_plan", TODAY),),
        unanswered=(
            Unanswered("What landlords may ask about", "declined", "landlord_objections"),
            Unanswered("Nationality", "not_asked", "immigration", "no_time"),
        ),
        hand_offs=(HandOff(TODAY, "Prison healthcare", "Asked to be seen today"),),
    )


def full_plan() -> Plan:
    """A plan with something in every part."""
    arrears = need_on("debts")
    low = need_on("health", "not sleeping")
    return Plan(
        needs=(arrears, low),
        levels=(level_on("housing_plan"),),
        actions=(action_for(arrears, activity="FIN-2-02"), action_for(low, "see the nurse", "PSH-2-01")),
        signposts=(signpost_on("debts"),),
        deadlines=(Deadline("part_2", "Part 2 of the screening", date(2026, 3, 6), "on_time", "day 3 of 5"),),
        decisions=(("before_custody", SettledStatus("not_settled", "iii", "sofa at a friend's")),),
        version=1,
        agreed_on=TODAY,
    )
