from dataclasses import replace
from datetime import date

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Sitting
from bcst_tui.interview.answer import Rejection
from tests.casebook.conftest import HOME, Opener, add_case


def moved(sitting: Sitting | Rejection) -> Sitting:
    assert isinstance(sitting, Sitting), sitting
    return sitting


def test_a_case_gets_a_neutral_reference_and_a_number_is_never_given_twice(casebook: Casebook) -> None:
    assert [add_case(casebook).reference, add_case(casebook).reference] == ["BC-0001", "BC-0002"]


def test_a_case_without_a_name_is_refused_in_words(casebook: Casebook) -> None:
    assert isinstance(casebook.add_case(NewCase("  ")), Rejection)
    assert isinstance(casebook.add_case(NewCase("Ash", prison_number="12")), Rejection)
    assert isinstance(casebook.add_case(NewCase("Ash", birth_date="31/2/1990")), Rejection)
    assert isinstance(casebook.add_case(NewCase("Ash", birth_date="1/2/2036")), Rejection)
    assert casebook.cases() == ()


def test_a_case_is_for_somebody_of_18_or_over(casebook: Casebook) -> None:
    today = casebook.today()
    day_before, birthday = (
        date(today.year - 18, today.month, today.day + 1),
        date(today.year - 18, today.month, today.day),
    )
    too_young = casebook.add_case(NewCase("Ash", birth_date=f"{day_before:%d/%m/%Y}"))
    assert isinstance(too_young, Rejection) and "18 and over" in too_young.reason
    assert not isinstance(casebook.add_case(NewCase("Ash", birth_date=f"{birthday:%d/%m/%Y}")), Rejection)


def test_an_interview_goes_on_where_it_was_left(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = casebook.begin(add_case(casebook).case_id)
    left = moved(casebook.answer(sitting, "rented"))
    casebook.close()
    again = open_casebook()
    resumed = again.begin(left.case_id)
    assert resumed.interview == left.interview
    assert resumed.interview.current is not None and resumed.interview.current.id == "c02_back"


def test_the_unfinished_interview_is_offered_with_the_question_it_stands_at(casebook: Casebook) -> None:
    assert casebook.unfinished() is None
    sitting = casebook.begin(add_case(casebook).case_id)
    moved(casebook.answer(sitting, "rented"))
    offered = casebook.unfinished()
    assert offered is not None
    assert offered.words.endswith("question 2 of about 2")


def test_an_interview_left_on_another_day_is_offered_with_that_day(casebook: Casebook) -> None:
    casebook.begin(add_case(casebook).case_id)
    offered = casebook.unfinished()
    assert offered is not None
    assert "November" not in offered.words
    assert "November" in replace(offered, today=date(2026, 11, 23)).words


def test_an_interview_with_every_answer_but_not_ended_says_so(casebook: Casebook) -> None:
    moved(casebook.answer(casebook.begin(add_case(casebook).case_id), "street"))
    offered = casebook.unfinished()
    assert offered is not None and offered.words.endswith("every question has its answer")


def test_an_interview_finishes_on_the_script_it_started_with(open_casebook: Opener) -> None:
    casebook = open_casebook()
    begun = casebook.begin(add_case(casebook).case_id)
    casebook.close()
    newer = open_casebook(HOME.replace("Could you go back?", "Could you return?"))
    old = moved(newer.answer(newer.begin(begun.case_id), "rented"))
    assert old.interview.current is not None
    assert old.interview.current.question.said.standard == "Could you go back?"
    other = newer.begin(add_case(newer, "Elm Invented").case_id)
    asked = moved(newer.answer(other, "rented")).interview.current
    assert asked is not None and asked.question.said.standard == "Could you return?"


def test_a_script_broken_by_an_upgrade_stops_no_open_interview(open_casebook: Opener) -> None:
    casebook = open_casebook()
    begun = casebook.begin(add_case(casebook).case_id)
    casebook.close()
    broken = open_casebook("section: home\n")
    assert broken.begin(begun.case_id).interview == begun.interview
    assert len(broken.cases()) == 1


def test_a_rejected_entry_leaves_nothing_behind(casebook: Casebook) -> None:
    sitting = casebook.begin(add_case(casebook).case_id)
    assert isinstance(casebook.answer(sitting, "a castle"), Rejection)
    assert casebook.begin(sitting.case_id).interview.moves == ()


def test_a_stopped_sitting_is_paused_and_goes_on(casebook: Casebook) -> None:
    sitting = casebook.stop(casebook.begin(add_case(casebook).case_id))
    assert sitting.status == "paused"
    assert casebook.unfinished() is not None
    assert moved(casebook.answer(casebook.begin(sitting.case_id), "street")).status == "open"


def test_a_completed_sitting_is_no_longer_unfinished(casebook: Casebook) -> None:
    sitting = casebook.begin(add_case(casebook).case_id)
    casebook.complete(moved(casebook.answer(sitting, "street")))
    assert casebook.unfinished() is None


def test_names_and_roles_of_this_place_stand_in_the_words(casebook: Casebook) -> None:
    words = casebook.words("I'm {worker_name} at {prison}; {safeguarding_role}, {sealed_reader_role}.")
    assert words == "I'm Wren Invented at HMP Nowhere; Duty manager, Safeguarding lead."
