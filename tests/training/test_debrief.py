"""The debrief: own lines first, then what happened; the leak exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.training.debrief import Debrief, debrief_markdown
from bcst_tui.training.invented import FILES_BEGIN, WATERMARK
from bcst_tui.training.kept import Kept
from bcst_tui.training.leaks import HOW_MANY, TITLE_LINE, Paper, marked_lines, numbered, planted
from bcst_tui.training.marking import marked
from bcst_tui.training.model_path import Slip
from bcst_tui.training.naming import Names
from bcst_tui.training.observing import Sheet, ticked, two_observers
from bcst_tui.training.spacing import RECALL
from tests.training.attempts import rehearsed, someone, well_coded

OWN = ("I rushed the start.",)


def debrief(slip: Slip | None = None, own: tuple[str, ...] = OWN, **more: object) -> Debrief:
    evidence = well_coded(rehearsed(slip=slip))
    made = Debrief(evidence, marked(evidence), number=2, trainee="T04", minutes=34, own=own)
    return replace(made, **more)  # type: ignore[arg-type]


def test_nothing_is_shown_before_the_trainee_has_written_a_line() -> None:
    folded = debrief_markdown(debrief(own=("  ",)))
    assert "Flow" not in folded and "trust" not in folded and "Critical" not in folded
    assert "Write one or two lines first" in folded
    assert "**Flow** 22/22" in debrief_markdown(debrief())


def test_it_carries_the_watermark_first_and_last_and_says_which_rehearsal_it_is_of() -> None:
    lines = debrief_markdown(debrief()).split("---")[2].strip().splitlines()
    assert WATERMARK in lines[0] and WATERMARK in lines[-1]
    assert "TRN-007 v3 · seed 41 · attempt 2 · trainee T04 · 34 min" in lines[2]


def test_the_order_is_how_it_was_then_what_happened_then_the_results() -> None:
    text = debrief_markdown(debrief())
    places = [
        text.index(one) for one in ("how was that", "What happened", "Four results", "chose to tell", "Five chances")
    ]
    assert places == sorted(places)


def test_a_turn_done_badly_is_shown_with_what_it_cost_and_what_would_have_been() -> None:
    text = debrief_markdown(debrief(Slip("leading", "e05_money_only_to_me")))
    assert "e05_money_only_to_me: leading" in text
    assert "we would have heard: His ex holds his bank card" in text
    pressed = debrief_markdown(debrief(Slip("pressing", "q1.respond")))
    assert "we would not have heard: His ex's name" in pressed
    assert "row 12: steered" in pressed


def test_steps_and_activities_are_told_in_words_where_there_are_words_for_them() -> None:
    names = Names(
        {"e05_money_only_to_me": "Money to oneself"}, {"ACC-3-06": "Help with a home", "DVA-2-03": "A service"}
    )
    evidence = well_coded(rehearsed(slip=Slip("leading", "e05_money_only_to_me")))
    nothing_kept = replace(evidence, kept=Kept())
    text = debrief_markdown(debrief(evidence=nothing_kept, marks=marked(nothing_kept), names=names))
    assert "Money to oneself: leading" in text and "The offer (somebody close): open wording" in text
    assert "missed: Help with a home (ACC-3-06)" in text and "missed: A service, with a yes (DVA-2-03)" in text
    assert "hides the screen, leaves the subject" in text
    assert "perhaps there was no time for one" in text
    assert "no time for one" not in debrief_markdown(debrief(evidence=evidence, marks=marked(evidence), names=names))


def test_it_ends_with_when_to_rehearse_again_and_with_whom_and_two_questions() -> None:
    last = debrief_markdown(debrief(on=date(2027, 3, 12), parallel=("TRN-008",))).split("## Next time")[1]
    assert "2027-03-19 (about a week), 2027-04-12 (about a month), 2027-06-12" in last and "With TRN-008" in last
    assert all(question in last for question in RECALL)


def test_what_was_told_is_information_and_has_no_points() -> None:
    told = debrief_markdown(debrief()).split("chose to tell")[1].split("##")[0]
    assert "Nobody is marked by what somebody chooses to tell" in told
    assert not any(figure.isdigit() for figure in told)


def test_an_event_that_was_carried_on_over_can_be_undone_too() -> None:
    assert (
        "T" in debrief_markdown(debrief(Slip("event_missed", "q1.ask"))).split("One turn otherwise")[1].split("##")[0]
    )


def test_where_two_observers_differ_it_is_to_be_talked_over() -> None:
    both = two_observers(Sheet("O1", (ticked(7, 2, turn=3),)), Sheet("O2", (ticked(7, 0, turn=3),)))
    assert "to talk over, not to average:\n  - 7." in debrief_markdown(debrief(observers=both))


def test_what_the_trainee_writes_is_words_and_no_markup() -> None:
    assert r"\# a \<b\>" in debrief_markdown(debrief(own=("# a <b>",)))


def test_the_five_chances_are_told_and_stop_nothing() -> None:
    five = debrief_markdown(debrief()).split("## Five chances")[1].split("##")[0]
    assert five.count("\n- ") == 5
    assert "Children's safety seen and met: given" in five


PAPERS = tuple(
    Paper(reader, f"{FILES_BEGIN}{reader}.md", (f"# {reader}", "", *(f"- line {one}" for one in range(12))))
    for reader in ("CELL", "RO", "HOU", "SPEC", "WK")
)


@given(st.integers(0, 500))
def test_one_of_five_papers_leaks_and_the_seed_alone_decides_which(seed: int) -> None:
    exercise = planted(PAPERS, someone(), seed)
    assert exercise == planted(PAPERS, someone(), seed)
    assert [one != other for one, other in zip(exercise.papers, PAPERS, strict=True)].count(True) == 1
    assert len({one.line for one in exercise.leaks}) == len(exercise.leaks) == HOW_MANY
    paper, clean = exercise.papers[exercise.leaky], PAPERS[exercise.leaky]
    assert paper.reader not in ("WK", "SPEC")
    new = [number for number, line in enumerate(paper.lines, start=1) if line not in clean.lines]
    assert new == [one.line for one in exercise.leaks if one.line != TITLE_LINE]
    assert (paper.file_name != clean.file_name) == any(one.kind == "file_title" for one in exercise.leaks)


def test_a_group_hears_what_it_found_what_it_missed_and_what_was_no_leak() -> None:
    exercise = planted(PAPERS, someone(), 3)
    marks = {(exercise.leaky, one.line) for one in exercise.leaks[1:]} | {((exercise.leaky + 1) % 5, 1)}
    found = marked_lines(exercise, marks)
    assert (len(found.found), found.missed, found.false_alarms) == (4, (exercise.leaks[0],), 1)
    assert found.in_words.startswith("You found 4 of 5 planted leaks (missed: ")


def test_lines_are_numbered_as_they_are_marked() -> None:
    assert list(numbered(PAPERS[0]))[:2] == ["  0  TRAINING-CELL.md", "  1  # CELL"]


def test_a_story_in_the_record_heads_the_results() -> None:
    evidence = replace(rehearsed(), kept=Kept(wrong=("record_narrative",)))
    text = debrief_markdown(Debrief(evidence, marked(evidence), own=OWN))
    assert "**Critical:** Kept a story" in text.split("Four results")[1]
