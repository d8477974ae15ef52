"""What each kind of question takes for an answer, and what it says to everything else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.interview.answer import (
    NON_ANSWERS,
    NOT_ASKED_REASONS,
    NOTHING,
    Given,
    NoAnswer,
    Rejection,
    kept,
    parse,
)
from bcst_tui.interview.values import (
    Acknowledged,
    Address,
    AtTime,
    Chosen,
    EachChosen,
    Json,
    Length,
    Money,
    Number,
    OnDate,
    PartOfDate,
    Ranked,
    Text,
    Value,
)
from bcst_tui.script.model import Kind, Question
from tests.interview.random_scripts import KINDS, entry_for

ALL_KINDS: tuple[Kind, ...] = (*KINDS, "group")
OPTIONS = [
    {"id": "a", "said": "A"},
    {"id": "b", "said": "B"},
    {"id": "other", "said": "Another", "other": "yes"},
    {"id": "none", "said": "None", "exclusive": "yes"},
]
PLAIN = [{"id": "a", "said": "A"}, {"id": "b", "said": "B"}, {"id": "c", "said": "C"}]
ARABIC_THREE = "\u0663"


def asking(kind: Kind, **more: Any) -> Question:
    told: dict[str, Any] = {"id": "q", "kind": kind, "said": {"standard": "?"}, "audience": "names", **more}
    if kind in ("choice", "choices"):
        told.setdefault("options", OPTIONS)
    if kind in ("ranking", "each"):
        told.setdefault("options", PLAIN)
    if kind == "each":
        told["each"] = [{"id": "rent", "said": "Rent"}, {"id": "power", "said": "Power"}]
    if kind == "scale":
        told["scale"] = ["1", "2", "3", "4", "5"]
    if kind == "group":
        told["questions"] = [{"id": "inner", "kind": "yes_no", "said": {"standard": "?"}, "audience": "names"}]
    return Question.model_validate(told)


def value(kind: Kind, raw: Json, **more: Any) -> Value:
    told = parse(asking(kind, **more), raw)
    assert isinstance(told, Given), told
    return told.value


def reason(kind: Kind, raw: Json, **more: Any) -> str:
    told = parse(asking(kind, **more), raw)
    assert isinstance(told, Rejection), told
    return told.reason


@pytest.mark.parametrize("kind", [kind for kind in ALL_KINDS if kind not in ("group", "note", "acknowledgement")])
@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\u200b", "\u200d", "\u3000", "\x00\x1b", [], {}])
def test_blank_is_missing_and_never_an_answer(kind: Kind, blank: Json) -> None:
    assert parse(asking(kind), blank) == NOTHING


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_can_be_left_with_each_non_answer(kind: Kind) -> None:
    for code in NON_ANSWERS:
        if code != "not_asked":
            assert parse(asking(kind), {code: "true"}) == NoAnswer(code)
    for why in NOT_ASKED_REASONS:
        assert parse(asking(kind), {"not_asked": why}) == NoAnswer("not_asked", why)


@pytest.mark.parametrize("why", ["", "because", ["no_time"], {"no_time": "x"}])
def test_not_asked_needs_one_of_its_reasons(why: Json) -> None:
    assert "Say why it was not asked" in reason("yes_no", {"not_asked": why})


def test_one_option_is_picked_by_its_id() -> None:
    assert value("choice", "a") == Chosen(("a",))
    assert value("choice", ["b"]) == Chosen(("b",))
    assert "one of the answers" in reason("choice", "z")
    assert reason("choice", "a, b") == "Pick one answer."
    assert reason("choice", 3) == reason("choice", {"amount": "3"}) == "Pick from the list."


def test_several_options_are_kept_in_the_order_of_the_script_and_once_each() -> None:
    assert value("choices", ["b", "a", "b"]) == Chosen(("a", "b"))
    assert value("choices", "b,a") == Chosen(("a", "b"))


def test_an_exclusive_option_stands_alone() -> None:
    assert value("choices", "none") == Chosen(("none",))
    assert "can't stand beside another" in reason("choices", "a,none")


def test_something_else_needs_words_of_no_great_length() -> None:
    assert value("choice", {"chosen": ["other"], "other": " a lighthouse "}) == Chosen(("other",), "a lighthouse")
    for told in ("", " ", "\u200b", 3, None):
        assert "Say in a few words" in reason("choice", {"chosen": ["other"], "other": told})  # type: ignore[dict-item]
    assert "Keep it to 200 letters; it has 201" in reason("choice", {"chosen": ["other"], "other": "x" * 201})


def test_words_for_something_else_are_dropped_with_the_option() -> None:
    assert value("choice", {"chosen": ["a"], "other": "left over"}) == Chosen(("a",))


@pytest.mark.parametrize(("raw", "code"), [("yes", "yes"), ("Y", "yes"), ("n", "no"), ("UNSURE", "unsure")])
def test_yes_and_no_are_read_by_their_first_letter_too(raw: str, code: str) -> None:
    assert value("yes_no", raw) == Chosen((code,))


@pytest.mark.parametrize("raw", ["maybe", "yes,no", "1", ["yes", "no"], 1])
def test_yes_no_takes_nothing_else(raw: Json) -> None:
    assert reason("yes_no", raw) == "Answer yes, no or unsure."


def test_short_text_stands_on_one_line_and_long_text_on_many() -> None:
    assert value("short_text", " two\n words ") == Text("two words")
    assert value("long_text", " two\r\nlines ") == Text("two\nlines")


def test_text_loses_what_a_terminal_would_obey() -> None:
    assert value("short_text", "\x1b]0;x\x07Mary\u202e \x00Jo") == Text("]0;xMary Jo")


def test_text_has_a_length_it_keeps_to() -> None:
    assert value("short_text", "x" * 200) == Text("x" * 200)
    assert "Keep it to 200 letters; it has 201" in reason("short_text", "x" * 201)
    assert "Keep it to 4000" in reason("long_text", "x" * 4001)
    assert "Keep it to 5" in reason("short_text", "xxxxxx", check={"max_length": 5})
    assert reason("short_text", ["x"]) == "Write it in words."


@pytest.mark.parametrize(("raw", "number"), [("3", 3), (" 12 ", 12), ("1,000", 1000), ("-4", -4), (7, 7), ("007", 7)])
def test_whole_numbers_are_written_in_figures(raw: Json, number: int) -> None:
    assert value("whole_number", raw) == Number(number)


@pytest.mark.parametrize("raw", ["three", "1.5", "1,2", "1e9", ARABIC_THREE, "²", "9" * 5000, 10**30, ["3"], "- 3"])
def test_what_is_no_plain_number_is_not_taken_for_one(raw: Json) -> None:
    assert "whole number in figures" in reason("whole_number", raw)


def test_a_scale_has_five_points() -> None:
    assert value("scale", "5") == value("scale", 5) == Number(5)
    refused: list[Json] = ["0", "6", "-1", "x", ARABIC_THREE, ["1"]]
    for raw in refused:
        assert reason("scale", raw) == "Pick a number from 1 to 5."


@pytest.mark.parametrize(
    ("raw", "money"),
    [
        ("85.50 a week", Money(8550, "week")),
        ("£1,200 a month", Money(120000, "month")),
        ("300", Money(30000, "once")),
        ("40 every 2 weeks", Money(4000, "fortnight")),
        ("40 per fortnight", Money(4000, "fortnight")),
        ("40 every four weeks", Money(4000, "four_weeks")),
        ("12.00/day", Money(1200, "day")),
        ({"amount": "85.50", "per": "four_weeks"}, Money(8550, "four_weeks")),
        ({"amount": 5}, Money(500, "once")),
    ],
)
def test_money_is_an_amount_and_how_often(raw: Json, money: Money) -> None:
    assert value("money", raw) == money


@pytest.mark.parametrize(
    "raw",
    ["a lot", "-5", "5.5", "1,2", "1,000,000,000,000", "12345678", "5 a decade", ARABIC_THREE, {"per": "week"}, ["5"]],
)
def test_what_is_no_sum_is_not_taken_for_one(raw: Json) -> None:
    assert "Write an amount and how often" in reason("money", raw)


def test_a_sum_in_all_comes_once_and_is_not_asked_how_often() -> None:
    assert value("money", "1,200", in_all="yes") == Money(120000, "once")
    for raw in ("85 a week", "a lot"):
        assert reason("money", raw, in_all="yes") == "Write one amount in pounds, such as 300 or 85.50."


@pytest.mark.parametrize(
    "raw",
    [
        "12/3/2027",
        "12.3.2027",
        "12-3-2027",
        "12 3 2027",
        "2027-03-12",
        "12 March 2027",
        "12th mar 2027",
        "March 12, 2027",
    ],
)
def test_a_date_is_read_the_day_first_however_it_is_written(raw: str) -> None:
    assert value("date", raw) == OnDate(date(2027, 3, 12))


@pytest.mark.parametrize(
    "raw",
    [
        "30/2/2027",
        "3/2027",
        "12/3/27",
        "0/3/2027",
        "tomorrow",
        "March March 2027",
        "1/1/1899",
        "1/1/2200",
        "12/13/2027",
    ],
)
def test_what_is_no_whole_date_is_not_taken_for_one(raw: str) -> None:
    assert "day, month and full year" in reason("date", raw)
    assert "day, month and full year" in reason("date", {"day": raw})


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("2027", PartOfDate(2027)),
        (2027, PartOfDate(2027)),
        ("March 2027", PartOfDate(2027, 3)),
        ("3/2027", PartOfDate(2027, 3)),
        ("2027-03", PartOfDate(2027, 3)),
        ("29 feb 2028", PartOfDate(2028, 2, 29)),
    ],
)
def test_as_much_of_a_date_as_is_known_is_enough(raw: Json, part: PartOfDate) -> None:
    assert value("partial_date", raw) == part


@pytest.mark.parametrize("raw", ["27", "13/2027", "29/2/2027", "now", f"202{ARABIC_THREE}", "1/2/3/2027", [2027]])
def test_what_is_no_part_of_a_date_is_not_taken_for_one(raw: Json) -> None:
    assert "as much of the date as is known" in reason("partial_date", raw)


@pytest.mark.parametrize("raw", ["12/3/2027 14:30", "2027-03-12 14:30", "2027-03-12T14.30", "12 March 2027 at 14:30"])
def test_a_date_and_time_are_read_together(raw: str) -> None:
    assert value("date_time", raw) == AtTime(datetime(2027, 3, 12, 14, 30))


@pytest.mark.parametrize("raw", ["12/3/2027", "14:30", "12/3/2027 25:00", "12/3/2027 14:60", "12/3/2027 2pm"])
def test_a_time_needs_its_date_and_a_date_its_time(raw: str) -> None:
    assert "date and the time" in reason("date_time", raw)


def test_a_length_of_time_is_a_number_and_a_unit() -> None:
    assert value("length_of_time", "3 months") == Length(3, "month")
    assert value("length_of_time", "1 Day") == value("length_of_time", "1day") == Length(1, "day")
    for raw in ("3", "months", "99999 days", "-1 day", "1.5 years", f"{ARABIC_THREE} days"):
        assert "3 months" in reason("length_of_time", raw)


def test_a_phone_number_keeps_its_gaps() -> None:
    assert value("phone", "+44 (1632) 960-001") == Text("+44 (1632) 960-001")
    refused: list[Json] = ["12", "call me", "1" * 16, "(" * 50 + "12345", ARABIC_THREE * 6, ["01632"]]
    for raw in refused:
        assert "phone number in figures" in reason("phone", raw)


def test_an_address_has_its_lines_however_it_comes() -> None:
    lines = Address(("1 High Street", "Leeds"))
    assert value("address", "1 High Street\nLeeds\n") == value("address", "1 High Street, Leeds") == lines
    assert value("address", ["1 High Street", " ", "Leeds"]) == lines
    assert value("address", ["Flat 1, High Street"]) == Address(("Flat 1, High Street",))


def test_an_address_has_no_end_of_lines_and_nothing_but_lines() -> None:
    assert "8 lines" in reason("address", ["x"] * 9)
    assert "8 lines" in reason("address", ["x" * 201])
    assert "8 lines" in reason("address", [["Leeds"]])
    assert "line by line" in reason("address", {"street": "x"})


def test_a_ranking_holds_each_option_once() -> None:
    assert value("ranking", "b,a") == Ranked(("b", "a"))
    assert parse(asking("ranking"), ",") == NOTHING
    refused: list[Json] = ["a,a", "z", {"a": "1"}, 3]
    for raw in refused:
        assert "each of them once" in reason("ranking", raw)


def test_each_row_has_an_answer_and_there_are_no_other_rows() -> None:
    told: Json = {"power": "a", "rent": "b"}
    assert value("each", told) == EachChosen((("rent", "b"), ("power", "a")))
    assert "“Power” has no answer yet" in reason("each", {"rent": "a"})
    assert "for each line" in reason("each", {"rent": "a", "power": "z"})
    assert "for each line" in reason("each", {"rent": "a", "power": "a", "gas": "a"})
    assert "for each line" in reason("each", "a")


def test_a_note_is_done_or_not() -> None:
    assert value("note", "done") == value("acknowledgement", "yes") == value("group", "Done ") == Acknowledged()
    assert reason("note", "no") == reason("note", "") == "Go on when this is done."


def test_a_rejection_does_not_repeat_an_entry_at_length() -> None:
    assert len(reason("choice", "x" * 5000)) < 120


anything: st.SearchStrategy[Any] = st.recursive(
    st.text(max_size=12) | st.integers() | st.sampled_from(["a", "b", "other", "yes", "3 months", "12/3/2027", "5"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["chosen", "other", "amount", "per", "rent", "power", "declined"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=400)
@given(st.sampled_from(ALL_KINDS), anything | st.integers(0, 255).map(lambda pick: {"pick": pick}))
def test_what_is_kept_of_an_answer_is_read_back_as_the_same_answer(kind: Kind, raw: Any) -> None:
    question = asking(kind)
    picked = isinstance(raw, dict) and set(raw) == {"pick"}
    told = parse(question, entry_for(question, raw["pick"]) if picked else raw)
    assert not (picked and isinstance(told, Rejection))
    if not isinstance(told, Rejection):
        assert parse(question, kept(told)) == told


@pytest.mark.parametrize("kind", ["short_text", "long_text", "phone", "address", "choice"])
def test_an_answer_shows_none_of_its_words_in_its_repr(kind: Kind) -> None:
    raw: Json = {"chosen": ["other"], "other": "01632 960001"} if kind == "choice" else "01632 960001"
    assert "960001" not in repr(value(kind, raw))
