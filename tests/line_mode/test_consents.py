"""Consent in numbered lines, and that keys and lines end in the same consents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import Consent
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.disclosure.consent import live
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.consents import Consents
from bcst_tui.line_mode.prompts import Lines
from tests.line_mode.conftest import MONDAY, PROFILE, Typed
from tests.reference.shipped import shipped_reference
from tests.tui.rooms import script_files
from tests.vault.ready import let_go, ready_vault

CASE = 1
BACK = "1"


@contextmanager
def needing_debt_advice(folder: Path, today: date = MONDAY) -> Iterator[Casebook]:
    """A casebook with one case, whose plan needs a debt adviser and healthcare."""
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    around = Surroundings(script_files(), shipped_reference(), lambda: today, lambda: noon)
    casebook = Casebook(ready_vault(folder / "vault", bytes(32), PROFILE), around)
    assert not isinstance(casebook.add_case(NewCase("Ash Invented", prison_number="TRN-001")), Rejection)
    casebook.point_to(casebook.begin(CASE), "citizens_advice", "FIN-1-02", "told")
    try:
        yield casebook
    finally:
        let_go(casebook._vault)


def typed(casebook: Casebook, *lines: str) -> Typed:
    """What is told when these lines are typed at the consents; the input then ends."""
    terminal: Typed = Typed([*lines])
    held: Lines = terminal
    try:
        Consents(casebook, casebook.case(CASE), held).go_round()
    except EOFError:
        pass
    return terminal


def agreed(casebook: Casebook, today: date = MONDAY) -> dict[tuple[str, str], int]:
    return {(one.agency, one.topic): one.depth for one in live(casebook.consents(CASE), today)}


def said(casebook: Casebook) -> list[tuple[str, str, str]]:
    return [(one.agency, one.topic, one.status) for one in casebook.consents(CASE)]


def test_a_yes_is_to_what_was_read_out_and_says_how_it_was_given(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        terminal = typed(casebook, "2", "2", "3", "5", "1", BACK)
        assert agreed(casebook) == {("debt_advice", "identity"): 1, ("debt_advice", "money"): 2}
        kept: Consent = casebook.consents(CASE)[0]
        assert (kept.given_how, kept.given_on) == ("spoken", MONDAY)
        assert kept.text_shown and kept.text_shown in terminal.told


@pytest.mark.parametrize(
    ("line", "status"), [("6", "refused"), ("7", "telling_them_myself"), ("8", "ask_each_time"), ("9", "later")]
)
def test_every_other_answer_is_one_line_and_opens_nothing(tmp_path: Path, line: str, status: str) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        typed(casebook, "2", line, BACK)
        assert {one[2] for one in said(casebook)} == {status}
        assert agreed(casebook) == {}


def test_yes_to_nothing_writes_nothing(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        terminal = typed(casebook, "2", "5", "11", BACK)
        assert said(casebook) == []
        assert "Choose what it is about first" in terminal.all_told


def test_what_was_agreed_is_stopped_in_two_lines_and_what_went_is_told(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        terminal = typed(casebook, "2", "2", "3", "5", "1", "2", "11", BACK)
        assert agreed(casebook) == {}
        assert "It has stopped. Nothing had gone to them yet." in terminal.told


def test_what_had_gone_is_told_and_the_letter_that_asks_to_stop_using_it_is_written(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        typed(casebook, "2", "2", "3", "5", "1", BACK)
        sitting = casebook.open_sitting(CASE)
        assert sitting is not None
        casebook.write(sitting, casebook.preview(sitting, "HOU", to="debt_advice"), tmp_path)
        terminal = typed(casebook, "2", "11", str(tmp_path), BACK)
        assert "·  23 November 2026: A debt or money adviser" in terminal.told
        assert "Please stop using what we sent you" in terminal.all_told
        assert len(list(tmp_path.glob("*letter*"))) == 1
        assert "23 November 2026: A debt or money adviser" in typed(casebook, "8", BACK).told


def test_at_a_review_what_was_agreed_is_kept_stopped_or_changed_one_by_one(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        typed(casebook, "2", "2", "3", "5", "1", "4", "1", BACK)
        assert len([one for one in casebook.consents(CASE) if one.topic == "money"]) == 2
        typed(casebook, "4", "2", BACK)
        assert agreed(casebook) == {}


def test_an_agency_is_put_on_the_list_of_those_never_to_be_told_and_taken_off(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        typed(casebook, "5", "2", "1", BACK)
        assert casebook.told_nothing(CASE).agencies == ("council_s10",)
        listed = next(place for place, one in enumerate(casebook.agencies(CASE), 2) if one.agency == "council_s10")
        assert listed
        nobody = str(2 + len(casebook.agencies(CASE)) + 1)
        typed(casebook, nobody, "3", "1", BACK)
        assert casebook.told_nothing(CASE).agencies == ()


def test_a_safe_way_to_get_in_touch_is_said_line_by_line_and_leaves_no_message_unasked(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        typed(casebook, "6", "1", "1", "2", "my sister's phone", "11", "1", "12", BACK)
        contact = casebook.safe_contact(CASE)
        assert contact is not None
        assert (contact.channel, contact.number_label, contact.if_unreachable) == (
            "phone",
            "my sister's phone",
            "do_nothing",
        )
        assert contact.leave_message is False and contact.number_withheld is None


def test_an_unfinished_form_is_told_what_is_missing_and_not_kept(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        terminal = typed(casebook, "6", "3", "4", BACK)
        assert casebook.safe_contact(CASE) is None
        assert "! Choose how to get in touch, or leave it." in terminal.told


def test_a_wish_to_see_the_record_is_dated_and_marked_when_it_was_shown(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        assert "Nobody has asked yet." in typed(casebook, "7", "2", BACK).told
        assert [one.due for one in casebook.requests_open()] == [date(2026, 12, 14)]
        typed(casebook, "7", "3", BACK)
        assert casebook.requests_open() == ()


def test_sharing_without_consent_is_the_leads_decision_with_one_of_six_reasons(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path) as casebook:
        new = ("9", "2", "1", "The police", "Heard today", "Wren Invented", "1", "1", "1/2/2027", BACK)
        assert "The safeguarding lead decides" in typed(casebook, *new).all_told
        assert casebook.gateways(CASE) == ()
        again = (*new[:3], "1", "1", "3", "Safeguarding lead", "1", "1", "1", BACK)
        terminal = typed(casebook, *again)
        assert [one.limit for one in casebook.gateways(CASE)] == ["child"]
        assert "duty manager decides" in terminal.all_told
