"""A form begun and not saved outlives everything but its own saving, whichever form it is."""

from __future__ import annotations

import pytest

from bcst_tui.casebook.case_values import Closing, Deleting, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.drafts import LONGEST
from bcst_tui.casebook.forms import FORMS, OF_ONE_STAY, FormName, Writing
from bcst_tui.casebook.safe_contact_form import FORM, gone_on, half_written
from bcst_tui.casebook.values import NewCase
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.closed import CaseClosed
from bcst_tui.vault.records import Records
from bcst_tui.vault.vault import Vault
from tests.casebook.conftest import SATURDAY, Opener, add_case

WORDS = "Likes morn"
NAMES: list[FormName] = [*FORMS]  # type: ignore[list-item]


def begun(casebook: Casebook, case_id: int | None, form: FormName = "note", words: str = WORDS) -> Writing:
    writing = casebook.writing(case_id, form)
    writing.part("words").keep(words)
    return writing


def found(casebook: Casebook, case_id: int | None, form: FormName = "note", subject: str = "") -> dict[str, str]:
    return casebook.writing(case_id, form, subject).words


@pytest.mark.parametrize("form", NAMES)
def test_what_was_begun_is_there_after_locking_with_the_day_it_was_begun(open_casebook: Opener, form: FormName) -> None:
    casebook = open_casebook()
    case_id = add_case(casebook).case_id
    begun(casebook, case_id, form, "Lik")
    begun(casebook, case_id, form)
    casebook.close()
    part = open_casebook().writing(case_id, form).part("words")
    assert part.words == WORDS
    assert part.begun.startswith("You had begun this on 21 November 2026")


def test_a_form_about_nobody_is_kept_too(casebook: Casebook) -> None:
    add_case(casebook)
    begun(casebook, None, "service")
    assert found(casebook, None, "service") == {"words": WORDS}
    assert found(casebook, 1, "service") == {}


def test_one_form_knows_nothing_of_another_case_form_or_thing(casebook: Casebook) -> None:
    one, other = add_case(casebook), add_case(casebook, "Kit Invented")
    casebook.writing(one.case_id, "dropped", "somewhere").part("reason").keep(WORDS)
    assert found(casebook, one.case_id, "dropped", "somewhere") == {"reason": WORDS}
    assert not found(casebook, one.case_id, "dropped", "elsewhere")
    assert not found(casebook, one.case_id, "view", "somewhere")
    assert not found(casebook, other.case_id, "dropped", "somewhere")


def test_what_was_saved_is_let_go_of_and_what_was_refused_stays(casebook: Casebook) -> None:
    case_id = add_case(casebook).case_id
    writing = begun(casebook, case_id)
    assert isinstance(writing.settled(lambda: casebook.add_note(case_id, "x" * 9999)), Rejection)
    assert found(casebook, case_id) == {"words": WORDS}
    assert not isinstance(writing.settled(lambda: casebook.add_note(case_id, WORDS)), Rejection)
    assert found(casebook, case_id) == {} == writing.words


def test_what_the_disk_refused_to_save_stays(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = add_case(casebook).case_id
    writing = begun(casebook, case_id)

    def refuse(_: Records) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    with monkeypatch.context() as full:
        full.setattr(Records, "count_commit", refuse)
        with pytest.raises(NotSaved):
            writing.settled(lambda: casebook.add_note(case_id, WORDS))
        with pytest.raises(NotSaved):
            writing.part("words").keep(f"{WORDS}ings")
        writing.let_go()
    assert found(casebook, case_id) == {"words": WORDS}, "and giving it up is no crash"
    writing.part("words").keep(f"{WORDS}ings")
    assert found(casebook, case_id) == {"words": f"{WORDS}ings"}


def test_an_emptied_field_is_kept_no_longer_and_others_are(casebook: Casebook) -> None:
    writing = casebook.writing(add_case(casebook).case_id, "gateway")
    writing.part("told_to").keep("The council")
    writing.part("facts").keep("Least")
    writing.part("facts").let_go()
    assert writing.words == {"told_to": "The council"}
    writing.part("told_to").keep(" ")
    assert casebook.writing(1, "gateway").begun == ""


def test_what_stood_there_before_anybody_wrote_is_nothing_written(casebook: Casebook) -> None:
    writing = casebook.writing(add_case(casebook).case_id, "slip")
    part = writing.part("name", "Ash")
    part.keep("Ash ")
    assert (writing.words, part.words) == ({}, "Ash")
    part.keep("")
    assert casebook.writing(1, "slip").part("name", "Ash").words == "", "they wanted no name on it"


def test_the_same_words_are_written_to_the_disk_once(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = begun(casebook, add_case(casebook).case_id)
    monkeypatch.setattr(Vault, "session", lambda _: pytest.fail("nothing has changed"))
    writing.part("words").keep(WORDS)


def test_nothing_that_could_steer_a_terminal_and_no_endless_text_is_kept(casebook: Casebook) -> None:
    case_id = add_case(casebook).case_id
    begun(casebook, case_id, words="a\x1b[2J\x00" + "x" * LONGEST * 2)
    [words] = found(casebook, case_id).values()
    assert "\x1b" not in words and "\x00" not in words and len(words) == LONGEST


def test_no_words_are_shown_where_a_form_is_printed(casebook: Casebook) -> None:
    writing = begun(casebook, add_case(casebook).case_id)
    with casebook._vault.session() as records:
        kept = records.forms.newest(1, "note", "")
    assert "morn" not in f"{writing!r} {writing.part('words', WORDS)!r} {kept!r}"


def test_after_a_merge_both_are_found_one_after_the_other(casebook: Casebook) -> None:
    one, other = add_case(casebook), casebook.add_case(NewCase("Ash Again"))
    assert not isinstance(other, Rejection)
    begun(casebook, one.case_id, words="The older")
    begun(casebook, other.case_id, words="The newer")
    merging = Merging(one.case_id, other.case_id, {"name_used": one.case_id})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    writing = casebook.writing(one.case_id, "note")
    assert writing.words == {"words": "The newer"}
    writing.let_go()
    assert writing.words == {"words": "The older"}


def test_it_goes_with_a_deleted_case_and_is_told_before(casebook: Casebook) -> None:
    case = add_case(casebook)
    begun(casebook, case.case_id)
    before = casebook.before_deleting(case.case_id)
    assert isinstance(before, Deleting) and before.goes[-1] == "1 form begun and not saved."
    assert not isinstance(casebook.delete_case(case.case_id, case.reference), Rejection)
    assert found(casebook, case.case_id) == {}


def test_before_closing_it_is_told_and_in_a_closed_case_nothing_more_is_written(casebook: Casebook) -> None:
    case_id = add_case(casebook).case_id
    writing = begun(casebook, case_id)
    begun(casebook, case_id, "closing", "They m")
    assert casebook.open_before_closing(case_id) == ("Begun on 21 November 2026 and not saved: a note.",)
    assert not isinstance(casebook.close_case(case_id, Closing("released")), Rejection)
    with pytest.raises(CaseClosed):
        writing.part("words").keep("Likes mornings")
    assert not isinstance(casebook.reopen_case(case_id, "It was too soon"), Rejection)
    assert found(casebook, case_id) == {"words": WORDS}


@pytest.mark.parametrize("form", NAMES)
def test_nothing_of_a_plan_goes_on_into_another_time_in_prison(casebook: Casebook, form: FormName) -> None:
    case_id = add_case(casebook).case_id
    begun(casebook, case_id, form)
    assert not isinstance(casebook.close_case(case_id, Closing("released")), Rejection)
    assert not isinstance(casebook.come_back(case_id), Rejection)
    assert bool(found(casebook, case_id, form)) == (form not in OF_ONE_STAY)


FILLED = SafeContact(
    channel="phone",
    number_label="A sister's",
    safe_days="Monday",
    safe_hours="mornings",
    who_may_answer="Nobody",
    leave_message=True,
    message_words="Ring Sam",
    caller_says="A friend",
    number_withheld=False,
    code_word="kestrel",
    valid_until=SATURDAY,
    if_unreachable="named_person",
    named="An aunt",
)


@pytest.mark.parametrize("before", [SafeContact(), FILLED])
@pytest.mark.parametrize("now", [SafeContact(), FILLED, SafeContact(channel="text", preview_safe=True)])
def test_a_safe_contact_form_is_gone_on_with_as_it_stood(before: SafeContact, now: SafeContact) -> None:
    written = {name: words for name, words in half_written(before, now).items() if words is not None}
    assert gone_on(before, written) == now


@pytest.mark.parametrize("words", ["", "99", "no day", "x"])
def test_a_line_of_it_that_can_not_be_read_is_left_as_it_was(words: str) -> None:
    for line in FORM:
        if line.kind != "words":
            assert gone_on(FILLED, {line.name: words}) == FILLED
