"""The one key table: no key does two things, and a changed key is checked before it is set."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.errors import ScriptError
from bcst_tui.line_mode.words import Word
from bcst_tui.tui.keys import BY_ID, TABLE, binding, clashes, keymap, shown

DISCLOSURE_FLOW = {
    "help": ("f1",),
    "skip": ("f2",),
    "pause": ("f3",),
    "stop": ("f4",),
    "easy": ("f5",),
    "heard": ("f6",),
    "why": ("f7",),
    "now": ("f8",),
    "hide": ("f9", "ctrl+l"),
    "back": ("escape",),
    "today": ("ctrl+t",),
}


def test_the_keys_are_those_people_are_taught() -> None:
    assert {name: BY_ID[name].keys for name in DISCLOSURE_FLOW} == DISCLOSURE_FLOW


def test_plain_mode_takes_the_same_words() -> None:
    plain = set(get_args(Word))
    assert {BY_ID[name].word for name in DISCLOSURE_FLOW} - {"today"} <= plain
    assert plain - {"on"} <= {key.word for key in TABLE}, "on stands for the key that says no more is to come"


def test_no_key_does_two_things() -> None:
    """P46."""
    assert clashes({key.id: key.keys for key in TABLE}) == ()


def test_no_id_and_no_word_is_there_twice() -> None:
    assert len({key.id for key in TABLE}) == len({key.word for key in TABLE}) == len(TABLE)


def test_every_key_is_explained() -> None:
    for key in TABLE:
        assert key.label and key.tooltip.endswith("."), key.id


def test_a_key_that_works_while_typing_is_never_a_letter() -> None:
    typed = {key.id for key in TABLE if key.scope == "everywhere" for name in key.keys if len(name) == 1}
    assert typed == set()


def test_a_changed_key_is_taken() -> None:
    assert keymap({"easy": "F11", "hide": "f12, ctrl+l"}) == {"easy": "f11", "hide": "f12,ctrl+l"}


def test_a_key_taken_twice_is_refused_by_both_names() -> None:
    with pytest.raises(ScriptError, match="F9 would do two things: easy and hide"):
        keymap({"easy": "f9"})


def test_two_keys_may_change_places() -> None:
    assert keymap({"easy": "f7", "why": "f5"}) == {"easy": "f7", "why": "f5"}


@pytest.mark.parametrize("key", ["a", "7", "enter", "shift+b", "ctrl+i", "ctrl+m", "nonsense", "", "f99", "ctrl+c"])
def test_a_key_that_is_typed_or_cannot_be_sent_is_refused(key: str) -> None:
    with pytest.raises(ScriptError):
        keymap({"hide": key})


def test_an_unknown_action_is_named() -> None:
    with pytest.raises(ScriptError, match="there is no action `explode`"):
        keymap({"explode": "f10"})


@given(st.dictionaries(st.sampled_from(list(BY_ID)), st.text(max_size=8) | st.sampled_from(["f1", "f9", "f11"])))
def test_whatever_is_wished_no_key_ever_does_two_things(wished: dict[str, str]) -> None:
    try:
        chosen = keymap(wished)
    except ScriptError:
        return
    after = {key.id: tuple(chosen.get(key.id, ",".join(key.keys)).split(",")) for key in TABLE}
    assert clashes(after) == ()


def test_a_binding_carries_its_id_and_its_explanation() -> None:
    made = binding("hide", show=True)
    assert (made.id, made.key, made.action, made.priority) == ("hide", "f9,ctrl+l", "hide", True)
    assert made.tooltip == BY_ID["hide"].tooltip


def test_keys_are_written_as_people_read_them() -> None:
    assert [shown(key) for key in ("f9", "ctrl+l", "escape", "o")] == ["F9", "Ctrl+L", "Esc", "O"]
