"""The dashboard drawn for a screen: small charts of dots, by code and by day, with nobody above anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bcst_tui.training.behaviours import BEHAVIOURS
from bcst_tui.training.critical import IN_WORDS
from bcst_tui.training.dashboard import FIGURES, FILLED, HEAT, TITLES, Dashboard, dots, key_of_heat, memory
from bcst_tui.training.results import RESULTS, Result, repeated
from bcst_tui.training.spacing import RECALL, suggested

NOBODY_YET = "No rehearsal has been ended yet. The charts begin with the first."
ORDER = "By code, never by points. The four results stand side by side and are never added up."
_LABEL = 30
_COLUMN = 5
_CELL = 13


@dataclass(frozen=True)
class Section:
    """One chart with its title."""

    title: str
    lines: tuple[str, ...]


def sections(dashboard: Dashboard, width: int) -> tuple[Section, ...]:
    """Every chart, no line of it wider than this; 72 at the least."""
    if not dashboard.results:
        return (Section("Rehearsals", tuple(filter(None, (NOBODY_YET, dashboard.left_out_told)))),)
    above = filter(None, (ORDER, dashboard.left_out_told))
    return (
        Section("Four results of each rehearsal", (*above, "", *_results(dashboard), "", FIGURES)),
        Section("Sixteen behaviours", (f"{key_of_heat()}.", "", *_heat(dashboard, width))),
        Section("Critical errors over time", tuple(_criticals(dashboard))),
        Section("From the first rehearsal to the last", tuple(_changes(dashboard))),
        Section("When to rehearse again", tuple(_again(dashboard))),
    )


def _results(dashboard: Dashboard) -> Iterator[str]:
    titles = "".join(f"{TITLES[name]:{_CELL}}" for name in RESULTS)
    yield f"{'':24}{titles}".rstrip()
    for one in dashboard.in_order:
        cells = "".join(f"{dots(one.shares[name])} {one.in_words[name]:{_CELL - 6}}" for name in RESULTS)
        yield f"{one.trainee:6}{one.number:<2} {one.persona} {_short(one.on):7}{cells}".rstrip()


def _heat(dashboard: Dashboard, width: int) -> Iterator[str]:
    """Sixteen rows; a column for each rehearsal, as many beside each other as there is room for."""
    fit = max(1, (width - _LABEL) // _COLUMN)
    columns = dashboard.in_order
    for start in range(0, len(columns), fit):
        if start:
            yield ""
        yield from _block(columns[start : start + fit])


def _block(columns: Sequence[Result]) -> Iterator[str]:
    yield (" " * _LABEL + "".join(f"{one.trainee:{_COLUMN}}" for one in columns)).rstrip()
    yield (" " * _LABEL + "".join(f"{one.number:<{_COLUMN}}" for one in columns)).rstrip()
    for behaviour in BEHAVIOURS:
        cells = "".join(f"{HEAT[one.rows.get(behaviour.number)]:{_COLUMN}}" for one in columns)
        yield f"{behaviour.number:2}  {behaviour.short:{_LABEL - 4}}{cells}".rstrip()


def _criticals(dashboard: Dashboard) -> Iterator[str]:
    """A line a kind; a dot for each rehearsal of the day that had it. No code stands beside it."""
    found = Counter((kind, one.on) for one in dashboard.results for kind in set(one.criticals))
    if not found:
        yield "None."
        return
    yield "A dot is one rehearsal of that day. Talked about, and never shown with a name."
    yield ""
    days = sorted({one.on for one in dashboard.results})
    for kind in sorted({kind for kind, _ in found}, key=lambda one: IN_WORDS[one]):
        yield f"{IN_WORDS[kind]}:"
        yield "    " + "   ".join(f"{_short(day)} {FILLED * found[kind, day]}" for day in days if found[kind, day])
    yield ""
    yield "Rehearsals in all: " + ", ".join(f"{_short(day)} {_held_on(dashboard, day)}" for day in days)


def _held_on(dashboard: Dashboard, day: date) -> int:
    return sum(one.on == day for one in dashboard.results)


def _changes(dashboard: Dashboard) -> Iterator[str]:
    for trainee in dashboard.coded:
        its = dashboard.of(trainee)
        first, last = its[0], its[-1]
        if len(its) == 1:
            yield f"{trainee:6}one rehearsal so far"
            continue
        yield f"{trainee:6}{len(its)} rehearsals"
        for name in RESULTS:
            yield f"      {TITLES[name]:13} {_moved(first, last, name)}"
        if repeated(dashboard.results, last.persona, trainee):
            yield f"      ! {memory(dashboard, last)}"
    if dashboard.uncoded:
        yield f"Without a code: {dashboard.uncoded}. Nothing tells whose they are, so none is compared."


def _moved(first: Result, last: Result, name: str) -> str:
    """First to last; where one of them has nothing, that alone is told."""
    return f"{dots(first.shares[name])} {first.in_words[name]:7}→ {dots(last.shares[name])} {last.in_words[name]}"


def _again(dashboard: Dashboard) -> Iterator[str]:
    yield "A suggestion and no rule: the evidence for spacing is thin (one study, 31 nursing students)."
    yield "Each begins with two questions, answered by heart and kept nowhere:"
    yield from (f"  {question}" for question in RECALL)
    yield ""
    for trainee in dashboard.coded:
        days = ", ".join(f"{_short(one.on)} ({one.about})" for one in suggested(dashboard.of(trainee)[-1].on))
        yield f"{trainee:6}about {days}"


def _short(day: date) -> str:
    """`3 Mar`, in no country's language settings."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
