"""The ways that begin at the list of consents, window by window: what was agreed before, who is told nothing, a wish
to see the record, what has gone, and sharing without consent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.consent_values import AgencyStands, NewGateway, Wish
from bcst_tui.casebook.consent_words import (
    GATEWAY_ASKED,
    GATEWAY_LEAD,
    GATEWAY_PARTS,
    LETTER,
    LIMITS,
    LIMITS_ASKED,
    REVIEW_ASKED,
    ROWS_ASKED,
    TOLD_ASKED,
    WHY_NOT_ASKED,
    ConsentWay,
    gateway_line,
    gone_line,
    nobody_lines,
    request_line,
    stands,
)
from bcst_tui.errors import BcstError
from bcst_tui.export.plain_text import unwrapped
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.screens.consent_for_agency import AgencyConsentScreen
from bcst_tui.tui.screens.safe_contact import SafeContactScreen
from bcst_tui.tui.stop_letter import tell_stopped, write_stop_letter
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.tick_some import TickSome
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Writing
    from bcst_tui.casebook.values import CaseLine

WARNED_SECONDS = 60.0
YES_NO = ("Yes", "No")


class ConsentWays(WindowByWindow):
    """Asks in windows over the consents; each way ends where it began."""

    def __init__(self, app: App[Any], casebook: Casebook, case: CaseLine) -> None:
        self._app = app
        self._casebook = casebook
        self._case = case
        self._case_id = case.case_id

    async def go(self, way: ConsentWay) -> None:
        """One of the ways, to its end."""
        ways = {
            "keep": self._keep,
            "nobody": self._nobody,
            "contact": self._contact,
            "record": self._record,
            "gone": self._gone,
            "gateway": self._gateway,
        }
        try:
            await ways[way]()
        except BcstError as refused:
            self._app.notify(f"NOT done: {refused}", severity="error", timeout=WARNED_SECONDS)

    async def _keep(self) -> None:
        """What was agreed before, one agency at a time, what runs out first before the rest (L10)."""
        agreed = self._casebook.still_wanted(self._case_id)
        if not agreed:
            await self._tell("Nothing is agreed at present.", ())
        for agency in agreed:
            held = self._would_get(agency)
            lines = ("Keep it", "Stop it", "Change it", "Leave it for now")
            match await self._show(ReadFirst(f"{agency.title}. {stands(agency)}", (held,), lines)):
                case None:
                    return
                case 0:
                    await self._done(partial(self._casebook.keep_on, self._case_id, agency.agency))
                case 1:
                    await self._stop(agency)
                case 2:
                    await self._show(AgencyConsentScreen(self._casebook, self._case, agency))

    def _would_get(self, agency: AgencyStands) -> str:
        wish = Wish(agency.agency, "given", agency.depths, which=agency.which)
        shown = self._casebook.would_get(self._case_id, wish)
        return shown.reason if isinstance(shown, Rejection) else unwrapped(shown)

    async def _stop(self, agency: AgencyStands) -> None:
        withdrawn = self._casebook.withdraw(self._case_id, agency.agency)
        if isinstance(withdrawn, Rejection):
            await self._tell(withdrawn.reason, ())
        else:
            await tell_stopped(self._app, self._casebook, self._case_id, withdrawn)

    async def _nobody(self) -> None:
        """People and agencies that are to be told nothing, to confirm; agencies are added and taken off here (J03)."""
        listed = self._casebook.told_nothing(self._case_id)
        titles = {one.agency: one.title for one in self._casebook.every_agency(self._case_id)}
        lines = ("Still right", "An agency is never to be told", *(("Take an agency off",) if listed.agencies else ()))
        place = await self._show(ReadFirst("To be told nothing", nobody_lines(listed, titles), lines))
        if place not in (1, 2):
            return
        codes = [code for code in titles if (code in listed.agencies) == (place == 2)]
        picked = await self._show(ChooseOne("Which one?", [titles[code] for code in codes]))
        if picked is not None:
            await self._done(lambda: self._casebook.never_tell(self._case_id, codes[picked], place == 1))

    async def _contact(self) -> None:
        self._app.push_screen(SafeContactScreen(self._casebook, self._case))

    async def _record(self) -> None:
        """A wish to see the record: noted, due, shown (R84)."""
        held = self._casebook.requests(self._case_id)
        waiting = [one for one in held if one.shown_on is None]
        lines = ("Back", "They ask today: note it", *(("It has been shown today",) if waiting else ()))
        told = [request_line(one) for one in held] or ["Nobody has asked yet."]
        match await self._show(ReadFirst("To see what is written", told, lines)):
            case 1:
                await self._done(lambda: self._casebook.ask_for_record(self._case_id))
            case 2:
                await self._done(lambda: self._casebook.show_record(waiting[0].request_id))

    async def _gone(self) -> None:
        shares = self._casebook.shares(self._case_id)
        titles = {one.agency: one.title for one in self._casebook.every_agency(self._case_id)}
        told = [gone_line(one, titles) for one in shares] or ["Nothing has gone to anybody outside."]
        may_ask = [
            agency
            for agency in dict.fromkeys(one.sent_to for one in shares if one.sent_to in titles)
            if not isinstance(self._casebook.stop_letter(self._case_id, agency), Rejection)
        ]
        letters = [f"{titles[agency]}: {LETTER[:1].lower()}{LETTER[1:]}" for agency in may_ask]
        place = await self._show(ReadFirst("What has gone, and to whom", told, ("Back", *letters)))
        if place:
            await write_stop_letter(self._app, self._casebook, self._case_id, may_ask[place - 1])

    async def _gateway(self) -> None:
        """What was shared without consent; and a new record of it (R83, R86)."""
        held = self._casebook.gateways(self._case_id)
        lead = GATEWAY_LEAD.format(role=self._casebook.profile.safeguarding_role)
        told = [lead, *(gateway_line(one) for one in held)]
        if await self._show(ReadFirst("Shared without consent", told, ("Back", "Write one down"))) != 1:
            return
        writing = self._casebook.writing(self._case_id, "gateway")
        written = await self._new_gateway(writing)
        if written is None:
            writing.let_go()
        else:
            decide = partial(self._casebook.decide_gateway, self._case_id, written)
            await self._done(lambda: writing.settled(decide))

    async def _new_gateway(self, writing: Writing) -> NewGateway | None:
        limit = await self._show(ChooseOne(LIMITS_ASKED, list(LIMITS.values())))
        words: list[str] = []
        for place, asked in enumerate(GATEWAY_ASKED if limit is not None else ()):
            said = await self._show(SayInALine(asked, part=writing.part(GATEWAY_PARTS[place])))
            if said is None:
                return None
            words.append(said)
        rows = await self._rows() if limit is not None else None
        told = await self._show(ChooseOne(TOLD_ASKED, YES_NO)) if rows else None
        if limit is None or rows is None or told is None:
            return None
        why = "" if told == 0 else await self._show(SayInALine(WHY_NOT_ASKED, part=writing.part("why")))
        review = await self._show(SayInALine(REVIEW_ASKED, part=writing.part("review")))
        if why is None or review is None:
            return None
        return NewGateway(tuple(LIMITS)[limit], words[0], words[1], rows, words[2], told == 0, why, review)

    async def _rows(self) -> tuple[str, ...] | None:
        offered = self._casebook.rows_to_share()
        window = TickSome(ROWS_ASKED, [one.title for one in offered])
        if await self._show(window) is None:
            return None
        return tuple(one.row for place, one in enumerate(offered) if place in window.ticked)

    async def _done(self, change: Callable[[], Any]) -> None:
        """Make a change, or say why it was not made."""
        kept = await made(self._app, change)
        if isinstance(kept, Rejection):
            await self._tell(kept.reason, ())
        elif kept is not None:
            self._app.notify("Kept.")
