"""The list on the plan screen: needs and signposts in columns, actions as a table that fits two widths."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from bcst_tui.tui.widgets.plan_lists import Heading, PlanLine
from bcst_tui.tui.widgets.row import Cell, Row

ONE_LINE = 100
"""From this width on, an action is one line of a table; below it, its columns stand under its words."""
WHO, DUE, STANDS = 11, 13, 16
NARROWEST, WIDEST = 11, 24
COLUMNS = ("W who", "E owner", "D by when", "T how it stands")


class TableLine(Visual):
    """What is to be done, who says it, who owns it, by when, and how it stands."""

    def __init__(self, what: Content, cells: Sequence[Content]) -> None:
        who, owner, due, stands = cells
        columns = (Cell(who, WHO), Cell(owner), Cell(due, DUE), Cell(stands, STANDS))
        self._wide = (Row([Cell(what, share=2), *columns]),)
        self._narrow = (*((Row([Cell(what)]),) if what else ()), Row([Cell(Content(""), 1), *columns]))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return sum(row.get_height(rules, width) for row in self._rows(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        strips = [strip for row in self._rows(width) for strip in row.render_strips(width, None, style, options)]
        return strips if height is None else strips[:height]

    def _rows(self, width: int) -> tuple[Row, ...]:
        return self._wide if width >= ONE_LINE else self._narrow


def column_heads() -> TableLine:
    """The heading over the actions: each column with the key that changes it."""
    heads = [Content.assemble((head[0], "bold"), (head[1:], "$quiet")) for head in COLUMNS]
    return TableLine(Content(""), heads)


class PlanList(OptionList):
    """One list of the plan; headings can't be lit."""

    DEFAULT_CSS = """
    PlanList {
        height: 1fr; max-height: 1fr; border: none; padding: 0 2; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    PlanList:focus { border: none; }
    PlanList > .option-list--option-disabled { color: $primary; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[PlanLine | Heading, ...] = ()

    @property
    def lit(self) -> PlanLine | None:
        """The line that is lit."""
        line = self._told[self.highlighted] if self.highlighted is not None and self._told else None
        return line if isinstance(line, PlanLine) else None

    def tell(self, lines: Sequence[PlanLine | Heading], none_yet: str) -> None:
        """Show these lines, keeping the place where what was lit is still there."""
        was, self._told = self.lit, tuple(lines)
        widths = _widths([line for line in self._told if isinstance(line, PlanLine)])
        options = [_option(line, widths, is_first=place == 0) for place, line in enumerate(self._told)]
        self.set_options(options or [Option(Content(none_yet), disabled=True)])
        places = [place for place, line in enumerate(self._told) if isinstance(line, PlanLine)]
        same = [place for place in places if was and self._key(place) == was.key]
        self.highlighted = next(iter(same or places), None)

    def light(self, key: str) -> None:
        """Move the light to a line, if it is here."""
        found = [place for place in range(len(self._told)) if self._key(place) == key]
        self.highlighted = next(iter(found), self.highlighted)

    def _key(self, place: int) -> str:
        line = self._told[place]
        return line.key if isinstance(line, PlanLine) else ""


def _widths(lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """The width of each column but the first, for what is longest in it."""
    columns = zip(*(line.cells[1:] for line in lines), strict=True)
    return tuple(min(max(NARROWEST, *map(len, column)), WIDEST) for column in columns)


def _option(line: PlanLine | Heading, widths: Sequence[int], is_first: bool) -> Option:
    if isinstance(line, Heading):
        return Option(Content.styled(line.words if is_first else f"\n{line.words}", "bold"), disabled=True)
    under = (f"\n{line.under}", "italic") if line.under else ""
    what = Content.assemble(line.cells[0], under)
    if line.is_action:
        return Option(TableLine(what, [Content(cell) for cell in line.cells[1:]]))
    cells = [Cell(Content(line.sign), width=1)] if line.sign else []
    cells.append(Cell(what))
    cells += [Cell(Content(cell), width) for cell, width in zip(line.cells[1:], widths, strict=True)]
    return Option(Row(cells))
