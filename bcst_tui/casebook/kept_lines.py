"""What is kept of a person's record itself, in sentences for the copies that may have them (R84, R85, R86)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bcst_tui.casebook.consent_words import gone_line
from bcst_tui.disclosure.gateway import Gateway
from bcst_tui.export.case import KeptLine
from bcst_tui.interview.showing import day_words
from bcst_tui.reference.reference import Reference
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_consents import RecordRequest

CONSENTS, WITHOUT_CONSENT = ("consents_others",), ("hand_offs",)


def kept_lines(records: Records, case_id: int, reference: Reference) -> tuple[KeptLine, ...]:
    """Requests to see the record, papers that went, and decisions to share without consent."""
    titles = {one.id: one.title for one in reference.agencies.values()}
    consents = records.consents
    return (
        *(KeptLine(_asked(one)) for one in consents.requests(case_id)),
        *_gone(records, case_id, titles),
        *(KeptLine(_shared(one, reference), WITHOUT_CONSENT) for one in consents.gateways(case_id)),
    )


def _gone(records: Records, case_id: int, titles: Mapping[str, str]) -> Iterator[KeptLine]:
    for share in records.consents.shares(case_id):
        rows = WITHOUT_CONSENT if share.basis == "gateway" else CONSENTS
        yield KeptLine(f"Went out, {gone_line(share, titles)}", rows)


def _asked(request: RecordRequest) -> str:
    asked = f"Asked on {day_words(request.received_on)} to see this record"
    return f"{asked}; shown on {day_words(request.shown_on)}" if request.shown_on else f"{asked}; not shown yet"


def _shared(gateway: Gateway, reference: Reference) -> str:
    told = "the person was told" if gateway.person_told else "the person was not told"
    why = reference.label("limit", gateway.limit)
    return f"{day_words(gateway.decided_on)}: shared without consent, {why}; decided by {gateway.decided_by}; {told}"
