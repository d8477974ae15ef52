"""Before a case goes, or two become one, whatever it holds is told: nothing of a person is forgotten in the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bcst_tui.casebook.case_contents import KINDS, TOLD_APART
from bcst_tui.casebook.case_values import Deleting
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import NewGateway, Wish
from bcst_tui.disclosure.shares import Share
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.records_cases import NEVER_COUNTED
from tests.casebook.conftest import SATURDAY, add_case
from tests.vault.every_table import fill, of_a_person, parents


def test_every_kind_of_record_a_person_has_is_told_of() -> None:
    theirs = {table.name for table in of_a_person() if "person" in parents(table)}
    assert KINDS.keys() | TOLD_APART == theirs - {table.name for table in NEVER_COUNTED}


def test_the_private_part_everybody_has_is_in_no_count() -> None:
    """Neither merging nor deleting tells one with something in it from one without."""
    assert "private_part" in {table.name for table in NEVER_COUNTED}
    assert "private_part" not in KINDS.keys() | TOLD_APART


def test_every_kind_is_counted_of_the_one_it_belongs_to(casebook: Casebook) -> None:
    full, empty = add_case(casebook), add_case(casebook, "Kit Invented")
    with casebook._vault.session() as records:
        fill(records, full.case_id, "invented")
        assert records.cases.counts(full.case_id) == dict.fromkeys([*KINDS, *TOLD_APART], 1)
        assert records.cases.counts(empty.case_id) == {}


SENT = Share(SATURDAY, "HOU", "employer", "told", {}, "a file", "f" * 64)
DECIDED = NewGateway("child", "The council", "Least facts", ("name_used",), "The lead", True, review_on="1/12/2026")
RELIED_ON: Mapping[str, Callable[[Casebook, int], object]] = {
    "a note of a paper sent": lambda casebook, case_id: noted(casebook, case_id),
    "decision to share without consent": lambda casebook, case_id: casebook.decide_gateway(case_id, DECIDED),
    "asked to see what is kept": lambda casebook, case_id: casebook.ask_for_record(case_id),
    "told to staff": lambda casebook, case_id: casebook.hand_off(case_id, "ill", "healthcare"),
}


def noted(casebook: Casebook, case_id: int) -> None:
    with casebook._vault.session() as records:
        records.consents.add_share(case_id, SENT, casebook._surroundings.now())


@pytest.mark.parametrize("why", RELIED_ON)
def test_what_others_rely_on_is_not_deleted(casebook: Casebook, why: str) -> None:
    case = add_case(casebook)
    assert not isinstance(RELIED_ON[why](casebook, case.case_id), Rejection)
    for refused in (casebook.before_deleting(case.case_id), casebook.delete_case(case.case_id, case.reference)):
        assert isinstance(refused, Rejection) and why in refused.reason and "Close it instead" in refused.reason


def test_what_goes_with_a_case_is_counted_kind_by_kind(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.decide(case.case_id, Wish("employer", "refused", {"work": 0}))
    casebook.write_statement(case.case_id, "employer", "In my own words")
    casebook.try_landlord(case.case_id, "social", "tried")
    before = casebook.before_deleting(case.case_id)
    assert isinstance(before, Deleting)
    assert before.goes[1:] == (
        "1 answer on who may be told.",
        "1 statement in their own words.",
        "1 kind of landlord tried or ruled out.",
    )
