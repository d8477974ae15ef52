"""The trainer's dashboard: codes, rehearsals and four results as dots; in the order of codes, never of points."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bcst_tui.training.behaviours import BEHAVIOURS
from bcst_tui.training.critical import IN_WORDS
from bcst_tui.training.invented import WATERMARK
from bcst_tui.training.invented import marked as watermarked
from bcst_tui.training.persona import Persona
from bcst_tui.training.results import NO_TRAINEE, RESULTS, Result, parallel_forms, repeated
from bcst_tui.training.spacing import RECALL, suggested

DOTS = 5
FIGURES = "A figure counts what is exact or as it should be; the dots also take off what was invented or wrong."
FILLED, EMPTY, NOT_COME_UP = "●", "○", "·"
HEAT = {0: "○", 1: "◐", 2: "●", None: NOT_COME_UP}
TITLES = {"flow": "Flow", "conversation": "Conversation", "coding": "Coding", "plan": "Plan"}


@dataclass(frozen=True)
class Dashboard:
    """Everybody's results, and the people there are to rehearse with.

    `left_out`: rehearsals with an earlier version of somebody, which can't be played again.
    """

    results: tuple[Result, ...]
    people: tuple[Persona, ...]
    left_out: int = 0

    @property
    def left_out_told(self) -> str:
        """A sentence on those left out; empty where there is none."""
        if not self.left_out:
            return ""
        are = "rehearsal is" if self.left_out == 1 else "rehearsals are"
        return f"{self.left_out} {are} left out: the person was rewritten since."

    @property
    def trainees(self) -> tuple[str, ...]:
        return tuple(sorted({one.trainee for one in self.results}))

    @property
    def coded(self) -> tuple[str, ...]:
        """Those who go by a code; what nobody gave a code to may be of several people."""
        return tuple(one for one in self.trainees if one != NO_TRAINEE)

    @property
    def uncoded(self) -> int:
        """How many rehearsals are nobody's in particular."""
        return len(self.of(NO_TRAINEE))

    @property
    def in_order(self) -> tuple[Result, ...]:
        """By code, and then by rehearsal."""
        return tuple(one for trainee in self.trainees for one in self.of(trainee))

    def of(self, trainee: str) -> tuple[Result, ...]:
        """One trainee's rehearsals, the first first."""
        return tuple(sorted((one for one in self.results if one.trainee == trainee), key=lambda one: one.number))


def dots(share: float | None) -> str:
    """A share of full as five small dots."""
    if share is None:
        return NOT_COME_UP * DOTS
    filled = round(share * DOTS)
    return FILLED * filled + EMPTY * (DOTS - filled)


def dashboard_markdown(dashboard: Dashboard) -> str:
    """The whole of it as a page, marked as training."""
    return watermarked("\n".join(_lines(dashboard)))


def _lines(dashboard: Dashboard) -> Iterator[str]:
    yield from ("# Rehearsals", "", "Codes only. Four results, never added up, and nobody is placed above anybody.")
    yield from (("", dashboard.left_out_told) if dashboard.left_out else ())
    yield from ("", "## Results", "", *_results(dashboard), "", FIGURES)
    yield from ("", "## Behaviours", "", *_behaviours(dashboard))
    yield from ("", "## Critical errors over time", "", *_criticals(dashboard))
    yield from ("", "## From the first rehearsal to the last", "", *_changes(dashboard))
    yield from ("", "## When to rehearse again", "", *_next(dashboard))


def _results(dashboard: Dashboard) -> Iterator[str]:
    yield f"| trainee | attempt | person | day | {' | '.join(TITLES[one] for one in RESULTS)} |"
    yield "|---|---|---|---|" + "---|" * len(RESULTS)
    for one in dashboard.in_order:
        cells = [f"{dots(one.shares[name])} {one.in_words[name]}" for name in RESULTS]
        yield f"| {one.trainee} | {one.number} | {one.persona} | {one.on.isoformat()} | {' | '.join(cells)} |"


def _behaviours(dashboard: Dashboard) -> Iterator[str]:
    """A row for each of the sixteen, a column for each rehearsal."""
    columns = dashboard.in_order
    yield f"{key_of_heat()}."
    yield ""
    yield f"| behaviour | {' | '.join(f'{one.trainee}.{one.number}' for one in columns)} |"
    yield "|---|" + "---|" * len(columns)
    for behaviour in BEHAVIOURS:
        cells = [HEAT[one.rows.get(behaviour.number)] for one in columns]
        yield f"| {behaviour.number}. {behaviour.title} | {' | '.join(cells)} |"


def key_of_heat() -> str:
    """What each sign of the heat map stands for."""
    return f"{HEAT[0]} 0, {HEAT[1]} 1, {HEAT[2]} 2, {NOT_COME_UP} did not come up or was not watched"


def _criticals(dashboard: Dashboard) -> Iterator[str]:
    by_day = Counter((one.on, kind) for one in dashboard.results for kind in set(one.criticals))
    for (day, kind), count in sorted(by_day.items(), key=lambda each: (each[0][0], each[0][1])):
        yield f"- {day.isoformat()}: {IN_WORDS[kind]}, in {count} rehearsal{'' if count == 1 else 's'}"
    if not by_day:
        yield "None."


def _changes(dashboard: Dashboard) -> Iterator[str]:
    for trainee in dashboard.coded:
        its = dashboard.of(trainee)
        first, last = its[0], its[-1]
        if len(its) == 1:
            yield f"- {trainee}: one rehearsal so far."
            continue
        moved = [f"{TITLES[name]} {first.in_words[name]} → {last.in_words[name]}" for name in RESULTS]
        again = repeated(dashboard.results, last.persona, trainee)
        yield f"- {trainee}, {len(its)} rehearsals: {', '.join(moved)}" + (f". {memory(dashboard, last)}" * again)
    if dashboard.uncoded:
        yield f"- Without a code: {dashboard.uncoded}. Nothing tells whose they are."


def memory(dashboard: Dashboard, last: Result) -> str:
    """A flag for who met the same person again: memory, not skill; with somebody like them to meet next."""
    persona = next((one for one in dashboard.people if one.id == last.persona), None)
    met = [one.persona for one in dashboard.of(last.trainee)]
    others = parallel_forms(persona, dashboard.people, met) if persona else ()
    instead = f"try {' or '.join(others)}" if others else "nobody else has quite these skills: choose anybody else"
    return f"{last.persona} again, so this may be memory and not skill; {instead}"


def _next(dashboard: Dashboard) -> Iterator[str]:
    yield "A suggestion, not a rule: the evidence for spacing is thin. Each begins with two questions, by heart:"
    yield from ("", *(f"- *{question}*" for question in RECALL), "")
    for trainee in dashboard.coded:
        days = ", ".join(f"{one.on.isoformat()} (about {one.about})" for one in suggested(dashboard.of(trainee)[-1].on))
        yield f"- {trainee}: {days}"


def dashboard_csv(dashboard: Dashboard) -> str:
    """One line a rehearsal; the first and the last say that nobody in it is real."""
    heads = ["trainee", "attempt", "person", "day", *RESULTS, *(f"row_{one.number}" for one in BEHAVIOURS), "critical"]
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerows([[WATERMARK], heads])
    for one in dashboard.in_order:
        points = [one.rows.get(row.number) for row in BEHAVIOURS]
        told = ["" if each is None else each for each in points]
        results = [one.in_words[name] for name in RESULTS]
        about = [one.trainee, one.number, one.persona, one.on.isoformat()]
        writer.writerow([*about, *results, *told, " ".join(dict.fromkeys(one.criticals))])
    writer.writerow([WATERMARK])
    return "".join(lines.written)


class _Lines:
    """What the csv module writes to, kept as lines."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> int:
        self.written.append(line)
        return len(line)
