"""What was known before (A12): for the worker alone, confirmed from the next sitting on, and never asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcst_tui.disclosure.keeping import kept
from bcst_tui.disclosure.known_pages import noted, stamped
from bcst_tui.disclosure.ledger import Ledger, Sitting, Status, is_due
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, Record
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.talk import Box, Keeps, Talk
from bcst_tui.tui.widgets.private_words import notice_of, option_lines, words_of
from tests.disclosure.test_talk import DESK, FIRST, talk_at
from tests.disclosure.walking import DAY

PASSED_ON, ON_RECORD = "They told somebody", "Only a record"


def folder(record: Record = NOTHING_KEPT) -> Talk:
    return talk_at(Run(), record).beside("folder")


def chosen(talk: Talk, *said: str) -> Talk:
    """The folder after these answers, by the words they begin with."""
    for words in said:
        leads = next(one.leads for one in page_of(talk).options if one.said.startswith(words))
        if isinstance(leads, Keeps):
            record = kept(talk.run, talk.record, leads.kind, leads.change(talk.record))
            talk = talk.after_keeping(stamped(talk.record, record, FIRST, DAY), leads.then)
        else:
            assert isinstance(leads, Talk)
            talk = leads
    return talk


def test_what_was_passed_on_is_confirmed_from_the_next_sitting_on_and_not_offered() -> None:
    ledger = chosen(folder(), "Told elsewhere", "Q1", PASSED_ON, "Nurse", "October 2026").record.ledger("q1")
    assert (ledger.status, ledger.source_role, ledger.source_date) == ("carried", "Nurse or doctor", date(2026, 10, 1))
    assert not is_due(ledger, FIRST) and is_due(ledger, Sitting(2))
    assert (ledger.offers, ledger.asks, ledger.confirms) == (0, 0, 0)


def test_what_only_a_record_says_settles_nothing_and_is_shown_to_the_worker_alone() -> None:
    """P12."""
    talk = chosen(folder(), "Told elsewhere", "Q2", ON_RECORD, "Police", "Earlier")
    ledger, page = talk.record.ledger("q2"), page_of(talk)
    assert ledger.status == "none" and ledger.source == "record_only" and is_due(ledger, FIRST)
    assert any("Speak to the Police before this part" in line for line in page.ledger)
    openly = [words_of(talk, page, False, 99).plain, *(line.label for line in option_lines(talk, page, False))]
    assert "Police" not in "\n".join(openly)
    assert chosen(talk, "Told elsewhere", "Q2", "Take it out").record.ledger("q2") == replace(
        Ledger("q2"), written_in=FIRST.number, written_on=DAY
    )


@pytest.mark.parametrize("status", ["no", "closed", "disclosed", "later", "carried"])
def test_what_was_said_here_stands(status: Status) -> None:
    record = NOTHING_KEPT.with_ledger(Ledger("q1", status)).with_ledger(Ledger("q2", status))
    assert not [one for one in page_of(folder(record)).options if one.said.startswith("Told elsewhere")]
    with pytest.raises(ValueError, match="stands"):
        noted(record, "q1", "record_only", "Police", None)


def test_the_worker_sees_status_role_month_and_the_line_and_there_is_no_more() -> None:
    told = Ledger("q1", "disclosed", source_role="Chaplain", source_date=DAY)
    line = CategoryLine("q1", Draft(when="past", who=("ex",)), DAY)
    talk = folder(replace(NOTHING_KEPT.with_ledger(told), lines=(line,)))
    first, second, *_ = page_of(talk).ledger
    assert first == "Q1 People around you: told here, Chaplain, November 2026"
    assert second == "When: before; Who: an ex; Children around: not said"
    assert not [words for words in (first, second) if DESK.is_covered(words)]


@pytest.mark.parametrize(("role", "said"), [("Resettlement worker", "the resettlement worker"), ("GP", "the GP")])
def test_a_role_is_said_in_the_middle_of_a_sentence_as_one_says_it(role: str, said: str) -> None:
    carried = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source_role=role, source_date=DAY))
    page = page_of(talk_at(Run(Screen("CONFIRM", ("q1",))), carried))
    assert f"with {said} in" in page.said[0].standard


def test_every_change_of_it_leaves_an_event() -> None:
    talk = chosen(folder(), "Told elsewhere", "Q1", ON_RECORD, "Chaplain", "November 2026")
    assert [event.pressed for event in talk.record.events] == ["SECTION.known"]


def test_17_26_what_they_may_choose_and_how_they_answered_is_dots_until_it_is_shown() -> None:
    """P26: also where no word of it is a telling one, and the menu, what is heard and what is ticked as well."""
    for talk, row in (
        (talk_at(Run(Screen("NEEDS", ("q1",)))), "Health care"),
        (talk_at(Run(Screen("RESPOND", ("q1",)))), ""),
    ):
        page = page_of(talk)
        openly = [words_of(talk, page, False, 99).plain, *(line.label for line in option_lines(talk, page, False))]
        shown = [words_of(talk, page, True, 99).plain, *(line.label for line in option_lines(talk, page, True))]
        assert row in "\n".join(shown) and (not row or row not in "\n".join(openly))
        assert page.tells is ("isn't your fault" in "\n".join(shown)) and "your fault" not in "\n".join(openly)
    heard = page_of(talk_at(Run(Screen("RESPOND", ("q1",)))))
    assert heard.notice and not notice_of(heard, False) and heard.notice in notice_of(heard, True)


def test_when_it_was_put_off_to_is_shown_to_the_worker_alone() -> None:
    put_off = folder(NOTHING_KEPT.with_ledger(Ledger("q1", "later", "before_release", offers=1)))
    assert any("nearer the day they leave" in line for line in page_of(put_off).ledger)


def test_who_holds_it_and_what_went_to_supervision_is_noted_without_a_word_of_what_was_told() -> None:
    talk = chosen(folder(), "Who holds", "I hold it", "A worry of mine", "A risk to others")
    assert (talk.record.lead_worker, talk.record.consult_requested, talk.record.dual_role) == (DESK.worker, True, True)
    box = next(one.leads for one in page_of(talk).options if isinstance(one.leads, Box))
    keeps = box.typed("Ash Cover")
    assert isinstance(keeps, Keeps)
    covered = keeps.change(talk.record)
    assert kept(talk.run, talk.record, "holding", covered).cover_worker == "Ash Cover"
    with pytest.raises(ValueError, match="changes nothing else"):
        kept(talk.run, talk.record, "holding", replace(covered, level1="held"))


def test_the_month_is_one_of_the_last_twelve_or_earlier_and_every_page_leads_back() -> None:
    role = chosen(folder(), "Told elsewhere", "Q1", PASSED_ON)
    month = chosen(role, "Nurse")
    said = [one.said for one in page_of(month).options]
    assert (said[0], said[10], said[11]) == ("November 2026", "January 2026", "December 2025") and len(said) == 14
    assert said[12].startswith("Earlier")
    for talk in (chosen(folder(), "Told elsewhere"), role, month):
        assert page_of(talk).options[-1].leads == talk.beside("folder")


def test_it_is_noted_of_the_item_that_is_open_still_and_taken_out_only_where_a_record_says_it() -> None:
    """P12."""
    which = chosen(folder(NOTHING_KEPT.with_ledger(Ledger("q1", "no"))), "Told elsewhere")
    assert [one.said[:2] for one in page_of(which).options[:-1]] == ["Q2"]
    assert not [one for one in page_of(chosen(which, "Q2")).options if one.said.startswith("Take it out")]
    both = NOTHING_KEPT.with_ledger(Ledger("q1", "no")).with_ledger(Ledger("q2", "closed"))
    assert not [one for one in page_of(folder(both)).options if one.said.startswith("Told elsewhere")]
