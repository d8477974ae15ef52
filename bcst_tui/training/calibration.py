"""The calibration pack: recorded rehearsals with agreed points, for somebody who watches to hold their own eye against.

A recording is a list of turns; what is said in it comes from the person's own file. Nothing is kept of who tried it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Self

from pydantic import Field, model_validator

from bcst_tui.errors import ScriptError
from bcst_tui.script.condition import ScriptModel
from bcst_tui.training.attempt import Act, Attempt, Choice, Did, Said, begin
from bcst_tui.training.behaviours import BY_NUMBER, MOST, OBSERVED
from bcst_tui.training.coding import CodeBook
from bcst_tui.training.observing import Calibration
from bcst_tui.training.persona import CALIBRATION_FILE, Persona, PersonaFile, Style
from bcst_tui.training.presenting import Frame, frames
from bcst_tui.training.speech import Few
from bcst_tui.training.turn import replay
from bcst_tui.training.wordings import Wordings
from bcst_tui.yaml_text import read_yaml, validated


class Turn(ScriptModel):
    """One turn: something said (a gate may be only ticked) or done, and what else could be seen."""

    say: str = ""
    style: Style = "open_choice"
    ticked: bool = False
    do: Few = ()
    seen: str = ""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if bool(self.say) == bool(self.do):
            raise ValueError("a turn either says something or does something")
        return self

    @property
    def choice(self) -> Choice:
        if self.say:
            return Said(self.say, self.style, done=not self.ticked)
        acts: tuple[Act, ...] = self.do  # type: ignore[assignment]
        return Did(acts)


class Agreed(ScriptModel):
    """The points of one row, the turn they rest on, and why."""

    points: int = Field(ge=0, le=MOST)
    turn: int = Field(ge=1)
    why: str = Field(min_length=1)


class Recording(ScriptModel):
    """One rehearsal to watch, with the agreed points of every row that observers tick."""

    id: str = Field(pattern=r"^C[0-9]{1,2}$")
    persona: str
    version: int
    seed: int
    turns: tuple[Turn, ...] = Field(min_length=1)
    agreed: dict[int, Agreed]
    did_not_come_up: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _tells_every_row(self) -> Self:
        if sorted((*self.agreed, *self.did_not_come_up)) != list(OBSERVED):
            raise ValueError(f"every row that observers tick is told once: {', '.join(map(str, OBSERVED))}")
        if any(one.turn > len(self.turns) for one in self.agreed.values()):
            raise ValueError("a row rests on a turn there is not")
        return self

    @property
    def points(self) -> dict[int, int | None]:
        """The agreed points by row; None where it did not come up."""
        return {row: self.agreed[row].points if row in self.agreed else None for row in OBSERVED}


class CalibrationPack(ScriptModel):
    """The file calibration.yaml. `agreed_by`: roles; while there are none, the points are a proposal."""

    version: str
    agreed_by: tuple[str, ...] = ()
    recordings: tuple[Recording, ...] = Field(min_length=1)

    def recording(self, wanted: str) -> Recording:
        """The recording of this id. Raises ScriptError."""
        found = next((one for one in self.recordings if one.id == wanted.upper()), None)
        if found is None:
            raise ScriptError(f"There is no recording {wanted}.", f"There are: {', '.join(self.ids)}.")
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.recordings)


def load_calibration(text: str, source: str = CALIBRATION_FILE) -> CalibrationPack:
    """The pack in this text; its first mistake as a ScriptError with file and line."""
    return validated(CalibrationPack, read_yaml(text, source))


def person_in(recording: Recording, people: Mapping[str, PersonaFile]) -> Persona:
    """Whom it was recorded with. Raises ScriptError where they were rewritten since."""
    file = people.get(recording.persona)
    if file is None or file.persona.version != recording.version:
        what = f"{recording.id} was recorded with version {recording.version} of {recording.persona}"
        raise ScriptError(f"{what}, which is not the one there is.", "Choose another recording.")
    return file.persona


def played(recording: Recording, persona: Persona) -> Attempt:
    """The rehearsal that was recorded."""
    return replay(begin(persona, recording.seed), persona, tuple(turn.choice for turn in recording.turns))


def to_watch(recording: Recording, persona: Persona, wordings: Wordings) -> tuple[Frame, ...]:
    """The recording turn by turn, with what could be seen and nothing that is hidden behind it."""
    shown = frames(persona, played(recording, persona), wordings, CodeBook(persona.id, {}))
    seen = {number: turn.seen for number, turn in enumerate(recording.turns, start=1) if turn.seen}
    return tuple(replace(one, lines=(*one.lines, *filter(None, (seen.get(one.number),)))) for one in shown)


def in_words(recording: Recording, found: Calibration) -> Iterator[str]:
    """How far a rater agrees; where that is too little, the rows that differ, with why each was agreed as it was."""
    rows = len(OBSERVED)
    yield f"You agree on {rows - len(found.differ)} of {rows} rows: {found.per_cent} %."
    if found.is_enough:
        yield "That is enough to watch with. Talk the rest over with whoever watches beside you."
        return
    yield "Under 80 %: look at these again, and then at the next recording."
    for row, agreed, given in found.differ:
        yield f"{row}. {BY_NUMBER[row].title}: you {_points(row, given)}; agreed {_points(row, agreed)}"
        if row in recording.agreed:
            yield f"    T{recording.agreed[row].turn}: {recording.agreed[row].why}"


def _points(row: int, points: int | None) -> str:
    return "no score" if points is None else f"{points}, {BY_NUMBER[row].anchors[points]}"
