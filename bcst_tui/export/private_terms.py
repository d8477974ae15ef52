"""What consents of the private part open to an agency, and the very words it would get by them (section 10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bcst_tui.disclosure.consent import NAME, Consent
from bcst_tui.disclosure.levels import Around
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.export.audience import Permissions
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.copies import make_copy
from bcst_tui.export.document import Copy
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.plan.model import Plan
from bcst_tui.reference.agency import AgencyReader
from bcst_tui.reference.reference import Reference

CASELOAD_CHECK = "caseload_check"
NOTHING_AROUND = Around()


def opened_by(consents: Iterable[Consent], agency: str, ordinary: Mapping[str, int] | None = None) -> Permissions:
    """What live consents of one agency open, beside what it may be told of the rest.

    Whoever may get in touch is told the name; a report without a name holds nothing that a yes to more would open.
    Being asked whether they know the person opens nothing.
    """
    held = [one for one in consents if one.agency == agency and one.purpose != CASELOAD_CHECK]
    nameless = frozenset(one.topic for one in held if one.anonymous)
    if nameless:
        return Permissions({}, agency, nameless=nameless)
    topics = {**(ordinary or {}), **{one.topic: one.depth for one in held}}
    if any(topics.values()):
        topics[NAME] = max(topics.get(NAME, 0), 1)
    parts = frozenset(part for one in held for part in one.parts)
    return Permissions(topics, agency, parts=parts)


def would_get(
    record: Record,
    consents: Iterable[Consent],
    reader: AgencyReader,
    header: CaseHeader,
    reference: Reference,
    words: PrivateWords,
    around: Around = NOTHING_AROUND,
) -> tuple[str, ...]:
    """The lines an agency would read by these consents of the private part and no others, as they would be written."""
    given = tuple(consents)
    agency = given[0].agency if given else ""
    bare = CaseHeader(header.reference, header.name_used, header.made_on, worker=header.worker)
    supposed = replace(record, consents=(*record.consents, *given))
    private = PrivateCase(supposed, words, around)
    return read_out(make_copy(reader, bare, Plan(), reference, opened_by(given, agency), private))


def read_out(copy: Copy) -> tuple[str, ...]:
    """A copy as lines to be read to the person: what it opens with, then every line under its heading."""
    lines = [copy.title, *copy.opening, *(one.text for one in copy.facts)]
    for section in copy.sections:
        if section.lines:
            lines += [section.heading, *(one.text for one in section.lines)]
    return tuple(lines)
