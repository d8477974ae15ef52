"""`bcst scripts check` finds everything there is to mend, and nothing else."""

from __future__ import annotations

import pytest

from bcst_tui.script.checking import Elsewhere, findings, told
from tests.script.invented import FILES, FIRST, YES_NO, found, then, with_home


def test_everything_wrong_is_found_at_once_with_its_line() -> None:
    broken = with_home(
        """\
        - {id: first, kind: yes_no, said: {standard: Really}, audience: names, why: For you.}
        - {id: first, kind: yes_no, told_by: worker, said: {standard: "{nobody}"}, audience: names}
        - id: third
          kind: yes_no
          when: {question: frist, equals: "yes"}
          told_by: worker
          said:
            standard: Really?
            easy: [one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen]
          audience: names
        """
    )
    lines = {(finding.line, finding.what) for finding in findings(broken)}
    assert lines == {
        (5, "`first` has no easy words"),
        (6, "the id `first` stands twice"),
        (6, "nothing fills in `{nobody}`"),
        (9, "`third` reads `frist`, which is not a question"),
        (13, "an easy line of `third` has 16 words, and 15 is the most"),
    }


def test_every_mistake_in_every_file_is_found_before_anything_that_follows() -> None:
    broken = {
        **FILES,
        "home.yaml": FILES["home.yaml"].replace("kind: date", "kind: dates").replace("audience: names", "", 1),
        "sums.yaml": "section: [",
    }
    files = [(finding.file, finding.what) for finding in findings(broken)]
    assert [file for file, _ in files] == ["home.yaml", "home.yaml", "sums.yaml"]
    assert "not YAML" in files[2][1]


def test_a_missing_file_is_found() -> None:
    assert "no such file" in found({})[0]
    assert findings({"script.yaml": FILES["script.yaml"], "home.yaml": FILES["home.yaml"]})[0].line == 4


def test_ids_of_the_reference_data_are_known() -> None:
    here = found(FILES, Elsewhere({"other"}, {"ACC-2-01"}, {"nacro"}, {"A01"}))
    assert "there is no row of the audience matrix `names`" in here
    assert "there is no activity `ACC-2-02`" in here
    assert "there is no activity `ACC-2-01`" not in here
    assert "there is no service `shelter`" in here
    assert "there is no item `A06`" in here
    assert found(FILES, Elsewhere({"names"}, {"ACC-1-01", "ACC-2-01", "ACC-2-02"}, {"shelter"}, {"A06"})) == []


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ("{question: later, equals: 'yes'}", "`then` reads `later`, which is only asked later"),
        ("{question: then, equals: 'yes'}", "`then` reads `then`, which is only asked later"),
        ("{need: n}", "`then` reads the need `n`, which rests on `later`, which is only asked later"),
        (
            "{fact: weeks, at_most: '3'}",
            "`then` reads the fact `weeks`, which rests on `day`, which is only asked later",
        ),
        ("{fact: wekes, at_most: '3'}", "`then` reads the fact `wekes`, which script.yaml does not name"),
        ("{need: m}", "`then` reads the need `m`, which is not a need"),
        ("{question: first, equals: maybe}", "`maybe` is not an answer to `first`"),
        ("{question: first, tagged: x}", "no option of `first` is tagged `x`"),
        ("{question: first, row: x, equals: 'yes'}", "`x` is not a row of `first`"),
        ("{count: first, at_least: '1'}", "`first` has nothing to count"),
        ("{question: first, at_least: {question: later}}", "`then` reads `later`, which is only asked later"),
    ],
)
def test_a_condition_reads_only_what_there_is_and_what_stands_before_it(when: str, what: str) -> None:
    after = FIRST.replace("first", "later") + FIRST.replace("first", "day").replace("yes_no", "date")
    need = """\
    needs:
      - id: n
        group: ACC
        title: N
        said: N
        source: R1
        audience: names
        when: {question: later, equals: "yes"}
    """
    facts = "facts: {weeks: {means: Weeks, weeks_until: day}}\n"
    assert what in found(with_home(FIRST + then(when) + after, facts, need))


def test_needs_that_wait_for_each_other_are_found() -> None:
    needs = "needs:\n" + "".join(
        f"  - {{id: {one}, group: ACC, title: N, said: N, source: R, audience: names, when: {{need: {other}}}}}\n"
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert found(with_home(FIRST, rules=needs)) == [
        "the need `a` waits for itself, by way of `b`",
        "the need `b` waits for itself, by way of `a`",
    ]


@pytest.mark.parametrize(
    ("question", "what"), [("gone", "`gone` is not a question"), ("first", "`body` is not a row of `first`")]
)
def test_a_need_stands_by_the_row_of_a_question(question: str, what: str) -> None:
    need = "needs: [{id: a, group: ACC, title: N, said: N, source: R, audience: names"
    rests = f"when: {{question: first, equals: 'yes'}}, stands_by: {{question: {question}, row: body}}"
    assert what in found(with_home(FIRST, rules=f"{need}, {rests}}}]\n"))


def test_privacy_is_asked_of_a_question_there_is() -> None:
    assert found(with_home(FIRST, "not_private_when: {need: gone}\n")) == [
        "`not_private_when` reads the need `gone`, which is not a need"
    ]


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("kind: yes_no, audience: names, said: {standard: Q, easy: [Q]}", "`first` doesn't say why it is asked"),
        ("kind: note, audience: names, said: {standard: Q}", "`first` has no easy words"),
        (f"{YES_NO}, why: 'For {{{{you}}.'", "nothing fills in"),
        (f"{YES_NO}, check: {{at_least: '1'}}", "`first` has no size, so it can't be more or less"),
        (
            "kind: money, told_by: worker, audience: names, said: {standard: Q}, check: {at_least: '1'}",
            "`1` is no size",
        ),
    ],
)
def test_a_question_is_worded_and_checked_as_its_kind_needs(question: str, what: str) -> None:
    assert any(what in one for one in found(with_home(f"- {{id: first, {question}}}\n")))


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("recall: gone", "`recall: gone` is no question asked before this one"),
        ("recall: first, recall_row: health", "`health` is not a row of `first`"),
        ("recall_row: health", "`recall_row` goes with `recall`"),
        ("by_show_card: 'true'", "`by_show_card` goes with `needs_privacy`"),
    ],
)
def test_what_stands_beside_a_question_or_on_a_card_fits_it(more: str, what: str) -> None:
    assert any(what in one for one in found(with_home(FIRST + f"- {{id: then, {YES_NO}, {more}}}\n")))


def test_a_page_holds_together() -> None:
    files = with_home(
        f"- {{id: a, page: p, {YES_NO}}}\n- {{id: b, {YES_NO}}}\n- {{id: c, page: p, {YES_NO}}}\n",
    )
    files["home.yaml"] = files["home.yaml"].replace("rail: Home", "rail: Home\npages: {p: {title: P}, q: {title: Q}}")
    assert found(files) == [
        "no question stands on the page `q`",
        "`c` stands apart from the other questions of the page `p`",
    ]


def test_findings_are_told_a_line_each() -> None:
    text = told(findings(with_home(FIRST + then("{question: frist, equals: 'yes'}"))))
    assert text == "home.yaml:6: `then` reads `frist`, which is not a question. Did you mean `first`?\n"


def test_only_an_earlier_answer_is_shown_beside_a_question() -> None:
    broken = with_home(
        """\
        - {id: first, kind: yes_no, told_by: worker, said: {standard: A?}, audience: names, recall: second}
        - {id: second, kind: yes_no, told_by: worker, said: {standard: B?}, audience: names, sensitivity: sensitive}
        - {id: third, kind: yes_no, told_by: worker, said: {standard: D?}, audience: names, recall: first}
        """
    )
    assert [(finding.line, finding.what) for finding in findings(broken)] == [
        (5, "`recall: second` is no question asked before this one"),
    ]
