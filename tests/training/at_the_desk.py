"""The best interview with an invented person in the real program: what is typed, and what is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, cast

from bcst_tui.casebook.training import question_of
from bcst_tui.disclosure.ledger import Ledger, Sitting
from bcst_tui.disclosure.pages import page_of, step_of
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.talk import OPTION_KEYS, Box, Happens, Leads, Talk
from bcst_tui.interview.values import Json
from bcst_tui.line_mode.entries import Entered, Wording, entry_for
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.script.model import Question
from bcst_tui.training.attempt import Codes
from bcst_tui.training.lint_reached import IN_WORDS
from bcst_tui.training.model_path import model
from tests.disclosure.test_talk import moved, talk_at
from tests.line_mode.conftest import Typed
from tests.training.attempts import someone

FIRST = Sitting(1)
BY_INTERPRETER = {"room": "interpreter", "language": "professional"}


@cache
def answers_of(persona_id: str) -> dict[str, Codes]:
    """What this person answers to each question, with everything done well."""
    return dict(model(someone(persona_id)).hidden.answers)


def typed(question: Question, codes: Codes) -> Json:
    """What line mode makes of the numbers of these codes, typed at its prompt."""
    known = [one.id for one in question.options] or ["yes", "no", "unsure"]
    words = [IN_WORDS] if any(one.other and one.id in codes for one in question.options) else []
    numbers = "done" if question.kind == "group" else ", ".join(str(known.index(one) + 1) for one in codes)
    entry = entry_for(question, Typed([numbers, *words]), Wording(False, lambda said: said))
    assert isinstance(entry, Entered)
    return entry.raw


def known_before(persona_id: str) -> Record:
    """What is known of this person before the first word, as a rehearsal begins with it."""
    record = NOTHING_KEPT
    for item, earlier in someone(persona_id).ledger.items():
        ledger = Ledger(item, source=earlier.source, source_role=earlier.role)
        record = record.with_ledger(ledger.put(earlier.status, None, 0))
    return record


def opened(persona_id: str) -> Talk:
    """The first screen of the part."""
    return moved(talk_at(Run(), known_before(persona_id)), Happens("q"), FIRST)


@cache
def talks(persona_id: str) -> tuple[tuple[Talk, str], ...]:
    """Every screen that a good interview comes to, with the key that is pressed on it; the last has none."""
    talk, found, helped = opened(persona_id), list[tuple[Talk, str]](), False
    while not talk.is_over:
        key = "now" if not helped and _has_to_be_passed_on(persona_id, talk) else _key(persona_id, talk)
        helped = helped or key == "now"
        found.append((talk, key))
        talk = moved(talk, _leads(talk, key), FIRST)
    return (*found, (talk, ""))


def keys(persona_id: str) -> tuple[str, ...]:
    """The keys of a good interview with this person, as `tests/line_mode` writes them."""
    return tuple(key for _, key in talks(persona_id) if key)


def typed_in_lines(persona_id: str) -> Talk:
    """Where the same keys lead, typed one by one at the prompts of line mode; nothing is on a disk."""
    private = Private(cast(Any, _NoDisk()), cast(Any, None), Typed([*keys(persona_id)]), ShortWord("heron"))
    with suppress(EOFError):
        private._go_through(opened(persona_id))
    return private._held


class _NoDisk:
    """Of a casebook, what moves the talk on."""

    def private_move(self, _: object, talk: Talk, leads: Leads) -> Talk:
        return moved(talk, leads, FIRST)


def _has_to_be_passed_on(persona_id: str, talk: Talk) -> bool:
    return talk.state == "RESPOND" and any(one.startswith("q.help_now.") for one in answers_of(persona_id))


def _leads(talk: Talk, key: str) -> Leads:
    leads = talk.pressed(key) if key not in OPTION_KEYS else page_of(talk).options[OPTION_KEYS.index(key)].leads
    assert leads is not None and not isinstance(leads, Box), (talk.state, key)
    return leads


def _key(persona_id: str, talk: Talk) -> str:
    said = [option.said for option in page_of(talk).options]
    return OPTION_KEYS[said.index(_words(persona_id, talk))]


def _words(persona_id: str, talk: Talk) -> str:
    """What the option says that stands for this person's answer; without one the way on."""
    codes, step = answers_of(persona_id).get(question_of(talk.run), ()), step_of(talk)
    if talk.aside is not None and talk.aside.about == "day":
        return talk.words.common.booking.none
    if talk.state == "PRIVACY":
        check = step.checks[talk.aside.place if talk.aside else 0]
        wanted = BY_INTERPRETER.get(check.id) if "interpreter" in codes else None
        return next(one.said for one in check.options if one.passes and wanted in (None, one.id))
    if talk.state == "NEEDS" and (
        left := [one for one in _wants(talk) if one[0] in codes and one[0] not in talk.ticked]
    ):
        return left[0][1]
    if talk.state == "NEEDS":
        codes = ("chosen",) if talk.ticked else ("nothing",)
    ways = ("back", "finish") if talk.state in ("HELP_NOW", "CLOSE") else ()
    answers = {one.code or one.event: one.said for one in step.answers}
    return next(answers[code] for code in (*codes, *ways, *answers) if code in answers)


def _wants(talk: Talk) -> Iterator[tuple[str, str]]:
    return ((one.id, one.said) for one in talk.words.wants(talk.run.screen.items, False))


def at_the_end(persona_id: str) -> Talk:
    """When the part is over."""
    return talks(persona_id)[-1][0]
