from tests.vocabulary import interviewing

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
