"""The pages of the private part: every option leads somewhere, nothing has to be typed, nothing telling stands open."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.disclosure.correcting import correct, corrections
from bcst_tui.disclosure.desk import Desk
from bcst_tui.disclosure.keeping import kept
from bcst_tui.disclosure.ledger import Ledger, Sitting
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.disclosure.pages import page_of, phase, without_interpreter
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import Moment, Run, Screen, step
from bcst_tui.disclosure.table import ASKING, COVERS, TABLE, State
from bcst_tui.disclosure.talk import KEYS, OPTION_KEYS, Box, Happens, Keeps, Leads, Letter, Option, PutRight, Talk
from bcst_tui.disclosure.timers import cover_after, lock_after
from bcst_tui.disclosure.writing import NOTHING_SAID
from bcst_tui.tui.keys import TABLE as KEY_TABLE
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS
from bcst_tui.tui.widgets.private_words import option_lines, words_of
from tests.disclosure.test_wording import TEXT
from tests.reference.shipped import shipped_reference

DAY = date(2026, 11, 23)
WORDS = load_words(TEXT)
REFERENCE = shipped_reference()
DESK = Desk(
    DAY,
    "10:15",
    lambda words: words.replace("{sealed_reader_role}", "safeguarding lead"),
    tuple(REFERENCE.contact_cards.values()),
    (*REFERENCE.own_copy.forbidden, *WORDS.common.covered),
    person="Robin Example",
    worker="Sam Example",
    agencies=REFERENCE.private_agencies,
    agreed_until=date(2027, 5, 23),
    release=date(2027, 3, 1),
)
FIRST = Sitting(1)
often = settings(max_examples=60, deadline=None)


def talk_at(run: Run, record: Record = NOTHING_KEPT) -> Talk:
    return Talk(WORDS, DESK, run, record, corrections(run))


def moved(talk: Talk, leads: Leads, sitting: Sitting = FIRST) -> Talk:
    """What the casebook does with it, without a disk."""
    if isinstance(leads, Talk):
        return leads
    if isinstance(leads, Letter):
        return talk
    if isinstance(leads, Box):
        after = leads.typed("Some words")
        assert after is not None and leads.typed("  ") is None
        return moved(talk, after, sitting)
    if isinstance(leads, Keeps):
        return talk.after_keeping(kept(talk.run, talk.record, leads.kind, leads.change(talk.record)), leads.then)
    if isinstance(leads, PutRight):
        run, record = correct(talk.run, talk.record, leads.answer, Moment(sitting, DAY, NOTHING_SAID))
    else:
        run, record = step(talk.run, talk.record, leads.event, Moment(sitting, DAY, leads.said))
    return talk.at(run, record, corrections(run), DESK)


def walk(seed: int) -> list[Talk]:
    """Somebody pressing options and keys as chance will have it, in one sitting."""
    chance = Random(seed)
    record = NOTHING_KEPT
    if chance.random() < 0.4:
        told = Ledger("q1", "carried", source="self_elsewhere_agreed", source_role="nurse", source_date=DAY)
        record = record.with_ledger(told)
    talk = moved(talk_at(Run(), record), Happens(chance.choice(("q", "q", "heard", "now"))), Sitting(2))
    seen = [talk]
    for _ in range(80):
        if talk.is_over:
            break
        if talk.state == "HIDDEN":
            talk = moved(talk, Happens("unlock"), Sitting(2))
        page, key = page_of(talk), talk.pressed(chance.choice((*KEYS, "easy")))
        if chance.random() < 0.12 and key is not None:
            talk = moved(talk, key, Sitting(2))
        elif page.options:
            likely = page.options[:1] if talk.state == "PRIVACY" and chance.random() < 0.9 else page.options
            talk = moved(talk, chance.choice(likely).leads, Sitting(2))
        seen.append(talk)
    return seen


WALKS = st.integers(0, 2**32).map(walk)


@often
@given(WALKS)
def test_every_page_has_words_and_keys_for_all_its_options_and_nothing_left_to_fill_in(talks: list[Talk]) -> None:
    for talk in talks:
        page = page_of(talk)
        if talk.is_over or talk.state in COVERS:
            continue
        assert page.title and page.options and len(page.options) <= len(OPTION_KEYS)
        assert not any("{" in line for line in (*page.lines(False), *page.lines(True), page.notice))


@often
@given(WALKS)
def test_17_26_nothing_telling_stands_open_while_somebody_may_be_looking(talks: list[Talk]) -> None:
    for talk in talks:
        page = page_of(talk)
        if page.shows_cards or (talk.aside and talk.aside.help is not None) or _is_about_cards(talk):
            continue
        shown = [page.title, words_of(talk, page, False, 99).plain, page.notice]
        shown += [line.label for line in option_lines(talk, page, False)]
        assert not [words for words in shown if DESK.is_covered(words)]


def _is_about_cards(talk: Talk) -> bool:
    """Whom to call is there for everybody, at once."""
    return talk.aside is not None and talk.aside.about == "card"


@often
@given(WALKS)
def test_17_7_and_9_skip_is_one_key_where_something_is_asked_and_all_is_done_by_keys(talks: list[Talk]) -> None:
    for talk in talks:
        if talk.state in ASKING:
            assert talk.pressed("skip") == Happens("skip")


@often
@given(WALKS)
def test_17_2_stop_ends_in_two_keys_from_every_page(talks: list[Talk]) -> None:
    for talk in talks:
        if not talk.is_over and talk.state not in ("HIDDEN", "LOCKED", "CLOSE"):
            stop = talk.pressed("stop")
            assert stop is not None and moved(talk, stop, Sitting(2)).state in ("GROUND", "CLOSE")


@often
@given(WALKS)
def test_the_progress_is_one_two_or_three_and_the_same_whatever_was_said(talks: list[Talk]) -> None:
    assert {phase(talk) for talk in talks} <= {1, 2, 3}
    assert len({phase(talk) for talk in talks if talk.state in (*ASKING, "RESPOND", "NEEDS", "LEAFLET", "DOOR")}) <= 1


def _through(talk: Talk, *places: int) -> Talk:
    for place in places:
        talk = moved(talk, page_of(talk).options[place].leads)
    return talk


def to_the_offer() -> Talk:
    return _through(moved(talk_at(Run()), Happens("q")), 0, 0, 0, 0, 0, 0, 0)


def test_17_30_whoever_interprets_but_a_professional_leads_to_another_day_alone() -> None:
    checks = _through(moved(talk_at(Run()), Happens("q")), 0, 1, 0)
    for place in (2, 3):
        leads = page_of(checks).options[place].leads
        assert isinstance(leads, Happens) and without_interpreter(checks, leads)
    assert [option.leads for option in page_of(_arranging()).options if option.leads == Happens("fixed")] == []


def _arranging() -> Talk:
    run, record = step(_through(moved(talk_at(Run()), Happens("q")), 0).run, NOTHING_KEPT, "fix", Moment(FIRST, DAY))
    return Talk(WORDS, DESK, run, record, only_book=True)


def test_what_did_not_pass_leaves_no_trace_but_where_it_leads() -> None:
    checks = _through(moved(talk_at(Run()), Happens("q")), 0)
    ends = {moved(checks, page_of(checks).options[place].leads).record for place in (2, 3, 4, 5)}
    assert len(ends) == 1


def test_saying_it_back_not_yet_brings_the_easy_words() -> None:
    limits = _through(moved(talk_at(Run()), Happens("q")), 0, 0, 0, 0, 0, 0)
    again = _through(limits, 2)
    assert (limits.state, limits.easy, again.state, again.easy) == ("LIMITS", False, "LIMITS", True)


def test_nothing_is_ticked_on_the_menu_and_going_on_with_nothing_is_complete() -> None:
    needs = _through(to_the_offer(), 0, 0, 0, 1)
    page = page_of(needs)
    assert needs.state == "NEEDS" and not any(option.ticked for option in page.options)
    assert isinstance(page.enter, Happens) and page.enter.event == "nothing"


def _at_the_menu_a_second_time() -> Talk:
    kept = _through(to_the_offer(), 0, 0, 0, 1, 0)
    recorded = _through(moved(kept, page_of(kept).enter or Happens("skip")), 0)
    carried = recorded.record.with_ledger(Ledger("q1", "carried", source_date=DAY, written_in=1))
    talk = moved(talk_at(Run(), carried), Happens("q"), Sitting(2))
    for place in (0, 0, 0, 0, 0, 0, 0):
        talk = moved(talk, page_of(talk).options[place].leads, Sitting(2))
    assert talk.state == "CONFIRM" and "What would help" in page_of(talk).kept[-1]
    return _through(talk, 0)


def test_what_was_wanted_before_stands_ticked_so_that_nobody_has_to_say_it_again() -> None:
    menu = _at_the_menu_a_second_time()
    assert [option.ticked for option in page_of(menu).options].count(True) == 1
    kept = moved(menu, page_of(menu).enter or Happens("skip"))
    assert kept.state == "RECORD" and "What would help" in page_of(kept).kept[-1]


def test_what_was_wanted_before_and_is_unticked_is_not_read_out() -> None:
    menu = _through(_at_the_menu_a_second_time(), 0)
    unticked = moved(menu, page_of(menu).enter or Happens("skip"))
    assert unticked.state == "RECORD" and not [line for line in page_of(unticked).kept if "What would help" in line]


def test_the_words_for_everyone_are_said_in_full_once_and_then_in_one_line() -> None:
    first = _through(to_the_offer(), 2)
    second = _through(first, 0, 2)
    assert first.state == second.state == "LEAFLET"
    assert len(page_of(first).said) == 2 and len(page_of(second).said) == 1


def test_a_wrong_key_is_put_right_on_the_leaflet() -> None:
    told = _through(to_the_offer(), 2)
    wrong = page_of(told).options[-1]
    assert isinstance(wrong, Option)
    meant = _through(moved(told, wrong.leads), 0)
    assert meant.state == "LEAFLET" and meant.record.ledger("q1").words == "later(i_will_say)"


def test_17_12_what_only_a_record_says_is_for_the_worker_alone_and_fills_nothing_in() -> None:
    heard = Ledger("q1", source="record_only", source_role="police liaison")
    entry = moved(talk_at(Run(), NOTHING_KEPT.with_ledger(heard)), Happens("q"))
    page = page_of(entry)
    assert any("police liaison" in line for line in page.ledger)
    assert "police liaison" not in words_of(entry, page, False, 99).plain


def test_a_note_of_what_was_acted_on_outlives_a_cover_and_is_gone_on_with() -> None:
    cards = moved(_through(to_the_offer(), 0, 0), Happens("now"))
    noting = _through(cards, 2, 0, 0)
    assert noting.aside is not None and noting.aside.about == "decided"
    checks = moved(moved(noting, Happens("hide")), Happens("unlock"))
    back = moved(_through(checks, 0, 0, 0, 0, 0), Happens("now"))
    assert back.aside is None and page_of(back).options[2].said == WORDS.common.help_log.go_on
    went_on = _through(back, 2)
    assert went_on.aside == noting.aside
    done = _through(went_on, 0, 0, 0, 0)
    assert len(done.record.help_log) == 1 and done.unfinished is None


def test_17_44_the_clocks_of_the_part() -> None:
    run = to_the_offer().run
    responding = _through(to_the_offer(), 0, 0).run
    covered, _ = step(responding, NOTHING_KEPT, "hide", Moment(FIRST, DAY))
    assert (cover_after(run), cover_after(responding), cover_after(covered)) == (90, 120, None)
    assert (lock_after(run, 300), lock_after(responding, 300), lock_after(covered, 300)) == (300, None, 600)


def test_a_cover_that_is_lifted_on_another_day_ends_it() -> None:
    run, record = step(to_the_offer().run, NOTHING_KEPT, "hide", Moment(FIRST, DAY))
    covered = talk_at(run, record)
    assert covered.lifted(DAY) == Happens("unlock") and covered.lifted(date(2026, 11, 24)) == Happens("over")
    assert moved(covered, Happens("over")).is_over


@often
@given(WALKS)
def test_17_28_and_34_help_and_heard_are_one_key_from_every_page(talks: list[Talk]) -> None:
    for talk in talks:
        if talk.is_over or talk.state in COVERS:
            continue
        assert talk.pressed("now") == Happens("now") or talk.state == "HELP_NOW"
        assert talk.pressed("heard") == Happens("heard") or talk.state in ("VOLUNTEER", "HEARD")
        assert talk.pressed("back") is None and talk.pressed("today") is None and talk.pressed("") is None


def test_17_46_the_keys_are_those_of_the_one_table_on_both_front_ends() -> None:
    assert set(KEYS) <= {key.word for key in KEY_TABLE}
    assert OPTION_KEYS == LINE_KEYS
    assert "back" not in KEYS and "today" not in KEYS


def test_there_is_a_page_for_every_state_that_has_a_screen() -> None:
    to_see = set(TABLE) - {"LEDGER", "ITEM", "LOCKED", "SECTION"}
    seen = set[State]()
    for seed in range(500):
        seen |= {talk.state for talk in walk(seed)}
        if seen >= to_see:
            break
    assert seen >= to_see


def test_how_that_was_may_be_said_or_passed_by_with_one_key_and_leads_on_either_way() -> None:
    """P7: no answer takes fewer keys than passing it by, and nothing of it is in the record."""
    ground = talk_at(Run(Screen("GROUND")))
    leads = [option.leads for option in page_of(ground).options]
    assert [one.how_was for one in leads if isinstance(one, Happens)] == [None, None, "ok", "so_so", "hard"]
    after = [moved(ground, one) for one in leads]
    assert {one.state for one in after} == {"CLOSE"}
    assert all(one.record == after[0].record for one in after)
