import pytest

from bcst_tui.interview import engine
from bcst_tui.interview.answer import kept
from tests.vocabulary import MAIN, interviewing, script_of

HOME = """
section: home
title: Home
rail: Home
questions:
  - id: tenure
    kind: choice
    said: {standard: Where did you live?}
    audience: housing_plan
    options:
      - {id: owner, said: My own}
      - id: private_rent
        said: I rented
        questions:
          - {id: rent_arrears, kind: yes_no, said: {standard: Do you owe rent?}, audience: debts}
      - {id: other, said: Somewhere else, other: true}
  - id: owed
    kind: group
    row_named: debt
    said: {standard: Is there anything else you owe?}
    audience: debts
    questions:
      - {id: to_whom, kind: short_text, said: {standard: To whom?}, audience: debts}
      - {id: how_much, kind: money, said: {standard: How much?}, audience: debts}
  - id: last
    kind: yes_no
    when: {count: owed, at_least: "1"}
    said: {standard: Shall we look at these together?}
    audience: debts
"""

COUNTED = """
section: home
title: Home
rail: Home
questions:
  - {id: leaves_on, kind: date, said: {standard: When?}, audience: housing_plan}
  - id: soon
    kind: yes_no
    when: {fact: weeks, at_most: "12"}
    said: {standard: Soon?}
    audience: housing_plan
"""


def test_private_renting_leads_to_arrears() -> None:
    interviewing(HOME).answers(tenure="private_rent").is_asked("rent_arrears")


def test_owning_does_not() -> None:
    interviewing(HOME).answers(tenure="owner").is_asked("owed")


def test_revising_tenure_sets_rent_questions_aside_and_brings_them_back() -> None:
    rented = interviewing(HOME).answers(tenure="private_rent", rent_arrears="yes")
    owner = rented.revises(tenure="owner")
    assert owner.interview.set_aside == ("rent_arrears",)
    assert owner.interview.answer_to("rent_arrears") is None
    again = owner.revises(tenure="private_rent")
    assert again.interview.set_aside == ()
    assert again.interview.answer_to("rent_arrears") == rented.interview.answer_to("rent_arrears")


def test_rows_are_asked_one_after_the_other_until_there_are_no_more() -> None:
    owing = interviewing(HOME).answers(tenure="owner").adds_row("owed").is_asked("owed[1].to_whom")
    owing = owing.answer("A shop").answer("85.50 a week").is_asked("owed")
    owing = owing.adds_row("owed").answer("The gas people").answer("300").answer("done").is_asked("last")
    fewer = owing.removes_row("owed[1]")
    assert fewer.interview.answer_to("owed[2].to_whom") is not None
    assert not fewer.removes_row("owed[2]").will_ask("last")


def test_something_else_needs_its_words() -> None:
    interviewing(HOME).answer("other").is_rejected("say in a few words").answer(
        {"chosen": ["other"], "other": "A lighthouse"}
    ).is_asked("owed")


def test_blank_is_missing_and_leaves_the_question_standing() -> None:
    interviewing(HOME).answer("  ").is_rejected("nothing was entered").is_asked("tenure")


def test_undo_takes_back_the_last_answer_and_stands_there() -> None:
    interviewing(HOME).answers(tenure="private_rent", rent_arrears="no").undoes().is_asked("rent_arrears")


def test_back_shows_the_question_before_and_an_unchanged_answer_goes_on() -> None:
    back = interviewing(HOME).answers(tenure="private_rent", rent_arrears="no").goes_back()
    back.is_asked("rent_arrears").goes_back().is_asked("tenure").answer("private_rent").is_asked("rent_arrears")


def test_a_question_can_be_left_with_a_reason() -> None:
    interviewing(HOME).skips("not_asked").is_rejected("why").skips("not_asked", "no_time").is_asked("owed")


ROWS = """
section: home
title: Home
rail: Home
questions:
  - id: children
    kind: group
    row_named: child
    at_most_rows: 2
    said: {standard: Who are they?}
    audience: names
    questions:
      - {id: lives_here, kind: yes_no, said: {standard: With you?}, audience: names}
      - id: where
        kind: short_text
        when: {question: lives_here, equals: "no"}
        said: {standard: Where?}
        audience: names
      - {id: in_june, kind: yes_no, sittings: [review], said: {standard: Still so?}, audience: names}
  - id: elsewhere
    kind: yes_no
    when: {count: children, at_least: "1", where: {question: lives_here, equals: "no"}}
    said: {standard: May we ring there?}
    audience: names
  - id: nobody
    kind: note
    when: {count: children, equals: "0"}
    said: {standard: Nobody then.}
    audience: names
"""


def test_each_row_is_asked_by_its_own_answers() -> None:
    two = interviewing(ROWS).adds_row("children").answer("yes").is_asked("children").adds_row("children").answer("no")
    two.is_asked("children[2].where")
    assert not two.will_ask("children[1].where")
    assert two.answer("Leeds").answer("done").is_asked("elsewhere")


def test_a_row_is_asked_only_what_belongs_to_the_sitting() -> None:
    assert not interviewing(ROWS).adds_row("children").will_ask("children[1].in_june")
    assert interviewing(ROWS, "review").adds_row("children").will_ask("children[1].in_june")


def test_there_is_room_for_so_many_rows_and_no_more() -> None:
    full = interviewing(ROWS).adds_row("children").adds_row("children")
    full.adds_row("children").is_rejected("there is room for 2")
    full.removes_row("children[1]").adds_row("children").is_asked("children[3].lives_here")


def test_a_row_taken_out_leaves_its_number_free_for_nobody() -> None:
    again = interviewing(ROWS).adds_row("children").answer("no").removes_row("children[1]").adds_row("children")
    assert again.interview.standing.rows == {"children": (2,)}
    assert again.interview.answer_to("children[2].lives_here") is None


def test_undoing_a_removed_row_brings_back_its_answers() -> None:
    one = interviewing(ROWS).adds_row("children").answer("no")
    undone = one.removes_row("children[1]").undoes()
    assert undone.interview.answer_to("children[1].lives_here") == one.interview.answer_to("children[1].lives_here")


def test_nothing_is_counted_before_anything_is_said() -> None:
    assert not interviewing(ROWS).will_ask("nobody")
    assert interviewing(ROWS).answer("done").will_ask("nobody")
    assert not interviewing(ROWS).skips().will_ask("nobody")


@pytest.mark.parametrize("row", ["children", "children[x]", "children[3]", "nobody[1]", "", "]["])
def test_what_is_no_row_can_not_be_taken_out(row: str) -> None:
    interviewing(ROWS).adds_row("children").removes_row(row).is_rejected("row")


def test_rows_can_be_added_only_to_a_group_that_is_asked() -> None:
    interviewing(ROWS).adds_row("elsewhere").is_rejected("nothing to add")
    interviewing(ROWS).adds_row("lives_here").is_rejected("nothing to add")


BOUNDS = """
section: home
title: Home
rail: Home
questions:
  - {id: came_on, kind: date, said: {standard: Since when?}, audience: names, check: {at_most: {fact: today}}}
  - {id: until, kind: date, said: {standard: Until?}, audience: names, check: {at_least: {question: came_on}}}
  - {id: rooms, kind: whole_number, said: {standard: Rooms?}, audience: names, check: {at_least: "1", at_most: "9"}}
  - id: rent
    kind: money
    said: {standard: Rent?}
    audience: names
    check: {at_most: "£500", message: That is more than anyone pays.}
  - {id: ni, kind: short_text, said: {standard: Number?}, audience: names, check: {format: ni_number}}
"""


def test_bounds_are_told_in_words() -> None:
    here = interviewing(BOUNDS).answer("22/11/2026").is_rejected("should be 21 November 2026 or earlier")
    here = here.answer("21/11/2026").answer("20/11/2026").is_rejected("should be 21 November 2026 or later")
    here = here.answer("21/11/2026").answer("0").is_rejected("should be 1 or more")
    here = here.answer("10").is_rejected("should be 9 or less").answer("9")
    here.answer("501 a week").is_rejected("more than anyone pays").answer("500 a week").is_asked("ni")


def test_a_named_format_keeps_one_form_of_what_was_typed() -> None:
    here = interviewing(BOUNDS)
    for raw in ("1/1/2026", "1/1/2027", "3", "5"):
        here = here.answer(raw)
    here.answer("123").is_rejected("looks like")
    told = here.answer("qq 12 34 56 c".replace("qq", "ab"))
    assert kept(told.interview.standing.answers["ni"]) == "AB123456C"
    assert told.revises(ni="AB 12 34 56 C").interview is told.interview


def test_a_bound_that_is_not_known_yet_holds_nothing_back() -> None:
    interviewing(BOUNDS).skips().answer("1/1/2020").is_asked("rooms")


PRIVATE = """
section: home
title: Home
rail: Home
questions:
  - {id: heard, kind: yes_no, said: {standard: Heard?}, audience: names}
  - {id: quiet, kind: yes_no, needs_privacy: "yes", said: {standard: Quietly?}, audience: names}
  - {id: last, kind: yes_no, said: {standard: Last?}, audience: names}
"""
NOT_PRIVATE = """
id: invented
version: "1"
title: Invented
sections: [home.yaml]
not_private_when: {question: heard, equals: "yes"}
"""


def test_a_question_that_needs_privacy_waits_and_is_not_counted_as_refused() -> None:
    overheard = interviewing(script_of(PRIVATE, NOT_PRIVATE)).answers(heard="yes").is_asked("last")
    assert [one.id for one in overheard.interview.path.waiting] == ["quiet"]
    assert overheard.interview.progress().waiting == 1
    overheard.answer("no").is_finished().revises(heard="no").is_asked("quiet")


def test_an_answer_given_in_private_stays_when_somebody_comes_in() -> None:
    private = interviewing(script_of(PRIVATE, NOT_PRIVATE)).answers(heard="no", quiet="yes")
    assert private.revises(heard="yes").interview.answer_to("quiet") is not None


KEEPING_OUT = """
section: home
title: Home
rail: Home
questions:
  - {id: keep, kind: yes_no, said: {standard: May I keep it?}, audience: names}
  - {id: health, kind: yes_no, kept_out_by: health, said: {standard: Well?}, audience: names}
  - {id: last, kind: yes_no, said: {standard: Last?}, audience: names}
"""
KEPT_OUT = """
id: invented
version: "1"
title: Invented
sections: [home.yaml]
kept_out_when:
  health: {question: keep, equals: "no"}
"""


def test_what_the_person_keeps_out_is_not_asked() -> None:
    here = interviewing(script_of(KEEPING_OUT, KEPT_OUT)).answers(keep="no").is_asked("last")
    assert [one.id for one in here.interview.path.kept_out] == ["health"]
    here.answer("no").is_finished()


def test_an_answer_given_before_it_was_kept_out_is_set_aside_and_comes_back() -> None:
    told = interviewing(script_of(KEEPING_OUT, KEPT_OUT)).answers(keep="yes", health="yes")
    kept_out = told.revises(keep="no")
    assert "health" in kept_out.interview.set_aside
    assert kept_out.revises(keep="yes").interview.answer_to("health") is not None


def test_a_stored_answer_that_does_not_fit_its_script_is_said_so() -> None:
    script = script_of(PRIVATE, NOT_PRIVATE)
    for name, raw in (("heard", "maybe"), ("gone", "yes"), ("heard[1].x", "yes")):
        with pytest.raises(ValueError, match="does not fit its script"):
            engine.move_of(script, "answer", name, raw)


def test_a_fact_that_counts_from_an_answer_is_known_as_soon_as_that_is_given() -> None:
    told = interviewing(
        script_of(COUNTED, MAIN.replace("facts:\n", "facts:\n  weeks: {means: Weeks left, weeks_until: leaves_on}\n"))
    )
    told = told.answers(leaves_on="2026-12-05")
    told.is_asked("soon")
    known = told.interview.known_before
    assert known.fact("weeks") is None
    known.answers |= told.interview.known.answers
    assert (seen := known.fact("weeks")) is not None and seen.size == 2
