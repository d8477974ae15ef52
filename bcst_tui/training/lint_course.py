"""What a lint learns from playing a persona: all done well, and one thing done worse."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.script.reading import reads
from bcst_tui.training.finding import Around, Finding, error, warning
from bcst_tui.training.model_path import Slip, model
from bcst_tui.training.persona import PersonaFile
from bcst_tui.training.slip import rows_of

TOO_EASY = 90


def course_findings(file: PersonaFile, around: Around) -> Iterator[Finding]:
    """What the model interview and its slips show."""
    persona = file.persona
    best = model(persona)
    yield from _out_of_reach(file, best.hidden.revealed)
    if (highest := max(max(step.after[0] for step in best.log), persona.start.trust)) > TOO_EASY:
        what = f"trust comes to {highest} when all is done well"
        yield warning(file, ("start",), what, "There is little left to practise; begin lower, or give less.")
    yield from _idle(file)


def _idle(file: PersonaFile) -> Iterator[Finding]:
    """Grave slips that cost nothing, of a persona who has something to tell in private.

    What happens at the very last step can't change what is said before it; it is marked as done in time or not.
    """
    if not any(read.name == "private" for fact in file.persona.facts.values() for read in reads(fact.when)):
        return
    after_all = Slip("event_missed", list(file.persona.replies)[-1])
    rows = rows_of(file.persona, lambda slip: _is_grave(slip) and slip != after_all)
    idle = [f"{slip.kind} {slip.at}" for row in rows if row.changes_nothing for slip in row.slips]
    if idle:
        what = f"these slips change neither what is told nor what is answered: {', '.join(idle)}"
        yield warning(file, ("steps",), what, "Let them cost more, or be sure that they need not.")


def _is_grave(slip: Slip) -> bool:
    asking = slip.kind == "pressing" and slip.at.endswith((".offer", ".ask", ".confirm", ".respond"))
    return asking or slip.kind in ("ticked", "event_missed")


def _out_of_reach(file: PersonaFile, told: tuple[str, ...]) -> Iterator[Finding]:
    persona = file.persona
    unsafe = model(persona, slip=Slip("ticked", "q.privacy")).hidden
    for name, fact in persona.facts.items():
        if fact.collect and name not in told:
            what = f"`{name}` belongs in the plan, and the best interview doesn't come to it"
            yield error(file, ("facts", name), what, "Ask for less trust, or let it stay theirs: collect: false.")
        private = any(read.name == "private" for read in reads(fact.when))
        if private and name in unsafe.revealed and not unsafe.private:
            what = f"`{name}` needs privacy, and is told without"
            yield error(file, ("facts", name), what, "Ask for it in the reply.")
