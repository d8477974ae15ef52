"""Decisions about an agency that were made by answering a question of the interview (C15, D02, G02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

from bcst_tui.disclosure.consent import Consent, GivenHow, Said, Wish, latest, with_name
from bcst_tui.interview.answer import Given
from bcst_tui.interview.known import Known
from bcst_tui.interview.values import Chosen, Text
from bcst_tui.reference.agency import Agency


def answered(known: Known, agencies: Iterable[Agency]) -> tuple[Wish, ...]:
    """One wish for each agency that an answer on the path decides about."""
    return tuple(wish for agency in agencies if (wish := _wish(known, agency)) is not None)


def agreed(
    known: Known, agencies: Iterable[Agency], consents: Iterable[Consent], today: date
) -> Mapping[tuple[str, str], int]:
    """How deep each topic is open to each agency: as last decided, else as the answers alone say."""
    stands = latest(consents)
    by_answer = {(one.agency, topic): depth for one in answered(known, agencies) for topic, depth in one.topics.items()}
    by_decision = {place: one.depth if one.is_live(today) else 0 for place, one in stands.items()}
    return {**by_answer, **by_decision}


def _wish(known: Known, agency: Agency) -> Wish | None:
    chosen = [one for one in agency.answers if one.option in _codes(known, one.question)]
    if not chosen:
        return None
    said = cast(Said, chosen[0].status)
    topics: dict[str, int] = {}
    for one in chosen:
        topics.update(one.topics)
    how = _codes(known, agency.how_answered)
    return Wish(
        agency.id,
        said,
        with_name(topics) if said == "given" else topics,
        given_how=cast(GivenHow, how[0]) if how else "spoken",
        which=_words(known, agency.which_answered),
    )


def _codes(known: Known, question_id: str) -> tuple[str, ...]:
    _, answer = known.answers.get(question_id, (None, None))
    value = answer.value if isinstance(answer, Given) else None
    return value.codes if isinstance(value, Chosen) else ()


def _words(known: Known, question_id: str) -> str:
    _, answer = known.answers.get(question_id, (None, None))
    value = answer.value if isinstance(answer, Given) else None
    return value.words if isinstance(value, Text) else ""
