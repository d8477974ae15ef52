"""A statement on convictions in numbered lines."""

from __future__ import annotations

from collections.abc import Sequence

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.forms import Part, Writing
from bcst_tui.casebook.values import CaseLine
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.half_written import ANEW, MORE, keep
from bcst_tui.line_mode.prompts import Lines, choose, in_words
from bcst_tui.plan.statement import CODES, NOBODY_ELSE, PURPOSES, Purpose, prompts_for

PAPER = "Ask first: is paper safe for them, and do they want it now? It is theirs to hand over, or not."
WAYS = ("Back", "Write it, as the next version", "On paper, as a file of its own", "They take it back")


class Statements:
    """Chosen by whom it is for; then read, written, put on paper or taken back."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines

    def go_round(self) -> None:
        wanted = self._casebook.statements_wanted(self._case.case_id)
        told = [f"{PURPOSES[one]}{': they wanted help with it' if one in wanted else ''}" for one in CODES]
        while (place := choose(self._lines, ["Back", *told])) != 0:
            purpose = CODES[place - 1]
            self._read(purpose)
            match choose(self._lines, WAYS):
                case 1:
                    self._write(purpose)
                case 2:
                    self._paper(purpose)
                case 3:
                    self._take_back(purpose)

    def _read(self, purpose: Purpose) -> None:
        """Every version, the latest first."""
        versions = [one for one in self._casebook.statements(self._case.case_id) if one.purpose == purpose]
        for one in versions:
            self._lines.say(f"  Version {one.version}, {day_words(one.written_on)}:")
            self._lines.say(one.words or "Taken back.")
        if not versions:
            self._lines.say("Nothing is written yet.")

    def _write(self, purpose: Purpose) -> None:
        """Line by line, until an empty one."""
        if self._case.closed:
            self._lines.say(f"! {self._case.closed}")
            return
        for prompt in prompts_for(purpose):
            self._lines.say(f"  · {prompt}")
        self._lines.say(NOBODY_ELSE)
        writing = self._casebook.writing(self._case.case_id, "statement", purpose)
        written = self._begun(writing.part("words"))
        try:
            while line := in_words(self._lines, "In their words; Enter alone ends it").strip():
                written.append(line)
                keep(self._lines, writing.part("words"), "\n".join(written))
        finally:  # also where the input ends in the middle: what they have said is kept
            self._keep(purpose, written, writing)

    def _begun(self, part: Part) -> list[str]:
        """What was begun before a power cut, if they want to go on with it."""
        if not part.begun:
            return []
        self._lines.say(part.begun)
        self._lines.say(part.words)
        return part.words.splitlines() if choose(self._lines, (MORE, ANEW)) == 0 else []

    def _keep(self, purpose: Purpose, written: Sequence[str], writing: Writing) -> None:
        if not written:
            self._lines.say("Nothing was kept.")
            writing.let_go()
            return
        words = "\n".join(written)
        kept = writing.settled(lambda: self._casebook.write_statement(self._case.case_id, purpose, words))
        told = f"! {kept.reason}" if isinstance(kept, Rejection) else f"Kept as version {kept.version}."
        self._lines.say(told)

    def _paper(self, purpose: Purpose) -> None:
        try:
            shown = self._casebook.statement_paper(self._case.case_id, purpose)
            self._lines.say(shown.seen)
            self._lines.say(PAPER)
            written = write_into_a_folder(
                self._lines,
                lambda folder, over: self._casebook.write_statement_paper(
                    self._case.case_id, purpose, shown, folder, over
                ),
            )
            if written:
                self._lines.say(f"Written: {written}. It is not encrypted: looking after it is up to you.")
        except BcstError as refused:
            self._lines.say(f"! {refused}")

    def _take_back(self, purpose: Purpose) -> None:
        if self._casebook.statement(self._case.case_id, purpose) is None:
            self._lines.say("There is none to take back.")
        elif choose(self._lines, ("Leave it", "Take it back")) == 1:
            self._casebook.take_back_statement(self._case.case_id, purpose)
            self._lines.say("Taken back: no paper comes from it any more.")
