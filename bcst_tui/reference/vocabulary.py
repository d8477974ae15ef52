"""Every status in the program: its codes are fixed here, the words people read for them are data."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, RootModel

from bcst_tui.reference.audience import TOPICS
from bcst_tui.reference.entry import Entry

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "non_answer": ("declined", "not_asked", "not_known", "not_applicable"),
    "not_asked_reason": ("no_time", "not_private", "unwell", "no_interpreter", "kept_out", "other"),
    "need_status": ("proposed", "confirmed", "dropped", "being_met", "met", "unmet"),
    "need_origin": ("rule", "worker", "person"),
    "person_view": ("not_read_back", "agreed", "changed", "not_mine"),
    "action_status": (
        "proposed",
        "agreed",
        "in_progress",
        "delivered",
        "declined",
        "not_possible",
        "not_needed",
        "held",
        "transferred",
    ),
    "done_by": ("i_will", "we_will", "worker_will"),
    "delivery": ("full", "part", "attempted"),
    "signpost_status": ("given", "declined", "closed"),
    "signpost_how": ("told", "leaflet", "introduced", "rang_together", "went_with"),
    "safe_to_contact": ("yes", "no", "not_asked"),
    "referral_status": ("drafted", "consented", "sent", "waiting", "accepted", "rejected", "done", "withdrawn"),
    "caseload_check": ("not_needed", "asked", "known", "not_known", "no_answer"),
    "follow_up_status": ("open", "closed"),
    "follow_up_outcome": (
        "met",
        "engaged",
        "not_yet",
        "service_refused",
        "declined",
        "changed_mind",
        "unsafe_to_contact",
        "not_reached",
    ),
    "sealed_follow_up_outcome": ("met", "not_yet", "declined", "changed_mind", "unsafe_to_contact"),
    "sitting_status": ("planned", "open", "paused", "completed", "not_held"),
    "not_held_reason": ("refused", "transferred", "released", "unwell", "no_interpreter", "regime", "other"),
    "sitting_kind": ("first_screening", "need_found_later", "review", "follow_up"),
    "q_in_sitting": ("not_opened", "opened", "dated"),
    "ledger": (
        "none",
        "later",
        "closed",
        "told_elsewhere",
        "no",
        "unsaid",
        "disclosed",
        "carried",
        "confirmed",
        "disputed",
    ),
    "consent_status": (
        "not_yet_asked",
        "given",
        "refused",
        "ask_each_time",
        "telling_them_myself",
        "later",
        "expired",
        "withdrawn",
    ),
    "consent_given_how": ("signed", "spoken", "interpreter", "declined"),
    "consent_depth": ("depth_0", "depth_1", "depth_2", "depth_3", "depth_4"),
    "consent_topic": tuple(topic for topic in TOPICS if topic not in ("q", "any")),
    "limit": ("child", "other_adult", "vulnerable_adult", "self_harm", "court_order", "prison_or_crime"),
    "lost_touch": ("do_nothing", "my_officer", "named_person"),
    "copy": ("taken", "kept_for_me", "none"),
    "hand_off_what": (
        "hurting_self",
        "threat",
        "ill",
        "injured",
        "medicine_missed",
        "shakes_without",
        "child_alone",
        "pet_alone",
        "nobody_told",
        "plan",
    ),
    "hand_off_to": (
        "wing_staff",
        "healthcare",
        "safer_custody",
        "safeguarding",
        "family_contact",
        "responsible_officer",
        "home_team",
    ),
    "landlord_state": ("tried", "not_suitable"),
    "clock": ("on_time", "late", "not_started", "not_computable"),
}


class Term(Entry):
    """One status code and its label."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str = Field(min_length=1)
    next_step: bool = False


class Kind(Entry):
    """One kind of status: its terms, and what they rest on."""

    source: str = Field(min_length=1)
    terms: tuple[Term, ...] = Field(min_length=1)


class VocabularyFile(RootModel[dict[str, Kind]]):
    """The file vocabulary.yaml: every kind of status by name."""

    model_config = {"frozen": True, "hide_input_in_errors": True}
