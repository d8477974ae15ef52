"""Whether every name a script uses stands for something, once, and early enough."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from bcst_tui.script.condition import Condition, leaves
from bcst_tui.script.model import Question
from bcst_tui.script.reading import Read, bound_reads, needs_read, reads, rests_on
from bcst_tui.script.script import Placed, Script, Section, Spot
from bcst_tui.yaml_text import FileMistake

_COUNTED_KINDS = ("choices", "ranking", "group")


def first_mistake(script: Script) -> FileMistake | None:
    """The first name that stands for nothing, stands twice, or stands too late."""
    return next(mistakes(script), None)


def mistakes(script: Script) -> Iterator[FileMistake]:
    """Every name that stands for nothing, stands twice, stands too late or leads back to itself."""
    if unsound := list(_in_named_conditions(script)):
        yield from unsound
        return
    yield from _twice(script)
    yield from _needs_upon_needs(script)
    names = _Names(script)
    for section in script.sections:
        yield from names.in_section(section)
    for section in script.sections:
        yield from names.in_rules(section)
    yield from names.in_main_file()


def mistakes_in_condition(script: Script, condition: Condition, spot: Spot, who: str) -> Iterator[FileMistake]:
    """Every name in a condition kept apart from the questions that stands for nothing in the script."""
    names = _Names(script)
    names.asked = {placed.id: placed.question for placed in script.order}
    yield from names.in_condition(spot, condition, names.asked, who)


def _in_named_conditions(script: Script) -> Iterator[FileMistake]:
    """What is wrong with a named condition is told once, where it is named, and not at each use."""
    for name, condition in script.conditions.items():
        yield from mistakes_in_condition(script, condition, script.spot("conditions", name), name)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A remedy for a name that stands for nothing."""
    close = difflib.get_close_matches(name[:80], list(known), n=1)
    return f"Did you mean `{close[0]}`?" if close else "Check the spelling, or add it."


def _twice(script: Script) -> Iterator[FileMistake]:
    seen: dict[str, str] = {}
    for section in script.sections:
        for name, spot in _named(section):
            if name in seen:
                remedy = f"Rename one of them; the other stands in {seen[name]}. Ids are never changed once used."
                yield spot.mistake(f"the id `{name.split()[-1]}` stands twice", remedy)
            seen[name] = section.source


def _named(section: Section) -> Iterator[tuple[str, Spot]]:
    yield f"section {section.id}", section.spot("section")
    for placed in section.placed:
        yield placed.id, section.spot(*placed.place, "id")
        for member in placed.members:
            yield f"{placed.id}.{member.id}", section.spot(*member.place, "id")
    for kind in ("needs", "markers", "decisions"):
        for number, rule in enumerate(getattr(section.file, kind)):
            yield f"{kind} {rule.id}", section.spot(kind, number, "id")


def _needs_upon_needs(script: Script) -> Iterator[FileMistake]:
    """A need may read needs that read none: deeper, or in a circle, they can't be followed."""
    for section in script.sections:
        for number, rule in enumerate(section.file.needs):
            for name in needs_read(rule.when):
                deeper = needs_read(script.needs[name].when) if name in script.needs else []
                if deeper:
                    circle = rule.id in (name, *deeper)
                    how = "waits for itself" if circle else "reads a need that reads another"
                    what = f"the need `{rule.id}` {how}, by way of `{name}`"
                    remedy = f"Write out the conditions of `{name}`."
                    yield section.spot("needs", number, "when").mistake(what, remedy)


class _Names:
    """The names that may be read at one point of the script: the questions asked so far, facts and needs."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: dict[str, Question] = {}

    def in_section(self, section: Section) -> Iterator[FileMistake]:
        if section.file.when is not None:
            yield from self.in_condition(section.spot("when"), section.file.when, self.asked, section.id)
        pages = dict(section.file.pages)
        for placed in section.placed:
            page = pages.pop(placed.page, None) if placed.page else None
            if page is not None and page.when is not None:
                spot = section.spot("pages", placed.page or "", "when")
                yield from self.in_condition(spot, page.when, self.asked, placed.page or "")
            yield from self._in_question(section, placed)
            self.asked[placed.id] = placed.question

    def _in_question(self, section: Section, placed: Placed) -> Iterator[FileMistake]:
        yield from self._in_one(section, placed, self.asked)
        inside = dict(self.asked)
        for member in placed.members:
            yield from self._in_one(section, member, inside)
            inside[member.id] = member.question

    def _in_one(self, section: Section, placed: Placed, asked: Mapping[str, Question]) -> Iterator[FileMistake]:
        question, spot = placed.question, section.spot(*placed.place)
        if question.when is not None:
            yield from self.in_condition(spot.at("when"), question.when, asked, question.id)
        for bound in (question.check.at_least, question.check.at_most):
            for read in bound_reads(bound, Condition(fact="today", answered="true")):
                yield from self._stands(spot.at("check"), read, asked, question.id)
        if question.kept_out_by is not None:
            yield from self._kept_out(spot.at("kept_out_by"), question.kept_out_by, asked, question.id)
        if question.suggest is not None:
            yield from self._suggested(spot.at("suggest"), question.suggest, asked, question.id)
        if question.recall is not None:
            yield from self._recalled(spot, question, asked)

    def _recalled(self, spot: Spot, question: Question, asked: Mapping[str, Question]) -> Iterator[FileMistake]:
        earlier = question.recall or ""
        if earlier not in asked:
            what = f"`recall: {earlier}` is no question asked before this one"
            yield spot.at("recall").mistake(what, did_you_mean(earlier, asked))
        elif question.recall_row is not None:
            rows = [row.id for row in asked[earlier].each]
            if question.recall_row not in rows:
                what = f"`{question.recall_row}` is not a row of `{earlier}`"
                yield spot.at("recall_row").mistake(what, did_you_mean(question.recall_row, rows))

    def _kept_out(self, spot: Spot, kind: str, asked: Mapping[str, Question], who: str) -> Iterator[FileMistake]:
        condition = self.script.kept_out_when.get(kind)
        if condition is None:
            what = f"`kept_out_by: {kind}` is not among `kept_out_when` of script.yaml"
            yield spot.mistake(what, did_you_mean(kind, self.script.kept_out_when))
            return
        for read in reads(condition):
            yield from self._in_time(spot, read, asked, who)

    def _suggested(
        self, spot: Spot, decision_id: str, asked: Mapping[str, Question], who: str
    ) -> Iterator[FileMistake]:
        decision = self.script.decisions.get(decision_id)
        if decision is None:
            what = f"`suggest: {decision_id}` is not a decision"
            yield spot.mistake(what, did_you_mean(decision_id, self.script.decisions))
            return
        for step in decision.steps:
            for read in reads(step.when):
                yield from self._in_time(spot, read, asked, who)

    def in_rules(self, section: Section) -> Iterator[FileMistake]:
        file = section.file
        for kind in ("needs", "markers", "actions", "closings"):
            for number, rule in enumerate(getattr(file, kind)):
                spot = section.spot(kind, number)
                for name in ("when", "locked_unless", "caution_when"):
                    condition = getattr(rule, name, None)
                    if condition is not None:
                        yield from self.in_condition(spot, condition, self.asked, getattr(rule, "id", kind))
                need = getattr(rule, "need", None)
                if need is not None and need not in self.script.needs:
                    yield spot.at("need").mistake(f"`{need}` is not a need", did_you_mean(need, self.script.needs))
        for number, decision in enumerate(file.decisions):
            for place, step in enumerate(decision.steps):
                spot = section.spot("decisions", number, "steps", place)
                yield from self.in_condition(spot, step.when, self.asked, decision.id)
        yield from self._in_stands_by(section)
        yield from self._in_signposts(section)

    def _in_stands_by(self, section: Section) -> Iterator[FileMistake]:
        for number, rule in enumerate(section.file.needs):
            stands = rule.stands_by
            if stands is None:
                continue
            spot, question = section.spot("needs", number, "stands_by"), self.asked.get(stands.question)
            if question is None:
                yield spot.mistake(f"`{stands.question}` is not a question", did_you_mean(stands.question, self.asked))
            elif stands.row not in (rows := [row.id for row in question.each]):
                yield spot.mistake(
                    f"`{stands.row}` is not a row of `{stands.question}`", did_you_mean(stands.row, rows)
                )

    def _in_signposts(self, section: Section) -> Iterator[FileMistake]:
        for number, rule in enumerate(section.file.signposts):
            spot = section.spot("signposts", number)
            question = self.asked.get(rule.question)
            if question is None:
                yield spot.mistake(f"`{rule.question}` is not a question", did_you_mean(rule.question, self.asked))
            elif question.option(rule.option) is None:
                remedy = did_you_mean(rule.option, [option.id for option in question.options])
                yield spot.mistake(f"`{rule.option}` is not an option of `{rule.question}`", remedy)

    def in_main_file(self) -> Iterator[FileMistake]:
        for name, rule in self.script.facts.items():
            for question_id in (rule.weeks_until, rule.years_since):
                if question_id is not None and question_id not in self.asked:
                    what = f"the fact `{name}` counts from `{question_id}`, which is not a question"
                    yield self.script.spot("facts", name).mistake(what, did_you_mean(question_id, self.asked))
        if self.script.not_private_when is not None:
            spot = self.script.spot("not_private_when")
            yield from self.in_condition(spot, self.script.not_private_when, self.asked, "not_private_when")
        for kind, condition in self.script.kept_out_when.items():
            spot = self.script.spot("kept_out_when", kind)
            yield from self.in_condition(spot, condition, self.asked, "kept_out_when")

    def in_condition(
        self, spot: Spot, condition: Condition, asked: Mapping[str, Question], who: str
    ) -> Iterator[FileMistake]:
        for read in reads(condition):
            yield from self._stands(spot, read, asked, who)
        for leaf in leaves(condition):
            if leaf.where is not None and leaf.count is not None and leaf.count in asked:
                inside = {**asked, **{member.id: member for member in _members(self.script, leaf.count)}}
                yield from self.in_condition(spot, leaf.where, inside, who)

    def _stands(self, spot: Spot, read: Read, asked: Mapping[str, Question], who: str) -> Iterator[FileMistake]:
        if read.what == "fact" and read.name not in (*self.script.facts, "today"):
            what = f"`{who}` reads the fact `{read.name}`, which script.yaml does not name"
            yield spot.mistake(what, did_you_mean(read.name, self.script.facts))
        elif read.what == "need" and read.name not in self.script.needs:
            what = f"`{who}` reads the need `{read.name}`, which is not a need"
            yield spot.mistake(what, did_you_mean(read.name, self.script.needs))
        elif read.what in ("question", "count") and read.name in asked:
            yield from _fits(spot, read, asked[read.name])
        elif read.what in ("question", "count") and read.name not in self.script.placed:
            what = f"`{who}` reads `{read.name}`, which is not a question"
            yield spot.mistake(what, did_you_mean(read.name, asked))
        else:
            yield from self._in_time(spot, read, asked, who)

    def _in_time(self, spot: Spot, read: Read, asked: Mapping[str, Question], who: str) -> Iterator[FileMistake]:
        """A question stands after everything it reads, facts and needs included."""
        for name in dict.fromkeys(rests_on(self.script, read)):
            if name in self.script.placed and name not in asked:
                way = "" if read.name == name else f"the {read.what} `{read.name}`, which rests on "
                yield spot.mistake(f"`{who}` reads {way}`{name}`, which is only asked later", f"Move `{name}` up.")


def _members(script: Script, group_id: str) -> list[Question]:
    group = script.placed.get(group_id)
    return [member.question for member in group.members] if group else []


def _fits(spot: Spot, read: Read, question: Question) -> Iterator[FileMistake]:
    """Whether what is asked of this answer is something it can say."""
    condition = read.condition
    if read.what == "count":
        if question.kind not in _COUNTED_KINDS:
            yield spot.mistake(f"`{question.id}` has nothing to count", f"Only {', '.join(_COUNTED_KINDS)} can be.")
        elif condition.where is not None and question.kind != "group":
            yield spot.mistake(f"`where` looks into rows, and `{question.id}` has none", "Take `where` out.")
        return
    if condition.question != read.name:
        return
    codes = {"yes", "no", "unsure"} if question.kind == "yes_no" else {option.id for option in question.options}
    wanted = [code for code in (condition.equals, condition.includes, *(condition.one_of or ())) if code is not None]
    for code in wanted:
        if codes and code not in codes:
            yield spot.mistake(f"`{code}` is not an answer to `{question.id}`", did_you_mean(code, codes))
    tags = {tag for option in question.options for tag in option.tags}
    if condition.tagged is not None and condition.tagged not in tags:
        what = f"no option of `{question.id}` is tagged `{condition.tagged}`"
        yield spot.mistake(what, did_you_mean(condition.tagged, tags))
    rows = [row.id for row in question.each]
    if condition.row is not None and condition.row not in rows:
        what = f"`{condition.row}` is not a row of `{question.id}`"
        yield spot.mistake(what, did_you_mean(condition.row, rows))
