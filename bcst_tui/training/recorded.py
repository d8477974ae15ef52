"""The coding result: each answer the trainee recorded, held against what the person's reply stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bcst_tui.training.attempt import Codes
from bcst_tui.training.evidence import Evidence, state_of
from bcst_tui.training.flow import APPLIES

Standing = Literal["exact", "near", "missed", "invented"]
WEIGHTS: dict[Standing, int] = {"exact": 0, "near": 0, "missed": 1, "invented": 2}
"""What each costs; a thing invented costs twice what a thing missed does."""
NOT_CODED = ("respond", "leaflet", "ground", "volunteer", "heard", "today", "share", "plan", "entry", "arrange", "door")
NON_ANSWERS = ("not_asked", "not_opened", "not_known", "not_applicable", "skip")
BY_KEY: Mapping[tuple[str, str], Codes] = {
    ("privacy", "ok"): ("just_us", "interpreter"),
    ("privacy", "ok_again"): ("just_us", "interpreter"),
    ("limits", "understood"): ("own_words", "partly"),
    ("limits", "again"): ("not_yet",),
    ("ask", "applies"): APPLIES,
}
"""What a key of the private part stands for, where one key is pressed for several codes."""


@dataclass(frozen=True)
class CodedAnswer:
    """One answer: what was recorded, what the reply stands for, and how the two stand to each other."""

    question: str
    turn: int | None
    recorded: Codes
    model: Codes
    standing: Standing


@dataclass(frozen=True)
class CodingMarks:
    """`over_collected`: facts kept that no plan needs, and a story where lines were enough."""

    answers: tuple[CodedAnswer, ...]
    over_collected: tuple[str, ...] = ()

    def count(self, standing: Standing) -> int:
        return Counter(one.standing for one in self.answers)[standing]

    @property
    def cost(self) -> int:
        """Misses, with what was invented counted twice."""
        return sum(WEIGHTS[one.standing] for one in self.answers)

    @property
    def in_words(self) -> str:
        counts = f"{self.count('exact')} exact, {self.count('near')} near, {self.count('missed')} missed"
        return f"{counts}, {self.count('invented')} invented, {len(self.over_collected)} kept too much"


def is_coded(question_id: str) -> bool:
    """Whether the real screens record an answer to this; what is only said and heard is not coded."""
    state = state_of(question_id)
    return state not in NOT_CODED and not state.startswith("help_now")


def coding_of(evidence: Evidence) -> CodingMarks:
    """Every answer the person gave, and every one recorded that they did not give."""
    recorded, found = {**evidence.coded(), **evidence.kept.answers}, list[CodedAnswer]()
    for question, step in evidence.last_answers().items():
        if not is_coded(question):
            continue
        assert step.reply is not None
        near = evidence.persona.replies[question][step.reply].near
        codes = _compared(question, recorded.pop(question, ()), step.answer)
        found.append(CodedAnswer(question, step.number, codes, step.answer, standing(codes, step.answer, near)))
    of_theirs = (one for one in recorded if one in evidence.persona.replies and is_coded(one))
    for question in of_theirs:
        if recorded[question] and not set(recorded[question]) <= set(NON_ANSWERS):
            found.append(CodedAnswer(question, None, recorded[question], (), "invented"))
    return CodingMarks(tuple(found), over_collected(evidence))


def standing(recorded: Codes, model: Codes, near: Codes = ()) -> Standing:
    """How what was recorded stands to the model. Part of it, or what the author calls almost right, is near."""
    if set(recorded) == set(model):
        return "exact"
    if not recorded or set(recorded) <= set(NON_ANSWERS):
        return "near" if recorded and set(recorded) <= set(near) else "missed"
    return "near" if set(recorded) <= {*model, *near} else "invented"


def _compared(question: str, recorded: Codes, model: Codes) -> Codes:
    """What was recorded, as far as the model speaks of it: one key for several codes, some fields of a form."""
    for key in recorded:
        if set(model) <= set(BY_KEY.get((state_of(question), key), ())):
            return model
    fields = {code.partition("=")[0] for code in model if "=" in code}
    return tuple(one for one in recorded if one.partition("=")[0] in fields) if fields else recorded


def over_collected(evidence: Evidence) -> tuple[str, ...]:
    """What is kept and should not be: facts no plan needs, who is feared by name, words nobody asked to have kept."""
    facts = evidence.persona.facts
    kept = evidence.kept
    found = [one for one in kept.facts if one in facts and not facts[one].collect]
    found += ["who is feared, by name"] if kept.harmer_named else []
    found += ["a story"] if "record_narrative" in kept.wrong else []
    found += ["own words nobody asked to have kept"] if kept.own_words and not kept.own_words_asked_for else []
    return tuple(dict.fromkeys(found))
