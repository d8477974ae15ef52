"""A copy as plain text, 72 columns wide: what was typed stands after a dash, where it can be no heading."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bcst_tui.export.document import Copy, ListLine, words_or_dash

WIDTH = 72


def render(copy: Copy) -> str:
    """The whole copy as text, with a new line at its end."""
    return "\n".join(_lines(copy)).rstrip("\n") + "\n"


def _lines(copy: Copy) -> Iterator[str]:
    if copy.banner:
        yield from (*_wrapped(copy.banner), "")
    yield from _underlined(copy.title, "=")
    for paragraph in copy.opening:
        yield from (*_wrapped(paragraph), "")
    for line in copy.facts:
        yield from _item(line)
    yield ""
    for section in copy.sections:
        yield from _underlined(section.heading, "-")
        for line in section.lines:
            yield from _item(line)
        if not section.lines:
            yield from _wrapped(section.if_empty)
        yield ""
    if copy.banner:
        yield from _wrapped(copy.banner)


def _underlined(heading: str, line: str) -> Iterator[str]:
    words = _wrapped(heading)
    yield from words
    yield line * max(map(len, words))
    yield ""


def _item(line: ListLine) -> list[str]:
    margin = "  " * line.depth
    return _wrapped(line.text, f"{margin}- ", f"{margin}  ")


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    """Lines of at most WIDTH; a word longer than that is cut."""
    return textwrap.wrap(
        words_or_dash(text), WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False
    )


def unwrapped(text: str) -> str:
    """The same words with each paragraph on one line, for a window that is narrower and breaks lines by itself."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with the one before: not after a blank or a heading, not where a point begins."""
    is_point = line.lstrip().startswith("- ")
    return bool(before.strip()) and bool(line.strip()) and not (_is_rule(before) or _is_rule(line) or is_point)


def _is_rule(line: str) -> bool:
    return set(line.strip()) in ({"="}, {"-"})
