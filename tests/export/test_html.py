"""One page in one file: nothing typed becomes a tag, nothing is fetched, and it shows just what the preview says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.export.copies import make_copy
from bcst_tui.export.document import Copy, CopySection, ListLine
from bcst_tui.export.html import BULLET, render, seen
from tests.export.cases import full_header, full_plan
from tests.export.hostile import hostile_answers
from tests.reference.shipped import shipped_reference

BLOCKS = ("h1", "h2", "p", "li")


class Page(HTMLParser):
    """The tags of a page in their order, and the words in each block of its body."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.shown: list[str] = []
        self._is_body = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *(f"{name}={value}" for name, value in attrs)]))
        self._is_body = self._is_body or tag == "body"
        if tag in BLOCKS:
            self.shown.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self._is_body and data.strip():
            self.shown[-1] += data.rstrip("\n")

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.tags.append(decl)

    def handle_pi(self, data: str) -> None:
        self.tags.append("instruction")


def copy_of(*answers: str) -> Copy:
    """Every answer in every place a copy may put one."""
    return Copy(
        audience="WK",
        title="Plan BC-0001",
        opening=("For you.",),
        facts=tuple(ListLine(answer) for answer in answers),
        sections=tuple(
            CopySection(answer, (ListLine("first"), ListLine(answer, 1), ListLine("last"))) for answer in answers
        ),
        banner="TRAINING",
    )


def previewed(copy: Copy) -> list[str]:
    """The lines of the preview, without the points a browser draws itself."""
    return [re.sub(f"^ *{BULLET}", "", line) for line in seen(copy).splitlines() if line]


@pytest.mark.parametrize("part", range(5))
def test_ten_thousand_hostile_answers_make_no_tag(part: int) -> None:
    answers = hostile_answers(10_000)[part * 2000 : (part + 1) * 2000]
    for start in range(0, 2000, 100):
        batch = answers[start : start + 100]
        assert Page(render(copy_of(*batch))).tags == Page(render(copy_of(*["word"] * 100))).tags, batch


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_makes_no_tag_and_is_shown_as_previewed(answer: str) -> None:
    copy = copy_of(answer)
    page = Page(render(copy))
    assert page.tags == Page(render(copy_of("word"))).tags
    assert page.shown == previewed(copy)


def test_hostile_answers_are_shown_as_previewed() -> None:
    copy = copy_of(*hostile_answers(300))
    assert Page(render(copy)).shown == previewed(copy)


@pytest.mark.parametrize("audience", ["WK", "RO", "FULL", "CELL"])
def test_the_words_on_the_page_are_the_words_of_the_preview(audience: str) -> None:
    copy = make_copy(audience, full_header(), full_plan(), shipped_reference())  # type: ignore[arg-type]
    assert Page(render(copy)).shown == previewed(copy)


def test_points_beneath_a_point_are_a_list_within_it() -> None:
    copy = Copy("WK", "Plan", (), (ListLine("a"), ListLine("b", 1), ListLine("c")), ())
    assert "<ul>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n<li>c\n</li>\n</ul>" in render(copy)


def test_the_page_says_its_language_and_letters_and_runs_and_fetches_nothing() -> None:
    text = render(make_copy("WK", full_header(), full_plan(), shipped_reference()))
    tags = Page(text).tags
    assert tags[:2] == ["DOCTYPE html", "html lang=en-GB"]
    assert "meta charset=utf-8" in tags
    [policy] = [tag for tag in tags if "Content-Security-Policy" in tag]
    assert "default-src 'none'; style-src 'sha256-" in policy
    names = {tag.split(" ")[0].lstrip("/") for tag in tags[1:]}
    assert names <= {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li"}
    assert not re.search(r"url\(|@import|\b(?:src|href|style)=|\bon\w+=", text)


def test_the_title_in_the_window_holds_nothing_of_the_person_but_the_reference() -> None:
    text = render(make_copy("WK", full_header(), full_plan(), shipped_reference()))
    assert "<title>Resettlement plan BC-0001</title>" in text
