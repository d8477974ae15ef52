"""One vocabulary: the codes of the data are the codes the program works with."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from bcst_tui.disclosure.section_q import QState
from bcst_tui.interview.answer import NOT_ASKED_REASONS
from bcst_tui.plan import model
from bcst_tui.reference.audience import TOPICS
from bcst_tui.reference.vocabulary import VOCABULARY
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import SITTING_KINDS
from tests.reference.shipped import shipped_reference


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("non_answer", NonAnswerCode),
        ("need_status", model.NeedStatus),
        ("need_origin", model.NeedOrigin),
        ("person_view", model.PersonsView),
        ("action_status", model.ActionStatus),
        ("done_by", model.SaidBy),
        ("signpost_status", model.SignpostStatus),
        ("signpost_how", model.SignpostHow),
        ("follow_up_outcome", model.FollowUpOutcome),
        ("clock", model.ClockState),
        ("q_in_sitting", QState),
    ],
)
def test_the_data_has_the_codes_of_the_program(kind: str, codes: Any) -> None:
    assert set(VOCABULARY[kind]) == set(get_args(codes))


def test_reasons_sittings_and_topics_are_those_of_the_program() -> None:
    assert VOCABULARY["not_asked_reason"] == NOT_ASKED_REASONS
    assert VOCABULARY["sitting_kind"] == SITTING_KINDS
    assert VOCABULARY["consent_topic"] == TOPICS[:-2]


def test_every_code_has_words_of_its_own() -> None:
    for kind, terms in shipped_reference().vocabulary.items():
        labels = [term.label for term in terms.values()]
        assert len(labels) == len(set(labels)), kind


def test_no_word_is_a_code() -> None:
    for terms in shipped_reference().vocabulary.values():
        assert not [term.code for term in terms.values() if "_" in term.label]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("ledger", "none later closed told_elsewhere no unsaid disclosed carried confirmed disputed"),
        ("referral_status", "drafted consented sent waiting accepted rejected done withdrawn"),
        ("caseload_check", "not_needed asked known not_known no_answer"),
        ("delivery", "full part attempted"),
        ("sitting_status", "planned open paused completed not_held"),
        ("not_held_reason", "refused transferred released unwell no_interpreter regime other"),
        ("consent_status", "not_yet_asked given refused ask_each_time telling_them_myself later expired withdrawn"),
        ("consent_given_how", "signed spoken interpreter declined"),
        ("copy", "taken kept_for_me none"),
        ("limit", "child other_adult vulnerable_adult self_harm court_order prison_or_crime"),
        ("sealed_follow_up_outcome", "met not_yet declined changed_mind unsafe_to_contact"),
    ],
)
def test_what_is_not_built_yet_has_its_codes_already(kind: str, codes: str) -> None:
    assert list(shipped_reference().vocabulary[kind]) == codes.split()
