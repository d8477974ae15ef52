"""What people hear: plain, warm, easy, and nothing that names or blames."""

from __future__ import annotations

import re
from textwrap import wrap

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.script.checking import findings
from bcst_tui.script.model import Question
from bcst_tui.yaml_text import read_yaml
from tests.script.bcst2 import bcst2, every_option, every_question

COVERED_ELSEWHERE = {"A12": "the sealed part", "A14": "the kind of sitting, chosen by the app"}
ITEMS = (
    {f"A{n:02}" for n in range(1, 16)}
    | {f"B{n:02}" for n in range(1, 10)}
    | {f"C{n:02}" for n in range(1, 23)}
    | {f"E{n:02}" for n in range(1, 14)}
) - COVERED_ELSEWHERE.keys()
NOT_SAID = ("accommodation", "finance", "custody", "offender", "victim", "are you sure", "any other problem")
PLACEHOLDERS = {"worker_name", "prison", "safeguarding_role", "sealed_reader_role"}
SPOKEN = [question for question in every_question() if question.told_by == "person"]


def heard(question: Question) -> list[str]:
    """Everything of a question that the person may hear or read."""
    options = [text for option in question.options for text in (option.said, option.easy or "")]
    rows = [text for row in question.each for text in (row.said, row.easy or "")]
    return [question.said.standard, *question.said.easy, question.why or "", *options, *rows]


def test_there_is_nothing_to_mend() -> None:
    assert findings(read_folder(shipped("interview_scripts") / "bcst2")) == ()


def test_every_question_has_room_for_welsh_and_nobody_has_made_any_up() -> None:
    assert [question.id for question in every_question() if question.languages] == []
    in_welsh = Question.model_validate({**every_question()[0].model_dump(), "languages": {"cy": {"standard": "Helo"}}})
    assert in_welsh.languages["cy"].standard == "Helo"


def test_every_item_of_the_record_the_opening_housing_and_money_is_covered() -> None:
    covered = {item for question in every_question() for item in question.covers}
    assert covered >= ITEMS | {"J01", "J06", "K01", "K05", "K06", "K08"}


def test_every_question_covers_an_item() -> None:
    assert not [question.id for question in every_question() if not question.covers]


def test_ids_are_the_item_and_a_few_words() -> None:
    for placed in bcst2().order:
        found = re.fullmatch(r"([a-z]\d\d)([b-z]?)(_[a-z0-9]+){1,5}", placed.id)
        assert found, placed.id
        assert found[1].upper() == placed.question.covers[0], placed.id


def test_what_is_asked_stands_on_paper_in_few_words() -> None:
    asked = [question for question in every_question() if question.kind not in ("note", "acknowledgement")]
    assert asked
    assert not [question.id for question in asked if not question.in_short or question.in_short[-1] in ".?:"]
    assert not [
        (question.id, word)
        for question in asked
        for word in NOT_SAID
        if word in (question.in_short or "").lower().replace("offender supervisor", "")
    ]


def test_what_is_asked_can_be_asked_in_easy_words() -> None:
    assert not [question.id for question in SPOKEN if not question.said.easy]
    lines = [(question.id, line) for question in SPOKEN for line in question.said.easy]
    assert lines
    assert not [(name, line) for name, line in lines if len(line.split()) > 15]
    assert not [(name, line) for name, line in lines if not (line[0].isupper() and line[-1] in ".?!")]


def test_why_we_ask_is_one_sentence() -> None:
    whys = {question.id: question.why or "" for question in SPOKEN if question.kind != "note"}
    assert whys
    assert not {name: why for name, why in whys.items() if not why.endswith(".") or ". " in why}


def test_the_words_are_those_people_use() -> None:
    texts = [(question.id, text) for question in SPOKEN for text in heard(question)]
    assert texts
    assert not [(name, word, text) for name, text in texts for word in NOT_SAID if word in text.lower()]


def test_nobody_is_asked_why() -> None:
    for question in SPOKEN:
        for text in (question.said.standard, *question.said.easy):
            assert not re.search(r"\bwhy\b[^.]*\?", text.lower()), question.id


def test_a_non_answer_is_never_an_option() -> None:
    non_answers = {"declined", "not_asked", "not_known", "not_applicable", "rather_not", "dont_know"}
    assert not [question.id for question, option in every_option() if option.id in non_answers]


def test_nothing_is_filled_in_but_the_few_names_there_are() -> None:
    for name, text in bcst2().files.items():
        found = set(re.findall(r'(?<=[^:\-\[,] )\{([a-z_]+)\}|"\{([a-z_]+)\}', text))
        assert {one or other for one, other in found} <= PLACEHOLDERS, name


def rows_of(file: str, key: str) -> set[str]:
    texts = read_folder(shipped("data"))
    return {row["id"] for row in read_yaml(texts[file], file).value[key]}


def test_every_audience_row_service_and_activity_is_in_the_data() -> None:
    script = bcst2()
    rows = {question.audience for question in every_question()}
    rows |= {need.audience for need in script.needs.values()} | {marker.audience for marker in script.markers}
    assert rows <= rows_of("audiences.yaml", "rows")
    signposts = [rule for section in script.sections for rule in section.file.signposts]
    assert {rule.service for rule in signposts} <= rows_of("services.yaml", "services")
    named = {rule.activity for rule in script.actions} | {rule.activity for rule in script.closings}
    named |= {rule.activity for rule in signposts}
    assert named <= rows_of("activities.yaml", "activities")


def test_the_row_of_each_question_is_the_row_of_its_item() -> None:
    rows = read_yaml(read_folder(shipped("data"))["audiences.yaml"], "audiences.yaml").value["rows"]
    items = {row["id"]: set(row["items"]) for row in rows}
    apart = {"c21c_because", "k06b_not_sure"}
    for question in every_question():
        if question.id not in apart:
            assert items[question.audience] & set(question.covers), question.id


def test_only_what_needs_privacy_waits_for_it() -> None:
    waits = {question.id for question in every_question() if question.needs_privacy}
    safety = {"c04_safe_there", "c04b_rather_not_near", "c04c_which_area", "c04d_want_help"}
    debts = {"e03_owes_money", "e03b_that_sort", "e03c_how_much", "e03d_worry_in_here", "e03g_advice_on_it"}
    assert {name for name in waits if name[0] in "ce"} == safety | debts
    assert {name[:3] for name in waits if name[0] not in "ce"} == {
        *(f"f{number:02}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 12)),
        *("g02", "g04", "g09"),
    }


@pytest.mark.parametrize(
    ("limit", "easy"),
    [
        ("a child is at risk", "a child is not safe"),
        ("another person could be seriously hurt", "a person could be badly hurt"),
        ("an adult who can't protect themselves", "an adult who cannot protect themselves"),
        ("you could seriously hurt yourself", "you might badly hurt yourself"),
        ("a court orders it", "a court says so"),
        ("a threat to the prison, or a serious crime", "a threat to the prison"),
    ],
)
def test_each_limit_is_said_in_both_forms(limit: str, easy: str) -> None:
    said = bcst2().placed["b07c_must_pass_on"].question.said
    assert limit in said.standard
    assert easy in " ".join(said.easy)


def test_nothing_is_passed_on_for_anybodys_good_name() -> None:
    assert not [question.id for question in SPOKEN for text in heard(question) if "reputation" in text]


def test_a_role_is_spoken_of_as_the_role() -> None:
    texts = [text for question in every_question() for text in (*heard(question), question.notice or "")]
    assert not [text for text in texts if re.search(r"(?<![Tt]he )\{\w+_role\}", text)]
    assert [text for text in texts if "the {safeguarding_role}" in text]


def rows_needed(question: Question, *, easy: bool) -> int:
    """Rows of a screen 80 wide: the question, its options or rows, and what to notice."""
    lines = question.said.easy if easy and question.said.easy else (question.said.standard,)
    asked = sum(len(wrap(line, 76)) for line in lines)
    return asked + len(question.options or ()) + len(wrap(f"Notice: {question.notice}" if question.notice else "", 76))


def test_a_question_its_options_and_what_to_notice_are_seen_at_once_on_80_by_24() -> None:
    frame = 6
    """The line at the top, three blank ones, and the two of keys."""
    rows = {
        (question.id, easy): rows_needed(question, easy=easy) for question in every_question() for easy in (False, True)
    }
    assert rows
    assert not {one: needed for one, needed in rows.items() if needed > 24 - frame}


def test_a_row_is_called_by_a_word_and_not_by_an_id() -> None:
    assert {question.row_named for question in every_question() if question.kind == "group"} == {
        "request",
        "person",
        "child",
    }
