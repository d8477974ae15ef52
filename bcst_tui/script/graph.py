"""A script as a picture: sections, questions and what leads where, in the words of Mermaid."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.script.condition import TESTS, Condition, OtherAnswer
from bcst_tui.script.script import Placed, Script, Section

LONGEST_LABEL = 48
_SAFE = set(" .,;:?!'’()/-+=_£%≥≤…")


def mermaid(script: Script, section_id: str | None = None) -> str:
    """The script, or one section of it, as a Mermaid flowchart."""
    sections = [section for section in script.sections if section_id in (None, section.id)]
    lines = ["flowchart TD"]
    for section in sections:
        lines += _section(section)
    edges = _Edges(script)
    for section in sections:
        edges.add_section(section)
    return "\n".join([*lines, *edges.nodes_elsewhere(sections), *edges.lines()]) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f'  subgraph section_{section.id}["{_label(section.file.title)}"]'
    for placed in section.placed:
        if placed.members:
            yield f'    subgraph group_{placed.id}["{_label(placed.id)}"]'
            yield f"      {_node(placed)}"
            yield from (f"      {_node(member)}" for member in placed.members)
            yield "    end"
        else:
            yield f"    {_node(placed)}"
    yield "  end"
    for need in section.file.needs:
        yield f'  need_{need.id}{{{{"need: {_label(need.title)}"}}}}'
    for decision in section.file.decisions:
        yield f'  decision_{decision.id}{{"{_label(decision.id)}"}}'


def _node(placed: Placed) -> str:
    return f'{_name(placed)}["{_label(placed.id)}<br/>{_label(placed.question.said.standard)}"]'


def _name(placed: Placed) -> str:
    return f"member_{placed.group}__{placed.id}" if placed.group else f"question_{placed.id}"


class _Edges:
    """What leads where, each pair once, its labels together."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.labels: dict[tuple[str, str, str], list[str]] = {}
        self.activities: set[str] = set()

    def add_section(self, section: Section) -> None:
        if section.file.when is not None:
            self._reads(section.file.when, f"section_{section.id}")
        by_place = {one.place: one for placed in section.placed for one in (placed, *placed.members)}
        pages_begun: set[str] = set()
        for one in by_place.values():
            page = section.file.pages.get(one.page) if one.page else None
            if page is not None and page.when is not None and one.page not in pages_begun:
                pages_begun.add(one.page or "")
                self._reads(page.when, _name(one))
            parent = by_place.get(one.place[:-4]) if len(one.place) > 4 and one.place[-4] == "options" else None
            if parent is not None:
                option = parent.question.options[int(one.place[-3])]
                self._add(_name(parent), _name(one), option.id)
            if one.question.when is not None:
                self._reads(one.question.when, _name(one), one.group)
            if one.question.suggest:
                self._add(f"decision_{one.question.suggest}", _name(one), "suggests", "-.->")
        self._add_rules(section)

    def _add_rules(self, section: Section) -> None:
        for need in section.file.needs:
            self._reads(need.when, f"need_{need.id}")
        for decision in section.file.decisions:
            for step in decision.steps:
                self._reads(step.when, f"decision_{decision.id}")
        for action in section.file.actions:
            if action.need is not None:
                self._add(f"need_{action.need}", self._activity(action.activity), "")
            if action.when is not None:
                self._reads(action.when, self._activity(action.activity))
        for closing in section.file.closings:
            self._reads(closing.when, self._activity(closing.activity), arrow="-.->")

    def _activity(self, activity: str) -> str:
        self.activities.add(activity)
        return "activity_" + "".join(letter if letter.isalnum() else "_" for letter in activity)

    def _reads(
        self, condition: Condition, target: str, group: str | None = None, denied: bool = False, arrow: str = "-->"
    ) -> None:
        for part in condition.joined:
            self._reads(part, target, group, denied != (condition.none is not None), arrow)
        if condition.joined:
            return
        self._add(self._source(condition, group), target, ("not " if denied else "") + _test(condition), arrow)

    def _source(self, leaf: Condition, group: str | None) -> str:
        if leaf.need is not None:
            return f"need_{leaf.need}"
        if leaf.fact is not None:
            return f"fact_{_plain(leaf.fact)}"
        name = leaf.question or leaf.count or ""
        member = self.script.member(group, name) if group else None
        return _name(member) if member else f"question_{name}"

    def _add(self, source: str, target: str, label: str, arrow: str = "-->") -> None:
        labels = self.labels.setdefault((source, arrow, target), [])
        if label and label not in labels:
            labels.append(label)

    def nodes_elsewhere(self, drawn: list[Section]) -> Iterator[str]:
        """Facts and activities, and what is read of sections that are not drawn."""
        ends = sorted({end for source, _, target in self.labels for end in (source, target)})
        facts = [end for end in ends if end.startswith("fact_")]
        yield from (f'  {fact}(["fact: {_label(fact.removeprefix("fact_"))}"])' for fact in facts)
        for activity in sorted(self.activities):
            yield f'  {self._activity(activity)}[["{_label(activity)}"]]'
        here = {f"question_{placed.id}" for section in drawn for placed in section.placed}
        here |= {f"need_{need.id}" for section in drawn for need in section.file.needs}
        here |= {f"decision_{decision.id}" for section in drawn for decision in section.file.decisions}
        for end in ends:
            kind, _, name = end.partition("_")
            if kind in ("question", "need", "decision") and end not in here:
                yield f'  {end}("{_label(name)}")'

    def lines(self) -> Iterator[str]:
        for (source, arrow, target), labels in self.labels.items():
            label = f'|"{_label(" or ".join(labels))}"|' if labels else ""
            yield f"  {source} {arrow}{label} {target}"


def _test(leaf: Condition) -> str:
    if leaf.need is not None:
        return ""
    test = next(word for word in TESTS if getattr(leaf, word) is not None)
    wanted = getattr(leaf, test)
    if isinstance(wanted, OtherAnswer):
        wanted = wanted.question or wanted.fact
    told = ", ".join(wanted) if isinstance(wanted, tuple) else str(wanted)
    signs = {"equals": "", "one_of": "", "includes": "", "at_least": "≥ ", "at_most": "≤ ", "tagged": "tag "}
    subject = f"{leaf.row} " if leaf.row else "count " if leaf.count else ""
    if test == "answered":
        return f"{subject}answered" if told == "true" else f"{subject}{told}"
    return f"{subject}{signs[test]}{told}"


def _plain(name: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in name)


def _label(text: str) -> str:
    """Text that can stand between quotes in Mermaid: short, and with nothing it would obey."""
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"
    return "".join(letter if letter.isalnum() or letter in _SAFE else f"#{ord(letter)};" for letter in short)
