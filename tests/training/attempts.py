"""Rehearsals for tests: the model one of a shipped persona, one with nothing to tell, and codes added to either."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from bcst_tui.config import read_folder, shipped
from bcst_tui.script.loading import load_script
from bcst_tui.training.attempt import Attempt, Choice, Coded, begin
from bcst_tui.training.coding import CodeBook, code_book
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.kept import NOTHING, Kept
from bcst_tui.training.model_path import Slip, model
from bcst_tui.training.persona import Persona, load_personas
from bcst_tui.training.turn import replay, take


@cache
def people() -> dict[str, Persona]:
    found = load_personas(read_folder(shipped("interview_scripts") / "mock"))
    return {persona_id: file.persona for persona_id, file in found.items()}


@cache
def book_of(persona_id: str = "TRN-007") -> CodeBook:
    return code_book(someone(persona_id), load_script(read_folder(shipped("interview_scripts") / "bcst2")))


def someone(persona_id: str = "TRN-007") -> Persona:
    return people()[persona_id]


def rehearsed(persona_id: str = "TRN-007", slip: Slip | None = None, seed: int = 41) -> Evidence:
    """Everything done well but the slip, and the plan the model asks for."""
    persona = someone(persona_id)
    return Evidence(persona, model(persona, seed, slip), Kept(actions=persona.plan.need))


def with_kept(evidence: Evidence, kept: Kept) -> Evidence:
    return replace(evidence, kept=kept)


def well_coded(evidence: Evidence) -> Evidence:
    """With every answer recorded as the reply stands for it."""
    attempt = evidence.attempt
    for question, step in evidence.last_answers().items():
        attempt = take(attempt, evidence.persona, Coded(question, step.answer))
    return replace(evidence, attempt=attempt)


def coded(evidence: Evidence, question: str, *codes: str) -> Evidence:
    return replace(evidence, attempt=take(evidence.attempt, evidence.persona, Coded(question, codes)))


def said(persona: Persona, *choices: Choice, seed: int = 41) -> Attempt:
    return replay(begin(persona, seed), persona, choices)


def only(persona: Persona, *choices: Choice) -> Evidence:
    return Evidence(persona, said(persona, *choices), NOTHING)
