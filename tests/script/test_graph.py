"""The picture of a script is well-formed Mermaid that nothing in a script can break out of."""

from __future__ import annotations

import re

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.script.graph import mermaid
from bcst_tui.script.loading import load_script
from bcst_tui.script.script import Script
from tests.script.invented import FILES, with_home

NODE = re.compile(r'  +(\w+)(\["[^"]*"\]|\{\{"[^"]*"\}\}|\{"[^"]*"\}|\(\["[^"]*"\]\)|\[\["[^"]*"\]\]|\("[^"]*"\))')
EDGE = re.compile(r'  (\w+) (?:-->|-\.->)(?:\|"[^"]+"\|)? (\w+)')
SUBGRAPH = re.compile(r'  +subgraph (\w+)\["[^"]*"\]')
MOST_EDGES_MERMAID_DRAWS = 500
MOST_TEXT_MERMAID_READS = 50_000


def edges_of(picture: str) -> set[tuple[str, str]]:
    """The edges, once every line has been found to be well-formed and every end to be drawn."""
    first, *lines = picture.splitlines()
    assert first == "flowchart TD"
    drawn, edges, depth = set[str](), set[tuple[str, str]](), 0
    for line in lines:
        if node := NODE.fullmatch(line):
            drawn.add(node[1])
        elif subgraph := SUBGRAPH.fullmatch(line):
            drawn.add(subgraph[1])
            depth += 1
        elif line.strip() == "end":
            depth -= 1
        else:
            edge = EDGE.fullmatch(line)
            assert edge, line
            edges.add((edge[1], edge[2]))
    assert depth == 0
    assert {end for edge in edges for end in edge} <= drawn
    return edges


def script() -> Script:
    return load_script(FILES)


def test_what_is_read_leads_to_what_reads_it() -> None:
    edges = edges_of(mermaid(script()))
    assert {
        ("question_tenure", "question_arrears"),
        ("fact_age", "question_tenure"),
        ("question_arrears", "need_rent_owed"),
        ("need_rent_owed", "activity_ACC_2_01"),
        ("question_tenure", "activity_ACC_1_01"),
        ("need_rent_owed", "section_sums"),
        ("member_debts__to_whom", "member_debts__how_much"),
        ("question_debts", "question_kinds"),
        ("question_tenure", "decision_settled_test"),
        ("decision_settled_test", "question_settled"),
    } <= edges


def test_an_edge_says_which_answer_it_takes() -> None:
    picture = mermaid(script())
    assert '  question_tenure -->|"rented"| question_arrears' in picture
    assert '  question_kinds -->|"not nothing"| question_sure' in picture
    assert '  fact_age -->|"≥ 18"| question_tenure' in picture


def test_one_section_can_be_drawn_alone() -> None:
    alone = mermaid(script(), "sums")
    assert ("question_bills", "question_how_long") in edges_of(alone)
    assert "section_home" not in alone


@pytest.mark.parametrize("hostile", ['"]; click a "javascript:x"', "<script>", "end", "]]\n---", "`$(x)`", "#quot;"])
def test_words_of_a_script_stay_words(hostile: str) -> None:
    said = hostile.replace("\\", "").replace("'", "").replace("\n", " ")
    question = f"- {{id: end, kind: yes_no, told_by: worker, audience: names, said: {{standard: '{said}'}}}}\n"
    picture = mermaid(load_script(with_home(question)))
    edges_of(picture)
    assert "<script>" not in picture


def test_the_shipped_script_is_not_too_large_to_draw() -> None:
    shipped_script = load_script(read_folder(shipped("interview_scripts") / "bcst2"))
    for section in shipped_script.sections:
        picture = mermaid(shipped_script, section.id)
        assert len(edges_of(picture)) <= MOST_EDGES_MERMAID_DRAWS
        assert len(picture) <= MOST_TEXT_MERMAID_READS
