"""A case handed over to the worker who has it next, and one taken over, window by window; nothing goes unseen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.handed_words import CONFIRMED, OTHER_CODE, READ_OUT, RING
from bcst_tui.casebook.part_one import pasted_path
from bcst_tui.casebook.passphrases import hand_over_key_refusal, quality, refusal
from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.folders import FOLDER, LONGEST_PATH, PATH, folder_named, written
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine, SayUnseen
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.hand_over_shape import Arriving
    from bcst_tui.casebook.values import CaseLine

LONGEST_PASSPHRASE = 1000
TAKING = "Take over a case"
TAKE_WAYS = ("Read the file that was sent to me", "Show my key, to be given to whoever hands a case to me")
SAY_KEY = (
    "Whoever hands a case to you locks the file for this key. It may be known to anybody; it opens nothing.",
    "bcst hand-over key prints it too, to be copied.",
)
FILE_PASSPHRASE = "The passphrase of the file, which came another way than the file"
CODE = "Type the code they read out to you: twelve letters and digits"
LOOKED_AT = ("Leave it: nothing is taken over", "I have rung them: type the code they read out")
AGAIN = ("Try again", "Leave it")
ASK_FIRST = (
    "Ask the person first whether the next worker may know how it stands with people and safety, for each of the two "
    "by itself. Is there nobody to ask any more? Then it is nothing."
)
ASKED = "People and safety: what did they say the next worker may know?"
MAY_KNOW: tuple[tuple[str, tuple[Item, ...]], ...] = (
    ("Nothing: only that it is not brought up again", ()),
    ("How it stands with the first of the two", ITEMS[:1]),
    ("How it stands with the second", ITEMS[1:]),
    ("How it stands with both", ITEMS),
)
OWN_WORDS = ("Their own words stay here", "They said yes to their own words too")
LOCKS = ("With their key, which begins with age1", "With a passphrase, which goes another way than the file")
THEIR_KEY = "Their key"
PASSPHRASE, NOT_THE_SAME = "A passphrase for the file", "These two were not the same."
OF_TODAY = "A hand-over file of today is there already."


class HandOverWays(WindowByWindow):
    """Begins at the list of cases and ends there; each refusal says what to do about it."""

    BACK = "Back to the cases"

    def __init__(self, app: App[Any], casebook: Casebook) -> None:
        self._app = app
        self._casebook = casebook

    async def take_over(self) -> None:
        """The file that was sent, or the key to be sent one."""
        try:
            key = self._casebook.hand_over_key
        except BcstError as refused:
            await self._refuse(refused)
            return
        place = await self._show(ChooseOne(TAKING, TAKE_WAYS, "A key chooses · Esc goes back"))
        if place == 1:
            await self._tell("Your key for cases handed to you", (key, *SAY_KEY))
        elif place == 0 and (arriving := await self._opened()) is not None and await self._is_theirs(arriving):
            await self._taken(arriving)

    async def give(self, case: CaseLine) -> None:
        """What goes and what stays; what was agreed; how it is locked; where it is written; its code."""
        try:
            words = self._casebook.handing_over_words(case.case_id)
        except BcstError as refused:
            await self._refuse(refused)
            return
        title = f"Hand {case.reference} over?"
        if await self._show(ReadFirst(title, (*words, ASK_FIRST), ("Leave it", "Go on"))) != 1:
            return
        agreed = await self._choose(ASKED, [label for label, _ in MAY_KNOW])
        if agreed is None:
            return
        items = MAY_KNOW[agreed][1]
        own_words = await self._choose("And their own words?", OWN_WORDS) if items else 0
        if own_words is None or (lock := await self._lock()) is None:
            return
        public, passphrase = lock
        give = partial(self._casebook.hand_over, public=public, passphrase=passphrase, own_words=own_words == 1)
        await self._write(case, partial(give, agreed=items))

    async def _write(self, case: CaseLine, hand_over: partial[tuple[Path, str]]) -> None:
        """Into a folder, asked for until it can be written there or is left; then the code."""
        name, typed = self._casebook.hand_over_name(case.reference), ""
        way = "Enter writes it · Esc writes nothing"
        while (typed := await self._show(SayInALine(FOLDER, way, longest=LONGEST_PATH, words=typed))) is not None:
            folder = folder_named(typed)
            codes: list[str] = []

            def write(overwrite: bool, folder: Path = folder, codes: list[str] = codes) -> Path:
                path, code = hand_over(case.case_id, folder, overwrite=overwrite)
                codes.append(code)
                return path

            file = await written(self._app, folder / name, write, OF_TODAY)
            if not isinstance(file, Rejection):
                await self._tell(f"Written: {file}", (READ_OUT.format(code=codes[-1]),))
                return
            if await self._show(ReadFirst(file.reason, (), AGAIN)) != 0:
                return

    async def _lock(self) -> tuple[str, str] | None:
        """The key it is locked for, or else the passphrase."""
        place = await self._choose("How is the file to be locked?", LOCKS)
        if place is None:
            return None
        if place == 1:
            passphrase = await self._new_passphrase()
            return None if passphrase is None else ("", passphrase)
        key = await self._asked_until(SayInALine, THEIR_KEY, hand_over_key_refusal)
        return None if key is None else (key, "")

    async def _new_passphrase(self) -> str | None:
        typed = await self._asked_until(SayUnseen, PASSPHRASE, refusal)
        while typed is not None:
            again = await self._show(SayUnseen(f"The same again. {quality(typed)}", longest=LONGEST_PASSPHRASE))
            if again is None or again == typed:
                return None if again is None else typed
            typed = await self._asked_until(SayUnseen, f"{NOT_THE_SAME} {PASSPHRASE}", refusal)
        return None

    async def _asked_until(self, window: type[SayInALine], title: str, why_not: Any) -> str | None:
        """Asked until it will do, or is left."""
        told, words = title, ""
        while True:
            typed: str | None = await self._show(window(told, words=words, longest=LONGEST_PASSPHRASE))
            if typed is None or not (refused := why_not(typed)):
                return typed
            told, words = f"{title}. {refused}", "" if window is SayUnseen else typed

    async def _opened(self) -> Arriving | None:
        """The file, read and unlocked; asked for until it can be, or is left."""
        typed = ""
        while True:
            way = "Enter reads it · Esc reads nothing"
            typed = await self._show(SayInALine(PATH, way, longest=LONGEST_PATH, words=typed))
            if typed is None:
                return None
            try:
                content = self._casebook.handed_file(pasted_path(typed))
                passphrase = ""
                if self._casebook.needs_passphrase(content):
                    passphrase = await self._show(SayUnseen(FILE_PASSPHRASE, longest=LONGEST_PASSPHRASE))
                    if passphrase is None:
                        return None
                return await asyncio.to_thread(self._casebook.arriving, content, passphrase)
            except BcstError as refused:
                if await self._show(ReadFirst(refused.message, _remedy(refused), AGAIN)) != 0:
                    return None

    async def _is_theirs(self, arriving: Arriving) -> bool:
        """Whether the code that was read out is this file's, after a look at what it brings."""
        sentences = self._casebook.arriving_words(arriving)
        if await self._show(ReadFirst("Looked at, and not taken over yet", sentences, LOOKED_AT)) != 1:
            return False
        while (typed := await self._show(SayInALine(CODE))) is not None:
            if arriving.is_code(typed):
                return True
            if await self._show(ReadFirst(OTHER_CODE, (RING,), AGAIN)) != 0:
                return False
        return False

    async def _taken(self, arriving: Arriving) -> None:
        try:
            taken = await made(self._app, partial(self._casebook.take_over, arriving))
        except BcstError as refused:
            await self._refuse(refused)
            return
        if isinstance(taken, Rejection):
            await self._tell(f"{taken.reason} Nothing was taken over.", ())
        elif taken is not None:
            await self._tell(f"Taken over as {taken.reference}.", (CONFIRMED,))

    async def _choose(self, title: str, lines: Sequence[str]) -> int | None:
        place: int | None = await self._show(ChooseOne(title, lines, "A key chooses · Esc writes nothing"))
        return place

    async def _refuse(self, refused: BcstError) -> None:
        await self._tell(refused.message, _remedy(refused))


def _remedy(refused: BcstError) -> tuple[str, ...]:
    return (refused.remedy,) if refused.remedy else ()
