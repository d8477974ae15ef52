"""Who may be told what, in numbered lines: the same words and the same calls of the casebook as on the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import AgencyStands, Wish
from bcst_tui.casebook.consent_words import (
    ANSWERS,
    CHOOSE_FIRST,
    HOW,
    HOW_ASKED,
    HOW_MUCH,
    LEAD,
    LETTER,
    NOTHING_CHOSEN,
    STOP,
    WAYS,
    WHICH_ASKED,
    about,
    gone_line,
    how_much,
    limits_said,
    nobody_lines,
    request_line,
    stands,
    stopped,
)
from bcst_tui.casebook.values import CaseLine
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.gateway import new_gateway
from bcst_tui.line_mode.half_written import left
from bcst_tui.line_mode.prompts import Lines, choose, in_words
from bcst_tui.line_mode.safe_contact import go_through

BACK = "Back"
ASK_NOW = "They ask today: note it"
SHOWN = "It has been shown today"
KEEP = ("Keep it", "Stop it", "Change it", "Leave it for now")


class Consents:
    """One case's consents, until the worker goes back."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case_id = case.case_id
        self._lines = lines

    def go_round(self) -> None:
        """Say how each agency stands, then do what is picked."""
        sitting = self._casebook.open_sitting(self._case_id)
        self._lines.heading("Who may be told what")
        self._lines.say(f"{LEAD} {limits_said(sitting.interview if sitting else None)}")
        ways: Sequence[Callable[[], None]] = (
            self._keep,
            self._nobody,
            lambda: go_through(self._casebook, self._case_id, self._lines),
            self._record,
            self._gone,
            self._gateway,
        )
        while True:
            for clash in self._casebook.clashes(self._case_id):
                self._lines.say(f"! {clash}")
            agencies = self._casebook.agencies(self._case_id)
            told = [f"{one.title}: {stands(one)}" for one in agencies]
            place = choose(self._lines, (BACK, *told, *WAYS.values()))
            if place == 0:
                return
            try:
                if place <= len(agencies):
                    self._agency(agencies[place - 1])
                else:
                    ways[place - 1 - len(agencies)]()
            except BcstError as refused:
                self._lines.say(f"! NOT saved: {refused}")

    def _agency(self, agency: AgencyStands) -> None:
        """Who they are and what they would get, before what the person says of it."""
        topics, which = dict(agency.depths), agency.which
        self._lines.heading(agency.title)
        for sentence in about(agency):
            self._lines.say(sentence)
        while True:
            self._lines.say(self._would_get(agency, topics, which))
            told = [self._topic_line(agency, topics, place) for place in range(len(agency.topics))]
            stop = (STOP,) if agency.depths else ()
            place = choose(self._lines, (*told, *ANSWERS.values(), f"Which one: {which or 'not named'}", *stop, BACK))
            answer = place - len(told)
            if answer < 0:
                topics = self._chosen(agency.topics[place].topic, topics)
            elif answer < len(ANSWERS):
                if self._said(agency, list(ANSWERS)[answer], topics, which):
                    return
            elif answer == len(ANSWERS):
                which = in_words(self._lines, WHICH_ASKED).strip() or which
            else:
                if answer == len(ANSWERS) + 1 and stop:
                    self._stop(agency)
                return

    def _chosen(self, topic: str, topics: dict[str, int]) -> dict[str, int]:
        depth = choose(self._lines, [how_much(topic, depth) for depth in range(len(HOW_MUCH))])
        return {name: how for name, how in {**topics, topic: depth}.items() if how}

    def _said(self, agency: AgencyStands, said: Any, topics: dict[str, int], which: str) -> bool:
        """Keep what the person says; whether it was kept."""
        how = None
        if said == "given":
            if not topics:
                self._lines.say(f"! {CHOOSE_FIRST}")
                return False
            self._lines.heading(HOW_ASKED)
            place = choose(self._lines, (*HOW.values(), BACK))
            if place == len(HOW):
                return False
            how = list(HOW)[place]
        else:
            topics = {one.topic: 0 for one in agency.topics}
        wish = Wish(agency.agency, said, topics, given_how=how, which=which)
        return self._done(self._casebook.decide(self._case_id, wish))

    def _would_get(self, agency: AgencyStands, topics: dict[str, int], which: str) -> str:
        if not topics:
            return NOTHING_CHOSEN
        shown = self._casebook.would_get(self._case_id, Wish(agency.agency, "given", topics, which=which))
        return f"! {shown.reason}" if isinstance(shown, Rejection) else shown

    def _topic_line(self, agency: AgencyStands, topics: dict[str, int], place: int) -> str:
        one = agency.topics[place]
        return f"{one.title}: {how_much(one.topic, topics[one.topic]) if one.topic in topics else '–'}"

    def _stop(self, agency: AgencyStands) -> None:
        withdrawn = self._casebook.withdraw(self._case_id, agency.agency)
        if isinstance(withdrawn, Rejection):
            self._lines.say(f"! {withdrawn.reason}")
            return
        for sentence in stopped(withdrawn):
            self._lines.say(sentence)
        letter = self._casebook.stop_letter(self._case_id, agency.agency) if withdrawn.gone else None
        if letter is None or isinstance(letter, Rejection):
            return
        self._lines.say(letter.seen)
        self._lines.heading(LETTER)
        written = write_into_a_folder(
            self._lines, lambda folder, over: self._casebook.write_stop_letter(self._case_id, letter, folder, over)
        )
        if written:
            self._lines.say(f"Written: {written}.")

    def _keep(self) -> None:
        """What was agreed before, what runs out first before the rest (L10)."""
        agreed = self._casebook.still_wanted(self._case_id)
        if not agreed:
            self._lines.say("Nothing is agreed at present.")
        for agency in agreed:
            self._lines.heading(f"{agency.title}. {stands(agency)}")
            self._lines.say(self._would_get(agency, dict(agency.depths), agency.which))
            match choose(self._lines, KEEP):
                case 0:
                    self._done(self._casebook.keep_on(self._case_id, agency.agency))
                case 1:
                    self._stop(agency)
                case 2:
                    self._agency(agency)

    def _nobody(self) -> None:
        listed = self._casebook.told_nothing(self._case_id)
        every = self._casebook.every_agency(self._case_id)
        titles = {one.agency: one.title for one in every}
        for sentence in nobody_lines(listed, titles):
            self._lines.say(sentence)
        more = ("Take an agency off",) if listed.agencies else ()
        place = choose(self._lines, ("Still right", "An agency is never to be told", *more))
        if place == 0:
            return
        codes = [one.agency for one in every if one.never_told == (place == 2)]
        picked = choose(self._lines, (*(titles[code] for code in codes), BACK))
        if picked < len(codes):
            self._done(self._casebook.never_tell(self._case_id, codes[picked], place == 1))

    def _record(self) -> None:
        held = self._casebook.requests(self._case_id)
        for one in held:
            self._lines.say(request_line(one))
        if not held:
            self._lines.say("Nobody has asked yet.")
        waiting = [one for one in held if one.shown_on is None]
        match choose(self._lines, (BACK, ASK_NOW, *((SHOWN,) if waiting else ()))):
            case 1:
                self._done(self._casebook.ask_for_record(self._case_id))
            case 2:
                self._done(self._casebook.show_record(waiting[0].request_id))

    def _gone(self) -> None:
        titles = {one.agency: one.title for one in self._casebook.every_agency(self._case_id)}
        shares = self._casebook.shares(self._case_id)
        for share in shares:
            self._lines.say(gone_line(share, titles))
        if not shares:
            self._lines.say("Nothing has gone to anybody outside.")

    def _gateway(self) -> None:
        writing = self._casebook.writing(self._case_id, "gateway")
        new = left(writing, new_gateway(self._casebook, self._case_id, self._lines, writing))
        if new is not None:
            self._done(writing.settled(lambda: self._casebook.decide_gateway(self._case_id, new)))

    def _done(self, made: object) -> bool:
        """Say that it is kept, or why it was not."""
        if isinstance(made, Rejection):
            self._lines.say(f"! {made.reason}")
            return False
        self._lines.say("Kept.")
        return True
