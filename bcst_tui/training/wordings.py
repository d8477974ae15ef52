"""The wordings a trainee picks from, step by step: three or four, each tagged with what it does to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import Field

from bcst_tui.script.condition import ScriptModel
from bcst_tui.script.wording import MOST_EASY_WORDS
from bcst_tui.text import words_in
from bcst_tui.training.attempt import Attempt
from bcst_tui.training.drawing import shuffled
from bcst_tui.training.persona import WORDINGS_FILE, Persona, Wording
from bcst_tui.yaml_text import Place, YamlText, read_yaml, validated

FEWEST, MOST = 3, 4


class WordingsFile(ScriptModel):
    """The file wordings.yaml."""

    version: str
    wordings: dict[str, tuple[Wording, ...]] = Field(min_length=1)


@dataclass(frozen=True)
class Wordings:
    """Every wording by question id, and the text it was read from."""

    version: str
    by_question: Mapping[str, tuple[Wording, ...]]
    text: YamlText = field(repr=False)

    def of(self, persona: Persona, question_id: str) -> tuple[Wording, ...]:
        """The wordings of this question: the persona's own, else everybody's; none where there are none."""
        return persona.wordings.get(question_id) or self.by_question.get(question_id, ())

    def offered(self, attempt: Attempt, persona: Persona, question_id: str) -> tuple[Wording, ...]:
        """The same in the order in which this attempt shows them."""
        return shuffled(attempt, f"{question_id}|wordings", self.of(persona, question_id))


def load_wordings(text: str, source: str = WORDINGS_FILE) -> Wordings:
    """The wordings in this text; raises ScriptError for the first mistake, with file and line."""
    yaml = read_yaml(text, source)
    file = validated(WordingsFile, yaml)
    for place, what, remedy in badly_worded(file.wordings):
        raise yaml.error(place, what, remedy)
    return Wordings(file.version, file.wordings, yaml)


def badly_worded(wordings: Mapping[str, tuple[Wording, ...]]) -> Iterator[tuple[Place, str, str]]:
    """Place, what and remedy for questions with too few wordings or none that is open, and for long easy lines."""
    for question_id, given in wordings.items():
        place: Place = ("wordings", question_id)
        if not FEWEST <= len(given) <= MOST:
            yield place, f"`{question_id}` has {len(given)} wordings", f"Give {FEWEST} or {MOST}."
        if not any(one.style == "open_choice" for one in given):
            yield place, f"no wording of `{question_id}` is open_choice", "Add the one a good interview would use."
        for number, one in enumerate(given):
            for line in one.easy:
                if words_in(line) > MOST_EASY_WORDS:
                    what = f"an easy line has more than {MOST_EASY_WORDS} words: {line}"
                    yield (*place, number, "easy"), what, "Split it in two."
