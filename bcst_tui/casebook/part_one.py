"""Part 1 in a case: read from a file or typed in once, then shown in the interview to be confirmed (A11, R06)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from bcst_tui.casebook.cases import Cases
from bcst_tui.config import read_text
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection, kept
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.part_one import Refused, read_part_one, value_of, with_part_one
from bcst_tui.interview.showing import in_short, shown
from bcst_tui.interview.state import Interview
from bcst_tui.reference.part_one import PartOneField
from bcst_tui.script.model import Question
from bcst_tui.script.script import Script
from bcst_tui.text import one_line
from bcst_tui.vault import values as held
from bcst_tui.vault.edit_values import stay_of
from bcst_tui.vault.record_values import PartOneAnswer
from bcst_tui.vault.records import Records

CSV = (".csv", ".tsv")
JSON = ".json"


@dataclass(frozen=True)
class PartOneLine:
    """One field of part 1 in a case: what is asked there, and what part 1 says, if it does."""

    entry: PartOneField
    question: Question = field(repr=False)
    words: str = field(default="", repr=False)
    on: date | None = None


@dataclass(frozen=True)
class PartOneKept:
    """What was taken over from a file: how many answers, and the fields that stand for nothing in part 2."""

    count: int
    finished_on: date
    unknown: tuple[str, ...] = ()


class PartOneKeeping(Cases):
    """The part of the casebook that keeps what part 1 says."""

    def part_one(self, case_id: int) -> tuple[PartOneLine, ...]:
        """Every field part 1 may have, in the order of part_one.yaml, with what it says."""
        script = self._script_of_today()
        with self._vault.session() as records:
            said = {one.question_id: one for one in records.part_one.of(case_id)}
        lines = []
        for entry in self._surroundings.reference.part_one.values():
            placed = script.placed.get(entry.question)
            if placed is None:
                continue
            one = said.get(entry.question)
            value = value_of(placed.question, None, one.value, script, self.today()) if one else None
            if one is None or value is None or isinstance(value, Rejection):
                lines.append(PartOneLine(entry, placed.question))
            else:
                lines.append(PartOneLine(entry, placed.question, shown(placed.question, value), one.said_on))
        return tuple(lines)

    def read_part_one(self, case_id: int, pasted: str) -> PartOneKept | Refused:
        """Take over a file, all of it or nothing; `pasted`: its path as typed, or as dropped on the terminal."""
        path = pasted_path(pasted)
        kind = path.suffix.lower()
        if kind not in (*CSV, JSON):
            return Refused((f"Part 1 is read from a file whose name ends in {JSON} or {CSV[0]}. Save it as one.",))
        try:
            text = read_text(path, path.name)
        except OSError as error:
            why = (error.strerror or "it can't be opened").lower()
            return Refused((f"The file can't be read: {why}. Look at the path, and who may read it.",))
        except BcstError as refused:
            return Refused((str(refused),))
        read = read_part_one(
            text, kind in CSV, self._surroundings.reference.part_one, self._script_of_today(), self.today()
        )
        if isinstance(read, Refused):
            return read
        with self._vault.session() as records:
            person = records.people.get(case_id)
            if read.prison_number and person.prison_number and not _same(read.prison_number, person.prison_number):
                return Refused((f"The prison number in the file is not that of {person.reference}. Choose its case.",))
            answers = tuple(PartOneAnswer(name, value, read.finished_on) for name, value in read.answers)
            self._keep_part_one(records, person, answers)
        return PartOneKept(len(answers), read.finished_on, read.unknown)

    def type_part_one(self, case_id: int, name: str, typed: str, on: str) -> PartOneLine | Rejection:
        """Keep one answer of part 1 as typed or chosen, with the day part 1 was finished."""
        entry, script = self._surroundings.reference.part_one[name], self._script_of_today()
        day = read_date(on)
        if day is None or day > self.today():
            return Rejection("Write the day part 1 was finished, not later than today, such as 12/3/2027.")
        question = script.placed[entry.question].question
        value = value_of(question, entry, typed, script, self.today())
        if isinstance(value, Rejection):
            return value
        with self._vault.session() as records:
            answer = PartOneAnswer(entry.question, kept(value), day, "typed")
            self._keep_part_one(records, records.people.get(case_id), (answer,))
        return PartOneLine(entry, question, shown(question, value), day)

    def _keep_part_one(self, records: Records, person: held.Person, answers: tuple[PartOneAnswer, ...]) -> None:
        now = self._surroundings.now()
        records.part_one.keep(person.id, answers, self.profile.name, now)
        records.log("part_one_read", person.reference, now)

    def _interview(self, records: Records, found: held.Sitting) -> Interview:
        """The interview as it stands, with what part 1 says to what nobody has been asked."""
        interview = super()._interview(records, found)
        said = [(one.question_id, one.value, one.said_on) for one in records.part_one.of(found.person_id)]
        if not said:
            return interview
        stays = records.stays.of(found.person_id)
        stay = stay_of(stays, found.id)
        since = stays[stay - 1].began_on if stay else None
        return replace(interview, earlier=with_part_one(interview.earlier, interview.script, said, since))

    def _script_of_today(self) -> Script:
        texts = self._scripts.today()
        return self._scripts.of(texts.hash, lambda _: texts)


def field_words(line: PartOneLine) -> str:
    """What a field asks, in few words, and what part 1 says."""
    return f"{in_short(line.question)}: {line.words or 'not said'}"


def pasted_path(pasted: str) -> Path:
    """A path as typed, or as a terminal pastes what is dropped on it: quoted, escaped, or as a file address."""
    words = one_line(pasted)
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        words = words[1:-1]
    elif os.name != "nt":
        words = words.replace("\\ ", " ").replace("\\(", "(").replace("\\)", ")")
    if words.startswith("file://"):
        words = unquote(words.removeprefix("file://"))
    path = Path(words)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).upper() == "".join(other.split()).upper()
