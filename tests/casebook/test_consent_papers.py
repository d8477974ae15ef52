"""What papers an agreement opens, one agency at a time, and what is noted of each paper that goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcst_tui.casebook import papers
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import NewGateway, Wish
from bcst_tui.errors import ExportRefused
from bcst_tui.export.files import write_file
from bcst_tui.interview.answer import Rejection
from tests.casebook.agreeing import COUNCIL, TOLD, stands, told
from tests.casebook.conftest import Opener, add_case
from tests.effort import tries


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook(TOLD)


def test_nothing_goes_to_an_agency_before_a_yes(casebook: Casebook) -> None:
    sitting = told(casebook, "later")
    assert casebook.recipients(sitting, "HOU") == ()
    with pytest.raises(ExportRefused):
        casebook.preview(sitting, "HOU", to=COUNCIL)


def test_what_was_shown_before_a_yes_is_what_is_written_after_it(casebook: Casebook) -> None:
    sitting = told(casebook)
    wish = Wish(COUNCIL, "given", {"identity": 2, "housing": 2}, "spoken", which="Marsh District")
    shown = casebook.would_get(sitting.case_id, wish)
    stands(casebook.decide(sitting.case_id, wish))
    assert casebook.preview(sitting, "HOU", "txt", to=COUNCIL).text == shown
    assert [one.text_shown for one in casebook.consents(sitting.case_id) if one.depth] == [shown, shown]
    [recipient] = casebook.recipients(sitting, "HOU")
    assert recipient.title.endswith("Marsh District")


def test_depth_1_is_a_request_to_get_in_touch_and_no_more(casebook: Casebook) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish("landlord", "given", {"housing": 1}, "spoken")))
    text = casebook.preview(sitting, "HOU", "txt", to="landlord").text
    assert "Ash Invented" in text and "Please contact me" in text
    assert not any(words in text for words in ("Outdoors", "Somewhere to live", "TRN-001", "29 January", "Aunt Bea"))


def test_each_agency_reads_what_was_agreed_with_it_alone(casebook: Casebook) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"identity": 2, "housing": 2}, "spoken")))
    stands(casebook.decide(sitting.case_id, Wish("employer", "given", {"work": 1}, "spoken")))
    text = casebook.preview(sitting, "HOU", "txt", to="employer").text
    assert "council" not in text.casefold() and "Outdoors" not in text


def test_a_gateway_record_opens_its_rows_once(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook)
    decided = casebook.decide_gateway(sitting.case_id, gateway(rows=("name_used", "housing_plan")))
    assert not isinstance(decided, Rejection)
    [to] = casebook.recipients(sitting, "STAT")
    shown = casebook.preview(sitting, "STAT", to=to.to)
    assert "Ash Invented" in shown.text and "Outdoors" in shown.text
    assert "TRN-001" not in shown.text and "Aunt Bea" not in shown.text
    casebook.write(sitting, shown, tmp_path)
    assert casebook.recipients(sitting, "STAT") == ()
    with pytest.raises(ExportRefused):
        casebook.preview(sitting, "STAT", to=to.to)
    assert [one.basis for one in casebook.shares(sitting.case_id)] == ["gateway"]
    assert "rang in" not in casebook.preview(sitting, "WK").text


def gateway(
    rows: tuple[str, ...] = ("name_used",),
    decided_by: str = "Safeguarding lead",
    why_not_told: str = "",
    person_told: bool = True,
    review_on: str = "1/12/2026",
) -> NewGateway:
    return NewGateway("child", "Children's services", "rang in", rows, decided_by, person_told, why_not_told, review_on)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (gateway(rows=()), "at least one"),
        (gateway(rows=("immigration",)), "least that is needed"),
        (gateway(decided_by=" "), "who decided"),
        (gateway(decided_by="resettlement worker"), "not the worker alone"),
        (gateway(decided_by="Wren Invented"), "not the worker alone"),
        (gateway(person_told=False), "why not"),
        (gateway(review_on="1/11/2026"), "is over"),
        (gateway(review_on=""), "12/3/2027"),
    ],
)
def test_a_gateway_record_needs_a_reason_a_decider_and_a_day(casebook: Casebook, new: NewGateway, why: str) -> None:
    refused = casebook.decide_gateway(add_case(casebook).case_id, new)
    assert isinstance(refused, Rejection) and why in refused.reason


def test_a_paper_is_noted_before_it_is_on_the_disk_and_not_at_all_where_it_could_not_be_written(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = told(casebook, council="depth_2")
    preview = casebook.preview(sitting, "HOU", to=COUNCIL)
    with pytest.raises(ExportRefused):
        casebook.write(sitting, preview, tmp_path / "not there")
    assert casebook.shares(sitting.case_id) == ()

    def killed(folder: Path, name: str, text: str, *, overwrite: bool = False) -> Path:
        write_file(folder, name, text, overwrite=overwrite)
        raise KeyboardInterrupt

    monkeypatch.setattr(papers, "write_file", killed)
    with pytest.raises(KeyboardInterrupt):
        casebook.write(sitting, preview, tmp_path)
    assert [one.sent_to for one in casebook.shares(sitting.case_id)] == [COUNCIL] and list(tmp_path.iterdir())


def test_their_own_full_copy_tells_every_edit_and_version_but_no_word_a_worker_typed(casebook: Casebook) -> None:
    sitting = told(casebook)
    need = casebook.plan(sitting).needs[0]
    casebook.edit_need(sitting, need.code, status="confirmed")
    casebook.edit_need(sitting, need.code, status="dropped", reason="Canary of a reason")
    casebook.add_action(sitting, "Canary of an action", None)
    casebook.agree_plan(sitting)
    full, worker = (casebook.preview(sitting, reader).text for reader in ("FULL", "WK"))
    assert "Version 1 of the plan agreed" in full and f"{need.title}: proposed → confirmed" in full
    assert f"{need.title}: confirmed → dropped" in full and "Canary" not in full
    assert "of the plan agreed" not in worker, "the log itself is under Versions, and on no worker's paper"


def test_their_own_full_copy_tells_what_went_to_whom_and_that_they_asked_to_see_it(
    casebook: Casebook, tmp_path: Path
) -> None:
    sitting = told(casebook, council="depth_2")
    casebook.ask_for_record(sitting.case_id, "14/11/2026")
    [council] = casebook.recipients(sitting, "HOU")
    casebook.write(sitting, casebook.preview(sitting, "HOU", to=council.to), tmp_path)
    casebook.decide_gateway(sitting.case_id, gateway())
    full, worker, officer = (casebook.preview(sitting, reader).text for reader in ("FULL", "WK", "RO"))
    for text in (full, worker):
        assert "14 November 2026 to see this record; not shown yet" in text and "Went out, 21 November 2026" in text
    assert "shared without consent" in worker, "the lead has not said yet whether the person may read it (Y*)"
    assert "shared without consent" not in full
    assert "Went out" not in officer and "to see this record" not in officer


def test_the_officer_reads_what_was_agreed_beyond_what_they_get_anyway(casebook: Casebook) -> None:
    sitting = told(casebook)
    assert "Aunt Bea" not in casebook.preview(sitting, "RO").text
    stands(casebook.decide(sitting.case_id, Wish("responsible_officer", "given", {"family": 3}, "spoken")))
    assert "Aunt Bea" in casebook.preview(sitting, "RO").text
    assert isinstance(casebook.never_tell(sitting.case_id, "responsible_officer"), Rejection)


STEPS = st.lists(st.sampled_from(["give", "deeper", "withdraw", "refuse", "later", "never", "again"]), max_size=6)


@settings(max_examples=tries(5, 12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_after_a_withdrawal_nothing_can_go_until_the_next_yes(casebook: Casebook, steps: list[str]) -> None:
    sitting, is_open = told(casebook), False
    never = False
    for step in steps:
        case_id = sitting.case_id
        if step in ("give", "deeper"):
            wish = Wish(COUNCIL, "given", {"housing": 1 if step == "give" else 3}, "spoken")
            is_open = is_open or not never
            assert isinstance(casebook.decide(case_id, wish), Rejection) is never
        elif step in ("refuse", "later"):
            said = "refused" if step == "refuse" else "later"
            casebook.decide(case_id, Wish(COUNCIL, said, {"identity": 0, "housing": 0}))  # type: ignore[arg-type]
            is_open = False
        elif step == "withdraw":
            assert isinstance(casebook.withdraw(case_id, COUNCIL), Rejection) is not is_open
            is_open = False
        else:
            never = step == "never"
            casebook.never_tell(case_id, COUNCIL, never)
            is_open = is_open and not never
        assert bool(casebook.recipients(sitting, "HOU")) is is_open
        if not is_open:
            with pytest.raises(ExportRefused):
                casebook.preview(sitting, "HOU", to=COUNCIL)


def test_the_stop_letter_tells_nothing_they_were_not_told(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook)
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 2}, "spoken", which="Marsh District")))
    assert isinstance(casebook.stop_letter(sitting.case_id, COUNCIL), Rejection), "nothing has gone yet"
    written = casebook.write(sitting, casebook.preview(sitting, "HOU", to=COUNCIL), tmp_path)
    assert isinstance(casebook.stop_letter(sitting.case_id, COUNCIL), Rejection), "it still holds"
    casebook.withdraw(sitting.case_id, COUNCIL)
    letter = casebook.stop_letter(sitting.case_id, COUNCIL)
    assert not isinstance(letter, Rejection)
    assert "Marsh District" in letter.text and written.name in letter.text
    assert not any(words in letter.text for words in ("Ash", "TRN-001", "home", "housing", "prison", "council"))
    assert casebook.write_stop_letter(sitting.case_id, letter, tmp_path).name == letter.file_name


def test_two_agencies_on_one_day_have_files_of_their_own_and_neutral_names(casebook: Casebook, tmp_path: Path) -> None:
    sitting = told(casebook, "depth_2")
    stands(casebook.decide(sitting.case_id, Wish("landlord", "given", {"housing": 2}, "spoken")))
    names = [
        casebook.write(sitting, casebook.preview(sitting, "HOU", to=to), tmp_path).name for to in (COUNCIL, "landlord")
    ]
    assert names == ["TRAINING-BC-0001-HOU-2026-11-21.md", "TRAINING-BC-0001-HOU-2026-11-21-2.md"]
    assert casebook.preview(sitting, "HOU", to=COUNCIL).file_name == names[0]


def test_a_personal_advisor_hears_what_was_ticked_and_no_more(casebook: Casebook) -> None:
    sitting = told(casebook, advisor=("housing",))
    assert casebook.agency(sitting.case_id, "personal_advisor").depths == {"identity": 1, "housing": 2}
    text = casebook.preview(sitting, "HOU", to="personal_advisor").text
    assert "Outdoors" in text and "Was in care" not in text and "TRN-001" not in text


def test_a_council_hears_of_time_in_care_only_as_agreed(casebook: Casebook) -> None:
    sitting = told(casebook, "depth_2")
    assert "Was in care" not in casebook.preview(sitting, "HOU", to=COUNCIL).text
    stands(casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"care": 2}, "spoken")))
    assert "Was in care" in casebook.preview(sitting, "HOU", to=COUNCIL).text
