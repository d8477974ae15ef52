"""What the worker's copy holds, and what the responsible officer's leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import NO_PERMISSIONS, Permissions
from bcst_tui.export.copies import make_copy
from bcst_tui.export.markdown import render
from bcst_tui.plan.model import DueDate, Plan
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import action_for, bare_header, full_header, full_plan, level_on, need_on
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()


def paper(audience: AudienceCode, plan: Plan | None = None, permissions: Permissions = NO_PERMISSIONS) -> str:
    return render(make_copy(audience, full_header(), full_plan() if plan is None else plan, REFERENCE, permissions))


@pytest.mark.parametrize(
    "words",
    [
        "# Resettlement plan BC-0001",
        "- Reference: BC-0001",
        "- Legal name: Samuel Rowe",
        "- Worker: Ada Penn, resettlement worker",
        "- Release: not set (none fixed yet)",
        "- Part 2 of the screening: 6 March 2026. On time.\n  - day 3 of 5",
        "- a place of my own",
        "- Home: level 2\n  - level 3 offered",
        "- Need two months behind (Home)\n  - because “Evidence two months behind” (C08)\n  - source: 001 ch3\n",
        "  - Confirmed; From the answers; Not read back yet\n  - level 2",
        "- FIN-2-02: Action ask the landlord\n  - By 10 March 2026: Resettlement team in this prison: Owner ask the",
        "landlord (worker will)\n  - Agreed: Locked ask the landlord\n  - For: Need two months behind\n",
        "| Service Debt advice | SUP-1-01 | Introduced | 3 March 2026 | 10 March 2026 | Not yet, waiting |",
        "- Service Debt advice, next: Next Debt advice",
        "- 3 March 2026: Kinds of home talked through",
        "- Rather not say: What landlords may ask about",
        "- Not asked (No time): Nationality",
        "- 3 March 2026, told to Prison healthcare: Asked to be seen today",
        "- 3 March 2026: First screening, Completed",
        "- 12 March 2026, 10:00: Resettlement appointment, with Ada Penn",
        "- Before custody: not settled, limb iii\n  - sofa at a friend's",
    ],
)
def test_the_workers_copy_tells_the_whole_plan(words: str) -> None:
    # The padding of table cells is for reading raw and says nothing.
    squeezed = "\n".join(" ".join(line.split()) if line.startswith("|") else line for line in paper("WK").splitlines())
    assert words in squeezed


def test_what_happens_next_comes_first_and_what_is_closed_last() -> None:
    need = need_on("debts")
    open_one = replace(action_for(need, "second"), locked_because="", reason="")
    soonest = replace(open_one, title="Action first", due=DueDate("new_need", date(2026, 3, 4)))
    for_everyone = replace(open_one, title="Action third", level=1, needs=())
    done = replace(open_one, title="Action fourth", status="delivered", due=DueDate("delivered", date(2026, 3, 2)))
    text = paper("WK", Plan(needs=(need,), actions=(done, for_everyone, open_one, soonest)))
    places = [text.index(f"Action {place}") for place in ("first", "second", "third", "fourth")]
    assert places == sorted(places)
    assert "- SUP-1-01: Action fourth\n  - Done, 2 March 2026. Done.\n" in text


def test_what_a_marker_rests_on_is_told_once() -> None:
    one = level_on("housing_plan")
    text = paper("WK", Plan(levels=(one, replace(one, group="PSH"))))
    assert text.count("  - Marker no bed\n") == 2
    assert text.count("because “Seen no bed” (C14)") == 1


@pytest.mark.parametrize("words", ["x\n## Actions", "- x", "| x |", "**x**", "[x](http://x.y)", "1. x", "<b>x</b>"])
def test_hostile_words_in_an_action_stay_words(words: str) -> None:
    need = need_on("debts")
    action = replace(action_for(need), title=words, owner=words, locked_because=words, reason=words)
    hostile = paper("WK", Plan(needs=(replace(need, title=words, reason=words),), actions=(action,)))
    plain = replace(action_for(need), title="x", owner="x", locked_because="x", reason="x")
    harmless = paper("WK", Plan(needs=(replace(need, title="x", reason="x"),), actions=(plain,)))
    assert [line[:4] if line.startswith("#") else line[:2] for line in hostile.splitlines()] == [
        line[:4] if line.startswith("#") else line[:2] for line in harmless.splitlines()
    ]


def test_an_empty_plan_keeps_every_heading() -> None:
    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("#")]

    empty = render(make_copy("WK", bare_header(), Plan(), REFERENCE))
    assert headings(empty) == headings(paper("WK"))


def test_what_cannot_be_dated_says_so() -> None:
    need = need_on("debts")
    undated = replace(action_for(need), due=DueDate("review", None, "Choose a review date"))
    assert "Choose a review date" in paper("WK", Plan(needs=(need,), actions=(undated,)))


def test_the_officer_gets_debts_but_of_health_only_that_there_is_a_need() -> None:
    text = paper("RO")
    assert "Need two months behind (Home)" in text
    assert "not sleeping" not in text
    assert "- Home: a need\n" in text
    assert "- Health and people: an action\n" in text


def test_the_officer_gets_the_date_of_a_sitting_and_not_how_it_went() -> None:
    text = paper("RO")
    assert "## Sittings\n\n- 3 March 2026\n" in text
    assert "First screening" not in text


def test_where_a_stand_in_stands_tells_nothing_of_what_it_stands_for() -> None:
    debts, low = need_on("debts"), need_on("health", "not sleeping")
    actions = (action_for(debts, activity="FIN-2-02"), action_for(low, activity="PSH-2-01"))
    sooner = replace(actions[1], due=DueDate("new_need", date(2026, 3, 4)))
    done = replace(actions[1], status="delivered")
    first, *others = (
        paper("RO", Plan(needs=needs, actions=(actions[0], other)))
        for needs, other in (((debts, low), actions[1]), ((low, debts), sooner), ((low, debts), done))
    )
    assert "- Health and people: an action\n" in first
    assert set(others) == {first}


def test_the_officers_line_on_safety_is_the_same_for_everyone() -> None:
    line = "Personal safety is handled with the named worker; please do not ask again."
    assert line in paper("RO")
    assert line in paper("RO", Plan())


def test_an_agency_reads_only_what_it_has_consent_for() -> None:
    text = paper("HOU", permissions=Permissions({"plan": 2, "identity": 1}))
    assert "- Name used: Sam Rowe" in text
    assert "Samuel" not in text
    assert "two months" not in text
    assert "level" not in text.casefold()


def test_a_level_on_a_marker_kept_back_is_not_told() -> None:
    health = need_on("health")
    plan = replace(full_plan(), needs=(health,))
    assert "Home: level 2" in paper("RO", plan, Permissions({"health": 3}))
    assert "level 2" not in paper("RO", plan)


def test_the_offer_of_level_3_is_told_only_to_those_who_may_read_its_marker() -> None:
    plan = replace(full_plan(), needs=(), actions=(), signposts=(), levels=(level_on("health"),))
    assert "- Home: level 2\n  - level 3 offered" in paper("WK", plan)
    assert "- Home: level 2\n" in paper("RO", plan)
    assert "level 3" not in paper("RO", plan)


def test_a_level_3_is_told_only_to_those_who_may_read_its_marker() -> None:
    third = replace(level_on("health"), level=3, offered_3=False, worker_agrees=True)
    plan = Plan(levels=(third,))
    assert "- Home: level 3" in paper("WK", plan)
    assert "- Home\n" in paper("RO", plan)


def test_an_action_of_the_private_part_stops_the_export() -> None:
    need = need_on("debts")
    plan = Plan(needs=(need,), actions=(action_for(need, activity="DVA-2-01"),))
    with pytest.raises(ExportRefused, match="private part"):
        paper("WK", plan)


def test_an_activity_nobody_knows_stops_the_export() -> None:
    need = need_on("debts")
    plan = Plan(needs=(need,), actions=(action_for(need, activity="ACC-9-99"),))
    with pytest.raises(ExportRefused, match="`ACC-9-99` is not an activity"):
        paper("WK", plan)


@pytest.mark.parametrize("name", ["# Sam", "Sam | Rowe", "[Sam](http://x.y)", "<b>Sam</b>", "Sam\n\n## Needs", "*Sam*"])
def test_a_hostile_name_stays_a_name(name: str) -> None:
    text = render(make_copy("WK", replace(full_header(), name_used=name), full_plan(), REFERENCE))
    plain = render(make_copy("WK", full_header(), full_plan(), REFERENCE))
    assert text.count("\n") == plain.count("\n")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in plain.splitlines() if line.startswith("#")
    ]
