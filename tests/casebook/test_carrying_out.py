"""What becomes of a plan: on the disk with its day and role, through a merge, never sent against a no."""

from __future__ import annotations

from datetime import date

from bcst_tui.casebook.case_values import Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import AgencyStands, Wish
from bcst_tui.casebook.values import NewCase, Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Plan
from tests.casebook.conftest import SATURDAY, Opener

ROLE = "Resettlement worker"
COUNCIL = "council_s10"


def homeless(casebook: Casebook, name: str = "Ash Invented") -> Sitting:
    case = casebook.add_case(NewCase(name))
    assert not isinstance(case, Rejection)
    told = casebook.answer(casebook.begin(case.case_id), "street")
    assert isinstance(told, Sitting)
    return told


def planned(plan: Plan | Rejection) -> Plan:
    assert isinstance(plan, Plan), plan
    return plan


def referred(casebook: Casebook, sitting: Sitting) -> None:
    planned(casebook.draft_referral(sitting, "council", "ACC-2-01"))
    planned(casebook.move_referral(sitting, 1, "consented", given_how="spoken"))


def reason(refused: object) -> str:
    assert isinstance(refused, Rejection), "it was taken"
    return refused.reason


def test_all_of_it_is_read_again_as_it_was_written(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = homeless(casebook)
    planned(casebook.deliver(sitting, "ACC-2-01", "Two forms", "part", need="somewhere", on="20/11/2026"))
    referred(casebook, sitting)
    before = planned(casebook.move_referral(sitting, 1, "sent"))
    casebook.close()
    again = open_casebook()
    plan = again.plan(again.begin(sitting.case_id))
    assert (plan.deliveries, plan.referrals) == (before.deliveries, before.referrals)
    assert (plan.deliveries[0].on, plan.deliveries[0].by_role) == (date(2026, 11, 20), ROLE)
    assert [(one.status, one.on, one.by) for one in plan.referrals[0].steps[1:]] == [
        ("consented", SATURDAY, ROLE),
        ("sent", SATURDAY, ROLE),
    ]


def test_what_was_done_and_asked_moves_along_when_two_cases_are_one(casebook: Casebook) -> None:
    stays, goes = homeless(casebook), homeless(casebook, "Ash Again")
    planned(casebook.deliver(goes, "ACC-2-01", "Two forms", "part"))
    referred(casebook, goes)
    merging = Merging(stays.case_id, goes.case_id, {"name_used": stays.case_id})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    with casebook._vault.session() as records:
        kept = records.plans.latest(goes.sitting_id)
        assert records.sittings.get(goes.sitting_id).person_id == stays.case_id
    assert kept is not None and [one.what for one in kept.deliveries] == ["Two forms"]
    assert [one.service for one in kept.referrals] == ["council"]


def test_what_was_done_in_the_plan_of_a_case_merged_in_is_told_with_its_day_and_need(casebook: Casebook) -> None:
    goes, stays = homeless(casebook, "Ash Again"), homeless(casebook)
    planned(casebook.deliver(goes, "ACC-2-01", "Two forms", "part", need="somewhere", on="20/11/2026"))
    planned(casebook.deliver(stays, "ACC-2-01", "A call", "part"))
    assert casebook.done_elsewhere(stays.case_id) == ()
    merging = Merging(stays.case_id, goes.case_id, {"name_used": stays.case_id})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    [done] = casebook.done_elsewhere(stays.case_id)
    assert done.words.startswith("20 November 2026: Two forms, in part; by Resettlement worker. For: Somewhere to live")


def test_a_consent_on_record_lets_a_referral_go_without_asking_twice(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    planned(casebook.draft_referral(sitting, "council", "ACC-2-01"))
    assert "before the person agrees" in reason(casebook.move_referral(sitting, 1, "sent"))
    given = casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"identity": 2, "housing": 2}, "spoken"))
    assert isinstance(given, AgencyStands), given
    assert planned(casebook.move_referral(sitting, 1, "sent")).referrals[0].status == "sent"


def test_nothing_is_sent_once_the_person_has_taken_it_back(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    referred(casebook, sitting)
    assert not isinstance(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 2}, "spoken")), Rejection)
    assert not isinstance(casebook.withdraw(sitting.case_id, COUNCIL), Rejection)
    assert "does not want" in reason(casebook.move_referral(sitting, 1, "sent"))


def test_a_service_that_said_no_and_the_one_instead_are_one_change(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    first, other = (service for service, _ in casebook.services_for("ACC-2-01")[:2])
    before = planned(casebook.point_to(sitting, first, "ACC-2-01", "told", "no"))
    plan = planned(casebook.close_signpost(sitting, first, "ACC-2-01", "service_refused", instead=other))
    assert [(one.service, one.status) for one in plan.signposts] == [(first, "closed"), (other, "given")]
    assert planned(casebook.put_back(sitting, before)).signposts == before.signposts
