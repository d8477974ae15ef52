"""The rules a script keeps beside its questions: needs, markers, actions, what counts as done, decisions."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from bcst_tui.script.condition import QUESTION_ID, Condition, ScriptModel

NeedGroup = Literal["ACC", "ETE", "FIN", "PSH", "SUP"]


class StandsBy(ScriptModel):
    """The row of an `each` question in which a worker says whether a need is being met."""

    question: str = Field(pattern=QUESTION_ID)
    row: str = Field(pattern=QUESTION_ID)


class NeedRule(ScriptModel):
    """When something is a need, in which group, and where that is laid down.

    `stands_by`: where the review asks how it stands.
    """

    id: str = Field(pattern=QUESTION_ID)
    group: NeedGroup
    title: str = Field(min_length=1)
    said: str = Field(min_length=1)
    when: Condition
    source: str = Field(min_length=1)
    audience: str = Field(min_length=1)
    stands_by: StandsBy | None = None


class MarkerRule(ScriptModel):
    """A complexity marker and the groups it counts for (level table)."""

    id: str = Field(pattern=QUESTION_ID)
    title: str = Field(min_length=1)
    when: Condition
    counts_for: tuple[NeedGroup, ...] = Field(min_length=1)
    source: str = Field(min_length=1)
    audience: str = "markers_evidence"


class ActionRule(ScriptModel):
    """When an activity of the minimum specification is proposed, for which need, and by when it is due."""

    activity: str = Field(min_length=1)
    need: str | None = None
    when: Condition | None = None
    only_at_level: Literal["2", "3"] | None = None
    due: str = "new_need"
    locked_unless: Condition | None = None
    locked_because: str | None = None
    caution: str | None = None
    caution_when: Condition | None = None
    source: str = Field(min_length=1)

    @model_validator(mode="after")
    def _arises_from_something(self) -> Self:
        if self.need is None and self.when is None:
            raise ValueError("an action arises from a `need` or has its own `when`")
        if (self.locked_unless is None) != (self.locked_because is None):
            raise ValueError("`locked_unless` and `locked_because` go together")
        if (self.caution is None) != (self.caution_when is None):
            raise ValueError("`caution` and `caution_when` go together")
        return self


class ClosingRule(ScriptModel):
    """When a level 1 activity counts as delivered in the interview (reverse index of the items), or was declined."""

    activity: str = Field(min_length=1)
    when: Condition
    counts_as: Literal["delivered", "declined"] = "delivered"


class SignpostRule(ScriptModel):
    """An option by which the worker records that somebody was told of a service."""

    question: str
    option: str
    service: str
    activity: str


class DecisionStep(ScriptModel):
    """If this holds, then that, by this limb of the definition."""

    when: Condition
    then: str
    limb: str | None = None
    because: str = Field(min_length=1)


class Decision(ScriptModel):
    """A decision list: the first step that holds decides; a step that might hold stops at unknown."""

    id: str = Field(pattern=QUESTION_ID)
    steps: tuple[DecisionStep, ...] = Field(min_length=1)
    otherwise: DecisionOtherwise
    unknown: str
    source: str = Field(min_length=1)


class DecisionOtherwise(ScriptModel):
    """What a decision list says when no step holds."""

    then: str
    because: str = Field(min_length=1)
