"""Who may be told what, by keyboard alone: nothing preselected, no answer longer than yes, stopping in three keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.disclosure.consent import live
from tests.line_mode.test_consents import needing_debt_advice, typed
from tests.tui.driving import Driver, driving, played
from tests.tui.hostile import PAYLOADS
from tests.tui.rooms import TODAY, OpenDoors, app_of, unlock

CASE = 1
GIVEN = ("1", "2", "2", "y", "1")
"""A debt adviser, money, its main lines, yes, spoken."""


def agreed(casebook: Casebook) -> dict[tuple[str, str], int]:
    return {(one.agency, one.topic): one.depth for one in live(casebook.consents(CASE), TODAY)}


@asynccontextmanager
async def consents_of(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Driver, Casebook]]:
    """Ctrl+G on a case whose plan needs a debt adviser."""
    doors = OpenDoors(folder, names=("Robin Example",))
    async with driving(app_of(doors), size) as at:
        await unlock(at)
        casebook = doors.casebook
        assert casebook is not None
        casebook.point_to(casebook.begin(CASE), "citizens_advice", "FIN-1-02", "told")
        await at.press("enter")
        await at.until_on("SectionsScreen")
        await at.press("ctrl+g")
        await at.until_on("ConsentsScreen")
        yield at, casebook


@played
async def test_nothing_is_preselected_and_what_they_would_get_is_read_before_a_yes(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        await at.until_seen("not yet asked")
        await at.press("enter", "delete")
        await at.until_seen("Light one that is agreed")
        await at.press("1")
        await at.until_on("AgencyConsentScreen")
        await at.press("enter", "y")
        await at.until_seen("Choose what it is about first")
        assert casebook.consents(CASE) == ()
        await at.until_seen("Nothing is chosen yet, so they would get")
        await at.press("2")
        await at.until_seen("Referral BC-0001")
        await at.press("2", "y")
        await at.until_seen("How did they agree?")
        await at.press("1")
        await at.until_on("ConsentsScreen")
        await at.until_seen("yes: money, until 21 May 2027")
        assert agreed(casebook) == {("debt_advice", "identity"): 1, ("debt_advice", "money"): 2}


@played
async def test_what_is_agreed_is_stopped_in_three_keys_from_the_case(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        await at.press(*GIVEN)
        await at.until_on("ConsentsScreen")
        await at.press("escape")
        await at.until_on("SectionsScreen")
        await at.press("ctrl+g", "1", "s")
        await at.until_seen("It has stopped.")
        assert agreed(casebook) == {}
        await at.press("escape")
        await at.until_on("ConsentsScreen")
        await at.press(*GIVEN)
        await at.until_on("ConsentsScreen")
        await at.press("home", "delete")
        await at.until_seen("It has stopped.")
        assert agreed(casebook) == {}


@played
async def test_no_answer_takes_more_keys_than_yes(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        for key, status in (
            ("n", "refused"),
            ("m", "telling_them_myself"),
            ("e", "ask_each_time"),
            ("l", "later"),
        ):
            await at.press("1", key)
            await at.until_on("ConsentsScreen")
            assert casebook.consents(CASE)[-1].status == status
        assert agreed(casebook) == {}


@played
async def test_keys_and_numbered_lines_end_in_the_same_consents(tmp_path: Path) -> None:
    with needing_debt_advice(tmp_path / "lines", TODAY) as by_lines:
        typed(by_lines, "2", "2", "3", "10", "Wren Advice", "5", "1", "3", "8", "1")
        told = by_lines.consents(CASE)
    async with consents_of(tmp_path / "keys") as (at, by_keys):
        await at.press("1", "2", "2", "w")
        await at.type("Wren Advice")
        await at.press("enter", "y", "1")
        await at.until_on("ConsentsScreen")
        await at.press("2", "n")
        await at.until_on("ConsentsScreen")
        kept = by_keys.consents(CASE)
    assert [(one.agency, one.topic, one.status, one.depth, one.which, one.given_how) for one in kept] == [
        (one.agency, one.topic, one.status, one.depth, one.which, one.given_how) for one in told
    ]


@played
async def test_a_safe_contact_has_nothing_chosen_and_a_message_only_by_its_own_key(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        await at.press("s")
        await at.until_on("SafeContactScreen")
        await at.press("k")
        await at.until_seen("Choose how to get in touch")
        assert casebook.safe_contact(CASE) is None
        await at.press("1", "2")
        await at.until_seen("A message")
        await at.press("2")
        await at.until_on("SayInALine")
        await at.type(f"[/]{PAYLOADS[0]}x")
        await at.press("enter", "b", "1", "escape")
        await at.until_seen("What was changed is not kept yet.")
        await at.press("1")
        await at.until_on("ConsentsScreen")
        contact = casebook.safe_contact(CASE)
        assert contact is not None
        assert (contact.channel, contact.if_unreachable, contact.leave_message) == ("text", "do_nothing", False)


@played
async def test_the_other_ways_end_where_they_began(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        for key, words in (
            ("k", "Nothing is agreed at present."),
            ("n", "To be told nothing"),
            ("g", "Nothing has gone to anybody outside."),
            ("w", "duty manager decides, not you alone."),
        ):
            await at.press(key)
            await at.until_seen(words)
            await at.press("escape")
            await at.until_on("ConsentsScreen")
        await at.press("r", "2")
        await at.until(lambda: casebook.requests_open())


@played
async def test_a_record_of_sharing_without_consent_names_the_least_and_who_decided(tmp_path: Path) -> None:
    async with consents_of(tmp_path, (120, 40)) as (at, casebook):
        await at.press("w", "2", "1")
        for words in ("The police", "Heard today", "Safeguarding lead"):
            await at.until_on("SayInALine")
            await at.type(words)
            await at.press("enter")
        await at.until_seen("The least that is needed.")
        await at.press("1", "2", "2", "0")
        await at.until_seen("Has the person been told?")
        await at.press("1")
        await at.until_on("SayInALine")
        await at.type("1/2/2027")
        await at.press("enter")
        await at.until(lambda: casebook.gateways(CASE))
        (kept,) = casebook.gateways(CASE)
        assert (kept.limit, kept.rows) == ("child", (casebook.rows_to_share()[0].row,))


@played
async def test_a_copy_for_a_service_asks_which_of_those_agreed_to(tmp_path: Path) -> None:
    async with consents_of(tmp_path, (120, 40)) as (at, casebook):
        await at.press(*GIVEN)
        await at.until_on("ConsentsScreen")
        await at.press("escape", "x")
        await at.until_on("ExportScreen")
        sitting = casebook.open_sitting(CASE)
        assert sitting is not None
        place = [one.audience for one in casebook.readers(sitting)].index("HOU") + 1
        await at.press(str(place))
        await at.until_seen("Which one is it for?")
        await at.press("1")
        await at.until_seen("A debt or money adviser")
        await at.until_seen("Referral BC-0001")


@played
async def test_the_letter_after_stopping_can_still_be_written_another_day(tmp_path: Path) -> None:
    async with consents_of(tmp_path) as (at, casebook):
        await at.press(*GIVEN)
        await at.until_on("ConsentsScreen")
        sitting = casebook.open_sitting(CASE)
        assert sitting is not None
        casebook.write(sitting, casebook.preview(sitting, "HOU", to="debt_advice"), tmp_path)
        await at.press("g")
        await at.until_seen("What has gone, and to whom")
        assert "asks them to stop" not in at.seen(), "what was agreed still holds"
        await at.press("escape")
        await at.until_on("ConsentsScreen")
        casebook.withdraw(CASE, "debt_advice")
        await at.press("g")
        await at.until_seen("A debt or money adviser: write a letter")
        await at.press("2")
        await at.until_seen("Write it to a folder")
