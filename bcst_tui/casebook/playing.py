"""A casebook over a vault that nobody keeps, in which an answers file is played from its first question to its last."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Sitting, Surroundings
from bcst_tui.errors import UsageError
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.answers_file import AnswersFile, check_all_given, next_step, taken
from bcst_tui.vault.opening import new_vault
from bcst_tui.vault.values import Person, Profile
from bcst_tui.vault.vault import Vault

NOBODY = "Somebody"
KEY_BYTES = 32


class PlayedCasebook(Casebook):
    """A casebook whose facts are those of an answers file and nothing else."""

    def __init__(self, vault: Vault, around: Surroundings, facts: Mapping[str, str]) -> None:
        super().__init__(vault, around)
        self._given = dict(facts)

    def _facts(self, person: Person) -> dict[str, str]:
        return dict(self._given)


@contextmanager
def played_casebook(folder: Path, file: AnswersFile, around: Surroundings) -> Iterator[PlayedCasebook]:
    """A new encrypted vault in this folder, under a key that is thrown away."""
    facts = file.known_facts(around.today())
    profile = Profile(
        facts.get("worker_name", "bcst"),
        "resettlement worker",
        facts.get("prison", "no prison"),
        facts.get("resettlement_prison") == "yes",
        facts.get("sealed_reader_role", "safeguarding lead"),
        facts.get("safeguarding_role", "duty manager"),
    )
    casebook = PlayedCasebook(new_vault(folder, secrets.token_bytes(KEY_BYTES), profile), around, facts)
    try:
        yield casebook
    finally:
        casebook.close()


def play(casebook: Casebook, file: AnswersFile) -> Sitting:
    """A case with every answer of the file, given in the order they are asked for; complete if nothing was left open.

    Raises ScriptError for the first answer that can't be given.
    """
    facts = file.known_facts(casebook.today())
    case = casebook.add_case(
        NewCase(
            file.name or NOBODY,
            prison_number=facts.get("prison_number", ""),
            birth_date=facts.get("birth_date", ""),
        ),
        is_another=True,
    )
    if isinstance(case, Rejection):
        raise UsageError(f"{file.text.source}: {case.reason}", "Mend `name` or `facts`.")
    sitting = casebook.begin(case.case_id, file.sitting)
    interview = sitting.interview
    while (step := next_step(file, interview)) is not None:
        moved = taken(interview, step)
        if isinstance(moved, Rejection):
            raise file.mistake(step, moved)
        if casebook.decides(interview, moved):
            sitting = casebook.keep(casebook.keep(sitting, interview), moved)
        interview = moved
    sitting = casebook.keep(sitting, interview)
    check_all_given(file, sitting.interview)
    return casebook.complete(sitting) if sitting.interview.is_complete else sitting
