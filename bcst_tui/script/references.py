"""Whether every name a script uses stands for something, and stands early enough."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcst_tui.errors import ScriptError
from bcst_tui.script.condition import Bound, Condition, OtherAnswer, leaves
from bcst_tui.script.model import Question
from bcst_tui.script.script import Placed, Script, Section
from bcst_tui.yaml_text import Place, at


@dataclass(frozen=True)
class Read:
    """One name that a condition reads."""

    what: str
    name: str
    condition: Condition


def first_mistake(script: Script) -> ScriptError | None:
    """The first name that stands for nothing, stands twice, or stands too late."""
    return next(mistakes(script), None)


def mistakes(script: Script) -> Iterator[ScriptError]:
    """Every name that stands for nothing, stands twice, or stands too late."""
    yield from _twice(script)
    known = _Known(script)
    for section in script.sections:
        for placed in section.placed:
            yield from known.in_question(section, placed)
            known.add(placed)
    for section in script.sections:
        yield from known.in_rules(section)
    yield from known.in_facts()


def reads(condition: Condition) -> Iterator[Read]:
    """Every name the condition reads, bounds and `where` included."""
    for leaf in leaves(condition):
        for what in ("question", "fact", "count", "need"):
            if (name := getattr(leaf, what)) is not None:
                yield Read(what, name, leaf)
        for bound in (leaf.at_least, leaf.at_most):
            yield from bound_reads(bound, leaf)


def bound_reads(bound: Bound | None, condition: Condition) -> Iterator[Read]:
    """The name a bound reads, if it is not a size of its own."""
    if isinstance(bound, OtherAnswer):
        yield Read("question" if bound.question else "fact", bound.question or bound.fact or "", condition)


def _twice(script: Script) -> Iterator[ScriptError]:
    seen: dict[str, str] = {}
    for section in script.sections:
        members = [member for placed in section.placed for member in placed.members]
        inner = [f"{member.group}.{member.id}" for member in members]
        names = [p.id for p in section.placed] + inner
        names += [f"need {rule.id}" for rule in section.file.needs]
        names += [f"marker {rule.id}" for rule in section.file.markers]
        names += [f"decision {rule.id}" for rule in section.file.decisions]
        for name in (*names, f"section {section.id}"):
            if name in seen:
                remedy = f"Rename one of them; the other stands in {seen[name]}. Ids are never changed once used."
                yield at(section.source, _line(section, name), f"the id `{name.split()[-1]}` stands twice", remedy)
            seen[name] = section.source


def _line(section: Section, name: str) -> int:
    lines = [section.lines.get((*placed.place, "id"), 1) for placed in section.placed if placed.id == name]
    return lines[-1] if lines else 1


class _Known:
    """What has been placed so far, and what may therefore be read."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: dict[str, Question] = {}

    def add(self, placed: Placed) -> None:
        self.asked[placed.id] = placed.question

    def in_question(self, section: Section, placed: Placed) -> Iterator[ScriptError]:
        for condition in placed.conditions:
            yield from self._in(section, placed.place, condition, self.asked, placed.question.id)
        check = placed.question.check
        for bound in (check.at_least, check.at_most):
            for read in bound_reads(bound, Condition(fact="today", answered="true")):
                yield from self._stands(section, (*placed.place, "check"), read, self.asked, placed.question.id)
        if placed.question.suggest and placed.question.suggest not in self.script.decisions:
            what = f"`suggest: {placed.question.suggest}` is not a decision"
            yield _at(section, (*placed.place, "suggest"), what, _did_you_mean("", self.script.decisions))
        inside = dict(self.asked)
        for member in placed.members:
            for condition in member.conditions:
                yield from self._in(section, member.place, condition, inside, member.id)
            inside[member.id] = member.question

    def in_rules(self, section: Section) -> Iterator[ScriptError]:
        file = section.file
        for kind in ("needs", "markers", "actions", "closings"):
            for number, rule in enumerate(getattr(file, kind)):
                for condition in (rule.when, getattr(rule, "locked_unless", None)):
                    if condition is not None:
                        yield from self._in(section, (kind, number), condition, self.asked, kind)
                need = getattr(rule, "need", None)
                if need is not None and need not in self.script.needs:
                    what = f"`{need}` is not a need"
                    yield _at(section, (kind, number, "need"), what, _did_you_mean(need, self.script.needs))
        for number, decision in enumerate(file.decisions):
            for step_number, step in enumerate(decision.steps):
                place: Place = ("decisions", number, "steps", step_number)
                yield from self._in(section, place, step.when, self.asked, decision.id)
        yield from self._in_signposts(section)

    def _in_signposts(self, section: Section) -> Iterator[ScriptError]:
        for number, rule in enumerate(section.file.signposts):
            question = self.asked.get(rule.question)
            if question is None:
                what = f"`{rule.question}` is not a question"
                yield _at(section, ("signposts", number), what, _did_you_mean(rule.question, self.asked))
            elif question.option(rule.option) is None:
                what = f"`{rule.option}` is not an option of `{rule.question}`"
                remedy = _did_you_mean(rule.option, [o.id for o in question.options])
                yield _at(section, ("signposts", number), what, remedy)

    def in_facts(self) -> Iterator[ScriptError]:
        for name, rule in self.script.facts.items():
            for question_id in (rule.weeks_until, rule.years_since):
                if question_id is not None and question_id not in self.asked:
                    what = f"fact `{name}` counts from `{question_id}`, which is not a question"
                    yield at("script.yaml", 1, what, _did_you_mean(question_id, self.asked))
        if self.script.not_private_when is not None:
            for read in reads(self.script.not_private_when):
                if read.what == "question" and read.name not in self.asked:
                    what = f"`not_private_when` reads `{read.name}`, which is not a question"
                    yield at("script.yaml", 1, what, _did_you_mean(read.name, self.asked))

    def _in(
        self,
        section: Section,
        place: Place,
        condition: Condition,
        asked: Mapping[str, Question],
        who: str,
    ) -> Iterator[ScriptError]:
        for read in reads(condition):
            yield from self._stands(section, place, read, asked, who)
        for leaf in leaves(condition):
            if leaf.where is not None and leaf.count is not None and leaf.count in asked:
                inside = {**asked, **{member.id: member for member in asked[leaf.count].questions}}
                yield from self._in(section, place, leaf.where, inside, who)

    def _stands(
        self, section: Section, place: Place, read: Read, asked: Mapping[str, Question], who: str
    ) -> Iterator[ScriptError]:
        if read.what == "fact":
            if read.name not in (*self.script.facts, "today"):
                what = f"`{who}` reads the fact `{read.name}`, which script.yaml does not name"
                yield _at(section, place, what, _did_you_mean(read.name, self.script.facts))
        elif read.what == "need":
            if read.name not in self.script.needs:
                what = f"`{who}` reads the need `{read.name}`, which is not a need"
                yield _at(section, place, what, _did_you_mean(read.name, self.script.needs))
            else:
                yield from self._need_in_time(section, place, read.name, asked, who)
        elif read.name not in asked:
            yield self._unknown(section, place, read.name, asked, who)
        else:
            yield from _option_exists(section, place, read, asked[read.name])

    def _need_in_time(
        self, section: Section, place: Place, need: str, asked: Mapping[str, Question], who: str
    ) -> Iterator[ScriptError]:
        for read in reads(self.script.needs[need].when):
            late = read.what in ("question", "count") and read.name not in asked and read.name in self.script.placed
            if late:
                what = f"`{who}` reads the need `{need}`, which waits for `{read.name}`, asked later"
                yield _at(section, place, what, "Move the question behind it.")
            elif read.what == "need":
                what = f"the need `{need}` reads another need"
                yield _at(section, place, what, "Write that need's own condition out.")

    def _unknown(
        self, section: Section, place: Place, name: str, asked: Mapping[str, Question], who: str
    ) -> ScriptError:
        if name in self.script.placed:
            what = f"`{who}` reads `{name}`, which is only asked later"
            return _at(section, place, what, f"Move `{who}` behind `{name}`.")
        return _at(section, place, f"`{who}` reads `{name}`, which is not a question", _did_you_mean(name, asked))


def _option_exists(section: Section, place: Place, read: Read, question: Question) -> Iterator[ScriptError]:
    condition = read.condition
    if read.what == "count" or condition.question != read.name:
        return
    wanted = [code for code in (condition.equals, condition.includes) if code] + list(condition.one_of or ())
    codes = {"yes", "no", "unsure"} if question.kind == "yes_no" else {option.id for option in question.options}
    if codes:
        for code in wanted:
            if code not in codes:
                yield _at(
                    section,
                    place,
                    f"`{code}` is not an answer to `{question.id}`",
                    _did_you_mean(code, codes),
                )
    tags = {tag for option in question.options for tag in option.tags}
    if condition.tagged is not None and condition.tagged not in tags:
        what = f"no option of `{question.id}` is tagged `{condition.tagged}`"
        yield _at(section, place, what, _did_you_mean(condition.tagged, tags))
    if condition.row is not None and condition.row not in {row.id for row in question.each}:
        yield _at(section, place, f"`{condition.row}` is not a row of `{question.id}`", "")


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean `{close[0]}`?" if close else "Check the spelling, or add it."


def _at(section: Section, place: Place, what: str, remedy: str) -> ScriptError:
    known = place
    while known and known not in section.lines:
        known = known[:-1]
    return at(section.source, section.lines.get(known, 1), what, remedy)
