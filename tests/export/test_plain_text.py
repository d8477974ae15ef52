"""Plain text: 72 columns, headings with a line beneath, and no answer that looks like one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.export.document import Copy, CopySection, ListLine
from bcst_tui.export.plain_text import WIDTH, render, unwrapped
from bcst_tui.text import one_line
from tests.export.hostile import hostile_answers


def copy_of(*answers: str) -> Copy:
    points = tuple(line for answer in answers for line in (ListLine(answer), ListLine(answer, 1)))
    return Copy("WK", "Plan BC-0001", ("For you.",), points, (CopySection("Needs", points), CopySection("Levels")))


def margins(text: str) -> list[str]:
    """What stands at the left of every line: nothing an answer can reach."""
    return [line for line in text.splitlines() if line and not line.startswith((" ", "- "))]


def words(text: str) -> str:
    return "".join(text.split())


def test_a_copy_is_headings_with_lines_beneath_and_points() -> None:
    copy = Copy(
        "WK",
        "Plan",
        ("For you.",),
        (ListLine("Name: Sam"),),
        (CopySection("Needs", (ListLine("word " * 20), ListLine("because", 1))), CopySection("Meetings")),
        "TRAINING",
    )
    assert render(copy) == (
        "TRAINING\n\nPlan\n====\n\nFor you.\n\n- Name: Sam\n\n"
        "Needs\n-----\n\n"
        f"- {'word ' * 13}word\n  {'word ' * 5}word\n".replace("word\n  ", "word\n  ")
        + "  - because\n\nMeetings\n--------\n\nNothing to show here.\n\nTRAINING\n"
    )


def test_ten_thousand_hostile_answers_stay_behind_their_dash_and_within_the_width() -> None:
    answers = hostile_answers(10_000)
    text = render(copy_of(*answers))
    assert margins(text) == margins(render(copy_of("word")))
    assert max(map(len, text.splitlines())) <= WIDTH


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_keeps_its_words_and_makes_no_heading(answer: str) -> None:
    text = render(copy_of(answer))
    assert margins(text) == margins(render(copy_of("word")))
    assert words(one_line(answer)) in words(text)


def test_unwrapped_has_each_point_on_one_line_with_all_its_words() -> None:
    written = render(copy_of("word " * 30))
    shown = unwrapped(written)
    assert shown.split() == written.split()
    assert f"\n- {('word ' * 30).strip()}\n  - word" in shown
    assert "\nFor you.\n\n" in shown and "\nNeeds\n-----\n\n- word" in shown
