"""What there is to mend in one persona, and what to think about. docs/training.md names every error and warning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bcst_tui.disclosure.gateway import LIMITS as GATEWAYS
from bcst_tui.script.references import did_you_mean
from bcst_tui.text import words_in
from bcst_tui.training.finding import Around, Finding, error, warning
from bcst_tui.training.known_codes import codes_of, known_steps
from bcst_tui.training.lint_conditions import condition_findings
from bcst_tui.training.lint_course import course_findings
from bcst_tui.training.lint_reached import reached_findings
from bcst_tui.training.lint_silence import silence_findings
from bcst_tui.training.persona import Effect, Persona, PersonaFile
from bcst_tui.training.real_looking import looks_real
from bcst_tui.training.wordings import badly_worded
from bcst_tui.yaml_text import Place

MOST_EFFECT = 20
MOST_WORDS = 25
"""Words in one sentence of a reply, before it is hard to say and to follow."""
PLAN_CODE = re.compile(r"(?P<activity>[A-Z]{3}-[123]-\d\d)(?:@(?P<basis>consent|gateway\.(?P<limit>[a-z_]+)))?")
WRONG = (
    "exit_service_unasked",
    "record_narrative",
    "phone_with_message",
    "category_to_officer_without_consent",
    "work_stop_unasked",
    "relative_or_prisoner_as_interpreter",
)
GRAPHIC = frozenset(
    "blood bleeding stab stabbed stabbing rape raped raping strangle strangled strangling corpse gore slit slashed "
    "beaten punched kicked choke choked choking naked penetrate overdosed hanged hanging noose".split()
)
"""No line needs these to be practised with."""


def lint(file: PersonaFile, around: Around) -> tuple[Finding, ...]:
    """Everything there is to say about this persona, errors first."""
    checks: tuple[Callable[[PersonaFile, Around], Iterator[Finding]], ...] = (
        _about,
        _words,
        _replies,
        _effects,
        _facts,
        _events,
        _plan,
        condition_findings,
        course_findings,
        silence_findings,
    )
    found = [finding for check in checks for finding in check(file, around)]
    if not any(one.is_error for one in found):
        found += reached_findings(file, around)
    return tuple(sorted(found, key=lambda one: (not one.is_error, one.mistake.line)))


def _about(file: PersonaFile, around: Around) -> Iterator[Finding]:
    persona = file.persona
    if not persona.content_note.strip():
        yield error(file, ("content_note",), "there is no content note", "Say in a line what it touches on.")
    if file.text.source.rsplit("/", 1)[-1] != f"{persona.id}.yaml":
        yield error(file, ("id",), f"{persona.id} stands in another file", f"Call the file {persona.id}.yaml.")
    if persona.start.strain >= persona.start.stop_at:
        yield error(file, ("start",), "the person would ask to stop at once", "Begin with less strain.")


def _words(file: PersonaFile, around: Around) -> Iterator[Finding]:
    for place, line in _texts((), file.text.value):
        if kind := looks_real(line):
            yield error(file, place, f"this looks like {kind}", "Invent something nobody could have.")
        for word in sorted(GRAPHIC & set(re.findall(r"[a-z]+", line.lower()))):
            yield error(file, place, f"`{word}` is on the list of graphic words", "Say it without.")


def _texts(place: Place, value: object) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _texts((*place, name), one)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts((*place, number), one)
    elif isinstance(value, str):
        yield place, value


def _replies(file: PersonaFile, around: Around) -> Iterator[Finding]:
    steps = known_steps(around.script)
    for step, rows in file.persona.replies.items():
        place: Place = ("replies", step)
        if step not in steps:
            yield error(file, place, f"`{step}` is no step of a sitting", did_you_mean(step, steps))
            continue
        yield from _spoken(file, place, around, step)
        if not around.wordings.of(file.persona, step):
            yield error(file, place, f"`{step}` has no wordings", "Add them to wordings.yaml, or here: `wordings:`.")
        for number, row in enumerate(rows):
            if (row.otherwise is None) == (number == len(rows) - 1):
                what = f"the last row of `{step}`, and no other, is the one for `otherwise: true`"
                yield error(file, (*place, number), what, "Without it there may be no answer at all.")
    for place, what, remedy in badly_worded(file.persona.wordings):
        yield error(file, place, what, remedy)


def _spoken(file: PersonaFile, place: Place, around: Around, step: str) -> Iterator[Finding]:
    known = codes_of(step, around.script, around.words)
    for number, row in enumerate(file.persona.replies[step]):
        here = (*place, number)
        for name in ("answer", "near"):
            for code in getattr(row, name):
                if known is not None and code not in known:
                    what = f"`{step}` can't be answered with `{code}`"
                    yield error(file, (*here, name), what, did_you_mean(code, sorted(known)))
        for fact in row.reveals:
            if fact not in file.persona.facts:
                known_facts = did_you_mean(fact, sorted(file.persona.facts))
                yield error(file, (*here, "reveals"), f"`{fact}` is none of the facts", known_facts)
        for form in file.persona.speaks:
            if not (row.easy if form == "easy" else row.languages.get(form)):
                yield error(file, here, f"this reply has no words in `{form}`", "The persona says it has; add them.")
        for line in row.say:
            if any(words_in(sentence) > MOST_WORDS for sentence in re.split(r"[.?!…]", line)):
                yield warning(file, (*here, "say"), f"a sentence has more than {MOST_WORDS} words", "Split it.")


def _effects(file: PersonaFile, around: Around) -> Iterator[Finding]:
    persona = file.persona
    named: list[tuple[Place, Effect]] = [(("style", name), one) for name, one in persona.style.items()]
    named += [(("steps", name), one) for name, one in persona.steps.items()]
    named += [(("events", number, "expect", "miss"), one.expect.miss) for number, one in enumerate(persona.events)]
    for step, rows in persona.replies.items():
        named += [
            (("replies", step, number), Effect(trust=row.trust, strain=row.strain)) for number, row in enumerate(rows)
        ]
    for place, effect in named:
        if max(abs(effect.trust), abs(effect.strain)) > MOST_EFFECT:
            yield error(file, place, f"an effect is more than {MOST_EFFECT} either way", "Make it smaller.")


def _facts(file: PersonaFile, around: Around) -> Iterator[Finding]:
    persona, steps = file.persona, known_steps(around.script)
    for name, fact in persona.facts.items():
        place: Place = ("facts", name)
        if fact.collect and not fact.code:
            yield error(file, place, f"`{name}` belongs in the plan and has no code", "Add `code:`, step=code.")
        for code in fact.code:
            step, _, value = code.partition("=")
            if step not in steps and step.rsplit(".", 1)[0] not in steps:
                yield error(file, (*place, "code"), f"`{step}` is no step of a sitting", did_you_mean(step, steps))
            elif not value:
                yield error(file, (*place, "code"), f"`{code}` says no value", "Write it as step=code.")
        if not any(name in row.reveals for rows in persona.replies.values() for row in rows):
            yield warning(file, place, f"no reply tells `{name}`", "Fine, if it is to stay theirs whatever happens.")


def _events(file: PersonaFile, around: Around) -> Iterator[Finding]:
    for number, one in enumerate(file.persona.events):
        place: Place = ("events", number)
        if one.at not in file.persona.replies:
            yield error(file, (*place, "at"), f"`{one.at}` has no replies here", "Let it happen at a step that has.")
        if not one.expect.do:
            yield error(file, place, "nothing is expected of the trainee", "Say under `expect:` what to `do:`.")
        if file.persona.event_at(one.at) is not one:
            yield error(file, place, f"something else happens at `{one.at}` already", "One event a step.")


def _plan(file: PersonaFile, around: Around) -> Iterator[Finding]:
    plan = file.persona.plan
    for name in ("need", "near"):
        for number, code in enumerate(getattr(plan, name)):
            if what := _wrong_code(code, file.persona, around):
                yield error(
                    file, ("plan", name, number), f"`{code}`: {what}", "Write it as ACC-3-06 or DVA-2-03@consent."
                )
    for number, code in enumerate(plan.wrong):
        if code not in WRONG and PLAN_CODE.fullmatch(code) is None:
            yield error(
                file, ("plan", "wrong", number), f"`{code}` is nothing known to go wrong", did_you_mean(code, WRONG)
            )


def _wrong_code(code: str, persona: Persona, around: Around) -> str:
    found = PLAN_CODE.fullmatch(code)
    activity = around.activities.get(found["activity"]) if found else None
    if found is None or activity is None:
        return "there is no such activity"
    if activity.never_proposed:
        return "this activity is never proposed"
    if activity.scope != "person":
        return "this activity is not done for one person"
    if found["limit"] and found["limit"] not in GATEWAYS:
        return "there is no such reason to share without consent"
    return ""
