"""What is said: the ways a trainee can put a step, and the ways a person answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from bcst_tui.script.condition import Condition, ScriptModel

Style = Literal["open_choice", "flat", "leading", "pressing"]
STYLES: tuple[Style, ...] = ("open_choice", "flat", "leading", "pressing")


def _as_list(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


Few = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""One text, or a list of them."""


class Effect(ScriptModel):
    """What something does to trust and strain; written `[trust, strain]`."""

    trust: int = 0
    strain: int = 0

    @model_validator(mode="before")
    @classmethod
    def _of_a_pair(cls, written: Any) -> Any:
        if isinstance(written, dict):
            return written
        if not isinstance(written, list) or len(written) != 2:
            raise ValueError("an effect is two numbers: [trust, strain]")
        return dict(zip(("trust", "strain"), written, strict=True))


class Spoken(ScriptModel):
    """Lines of one meaning: the seed picks one, and the same one in every form of speech."""

    say: Few = Field(min_length=1)
    easy: Few = ()
    languages: dict[str, Few] = Field(default_factory=dict)
    cue: Few = ()

    @model_validator(mode="after")
    def _has_every_line_in_each_form(self) -> Self:
        for lines in (self.easy, *self.languages.values()):
            if lines and len(lines) != len(self.say):
                raise ValueError("`easy` and every language have as many lines as `say`, in the same order")
        return self


class Reply(Spoken):
    """One way of answering. `answer`: what a good coder would record; `near`: what is almost that."""

    when: Condition | None = None
    otherwise: Literal["true"] | None = None
    answer: Few = Field(min_length=1)
    near: Few = ()
    reveals: Few = ()
    trust: int = 0
    strain: int = 0

    @model_validator(mode="after")
    def _holds_at_some_time(self) -> Self:
        if (self.when is None) == (self.otherwise is None):
            raise ValueError("has either `when:` or `otherwise: true`")
        return self


class Wording(ScriptModel):
    """One way of putting a question, as a whole: what a trainee would say."""

    style: Style
    standard: str = Field(min_length=1)
    easy: tuple[str, ...] = Field(min_length=1)


STOP = Spoken(say=("I'd like to stop now.",), easy=("I want to stop now.",))
"""How a person asks to stop, unless they have words of their own."""
HAVE_TO_THINK = Spoken(
    say=("I'd have to think about that one.", "I couldn't tell you, just like that."),
    easy=("I have to think.", "I do not know now."),
)
"""What a person says where nobody prepared an answer: kind, and clearly none."""
