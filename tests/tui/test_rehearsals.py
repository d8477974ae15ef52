"""The rehearsal on the real screens: who is chosen, what is said, what comes between; and the mark on every frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.screen import Screen

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.training import POWER_CUT_EXIT, cut_the_power
from bcst_tui.line_mode.guiding import RehearsalLines
from bcst_tui.line_mode.rehearsing import Rehearsing
from bcst_tui.supervisor import LOCK_EXIT, ORDERLY_EXITS
from bcst_tui.training.attempt import Coded, Did, Said
from bcst_tui.training.invented import WATERMARK
from bcst_tui.tui.rehearsal_app import RehearsalApp
from bcst_tui.tui.screens.help_now import Card
from bcst_tui.tui.screens.saying_or_doing import SAY_KEYS
from bcst_tui.tui.screens.setup import SetUp
from tests.casebook.training_rooms import PowerGone, Room, around, sitting_of, under_way, up_to_the_last
from tests.line_mode.test_rehearsing import Marked
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import WORD, OpenDoors, Wristwatch, app_of


@dataclass
class TrainingRooms:
    """Doors to a training vault that open at once."""

    room: Room
    cut_off: bool = False
    made: list[Casebook] = field(default_factory=list)

    def looks_set_up(self) -> bool:
        return True

    def was_cut_off(self) -> bool:
        return self.cut_off

    def make_ready(self) -> None:
        """Nothing is left to read."""

    def unlock(self, passphrase: str) -> Casebook:
        return self.room.open()

    def create(self, given: SetUp) -> Casebook:
        return self.room.open()

    def cards(self) -> tuple[Card, ...]:
        return ()


class OpenRehearsals(RehearsalApp):
    """The app as it is once the doors are open."""

    def get_default_screen(self) -> Screen[Any]:
        return Screen()

    def _first_screen_stands(self) -> None:
        super()._first_screen_stands()
        self.post_message(self.Opened(self._doors.unlock(""), WORD))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "vault")
    yield made
    made.close()


def app_in(room: Room) -> RehearsalApp:
    return OpenRehearsals(TrainingRooms(room), None, Wristwatch().clocks)


def is_marked(at: Driver) -> bool:
    lines = at.seen().splitlines()
    return WATERMARK in lines[0] and WATERMARK in lines[-1]


async def begin(at: Driver, number: str = "7") -> None:
    await at.until_on("PersonasScreen")
    await at.press(number, "1", "1", "enter", "enter")
    await at.until_on("SayOrDo")


async def say(at: Driver, words: str) -> None:
    """Pick the line that begins with these words."""
    lines = [line.label for line in at.screen.query_one("KeyedList").lines]  # type: ignore[attr-defined]
    place = next(number for number, line in enumerate(lines) if line.lstrip("“(").startswith(words))
    await at.press(SAY_KEYS[place])


FAR = tuple("f1 f1 ctrl+p escape f8 escape ctrl+t escape f9 7 1 1 enter enter escape f6".split())
"""Past the list of people, by way of what lies beside it, into the interview and the private part."""
FUNCTIONS = tuple(f"f{number}" for number in (1, 2, 5, 6, 7, 8, 9, 10))
ANY = (*"123456ael", "enter", "escape", "up", "down", *FUNCTIONS, "ctrl+t", "ctrl+o")


async def wander(at: Driver, keys: Iterable[str]) -> list[tuple[str, bool]]:
    """Press these keys, lifting every cover; which screens came, and whether each was marked."""
    seen = []
    for key in keys:
        await at.press(key)
        seen.append((type(at.screen).__name__, is_marked(at)))
        if seen[-1][0] == "CoverScreen":
            await at.press("space", *WORD, "enter")
    return seen


@played
async def test_every_frame_of_a_random_walk_through_the_screens_is_marked(room: Room) -> None:
    mind = Random(2)
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        seen = await wander(at, (*FAR, *(mind.choice(ANY) for _ in range(14))))
        for _ in range(6):
            at.app.notify("some words " * 20)
        await at.settled()
        seen.append(("toasts", is_marked(at)))
        assert [name for name, marked in seen if not marked] == []
        names = {name for name, _ in seen}
        met = {"CoverScreen", "Palette", "HelpScreen", "TodayScreen", "SayOrDo", "InterviewScreen", "PrivateScreen"}
        assert met <= names


@played
async def test_no_screen_of_real_cases_is_marked_or_offers_anybody_invented(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=("Robin Example",)))) as at:
        await at.until_on("CasesScreen")
        for key in ("f1", "f1", "ctrl+p", "escape", "enter", "o", "f10", "f9"):
            await at.press(key)
            assert "TRAINING" not in at.seen() and type(at.screen).__name__ not in ("PersonasScreen", "SayOrDo")


@played
async def test_the_person_answers_on_the_real_question_and_what_is_recorded_is_logged(room: Room) -> None:
    async with driving(app_in(room)) as at:
        await begin(at)
        await say(at, "As things stand")
        await at.until_on("InterviewScreen")
        await at.until_seen("Callum: “")
        await at.press("5")
        await at.until_on("SayOrDo")
        assert under_way(room.opened[-1]).attempt.choices == (
            Said("c02b_where_on_release", "open_choice"),
            Coded("c02b_where_on_release", ("friend",)),
        )


@played
async def test_how_to_keep_in_touch_is_said_after_the_last_question_and_recorded_on_the_real_form(room: Room) -> None:
    up_to_the_last(room.open())
    room.lose_power()
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        await at.press("o")
        await at.until_on("SayOrDo")
        await say(at, "Phone number for when")
        await at.until_on("SafeContactScreen")
        await at.until_seen("Don't ring that number")
        assert is_marked(at) and under_way(room.opened[-1]).attempt.log[-1].choice == Said("j03b_safe_contact", "flat")
        await at.press("f10")
        await at.until_on("SayOrDo")


@played
async def test_leaving_asks_nothing_and_keeps_nothing_and_ending_keeps_it_and_goes_on_to_its_family(room: Room) -> None:
    async with driving(app_in(room)) as at:
        await begin(at)
        await at.press("escape", "f10", "l", "3")
        await at.until_on("PersonasScreen")
        assert room.opened[-1].rehearsals() == () and room.opened[-1].cases() == ()
        await begin(at)
        await at.press("e", "3", "1")
        await at.until_on("SayOrDo")
        await at.press("e", "2")
        await at.until_on("DebriefScreen")
        await at.press(*"hm", "enter", "escape")
        await at.until_seen("TRN-008  Two phones on the table")
        await at.press("1", "1", "enter")
        await at.until_on("SayOrDo")
        assert [one.persona for one in room.opened[-1].rehearsals()] == ["TRN-007", "TRN-008"]


@played
async def test_whoever_speaks_sees_the_question_and_the_colleague_gets_the_line_as_on_their_card(room: Room) -> None:
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        await at.press("7", "1", "2", "enter", "enter")
        await at.until_on("InterviewScreen")
        await at.until_seen("Say it in your own words.")
        await at.press("f10", "1")
        await at.until_on("ActorCard")
        step = under_way(room.opened[-1]).attempt.log[-1]
        for words in ("For whoever plays Callum", step.say, f"[{step.cue}]", "c02b_where_on_release, a", "Add nothing"):
            assert words in at.seen()
        assert is_marked(at)
        await at.press("enter")
        await at.until_on("InterviewScreen")


@played
async def test_somebody_comes_in_and_hiding_is_an_answer_to_it(room: Room) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    for question in ("c02b_where_on_release", "c04b_rather_not_near", "e05_money_only_to_me", "q.privacy", "q.limits"):
        rehearsal = casebook.choose(rehearsal, Said(question))
    for question in ("q1.offer", "q1.ask"):
        rehearsal = casebook.choose(rehearsal, Said(question))
    room.lose_power()
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        await at.press("o")
        await at.until_on("SayOrDo")
        assert "opens the hatch" in at.seen()
        await at.press("f9")
        await at.until_on("CoverScreen")
        assert is_marked(at) and "hatch" not in at.seen()
        held = under_way(room.opened[-1]).attempt.held
        assert held is not None and held.done == ("hide",)


@played
async def test_the_same_choices_on_the_screens_and_in_lines_make_the_same_rehearsal(room: Room, tmp_path: Path) -> None:
    in_lines = Room(tmp_path / "lines")
    words = ("As things stand", "Any areas")
    typed = Marked(["> TRN-007", "1", "1", "", "1", f"> “{words[0]}", "5", f"> “{words[1]}", "2"])
    with pytest.raises(EOFError):
        Rehearsing(in_lines.open(), RehearsalLines(typed), around()).go_round()
    async with driving(app_in(room)) as at:
        await begin(at)
        for line, code in zip(words, "52", strict=True):
            await say(at, line)
            await at.until_on("InterviewScreen")
            await at.press(code)
            await at.until_on("SayOrDo")
        assert under_way(room.opened[-1]).attempt == under_way(in_lines.opened[-1]).attempt
    in_lines.close()


@played
async def test_after_the_power_went_come_the_cover_the_passphrase_and_the_checks_and_nothing_is_put_again(
    room: Room,
) -> None:
    casebook = room.open()
    rehearsal = casebook.rehearse("TRN-007", 41)
    casebook.private_enter(sitting_of(casebook, rehearsal), "q")
    with pytest.raises(PowerGone):
        casebook.choose(rehearsal, Said("q2.offer"))
    room.lose_power()
    async with driving(RehearsalApp(TrainingRooms(room, cut_off=True), None, Wristwatch().clocks)) as at:
        await at.until_on("CoverScreen")
        assert is_marked(at) and "passphrase" not in at.seen()
        await at.press("space", "enter")
        await at.until_seen("Your rehearsals are locked.")
        await at.press(*"open", "enter", *WORD, "enter")
        await at.until_on("PersonasScreen")
        await at.press("o")
        await at.until_on("SayOrDo")
        assert "The power went. You are back." in at.seen()
        await say(at, "See again whether we are private")
        await at.until_on("SayOrDo")
        assert Did(("privacy_recheck",)) in under_way(room.opened[-1]).attempt.choices
        await at.press("escape", "1")
        await at.until_seen("1 of 5")
        put = [step for step in under_way(room.opened[-1]).attempt.log if step.choice == Said("q2.offer")]
        assert len(put) == 1


def test_a_power_cut_ends_the_process_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    cut_the_power()
    assert ended == [POWER_CUT_EXIT] and POWER_CUT_EXIT not in ORDERLY_EXITS | {LOCK_EXIT}
