"""Coverage as people read it, 80 columns wide: what is covered and by what first, what is not yet at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from bcst_tui.plan.coverage import Coverage, CoveredItem, CoveredRule

WIDTH = 80


def lines_of(covered: Coverage) -> Iterator[str]:
    """Every line, none longer than the width but for a name that is."""
    yield from _folded(f"What the script {covered.script} covers. * marks what everybody is asked.", "")
    yield from _heading("Items")
    for item in covered.items:
        if item.state != "not_yet":
            yield from _item(item, ", ".join(item.questions) or item.item.because or "")
    yield from _heading("Activities")
    for activity in covered.activities:
        if activity.state != "not_yet":
            by = ", ".join(dict.fromkeys(activity.rules)) or activity.because
            yield from _entry("  ", activity.activity.id, f"{activity.activity.title}.", by)
    yield from _heading("Rules that work")
    for rule in covered.rules:
        if rule.state == "working":
            yield from _rule(rule)
    yield from _heading("Rules that work in part")
    for rule in covered.rules:
        if rule.state == "in_part":
            yield from _rule(rule)
    yield from _heading("Rules that are not for software")
    for rule in covered.rules:
        if rule.state == "not_software":
            yield from _rule(rule)
    yield from _not_yet(covered)


def counts_of(covered: Coverage) -> str:
    """The whole in one sentence."""
    working, in_part = len(covered.rules_that_are("working")), len(covered.rules_that_are("in_part"))
    return (
        f"Not yet: {len(covered.items_not_yet)} of {len(covered.items)} items, "
        f"{len(covered.activities_not_yet)} of {len(covered.activities)} activities, "
        f"{len(covered.rules_that_are('not_yet'))} of {len(covered.rules)} rules "
        f"({working} work, {in_part} in part)."
    )


def _not_yet(covered: Coverage) -> Iterator[str]:
    items = [item for item in covered.items if item.state == "not_yet"]
    starred = sum(item.item.starred for item in items)
    yield from _heading(f"Not yet: {len(items)} of {len(covered.items)} items, {starred} of them for everybody")
    for item in items:
        yield from _item(item, "")
    activities = [activity for activity in covered.activities if activity.state == "not_yet"]
    yield from _heading(f"Not yet: {len(activities)} of {len(covered.activities)} activities")
    for activity in activities:
        yield from _entry("  ", activity.activity.id, f"{activity.activity.title}.")
    rules = [rule for rule in covered.rules if rule.state == "not_yet"]
    yield from _heading(f"Not yet: {len(rules)} of {len(covered.rules)} rules")
    for rule in rules:
        yield from _rule(rule)


def _heading(title: str) -> Iterable[str]:
    return "", title, "-" * len(title)


def _item(covered: CoveredItem, by: str) -> Iterator[str]:
    item = covered.item
    yield from _entry("* " if item.starred else "  ", item.id, f"{item.about}.", by)


def _rule(covered: CoveredRule) -> Iterator[str]:
    rule = covered.rule
    by = "; ".join(_named(word, ids) for word, ids in covered.by.items())
    tests = f"{len(rule.tests)} test{'s' if len(rule.tests) > 1 else ''}" if rule.tests else ""
    waits = f"waits for: {covered.waits_for}" if covered.waits_for else ""
    yield from _entry("  ", rule.id, rule.asks, f"by: {by}" if by else "", tests, waits, rule.not_software)


def _named(word: str, ids: tuple[str, ...]) -> str:
    singular = "activity" if word == "activities" else word.removesuffix("s")
    return f"{word if len(ids) > 1 else singular} {', '.join(one.removeprefix('bcst_tui.') for one in ids)}"


def _entry(mark: str, name: str, first: str, *more: str) -> Iterator[str]:
    start = f"{mark}{name}  "
    indent = " " * len(start)
    told = list(_folded(first, indent))
    yield start + told[0].strip() if told else start.rstrip()
    yield from told[1:]
    for part in more:
        yield from _folded(part, indent)


def _folded(text: str, indent: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
