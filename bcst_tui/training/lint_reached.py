"""Whether the real interview comes to the questions a persona answers: their own answers have to lead there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bcst_tui.interview import engine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.model import Question
from bcst_tui.script.reading import reads
from bcst_tui.script.script import Script
from bcst_tui.training.attempt import Codes
from bcst_tui.training.finding import Around, Finding, error
from bcst_tui.training.known_codes import SAFE_CONTACT
from bcst_tui.training.model_path import model
from bcst_tui.training.persona import PersonaFile

SOME_DAY = date(2026, 11, 23)
"""No question that a persona answers hangs on the day."""
MAY_END = "b08_go_on"
"""Every later question rests on it: it ends the interview where somebody wants that."""
IN_WORDS = "Something of theirs"
"""What stands where an option asks for a few words."""


def reached_findings(file: PersonaFile, around: Around) -> Iterator[Finding]:
    """An error for each question that isn't come to, and for one that stands out of order."""
    script, persona = around.script, file.persona
    answers = {
        one: codes for one, codes in model(persona).hidden.answers if one in script.placed and one != SAFE_CONTACT
    }
    asked = tuple(_asked(script, engine.begin(script, persona.sitting, SOME_DAY), answers))
    for question in answers:
        if question not in asked:
            before = ", ".join(sorted(_rests_on(script, question))) or "what they answer before"
            what = f"the interview never comes to `{question}`, as they answer otherwise"
            yield error(file, ("replies", question), what, f"It rests on {before}: let them answer that first.")
    inside = [one for one in answers if one in asked]
    if wrong := next((was for was, now in zip(inside, asked, strict=True) if was != now), None):
        yield error(
            file, ("replies", wrong), f"`{wrong}` stands out of order", f"The interview asks {', '.join(asked)}."
        )


def _asked(script: Script, interview: Interview, answers: Mapping[str, Codes]) -> Iterator[str]:
    """Those of these questions that are asked, in their order, with these answers and all else passed by."""
    left = len(answers)
    while left and (current := interview.current) is not None:
        codes, rows = answers.get(current.id), interview.standing.rows.get(current.id)
        if codes is not None and current.question.kind == "group" and not rows:
            following = engine.add_row(interview, current.id)
        elif codes is not None:
            following = engine.answer(interview, raw_of(current.question, codes))
            left -= 1
            yield current.id
        else:
            following = engine.skip(interview, "not_asked", "no_time")
        if isinstance(following, Rejection):
            following = engine.skip(interview, "not_asked", "no_time")
        if isinstance(following, Rejection):
            return
        interview = following


def raw_of(question: Question, codes: Codes) -> Json:
    """These codes as the engine reads an answer."""
    if question.kind == "group":
        return "done"
    if any(one.other and one.id in codes for one in question.options):
        return {"chosen": list(codes), "other": IN_WORDS}
    return list(codes) if question.kind == "choices" else codes[0]


def _rests_on(script: Script, question: str) -> set[str]:
    conditions = script.placed[question].conditions
    return {
        read.name for one in conditions for read in reads(one) if read.what == "question" and "b08" not in read.name
    }
