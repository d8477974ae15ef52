"""Lines of a form, kept as they are entered: after a power cut they are said, and gone on with or written anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.forms import FormName
from bcst_tui.casebook.values import CaseLine
from bcst_tui.errors import NotSaved
from bcst_tui.line_mode.case_keeping import CaseKeeping
from bcst_tui.line_mode.half_written import keep
from bcst_tui.line_mode.prompts import Lines
from bcst_tui.line_mode.safe_contact import go_through
from bcst_tui.line_mode.statement import Statements
from bcst_tui.vault.records import Records
from tests.line_mode.conftest import Typed
from tests.line_mode.test_case_keeping import casebook as casebook

BEGUN = "You had begun this on"


def note(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    CaseKeeping(casebook, case, lines).notes()


def statement(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    Statements(casebook, case, lines).go_round()


def safe(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    go_through(casebook, case.case_id, lines)


def begun(casebook: Casebook, form: FormName, subject: str = "") -> dict[str, str]:
    return casebook.writing(casebook.cases()[0].case_id, form, subject).words


def talk(casebook: Casebook, way: Callable[[Casebook, CaseLine, Lines], None], *typed: str) -> Typed:
    terminal = Typed([*typed])
    way(casebook, casebook.cases()[0], terminal)
    assert terminal.waiting == []
    return terminal


def cut(casebook: Casebook, way: Callable[[Casebook, CaseLine, Lines], None], *typed: str) -> None:
    """The terminal goes away in the middle."""
    with pytest.raises(EOFError):
        talk(casebook, way, *typed)


@pytest.mark.parametrize(
    ("then", "kept"),
    [
        (("> Take it", "1"), "Likes mornings"),
        (("> Write on", "and tea", "1"), "Likes mornings and tea"),
        (("> Start", "Asleep", "1"), "Asleep"),
    ],
)
def test_a_note_begun_is_taken_gone_on_with_or_begun_again(
    casebook: Casebook, then: tuple[str, ...], kept: str
) -> None:
    cut(casebook, note, "2", "Likes mornings")
    assert begun(casebook, "note") == {"words": "Likes mornings"}
    assert BEGUN in talk(casebook, note, "2", *then).all_told
    assert [one.words for one in casebook.notes(casebook.cases()[0].case_id)] == [kept]
    assert begun(casebook, "note") == {}


def test_a_statement_goes_on_after_the_lines_that_are_there(casebook: Casebook) -> None:
    casebook.writing(casebook.cases()[0].case_id, "statement", "employer").part("words").keep("I lay bricks.")
    talk(casebook, statement, "2", "> Write it", "> Write on", "I rent a room.", "", "1")
    [kept] = casebook.statements(casebook.cases()[0].case_id)
    assert kept.words == "I lay bricks.\nI rent a room."
    assert begun(casebook, "statement", "employer") == {}


def test_a_safe_contact_form_is_there_as_far_as_it_went(casebook: Casebook) -> None:
    cut(casebook, safe, "> How", "> Ring me", "> If nobody", "> Do nothing", "> Safe days", "Mondays")
    case_id = casebook.cases()[0].case_id
    assert casebook.safe_contact(case_id) is None
    cut(casebook, safe)
    assert BEGUN in talk(casebook, safe, "> Keep it").all_told
    kept = casebook.safe_contact(case_id)
    assert kept is not None and (kept.channel, kept.safe_days) == ("phone", "Mondays")
    assert begun(casebook, "safe_contact") == {}


def test_where_the_disk_refuses_a_line_it_says_so(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Typed([])

    def refuse(_: Records) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    monkeypatch.setattr(Records, "count_commit", refuse)
    keep(terminal, casebook.writing(casebook.cases()[0].case_id, "note").part("words"), "Likes mornings")
    assert "NOT saved: The disk is full." in terminal.all_told
