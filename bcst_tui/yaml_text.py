"""YAML events → plain values that remember their lines.

Built from libyaml's parse events, never its composer, which recurses in C and can be crashed. Every scalar
stays text: an option called `no` is the word "no". Anchors, aliases, tags, duplicate keys, second documents,
depth over 40 and text over 1 MiB are refused with file, line and remedy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bcst_tui.errors import ScriptError

MAX_DEPTH = 40
MAX_CHARACTERS = 1024 * 1024

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

    def error(self, place: Sequence[str | int], what: str, remedy: str = "") -> ScriptError:
        """The error that says file, line, what is wrong and what to do."""
        return at(self.source, self.line_of(place), what, remedy)


def at(source: str, line: int, what: str, remedy: str = "") -> ScriptError:
    """A mistake in a file, told as `file:line: what` and a remedy."""
    return ScriptError(f"{source}:{line}: {what}.", remedy)


def read_yaml(text: str, source: str) -> YamlText:
    """Values out of YAML text: dicts, lists and strings only.

    Raises ScriptError with file and line for anything the file format does not allow.
    """
    if len(text) > MAX_CHARACTERS:
        raise at(source, 1, "the file is larger than 1 MiB", "Split it into smaller files.")
    reader = _Reader(source, _events(text, source))
    value = reader.document()
    return YamlText(source, value, reader.lines)


def validated(model: type[Model], yaml_text: YamlText, place: Place = ()) -> Model:
    """The model out of the value at this place; its first mistake as a ScriptError with file and line."""
    value = yaml_text.value
    for step in place:
        value = value[step]
    try:
        return model.model_validate(value)
    except ValidationError as mistakes:
        first = mistakes.errors(include_input=False, include_url=False, include_context=False)[0]
        loc = tuple(step for step in first["loc"] if isinstance(step, (str, int)))
        raise yaml_text.error((*place, *loc), *_told(loc, first["type"], first["msg"])) from None


_PLAIN_REASONS = {
    "extra_forbidden": ("is not a word this file knows", "Check its spelling, or take it out."),
    "missing": ("is missing", "Add it."),
    "string_type": ("should be one piece of text", "Write it on one line, without '-' or ':' beneath it."),
    "dict_type": ("should be a list of 'name: value' lines", "Indent its lines beneath it."),
    "tuple_type": ("should be a list", "Begin each line beneath it with '-'."),
    "list_type": ("should be a list", "Begin each line beneath it with '-'."),
}


def _told(loc: Place, kind: str, message: str) -> tuple[str, str]:
    name = ".".join(str(step) for step in loc) or "the file"
    if kind in _PLAIN_REASONS:
        what, remedy = _PLAIN_REASONS[kind]
        return f"`{name}` {what}", remedy
    return f"`{name}`: {message.removeprefix('Value error, ').rstrip('.')}", ""


def _events(text: str, source: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as mistake:
        mark = mistake.problem_mark or mistake.context_mark
        line = mark.line + 1 if mark else 1
        raise at(
            source, line, f"this is not YAML: {mistake.problem}", "Check indents, quotes and ':'."
        ) from None
    except (yaml.YAMLError, UnicodeError):
        raise at(
            source, 1, "the file holds characters YAML does not allow", "Save it as plain UTF-8 text."
        ) from None


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
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refuse(
                event, "anchors and aliases (& and *) are not used here", "Write the text out, in quotes."
            )
        if event.tag is not None:
            raise self._refuse(event, "tags (!) are not used here", "Put the text in quotes.")
        if depth > MAX_DEPTH:
            raise self._refuse(event, f"this is nested deeper than {MAX_DEPTH} levels", "Flatten it.")
        readers: dict[type, Callable[[Place, int], Any]] = {
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
        }
        reader = readers.get(type(event))
        return event.value if reader is None else reader(place, depth + 1)

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
