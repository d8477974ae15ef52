"""An invented private part with something in every field, and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import Item, Ledger, LedgerEvent, Status
from bcst_tui.disclosure.levels import Around
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.disclosure.record import CategoryLine, Draft, HelpLogged, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack, Liaison, RiskRoute
from bcst_tui.disclosure.shares import Share
from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.export.case import ContactTerm
from bcst_tui.export.private_case import PrivateCase

DAY = date(2026, 3, 3)
OWN, OTHER = "drug_service", "landlord"
Q_YAML = Path(__file__).parents[2] / "interview_scripts" / "bcst2" / "q.yaml"


@cache
def words() -> PrivateWords:
    return load_words(Q_YAML.read_text("utf-8"))


def planted_words() -> PrivateWords:
    """The words of the part, with a canary for every code the record below holds."""
    common = words().common
    kept = common.kept.model_copy(
        update={
            "when": {**common.kept.when, "now": "When q1 canary", "past": "When q2 canary"},
            "who": {**common.kept.who, "ex": "Who q1 canary", "client": "Who q2 canary"},
            "children_around": {"yes": "Children q1 canary", "no": "Children q2 canary", "not_said": "-"},
            "standing": {**common.kept.standing, "disclosed": "Status q1 canary", "confirmed": "Status q2 canary"},
        }
    )
    needs = words().of("NEEDS")
    said = {"housing": "Want q1 canary", "health": "Want q2 canary"}
    planted = needs.model_copy(
        update={"wants": tuple(one.model_copy(update={"said": said.get(one.id, one.said)}) for one in needs.wants)}
    )
    steps = tuple(planted if one is needs else one for one in words().steps)
    return replace(words(), common=common.model_copy(update={"kept": kept}), steps=steps)


def ledger(item: Item, status: Status = "disclosed") -> Ledger:
    role = f"Role {item} canary"
    return Ledger(item, status, offers=2, asks=1, source_role=role, source_date=date(2025, 11, 5))


def full_record() -> Record:
    """Both items told, and something in every field."""
    return Record(
        ledgers=(ledger("q1"), ledger("q2", "confirmed")),
        events=(LedgerEvent(date(2024, 5, 6), 1, "q1", "ASK.applies", "disclosed", 1, 1, 0),),
        lines=(
            CategoryLine("q1", Draft("now", ("ex",), "yes", ("housing",)), DAY),
            CategoryLine("q2", Draft("past", ("client",), "no", ("health",)), DAY),
        ),
        level1="delivered",
        q="dated",
        safety_plan=(SafetyPart("inside", "Inside canary", 1), SafetyPart("where", "Where canary")),
        follow_ups=(
            PrivateFollowUp("resettlement_appointment", "Owner canary", date(2031, 1, 1), may_deliver="Bringer canary"),
            PrivateFollowUp("signpost", "worker", date(2032, 2, 2), agency=OWN),
            PrivateFollowUp("signpost", "worker", date(2033, 3, 3), agency=OTHER),
        ),
        referrals=(
            PrivateReferral(OWN, "sent", date(2034, 4, 4), "DVA-2-03", why="Why canary"),
            PrivateReferral(OTHER, "sent", date(2035, 5, 5), "SWK-2-03"),
        ),
        help_log=(HelpLogged("child", DAY, "10:00", "Told canary", "Decider canary", True),),
        booked=date(2036, 6, 6),
        consents=(
            Consent(OWN, "q1", "given", DAY, 1, which="Live canary"),
            Consent(OWN, "q2", "refused", DAY, which="Declined canary"),
            Consent(OTHER, "q1", "refused", DAY, which="Refused canary"),
        ),
        shares=(Share(DAY, "SPEC", OWN, "consent", {"q1": 1}, "BC-0001-SPEC.md", "abc", "Went canary"),),
        gateways=(
            GatewayRecord("child", "Gateway canary", ("category_children",), "the lead", DAY, True, date(2026, 4, 3)),
        ),
        liaisons=(
            Liaison(
                kind="children",
                basis="gateway",
                decided_by="Liaison canary",
                raised_on=DAY,
                raised_by_role="worker",
                person_told=True,
                area="Area canary",
                wishes=("Wish canary",),
                where_child="Child canary",
                reference="Number canary",
                responder="Responder canary",
            ),
        ),
        risk_routes=(RiskRoute("Route canary", DAY, "to_the_meeting"),),
        taken_up=(TakenUp("DVA-2-01", "agreed", DAY), TakenUp("ACC-3-06", "agreed", DAY)),
        own_words=OwnWords("Words canary", DAY),
        lead_worker="Holder canary",
        cover_worker="Cover canary",
        consult_requested=True,
        dual_role=True,
        kept_back=(KeptBack("help_now_log", "Keeper canary", DAY),),
    )


def full_private() -> PrivateCase:
    return PrivateCase(
        full_record(),
        planted_words(),
        Around(pregnant=True),
        ((ContactTerm("Term canary", names_others=True), ContactTerm("Channel canary")), (ContactTerm("Ring canary"),)),
    )
