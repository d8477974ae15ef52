"""What the worker's copy holds, and what the responsible officer's leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, permissions_for
from bcst_tui.export.case import CaseNote, HandOff, KeyDate, Meeting, ToldAnswer, Unanswered
from bcst_tui.export.copies import make_copy
from bcst_tui.export.markdown import escaped, render
from bcst_tui.plan.model import DueDate, NeedStatus, Plan, SaidBy
from bcst_tui.reference.audience import AudienceCode
from tests.export.cases import TODAY, action_for, bare_header, full_header, full_plan, level_on, need_on
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()


def paper(audience: AudienceCode, plan: Plan | None = None, permissions: Permissions = NO_PERMISSIONS) -> str:
    return render(make_copy(audience, full_header(), full_plan() if plan is None else plan, REFERENCE, permissions))


def test_an_employer_told_the_dates_alone_reads_nothing_of_prison_or_resettlement() -> None:
    only_dates = Permissions({"identity": 1, "work": 1}, service="employer")
    text = paper("HOU", Plan(), only_dates).lower()
    assert "ada penn" in text and "12 march 2026, 10:00: appointment" in text
    assert "resettlement" not in text and "prison" not in text


@pytest.mark.parametrize(
    "words",
    [
        "# Resettlement plan BC-0001",
        "- Reference: BC-0001",
        "- Legal name: Samuel Rowe",
        "- Worker: Ada Penn\n- Worker's role: resettlement worker",
        "- Release: not set (none fixed yet)",
        "- 6 March 2026: Part 2 of the screening. On time.\n  - day 3 of 5",
        "- a place of my own",
        "- Home: level 2, help with a need\n  - level 3 offered: more help with a need, not agreed yet",
        "- Need two months behind (Home): confirmed; not read back yet\n"
        "  - because Is any rent owed? Evidence two months behind (C08)\n  - source: 001 ch3\n",
        "- 10 March 2026: Action ask the landlord (FIN-2-02)\n"
        "  - Who: Ada Penn sees to it; done by: Resettlement team in this prison, Owner ask the landlord\n"
        "  - Agreed\n  - Why: Need two months behind\n"
        "  - Waits: Locked ask the landlord\n  - Take care: Caution ask the landlord\n"
        "  - Worker: Because ask the landlord\n",
        "- Service Debt advice (SUP-1-01): introduced, 3 March 2026\n"
        "  - Check by 10 March 2026: Not yet, waiting\n  - next: Next Debt advice\n",
        "- Which area should we leave out? North of the river",
        "- Is any rent owed? Yes, about two months",
        "- 3 March 2026, Ada Penn: Rang the landlord",
        "- 3 March 2026: Kinds of home talked through",
        "- Rather not say: What landlords may ask about",
        "- Not asked (No time): Nationality",
        "- 3 March 2026, told to Prison healthcare: Asked to be seen today",
        "- 3 March 2026: First screening, Completed",
        "- 12 March 2026, 10:00: Resettlement appointment, with Ada Penn",
        "- On the day of release: not settled (limb iii of the definition)\n  - sofa at a friend's",
    ],
)
def test_the_workers_copy_tells_the_whole_plan(words: str) -> None:
    assert words in paper("WK")


def test_what_happens_next_comes_first_and_what_is_closed_last() -> None:
    need = need_on("debts")
    open_one = replace(action_for(need, "second"), locked_because="", reason="")
    soonest = replace(open_one, title="Action first", due=DueDate("new_need", date(2026, 3, 4)))
    for_everyone = replace(open_one, title="Action third", level=1, needs=())
    done = replace(open_one, title="Action fourth", status="delivered", due=DueDate("delivered", date(2026, 3, 2)))
    text = paper("WK", Plan(needs=(need,), actions=(done, for_everyone, open_one, soonest)))
    places = [text.index(f"Action {place}") for place in ("first", "second", "third", "fourth")]
    assert places == sorted(places)
    assert "- Action fourth (SUP-1-01)\n  - Done, 2 March 2026.\n" in text


def test_what_waits_stands_under_no_day_and_after_what_has_one() -> None:
    need = need_on("debts")
    waits = replace(action_for(need, "one"), status="held", due=DueDate("new_need", date(2026, 3, 4)))
    goes_on = replace(action_for(need, "two", activity="FIN-2-02"), due=DueDate("new_need", date(2026, 3, 9)))
    text = paper("WK", Plan(needs=(need,), actions=(waits, goes_on)))
    assert text.index("- 9 March 2026: Action two") < text.index("- Held for now: Action one")
    assert "  - Once it can go on: by 4 March 2026\n" in text


@pytest.mark.parametrize("audience", ["RO", "FULL", "STAT"])
def test_why_something_waits_is_told_to_the_worker_and_the_safeguarding_lead_alone(audience: AudienceCode) -> None:
    need = need_on("debts")
    plan = Plan(needs=(need,), actions=(replace(action_for(need, "one", "FIN-2-02"), status="held"),))
    opened = Permissions(gateway=frozenset(REFERENCE.matrix.rows), ticked=frozenset(REFERENCE.matrix.rows))
    text = paper(audience, plan, opened)
    assert "Held for now: " in text
    assert not re.search("Locked|Caution|Waits|Take care", text)
    for reader in ("WK", "SG"):
        assert "Waits: Locked one" in paper(reader, plan) and "Take care: Caution one" in paper(reader, plan)


@pytest.mark.parametrize(
    ("said_by", "who"),
    [
        ("worker_will", "Ada Penn sees to it; done by: Resettlement team in this prison"),
        ("we_will", "The person and Ada Penn together; help from: Resettlement team in this prison"),
        ("i_will", "The person does this; help from: Resettlement team in this prison"),
    ],
)
def test_of_every_action_it_is_told_who_does_what(said_by: SaidBy, who: str) -> None:
    need = need_on("debts")
    action = replace(action_for(need, activity="FIN-2-02"), owner="", said_by=said_by)
    assert f"  - Who: {who}\n" in paper("WK", Plan(needs=(need,), actions=(action,)))


def test_a_service_outside_reads_no_workers_name_in_what_it_is_asked_for() -> None:
    need = need_on("debts")
    opened = Permissions({"plan": 2, "money": 3, "housing": 3}, "citizens_advice")
    text = paper("HOU", Plan(needs=(need,), actions=(action_for(need, activity="SUP-1-02"),)), opened)
    assert "  - Who: The named worker sees to it; done by: " in text
    assert "Ada Penn" not in text


def test_what_a_marker_rests_on_is_told_once() -> None:
    one = level_on("housing_plan")
    text = paper("WK", Plan(levels=(one, replace(one, group="PSH"))))
    assert text.count("  - Marker no bed\n") == 2
    assert text.count("because Seen no bed (C14)") == 1


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
    assert "- Home: one need unmet\n" in text
    assert "- Health and people: one action\n" in text


def test_the_officer_gets_the_date_of_a_sitting_and_not_how_it_went() -> None:
    text = paper("RO")
    assert "## Seen here on\n\n- 3 March 2026\n" in text
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
    assert "- Health and people: one action\n" in first
    assert set(others) == {first}


def test_the_officers_line_on_safety_is_the_same_for_everyone() -> None:
    line = "Personal safety is handled with the named worker; please do not ask again."
    assert line in paper("RO")
    assert line in paper("RO", Plan())


def test_a_need_kept_back_is_told_as_met_or_unmet_and_dropped_not_at_all() -> None:
    def standing(status: NeedStatus) -> str:
        return paper("RO", Plan(needs=(replace(need_on("health"), status=status),)))

    assert "- Home: one need unmet\n" in standing("confirmed") == standing("proposed") == standing("unmet")
    assert "- Home: one need met\n" in standing("met")
    assert "Home: one need" not in standing("dropped")


FINE = ToldAnswer("c04b", "Somewhere to stay away from", "No", "exclusions", keeps_to_nothing=True)


def wishes(audience: AudienceCode, told: tuple[ToldAnswer, ...], unanswered: tuple[Unanswered, ...] = ()) -> str:
    """What stands under the heading of wishes."""
    header = replace(full_header(), told=told, unanswered=unanswered)
    text = render(make_copy(audience, header, Plan(), REFERENCE))
    return re.split(r"## (?:Wishes|Please keep).*\n\n", text)[1].split("\n\n")[0]


def test_a_wish_is_told_and_no_wish_is_none() -> None:
    area = ToldAnswer("c04c", "Area to leave out", "The old mill", "exclusions")
    money = replace(FINE, question="Money of one's own", audience="exclusions_money")
    for reader in ("WK", "RO"):
        assert wishes(reader, (FINE, area, money)) == "- Area to leave out: The old mill"


def test_the_officer_cannot_tell_no_wish_from_no_answer() -> None:
    declined = Unanswered("Somewhere to stay away from", "declined", "exclusions")
    nothing = "Nothing to keep to is on record."
    assert {wishes("RO", (FINE,)), wishes("RO", ()), wishes("RO", (), (declined,))} == {nothing}
    assert wishes("WK", (FINE,)) == "- Asked: nothing to keep to"
    assert wishes("WK", (FINE,), (replace(declined, audience="exclusions_money"),)) == nothing


def test_what_was_told_comes_last_part_by_part() -> None:
    home = ToldAnswer("c01", "Home before prison", "With family", "housing_plan", part="Housing")
    health = ToldAnswer("f01", "Health", "Asthma", "health", part="Health")
    header = replace(full_header(), told=(home, replace(home, question="Areas"), health))
    told = "- Housing\n  - Home before prison: With family\n  - Areas: With family\n"
    worker, officer = (render(make_copy(reader, header, Plan(), REFERENCE)) for reader in ("WK", "RO"))
    assert worker.endswith(f"## What was told\n\n{told}- Health\n  - Health: Asthma\n")
    assert officer.endswith(f"{told}"), "a part of which nothing is told has no heading"


def test_a_day_with_a_time_tells_its_time() -> None:
    header = replace(
        bare_header(),
        key_dates=(KeyDate("Came in", TODAY, at="11:00"),),
        hand_offs=(HandOff(TODAY, "Safer custody", "Not safe", "14:30"),),
    )
    text = render(make_copy("WK", header, Plan(), REFERENCE))
    assert "- Came in: 3 March 2026, 11:00\n" in text
    assert "- 3 March 2026, 14:30, told to Safer custody: Not safe\n" in text


@pytest.mark.parametrize(
    ("need", "stands"),
    [
        ({"status": "proposed"}, "not confirmed yet"),
        ({"status": "confirmed", "persons_view": "agreed"}, "confirmed; agreed with the person on 3 March 2026"),
        ({"status": "confirmed", "origin": "worker"}, "confirmed; added by the worker; not read back yet"),
        ({"status": "dropped", "persons_view": "not_mine"}, "dropped; not a need, as the person sees it"),
    ],
)
def test_how_a_need_stands_is_told_in_a_few_words(need: dict[str, Any], stands: str) -> None:
    plan = Plan(needs=(replace(need_on("debts"), **need),), agreed_on=TODAY)
    assert f"- Need two months behind (Home): {stands}\n" in paper("RO", plan)


@pytest.mark.parametrize(
    ("version", "stands"),
    [(0, "a draft, not agreed yet"), (2, "a draft, with changes since version 2, not agreed yet")],
)
def test_a_draft_says_what_it_follows(version: int, stands: str) -> None:
    assert f"- Plan: {stands}\n" in paper("WK", Plan(version=version))


def test_the_limb_of_the_definition_is_for_the_worker() -> None:
    assert "On the day of release: not settled (limb iii" in paper("WK")
    assert "On the day of release: not settled\n" in paper("RO") and "limb" not in paper("FULL")


def test_the_officer_gets_wishes_and_is_asked_to_ask_for_no_reason() -> None:
    assert (
        "## Please keep to these; no reason is kept, and none should be asked\n\n"
        "- Which area should we leave out? North of the river\n\n"
    ) in paper("RO")


def test_every_reader_is_told_who_the_paper_is_for_before_anything_else() -> None:
    matrix = REFERENCE.matrix
    for audience in ("WK", "SG", "RO", "FULL"):
        lines = [line for line in paper(audience).splitlines() if line]
        reader = matrix.audiences[audience]
        assert lines[0] == f"# {reader.heading} BC-0001"
        assert lines[1 : 1 + len(reader.opening)] == [escaped(words) for words in reader.opening]
        assert lines[1].startswith("For ")


def test_the_persons_full_copy_is_in_plain_words_without_codes() -> None:
    text = paper("FULL")
    assert "- 10 March 2026: We do this.\n" in text
    assert "We sort this out together (Home): confirmed; not read back yet" in text
    assert not re.search(r"\b[A-Z]{3}-\d-\d\d\b|\([A-L]\d\d\)|source:", text)


def test_the_persons_full_copy_names_nobody_else_and_holds_no_notes_until_a_lead_has_looked() -> None:
    text = paper("FULL", permissions=permissions_for("FULL", REFERENCE.matrix))
    assert "Is any rent owed?" in text
    for kept_out in ("Mr Crane", "Who is the landlord", "Rang the landlord", "Because ask", "Asked to be seen"):
        assert kept_out not in text
    assert "Passed on at once\n\nNothing that stands in this copy. You can ask" in text
    assert "Who is the landlord? Mr Crane" in paper("WK")


def test_what_no_need_calls_for_says_which_answer_did() -> None:
    need = need_on("debts")
    action = replace(action_for(need, activity="ACC-3-05"), needs=(), level=3)
    text = paper("WK", Plan(actions=(action,)))
    assert "  - because No (C16)\n" in text
    assert "because No" not in paper("RO", Plan(actions=(action,)))


def test_a_meeting_already_past_is_not_what_happens_next() -> None:
    header = replace(full_header(), meetings=(Meeting(date(2026, 3, 1)), Meeting(None)))
    text = render(make_copy("WK", header, Plan(), REFERENCE))
    assert "## What happens next\n\n- No day yet: Resettlement appointment\n\n" in text


def test_a_note_is_told_only_to_who_may_read_notes_and_what_it_is_about() -> None:
    def copy(audience: AudienceCode, row: str) -> str:
        header = replace(full_header(), notes=(CaseNote(TODAY, "Ada Penn", "a word in private", row),))
        return render(make_copy(audience, header, Plan(), REFERENCE))

    assert "- 3 March 2026, Ada Penn: a word in private\n" in copy("WK", "health")
    assert "in private" in copy("SG", "health") and "in private" not in copy("SG", "funding_route")
    assert "in private" not in copy("RO", "health") + copy("RO", "housing_plan") + copy("CELL", "housing_plan")
    with pytest.raises(ExportRefused, match="private part"):
        copy("WK", "ledger")


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
    assert "- Home: level 2, help with a need\n  - level 3 offered" in paper("WK", plan)
    assert "- Home: level 2, help with a need\n" in paper("RO", plan)
    assert "level 3" not in paper("RO", plan)


def test_a_level_3_is_told_only_to_those_who_may_read_its_marker() -> None:
    third = replace(level_on("health"), level=3, offered_3=False, worker_agrees=True)
    plan = Plan(levels=(third,))
    assert "- Home: level 3" in paper("WK", plan)
    assert "- Home: level not told here\n" in paper("RO", plan)


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
