"""What is agreed with whom, version by version: each change is one agency's alone, and none opens what was not open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agreed import CASELOAD_CHECK
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.keeping import Kind, kept
from bcst_tui.disclosure.ledger import ITEMS, Ledger
from bcst_tui.disclosure.record import NOTHING_KEPT, HelpLogged, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, Liaison, RiskRoute
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.table import STATES, State
from bcst_tui.reference.agency import AgencyReader
from tests.disclosure.test_agreeing import OFFICE, PROJECT, SPECIALIST
from tests.disclosure.walking import DAY

UNTIL = DAY + timedelta(days=180)


def yes(agency: str = SPECIALIST, topic: str = "q1", **more: object) -> Consent:
    given = Consent(agency, topic, "given", DAY, depth=3, purpose=agreed.HELP, until=UNTIL, text_shown="Words")
    return replace(given, parts=("inside",), **more)  # type: ignore[arg-type]


def agreeing(*consents: Consent) -> Record:
    return agreed.with_versions(NOTHING_KEPT, consents)


def test_what_is_neither_item_is_a_topic_of_its_own_and_nobody_hears_of_what_they_are_not_there_for() -> None:
    """P41."""
    assert {agreed.topics_of((), one) for one in OFFICE.values()} == {("none",), ()}
    assert agreed.topics_of(ITEMS, OFFICE[SPECIALIST]) == tuple(one for one in ITEMS if one in OFFICE[SPECIALIST].about)
    assert "none" not in agreed.topics_of(ITEMS, OFFICE[SPECIALIST])


def test_a_yes_is_kept_with_all_that_was_shown_and_anything_else_with_nothing_of_it() -> None:
    """P41."""
    shown = {"until": UNTIL, "depth": 3, "how": "spoken", "text_shown": "Words", "parts": ("inside",)}
    given = agreed.decided(OFFICE[SPECIALIST], ("q1", "q2"), "given", DAY, **shown)  # type: ignore[arg-type]
    assert given == tuple(yes(topic=item, given_how="spoken") for item in ITEMS)
    no = agreed.decided(OFFICE[SPECIALIST], ("q1",), "refused", DAY, anonymous=True, **shown)  # type: ignore[arg-type]
    assert no == (Consent(SPECIALIST, "q1", "refused", DAY, purpose=agreed.HELP, given_how="spoken"),)


def test_no_yes_is_deeper_than_there_is_a_depth_or_at_once_with_and_without_a_name() -> None:
    """P41: what is neither item is never told of beyond "please contact me"."""
    office = OFFICE[SPECIALIST]
    for topic, depth, anonymous in (("none", 2, False), ("q1", 5, False), ("q1", -1, False), ("q1", 0, False)):
        with pytest.raises(ValueError):
            agreed.decided(office, (topic,), "given", DAY, depth=depth, anonymous=anonymous)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        agreed.decided(office, ("q1",), "given", DAY, depth=1, anonymous=True)
    (nameless,) = agreed.decided(office, ("q1",), "given", DAY, anonymous=True)
    assert nameless.anonymous and nameless.is_live(DAY)


@pytest.mark.parametrize(("reader", "deepest"), [("HOU", 2), ("RO", 3), ("SPEC", 4)])
def test_each_kind_of_reader_hears_as_deep_as_there_is_something_for_it_and_no_deeper(
    reader: AgencyReader, deepest: int
) -> None:
    """P14, P41."""
    office = OFFICE[SPECIALIST].model_copy(update={"reader": reader})
    assert agreed.decided(office, ("q1",), "given", DAY, depth=deepest)[0].depth == deepest
    with pytest.raises(ValueError):
        agreed.decided(office, ("q1",), "given", DAY, depth=deepest + 1)


ROWS: dict[str, object] = {
    "consents": (),
    "referrals": (PrivateReferral("one", "sent", DAY),),
    "safety_plan": (SafetyPart("inside", ""),),
    "follow_ups": (PrivateFollowUp("resettlement_appointment", "worker", DAY),),
    "taken_up": (TakenUp("DVA-2-01", "agreed", DAY),),
    "own_words": OwnWords("Mine", DAY),
    "liaisons": (Liaison("marac", "consent", "lead", DAY, "worker", True),),
    "risk_routes": (RiskRoute("lead", DAY, "not_known"),),
    "gateways": (GatewayRecord("child", "police", (), "lead", DAY, True, DAY),),
    "ledgers": (Ledger("q1", "carried"), Ledger("q2")),
    "lead_worker": "Lee",
    "cover_worker": "Mo",
    "consult_requested": True,
    "dual_role": True,
    "q": "dated",
    "help_log": (HelpLogged("child", DAY, "10:15", "social worker", "lead", True),),
}


@pytest.mark.parametrize(
    ("kind", "state", "may"),
    [
        ("consent", "SHARE", ""),
        ("withdrawal", "SHARE", "referrals"),
        ("plan", "PLAN", "safety_plan follow_ups referrals taken_up own_words"),
        ("liaison", "HELP_NOW", "liaisons risk_routes gateways"),
        ("known", None, "ledgers"),
        ("holding", None, "lead_worker cover_worker consult_requested dual_role"),
    ],
)
def test_each_kind_is_kept_in_its_own_places_and_changes_its_own_part_alone(
    kind: Kind, state: State | None, may: str
) -> None:
    """P41: outside a run, at the start or the end, all but a yes."""
    outside: tuple[State, ...] = () if kind == "consent" else ("SECTION", "END")
    places = {*outside, *({state} if state else ())}
    everywhere: tuple[State, ...] = (*STATES, "END")
    for place in everywhere:
        for name, rows in ROWS.items():
            is_allowed = place in places and (name in may.split() or name == "consents")
            after = replace(NOTHING_KEPT, **{name: rows})  # type: ignore[arg-type]
            if is_allowed:
                assert kept(Run(Screen(place)), NOTHING_KEPT, kind, after) == after
                continue
            with pytest.raises(ValueError):
                kept(Run(Screen(place)), NOTHING_KEPT, kind, after)


def test_versions_are_counted_for_each_agency_topic_and_purpose_by_itself() -> None:
    check = yes(purpose=CASELOAD_CHECK)
    record = agreeing(yes(), yes(PROJECT), yes(topic="q2"), check, yes(), yes(), check)
    assert [one.version for one in record.consents] == [1, 1, 1, 1, 2, 3, 2]
    assert [one.version for one in agreed.of_agency(record, SPECIALIST)] == [3, 1]
    found = agreed.check_with(agreeing(yes(PROJECT, purpose=CASELOAD_CHECK), check), SPECIALIST)
    assert found is not None and found.agency == SPECIALIST
    assert [one.agency for one in agreed.of_agency(record, PROJECT)] == [PROJECT]


def test_taking_back_leaves_nothing_of_that_agency_and_all_of_every_other() -> None:
    """P18, P41."""
    waiting = PrivateReferral(SPECIALIST, "waiting", DAY - timedelta(days=9))
    over = tuple(replace(waiting, status=status) for status in ("done", "rejected", "withdrawn"))
    other = replace(waiting, agency=PROJECT)
    said_no = Consent(SPECIALIST, "q2", "refused", DAY)
    before = replace(
        agreeing(yes(), yes(PROJECT), said_no, yes(topic="none", depth=0, anonymous=True)),
        referrals=(waiting, *over, other),
    )
    after = agreed.taken_back(before, SPECIALIST, DAY)
    taken = replace(yes(), status="withdrawn", depth=0, until=None, withdrawn_on=DAY, parts=(), version=2)
    assert after.consents[4:] == (taken, replace(taken, topic="none"))
    assert after.consents[:4] == before.consents
    assert after.referrals == (replace(waiting, status="withdrawn", on=DAY), *over, other)


def test_what_a_yes_was_for_being_done_it_has_run_out_for_that_agency_alone() -> None:
    before = agreeing(yes(), yes(PROJECT), Consent(SPECIALIST, "q2", "refused", DAY), yes(topic="none", anonymous=True))
    over = agreed.purpose_met(before, SPECIALIST, DAY).consents[4:]
    gone = replace(yes(), status="expired", depth=0, until=None, parts=(), version=2)
    assert over == (gone, replace(gone, topic="none"))


def test_only_getting_in_touch_takes_what_was_deeper_and_opens_nothing() -> None:
    later = DAY + timedelta(days=1)
    lapsed = yes(topic="none", until=DAY)
    before = agreeing(yes(), yes(topic="q2", depth=1), lapsed, yes(PROJECT), yes(purpose=CASELOAD_CHECK))
    less = agreed.only_in_touch(before, SPECIALIST, later).consents[5:]
    assert less == (replace(yes(), depth=1, parts=(), given_on=later, text_shown="", version=2),)


def test_from_the_folder_a_yes_may_become_less_or_end_and_nothing_else() -> None:
    """P41."""
    before = agreeing(yes(), yes(PROJECT, depth=4))

    def is_kept(new: Consent) -> bool:
        try:
            return kept(Run(), before, "withdrawal", agreed.with_versions(before, (new,))) != before
        except ValueError:
            return False

    fine = (yes(depth=2), yes(depth=1), yes(status="expired", depth=0), yes(status="withdrawn", depth=0))
    assert all(is_kept(one) for one in fine)
    refused = (yes(), yes(depth=4), yes(depth=0), yes(topic="q2", depth=1), yes(status="later", depth=1))
    assert not any(is_kept(one) for one in (*refused, yes("nobody_yet", depth=1)))
    for since in (yes(depth=1), yes(status="withdrawn", depth=0), yes(status="refused", depth=0)):
        stands = agreed.with_versions(before, (since,))
        with pytest.raises(ValueError):
            kept(Run(), stands, "withdrawal", agreed.with_versions(stands, (yes(depth=2),)))
    deep = agreed.with_versions(NOTHING_KEPT, (yes(topic="none", depth=2),))
    with pytest.raises(ValueError):
        kept(Run(Screen("SHARE")), NOTHING_KEPT, "consent", deep)
