"""The conditions a script gives a name, so that what holds in many places is written once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from bcst_tui.script.condition import Condition, parts
from bcst_tui.script.possible import every_condition
from bcst_tui.script.script import Script
from bcst_tui.yaml_text import FileMistake, YamlText, validated

MOST_PARTS = 100


def named_conditions(main: YamlText) -> Mapping[str, Condition]:
    """The `conditions` of script.yaml by name; each may build on those above it, so none leads back to itself.

    Raises ScriptError for the first that is no condition, or that has grown too large to be read at every use.
    """
    named: dict[str, Condition] = {}
    written = main.value.get("conditions") if isinstance(main.value, dict) else None
    for name in written if isinstance(written, dict) else ():
        condition = validated(Condition, main, ("conditions", name), named)
        if len(list(islice(parts(condition), MOST_PARTS + 1))) > MOST_PARTS:
            what = f"the condition `{name}` has more than {MOST_PARTS} parts, those it names counted"
            raise main.error(("conditions", name), what, "Say it shorter, or as two.")
        named[name] = condition
    return named


def unused_names(script: Script) -> Iterator[FileMistake]:
    """Every named condition that nothing in the script goes by."""
    gone_by = {part for condition in every_condition(script) for part in parts(condition)}
    for name, condition in script.conditions.items():
        if condition not in gone_by:
            what = f"nothing goes by the condition `{name}`"
            yield script.spot("conditions", name).mistake(what, "Use it with `named:`, or take it out.")
