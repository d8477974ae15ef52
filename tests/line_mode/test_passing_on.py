"""Services, part 1 and what was passed on, in numbered lines: the same words and the same logic as on the screens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.part_one import PartOne
from bcst_tui.line_mode.passing_on import PassingOn
from bcst_tui.line_mode.services import Services
from bcst_tui.plan.service_fields import FIELDS
from tests.line_mode.conftest import HEAD, MAIN, MONDAY, PROFILE, Typed
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, ready_vault

LANGUAGE = """
  - id: b01_best_language
    kind: choice
    said: {standard: Which language?}
    in_short: Language to talk in
    audience: language_access
    options: [{id: english, said: English}, {id: welsh, said: Welsh}]
"""


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    files = {"script.yaml": MAIN, "home.yaml": HEAD + LANGUAGE}
    around = Surroundings(files, shipped_reference(), lambda: MONDAY, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    casebook = Casebook(ready_vault(tmp_path / "vault", bytes(32), PROFILE), around)
    assert not isinstance(casebook.add_case(NewCase("Ash Invented")), Rejection)
    yield casebook
    let_go(casebook._vault)


def passing_on(casebook: Casebook, *typed: str) -> str:
    lines = Typed([*typed, "> Back"])
    PassingOn(casebook, casebook.case(1), lines).overview()
    assert not lines.waiting
    return lines.all_told


def part_one(casebook: Casebook, *typed: str) -> str:
    lines = Typed([*typed, "> Back"])
    PartOne(casebook, casebook.case(1), lines).go_round()
    assert not lines.waiting
    return lines.all_told


def test_staff_are_told_and_the_log_is_read_back(casebook: Casebook) -> None:
    said = passing_on(casebook, "> Staff", "> Medicine missed", "> Healthcare", "")
    assert "Logged." in said
    assert "Medicine missed, told to Healthcare" in said


def test_what_is_often_a_need_as_well_is_offered_for_the_plan(casebook: Casebook) -> None:
    sitting = casebook.begin(1)
    told = (
        "> Staff",
        "> Medicine missed",
        "> Healthcare",
        "",
        "> Add a need",
        "> Health",
        "A new prescription",
        "Said so",
        "> The person",
        "",
    )
    assert "It may be a need for the plan as well." in passing_on(casebook, *told)
    assert "A new prescription" in [need.title for need in casebook.plan(sitting).needs]


def test_a_wrong_time_is_written_again_or_logs_nothing(casebook: Casebook) -> None:
    told = ("> Staff", "4", "3", "tomorrow")
    passing_on(casebook, *told, "> Log nothing")
    assert casebook.hand_offs(1) == ()
    passing_on(casebook, *told, "> Write it again", "")
    assert len(casebook.hand_offs(1)) == 1


def test_the_plan_is_handed_over_and_a_landlord_ruled_out(casebook: Casebook) -> None:
    private = ("> A kind of landlord", "> A private landlord", "> Not suitable")
    said = passing_on(casebook, "> The plan", "> Responsible officer", "", *private, "", *private, "No deposit")
    assert "told to Responsible officer" in said
    assert "Write why it does not suit" in said
    assert "A private landlord: Not suitable" in said


def test_part_1_is_read_from_a_file_and_a_wrong_one_told(casebook: Casebook, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("field,value\nfinished_on,2026-11-20\nfirst_language,Welsh\nwing,B\n", encoding="utf-8")
    bad.write_text("field,value\nfinished_on,2026-11-20\nfirst_language,Klingon\n", encoding="utf-8")
    said = part_one(casebook, "> Read it", str(bad), "> Read it", str(good))
    assert "! Line 3, first_language" in said
    assert "Taken over: 1 of part 1, finished on 20 November 2026" in said
    assert "left out: wing" in said


def test_part_1_is_typed_in(casebook: Casebook) -> None:
    said = part_one(casebook, "> Type it in", "20/11/2026", "2", "Welsh", "> Back")
    assert "Language to talk in: Welsh" in said


def test_a_service_is_written_changed_and_found(casebook: Casebook) -> None:
    drugs = str([field.id for field in FIELDS].index("drug_use") + 4)
    lines = Typed(["3", "Alder House", "beds", "Ring", drugs, "2", "3", "1", "2", "alder beds", "1", "1"])
    Services(casebook, lines).go_round()
    (found,) = casebook.services("alder")
    assert (found.service.takes.drug_use, found.service.retired) == ("no", True)
    assert "Alder House: beds (retired; written in bcst)" in lines.all_told
