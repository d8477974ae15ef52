"""What there is to mend in the personas as a set, so that no kind of person always stands for one kind of harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bcst_tui.training.flow import APPLIES
from bcst_tui.training.model_path import model
from bcst_tui.training.persona import Persona, PersonaFile

TELLS = {*APPLIES, "right", "changed"}
SMALLEST_SET = 6
"""Fewer than these are not read as a set."""


def tells(persona: Persona) -> bool:
    """Whether anything of the private part applies or is confirmed, with everything done well."""
    answers = model(persona).hidden.answers
    return any(TELLS & set(codes) for question, codes in answers if question.startswith(("q1.", "q2.")))


def lint_set(files: Mapping[str, PersonaFile]) -> tuple[str, ...]:
    """Every sentence about what is missing, or too much alike."""
    personas = [file.persona for file in files.values()]
    if len(personas) < SMALLEST_SET:
        return (f"{len(personas)} personas are too few to be read as a set; {SMALLEST_SET} are the least.",)
    silent = [one for one in personas if not tells(one)]
    found = []
    if 3 * len(silent) < len(personas):
        found.append(f"Only {len(silent)} of {len(personas)} have nothing to tell or don't tell; a third is the least.")
    found += [sentence for sentence, holds in _wanted(personas) if not holds]
    return (*found, *_always_paired(personas))


def _wanted(personas: Sequence[Persona]) -> list[tuple[str, bool]]:
    abouts = [one.about for one in personas]
    harmed = [one for one in abouts if one.harm_by]
    sellers = [one for one in abouts if one.sells != "no"]
    return [
        ("All who are harmed are women.", not harmed or any(one.gender != "woman" for one in harmed)),
        ("Whoever harms is always a man.", not harmed or any(set(one.harm_by) - {"man"} for one in harmed)),
        ("All who sell sex are women.", not sellers or any(one.gender != "woman" for one in sellers)),
        ("All who sell sex do so in the street.", not sellers or any(one.sells != "street" for one in sellers)),
        ("There are no men.", any(one.gender == "man" for one in abouts)),
        ("There are no women.", any(one.gender == "woman" for one in abouts)),
        ("Nobody is trans.", any(one.trans for one in abouts)),
        ("Nobody has told before: `carried` in a ledger.", _some(personas, lambda one: _ledger(one, "carried"))),
        ("Nobody is known from the record alone: `record_only`.", _some(personas, lambda one: _record_only(one))),
        ("Nobody answers `never`.", _some(personas, _may_say_never)),
        ("Nobody has an interpreter.", _some(personas, lambda one: "interpreter" in one.about.traits)),
        ("Nobody may be causing harm as well.", _some(personas, lambda one: "may_cause_harm" in one.about.traits)),
    ]


def _always_paired(personas: Sequence[Persona]) -> list[str]:
    """No origin, and nobody's being trans, may always come with harm."""
    found = []
    groups = {
        "Everybody born abroad": [one for one in personas if one.about.born == "abroad"],
        "Everybody who is trans": [one for one in personas if one.about.trans],
    }
    for name, group in groups.items():
        if len(group) > 1 and all(one.about.harm_by or one.about.sells != "no" for one in group):
            found.append(f"{name} is harmed or sells sex.")
    return found


def _some(personas: Sequence[Persona], is_so: Callable[[Persona], bool]) -> bool:
    return any(is_so(one) for one in personas)


def _ledger(persona: Persona, status: str) -> bool:
    return any(one.status == status for one in persona.ledger.values())


def _record_only(persona: Persona) -> bool:
    return any(one.source == "record_only" for one in persona.ledger.values())


def _may_say_never(persona: Persona) -> bool:
    return any("never" in codes for _, codes in model(persona).hidden.answers)
