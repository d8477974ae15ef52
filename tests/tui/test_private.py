"""The private part on the screen: keys, what may be seen over a shoulder, hiding, clocks, and the way back."""

from pathlib import Path

from bcst_tui.disclosure.cover import timetable
from bcst_tui.tui.safety import LOCK_EXIT
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import asked_now
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, PrivateDoors, into_the_part
from tests.tui.rooms import WORD, OpenDoors, Wristwatch, app_of, unlock


async def bring_back(at: Driver, word: str = WORD) -> None:
    await at.press("space")
    await at.type(word)
    await at.press("enter")


@played
async def test_a_first_offer_is_reached_by_keys_and_not_now_is_kept_at_once(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.until_seen("I do it the same way with")
        await at.press(*TO_THE_OFFER)
        assert doors.stands_at() == "OFFER"
        await at.press("2", "2")
        assert doors.stands_at() == "LEAFLET"
        assert doors.view.record.ledger("q1").words == "later(before_release)"


@played
async def test_17_10_enter_on_nothing_escape_and_ctrl_t_do_nothing(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER)
        before = doors.view
        await at.press("enter", "escape", "ctrl+t", "ctrl+p", "enter", "z", "9")
        assert type(at.screen).__name__ == "PrivateScreen" and doors.view == before


@played
async def test_a_told_item_goes_through_needs_and_the_record_by_keys_alone(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER, "1", "1", "1", "2")
        assert doors.stands_at() == "NEEDS"
        await at.press("1", "3", "1", "enter")
        assert doors.stands_at() == "RECORD"
        await at.press("2", "2", "3", "enter", "1")
        line = doors.view.record.line("q1")
        assert line is not None and line.codes.when == "now" and line.codes.who == ("family",)
        assert len(line.codes.wants) == 1
        await at.press("2", "2", "1")
        assert doors.stands_at() == "LEAFLET" and len(doors.view.record.follow_ups) == 1


@played
async def test_17_26_in_shared_mode_no_frame_holds_a_telling_word(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors), (120, 40)) as at:
        await into_the_part(at)
        said = []
        for key in (*TO_THE_OFFER, "1", "1", "1", "2", "4", "enter", "2", "2", "1", "1", "2", "2", "1", "1"):
            said.append(at.seen())
            await at.press(key)
        desk = at.screen._talk.desk  # type: ignore[attr-defined]
        assert [line for frame in said for line in frame.splitlines() if desk.is_covered(line)] == []


@played
async def test_space_shows_what_to_say_until_the_next_key_and_easy_words_come_a_line_at_a_time(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors), (120, 40)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER)
        assert "frightened" not in at.seen()
        await at.press("space")
        assert "frightened" in at.seen()
        await at.press("f5")
        assert "I offer this to everyone." in at.seen() and "scares" not in at.seen()
        await at.press("space")
        assert "scares" in at.seen() and "It can happen to anyone." not in at.seen()
        await at.press("2")
        assert "scares" not in at.seen()


@played
async def test_17_20_hiding_leaves_the_cover_alone_and_comes_back_by_way_of_the_checks(tmp_path: Path) -> None:
    """From what was just told, from whom to call, and from a page of help over the part."""
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        for before in ("f6", "f8", "f1"):
            await at.press(before, "space", "f9")
            await at.until_on("CoverScreen")
            assert at.seen().split() == timetable().split() and doors.stands_at() == "HIDDEN"
            for key in ("f1", "f2", "f4", "f6", "f8", "f9", "ctrl+p", "ctrl+t", "escape", "enter"):
                await at.press(key)
            assert at.seen().split() == timetable().split() and doors.stands_at() == "HIDDEN"
            await bring_back(at)
            if before == "f1":
                await at.press("escape")
            await at.until_on("PrivateScreen")
            assert doors.stands_at() == "PRIVACY"


@played
async def test_after_a_pause_the_worker_goes_on_or_stops(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER, "f3")
        assert doors.stands_at() == "PAUSED"
        await bring_back(at)
        await at.until_seen("Stop here")
        await at.press("1", *CHECKS)
        assert doors.stands_at() == "OFFER"


@played
async def test_17_28_34_f6_and_f8_come_from_a_question_and_go_back_to_that_very_question(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("enter", "o")
        await at.until_on("InterviewScreen")
        question = asked_now(at)
        await at.press("f6")
        await at.until_on("PrivateScreen")
        assert doors.stands_at() == "VOLUNTEER"
        await at.press("f6", "f2")
        await at.until_on("InterviewScreen")
        assert asked_now(at) == question
        await at.press("f8")
        await at.until_seen("Life or injury now")
        await at.press("3", "1", "1", "1", "1", "2", "1")
        await at.until_on("InterviewScreen")
        assert asked_now(at) == question
        (logged,) = doors.view.record.help_log
        assert (logged.card, logged.told_role, logged.person_told) == ("life", "Healthcare", True)


@played
async def test_17_44_it_covers_itself_and_never_locks_while_somebody_is_being_heard(tmp_path: Path) -> None:
    doors, watch = PrivateDoors(tmp_path), Wristwatch()
    app = app_of(doors, watch)
    async with driving(app) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER, "1", "1")
        assert doors.stands_at() == "RESPOND"
        watch.waits(119)
        app.look_at_the_clocks()
        await at.settled()
        assert type(at.screen).__name__ == "PrivateScreen"
        watch.waits(1)
        app.look_at_the_clocks()
        await at.until_on("CoverScreen")
        watch.waits(479)
        app.look_at_the_clocks()
        assert app.is_running
        watch.waits(1)
        app.look_at_the_clocks()
        await at.until(lambda: not app.is_running)
    assert app.return_code == LOCK_EXIT


@played
async def test_after_a_lock_and_the_passphrase_the_checks_come_first(tmp_path: Path) -> None:
    doors, watch = PrivateDoors(tmp_path), Wristwatch()
    app = app_of(doors, watch)
    async with driving(app) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER, "1", "1", "f9")
        for _ in range(3):
            await bring_back(at, "wrong")
            watch.waits(5)
        await at.until(lambda: not app.is_running)
    again = PrivateDoors(tmp_path)
    async with driving(app_of(again)) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on("PrivateScreen")
        assert again.stands_at() == "PRIVACY"
        await at.press(*CHECKS)
        assert again.stands_at() == "RESPOND"


@played
async def test_cards_still_to_be_filled_in_keep_it_closed_and_say_so_in_its_place(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=("Robin Example",))), (120, 40)) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_seen("Nobody has filled in who to call for")
        await at.press("f6")
        await at.until_seen("Stop. Listen.")


@played
async def test_back_at_the_cases_the_worker_is_asked_how_heavy_it_was(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER, "1", "1", "f4", "1", "1")
        await at.until_on("SectionsScreen")
        await at.press("escape")
        await at.until_seen("how heavy was that?")
        assert "ten minutes" in at.seen()
        await at.press("3")
        await at.until_on("CasesScreen")
        assert doors.casebook is not None and doors.casebook.owes_care() == (False, False)
        with doors.casebook._vault.session() as records:
            assert len(records.worker.heavy()) == 1


@played
async def test_a_key_pressed_before_a_page_stood_is_no_answer_to_it(tmp_path: Path) -> None:
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_THE_OFFER)
        at.send("1")
        at.send("f6")
        await at.settled()
        assert doors.stands_at() == "VOLUNTEER"
        assert "disclosed" not in [ledger.status for ledger in doors.view.record.ledgers]
        at.send("5")
        at.send("1")
        await at.settled()
        assert doors.stands_at() == "OFFER" and doors.view.record.ledger("q1").asks == 0
