"""The rules of the machine beside its table, each by itself: what may be pressed, and where stopping, hiding and being
told lead from wherever they come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcst_tui.disclosure.correcting import correct, corrections
from bcst_tui.disclosure.ledger import ITEMS, Ledger, Sitting
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import HalfTyped, Moment, Run, Screen, events, leads_to_asking, step
from bcst_tui.disclosure.table import ASKING, COVERS, SHOWS_AN_ITEM, STATES, TABLE, State
from bcst_tui.disclosure.writing import Said
from tests.disclosure.test_ledger import FIRST, TO_THE_OFFER, played
from tests.disclosure.walking import DAY, DRAFT

NEXT_ITEM = (*TO_THE_OFFER, "never", "carry_on")
"""To the offer of the second item, with the first one settled."""


def goes_on(run: Run, record: Record, *pressed: str, sitting: Sitting = FIRST) -> tuple[Run, Record]:
    """These events, one after another."""
    for event in pressed:
        run, record = step(run, record, event, Moment(sitting, DAY, Said(draft=DRAFT)))
    return run, record


def from_a_question(*pressed: str) -> tuple[Run, Record]:
    """These events from an ordinary question, where nothing of this part is open."""
    return goes_on(Run(), NOTHING_KEPT, *pressed)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("held", [None, Screen("OFFER", ("q1",))])
def test_what_may_be_pressed_is_what_the_table_has_and_the_keys_that_work_anywhere(
    state: State, held: Screen | None
) -> None:
    """P2, P5, P28: under a cover nothing but its own; while it is being told, F6 alone does nothing."""
    not_now = {"VOLUNTEER": {"heard"}, "HEARD": {"heard"}, "HELP_NOW": {"now"}, "SECTION": {"stop", "pause", "hide"}}
    anywhere = set() if state in COVERS else {"stop", "pause", "hide", "now", "heard"} - not_now.get(state, set())
    checks = {"ok" if held else "ok_again"} if state == "PRIVACY" else set()
    may = events(Run(Screen(state), held=held))
    assert set(may) == set(TABLE[state].events) - checks | anywhere
    assert len(may) == len(set(may))


def test_no_codes_of_one_item_come_along_to_another() -> None:
    run = Run(Screen("LIMITS", draft=DRAFT), checked=True)
    assert goes_on(run, NOTHING_KEPT, "understood")[0].screen == Screen("OFFER", ("q1",))


def test_at_the_end_nothing_may_be_pressed() -> None:
    assert events(Run(Screen("END"))) == ()


def test_who_is_not_trained_to_ask_or_has_nothing_to_ask_goes_to_the_door_at_once() -> None:
    """P4, P31: no checks are done for nothing."""
    untrained = replace(FIRST, trained=False)
    settled = NOTHING_KEPT.with_ledger(Ledger("q1", "no")).with_ledger(Ledger("q2", "closed"))
    assert played()[0].state == "PRIVACY"
    assert played(sitting=untrained)[0].state == played(record=settled)[0].state == "DOOR"


def test_no_offer_follows_for_who_is_no_longer_trained_and_no_checks_where_nothing_is_left_to_ask() -> None:
    """P4, P31."""
    run, record = played(*TO_THE_OFFER, "never")
    assert goes_on(run, record, "carry_on")[0].screen == Screen("OFFER", ("q2",))
    assert goes_on(run, record, "carry_on", sitting=replace(FIRST, trained=False))[0].state == "GROUND"
    last = goes_on(*played(*NEXT_ITEM), "hide", "unlock", "heard", "q2", "private", "skip", "carry_on")
    assert last[0].state == "GROUND"


def test_what_was_passed_on_is_confirmed_once() -> None:
    """P4."""
    once = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed", confirms=1))
    assert played(*TO_THE_OFFER, record=once)[0].screen == Screen("OFFER", ("q2",))
    assert NOTHING_KEPT.with_ledger(Ledger("q1").put("closed", "next_time", 1)).ledger("q1").later is None


@pytest.mark.parametrize("way", [("hide", "unlock"), ("hide", "unlock", "fix"), ("pause",), ("now",), ()])
def test_stopping_over_an_offer_leaves_it_to_the_person_and_leads_to_the_end_of_it(way: tuple[str, ...]) -> None:
    """P2, P3: the same as stopping on the offer itself."""
    run, record = goes_on(*played(*TO_THE_OFFER), *way, "stop")
    assert record.ledger("q1").words == "later(i_will_say)" and record.ledger("q2") == Ledger("q2")
    assert run.screen == Screen("GROUND") and run.held is None
    assert goes_on(run, record, "stop")[0].state == "CLOSE"
    assert goes_on(run, record, "stop", "stop")[0].state == "END"


def test_stopping_among_what_was_told_forgets_where_it_was_told_from() -> None:
    for way in (("stop",), ("private", "skip", "enough"), ("private", "now", "finish")):
        run, _ = goes_on(*played(*TO_THE_OFFER), "heard", "q2", *way)
        assert run.screen == Screen("GROUND", from_list=False) and (run.origins, run.held) == ((), None)


@pytest.mark.parametrize("cover", [("hide", "unlock"), ("pause", "resume"), ("hide", "misses", "passphrase")])
@pytest.mark.parametrize("state", SHOWS_AN_ITEM)
def test_a_cover_over_words_about_an_item_leads_through_the_checks_and_back(
    state: State, cover: tuple[str, ...]
) -> None:
    """P6: the very screen, with what it is about and what was gathered; what was said to be private is so no more."""
    screen = Screen(state, ("q1",), draft=DRAFT)
    run, _ = goes_on(Run(screen, checked=True, private=True), NOTHING_KEPT, *cover)
    assert (run.state, run.held, run.checked, run.private) == ("PRIVACY", screen, False, False)
    back, _ = goes_on(run, NOTHING_KEPT, "ok_again")
    assert (back.screen, back.held, back.checked) == (screen, None, True)
    arranged, _ = goes_on(run, NOTHING_KEPT, "fix", "fixed", "hide", "unlock", "ok_again")
    assert arranged.screen == screen
    assert goes_on(run, NOTHING_KEPT, "skip")[0].held is None


def test_a_cover_not_lifted_that_day_leaves_nothing_of_what_was_beneath_it() -> None:
    """P22: no codes half agreed, no way back; at the end of it nothing is left either."""
    beneath = Run(Screen("RECORD", ("q1",), draft=DRAFT), checked=True)
    for way in (("hide",), ("pause",), ("hide", "idle")):
        run, record = goes_on(beneath, NOTHING_KEPT, *way, "over")
        assert run == Run(Screen("END")) and record == NOTHING_KEPT
    assert goes_on(Run(Screen("CLOSE", draft=DRAFT), checked=True), NOTHING_KEPT, "finish")[0] == Run(Screen("END"))


def test_help_over_words_about_an_item_comes_back_to_them_and_past_the_checks_if_they_do_not_hold() -> None:
    """P6, P28."""
    run, record = played(*TO_THE_OFFER)
    assert goes_on(run, record, "now", "back")[0] == run
    run, record = goes_on(run, record, "hide", "unlock", "now", "back")
    assert run.state == "PRIVACY" and run.held is not None and run.held.state == "OFFER" and not run.checked


def test_private_said_after_being_told_opens_what_was_told_and_nothing_that_asks() -> None:
    """P5, P6."""
    told = Run(Screen("HELP_NOW"), held=Screen("RESPOND", ("q1",), from_list=False), private=True)
    assert goes_on(told, NOTHING_KEPT, "back")[0].state == "RESPOND"
    asking = replace(told, held=Screen("ASK", ("q1",)))
    unsaid = replace(told, private=False)
    assert [goes_on(one, NOTHING_KEPT, "back")[0].state for one in (asking, unsaid)] == ["PRIVACY", "PRIVACY"]


def test_not_private_keeps_what_was_told_behind_the_checks() -> None:
    """P6, P37: to listen is what it comes back to, about the same item."""
    run, record = from_a_question("heard", "q2", "not_private")
    assert (run.state, record.ledger("q2").status) == ("ARRANGE", "disclosed")
    back, _ = goes_on(run, record, "fixed", "ok_again")
    assert back.screen == Screen("RESPOND", ("q2",), from_list=False)


@pytest.mark.parametrize("key", ["heard", "now"])
def test_what_was_opened_from_a_question_ends_at_that_question(key: str) -> None:
    """P37: and what the list opened ends at the summary."""
    run, record = from_a_question(key, "stop")
    run, record = goes_on(run, record, "done")
    assert goes_on(run, record, "next")[0] == Run() and goes_on(run, record, "finish")[0].state == "END"
    listed = goes_on(*played("skip"), key, "stop", "done", "next")
    assert listed[0].state == "END"


def test_help_or_something_told_at_a_question_comes_back_to_that_question() -> None:
    """P28, P37."""
    assert from_a_question("now", "back")[0] == Run()
    assert from_a_question("heard", "skip")[0] == from_a_question("heard", "q1", "skip")[0] == Run()


def test_told_within_what_was_told_comes_back_step_by_step() -> None:
    """P37: first to what was being heard, then to the screen under that; each keeps what it is about."""
    responding = Screen("RESPOND", ("q1",), from_list=False)
    run, record = goes_on(*played("skip"), "heard", "q1", "private", "heard", "q2")
    assert len(run.origins) == 2 and run.told == {"q2"}
    waiting = goes_on(*played(*TO_THE_OFFER), "now", "heard")[0]
    assert waiting.held is None and waiting.origins[0].held == Screen("OFFER", ("q1",))
    run, record = goes_on(run, record, "private", "skip", "carry_on")
    assert run.screen == responding and run.private and len(run.origins) == 1
    run, record = goes_on(run, record, "heard", "skip")
    assert (run.state, run.held, run.private) == ("PRIVACY", responding, False)
    run, record = goes_on(run, record, "ok_again", "skip", "carry_on")
    assert run.state == "DOOR" and not run.origins and run.told == {"q1", "q2"}


@pytest.mark.parametrize(("told", "after"), [("q1", ("q2",)), ("q2", ("q1",)), ("something_else", ("q1",))])
def test_an_offer_interrupted_is_come_back_to_unless_it_is_what_was_told(told: str, after: tuple[str, ...]) -> None:
    """P37, P38: also where the offer waits under the cards."""
    for way in ((), ("now",)):
        run, record = goes_on(*played(*TO_THE_OFFER), *way, "heard", told, "private", "skip", "carry_on")
        run, record = goes_on(run, record, "back") if run.state == "HELP_NOW" else (run, record)
        assert run.held is None and record.ledger("q1").offers == 1
        assert run.screen == Screen("OFFER", after) and run.origins == ()  # type: ignore[arg-type]


def test_screens_told_about_that_ask_nothing_are_come_back_to() -> None:
    """P37: being told the same item again, while it is planned for, goes on planning."""
    plan = Screen("PLAN", ("q1",))
    run, _ = goes_on(Run(plan, checked=True), NOTHING_KEPT, "heard", "q1", "private", "skip", "carry_on")
    assert run.screen == plan
    cards = Run(Screen("HELP_NOW"), held=plan, checked=True)
    run, _ = goes_on(cards, NOTHING_KEPT, "heard", "q1", "private", "skip", "carry_on")
    assert (run.state, run.held) == ("HELP_NOW", plan)


def test_what_was_just_told_is_nothing_that_a_wrong_key_puts_right() -> None:
    """P40: F6 over a question already begun; and the answer to another item stays what it was."""
    for answered in ((), ("yes",)):
        run, record = goes_on(*played(*TO_THE_OFFER, *answered), "heard", "q1", "private", "skip")
        assert run.state == "LEAFLET" and corrections(run) == ()
        with pytest.raises(ValueError):
            correct(run, record, "never", Moment(FIRST, DAY))
    run, _ = goes_on(*played(*TO_THE_OFFER, "never"), "heard", "q2", "private", "skip", "carry_on")
    assert corrections(run) == ("not_now", "already_told")


def test_a_wrong_key_is_put_right_on_its_own_leaflet_and_by_what_the_screen_has() -> None:
    """P40."""
    run, record = played(*TO_THE_OFFER, "not_now", "next_time")
    assert corrections(run) == ("before_release", "i_will_say")
    assert corrections(played(*TO_THE_OFFER, "not_now")[0]) == ()
    assert corrections(goes_on(run, record, "carry_on")[0]) == ()
    put_right, record = correct(run, record, "before_release", Moment(FIRST, DAY))
    assert record.ledger("q1").words == "later(before_release)" and record.ledger("q2").offers == 0
    assert corrections(put_right) == ("next_time", "i_will_say")
    assert record.events[-1].pressed == "LEAFLET.before_release"
    assert corrections(replace(run, screen=replace(run.screen, items=("q2",)))) == ()


@pytest.mark.parametrize(
    ("way", "others"),
    [
        (("not_now", "skip"), {"next_time": "later(next_time)", "before_release": "later(before_release)"}),
        (("never",), {"not_now": "later(i_will_say)", "already_told": "told_elsewhere"}),
        (("skip",), {"not_now": "later(i_will_say)", "never": "closed", "already_told": "told_elsewhere"}),
        (("already_told", "leave_it"), {"they_contact": "told_elsewhere", "bring_in": "carried"}),
        (("already_told", "bring_in"), {"leave_it": "told_elsewhere", "they_contact": "told_elsewhere"}),
        (("yes", "no"), {"rather_not": "unsaid"}),
        (("yes", "rather_not"), {"no": "no"}),
    ],
)
def test_a_wrong_key_may_be_put_right_to_each_other_answer_of_its_screen_and_writes_that(
    way: tuple[str, ...], others: dict[str, str]
) -> None:
    """P40: never to something told, and no counter moves."""
    run, record = played(*TO_THE_OFFER, *way)
    assert set(others) == set(corrections(run)) - {"i_will_say"}
    for answer, words in others.items():
        before, after = record.ledger("q1"), correct(run, record, answer, Moment(FIRST, DAY))[1].ledger("q1")
        assert after.words == words
        assert (after.offers, after.asks, after.confirms) == (before.offers, before.asks, before.confirms)


def test_leaving_who_may_know_writes_nothing_more_than_was_kept_row_by_row() -> None:
    """P41."""
    run, record = goes_on(Run(Screen("SHARE", ("q1",)), checked=True), NOTHING_KEPT, "done")
    assert run.state == "PLAN" and record == NOTHING_KEPT


def test_a_line_goes_with_the_word_it_rested_on_when_a_wrong_key_is_put_right() -> None:
    """P40."""
    agreed = ("applies", "ready", "fine", "chosen", "agree", "nobody", "skip")
    run, record = played(*TO_THE_OFFER, "yes", *agreed)
    assert record.line("q1") is not None
    assert correct(run, record, "no", Moment(FIRST, DAY))[1].line("q1") is None


def test_keeping_it_out_leaves_nothing_half_typed_and_nothing_else_does_so() -> None:
    """P40."""
    run, record = played(*TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen")
    begun = replace(run, half_typed=HalfTyped(("part", "inside"), "by way"))
    assert goes_on(begun, record, "keep_out")[0].half_typed is None
    assert goes_on(begun, record, "agree")[0].half_typed == begun.half_typed


def test_a_question_waits_wherever_it_stands_beneath() -> None:
    """P31: on the screen, under it, or where something was told; so a lock is not gone past by who may not ask."""
    asked, silent = Screen("ASK", ("q1",)), Screen("LEAFLET", ("q1",))
    run, record = played(*TO_THE_OFFER)
    under = [goes_on(run, record, *way)[0] for way in (("hide",), ("heard",), ("now", "heard"))]
    assert all(leads_to_asking(one) for one in (run, *under))
    assert not leads_to_asking(Run(silent)) and leads_to_asking(Run(silent, held=asked))
    assert not leads_to_asking(goes_on(Run(silent), record, "heard")[0])


def test_being_told_both_writes_both_and_skipping_writes_neither() -> None:
    """P34, P38: what was confirmed stays confirmed."""
    confirmed = NOTHING_KEPT.with_ledger(Ledger("q1", "confirmed", offers=1, asks=1))
    run, record = goes_on(Run(), confirmed, "heard", "both")
    assert [record.ledger(item).status for item in ITEMS] == ["confirmed", "disclosed"]
    assert run.screen.items == ("q1", "q2") and run.told == {"q1", "q2"}
    assert goes_on(Run(), confirmed, "heard", "skip")[1].ledgers == confirmed.ledgers
    assert record.ledger("q1") == confirmed.ledger("q1")


@pytest.mark.parametrize("state", [state for state in ASKING if state != "DISPUTE"])
def test_no_key_but_an_answer_counts_as_answered(state: State) -> None:
    """P40."""
    run = Run(Screen(state, ("q1",)), checked=True)
    assert [goes_on(run, NOTHING_KEPT, key)[0].answered for key in ("hide", "pause", "now", "heard")] == [None] * 4
    assert goes_on(run, NOTHING_KEPT, "skip")[0].answered == (state, "skip", ("q1",))
