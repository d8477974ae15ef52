"""YAML events → plain values that remember their lines.

Built from libyaml's parse events, never its composer, which recurses in C and can be crashed. Every scalar
stays text: an option called `no` is the word "no". Anchors, aliases, tags, duplicate keys, second documents,
depth over 40 and text over 1 MiB are refused with file, line and remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bcst_tui.errors import ScriptError

MAX_DEPTH = 40
MAX_CHARACTERS = 1024 * 1024
MAX_QUOTED = 400

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class YamlText:
    """What a YAML text says, and on which line it says it."""

    source: str
    value: Any = field(repr=False)
    lines: dict[Place, int] = field(repr=False)

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of the value at this place, or of the nearest thing around it; lines count from 1."""
        known = tuple(place)
        while known and known not in self.lines:
            known = known[:-1]
        return self.lines.get(known, 1)

    def error(self, place: Sequence[str | int], what: str, remedy: str = "") -> FileMistake:
        """The error that says file, line, what is wrong and what to do."""
        return at(self.source, self.line_of(place), what, remedy)


@dataclass(frozen=True)
class Written:
    """A piece of a file kept as it stands there, for a floor that knows how to read it."""

    text: YamlText = field(repr=False)
    place: Place

    def read_as(self, model: type[Model]) -> Model:
        """The model out of it; its first mistake as a ScriptError with file and line."""
        return validated(model, self.text, self.place)


class FileMistake(ScriptError):
    """A mistake at one line of a file, told as `file:line: what` and a remedy.

    What it quotes from the file is one line of printable text, and no long one.
    """

    def __init__(self, source: str, line: int, what: str, remedy: str = "") -> None:
        self.source, self.line, self.what = _quotable(source), line, _quotable(what)
        super().__init__(f"{self.source}:{line}: {self.what}.", _quotable(remedy))


def at(source: str, line: int, what: str, remedy: str = "") -> FileMistake:
    """The mistake at this line of this file."""
    return FileMistake(source, line, what, remedy)


def _quotable(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return shown if len(shown) <= MAX_QUOTED else f"{shown[:MAX_QUOTED]}…"


def read_yaml(text: str, source: str) -> YamlText:
    """Values out of YAML text: dicts, lists and strings only.

    Raises ScriptError with file and line for anything the file format does not allow.
    """
    if len(text) > MAX_CHARACTERS:
        raise at(source, 1, "the file is larger than 1 MiB", "Split it into smaller files.")
    reader = _Reader(source, _events(text, source))
    value = reader.document()
    return YamlText(source, value, reader.lines)


def validated(
    model: type[Model], yaml_text: YamlText, place: Place = (), known: Mapping[str, Any] | None = None
) -> Model:
    """The model out of the value at this place; its first mistake as a ScriptError with file and line.

    `known` is what the value may refer to by name.
    """
    value = yaml_text.value
    for step in place:
        value = value[step]
    try:
        return model.model_validate(value, context=known)
    except ValidationError as mistakes:
        raise _mistakes(mistakes, yaml_text, place)[0] from None


def mistakes_in(
    model: type[Model], yaml_text: YamlText, known: Mapping[str, Any] | None = None
) -> tuple[FileMistake, ...]:
    """Every mistake that keeps the text from being this model; none if it is one."""
    try:
        model.model_validate(yaml_text.value, context=known)
    except ValidationError as mistakes:
        return _mistakes(mistakes, yaml_text, ())
    return ()


def _mistakes(found: ValidationError, text: YamlText, around: Place) -> tuple[FileMistake, ...]:
    """One mistake for each place; the forms a value could have taken are told together."""
    told: dict[Place, dict[str, str]] = {}
    for error in found.errors(include_input=False, include_url=False, include_context=False):
        place = _place_in(text, around, error["loc"], error["type"])
        told.setdefault(place, {}).update([_told(error["type"], error["msg"])])
    blamed = [place for place, reasons in told.items() if not (_FROM_BENEATH & set(reasons) and _beneath(place, told))]
    return tuple(text.error(place, *_together(place[len(around) :], told[place])) for place in blamed)


def _beneath(place: Place, others: Iterable[Place]) -> bool:
    return any(other[: len(place)] == place and other != place for other in others)


def _place_in(text: YamlText, around: Place, loc: Sequence[str | int], kind: str) -> Place:
    """The place in the file, without the names pydantic gives to the forms it tried."""
    place = around
    for step in loc:
        if (*place, step) in text.lines:
            place = (*place, step)
    return (*place, loc[-1]) if kind == "missing" else place


def _together(place: Place, reasons: Mapping[str, str]) -> tuple[str, str]:
    name = ".".join(str(step) for step in place) or "the file"
    joint = " " if len(reasons) == 1 and next(iter(reasons)).startswith(("is ", "should ")) else ": "
    return f"`{name}`{joint}{'; or '.join(reasons)}", next(iter(reasons.values()))


_PLAIN_REASONS = {
    "extra_forbidden": ("is not a word this file knows", "Check its spelling, or take it out."),
    "missing": ("is missing", "Add it."),
    "string_type": ("should be one piece of text", "Write it on one line, without '-' or ':' beneath it."),
    "dict_type": ("should be a list of 'name: value' lines", "Indent its lines beneath it."),
    "tuple_type": ("should be a list", "Begin each line beneath it with '-'."),
    "list_type": ("should be a list", "Begin each line beneath it with '-'."),
    "model_type": ("should be a list of 'name: value' lines", "Indent its lines beneath it."),
    "too_short": ("should hold at least one", "Add one beneath it."),
    "string_too_short": ("is empty", "Write something after the ':'."),
    "string_pattern_mismatch": (
        "is no id: small letters and figures, with single underscores between",
        "Write it like rent_arrears.",
    ),
}


_FROM_BENEATH = {"should hold at least one", "should be one piece of text"}


def _told(kind: str, message: str) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    if kind in _PLAIN_REASONS:
        return _PLAIN_REASONS[kind]
    return message.removeprefix("Value error, ").replace("Input should be", "it should be").rstrip("."), ""


def _events(text: str, source: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as mistake:
        mark = mistake.problem_mark or mistake.context_mark
        line = mark.line + 1 if mark else 1
        raise at(source, line, f"this is not YAML: {mistake.problem}", "Check indents, quotes and ':'.") from None
    except (yaml.YAMLError, UnicodeError):
        raise at(source, 1, "the file holds characters YAML does not allow", "Save it as plain UTF-8 text.") from None


class _Reader:
    """Walks the events of one document with a Python stack no deeper than MAX_DEPTH."""

    def __init__(self, source: str, events: Iterator[Any]) -> None:
        self.source = source
        self.events = events
        self.lines: dict[Place, int] = {}

    def document(self) -> Any:
        value: Any = None
        seen = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise self._refuse(event, "a second document begins here", "Keep one document a file.")
                seen = True
                value = self._value(next(self.events), (), 0)
        if not seen:
            raise at(self.source, 1, "the file is empty", "Add its content, or remove the file.")
        return value

    def _value(self, event: Any, place: Place, depth: int) -> Any:
        self.lines[place] = event.start_mark.line + 1
        if event.anchor is not None:
            raise self._refuse(
                event, "anchors and aliases (& and *) are not used here", "Write the text out, in quotes."
            )
        if event.tag is not None:
            raise self._refuse(event, "tags (!) are not used here", "Put the text in quotes.")
        if depth > MAX_DEPTH:
            raise self._refuse(event, f"this is nested deeper than {MAX_DEPTH} levels", "Flatten it.")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth + 1)
        return event.value

    def _sequence(self, place: Place, depth: int) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*place, len(values)), depth))
        return values

    def _mapping(self, place: Place, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refuse(event, "a name before ':' must be plain text", "Put it in quotes.")
            key = str(self._value(event, (*place, event.value), depth))
            if key in values:
                raise self._refuse(event, f"`{key}` stands here twice", "Keep one of them.")
            values[key] = self._value(next(self.events), (*place, key), depth)
        return values

    def _refuse(self, event: Any, what: str, remedy: str) -> ScriptError:
        return at(self.source, event.start_mark.line + 1, what, remedy)
