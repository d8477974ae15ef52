"""PLAN: parts, referrals, meetings, offers, own words; nothing of it needed, nothing chosen beforehand."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import get_args

import pytest

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.diary import open_days
from bcst_tui.disclosure.form_records import BUILT, TOGETHER
from bcst_tui.disclosure.keeping import kept
from bcst_tui.disclosure.ledger import ITEMS, Ledger
from bcst_tui.disclosure.levels import Around, level_of, offers
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_plan import MEETING, Part, PrivateFollowUp
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.safe_contact import SafeContact, usable_contact
from bcst_tui.disclosure.talk import Aside, Box, Talk
from bcst_tui.interview.rejection import Rejection
from tests.disclosure.test_agreeing import OFFICE, PROJECT, SPECIALIST, agreed_to, in_the_folder, option, press, told
from tests.disclosure.test_talk import DAY, DESK, WORDS, moved, talk_at

LATER = DAY + timedelta(days=20)


def planning(record: Record | None = None) -> Talk:
    record = told("q1", wants=("safety_plan", "get_away")) if record is None else record
    return talk_at(Run(Screen("PLAN", ("q1",))), record)


def typed(talk: Talk, words: str) -> Talk:
    """These words in the first line there is to type in."""
    box = next(one.leads for one in page_of(talk).options if isinstance(one.leads, Box))
    leads = box.typed(words)
    assert leads is not None
    return moved(talk, leads)


def filled(record: Record, form: str, **lines: str) -> Record | Rejection:
    built = BUILT[form](lines, DAY, DESK.release)
    return built if isinstance(built, Rejection) else built(record)


def test_every_part_of_the_plan_can_be_had_without_a_word_and_goes_out_again() -> None:
    """P9: no words are ever needed."""
    talk = press(planning(), "A plan for keeping safe")
    for part in WORDS.common.safety_parts:
        talk = press(talk, part.said, next(iter(part.chosen.values())), "Back")
    assert [one.part for one in talk.record.safety_plan] == list(get_args(Part))
    assert {one.words for one in talk.record.safety_plan} == {""}
    talk = press(talk, "In here", "Take this part out")
    assert "inside" not in [one.part for one in talk.record.safety_plan]


def test_words_are_cut_to_their_length_and_nothing_typed_is_no_answer() -> None:
    talk = typed(press(planning(), "A plan for keeping safe", "Health"), "w " * 200)
    assert len(talk.record.safety_plan[0].words) <= 120
    box = next(one.leads for one in page_of(talk).options if isinstance(one.leads, Box))
    assert box.typed("   ") is None


def test_three_parts_are_ranked_and_no_fourth() -> None:
    talk = press(planning(), "A plan for keeping safe")
    for said in ("In here", "Health", "Work"):
        talk = press(talk, said, "One of the three", "Back")
    assert [one.rank for one in talk.record.safety_plan] == [1, 3, 2]
    assert not [one for one in page_of(press(talk, "Children")).options if one.said.startswith("One of the three")]
    talk = press(talk, "Health", "No longer", "Back", "Children", "One of the three")
    assert {one.part: one.rank for one in talk.record.safety_plan} == {"inside": 1, "children": 2, "work": 3}


def test_a_referral_goes_only_to_whom_something_may_be_told_by_name() -> None:
    assert "Nobody may know yet" in page_of(press(planning(), "Somebody who could help")).notice
    talk = press(planning(agreed_to("q1").record), "Somebody who could help", "A referral: Somebody who knows")
    assert [(one.agency, one.status, one.check) for one in talk.record.referrals] == [
        (SPECIALIST, "consented", "not_needed")
    ]
    for step in ("sent", "they take it on", "done"):
        talk = press(talk, OFFICE[SPECIALIST].title, step)
    assert [one.status for one in talk.record.referrals] == ["done"]


def with_yes(record: Record, agency: str, **more: object) -> Record:
    return agreed.with_versions(record, agreed.decided(OFFICE[agency], ("q2",), "given", DAY, LATER, 1, **more))  # type: ignore[arg-type]


def test_r101_a_second_referral_outside_waits_for_whether_they_know_the_person_and_one_inside_does_not() -> None:
    record = with_yes(with_yes(agreed_to("q1").record, PROJECT), "prison_healthcare")
    talk = press(planning(record), "Somebody who could help", "A referral: Somebody who knows")
    said = [one.said for one in page_of(talk).options]
    assert f"A referral: {OFFICE[PROJECT].title}" not in said and "Before the second" in page_of(talk).notice
    assert f"A referral: {OFFICE['prison_healthcare'].title}" in said
    check = agreed.decided(OFFICE[PROJECT], ("none",), "given", DAY, LATER, 1, purpose=agreed.CASELOAD_CHECK)
    asked = replace(talk, record=agreed.with_versions(talk.record, check))
    asked = press(asked, f"A referral: {OFFICE[PROJECT].title}")
    assert asked.record.referrals[-1].check == "asked"
    assert [one.said for one in page_of(press(asked, OFFICE[PROJECT].title)).options][:3] == [
        "they know them",
        "they do not know them",
        "no answer",
    ]


def test_who_does_not_want_them_asked_loses_nothing_by_it() -> None:
    record = with_yes(agreed_to("q1").record, PROJECT)
    record = press(planning(record), "Somebody who could help", "A referral: Somebody who knows").record
    no = agreed.decided(OFFICE[PROJECT], ("none",), "refused", DAY, purpose=agreed.CASELOAD_CHECK)
    talk = press(planning(agreed.with_versions(record, no)), "Somebody who could help")
    assert f"A referral: {OFFICE[PROJECT].title}" in [one.said for one in page_of(talk).options]


def test_r116_whoever_is_asked_for_help_is_asked_first_whom_they_take() -> None:
    page = page_of(press(planning(), "Somebody who could help"))
    assert "some take nobody who uses drugs" in " ".join(page.lines(easy=False))


def test_taking_back_stops_the_referral_too() -> None:
    talk = press(planning(agreed_to("q1").record), "Somebody who could help", "A referral: Somebody who knows")
    back = press(in_the_folder(talk.record), OFFICE[SPECIALIST].title, "Take it back")
    assert [one.status for one in back.record.referrals] == ["withdrawn"]


def test_p27_nothing_of_a_safe_contact_is_chosen_beforehand_and_no_message_is_left() -> None:
    """P27: a form begins empty, line by line; a message needs its own yes and its own words."""
    talk = press(planning(), "A meeting, or", "A new one")
    assert all(one.said.endswith(": not said") for one in page_of(talk).options[:-2])
    bare = {"due": LATER.isoformat(), "place": "outside", "channel": "phone"}
    assert isinstance(filled(NOTHING_KEPT, "meeting", **bare), Rejection)
    way = {**bare, "if_unreachable": "do_nothing"}
    done = filled(NOTHING_KEPT, "meeting", **way)
    assert isinstance(done, Record) and done.follow_ups[0].contact is not None
    contact = done.follow_ups[0].contact
    assert not contact.leave_message and contact.number_withheld is None and contact.preview_safe is None
    assert done.follow_ups[0].recheck_each_time and done.follow_ups[0].label == MEETING
    assert isinstance(filled(NOTHING_KEPT, "meeting", **way, leave_message="yes"), Rejection)


def test_p27_a_way_to_get_in_touch_that_has_run_out_is_not_shown_and_is_asked_again() -> None:
    """P27: it ends at the latest with release."""
    terms = SafeContact("phone", set_on=DAY, number_label="sister")
    follow_up = PrivateFollowUp("keep_in_touch", "worker", LATER, contact=terms)
    assert usable_contact(follow_up.contact, DAY, None) is not None
    assert DESK.release is not None and usable_contact(follow_up.contact, DESK.release, DESK.release) is None
    record = replace(NOTHING_KEPT, follow_ups=(follow_up,))
    talk = press(planning(record), "A meeting, or", f"{LATER:%d/%m/%Y}")
    assert "sister" in " ".join(page_of(talk).kept)
    over = replace(talk, desk=replace(DESK, today=DESK.release + timedelta(days=1), release=DESK.release))
    assert "sister" not in " ".join(page_of(over).kept) and "Ask again" in page_of(over).notice


def test_a_meeting_is_said_line_by_line_and_every_line_can_stay_open() -> None:
    talk = press(planning(), "A meeting, or", "A new one")
    talk = press(talk, "Where", "outside", "How", "by letter", "If nobody", "do nothing")
    assert "Say when." in page_of(press(talk, "Keep it")).notice
    talk = press(talk, "When", "In a week", "Keep it")
    assert [(one.due, one.place) for one in talk.record.follow_ups] == [(DAY + timedelta(days=7), "outside")]
    done = press(talk, "30/11/2026", "it took place")
    assert (done.record.follow_ups[0].outcome, done.record.follow_ups[0].outcome_on) == ("met", DAY)


def test_a_meeting_is_with_one_of_those_who_may_know_by_name_and_with_nobody_else() -> None:
    """P14: a paper for that agency has it, and no other's; where nobody may know, the line is not there."""
    form = ("A meeting, or", "A new one")
    assert not [one for one in page_of(press(planning(), *form)).options if one.said.startswith("Who it is with")]
    talk = press(planning(agreed_to("q1").record), *form, "Who it is with")
    assert [one.said for one in page_of(talk).options] == [OFFICE[SPECIALIST].title, "not said"]
    talk = press(talk, OFFICE[SPECIALIST].title)
    assert [one.tells for one in page_of(talk).options if one.said.endswith(OFFICE[SPECIALIST].title)] == [True]
    talk = press(talk, "When", "In a week", "Keep it")
    assert [one.agency for one in talk.record.follow_ups] == [SPECIALIST]
    assert OFFICE[SPECIALIST].title in page_of(press(talk, "30/11/2026")).kept
    assert OFFICE[SPECIALIST].title not in page_of(talk).options[0].said


def test_17_26_words_of_theirs_stand_openly_on_no_page_and_are_read_out_behind_a_key() -> None:
    talk = typed(press(planning(), "A plan for keeping safe", "Health"), "the blue door")
    back = press(talk, "Back")
    form = typed(press(planning(), "A meeting, or", "A new one", "Where", "outside", "Which one"), "the blue door")
    for page in (page_of(talk), page_of(back), page_of(form)):
        assert not [one for one in page.options if "blue" in one.said] and "blue" in " ".join(page.kept)


def test_what_is_due_is_told_the_worker_as_the_part_opens_and_in_the_folder() -> None:
    late = replace(NOTHING_KEPT, follow_ups=(PrivateFollowUp("keep_in_touch", "worker", DAY),))
    entry = page_of(talk_at(Run(Screen("ENTRY")), late))
    assert entry.ledger[-1] == "23/11/2026, keep in touch" and page_of(in_the_folder(late)).kept == entry.ledger[-1:]


def test_after_a_dispute_meetings_stand_until_the_person_takes_them_off_and_nothing_else_of_it_is_shown() -> None:
    """P40: access to what was told is cut; a day agreed on is not, and could else never be noted."""
    terms = SafeContact("phone", set_on=DAY, number_label="sister")
    meeting = PrivateFollowUp("keep_in_touch", "worker", LATER, contact=terms, agency=SPECIALIST)
    disputed = replace(NOTHING_KEPT.with_ledger(Ledger("q1", "disputed", may_see=())), follow_ups=(meeting,))
    stands = "Meetings agreed before still stand."
    assert page_of(talk_at(Run(Screen("DISPUTE", ("q1",))), disputed)).notice.startswith(stands)
    talk = in_the_folder(disputed)
    assert page_of(talk).notice.startswith(stands) and not page_of(talk).kept
    talk = press(talk, "A meeting, or")
    assert [one.said for one in page_of(talk).options] == [f"{LATER:%d/%m/%Y}, keep in touch", "Back"]
    talk = press(talk, f"{LATER:%d/%m/%Y}")
    assert page_of(talk).kept == (f"{LATER:%d/%m/%Y}, keep in touch",)
    talk = press(talk, "they changed their mind", "Back")
    assert open_days(talk.record) == frozenset()
    assert not [one for one in page_of(talk).options if one.said.startswith("A meeting")]
    assert page_of(talk_at(Run(Screen("DISPUTE", ("q1",))), talk.record)).notice == ""


def test_they_may_say_that_they_get_in_touch_themselves() -> None:
    done = filled(NOTHING_KEPT, "meeting", due=LATER.isoformat(), place="they_contact_us")
    assert isinstance(done, Record) and done.follow_ups[0].contact is None


def test_l07_another_look_is_a_meeting_and_asks_nothing() -> None:
    talk = press(planning(), "Look at this again", "In two weeks")
    (one,) = talk.record.follow_ups
    assert (one.purpose, one.label, talk.record.ledger("q1").asks) == ("look_again", MEETING, 0)
    assert not [way for way in page_of(talk).options if way.said.startswith("Look at this again")]


def test_offers_of_levels_two_and_three_can_each_be_turned_down_and_change_no_other() -> None:
    talk = press(planning(), "What else there is")
    said = [one.said for one in page_of(talk).options]
    declined = press(talk, "Help to get away", "No, thank you")
    assert [one.answer for one in declined.record.taken_up] == ["declined"]
    assert [one.said.split(": ")[0] for one in page_of(declined).options] == said
    assert offers(declined.record, Around()) == offers(talk.record, Around())


def test_r100_help_to_get_away_is_offered_only_to_those_who_chose_it() -> None:
    without = press(planning(told("q1", wants=("safety_plan",))), "What else there is")
    assert not [one for one in page_of(without).options if one.said.startswith("Help to get away")]


def test_p25_help_to_stop_is_on_the_menu_of_both_and_is_kept_of_the_second_alone() -> None:
    """P25: only if chosen; its choice changes no other offer; nothing of it at the first item."""
    both, plain = told("q1", "q2", wants=("specialist",)), Run(Screen("NEEDS", ("q1", "q2")))
    menu = [one.said for one in page_of(talk_at(plain, both)).options]
    stop = next(one.said for one in WORDS.wants(ITEMS) if one.id == "stop_selling")
    assert stop in menu
    talk = moved(press(talk_at(plain, both), stop), page_of(press(talk_at(plain, both), stop)).enter)  # type: ignore[arg-type]
    talk = press(talk, "Yes, keep it")
    wants = {line.item: line.codes.wants for line in talk.record.lines}
    assert "stop_selling" in wants["q2"] and "stop_selling" not in wants["q1"]
    with_it, without = (told("q2", wants=names) for names in (("specialist", "stop_selling"), ("specialist",)))
    assert offers(with_it, Around()) == offers(without, Around())
    assert level_of(with_it, "q2", Around()) == level_of(without, "q2", Around())


def test_own_words_are_off_read_back_and_taken_out_with_one_key() -> None:
    talk = typed(press(planning(), "Something in their own words"), "x" * 400)
    assert talk.record.own_words is None and page_of(talk).kept == ("x" * 280,)
    talk = press(talk, "Yes, keep it")
    assert talk.record.own_words is not None
    assert press(talk, "Something in their own words", "Take it out again").record.own_words is None


def test_what_was_kept_before_stays_when_somebody_tells_again_only_to_add_who_may_know() -> None:
    before = told("q1", wants=("legal",))
    talk = talk_at(Run(Screen("RECORD", ("q1",))), before)
    again = press(talk, "Yes, keep it")
    assert page_of(talk).kept[-1].startswith("What would help") and again.record.lines == before.lines


def test_r99_what_is_raised_without_a_yes_is_decided_by_the_lead_with_a_reason_and_a_review() -> None:
    whole = {"basis": "gateway", "reason": "child", "decided_by": "The safeguarding lead", "person_told": "no"}
    whole |= {"why_not_told": "There was no time", "review": LATER.isoformat()}
    for missing in whole:
        rest = {line: said for line, said in whole.items() if line != missing}
        assert isinstance(filled(NOTHING_KEPT, "children", **rest), Rejection)
    assert isinstance(filled(NOTHING_KEPT, "children", **{**whole, "decided_by": TOGETHER}), Rejection)
    done = filled(NOTHING_KEPT, "children", **whole)
    assert isinstance(done, Record) and (done.liaisons[0].basis, done.liaisons[0].review) == ("gateway", LATER)


def test_r83_one_decision_tells_as_many_kinds_of_thing_as_it_takes_each_once_and_no_more() -> None:
    lines = {"reason": "child", "told_to": "the police", "decided_by": "The safeguarding lead", "person_told": "yes"}
    lines |= {"review": LATER.isoformat()}
    assert isinstance(filled(NOTHING_KEPT, "gateway", **lines), Rejection)
    done = filled(NOTHING_KEPT, "gateway", **lines, rows="category_when_who category_children")
    assert isinstance(done, Record) and done.gateways[0].rows == ("category_when_who", "category_children")


def test_what_a_decision_tells_is_ticked_and_a_second_press_takes_it_back() -> None:
    talk = talk_at(Run(Screen("HELP_NOW")), NOTHING_KEPT)
    talk = press(talk, "Something raised", "Told without a yes", "What they are told", "what would help", "meetings")
    assert [one.said for one in page_of(talk).options if one.ticked] == ["what would help", "meetings"]
    talk = press(talk, "what would help")
    assert [one.said for one in page_of(talk).options if one.ticked] == ["meetings"]
    assert page_of(talk).enter == page_of(talk).options[-1].leads
    assert option(press(talk, "The ones that are ticked"), "What they are told: meetings")
    assert option(press(talk, "meetings", "The ones that are ticked"), "What they are told: not said")


def test_which_card_was_acted_on_is_for_the_two_of_them_whichever_it_was() -> None:
    cards = page_of(replace(talk_at(Run(Screen("HELP_NOW"))), aside=Aside("card"))).options
    assert len(cards) > 1 and all(one.tells for one in cards)


@pytest.mark.parametrize(
    ("agreed_", "responder", "may"),
    [
        ("yes", "salvation_army", True),
        ("no", "salvation_army", False),
        ("no", "police", True),
        ("no", "nobody", True),
        ("under_18", "council", True),
    ],
)
def test_r113_a_grown_up_has_to_agree_before_anybody_but_the_police_is_turned_to(
    agreed_: str, responder: str, may: bool
) -> None:
    lines = {"responder": responder, "agreed": agreed_, "person_told": "yes", "decided_by": "The safeguarding lead"}
    assert isinstance(filled(NOTHING_KEPT, "exploitation", **lines), Record) == may


def test_what_was_raised_can_be_noted_at_the_cards_and_from_the_case_and_nowhere_else() -> None:
    talk = talk_at(Run(Screen("HELP_NOW")), NOTHING_KEPT)
    talk = press(talk, "Something raised", "A trained person looked", "Who", "a specialist")
    talk = press(talk, "Where it led", "to the meeting", "Keep it")
    assert [one.outcome for one in talk.record.risk_routes] == ["to_the_meeting"]
    assert talk.aside == Aside("raised")
    with pytest.raises(ValueError):
        kept(Run(Screen("ENTRY")), NOTHING_KEPT, "liaison", talk.record)


def test_nothing_kept_here_changes_a_ledger() -> None:
    record = told("q1")
    for kind in ("consent", "withdrawal", "plan", "liaison"):
        for state in ("SHARE", "PLAN", "HELP_NOW", "SECTION"):
            with pytest.raises(ValueError):
                kept(Run(Screen(state)), record, kind, record.with_ledger(Ledger("q1", "closed")))


def test_a_way_to_get_in_touch_has_every_field_of_section_8_in_its_form() -> None:
    asked = {line.id for line in WORDS.common.form("meeting").lines}
    of_the_record = {"set_on", "checked_on", "ended", "version"}
    assert {one.name for one in fields(SafeContact)} - of_the_record <= asked
