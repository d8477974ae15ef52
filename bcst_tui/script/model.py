"""What a script file may say: sections, questions and options; the rules kept beside them are in rules.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from bcst_tui.script.condition import QUESTION_ID, Bound, Condition, NonAnswerCode, ScriptModel, sizes_alone
from bcst_tui.script.rules import ActionRule, ClosingRule, Decision, MarkerRule, NeedRule, SignpostRule

Kind = Literal[
    "choice",
    "choices",
    "yes_no",
    "short_text",
    "long_text",
    "whole_number",
    "money",
    "date",
    "partial_date",
    "date_time",
    "length_of_time",
    "phone",
    "address",
    "scale",
    "ranking",
    "each",
    "group",
    "note",
    "acknowledgement",
]
SittingKind = Literal["first_screening", "need_found_later", "review", "follow_up"]
SITTING_KINDS: tuple[SittingKind, ...] = ("first_screening", "need_found_later", "review", "follow_up")
FormatName = Literal["ni_number", "prison_number", "postcode", "name", "clock_time", "positive_whole_number"]

WITH_OPTIONS: tuple[Kind, ...] = ("choice", "choices", "ranking", "each")
SILENT: tuple[Kind, ...] = ("note", "acknowledgement")
OPTION_ID = r"^[a-z0-9]+(_[a-z0-9]+)*$"


class Words(ScriptModel):
    """What is said aloud: a standard form and an easy one, one idea a line."""

    standard: str = Field(min_length=1)
    easy: tuple[str, ...] = ()


class Option(ScriptModel):
    """One answer that can be picked."""

    id: str = Field(pattern=OPTION_ID)
    said: str = Field(min_length=1)
    easy: str | None = None
    tags: tuple[str, ...] = ()
    exclusive: bool = False
    other: bool = False
    questions: tuple[Question, ...] = ()


class EachRow(ScriptModel):
    """One thing of a fixed list that the same small question is asked about."""

    id: str = Field(pattern=OPTION_ID)
    said: str = Field(min_length=1)
    easy: str | None = None


class Check(ScriptModel):
    """What an entry must keep to, and the sentence shown when it does not."""

    format: FormatName | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    max_length: int | None = Field(default=None, gt=0)
    message: str | None = None

    @model_validator(mode="after")
    def _bounds_are_sizes(self) -> Self:
        sizes_alone(self.at_least, self.at_most)
        return self


class Question(ScriptModel):
    """One thing to find out: how it is asked, when, and what may be done with the answer."""

    id: str = Field(pattern=QUESTION_ID)
    kind: Kind
    said: Words
    in_short: str | None = Field(default=None, min_length=1, max_length=60)
    covers: tuple[str, ...] = ()
    audience: str = Field(min_length=1)
    told_by: Literal["person", "record", "worker"] = "person"
    why: str | None = None
    notice: str | None = None
    when: Condition | None = None
    sittings: tuple[SittingKind, ...] = SITTING_KINDS
    page: str | None = None
    needs_privacy: bool = False
    by_show_card: bool = False
    kept_out_by: str | None = None
    sensitivity: Literal["ordinary", "sensitive"] = "ordinary"
    carry: Literal["confirm", "fresh", "never_again"] = "confirm"
    options: tuple[Option, ...] = ()
    each: tuple[EachRow, ...] = ()
    scale: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    row_named: str | None = None
    at_most_rows: int = Field(default=20, gt=0, le=50)
    in_all: bool = False
    check: Check = Check()
    suggest: str | None = None
    recall: str | None = None
    recall_row: str | None = None
    clock: str | None = None
    languages: dict[str, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.kind in WITH_OPTIONS) != bool(self.options):
            raise ValueError(f"`options` go with {', '.join(WITH_OPTIONS)}, and those need them")
        if (self.kind == "each") != bool(self.each):
            raise ValueError("`each` (its rows) goes with kind each, which needs it")
        if (self.kind == "group") != bool(self.questions):
            raise ValueError("`questions` beneath a question go with kind group, which needs them")
        if self.by_show_card and not self.needs_privacy:
            raise ValueError("`by_show_card` goes with `needs_privacy`")
        if self.recall_row is not None and self.recall is None:
            raise ValueError("`recall_row` goes with `recall`")
        if (self.kind == "scale") != (len(self.scale) == 5):
            raise ValueError("kind scale needs `scale`: five labels from 1 (very badly) to 5 (very well)")
        return self

    @model_validator(mode="after")
    def _options_are_its_own(self) -> Self:
        for what, ids in (("options", self.options), ("each", self.each)):
            seen = [thing.id for thing in ids]
            for twice in {one for one in seen if seen.count(one) > 1}:
                raise ValueError(f"`{what}` has `{twice}` twice")
        for reserved in {row.id for row in self.each} & set(get_args(NonAnswerCode)):
            raise ValueError(f"`{reserved}` means no answer, so no row of `each` can be called that")
        if self.kind in ("ranking", "each") and any(o.questions or o.other for o in self.options):
            raise ValueError(f"kind {self.kind} takes plain options: no `questions`, no `other`")
        return self

    @model_validator(mode="after")
    def _keeps_to_its_kind(self) -> Self:
        if self.check.format is not None and self.kind != "short_text":
            raise ValueError("`format` goes with kind short_text")
        if self.in_all and self.kind != "money":
            raise ValueError("`in_all` goes with kind money")
        if self.kind == "group" and any(inner.kind == "group" for inner in _nested(self.questions)):
            raise ValueError("a group stands in no other group; ask it beside this one")
        return self

    def option(self, option_id: str) -> Option | None:
        """The option of this id."""
        return next((option for option in self.options if option.id == option_id), None)


def _nested(questions: tuple[Question, ...]) -> Iterator[Question]:
    """These questions and those under their options, to any depth."""
    for question in questions:
        yield question
        for option in question.options:
            yield from _nested(option.questions)


class Page(ScriptModel):
    """Several questions shown as one."""

    title: str = Field(min_length=1)
    when: Condition | None = None
    sittings: tuple[SittingKind, ...] = SITTING_KINDS


class SectionFile(ScriptModel):
    """One section of the interview, with its rules."""

    section: str = Field(pattern=QUESTION_ID)
    title: str = Field(min_length=1)
    rail: str = Field(min_length=1, max_length=14)
    when: Condition | None = None
    sittings: tuple[SittingKind, ...] = SITTING_KINDS
    pages: dict[str, Page] = Field(default_factory=dict)
    questions: tuple[Question, ...] = Field(min_length=1)
    decisions: tuple[Decision, ...] = ()
    needs: tuple[NeedRule, ...] = ()
    markers: tuple[MarkerRule, ...] = ()
    actions: tuple[ActionRule, ...] = ()
    closings: tuple[ClosingRule, ...] = ()
    signposts: tuple[SignpostRule, ...] = ()


class FactRule(ScriptModel):
    """A fact conditions may read: given at the start of a sitting, or worked out from one answer.

    `weeks_until` counts weeks from today to the date answered, a begun week as a whole one, so that 84 days are 12
    and 85 are 13; `years_since` counts whole years from it. `worked_out`: by the app, from several answers.
    """

    means: str = Field(min_length=1)
    weeks_until: str | None = None
    years_since: str | None = None
    worked_out: Literal["true"] | None = None


class ScriptFile(ScriptModel):
    """`script.yaml`: which script this is, its sections in order, its facts, and when it must wait."""

    id: str = Field(pattern=QUESTION_ID)
    version: str = Field(min_length=1)
    title: str = Field(min_length=1)
    sections: tuple[str, ...] = Field(min_length=1)
    facts: dict[str, FactRule] = Field(default_factory=dict)
    conditions: dict[str, Condition] = Field(default_factory=dict)
    not_private_when: Condition | None = None
    kept_out_when: dict[str, Condition] = Field(default_factory=dict)
