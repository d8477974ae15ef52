"""Nothing anybody typed becomes structure: judged by markdown-it in CommonMark and GFM-like modes (goal 9)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bcst_tui.export.document import NO_WORDS, Copy, CopySection, ListLine
from bcst_tui.export.markdown import escaped, render
from bcst_tui.text import one_line
from tests.export.hostile import hostile_answers

COMMONMARK = MarkdownIt("commonmark")
GFM = MarkdownIt("gfm-like")
TYPED = ("text", "text_special")
FRAMES = (
    "{0}\n\nafter\n\n",
    "- {0}\n  - {0}\n\nafter\n\n",
    "## {0}\n\n",
    "| a | b |\n| --- | --- |\n| {0} | x |\n\n",
)


def structure(markdown: MarkdownIt, text: str) -> list[str]:
    """The types of everything markdown-it sees, but for plain words."""
    found: list[str] = []
    for token in markdown.parse(text):
        if token.type == "inline":
            found += [child.type for child in token.children or () if child.type not in TYPED]
        else:
            found.append(token.type)
    return found


def shown(markdown: MarkdownIt, text: str) -> list[str]:
    """The words markdown-it would show, one entry a block."""
    return [
        "".join(child.content for child in token.children or () if child.type in TYPED)
        for token in markdown.parse(text)
        if token.type == "inline"
    ]


def page(answers: Sequence[str], first_frame: int = 0) -> str:
    """Every answer in two of the four places a document may put it."""
    return "".join(
        FRAMES[(first_frame + place) % 4].format(answer) + FRAMES[(first_frame + place + 1) % 4].format(answer)
        for place, answer in enumerate(answers)
    )


@cache
def harmless(markdown: MarkdownIt, count: int, first_frame: int) -> list[str]:
    """The structure of a page of plain words."""
    return structure(markdown, page(["word"] * count, first_frame))


@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_hostile_answers_make_no_structure(part: int) -> None:
    answers = hostile_answers(10_000)[part * 1000 : (part + 1) * 1000]
    for start in range(0, 1000, 50):
        batch = answers[start : start + 50]
        for markdown in (COMMONMARK, GFM):
            told = structure(markdown, page([escaped(answer) for answer in batch], part))
            assert told == harmless(markdown, 50, part), batch


def test_hostile_answers_in_every_place_are_shown_as_they_were_typed() -> None:
    for answer in hostile_answers(300):
        words = one_line(answer) or NO_WORDS
        for first_frame in range(4):
            assert set(shown(GFM, page([escaped(answer)], first_frame))) <= {words, "after", "a", "b", "x"}


@settings(max_examples=150)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_makes_no_structure(answer: str) -> None:
    for first_frame in (0, 2):
        for markdown in (COMMONMARK, GFM):
            told = structure(markdown, page([escaped(answer)], first_frame))
            assert told == harmless(markdown, 1, first_frame)


def test_a_long_line_goes_on_beneath_itself_and_is_one_line_still() -> None:
    typed = [one_line(answer) for answer in hostile_answers(600)]
    for start in range(0, 600, 6):
        words = " ".join(typed[start : start + 6]) or NO_WORDS
        text = render(Copy("WK", "Plan", (), (), (CopySection("Told", (ListLine(words), ListLine(words, 1))),)))
        for markdown in (COMMONMARK, GFM):
            plain = render(Copy("WK", "Plan", (), (), (CopySection("Told", (ListLine("a"), ListLine("b", 1))),)))
            assert [one for one in structure(markdown, text) if one != "softbreak"] == structure(markdown, plain), words


def test_ordinary_words_keep_to_the_width_of_a_raw_screen() -> None:
    told = ListLine("Somewhere quiet, near the bus to town; " * 20, 1)
    text = render(Copy("WK", "Plan", (), (), (CopySection("Told", (told,)),)))
    assert 100 < max(map(len, text.splitlines())) <= 110
    assert all(line.startswith("    ") for line in text.splitlines()[5:])


def test_the_test_sees_structure_where_answers_are_put_in_bare() -> None:
    bare = [one_line(answer) for answer in hostile_answers(200)]
    assert structure(GFM, page(bare)) != structure(GFM, page(["word"] * 200))


@pytest.mark.parametrize(
    "plain",
    ["St. Mary's", "Anne-Marie O'Brien", "10:00", "£40.50 a week", "Flat 2, 14 High St.", "rent: two months", "a/b"],
)
def test_ordinary_words_stay_as_they_are(plain: str) -> None:
    assert escaped(plain) == plain


def test_no_words_are_a_dash() -> None:
    assert escaped(" \n\u200b ") == NO_WORDS


def test_a_copy_is_a_title_facts_and_sections() -> None:
    copy = Copy(
        audience="WK",
        title="Plan",
        opening=("For you.", "Not for others."),
        facts=(ListLine("Name: Sam"),),
        sections=(
            CopySection("Needs", (ListLine("Arrears | two"), ListLine("because", 1))),
            CopySection("Meetings"),
        ),
        banner="TRAINING",
    )
    assert render(copy) == (
        "---\ntraining: true\n---\n\n**TRAINING**\n\n# Plan\n\nFor you.\n\nNot for others.\n\n- Name: Sam\n\n"
        "## Needs\n\n- Arrears \\| two\n  - because\n\n"
        "## Meetings\n\nNothing to show here.\n\n**TRAINING**\n"
    )
