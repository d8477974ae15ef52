"""Who is to be told nothing: people by name, agencies by kind; checked before anything goes out (R82)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from bcst_tui.interview.answer import Given
from bcst_tui.interview.earlier import Earlier, Told
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Text

PEOPLE = "f12_not_to_be_told"
NO_NAMES = ("mr", "mrs", "ms", "miss", "dr", "the", "my", "his", "her", "of", "and")
SHORTEST = 2


@dataclass(frozen=True)
class ListedPerson:
    """Somebody who is to be told nothing, or not to be in touch; no reason is kept."""

    name: str = field(repr=False)
    how_related: str = field(default="", repr=False)


@dataclass(frozen=True)
class ToldNothing:
    """The whole list of one person."""

    people: tuple[ListedPerson, ...] = ()
    agencies: tuple[str, ...] = ()


def people_listed(interviews: Iterable[Interview], merged: int = 0) -> tuple[ListedPerson, ...]:
    """Everybody named in these interviews, the oldest first; a list said to be whole takes the place of those before.

    One that was only begun, or left without an answer, takes nobody off: who was named stays guarded against. Nor does
    any of the first `merged`, held before two cases were made one: a merge only lets the list grow.
    """
    found: tuple[ListedPerson, ...] = ()
    for place, interview in enumerate(interviews):
        rows = interview.standing.rows.get(PEOPLE, ())
        named = tuple(one for one in (_listed(interview, row) for row in rows) if one.name)
        is_whole = isinstance(interview.standing.answers.get(PEOPLE), Given) and place >= merged
        found = named if is_whole else (*found, *(one for one in named if one not in found))
    return found


def with_merged_lists(earlier: Earlier, merged: Iterable[Interview]) -> Earlier:
    """What was told before, with the lists of all these interviews in one, so that it is confirmed as a whole.

    An interview held since may have said a whole list; then that one stands.
    """
    answers = {name: one for name, one in earlier.answers.items() if not name.startswith(f"{PEOPLE}[")}
    seen: set[ListedPerson] = set()
    for interview in merged:
        for row in interview.standing.rows.get(PEOPLE, ()):
            listed = _listed(interview, row)
            if listed.name and listed not in seen:
                seen.add(listed)
                answers.update(_row_told(interview, row, len(seen)))
        if isinstance(whole := interview.standing.answers.get(PEOPLE), Given):
            answers[PEOPLE] = Told(whole, interview.today)
    if not seen:
        return earlier
    return replace(earlier, answers=answers, rows={**earlier.rows, PEOPLE: tuple(range(1, len(seen) + 1))})


def _row_told(interview: Interview, row: int, number: int) -> Iterator[tuple[str, Told]]:
    head = f"{PEOPLE}[{row}]."
    for name, answer in interview.standing.answers.items():
        if name.startswith(head) and isinstance(answer, Given):
            yield f"{PEOPLE}[{number}].{name.removeprefix(head)}", Told(answer, interview.today)


def matched(people: Iterable[ListedPerson], whom: str) -> tuple[str, ...]:
    """The names on the list that these words may mean: one shared name is enough to stop and look."""
    spoken = _names(whom)
    return tuple(one.name for one in people if spoken & _names(one.name))


def _listed(interview: Interview, row: int) -> ListedPerson:
    return ListedPerson(_words(interview, f"{PEOPLE}[{row}].name"), _words(interview, f"{PEOPLE}[{row}].how_related"))


def _words(interview: Interview, question_id: str) -> str:
    answer = interview.standing.answers.get(question_id)
    return answer.value.words if isinstance(answer, Given) and isinstance(answer.value, Text) else ""


def _names(words: str, none: Collection[str] = NO_NAMES) -> set[str]:
    return {one for one in re.findall(r"[^\W\d_]+", words.casefold()) if len(one) >= SHORTEST and one not in none}
