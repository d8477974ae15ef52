"""What a lint found: an error or a warning, at a line of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.reference.activity import Activity
from bcst_tui.script.script import Script
from bcst_tui.training.persona import PersonaFile
from bcst_tui.training.wordings import Wordings
from bcst_tui.yaml_text import FileMistake, Place


@dataclass(frozen=True)
class Finding:
    """One thing to mend, or (a warning) to think about."""

    mistake: FileMistake
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.mistake}" if self.is_error else f"{self.mistake} (a warning)"


@dataclass(frozen=True)
class Around:
    """What personas refer to: the interview, the private part, the activities, the wordings."""

    script: Script
    words: PrivateWords
    activities: Mapping[str, Activity]
    wordings: Wordings = field(repr=False)


def error(file: PersonaFile, place: Place, what: str, remedy: str = "") -> Finding:
    """An error at this place of the file."""
    return Finding(file.text.error(place, what, remedy))


def warning(file: PersonaFile, place: Place, what: str, remedy: str = "") -> Finding:
    """A warning at this place of the file."""
    return Finding(file.text.error(place, what, remedy), is_error=False)
