"""Part 1 taken over, staff told at once, the plan handed over, landlords tried: kept, shown, merged and erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.part_one import PartOneKept, pasted_path
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.part_one import Refused
from tests.casebook.conftest import HOME, Opener, add_case

HOMES = (
    HOME.replace("c01_before", "c01_before_prison")
    .replace("rented,", "private_tenant,")
    .replace("equals: rented", "equals: private_tenant")
)
OF_ANOTHER = b'{"finished_on": "2026-11-20", "prison_number": "TRN-999", "housing_before": "street"}'


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook(HOMES)


def file_with(tmp_path: Path, text: str | bytes, name: str = "part 1.json") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_part_1_from_a_file_is_shown_in_the_interview_to_be_confirmed(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    path = file_with(tmp_path, '{"finished_on": "2026-11-20", "housing_before": "I rented", "wing": "B"}')
    kept = casebook.read_part_one(case.case_id, f"'{path}'")
    assert isinstance(kept, PartOneKept), kept
    assert (kept.count, kept.unknown) == (1, ("wing",))
    sitting = casebook.begin(case.case_id)
    told = sitting.interview.told_before("c01_before_prison")
    assert told is not None
    assert sitting.interview.progress().answered == 0
    confirmed = casebook.confirm(sitting)
    assert not isinstance(confirmed, Rejection)
    assert confirmed.interview.progress().answered == 1


def test_what_part_1_said_stands_on_the_persons_full_copy_alone(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    casebook.read_part_one(
        case.case_id, str(file_with(tmp_path, '{"finished_on": "2026-11-20", "housing_before": "I rented"}'))
    )
    sitting = casebook.begin(case.case_id)
    assert "Part 1, 20 November 2026" in casebook.preview(sitting, "FULL").text
    assert "Part 1, 20 November 2026" not in casebook.preview(sitting, "RO").text


def test_part_1_can_be_typed_in_and_the_last_word_counts(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.type_part_one(case.case_id, "housing_before", "private_tenant", "20/11/2026")
    casebook.type_part_one(case.case_id, "housing_before", "street", "20/11/2026")
    (line,) = [one for one in casebook.part_one(case.case_id) if one.words]
    assert (line.words, str(line.on)) == ("Outdoors", "2026-11-20")


@pytest.mark.parametrize("on", ["", "22/11/2026", "soon"])
def test_part_1_needs_the_day_it_was_finished(casebook: Casebook, on: str) -> None:
    case = add_case(casebook)
    assert isinstance(casebook.type_part_one(case.case_id, "housing_before", "street", on), Rejection)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        ('{"finished_on": "2026-11-20"}'.encode("utf-16"), "a.json", "not UTF-8"),
        (b"x" * (1024 * 1024 + 1), "a.csv", "larger than 1 MiB"),
        (b"{}", "a.docx", "ends in .json or .csv"),
        (
            b'{"finished_on": "2026-11-20", "prison_number": "TRN-999", "housing_before": "street"}',
            "a.json",
            "not that of",
        ),
        (b"\xef\xbb\xbffield,value\r\nhousing_before,street\r\n", "a.csv", "when part 1 was finished"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_nothing_is_kept(
    casebook: Casebook, tmp_path: Path, content: bytes, name: str, words: str
) -> None:
    case = add_case(casebook)
    refused = casebook.read_part_one(case.case_id, str(file_with(tmp_path, content, name)))
    assert isinstance(refused, Refused)
    assert words in " ".join(refused.mistakes)
    assert not any(one.words for one in casebook.part_one(case.case_id))


def test_a_file_that_is_not_there_and_a_folder_are_told(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    (tmp_path / "folder.json").mkdir()
    for path in (tmp_path / "nothing.json", tmp_path / "folder.json"):
        refused = casebook.read_part_one(case.case_id, str(path))
        assert isinstance(refused, Refused)
        assert "can't be read" in refused.mistakes[0]


def test_a_path_dropped_on_a_terminal_is_understood() -> None:
    assert pasted_path("'/tmp/part 1.json' ") == Path("/tmp/part 1.json")
    assert pasted_path("file:///tmp/part%201.json") == Path("/tmp/part 1.json")
    assert pasted_path('"/tmp/part 1.json"') == Path("/tmp/part 1.json")


def test_telling_staff_is_logged_in_fixed_words_and_stands_on_the_workers_copy(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = casebook.begin(case.case_id)
    told = casebook.hand_off(case.case_id, "ill", "healthcare", "21/11/2026 09:30")
    assert not isinstance(told, Rejection)
    assert "told to Healthcare: Ill" in casebook.preview(sitting, "WK").text
    for reader in ("CELL", "RO"):
        assert "Healthcare" not in casebook.preview(sitting, reader).text
    assert not casebook.plan(sitting).needs


def test_the_plan_handed_over_is_dated_and_the_officer_reads_it(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = casebook.begin(case.case_id)
    assert not isinstance(casebook.hand_off(case.case_id, "plan", "responsible_officer"), Rejection)
    assert "The plan, handed over: responsible officer" in casebook.preview(sitting, "RO").text


def taken(done: Sitting | Rejection) -> Sitting:
    assert isinstance(done, Sitting), done
    return done


ASKED_BEFORE_RELEASE = """
  - id: l08_handed_over
    kind: choice
    said: {standard: Handed over?}
    in_short: Handed over to the officer outside
    audience: actions
    options:
      - {id: not_yet, said: Not yet}
      - id: handed_over
        said: Handed over
        questions:
          - {id: l08b_handed_on, kind: date, said: {standard: Which day?}, in_short: Handed over on, audience: actions}
needs:"""


def test_the_plan_said_to_be_handed_over_in_the_interview_is_among_what_was_passed_on(open_casebook: Opener) -> None:
    casebook = open_casebook(HOME.replace("\nneeds:", ASKED_BEFORE_RELEASE))
    case = add_case(casebook)
    begun = taken(casebook.answer(casebook.begin(case.case_id), "street"))
    sitting = taken(casebook.revise(begun, "l08_handed_over", "not_yet"))
    assert casebook.hand_offs(case.case_id) == ()
    assert "Not yet" in casebook.preview(sitting, "RO").text
    casebook.hand_off(case.case_id, "plan", "responsible_officer")
    officer = casebook.preview(sitting, "RO").text
    assert "Not yet" not in officer and "The plan, handed over: responsible officer" in officer
    said = taken(casebook.revise(sitting, "l08_handed_over", "handed_over"))
    sitting = taken(casebook.answer(said, "2026-11-20"))
    assert [str(one.on) for one in casebook.hand_offs(case.case_id)] == ["2026-11-21", "2026-11-20"]
    taken(casebook.revise(sitting, "l08b_handed_on", "2026-11-21"))
    (once,) = casebook.hand_offs(case.case_id)
    assert casebook.hand_off_line(once).startswith("21 November 2026, 14:")


@pytest.mark.parametrize("when", ["22/11/2026 09:30", "this morning"])
def test_nobody_is_told_on_a_day_still_to_come(casebook: Casebook, when: str) -> None:
    case = add_case(casebook)
    assert isinstance(casebook.hand_off(case.case_id, "ill", "healthcare", when), Rejection)
    assert casebook.hand_offs(case.case_id) == ()


def test_urgent_things_go_to_staff_and_the_plan_goes_outside(casebook: Casebook) -> None:
    case = add_case(casebook)
    assert isinstance(casebook.hand_off(case.case_id, "ill", "responsible_officer"), Rejection)
    assert isinstance(casebook.hand_off(case.case_id, "plan", "healthcare"), Rejection)


def test_every_kind_of_landlord_is_tried_or_ruled_out_with_a_reason(casebook: Casebook) -> None:
    case = add_case(casebook)
    answered = casebook.answer(casebook.begin(case.case_id), "street")
    assert not isinstance(answered, Rejection)
    assert "a charity's housing" in " ".join(casebook.still_open(answered))
    assert casebook.last_look(answered).still_open == casebook.still_open(answered), "nothing is told twice"
    assert isinstance(casebook.try_landlord(case.case_id, "private", "not_suitable"), Rejection)
    casebook.try_landlord(case.case_id, "private", "not_suitable", "No money for a deposit")
    casebook.try_landlord(case.case_id, "social", "tried")
    casebook.try_landlord(case.case_id, "charitable", "tried")
    assert "landlord" not in " ".join(casebook.still_open(answered))
    worker, full = (casebook.preview(answered, reader).text for reader in ("WK", "FULL"))
    assert "No money for a deposit" in worker and "No money for a deposit" not in full
    assert "Not suitable, 21 November 2026" in worker and "Not suitable, 21 November 2026" in full


def test_a_merge_takes_all_of_it_along_and_deleting_leaves_nothing(casebook: Casebook) -> None:
    stays, goes = add_case(casebook), add_case(casebook, "Elder Invented")
    for case in (stays, goes):
        casebook.hand_off(case.case_id, "ill", "healthcare")
        casebook.try_landlord(case.case_id, "social", "tried")
        casebook.type_part_one(case.case_id, "housing_before", "street", "20/11/2026")
    merging = Merging(stays.case_id, goes.case_id, {"name_used": stays.case_id})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    assert len(casebook.hand_offs(stays.case_id)) == 2
    with casebook._vault.session() as records:
        records.cases.erase(stays.case_id)
        for table in ("hand_off", "landlord", "part_one"):
            count = records._session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert count == 0, table
