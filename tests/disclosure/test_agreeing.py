"""SHARE and taking back: one agency at a time, each row as it is said, and never harder to take back than to give."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agreed import CASELOAD_CHECK
from bcst_tui.disclosure.keeping import kept
from bcst_tui.disclosure.ledger import Item, Ledger
from bcst_tui.disclosure.levels import offers
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import SafetyPart
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.share_pages import depths_for, would_get
from bcst_tui.disclosure.shares import Share
from bcst_tui.disclosure.talk import Aside, Happens, Keeps, Letter, Option, Talk
from tests.disclosure.test_talk import DAY, DESK, REFERENCE, moved, often, talk_at

SPECIALIST, PROJECT = "safety_specialist", "sex_work_project"
OFFICE = REFERENCE.private_agencies


def told(*items: Item, wants: tuple[str, ...] = ("specialist", "housing")) -> Record:
    """Somebody who has told these, wants this, and agreed to the lines kept."""
    record = NOTHING_KEPT
    for item in items:
        record = record.with_ledger(Ledger(item, "disclosed"))
        draft = Draft(when="past", who=("ex",), wants=wants)  # type: ignore[arg-type]
        record = replace(record, lines=(*record.lines, CategoryLine(item, draft, DAY)))
    return record


def sharing(*items: Item, record: Record | None = None) -> Talk:
    return talk_at(Run(Screen("SHARE", items)), told(*items) if record is None else record)


def option(talk: Talk, start: str) -> Option:
    """The option of this page whose words begin so."""
    return next(one for one in page_of(talk).options if one.said.startswith(start))


def press(talk: Talk, *starts: str) -> Talk:
    for start in starts:
        talk = moved(talk, option(talk, start).leads)
    return talk


def agreed_to(*items: Item, depth: str = "They may get in touch, and read") -> Talk:
    return press(sharing(*items), OFFICE[SPECIALIST].title, depth, "Yes, said aloud")


def test_each_agency_is_offered_for_what_is_wanted_and_no_other() -> None:
    said = [one.said for one in page_of(sharing("q1")).options]
    assert OFFICE[SPECIALIST].title in said and OFFICE["council_s10"].title in said
    assert OFFICE[PROJECT].title not in said and OFFICE["police"].title not in said
    nothing_wanted = page_of(sharing("q1", record=told("q1", wants=()))).options
    assert [one.said for one in nothing_wanted] == [*said[:3], said[-1]]


def test_an_agency_says_who_they_are_and_that_a_no_changes_nothing() -> None:
    (said,) = page_of(press(sharing("q1"), OFFICE[SPECIALIST].title)).said
    assert OFFICE[SPECIALIST].serves in said.standard and "If you say no, nothing happens" in said.standard


def test_what_they_would_get_is_shown_before_a_yes_and_kept_with_it() -> None:
    shown = page_of(press(sharing("q1"), OFFICE[SPECIALIST].title, "They may get in touch, and read")).kept
    (one,) = agreed_to("q1").record.consents
    assert one.text_shown == "\n".join(shown) and "When: before" in shown
    assert (one.agency, one.topic, one.depth, one.status, one.until) == (
        SPECIALIST,
        "q1",
        2,
        "given",
        DESK.agreed_until,
    )


def test_getting_in_touch_names_no_topic() -> None:
    lines = page_of(press(sharing("q1"), OFFICE[SPECIALIST].title, "They may get in touch, and hear")).kept
    assert lines == ("Robin Example would like you to get in touch. Please ask Sam Example how.",)


def test_each_of_the_answers_is_one_row_and_a_no_changes_no_other_offer() -> None:
    for words, status in (("No", "refused"), ("I'll tell", "telling_them_myself"), ("Ask me", "later")):
        talk = press(sharing("q1"), OFFICE[SPECIALIST].title, words)
        assert [(one.status, one.depth, one.until) for one in talk.record.consents] == [(status, 0, None)]
        before = {one.said.split(" (")[0] for one in page_of(sharing("q1")).options}
        assert {one.said.split(" (")[0] for one in page_of(talk).options} == before
        assert offers(talk.record, DESK.around) == offers(told("q1"), DESK.around)


def test_in_a_run_about_both_the_person_says_which_of_the_two_they_may_read() -> None:
    talk = press(sharing("q1", "q2"), OFFICE["council_s10"].title, "They may get in touch, and read")
    assert {one.topic for one in press(talk, "Q1", "Yes, said").record.consents} == {"q1"}
    assert {one.topic for one in press(talk, "Both", "Yes, said").record.consents} == {"q1", "q2"}


def test_nobody_may_hear_deeper_than_there_is_something_to_tell_or_than_their_kind_may() -> None:
    full = replace(told("q1"), safety_plan=(SafetyPart("inside", ""),), own_words=OwnWords("mine", DAY))
    talk, bare = sharing("q1", record=full), sharing("q1")
    assert depths_for(talk, OFFICE[SPECIALIST]) == (1, 2, 3, 4) and depths_for(bare, OFFICE[SPECIALIST]) == (1, 2)
    assert depths_for(talk, OFFICE["council_s10"]) == (1, 2)
    assert depths_for(talk, OFFICE["responsible_officer"]) == (1, 2, 3)


def test_parts_of_the_plan_go_along_only_as_they_are_ticked() -> None:
    plan = (SafetyPart("inside", "post by hand"), SafetyPart("health", "", chosen=("care",)))
    talk = sharing("q1", record=replace(told("q1"), safety_plan=plan))
    talk = press(talk, OFFICE[SPECIALIST].title, "The lines, and parts", "Health", "The ones", "Yes, said")
    assert [(one.depth, one.parts) for one in talk.record.consents] == [(3, ("health",))]


def test_what_is_neither_item_offers_no_more_than_to_get_in_touch_or_no_name() -> None:
    talk = sharing(record=NOTHING_KEPT)
    titles = [one.said for one in page_of(talk).options]
    assert OFFICE["first_responder"].title in titles and OFFICE[SPECIALIST].title not in titles
    for agency in OFFICE.values():
        if "none" in agency.about:
            assert depths_for(talk, agency) in ((), (1,))
    deep = agreed.decided(OFFICE["first_responder"], ("none",), "given", DAY, depth=1, how="spoken")
    with pytest.raises(ValueError):
        kept(talk.run, NOTHING_KEPT, "consent", replace(NOTHING_KEPT, consents=(replace(deep[0], depth=2),)))


def test_a_scheme_that_takes_no_names_gets_none_and_is_told_nothing_by_name() -> None:
    talk = sharing("q2", record=told("q2", wants=("report_anonymously",)))
    talk = press(talk, OFFICE["warning_scheme"].title, "What we kept, without a name", "Yes, said")
    (one,) = talk.record.consents
    assert one.anonymous and one.depth == 0 and one.is_live(DAY)
    assert "Robin Example" not in one.text_shown


def test_asking_first_whether_they_know_the_person_says_that_asking_tells_already() -> None:
    """R101, R102: an agreement of its own; it opens nothing."""
    talk = press(sharing("q1"), OFFICE[SPECIALIST].title, "First ask")
    assert "asking tells them already" in page_of(talk).said[0].standard
    talk = press(talk, "Yes, ask them")
    assert [(one.purpose, one.topic, one.depth) for one in talk.record.consents] == [(CASELOAD_CHECK, "none", 1)]
    assert agreed.open_to(talk.record, SPECIALIST, DAY) == ()


def test_p8_taking_back_takes_fewer_keys_than_giving_in_a_run_and_from_the_case() -> None:
    """P8: agency, take it back; giving was agency, how much, how it was said. From the case one more opens the list."""
    given_keys = 3
    run = press(agreed_to("q1"), OFFICE[SPECIALIST].title, "Take it back")
    folder = press(in_the_folder(agreed_to("q1").record), OFFICE[SPECIALIST].title, "Take it back")
    for talk in (run, folder):
        assert agreed.open_to(talk.record, SPECIALIST, DAY) == ()
        assert talk.record.consents[-1].withdrawn_on == DAY
    assert 1 + 2 <= given_keys


def in_the_folder(record: Record) -> Talk:
    return replace(talk_at(Run(), record), aside=Aside("folder"))


def test_p18_after_taking_back_nothing_stands_that_would_let_anything_out() -> None:
    """P18: also what was agreed on the same day, for both items, or only to be asked."""
    talk = press(agreed_to("q1"), OFFICE[SPECIALIST].title, "First ask", "Yes, ask them")
    talk = press(talk, "Take it back")
    assert agreed.agencies_open(talk.record, DAY) == ()
    assert [one for one in agreed.standing(talk.record.consents) if one.is_live(DAY)] == []


def test_what_went_before_is_shown_with_the_letter_that_asks_to_stop() -> None:
    share = Share(DAY, "SPEC", SPECIALIST, "consent", {"q1": 2}, "A1.txt", "0")
    talk = press(in_the_folder(replace(agreed_to("q1").record, shares=(share,))), OFFICE[SPECIALIST].title)
    stopped = press(talk, "Take it back")
    assert page_of(stopped).kept == ("Gone already:", "23/11/2026: A1.txt")
    assert page_of(stopped).options[0].leads == Letter(SPECIALIST)
    later = press(stopped, "Back", OFFICE[SPECIALIST].title)
    assert page_of(later).options[0].leads == Letter(SPECIALIST), "and on any day after that"
    assert page_of(later).kept[-1] == "23/11/2026: A1.txt"


def test_a_yes_can_be_made_less_and_runs_out_by_itself() -> None:
    less = press(in_the_folder(agreed_to("q1").record), OFFICE[SPECIALIST].title, "From now on, only")
    assert [one.depth for one in agreed.open_to(less.record, SPECIALIST, DAY)] == [1]
    assert DESK.agreed_until is not None
    assert agreed.open_to(less.record, SPECIALIST, DESK.agreed_until + timedelta(days=1)) == ()


def test_p41_consents_are_written_in_share_and_taken_back_anywhere_but_never_given_elsewhere() -> None:
    """P41: the disk refuses a yes from any other screen, and a change of anything else under its name."""
    record = told("q1")
    yes = agreed.with_versions(record, agreed.decided(OFFICE[SPECIALIST], ("q1",), "given", DAY, depth=2))
    for state in ("PLAN", "RECORD", "LEAFLET", "HELP_NOW", "SECTION", "END"):
        with pytest.raises(ValueError):
            kept(Run(Screen(state, ("q1",))), record, "consent", yes)
        with pytest.raises(ValueError):
            kept(Run(Screen(state, ("q1",))), record, "withdrawal", yes)
    with pytest.raises(ValueError):
        kept(Run(Screen("SHARE", ("q1",))), record, "consent", replace(yes, lead_worker="somebody"))
    with pytest.raises(ValueError):
        kept(Run(Screen("SHARE", ("q1",))), yes, "consent", record)


def test_the_folder_gives_nobody_anything() -> None:
    talk = press(in_the_folder(agreed_to("q1").record), OFFICE[SPECIALIST].title)
    kinds = {one.leads.kind for one in page_of(talk).options if isinstance(one.leads, Keeps)}
    assert kinds == {"withdrawal"}


@often
@given(st.integers(0, 2**32))
def test_p41_whatever_is_pressed_a_yes_is_only_ever_written_in_share(seed: int) -> None:
    """P41: a walk through SHARE, PLAN and the folder by chance; versions are only ever added."""
    chance = Random(seed)
    talk = chance.choice((sharing("q1"), sharing("q1", "q2"), sharing(), in_the_folder(agreed_to("q1").record)))
    for _ in range(30):
        leads = chance.choice(page_of(talk).options).leads
        if isinstance(leads, Happens) and talk.state == "PLAN":
            break
        after = moved(talk, leads)
        new = after.record.consents[len(talk.record.consents) :]
        assert after.record.consents[: len(talk.record.consents)] == talk.record.consents
        less = isinstance(leads, Keeps) and leads.kind == "withdrawal"
        assert not new or less or (isinstance(leads, Keeps) and talk.state == "SHARE")
        talk = after
        if talk.is_over:
            break


def test_lines_of_both_are_told_only_for_what_was_agreed() -> None:
    talk = sharing("q1", "q2")
    named = agreed.decided(OFFICE["council_s10"], ("q1",), "given", DAY, depth=2)
    assert len(would_get(talk, named)) < len(would_get(talk, (*named, replace(named[0], topic="q2"))))


def test_while_a_yes_stands_only_taking_it_back_ends_it_and_nobody_is_nobody_else() -> None:
    """Taking back shows what had gone; a no beside it would end it unseen."""
    talk = agreed_to("q1")
    assert [one.said for one in page_of(talk).options[1:2]] == ["Nobody else"]
    said = [one.said for one in page_of(press(talk, OFFICE[SPECIALIST].title)).options]
    assert "Take it back" in said and not {"No", "I'll tell them myself", "Ask me later"} & set(said)
    deeper = press(talk, OFFICE[SPECIALIST].title, "They may get in touch, and read")
    assert "No" not in [one.said for one in page_of(deeper).options]
    again = press(talk, OFFICE[SPECIALIST].title, "Take it back", "Back", OFFICE[SPECIALIST].title)
    assert "No" in [one.said for one in page_of(again).options]
