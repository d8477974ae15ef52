"""The dates of a plan on one line of time: an axis above, a line for each mark under it, walked with Up and Down."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.timeline import Mark, Timeline, Undated
from bcst_tui.plan.timeline_drawing import LEAD, Drawing
from bcst_tui.text import one_line
from bcst_tui.tui.widgets.row import Cell, Row
from bcst_tui.tui.widgets.saying_when import how_soon

LOUD = ("today", "release")


class AxisLines(Visual):
    """The months and the rule under them, at whatever width there is."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 2

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        months, rule = Drawing(self._timeline, width).heading()
        told = Content.assemble((months, "$quiet"), "\n", (rule, "$primary"))
        return told.render_strips(width, height, style, options)


class MarkLine(Visual):
    """One mark, its sign in its place on the axis."""

    def __init__(self, timeline: Timeline, mark: Mark) -> None:
        self._timeline = timeline
        self._mark = mark

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        drawn = Drawing(self._timeline, width).mark(self._mark)
        told = Content(drawn.text).stylize("bold", *drawn.label) if self._is_loud else Content(drawn.text)
        is_lit = bool(style.bold)  # a lit line keeps the colours of the light, which go together in every theme
        told = told.stylize("bold" if is_lit else "bold $primary", drawn.sign, drawn.sign + 1)
        if self._mark.is_late and not is_lit:
            told = told.stylize("bold $warning", 0, LEAD).stylize("bold $warning", *drawn.label)
        return told.render_strips(width, height, style, options)

    @property
    def _is_loud(self) -> bool:
        return self._mark.kind in LOUD


class TimelineView(Vertical):
    """The timeline, and what has no date below it; one line is lit."""

    DEFAULT_CSS = """
    TimelineView { height: 1fr; }
    TimelineView .axis { height: 2; padding: 0 3 0 2; }
    TimelineView .key { height: 1; padding: 0 2; color: $quiet; }
    TimelineView OptionList {
        height: 1fr; max-height: 1fr; border: none; padding: 0 2; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    TimelineView OptionList:focus { border: none; }
    TimelineView OptionList > .option-list--option-disabled { color: $primary; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Mark | Undated | None, ...] = ()
        self._timeline: Timeline | None = None

    def compose(self) -> ComposeResult:
        yield Static("", classes="axis", markup=False)
        yield OptionList(markup=False)
        yield Static("", classes="key", markup=False)

    @property
    def marks(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def lit(self) -> Mark | Undated | None:
        """What is lit."""
        at = self.marks.highlighted
        return self._told[at] if at is not None and at < len(self._told) else None

    def tell(self, timeline: Timeline) -> None:
        """Draw these dates; the light stays where it was, and begins at today."""
        at = self.marks.highlighted
        begins = next(place for place, mark in enumerate(timeline.marks) if mark.kind == "today")
        self._timeline = timeline
        self._told = (*timeline.marks, *((None, *timeline.undated) if timeline.undated else ()))
        self.query_one(".axis", Static).update(AxisLines(timeline))
        self.query_one(".key", Static).update(Drawing(timeline, 0).key())
        self.marks.set_options(self._options(timeline))
        self.marks.highlighted = begins if at is None else min(at, len(self._told) - 1)

    def lit_details(self) -> tuple[str, ...]:
        """All there is to say of what is lit."""
        match self.lit:
            case Mark() as mark if self._timeline is not None:
                return mark_details(mark, self._timeline)
            case Undated(label, why):
                return (one_line(label), why)
        return ()

    def _options(self, timeline: Timeline) -> Iterator[Option]:
        for mark in timeline.marks:
            yield Option(MarkLine(timeline, mark))
        if timeline.undated:
            yield Option(Content("\nNo date, and why"), disabled=True)
        for one in timeline.undated:
            yield Option(Row([Cell(Content(one_line(one.label))), Cell(Content(one_line(one.why)))]))


def mark_details(mark: Mark, timeline: Timeline) -> tuple[str, ...]:
    """A mark in words: what it is, its day and how far off that is, and what falls on it."""
    if mark.kind == "today":
        return ("Today", _until_release(timeline))
    late = " · late" if mark.is_late else ""
    off = how_far(mark, timeline)
    return (one_line(mark.label), f"{day_words(mark.on)}{off}{late}", *map(one_line, mark.details))


def how_far(mark: Mark, timeline: Timeline) -> str:
    """`, in 3 days`, where that says more than the day itself."""
    days = (mark.on - timeline.today).days
    if days > 0 and mark.kind != "came_in":
        soon = how_soon(mark.on, timeline.today)
        return f", {soon}" if soon.startswith(("in ", "tom")) else f", in {_long(days)}"
    return f", {_long(-days)} ago" if days < 0 else ", today"


def _until_release(timeline: Timeline) -> str:
    if timeline.release is None:
        return f"{day_words(timeline.today)}. No release date is known."
    days = (timeline.release - timeline.today).days
    if days < 0:
        return f"{day_words(timeline.today)}. The release date passed {_long(-days)} ago."
    return f"{day_words(timeline.today)}. {_long(days)} until release." if days else "The day of release."


def _long(days: int) -> str:
    """A stretch of time as people say it."""
    if days <= 13:
        return "1 day" if days == 1 else f"{days} days"
    return f"{days // 7} weeks" if days < 365 else f"{days // 365} {'year' if days < 730 else 'years'}"
