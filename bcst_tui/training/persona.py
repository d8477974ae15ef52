"""An invented person to rehearse with, as data: one YAML file a persona, in the grammar of all scripts.

docs/training.md tells it to those who write one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field, field_validator

from bcst_tui.disclosure.ledger import Item, Source, Status
from bcst_tui.errors import ScriptError
from bcst_tui.script.condition import Condition, ScriptModel
from bcst_tui.training.invented import is_invented_number
from bcst_tui.training.speech import HAVE_TO_THINK, STOP, Spoken
from bcst_tui.training.speech import STYLES as STYLES
from bcst_tui.training.speech import Effect as Effect
from bcst_tui.training.speech import Few as Few
from bcst_tui.training.speech import Reply as Reply
from bcst_tui.training.speech import Style as Style
from bcst_tui.training.speech import Wording as Wording
from bcst_tui.yaml_text import YamlText, read_yaml, validated

Deed = Literal[
    "privacy_done",
    "privacy_skipped",
    "limits_sayback",
    "limits_told",
    "limits_skipped",
    "choice_of_worker",
    "read_back",
    "paused_when_asked",
]
"""What is done or left out, and counts beside the wording."""
EventKind = Literal[
    "officer_at_hatch",
    "wants_to_stop",
    "interpreter_unavailable",
    "prisoner_offered_as_interpreter",
    "line_drops",
    "power_cut",
    "roll_check_bell",
    "someone_reads_screen",
    "officer_rings",
    "consent_withdrawn",
    "colleague_says_tick_no",
    "asks_to_keep_secret",
]
Action = Literal[
    "hide",
    "stop_item",
    "privacy_recheck",
    "unlock",
    "no_reask",
    "stop",
    "pause",
    "book",
    "leave_the_gap",
    "safe_close",
    "only_what_was_agreed",
    "stop_copies",
    "list_what_went",
    "leave_not_opened",
    "honest_limits",
]
"""What a trainee can do about an event."""
FACTS = ("trust", "strain", "style", "private", "limits", "pushed")
"""What a persona's conditions may read beside the codes answered so far."""
TRUE, FALSE = "true", "false"


class Person(ScriptModel):
    """What the trainee is told beforehand."""

    called: str = Field(min_length=1)
    pronouns: str = Field(min_length=1)
    card: str = Field(min_length=1)


class About(ScriptModel):
    """What the set lint goes by; no trainee sees it. `harm_by`: who frightens them; empty: nobody."""

    gender: Literal["man", "woman", "nonbinary"]
    trans: bool = False
    age: int = Field(ge=18, le=99)
    born: Literal["here", "abroad"] = "here"
    harm_by: tuple[Literal["man", "woman", "family", "several"], ...] = ()
    sells: Literal["no", "street", "indoor", "online", "exchange"] = "no"
    traits: tuple[
        Literal[
            "learning_disability",
            "care_leaver",
            "interpreter",
            "foreign_national",
            "ex_forces",
            "carer",
            "over_60",
            "may_cause_harm",
            "slow_reader",
        ],
        ...,
    ] = ()


class Start(ScriptModel):
    """Where the hidden values begin, 0 to 100; at `stop_at` strain the person asks to stop."""

    trust: int = Field(ge=0, le=100)
    strain: int = Field(ge=0, le=100)
    stop_at: int = Field(ge=1, le=100)


class Earlier(ScriptModel):
    """How an item of the private part stands before this interview."""

    status: Status = "none"
    source: Source = "self_here"
    role: str = ""
    month: str = ""


class Fact(ScriptModel):
    """Something true. `when`: the earliest it may be told; `collect`: whether it belongs in the plan, by its codes."""

    text: str = Field(min_length=1)
    when: Condition
    collect: bool
    code: Few = ()


class OtherEvent(ScriptModel):
    """Another thing that may happen in an event's place, by the seed; what to do about it stays the same."""

    kind: EventKind
    text: str = ""


class Expected(ScriptModel):
    """What to do: the first of it within so many actions, all of it before the next question."""

    do: tuple[Action, ...] = ()
    within: int = Field(default=1, ge=1, le=9)
    miss: Effect = Effect()


class Event(ScriptModel):
    """Something that happens as a question is put."""

    at: str = Field(min_length=1)
    kind: EventKind
    text: str = ""
    instead: tuple[OtherEvent, ...] = ()
    expect: Expected = Expected()


class ModelPlan(ScriptModel):
    """Activities a good plan holds (`DVA-2-03@consent`), and what costs more than a miss."""

    need: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class Persona(ScriptModel):
    """One invented person. `speaks`: which forms of speech every reply has; `family`: its parallel forms.

    `weightless`: steps at which no wording moves trust or strain.
    """

    id: str
    version: int = Field(ge=1)
    title: str = Field(min_length=1)
    family: str = Field(min_length=1)
    difficulty: int = Field(ge=1, le=5)
    minutes: int = Field(ge=5, le=60)
    content_note: str = ""
    reviewed_by: tuple[str, ...] = ()
    skills: tuple[str, ...] = Field(min_length=1)
    speaks: tuple[str, ...] = ()
    sitting: Literal["first_screening", "need_found_later", "review", "follow_up"] = "first_screening"
    person: Person
    about: About
    ledger: dict[Item, Earlier] = Field(default_factory=dict)
    start: Start
    style: dict[Style, Effect]
    steps: dict[Deed, Effect]
    facts: dict[str, Fact] = Field(default_factory=dict)
    replies: dict[str, tuple[Reply, ...]] = Field(min_length=1)
    weightless: tuple[str, ...] = ()
    wordings: dict[str, tuple[Wording, ...]] = Field(default_factory=dict)
    stop: Spoken = STOP
    have_to_think: Spoken = HAVE_TO_THINK
    events: tuple[Event, ...] = ()
    plan: ModelPlan = ModelPlan()

    @field_validator("id")
    @classmethod
    def _is_invented(cls, written: str) -> str:
        if not is_invented_number(written):
            raise ValueError("an id is TRN- and three figures, such as TRN-016")
        return written

    @field_validator("style")
    @classmethod
    def _has_every_style(cls, written: dict[Style, Effect]) -> dict[Style, Effect]:
        if missing := [one for one in STYLES if one not in written]:
            raise ValueError(f"it says nothing of {', '.join(missing)}")
        return written

    def event_at(self, question_id: str) -> Event | None:
        """What happens as this question is put."""
        return next((one for one in self.events if one.at == question_id), None)


@dataclass(frozen=True)
class PersonaFile:
    """A persona and the text it was read from, which knows the lines."""

    persona: Persona
    text: YamlText = field(repr=False)


FOLDER = "mock/"
WORDINGS_FILE = "wordings.yaml"
CALIBRATION_FILE = "calibration.yaml"


def load_persona(text: str, source: str) -> PersonaFile:
    """The persona in this text; its first mistake as a ScriptError with file and line."""
    yaml = read_yaml(text, source)
    return PersonaFile(validated(Persona, yaml), yaml)


def load_personas(files: Mapping[str, str]) -> dict[str, PersonaFile]:
    """Every persona by its id, out of file name → text; raises ScriptError for a mistake or an id used twice."""
    found: dict[str, PersonaFile] = {}
    for name, text in files.items():
        if name in (WORDINGS_FILE, CALIBRATION_FILE):
            continue
        file = load_persona(text, name)
        if (other := found.get(file.persona.id)) is not None:
            what = f"{file.persona.id} is the id of {other.text.source} too"
            raise file.text.error(("id",), what, "Give it a number of its own.")
        found[file.persona.id] = file
    return found


def chosen(personas: Mapping[str, PersonaFile], wanted: str) -> PersonaFile:
    """The persona of this id; raises ScriptError where there is none."""
    if wanted not in personas:
        raise ScriptError(f"There is no persona {wanted}.", f"There are: {', '.join(personas) or 'none'}.")
    return personas[wanted]
