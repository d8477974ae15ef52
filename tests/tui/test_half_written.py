"""A form with words in it, cut off in the middle, is found again as it was; saved or given up, it is gone."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.plan.model import Plan
from bcst_tui.tui.case_ways import CaseWays
from bcst_tui.tui.consent_ways import ConsentWays
from bcst_tui.tui.missed_ways import MissedWays
from bcst_tui.tui.passing_on_ways import PassingOnWays
from bcst_tui.tui.screens.notes import NotesScreen
from bcst_tui.tui.widgets import keeps_writing
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.plan_lists import PlanLine
from bcst_tui.tui.widgets.plan_windows import PlanWindows
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.text_entries import PlainTextArea
from bcst_tui.tui.widgets.tick_some import TickSome
from bcst_tui.tui.widgets.write_note import WriteNote
from bcst_tui.vault.opening import open_vault
from tests.tui.driving import driving, played
from tests.tui.interviews import Around
from tests.tui.kept import homeless
from tests.tui.rooms import MORNING, TODAY, OpenDoors, app_of, reference, script_files, unlock
from tests.tui.test_safety import needs_a_terminal, started

HALF = "They said that the"


class PowerCut(Exception):
    """All that is not on the disk is gone."""


class Hand:
    """Answers one window after another, as an app would hand them over; it stops where it is told to."""

    def __init__(self, *answers: Any) -> None:
        self.found: list[str] = []
        self.begun: list[str] = []
        self._answers = list(answers)

    async def push_screen_wait(self, window: Any) -> Any:
        answer = self._answers.pop(0)
        if isinstance(window, SayInALine):
            self.found.append(window._words)
            self.begun.append(window._part.begun if window._part is not None else "")
            if answer is PowerCut:
                assert window._part is not None, f"{window._title} is kept nowhere"
                window._part.keep(HALF)
            elif answer is not None and window._part is not None:
                window._part.keep(answer)
            elif window._part is not None:
                window._part.let_go()
        if isinstance(window, TickSome):
            window.ticked.add(answer)
        if answer is PowerCut:
            raise PowerCut
        return answer

    def notify(self, *given: Any, **named: Any) -> None:
        """Nobody reads it here."""


Form = Callable[[Any, Casebook, Sitting], Awaitable[object]]


def lit(key: str, title: str = "Somewhere to live") -> PlanLine:
    return PlanLine(key, (title,), (title,))


async def made(asking: Awaitable[Callable[[], object] | None]) -> None:
    edit = await asking
    if edit is not None:
        assert isinstance(edit(), Plan)


def of_plan(asked: Callable[[PlanWindows, Plan], Awaitable[Callable[[], object] | None]]) -> Form:
    async def go(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
        await made(asked(PlanWindows(app, casebook, sitting), casebook.plan(sitting)))

    return go


async def turned_down(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    plan = casebook.plan(sitting)
    if not plan.referrals:
        casebook.draft_referral(sitting, "council", "ACC-2-01")
        casebook.move_referral(sitting, 1, "consented", given_how="spoken")
        plan = casebook.move_referral(sitting, 1, "sent")  # type: ignore[assignment]
    [referral] = plan.referrals
    await made(PlanWindows(app, casebook, sitting)._stepped(referral, "rejected"))


async def level(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    plan = casebook.edit_need(sitting, "somewhere", status="confirmed")
    assert isinstance(plan, Plan)
    await made(PlanWindows(app, casebook, sitting).level(lit("ACC"), plan))


async def landlord(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    await PassingOnWays(app, casebook, casebook.case(sitting.case_id))._landlord("social")


async def gateway(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    await ConsentWays(app, casebook, casebook.case(sitting.case_id))._gateway()


async def not_held(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    await MissedWays(app, casebook, casebook.case(sitting.case_id)).note()


async def closing(app: App[object], casebook: Casebook, sitting: Sitting) -> None:
    await CaseWays(app, casebook, sitting.case_id)._close_as("transferred")


FORMS: Mapping[str, tuple[Form, tuple[Any, ...], int]] = {
    "a new need": (of_plan(lambda ask, _: ask.added_need()), (0, "A bed", "They told me", 0, "Ring"), 2),
    "what is done first": (of_plan(lambda ask, _: ask.added_need()), (0, "A bed", "They told me", 0, "Ring"), 4),
    "an own action": (of_plan(lambda ask, plan: ask.added_action(plan)), ("Ring the host", 0), 0),
    "a need dropped": (of_plan(lambda ask, _: ask.dropped_need(lit("somewhere"))), ("It was a slip",), 0),
    "why not done": (of_plan(lambda ask, _: ask.standing("ACC-2-01", "Find one")), (5, "They left"), 1),
    "what was done": (of_plan(lambda ask, plan: ask.done("ACC-2-01", plan)), ("Two forms", 1, ""), 0),
    "a level": (level, (0, "They are safe"), 1),
    "a referral turned down": (turned_down, ("They are full",), 0),
    "a landlord": (landlord, (1, "No dogs there"), 1),
    "sharing without consent": (
        gateway,
        (1, 0, "The council", "A child is in danger", "The lead", 0, 0, "1/12/2026", None),
        3,
    ),
    "not held": (not_held, (6, "The wing was shut", "20/11/2026", "1/12/2026", 0), 1),
    "closing": (closing, ("HMP Elsewhere", "20/11/2026", 1, 0), 0),
}
"""The way into a form, what is answered on it, and at which window the power goes."""


def drafts(casebook: Casebook) -> int:
    with casebook._vault.session() as records:
        return records._session.connection().exec_driver_sql("SELECT count(*) FROM form_draft").scalar_one()  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", FORMS)
def test_words_of_a_form_are_found_again_after_a_power_cut_and_gone_once_saved(tmp_path: Path, name: str) -> None:
    go, answers, at = FORMS[name]
    with homeless(tmp_path) as (casebook, sitting):
        cut, again = Hand(*answers[:at], PowerCut), Hand(*answers)
        with pytest.raises(PowerCut):
            asyncio.run(_run(go, cut, casebook, sitting))
        assert drafts(casebook) == 1
        asyncio.run(_run(go, again, casebook, sitting))
        assert again.found[: len(cut.found)][-1] == HALF
        assert again.begun[len(cut.found) - 1].startswith("You had begun this on")
        assert drafts(casebook) == 0, "it is saved, so nothing is begun any more"


@pytest.mark.parametrize("name", FORMS)
def test_a_form_given_up_on_purpose_is_begun_no_more(tmp_path: Path, name: str) -> None:
    go, answers, at = FORMS[name]
    with homeless(tmp_path) as (casebook, sitting):
        with pytest.raises(PowerCut):
            asyncio.run(_run(go, Hand(*answers[:at], PowerCut), casebook, sitting))
        asyncio.run(_run(go, Hand(*answers[:at], None, None), casebook, sitting))
        assert drafts(casebook) == 0


async def _run(go: Form, hand: Hand, casebook: Casebook, sitting: Sitting) -> None:
    await go(hand, casebook, sitting)


@played
async def test_a_note_is_kept_while_it_is_written_and_said_to_be_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeps_writing, "KEPT_AFTER_SECONDS", 0.001)
    with homeless(tmp_path) as (casebook, sitting):
        case = casebook.case(sitting.case_id)
        async with driving(Around(NotesScreen(casebook, case))) as at:
            await at.until_on(NotesScreen)
            await at.press("a")
            await at.until_on(WriteNote)
            await at.type(HALF)
            await at.until(lambda: casebook.writing(case.case_id, "note").words == {"words": HALF})
        async with driving(Around(NotesScreen(casebook, case))) as at:
            await at.until_on(NotesScreen)
            await at.press("a")
            await at.until_on(WriteNote)
            assert at.screen.query_one(PlainTextArea).text == HALF
            await at.until_seen("You had begun this on 21 November 2026")
            await at.press("enter", "1")
            await at.until(lambda: [one.words for one in casebook.notes(case.case_id)] == [HALF])
            assert drafts(casebook) == 0


@pytest.mark.parametrize("way", ["slip", "statement"])
@played
async def test_a_lock_keeps_what_no_second_had_passed_over(tmp_path: Path, way: str) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    app = app_of(doors)
    async with driving(app) as at:
        await unlock(at)
        await at.press("m")
        await at.until_on("ChooseInGroups")
        if way == "slip":
            await at.press("1")
            await at.until_on("SlipScreen")
        else:
            await at.press("5")
            await at.until_on(ChooseOne)
            await at.press("1")
            await at.until_on("StatementScreen")
        await at.type("12")
        app.action_lock()
        await at.until(lambda: not app.is_running)
    assert forms_on_disk(tmp_path, way) == {"day" if way == "slip" else "words": "12"}


@needs_a_terminal
def test_a_note_is_there_again_after_being_killed_while_writing_it(tmp_path: Path) -> None:
    terminal = started("misbehaving", tmp_path, "m", "a", "a", HALF)
    terminal.expect(f"{len(HALF)} letters are kept")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait()
    assert forms_on_disk(tmp_path, "note") == {"words": HALF}


def forms_on_disk(folder: Path, form: Any) -> dict[str, str]:
    """What a new start finds begun in the vault."""
    around = Surroundings(script_files(), reference(), lambda: TODAY, lambda: MORNING)
    casebook = Casebook(open_vault(folder / "vault", b"k" * 32), around)
    with casebook._vault.session() as records:
        subject = "employer" if form == "statement" else ""
        kept = records.forms.newest(1, form, subject)
    casebook.close()
    return dict(kept.words) if kept else {}


def test_a_window_that_reads_out_keeps_nothing() -> None:
    assert not hasattr(ReadFirst("", (), ()), "keep_writing")
