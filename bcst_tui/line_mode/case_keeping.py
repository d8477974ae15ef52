"""Notes, slips, closing and reopening in numbered lines."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.casebook.case_values import CaseNote, ClosedHow, Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.closing import AFTERWARDS, ASKED_FOR, HOW
from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.slips import SlipWish
from bcst_tui.casebook.values import CaseLine
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.half_written import part_in_words
from bcst_tui.line_mode.prompts import Lines, choose, in_words

PAPER = "Ask first: is a slip safe for them to carry?"


class CaseKeeping:
    """What can be done with one case as a whole."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines

    def notes(self) -> None:
        """Every note, the latest first; then a new one, or one struck through."""
        notes = self._casebook.notes(self._case.case_id)
        for number, note in enumerate(notes, 1):
            self._lines.say(f"  Note {number}. {_head(note)}")
            self._lines.say(note.words)
        if not notes:
            self._lines.say("No notes yet.")
        if self._case.closed:
            return
        match choose(self._lines, ("Back", "Write a note", *(["Strike one through"] if notes else []))):
            case 1:
                self._write()
            case 2:
                picked = choose(self._lines, [*(_head(note) for note in notes), "None of these"])
                if picked < len(notes):
                    self._casebook.strike_note(notes[picked].id)
                    self._lines.say("Struck through. It stays here, and stands on no paper any more.")

    def _write(self) -> None:
        """One line; whoever wants more lines writes more notes."""
        writing = self._casebook.writing(self._case.case_id, "note")
        words = part_in_words(self._lines, writing.part("words"), "The note; Enter alone writes none")
        if not words.strip():
            return
        readers = self._casebook.note_readers()
        self._lines.heading("Who reads it?")
        place = choose(self._lines, [f"{one.title}: {one.read_by}" for one in readers])
        kept = writing.settled(lambda: self._casebook.add_note(self._case.case_id, words, readers[place].row))
        self._lines.say(f"! {kept.reason}" if isinstance(kept, Rejection) else "Kept.")

    def slip(self) -> None:
        """A slip with the next appointment, seen before it is written."""
        agreed = self._casebook.next_meeting(self._case.case_id)
        writing = self._casebook.writing(self._case.case_id, "slip")
        which = f"The day; Enter alone takes {agreed}" if agreed else "The day, such as 12/3/2027"
        day = part_in_words(self._lines, writing.part("day"), which)
        at = part_in_words(self._lines, writing.part("at"), "The time, such as 14:30; Enter alone leaves a blank")
        place = part_in_words(self._lines, writing.part("place"), "The place; Enter alone leaves a blank")
        with_whom = part_in_words(self._lines, writing.part("with_whom"), "With whom; Enter alone leaves a blank")
        try:
            shown = self._casebook.slip(self._case.case_id, SlipWish(day, at, place, with_whom))
            if isinstance(shown, Rejection):
                self._lines.say(f"! {shown.reason} Nothing was written.")
                return
            self._lines.say(shown.seen)
            self._lines.say(PAPER)
            written = write_into_a_folder(
                self._lines, lambda folder, over: self._casebook.write_slip(self._case.case_id, shown, folder, over)
            )
            if written:
                self._lines.say(f"Written: {written}.")
            writing.let_go()
        except BcstError as refused:
            self._lines.say(f"! {refused}")

    def close(self) -> bool:
        """Close the case, after what is left open has been read; whether it was."""
        codes = list(HOW)
        self._lines.heading("How did it end?")
        picked = choose(self._lines, [*HOW.values(), "Leave it open"])
        return picked < len(codes) and self.close_as(codes[picked])

    def close_as(self, how: ClosedHow) -> bool:
        """The same, where it is known how it ended."""
        writing = self._casebook.writing(self._case.case_id, "closing", how)
        closing = self._asked(Closing(how), writing)
        left = self._casebook.open_before_closing(self._case.case_id, how)
        for sentence in left:
            self._lines.say(f"Still open: {sentence}")
        if choose(self._lines, ("Go back", "Close it anyway" if left else "Close it")) == 0:
            writing.let_go()
            return False
        closed = writing.settled(lambda: self._casebook.close_case(self._case.case_id, closing))
        if isinstance(closed, Rejection):
            self._lines.say(f"! {closed.reason} It is still open.")
            return False
        self._lines.say(f"{closed.closed} {AFTERWARDS[closing.how]}")
        return True

    def _asked(self, closing: Closing, writing: Writing) -> Closing:
        """The words some ways to end need, and the day: each asked until it can be."""
        while True:
            part, asked = writing.part("words"), ASKED_FOR.get(closing.how, "")
            words = part_in_words(self._lines, part, asked) if asked else ""
            closing = replace(closing, words=words, on=in_words(self._lines, "On which day? Enter alone takes today"))
            if not (refused := self._casebook.why_not_closed(closing)):
                return closing
            self._lines.say(f"! {refused}")

    def reopen(self) -> bool:
        """Open a closed case again, with a reason; whether it was."""
        opened = self._casebook.reopen_case(self._case.case_id, in_words(self._lines, "Why is it opened again?"))
        if isinstance(opened, Rejection):
            self._lines.say(f"! {opened.reason}")
            return False
        self._lines.say(f"{opened.reference} is open again.")
        return True


def _head(note: CaseNote) -> str:
    struck = f", struck through by {note.struck_by}" if note.struck_at is not None else ""
    return f"{day_words(note.written_on)}, {note.by}{struck}"
