"""A line of a list in columns, each wrapped within its own width.

Rich's tables look the same and take ten times as long; lists are drawn between one question and the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

GAP = 2


@dataclass(frozen=True)
class Cell:
    """One column: of a fixed width, or with a share of what the fixed ones leave; cut after so many lines, if any."""

    content: Content
    width: int = 0
    share: int = 1
    most_lines: int = 0


class Row(Visual):
    """Cells side by side; `below` blank lines keep rows apart."""

    def __init__(self, cells: Sequence[Cell], below: int = 0) -> None:
        self._cells = tuple(cells)
        self._below = below

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        heights = (_lines(cell, cell.content.get_height(rules, room)) for cell, room in self._placed(width))
        return max(1, *heights) + self._below

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        columns = [
            (
                room,
                [strip.adjust_cell_length(room, style.rich_style) for strip in self._drawn(cell, room, style, options)],
            )
            for cell, room in self._placed(width)
        ]
        tallest = max(1, *(len(strips) for _, strips in columns))
        gap = Strip.blank(GAP, style.rich_style)
        rows = []
        for line in range(tallest):
            parts: list[Strip | None] = []
            for room, strips in columns:
                parts += [strips[line] if line < len(strips) else Strip.blank(room, style.rich_style), gap]
            rows.append(Strip.join(parts[:-1]))
        rows += [Strip.blank(width, style.rich_style)] * self._below
        return rows if height is None else rows[:height]

    def _drawn(self, cell: Cell, room: int, style: Style, options: RenderOptions) -> list[Strip]:
        strips = cell.content.render_strips(room, None, style, options)
        shown = strips[: _lines(cell, len(strips))]
        if len(shown) < len(strips):
            shown[-1] = _cut(shown[-1], room)
        return [strip.adjust_cell_length(room, style.rich_style) for strip in shown]

    def _placed(self, width: int) -> list[tuple[Cell, int]]:
        """Each cell with the room it has."""
        fixed = sum(cell.width for cell in self._cells) + GAP * (len(self._cells) - 1)
        shares = sum(cell.share for cell in self._cells if not cell.width)
        rest = max(width - fixed, shares)
        return [(cell, cell.width or max(rest * cell.share // shares, 1)) for cell in self._cells]


def _lines(cell: Cell, needed: int) -> int:
    return min(needed, cell.most_lines) if cell.most_lines else needed


def _cut(strip: Strip, room: int) -> Strip:
    """The last line that is shown, ending in a sign that there is more."""
    words = len(strip.text.rstrip())
    kept = strip.crop(0, min(words, room - 1))
    last = strip._segments[-1].style if strip._segments else None
    return Strip.join([kept, Strip([Segment("…", last)])])
