"""Whatever is printed by mistake tells no words of anybody: every text in a value is hidden, or is a code."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import bcst_tui
from bcst_tui.interview import values

OF_NOBODY = {
    "bcst_tui.cli": "what was typed to start it",
    "bcst_tui.config": "settings and folders",
    "bcst_tui.supervisor": "how a process ended",
    "bcst_tui.yaml_text": "places in a file",
    "bcst_tui.script": "the words of an interview",
    "bcst_tui.reference": "shipped data",
    "bcst_tui.plan.coverage": "what the interview covers",
    "bcst_tui.plan.distance_drawing": "signs to draw with",
    "bcst_tui.plan.feedback": "three questions",
    "bcst_tui.plan.figures": "totals",
    "bcst_tui.plan.service_fields": "what is asked of a service",
    "bcst_tui.plan.time_axis": "months",
    "bcst_tui.plan.timeline_drawing": "signs to draw with",
    "bcst_tui.disclosure.table": "where each event leads",
    "bcst_tui.disclosure.wording": "the words of the private part",
    "bcst_tui.export.wording": "headings",
    "bcst_tui.casebook.case_contents": "names of kinds",
    "bcst_tui.casebook.finding": "names of filters",
    "bcst_tui.casebook.safe_contact_form": "what a form asks",
    "bcst_tui.tui.keys": "keys and what they do",
    "bcst_tui.tui.screens.help_now": "cards of help",
    "bcst_tui.tui.screens.setup": "what setting up asks",
    "bcst_tui.vault.migrations": "changes of shape",
    "bcst_tui.line_mode.entries": "the words of a question",
    "bcst_tui.training": "people who are invented, and trainees by their codes",
    "bcst_tui.casebook.rehearsal": "the same",
    "bcst_tui.vault.attempt_values": "the same",
}
"""Parts whose values hold nothing of a person, and why."""
CODES = frozenset(
    """
    activity agencies agency also attributes audience audiences before by by_role check_clock clock code codes consents
    database_id decisions derived_from dropped field file_name fingerprint former formerly gateway group hash holds
    id key kind last limb line looking_at mark may_tick need needs part private_part provider public question
    question_id reference role row rows rules script_hash script_id sealed_reader_role safeguarding_role
    service service_name services settled sign signposted source stands_for status status_by ticked
    to topic topics trainee version withheld_by_lead agreed
    """.split()
)
"""Fields that hold an id, a code, a role, a reference or the name of an agency."""
OF_THE_PAPER = frozenset(
    """
    at banner day for_whom goes heading if_empty interviews at_time may_do name neutral next_due_title note on again
    one many opening prison read_by record review_on serves stays title told unknown warning why worker_role
    script still_open reason time
    """.split()
)
"""Fields whose words are the program's own or a day as typed: fixed titles, counts, a way on, a mark on a line."""
FIXED = {"Meeting.label", "WayOn.words", "Ends.words", "Way.label", "Heading.words"}
"""Words that are always the same, in fields that elsewhere hold somebody's."""
SHOWN = CODES | OF_THE_PAPER


def dataclasses_of(modules: str = "bcst_tui.") -> Iterator[type]:
    for found in pkgutil.walk_packages(bcst_tui.__path__, modules):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for one in vars(module).values():
            if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == found.name:
                yield one


def in_words(one: type) -> Iterator[str]:
    """The fields that stand in its repr and can hold words."""
    if one.__dataclass_params__.repr and "__repr__" in vars(one):  # type: ignore[attr-defined]
        yield from (field.name for field in dataclasses.fields(one) if field.repr and "str" in str(field.type))


def test_every_text_in_a_value_is_hidden_or_is_no_words_of_anybody() -> None:
    told = [
        f"{one.__module__}.{one.__name__}.{name}"
        for one in dataclasses_of()
        if not one.__module__.startswith(tuple(OF_NOBODY))
        for name in in_words(one)
        if name not in SHOWN and f"{one.__name__}.{name}" not in FIXED
    ]
    assert told == []


def test_what_the_private_part_keeps_shows_nothing_of_itself_not_even_its_codes() -> None:
    parts = ("ledger", "record", "record_of_plan", "record_of_sharing", "run", "writing")
    of_nobody = {"Sitting"}
    kept = [one for one in dataclasses_of() if one.__module__ in {f"bcst_tui.disclosure.{part}" for part in parts}]
    assert len(kept) > 15
    assert [one.__name__ for one in kept if one.__name__ not in of_nobody and "__repr__" in vars(one)] == []


def test_what_trainees_and_observers_write_of_a_rehearsal_is_hidden() -> None:
    written = {"own", "quote"}
    training = [one for one in dataclasses_of() if one.__module__.startswith("bcst_tui.training.")]
    assert written <= {field.name for one in training for field in dataclasses.fields(one)}
    assert [(one.__name__, name) for one in training for name in in_words(one) if name in written] == []


def test_no_answer_shows_anything_of_itself() -> None:
    kinds = [one for one in vars(values).values() if isinstance(one, type) and dataclasses.is_dataclass(one)]
    assert len(kinds) > 10
    assert [one.__name__ for one in kinds if any(field.repr for field in dataclasses.fields(one))] == []


def test_what_a_person_or_a_worker_writes_is_looked_for() -> None:
    """So that the walk itself can fail: names that must never be called codes."""
    assert SHOWN.isdisjoint({"said", "owner", "because", "caution", "typed", "answer", "purpose", "facts", "name_used"})
