"""A copy as markdown text, where nothing anybody typed can become structure.

The escaping is the lightest that keeps 10,000 hostile answers harmless in paragraph, list, heading and table
cell, under CommonMark and under GFM with autolinks; issued laptops show the file raw, so it must stay readable.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from bcst_tui.export.document import NO_WORDS, Copy, CopySection, ListLine, words_or_dash
from bcst_tui.training.invented import FRONT_MATTER

WIDTH = 110
"""Where a long line goes on beneath itself; what is escaped afterwards may make it a little longer."""
_ALWAYS = re.compile(r"[\\`*_\[\]<>&|~@]")
_COLON_THAT_MAY_LINK = re.compile(r":(?=\S)(?!(?<=\d:)\d)")
_DOT_OF_A_WEB_NAME = re.compile(r"(?<=[^\W_])\.(?=[^\W_]{2})(?!(?<=\d\.)\d)")
_SECOND_SLASH = re.compile(r"(?<=/)/")
_MARK_AT_START = re.compile(r"^(?:[#+=:-]|\d+(?=[.)]))")
_HASHES_AT_END = re.compile(r"#(?=#*$)")


def escaped(text: str) -> str:
    """One line of text that markdown shows as it stands, wherever it is put; a dash if there is none."""
    line = words_or_dash(text)
    if line == NO_WORDS:
        return line
    line = _ALWAYS.sub(r"\\\g<0>", line)
    line = _COLON_THAT_MAY_LINK.sub(r"\:", line)
    line = _DOT_OF_A_WEB_NAME.sub(r"\.", line)
    line = _SECOND_SLASH.sub(r"\/", line)
    line = _HASHES_AT_END.sub(r"\#", line)
    return _MARK_AT_START.sub(_escaped_mark, line)


def _escaped_mark(mark: re.Match[str]) -> str:
    found = mark.group()
    return f"{found}\\" if found.isdecimal() else f"\\{found}"


def render(copy: Copy) -> str:
    """The whole copy as markdown, with a new line at its end."""
    return "\n".join(_lines(copy)).rstrip("\n") + "\n"


def _lines(copy: Copy) -> Iterator[str]:
    if copy.banner:
        yield from (FRONT_MATTER, f"**{escaped(copy.banner)}**", "")
    yield f"# {escaped(copy.title)}"
    yield ""
    for paragraph in copy.opening:
        yield escaped(paragraph)
        yield ""
    if copy.facts:
        yield from _list(copy.facts)
        yield ""
    for section in copy.sections:
        yield from _section(section)
    if copy.banner:
        yield f"**{escaped(copy.banner)}**"


def _section(section: CopySection) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    yield ""
    if section.lines:
        yield from _list(section.lines)
    else:
        yield escaped(section.if_empty)
    yield ""


def _list(lines: Iterable[ListLine]) -> Iterator[str]:
    """Each line begins with its dash; what it goes on with is escaped like a beginning, so it is one line still."""
    for line in lines:
        first, then = f"{'  ' * line.depth}- ", "  " * (line.depth + 1)
        words, *more = textwrap.wrap(
            words_or_dash(line.text), WIDTH - len(first), break_long_words=False, break_on_hyphens=False
        )
        yield f"{first}{escaped(words)}"
        yield from (f"{then}{escaped(further)}" for further in more)
