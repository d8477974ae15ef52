"""The invented people in the rest of the program: equal ledgers on the screen and in lines, and nothing let out."""

from __future__ import annotations

import pytest

from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.table import STATES
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Permissions
from bcst_tui.export.copies import make_copy
from bcst_tui.export.formats import render
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.interview.answer import Rejection, parse
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AUDIENCES, AudienceCode
from bcst_tui.training.flow import APPLIES
from bcst_tui.training.lint_reached import raw_of
from tests.export.cases import bare_header
from tests.export.private_cases import words
from tests.reference.shipped import shipped_reference
from tests.script.bcst2 import bcst2
from tests.training.at_the_desk import answers_of, at_the_end, talks, typed, typed_in_lines
from tests.training.attempts import people, someone

PEOPLE = sorted(people())
each_person = pytest.mark.parametrize("persona_id", PEOPLE)
FOR_EVERYONE = ("ENTRY", "PRIVACY", "LIMITS", "OFFER", "WHEN", "ASK", "LEAFLET", "GROUND", "CLOSE")
SHUT = Permissions()
OPEN = Permissions({"q1": 4, "q2": 4, "none": 1, "contacts": 1, "health": 3}, "drug_service", nameless=frozenset(ITEMS))


@each_person
def test_an_answer_typed_as_a_number_is_the_one_chosen_on_the_screen(persona_id: str) -> None:
    for question_id, codes in answers_of(persona_id).items():
        if question_id in bcst2().placed:
            question = bcst2().placed[question_id].question
            chosen = parse(question, raw_of(question, codes))
            assert not isinstance(chosen, Rejection), (question_id, chosen.reason)
            assert parse(question, typed(question, codes)) == chosen


@each_person
def test_a_good_interview_ends_in_the_ledger_that_their_answers_stand_for(persona_id: str) -> None:
    record = at_the_end(persona_id).record
    assert {item: record.ledger(item).words for item in ITEMS} == {item: stands(persona_id, item) for item in ITEMS}
    for item in ITEMS:
        assert wanted(record, item) == set(answers_of(persona_id).get(f"{item}.needs", ())) - {"nothing"}


def wanted(record: Record, item: Item) -> set[str]:
    line = record.line(item)
    return set(line.codes.wants) if line else set()


def stands(persona_id: str, item: Item) -> str:
    """How an item stands after these answers, by the specification."""
    answers = answers_of(persona_id)
    offer, ask, confirm, when = (
        answers.get(f"{item}.{state}", ("",))[0] for state in ("offer", "ask", "confirm", "when")
    )
    if ask:
        return {"no": "no", "rather_not": "unsaid", **dict.fromkeys(APPLIES, "disclosed")}[ask]
    if confirm:
        return {"right": "confirmed", "changed": "confirmed", "leave_it": "carried"}[confirm]
    return {"never": "closed", "not_now": f"later({when})"}[offer]


@each_person
def test_17_35_the_same_keys_typed_in_lines_end_in_the_same_record(persona_id: str) -> None:
    on_the_screen, in_lines = at_the_end(persona_id), typed_in_lines(persona_id)
    assert in_lines.record == on_the_screen.record and in_lines.run == on_the_screen.run


@each_person
def test_nobody_is_silent_at_a_screen_of_a_good_interview(persona_id: str) -> None:
    person = someone(persona_id)
    for talk, _ in talks(persona_id):
        state, item = talk.state.lower(), next(iter(talk.run.screen.items), "q")
        if talk.state in STATES and state not in ("close", "help_now"):
            assert {f"q.{state}", f"{item}.{state}"} & set(person.replies), (persona_id, talk.state)


def test_p24_whoever_it_is_the_words_before_anything_is_told_are_the_same() -> None:
    """P24."""
    said: dict[tuple[object, ...], set[object]] = {}
    for persona_id in PEOPLE:
        for talk, _ in talks(persona_id):
            if talk.state in FOR_EVERYONE:
                page, within = page_of(talk), talk.aside.place if talk.aside else 0
                screen = (talk.state, talk.run.screen.items, within, talk.has_told)
                options = tuple(option.said for option in page.options)
                said.setdefault(screen, set()).add((page.title, page.said, options, page.notice))
    assert {screen[0] for screen in said} == set(FOR_EVERYONE)
    assert [screen for screen, ways in said.items() if len(ways) > 1] == []


def paper(reader: AudienceCode, record: Record, permissions: Permissions = SHUT) -> str:
    """The copy for this reader; nothing where none can be made."""
    try:
        copy = make_copy(reader, bare_header(), Plan(), shipped_reference(), permissions, PrivateCase(record, words()))
    except ExportRefused:
        return ""
    return render(copy, "md")


@each_person
def test_p16_and_p17_the_officers_copy_and_the_one_for_a_cell_do_not_tell_who_told(persona_id: str) -> None:
    told = at_the_end(persona_id).record
    nothing = at_the_end("TRN-001").record
    assert paper("RO", told) == paper("RO", nothing) and paper("RO", told)
    assert paper("CELL", told) == paper("CELL", nothing) == paper("CELL", NOTHING_KEPT)


@each_person
def test_p14_a_paper_says_by_codes_what_was_agreed_and_holds_no_word_of_theirs(persona_id: str) -> None:
    """P14."""
    person, record = someone(persona_id), at_the_end(persona_id).record
    said = {line for rows in person.replies.values() for reply in rows if reply.reveals for line in reply.say}
    canaries = said | {fact.text for fact in person.facts.values()}
    papers = [paper(reader, record, OPEN) for reader in AUDIENCES]
    assert not [one for one in canaries if any(one in written for written in papers)]
    wants, whole = wanted(record, "q1") | wanted(record, "q2"), paper("SPEC", record, OPEN)
    assert {one.id for one in words().of("NEEDS").wants if one.said in whole} == wants
