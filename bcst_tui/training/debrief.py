"""The debrief of one rehearsal as markdown: the trainee's own lines first, then what happened, then the four results.

Without the own lines there are no results in it: how it was comes before how it was marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.text import one_line
from bcst_tui.training.attempt import Coded, Did, Said, Step
from bcst_tui.training.behaviours import BY_NUMBER, MOST, Mark, Score
from bcst_tui.training.done_in_words import done
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.five_lines import five_lines
from bcst_tui.training.invented import marked as watermarked
from bcst_tui.training.leaks import Found
from bcst_tui.training.marking import Marks
from bcst_tui.training.naming import Names
from bcst_tui.training.observing import TwoObservers
from bcst_tui.training.recorded import CodingMarks
from bcst_tui.training.spacing import RECALL, suggested
from bcst_tui.training.undone import undone

MOST_OWN_LINES = 2
NO_NAMES = Names()
ABOUT_TURNS = (
    "T1 is your first turn: what you said or did, what was shown, and what it did to trust and strain (0 to 100)."
)
IN_WORDS = {"open_choice": "open wording", "flat": "flat wording", "leading": "leading", "pressing": "pressing"}


@dataclass(frozen=True)
class Debrief:
    """Everything a debrief is written from. `own`: the trainee's lines on how it was, written before any result.

    `parallel`: others with the same skills, to rehearse with next.
    """

    evidence: Evidence = field(repr=False)
    marks: Marks = field(repr=False)
    number: int = 1
    trainee: str = ""
    minutes: int | None = None
    own: tuple[str, ...] = field(default=(), repr=False)
    observers: TwoObservers | None = None
    export_check: Found | None = None
    form: tuple[str, ...] = field(default=(), repr=False)
    names: Names = NO_NAMES
    on: date | None = None
    parallel: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the results may be shown: something was written of one's own first."""
        return any(line.strip() for line in self.own)


def debrief_markdown(debrief: Debrief) -> str:
    """The whole of it, marked as training; folded as long as the trainee has written nothing."""
    return watermarked("\n".join(_lines(debrief)))


def debrief_text(debrief: Debrief) -> str:
    """The same to read on a screen, without the signs of markdown."""
    return "\n".join(_plain(line) for line in _lines(debrief))


def _plain(line: str) -> str:
    bare = re.sub(r"^#+ ", "", line).replace("**", "").replace("`", "")
    return re.sub(r"\\(.)", r"\1", bare)


def _lines(debrief: Debrief) -> Iterator[str]:
    yield f"# {headline(debrief)}"
    yield from ("", "## Before you read: how was that?", "")
    yield from (f"> {escaped(line)}" for line in debrief.own if line.strip())
    if not debrief.is_open:
        yield "Write one or two lines first. The rest of this page opens then."
        return
    yield from ("", "## What happened", "", ABOUT_TURNS, "", *timeline(debrief))
    yield from ("", "## Four results, each by itself", "", *results(debrief))
    if debrief.form:
        yield from ("", "## How to keep in touch, as you kept it", "", *(f"- {escaped(line)}" for line in debrief.form))
    yield from ("", f"## What {_called(debrief)} chose to tell", "", *told(debrief))
    yield from ("", "## One turn otherwise", "", *otherwise(debrief))
    yield from (
        "",
        "## Five chances",
        "",
        *(f"- {one.in_words}" for one in five_lines(debrief.evidence, debrief.marks)),
    )
    if debrief.export_check is not None:
        yield from ("", "## Export check", "", debrief.export_check.in_words)
    yield from ("", "## For you to write", "", "- A strength, in your words: ____", "- One thing to try: ____")
    yield "- Who will I tell if this stays with me? ____"
    if debrief.on is not None:
        yield from ("", "## Next time", "", *_next_time(debrief, debrief.on))


def _next_time(debrief: Debrief, on: date) -> Iterator[str]:
    days = ", ".join(f"{one.on.isoformat()} (about {one.about})" for one in suggested(on))
    yield f"Rehearse again {days}: a suggestion and no rule, as the evidence for it is thin."
    if debrief.parallel:
        yield f"With {' or '.join(debrief.parallel)}: the same skills and somebody else, so that it is no memory."
    yield from ("It begins with two questions, answered by heart:", "", *(f"- {question}" for question in RECALL))


def headline(debrief: Debrief) -> str:
    """Which rehearsal this is of."""
    attempt = debrief.evidence.attempt
    parts = [f"{attempt.persona_id} v{attempt.version}", f"seed {attempt.seed}", f"attempt {debrief.number}"]
    parts += [f"trainee {debrief.trainee}"] if debrief.trainee else []
    parts += [f"{debrief.minutes} min"] if debrief.minutes is not None else []
    return " · ".join(parts)


def results(debrief: Debrief) -> Iterator[str]:
    """Critical errors, then the four results with the rows that are not full."""
    marks = debrief.marks
    yield "**Critical:** " + ("; ".join(one.in_words for one in marks.criticals) or "none")
    yield ""
    for title, score in (("Flow", marks.flow), ("Conversation", marks.conversation)):
        yield f"- **{title}** {score.in_words if score.out_of else 'not marked: nothing was seen that it rests on'}"
        yield from _rows(score)
    yield f"- **Coding** {marks.coding.in_words}"
    yield from _codes(marks.coding, debrief.names)
    yield f"- **Plan** {marks.plan.in_words}"
    yield from _plan(marks, debrief.names)
    if debrief.observers is not None:
        yield from _observers(debrief.observers)


def _rows(score: Score) -> Iterator[str]:
    for mark in score.marks:
        if mark.points is not None and (mark.points < MOST or mark.why):
            where = ", ".join(f"T{turn}" for turn in mark.turns)
            yield f"  - {mark.row}. {BY_NUMBER[mark.row].title}: {mark.points}, {mark.anchor}{_because(mark, where)}"


def _because(mark: Mark, where: str) -> str:
    reasons = [escaped(one) for one in (mark.why if mark.why != mark.anchor else "", where) if one]
    return f" ({'; '.join(reasons)})" if reasons else ""


def _codes(coding: CodingMarks, names: Names) -> Iterator[str]:
    for one in coding.answers:
        if one.standing != "exact":
            turn = f"T{one.turn} " if one.turn else ""
            recorded, model = "+".join(one.recorded) or "nothing", "+".join(one.model) or "nothing was said"
            yield f"  - {turn}{names.of(one.question)}: {one.standing}; you have `{recorded}`, the model `{model}`"
    yield from (f"  - kept, and no plan needs it: {escaped(one)}" for one in coding.over_collected)


NO_PLAN = (
    "  - Nothing that is needed is in the plan: perhaps there was no time for one, or nothing was told that it would"
    " have rested on. What follows is for next time."
)


def _plan(marks: Marks, names: Names) -> Iterator[str]:
    plan = marks.plan
    named = names.action
    if plan.missed and not (plan.matched or plan.wrong_level or plan.without_basis):
        yield NO_PLAN
    yield from (f"  - missed: {named(one)}" for one in plan.missed)
    for needed, taken in (*plan.wrong_level, *plan.without_basis):
        yield f"  - needed is {named(needed)}, and there is {named(taken)}"
    yield from (f"  - not needed: {named(one)}" for one in plan.extra)
    yield from (f"  - wrong, worse than a miss: {named(one)}" for one in plan.wrong)
    yield from (f"  - {named(one.action)}: follow-up without {', '.join(one.missing)}" for one in plan.loose_ends)


def _observers(both: TwoObservers) -> Iterator[str]:
    yield f"- **Two observers** agree on {both.per_cent} % of the rows both ticked; to talk over, not to average:"
    for one in both.to_talk_over:
        yield f"  - {one.row}. {BY_NUMBER[one.row].title}: {_points(one.first)} and {_points(one.second)}"


def _points(points: int | None) -> str:
    return "not ticked" if points is None else str(points)


def told(debrief: Debrief) -> Iterator[str]:
    """What was told and what stayed theirs: information, and never a mark."""
    facts = debrief.evidence.persona.facts
    yield from (f"- Told: {facts[one].text}" for one in debrief.marks.told)
    yield from (f"- Stayed theirs: {facts[one].text}" for one in debrief.marks.stayed if facts[one].collect)
    yield from (f"- Nobody's business, and stayed so: {facts[one].text}" for one in _private(debrief))
    yield from ("", "This is for you to know. Nobody is marked by what somebody chooses to tell.")


def _private(debrief: Debrief) -> tuple[str, ...]:
    facts = debrief.evidence.persona.facts
    return tuple(one for one in debrief.marks.stayed if not facts[one].collect)


def otherwise(debrief: Debrief) -> Iterator[str]:
    """What would have been, had one turn been done well."""
    facts = debrief.evidence.persona.facts
    slips = undone(debrief.evidence.persona, debrief.evidence.attempt)
    for slip in slips:
        more = [f"we would have heard: {facts[one].text.rstrip('.')}" for one in slip.more]
        less = [f"we would not have heard: {facts[one].text.rstrip('.')}" for one in slip.less]
        trust = f"trust at the end {slip.trust_then} in place of {slip.trust}"
        was = IN_WORDS.get(slip.was, slip.was)
        at = debrief.names.of(slip.question)
        yield f"- T{slip.turn} {at}: {was}. Had it been done well, {'; '.join([*more, *less, trust])}."
    if not slips:
        yield "There is no turn to undo."


def timeline(debrief: Debrief) -> Iterator[str]:
    """Turn by turn: what was done, what was shown, trust and strain, and the rows it touched."""
    touched = _touched(debrief.marks)
    for step in debrief.evidence.log:
        if isinstance(step.choice, Coded):
            continue
        rows = [f"row {mark.row}: {mark.anchor}" for mark in touched.get(step.number, ())]
        yield f"- {' · '.join([*turn_in_words(step, debrief.names), *_values(step), *rows])}"


def _touched(marks: Marks) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in (*marks.flow.marks, *marks.conversation.marks):
        if mark.points is not None and mark.points < MOST:
            for turn in mark.turns:
                found.setdefault(turn, []).append(mark)
    return found


def turn_in_words(step: Step, names: Names = NO_NAMES) -> list[str]:
    """What was done and what was shown, without any value behind it."""
    parts = [f"T{step.number} {_did(step, names)}"]
    if step.event is not None:
        event = step.event.replace("_", " ")
        parts.append(f"{event}: {step.event_end.replace('_', ' ')}" if step.event_end else step.event_text or event)
    if step.say:
        parts.append(f"“{step.say}”" + (f" [{step.cue}]" if step.cue else ""))
    return parts


def _did(step: Step, names: Names) -> str:
    match step.choice:
        case Said(question, style, is_done):
            return f"{names.of(question)}: {IN_WORDS[style] if is_done else 'just ticked'}"
        case Did(actions):
            return done(actions)
        case Coded(question):
            return f"{names.of(question)}: recorded"


def _values(step: Step) -> Sequence[str]:
    if step.before == step.after:
        return ()
    return (f"trust {step.before[0]}→{step.after[0]}, strain {step.before[1]}→{step.after[1]}",)


def _called(debrief: Debrief) -> str:
    return debrief.evidence.persona.person.called.split()[0]


def escaped(text: str) -> str:
    """Somebody's own line, as one line that is nothing but words."""
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", one_line(text))
