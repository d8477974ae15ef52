"""Needs and complexity markers out of a script's rules, each with the answers it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bcst_tui.interview.answer import Given
from bcst_tui.interview.known import Known
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import EachChosen
from bcst_tui.interview.whole import WholeInterview, is_accounted_for
from bcst_tui.plan.evidence import grounds, unique
from bcst_tui.plan.model import FundingRoute, Marker, Need, NeedStatus
from bcst_tui.script.condition import holds
from bcst_tui.script.rules import StandsBy

RESETTLEMENT_PRISON, ASKED_PRISON = "resettlement_prison", "a08_resettlement_prison"
_FUNDING: Mapping[str, FundingRoute] = {"yes": "fee_for_service", "no": "rate_card"}
AS_SAID_AT_THE_REVIEW = "As it was said at the review."
_SAID_TO_STAND: Mapping[str, NeedStatus] = {"being_met": "being_met", "met": "met", "unmet": "unmet"}


@dataclass
class KnownAsDecided(Known):
    """What is known, with needs the worker dropped no longer holding in any rule that reads them."""

    dropped: frozenset[str] = frozenset()

    def need(self, need_id: str) -> bool:
        return need_id not in self.dropped and super().need(need_id)


def as_decided(known: Known, needs: Iterable[Need]) -> Known:
    """What is known, once the worker has decided on these needs."""
    dropped = frozenset(need.code for need in needs if need.status == "dropped")
    return KnownAsDecided(known.script, known.today, known.facts, known.answers, known.group_rows, dropped)


def needs_found(known: Known) -> tuple[Need, ...]:
    """Every need whose rule holds, in the order of the script; a worker confirms or drops each."""
    found = []
    for rule in known.script.needs.values():
        if not holds(rule.when, known):
            continue
        because = grounds(rule.when, known)
        found.append(
            Need(
                code=rule.id,
                group=rule.group,
                title=rule.title,
                said=rule.said,
                evidence=because.evidence,
                source=rule.source,
                audiences=unique([rule.audience, *because.audiences]),
                found_on=known.today,
                funding=funding_route(known),
            )
        )
    return tuple(found)


def is_asked_about(interview: Interview, need: Need) -> bool:
    """Whether it is known by now that a need's rule no longer holds, or only nobody asked (R11).

    Nobody did where its rule is not in this script, or where nothing is known of any answer it rests on.
    """
    if need.code not in interview.script.needs:
        return False
    return not need.evidence or any(is_accounted_for(interview, one.question_id) for one in need.evidence)


def as_they_stand(needs: Iterable[Need], interview: Interview) -> tuple[Need, ...]:
    """The needs, being met or unmet as this review says, where the worker marked none of them in the plan (R37)."""
    today = interview.today_only if isinstance(interview, WholeInterview) else interview
    rules = interview.script.needs if interview.sitting == "review" else {}
    return tuple(
        _as_it_stands(need, today, rules[need.code].stands_by) if need.code in rules else need for need in needs
    )


def _as_it_stands(need: Need, interview: Interview, stands_by: StandsBy | None) -> Need:
    answer = interview.answer_to(stands_by.question) if stands_by is not None else None
    was_said = need.reason == AS_SAID_AT_THE_REVIEW
    if stands_by is None or not isinstance(answer, Given) or not isinstance(answer.value, EachChosen):
        return need
    if need.status not in ("proposed", "confirmed") and not was_said:
        return need
    status = _SAID_TO_STAND.get(dict(answer.value.pairs).get(stands_by.row, ""))
    if status is not None:
        return replace(need, status=status, reason=need.reason or AS_SAID_AT_THE_REVIEW)
    return replace(need, status="confirmed", reason="") if was_said else need


def funding_route(known: Known) -> FundingRoute:
    """How a need found here and now is paid for: it goes with the prison it arose in (R12)."""
    seen = [known.fact(RESETTLEMENT_PRISON), known.question(ASKED_PRISON)]
    codes = [one.codes[0] for one in seen if one is not None and one.codes]
    return _FUNDING.get(codes[0], "") if codes else ""


def markers_found(known: Known) -> tuple[Marker, ...]:
    """Every complexity marker whose rule holds; alone it is a prompt and no more (R75)."""
    return tuple(
        Marker(
            code=rule.id,
            title=rule.title,
            counts_for=rule.counts_for,
            evidence=grounds(rule.when, known).evidence,
            source=rule.source,
            audience=rule.audience,
        )
        for rule in known.script.markers
        if holds(rule.when, known)
    )
