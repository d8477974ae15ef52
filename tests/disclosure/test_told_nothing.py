"""Who is to be told nothing: the list grows, is taken over whole, and stops whoever might be meant (R82)."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.disclosure.told_nothing import PEOPLE, ListedPerson, matched, people_listed, with_merged_lists
from bcst_tui.interview.answer import Answer, Given, NoAnswer
from bcst_tui.interview.earlier import Earlier, Told
from bcst_tui.interview.state import Interview, Move
from bcst_tui.interview.values import Acknowledged, Text
from tests.interview.test_earlier import SCRIPT
from tests.vocabulary import script_of

FIRST, LATER = date(2026, 3, 2), date(2026, 5, 4)
WHOLE, BEGUN, UNKNOWN = Given(Acknowledged()), None, NoAnswer("not_known")


def listed(*names: str, ends: Answer | None = WHOLE, on: date = FIRST) -> Interview:
    """An interview in which these were named, one row each, and how its list was left."""
    moves: list[Move] = []
    for row, name in enumerate(names, start=1):
        moves.append(Move("add_row", PEOPLE))
        if name:
            moves.append(Move("answer", f"{PEOPLE}[{row}].name", Given(Text(name))))
            moves.append(Move("answer", f"{PEOPLE}[{row}].how_related", UNKNOWN))
    moves += [Move("answer", PEOPLE, ends)] if ends is not None else []
    return Interview(script_of(SCRIPT), "follow_up", on, moves=tuple(moves))


def names(*interviews: Interview, merged: int = 0) -> list[str]:
    return [one.name for one in people_listed(interviews, merged)]


def test_a_list_said_to_be_whole_takes_the_place_of_those_before_and_one_only_begun_adds_to_them() -> None:
    assert names(listed("Kit"), listed("Ash")) == ["Ash"]
    for ends in (BEGUN, UNKNOWN):
        assert names(listed("Kit"), listed("Ash", "Kit", ends=ends)) == ["Kit", "Ash"]
    assert names(listed("Kit"), listed()) == [] and names(listed("Kit", "", "Ash")) == ["Kit", "Ash"]


def test_after_two_cases_became_one_the_lists_of_both_stand_until_a_whole_one_is_said() -> None:
    both = (listed("Kit"), listed("Ash"))
    assert names(*both, merged=2) == ["Kit", "Ash"]
    assert names(*both, merged=1) == ["Ash"]
    assert names(*both, listed("Sorrel"), merged=2) == ["Sorrel"]


def test_the_lists_of_two_cases_are_told_as_one_with_each_person_once_and_the_day_it_was_said() -> None:
    home = Told(Given(Text("the Lane")), FIRST)
    before = Earlier({f"{PEOPLE}[7].name": home, "a1_home": home}, {"children": (1,), PEOPLE: (7,)})
    told = with_merged_lists(before, (listed("Kit", "", "Ash"), listed("Kit", "Sorrel", on=LATER, ends=UNKNOWN)))
    assert told.answers == {
        "a1_home": home,
        PEOPLE: Told(WHOLE, FIRST),
        f"{PEOPLE}[1].name": Told(Given(Text("Kit")), FIRST),
        f"{PEOPLE}[2].name": Told(Given(Text("Ash")), FIRST),
        f"{PEOPLE}[3].name": Told(Given(Text("Sorrel")), LATER),
    }
    assert told.rows == {"children": (1,), PEOPLE: (1, 2, 3)}


def test_where_nobody_was_named_what_was_told_before_stays_as_it_is() -> None:
    before = Earlier({f"{PEOPLE}[7].name": Told(Given(Text("Kit")), FIRST)}, {PEOPLE: (7,)})
    assert with_merged_lists(before, (listed(), listed(""))) is before


@pytest.mark.parametrize("whom", ["kit", "Mr KIT Invented", "the letter for Marlowe-Kit", "Dr. Marlowe", "Jo"])
def test_one_shared_name_is_enough_to_stop_and_look(whom: str) -> None:
    assert matched((ListedPerson("Kit Jo Marlowe"), ListedPerson("Ash")), whom) == ("Kit Jo Marlowe",)


@pytest.mark.parametrize("whom", ["", "my sister", "the Mr", "K", "Kitty", "his and her"])
def test_what_is_no_name_stops_nobody(whom: str) -> None:
    assert matched((ListedPerson("Mr Kit K of the Lane"), ListedPerson("my dr and his")), whom) == ()
