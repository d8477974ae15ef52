"""YAML is read as plain words with their lines, and refused where it could surprise anybody."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict

from bcst_tui.yaml_text import MAX_CHARACTERS, MAX_DEPTH, FileMistake, mistakes_in, read_yaml, validated


class Room(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    size: int = 1
    rooms: tuple[Room, ...] = ()


def refused(text: str) -> FileMistake:
    with pytest.raises(FileMistake) as caught:
        read_yaml(text, "rooms.yaml")
    return caught.value


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "null", "~", "012", "0x1f", "1e3", "10:30", "2027-03-12"])
def test_every_word_stays_the_word_it_is(word: str) -> None:
    assert read_yaml(f"a: {word}\n{word}: [{word}]", "x").value == {"a": word, word: [word]}


def test_an_empty_value_is_empty_text() -> None:
    assert read_yaml("a:\nb: ''", "x").value == {"a": "", "b": ""}


def test_every_value_knows_its_line() -> None:
    text = read_yaml("a: 1\nb:\n  - c: 2\n    d: |\n      three\n      four\n  - 5\n", "x")
    assert text.line_of(("a",)) == 1
    assert text.line_of(("b", 0, "c")) == 3
    assert text.line_of(("b", 0, "d")) == 4
    assert text.line_of(("b", 1)) == 7
    assert text.line_of(("b", 0, "nowhere", "at all")) == 3
    assert text.line_of(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &x 2", 2, "anchors and aliases"),
        ("a: 1\nb: *x", 2, "anchors and aliases"),
        ("a: 1\n&x b: 2", 2, "anchors and aliases"),
        ("a: 1\nb: !!int 2", 2, "tags"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]", 2, "tags"),
        ("a: 1\n\na: 2", 3, "`a` stands here twice"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("a: 1\n? [b]\n: 2", 2, "must be plain text"),
        ("a: 1\n? {b: c}\n: 2", 2, "must be plain text"),
        ("a: [1\nb: 2", 2, "not YAML"),
        ("a: 1\n\tb: 2", 2, "not YAML"),
        ("", 1, "empty"),
        ("# only a remark", 1, "empty"),
        ("a: \x00", 1, "characters YAML does not allow"),
        ("a: \ud800", 1, "characters YAML does not allow"),
        ("\n" * 3 + "[" * (MAX_DEPTH + 2), 4, "nested deeper"),
        ("x" * (MAX_CHARACTERS + 1), 1, "larger than 1 MiB"),
    ],
)
def test_what_is_refused_is_refused_with_file_line_and_remedy(text: str, line: int, words: str) -> None:
    mistake = refused(text)
    assert mistake.message.startswith(f"rooms.yaml:{line}: ")
    assert words in mistake.what
    assert mistake.remedy


def test_as_deep_as_allowed_is_allowed() -> None:
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x").value


def test_a_mistake_quotes_one_short_printable_line() -> None:
    mistake = refused('"\\e[31m\\n\\u202e": 1\n"\\e[31m\\n\\u202e": 2')
    assert mistake.message.isprintable()
    assert "\ufffd[31m" in mistake.message
    assert len(refused(f"{'x' * 5000}: 1\n{'x' * 5000}: 2").message) < 600


def test_a_value_becomes_its_model() -> None:
    assert validated(Room, read_yaml("id: hall\nrooms: [{id: cupboard}]", "x")).rooms[0].id == "cupboard"
    inner = validated(Room, read_yaml("all:\n  - id: hall", "x"), ("all", 0))
    assert inner.id == "hall"


def test_the_first_mistake_is_raised_and_all_of_them_can_be_listed() -> None:
    text = read_yaml("size: x\nrooms:\n  - id: [a]\n    colour: red\n  - size: 2\n", "rooms.yaml")
    told = [(mistake.line, mistake.what) for mistake in mistakes_in(Room, text)]
    assert told == [
        (1, "`id` is missing"),
        (1, "`size`: it should be a valid integer, unable to parse string as an integer"),
        (3, "`rooms.0.id` should be one piece of text"),
        (4, "`rooms.0.colour` is not a word this file knows"),
        (5, "`rooms.1.id` is missing"),
    ]
    with pytest.raises(FileMistake, match="rooms.yaml:1: `id` is missing"):
        validated(Room, text)


def test_a_mistake_under_a_place_is_told_with_the_lines_of_the_whole_file() -> None:
    with pytest.raises(FileMistake, match=r"rooms.yaml:2: `size`"):
        validated(Room, read_yaml("all:\n  - {id: hall, size: x}", "rooms.yaml"), ("all", 0))


def test_nothing_wrong_is_no_mistakes() -> None:
    assert mistakes_in(Room, read_yaml("id: hall", "x")) == ()
