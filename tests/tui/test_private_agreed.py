"""What is agreed in the private part, on the screen: words typed, the cover over them, and the way from the case."""

from pathlib import Path

import pytest

from bcst_tui.tui.widgets import private_box
from tests.tui.driving import driving, played
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, PrivateDoors, into_the_part
from tests.tui.rooms import WORD, app_of

CANARY = "plover door"
TO_SHARE = (*TO_THE_OFFER, "1", "1", "1", "2", "8", "enter", "1")


def words_kept(doors: PrivateDoors) -> list[str]:
    return [one.words for one in doors.view.record.safety_plan]


def half_typed(doors: PrivateDoors) -> str:
    begun = doors.view.run.half_typed
    return begun.words if begun is not None else ""


@played
async def test_p8_a_yes_is_given_words_are_typed_the_cover_takes_them_and_three_keys_take_the_yes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P8, P9, P20, P22: half-typed words are sealed as they are typed, are gone behind the cover and wait behind the
    checks; what was sent is kept."""
    monkeypatch.setattr(private_box, "KEPT_AFTER_SECONDS", 0.001)
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        await at.press(*TO_SHARE)
        assert doors.stands_at() == "SHARE"
        await at.press("4", "2", "1")
        (given,) = doors.view.record.consents
        assert given.depth == 2 and given.given_how == "spoken"
        await at.press("1", "4", "1", "6", "enter")
        assert words_kept(doors) == []
        await at.type(CANARY)
        assert CANARY in at.seen()
        await at.until(lambda: half_typed(doors) == CANARY, "it is sealed")
        await at.press("f9")
        await at.until_on("CoverScreen")
        assert CANARY not in at.seen()
        await at.press("space")
        await at.type(WORD)
        await at.press("enter")
        await at.until_on("PrivateScreen")
        assert CANARY not in at.seen()
        await at.press(*CHECKS, "4", "1", "6")
        await at.until_seen(CANARY)
        await at.press("enter")
        assert words_kept(doors) == [CANARY] and half_typed(doors) == ""
        assert CANARY not in at.seen()
        await at.press("f2", "f4", "1", "1")
        await at.until_on("SectionsScreen")
        await at.until_seen("People and safety: opened")
        await at.press("ctrl+n")
        await at.until_on("PrivateScreen")
        await at.press("4", "1", "5", "2", "6", "1")
        await at.until_seen("PgDn reads on")
        assert "Keep it" not in at.seen(), "a form of so many lines is longer than the screen"
        await at.press("pagedown")
        await at.until_seen("Keep it")
        await at.press("enter", "j", "2", "1", "1")
        assert [one.status for one in doors.view.record.consents] == ["given", "withdrawn"]
        await at.press("f9")
        await at.until_on("CoverScreen")
        await at.press("space")
        await at.type(WORD)
        await at.press("enter")
        await at.until_on("SectionsScreen")
