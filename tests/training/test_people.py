"""The people there are to rehearse with, as a set, and the words a trainee may say to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.script.wording import MOST_EASY_WORDS
from bcst_tui.text import words_in
from bcst_tui.training.lint_set import tells
from bcst_tui.training.model_path import model
from bcst_tui.training.persona import Persona, Reply
from bcst_tui.training.wordings import Wordings, load_wordings
from bcst_tui.yaml_text import read_yaml
from tests.training.attempts import people

PEOPLE = sorted(people())
IN_OTHER_WORDS = re.compile(r"q[12]\.confirm|q\.help_now\..*|j03b_safe_contact")
"""Steps whose words in the interview hang on what was said or kept before."""


def wordings() -> Wordings:
    return load_wordings((read_folder(shipped("interview_scripts") / "mock"))["wordings.yaml"])


def replies(persona: Persona) -> Iterator[Reply]:
    for rows in persona.replies.values():
        yield from rows


def said_in_the_interview() -> dict[str, str]:
    """The first sentence of every question and step, as the interview says it."""
    found: dict[str, str] = {}
    for name, text in read_folder(shipped("interview_scripts") / "bcst2").items():
        value = read_yaml(text, name).value
        found |= dict(_questions(value))
        for step in value.get("steps", ()):
            items = [step["item"]] if "item" in step else ["q", "q1", "q2"]
            found |= {f"{item}.{step['id'].lower()}": step["said"][0]["standard"] for item in items}
    return {question: re.split(r"(?<=[.?!])\s", " ".join(said.split()))[0] for question, said in found.items()}


def _questions(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "kind" in value and isinstance(value.get("said"), dict):
            yield value["id"], value["said"]["standard"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _questions(one)


def test_a_third_of_the_people_have_nothing_to_tell_or_do_not_tell_however_good_the_interview() -> None:
    silent = [persona_id for persona_id in PEOPLE if not tells(people()[persona_id])]
    assert len(PEOPLE) >= 12
    assert 3 * len(silent) >= len(PEOPLE), silent


@pytest.mark.parametrize("persona_id", PEOPLE)
def test_the_best_interview_hears_all_that_belongs_in_the_plan_and_nothing_else(persona_id: str) -> None:
    persona = people()[persona_id]
    wanted = {fact_id for fact_id, fact in persona.facts.items() if fact.collect}
    assert set(model(persona).hidden.revealed) == wanted


@pytest.mark.parametrize("persona_id", PEOPLE)
def test_pressing_never_hears_more_of_what_belongs_in_the_plan(persona_id: str) -> None:
    persona = people()[persona_id]
    by_pressing = [
        fact_id
        for reply in replies(persona)
        if reply.when is not None and reply.when.fact == "style" and reply.when.equals == "pressing"
        for fact_id in reply.reveals
    ]
    assert [one for one in by_pressing if persona.facts[one].collect] == []


def test_parallel_forms_ask_for_the_same_skills_and_weigh_the_same() -> None:
    families: dict[str, list[Persona]] = {}
    for persona in people().values():
        families.setdefault(persona.family, []).append(persona)
    parallel = [forms for forms in families.values() if len(forms) > 1]
    assert len(parallel) >= 2
    for first, *others in parallel:
        for other in others:
            assert (other.skills, other.minutes) == (first.skills, first.minutes)
            assert abs(other.difficulty - first.difficulty) <= 1
            assert [(fact.collect, bool(fact.code)) for fact in other.facts.values()] == [
                (fact.collect, bool(fact.code)) for fact in first.facts.values()
            ]
            assert [event.kind for event in other.events] == [event.kind for event in first.events]


def test_among_them_is_everybody_the_set_should_have() -> None:
    traits = {trait for persona in people().values() for trait in persona.about.traits}
    wanted = {"learning_disability", "care_leaver", "interpreter", "foreign_national", "may_cause_harm"}
    assert wanted | {"ex_forces", "carer", "over_60"} <= traits
    assert {(one.about.gender, one.about.sells) for one in people().values()} >= {
        ("woman", "indoor"),
        ("woman", "online"),
        ("man", "exchange"),
    }


def test_a_content_note_does_not_tell_who_has_nothing_to_tell() -> None:
    for persona in people().values():
        assert "nothing to" not in persona.content_note, persona.id
        assert tells(persona) or persona.content_note.startswith("May touch on"), persona.id


def test_coming_from_abroad_is_never_a_sign_that_somebody_is_harmed() -> None:
    from_abroad = [persona for persona in people().values() if persona.about.born == "abroad"]
    assert {bool(persona.about.harm_by) for persona in from_abroad} == {True, False}


def test_every_step_somebody_answers_can_be_put_in_three_or_four_ways() -> None:
    known = wordings()
    missing = {
        (one.id, question) for one in people().values() for question in one.replies if not known.of(one, question)
    }
    assert missing == set()


def test_the_open_wording_begins_as_the_interview_itself() -> None:
    said = said_in_the_interview()
    differs = [
        question
        for question, ways in wordings().by_question.items()
        if not IN_OTHER_WORDS.fullmatch(question)
        and said[question] not in next(one.standard for one in ways if one.style == "open_choice")
    ]
    assert differs == []


def test_no_two_wordings_of_a_step_are_of_one_kind_or_say_the_same() -> None:
    for question, ways in wordings().by_question.items():
        assert len({one.style for one in ways}) == len(ways), question
        assert len({one.standard for one in ways}) == len(ways), question


def test_people_who_speak_easily_do_so_in_short_lines() -> None:
    speaking = [persona for persona in people().values() if "easy" in persona.speaks]
    assert speaking
    for persona in speaking:
        for reply in replies(persona):
            assert len(reply.easy) == len(reply.say), persona.id
            assert all(words_in(line) <= MOST_EASY_WORDS for line in reply.easy), (persona.id, reply.easy)
