"""Reading out what would be kept: the very lines, each changed by keys alone and read out again."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from bcst_tui.disclosure.kept_pages import draft_now, ledger_lines, lines_kept
from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, When, Who
from bcst_tui.disclosure.record_of_plan import SafetyPart
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.talk import Happens, Leads, Talk
from tests.disclosure.test_talk import DAY, WORDS, talk_at

DRAFT = Draft("past", ("ex",), "no", ("housing", "health"))
KEPT = WORDS.common.kept
TITLES = WORDS.common.titles


def changing(part: str = "", draft: Draft = DRAFT) -> Talk:
    """Where the lines are changed, or one part of them."""
    talk = talk_at(Run(Screen("RECORD", ("q1",), draft=draft))).beside("change", draft=draft)
    return pressed(talk, KEPT.headings[part]) if part else talk  # type: ignore[index]


def leads(talk: Talk, said: str) -> Leads:
    [found] = [one.leads for one in page_of(talk).options if one.said == said]
    return found


def pressed(talk: Talk, *said: str) -> Talk:
    for words in said:
        on = leads(talk, words)
        assert isinstance(on, Talk)
        talk = on
    return talk


def becomes(talk: Talk, said: str) -> Draft:
    """What is read out again after this answer."""
    happens = leads(talk, said)
    assert isinstance(happens, Happens) and happens.event == "change" and happens.said.draft is not None
    return happens.said.draft


def ticked(talk: Talk) -> list[str]:
    return [one.said for one in page_of(talk).options if one.ticked]


def test_all_that_would_be_kept_is_read_under_the_name_of_each_item() -> None:
    page = page_of(talk_at(Run(Screen("RECORD", ("q1", "q2"), draft=DRAFT))))
    talk = changing()
    assert page.kept == (TITLES["q1"], *lines_kept(talk, DRAFT), TITLES["q2"], *lines_kept(talk, DRAFT))
    nobody = lines_kept(talk, replace(DRAFT, who=(), wants=()))
    assert nobody[1:] == (f"{KEPT.headings['who']}: {KEPT.who['not_said']}", lines_kept(talk, DRAFT)[2])


def test_of_what_is_neither_item_nothing_is_read_and_nothing_can_be_changed() -> None:
    page = page_of(talk_at(Run(Screen("RECORD"))))
    assert page.kept == (KEPT.nothing,) and not any(isinstance(one.leads, Talk) for one in page.options)
    assert any(isinstance(one.leads, Talk) for one in page_of(talk_at(Run(Screen("RECORD", ("q1",))))).options)


def test_what_is_to_be_changed_stands_above_and_nothing_changed_is_read_out_as_it_was() -> None:
    talk = changing()
    assert page_of(talk).kept == lines_kept(talk, DRAFT) and becomes(talk, KEPT.read) == DRAFT


def test_when_it_was_and_whether_children_are_around_become_what_is_pressed() -> None:
    for code in get_args(When):
        assert becomes(changing("when"), KEPT.when[code]) == replace(DRAFT, when=code)
    assert becomes(changing("children_around"), KEPT.children_around["yes"]) == replace(DRAFT, children_around="yes")


def test_who_and_what_would_help_are_ticked_as_they_stood_and_each_by_itself() -> None:
    who, wants = changing("who"), changing("wants")
    menu = {one.id: one.said for one in WORDS.of("NEEDS").wants}
    assert (ticked(who), set(ticked(wants))) == ([KEPT.who["ex"]], {menu["housing"], menu["health"]})
    others: tuple[Who, ...] = ("partner", "family")
    more = pressed(who, *(KEPT.who[one] for one in others))
    assert set(becomes(more, KEPT.read).who) == {"ex", *others}
    assert page_of(more).enter == leads(more, KEPT.read)
    assert becomes(pressed(more, KEPT.who["ex"], KEPT.who["partner"]), KEPT.read) == replace(DRAFT, who=("family",))
    assert becomes(pressed(wants, menu["housing"], menu["legal"]), KEPT.read).wants == ("health", "legal")


def test_what_was_kept_before_is_gone_on_from_until_something_is_said_anew() -> None:
    record = replace(NOTHING_KEPT, lines=(CategoryLine("q1", DRAFT, DAY),))
    assert draft_now(talk_at(Run(Screen("NEEDS", ("q1",))), record)) == DRAFT
    assert draft_now(talk_at(Run(Screen("NEEDS", ("q2",))), record)) == Draft()


def test_what_helps_and_what_not_to_say_are_for_who_took_over_what_was_told_to_somebody_else() -> None:
    helps = (
        SafetyPart("words_that_help", "Tea first"),
        SafetyPart("words_that_help", ""),
        SafetyPart("inside", "Another"),
    )
    record = replace(NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed", asks=1)), safety_plan=helps)
    assert len(ledger_lines(talk_at(Run(), record))) == 2
    carried = record.with_ledger(Ledger("q2", "carried"))
    assert ledger_lines(talk_at(Run(), carried))[2:] == (f"{KEPT.helps}: Tea first", KEPT.avoid)
