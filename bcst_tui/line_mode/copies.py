"""A copy of the plan for one reader, in numbered lines."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Preview, Reader, Sitting
from bcst_tui.errors import BcstError
from bcst_tui.export.formats import FileFormat
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.reference.audience import AudienceCode

FORMS: tuple[tuple[FileFormat, str], ...] = (("md", "Markdown"), ("txt", "Plain text"), ("html", "A web page"))
TICK = "Do they want it to say what they want, in their own words?"
WHICH = "Which one is it for? Those the person agreed to, and no other."
LARGE = "They asked for large print: the web page has it."
PRIVATE = "With the private part: only where nobody else can see the screen"
KEPT_BACK = "Keep anything back, as the {role} decided it would raise risk?"
BACK = "Back: write nothing"
PAPER = "Before you print it, ask: is paper safe for you to have in here? Others may read it."


class Copies:
    """Chosen by its reader; seen, and then written."""

    def __init__(self, casebook: Casebook, sitting: Sitting, lines: Lines) -> None:
        self._casebook = casebook
        self._sitting = sitting
        self._lines = lines
        self._is_private = False

    def write(self) -> None:
        """Nothing is written before it has been seen; the private part comes along only where it was asked for."""
        self._is_private = False
        readers = self._casebook.readers(self._sitting)
        place = choose(self._lines, [*map(_reader_line, readers), PRIVATE, BACK])
        if place < len(readers):
            self._write_for(readers[place])
        elif place == len(readers):
            self.write_with_private()

    def write_with_private(self) -> None:
        """The same with the private part, as far as each reader may see it."""
        self._is_private = True
        readers = self._casebook.private_readers(self._sitting)
        self._lines.heading(PRIVATE)
        place = choose(self._lines, [*map(_reader_line, readers), BACK])
        if place < len(readers):
            self._write_for(readers[place])

    def _write_for(self, reader: Reader) -> None:
        try:
            to = self._recipient(reader.audience)
            shown = self._kept_back(self._preview(reader.audience, to))
            self._lines.heading("As what?")
            if shown.is_large:
                self._lines.say(LARGE)
            form = FORMS[choose(self._lines, [words for _, words in FORMS])][0]
            shown = self._preview(reader.audience, to, form, self._ticked(shown))
            self._lines.say(shown.seen)
            if reader.audience == "CELL":
                self._lines.say(PAPER)
                if choose(self._lines, ("Yes", "No, or unsure: write nothing")) == 1:
                    return
            write = self._casebook.private_write if self._is_private else self._casebook.write
            written = write_into_a_folder(self._lines, lambda folder, over: write(self._sitting, shown, folder, over))
            if written:
                self._lines.say(f"Written: {written}. It is not encrypted: looking after it is up to you.")
        except BcstError as refused:
            self._lines.say(f"! {refused}")

    def _preview(
        self, audience: AudienceCode, to: str, form: FileFormat = "md", ticked: frozenset[str] = frozenset()
    ) -> Preview:
        if self._is_private:
            return self._casebook.private_preview(self._sitting, audience, form, to)
        return self._casebook.preview(self._sitting, audience, form, ticked, to)

    def _kept_back(self, shown: Preview) -> Preview:
        """The paper once the lead's decisions are noted, a row at a time; Enter is never an answer."""
        role, titles = self._casebook.profile.sealed_reader_role, self._casebook.row_titles
        while shown.may_keep_back:
            self._lines.say(KEPT_BACK.format(role=role))
            stand = {True: "Kept back", False: "Shown"}
            marks = [f"{stand[one in shown.kept_back]}: {titles[one]}" for one in shown.may_keep_back]
            place = choose(self._lines, [*marks, "Go on"])
            if place == len(marks):
                break
            row = shown.may_keep_back[place]
            self._casebook.keep_back(self._sitting, row, row not in shown.kept_back)
            shown = self._preview(shown.audience, shown.to)
        return shown

    def _recipient(self, audience: AudienceCode) -> str:
        """For whom in particular, where there are many such readers."""
        recipients = self._casebook.private_recipients if self._is_private else self._casebook.recipients
        people = recipients(self._sitting, audience)
        if not people:
            return ""
        self._lines.heading(WHICH)
        return people[choose(self._lines, [one.title for one in people])].to

    def _ticked(self, shown: Preview) -> frozenset[str]:
        """The rows the person wants in their own copy."""
        if not shown.may_tick:
            return frozenset()
        self._lines.say(TICK)
        return frozenset(shown.may_tick) if choose(self._lines, ("Yes", "No")) == 0 else frozenset()


def show_own_copy(casebook: Casebook, sitting: Sitting, lines: Lines) -> None:
    """What the person's own copy would say now; nothing is written."""
    try:
        lines.say(casebook.preview(sitting, "CELL", "txt").text)
    except BcstError as refused:
        lines.say(f"! {refused}")


def _reader_line(reader: Reader) -> str:
    return f"{reader.title}: {reader.for_whom}" if reader.is_possible else f"{reader.title} ({reader.why_not})"
