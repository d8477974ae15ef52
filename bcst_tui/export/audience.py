"""The audience matrix applied: a Document goes in, one reader's Copy comes out.

An allow-list: what has no row stops the export, and words made out of several rows take the strictest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import zip_longest
from types import MappingProxyType

from bcst_tui.errors import ExportRefused
from bcst_tui.export.document import Copy, CopySection, Document, Line, ListLine, Pathway
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode, Code, Matrix, Row

OUTSIDE: tuple[AudienceCode, ...] = ("HOU", "SPEC")
TOLD_WITH_CONSENT: tuple[AudienceCode, ...] = ("RO", "STAT")
PRIVATE = "q"
"""In the matrix, the topic of every row of the private part; consents name q1, q2 or none of the two."""
WITHOUT_A_NAME = ("category_when_who",)
"""What a report without a name may hold (depth A)."""
ROW_REMEDY = "Add it to data/audiences.yaml, with a code for each of the ten readers."


class Sight(IntEnum):
    """How much of something a reader gets, from all to nothing."""

    SHOWN = 0
    NEUTRAL = 1
    PATHWAY = 2
    WITHHELD = 3


@dataclass(frozen=True)
class Permissions:
    """What opens more than the matrix does by itself, for one reader.

    `consents`: depth by topic, of this reader's agency, live today. `service`: which service or agency the reader is;
    `stands_for`: the services of the directory that go by the same agency.
    `ticked`: rows the person ticked on the preview. `gateway`: rows a gateway record names.
    `withheld_by_lead`: rows the lead keeps back (Y*). `parts`: parts of the safety plan the person ticked for this
    reader. `nameless`: what may be told only without a name (depth A); then nothing else may.
    """

    consents: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    service: str = ""
    ticked: frozenset[str] = frozenset()
    gateway: frozenset[str] = frozenset()
    withheld_by_lead: frozenset[str] = frozenset()
    invented: bool = False
    stands_for: frozenset[str] = frozenset()
    parts: frozenset[str] = field(default=frozenset(), repr=False)
    nameless: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def names(self) -> frozenset[str]:
        """Everything the reader is known by."""
        return self.stands_for | {self.service}


NO_PERMISSIONS = Permissions()


def permissions_for(
    audience: AudienceCode, matrix: Matrix, *, ticked: frozenset[str] = frozenset(), invented: bool = False
) -> Permissions:
    """What is open to a reader as long as no consent, gateway record or decision of the lead is kept anywhere.

    A row marked Y* waits for the lead's look, which nobody has recorded: it stays out of the person's own copy.
    """
    if audience in OWN_COPIES:
        starred = frozenset(row.id for row in matrix.rows.values() if row.code_for(audience) == "Y*")
        return Permissions(ticked=ticked, withheld_by_lead=starred)
    return Permissions(invented=invented)


def may_see(
    row: Row, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS, about: Sequence[str] = ()
) -> Sight:
    """What this reader gets of one row; PATHWAY where a consent that could open it is missing.

    `about`: the topics of the private part it concerns, each of which needs its consent.
    """
    code = row.code_for(audience)
    shown = {
        "Y": True,
        "Y*": row.id not in permissions.withheld_by_lead,
        "G": row.id in permissions.gateway,
        "S": permissions.invented,
    }
    if code == "n":
        return Sight.NEUTRAL
    if code == "C" and audience in OWN_COPIES:
        return Sight.SHOWN if row.id in permissions.ticked else Sight.WITHHELD
    if code == "C":
        return Sight.SHOWN if _is_consented(row, permissions, about) else Sight.PATHWAY
    return Sight.SHOWN if shown.get(code, False) else Sight.WITHHELD


def _is_consented(row: Row, permissions: Permissions, about: Sequence[str]) -> bool:
    given = permissions.consents
    for needed in row.consent:
        if needed.topic == PRIVATE:
            if about and all(given.get(topic, 0) >= needed.depth for topic in about):
                return True
            continue
        topics = given if needed.topic == "any" else (needed.topic,)
        if any(given.get(topic, 0) >= needed.depth for topic in topics):
            return True
    return row.id in WITHOUT_A_NAME and bool(about) and permissions.nameless >= set(about)


def sight_of(
    line: Line,
    matrix: Matrix,
    audience: AudienceCode,
    permissions: Permissions = NO_PERMISSIONS,
    is_private: bool = False,
) -> Sight:
    """What this reader gets of a line: the strictest of its rows.

    A missing consent for what a line is derived from still leaves its pathway; for the line's own row, nothing.
    What is kept apart without a key to the person is in no document of theirs. `is_private`: it stands in a section
    of the private part.
    """
    rows = [_row(matrix, row, is_private) for row in (line.row, *line.derived_from)]
    if any(row.part == "unlinked" for row in rows) or _is_anothers(line, audience, permissions):
        return Sight.WITHHELD
    if line.names_others and audience in OWN_COPIES:
        return Sight.WITHHELD
    if _is_a_part_not_ticked(line, rows[0].code_for(audience), permissions):
        return Sight.WITHHELD
    own, *derived = (may_see(row, audience, permissions, line.about) for row in rows)
    return Sight.WITHHELD if own is Sight.PATHWAY else max([own, *derived])


def _is_anothers(line: Line, audience: AudienceCode, permissions: Permissions) -> bool:
    """Whether the line is about a service outside other than the one that reads."""
    of_one_agency = line.row == "consents_own" or (bool(line.about) and "consents_own" in line.derived_from)
    reads_its_own = audience in OUTSIDE or (audience in TOLD_WITH_CONSENT and of_one_agency)
    return reads_its_own and line.services is not None and not permissions.names & set(line.services)


def _is_a_part_not_ticked(line: Line, code: Code, permissions: Permissions) -> bool:
    """Whether it is a part of the safety plan that needs a yes of its own, beside that to the whole (depth 3)."""
    return code == "C" and line.part not in ("", *permissions.parts)


def _row(matrix: Matrix, row_id: str, is_private: bool = False) -> Row:
    row = matrix.rows.get(row_id)
    if row is None:
        raise ExportRefused(f"`{row_id}` has no audience row, so nobody has decided who sees it.", ROW_REMEDY)
    if row.part == "sealed" and not is_private:
        raise ExportRefused(
            f"`{row_id}` belongs to the private part, which is in no ordinary document.",
            "Take it out of the document; the private part has papers of its own.",
        )
    return row


def copy_for(
    document: Document, matrix: Matrix, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS
) -> Copy:
    """What one reader gets of a document. Outside, a heading over nothing is left out: many would hide the few.

    Raises ExportRefused where a line has no row, comes from the private part, or the reader may get nothing.
    """
    if (refused := why_refused(matrix, audience, permissions)) is not None:
        raise refused
    reader = matrix.audiences[audience]

    def visible(lines: Iterable[Line], is_private: bool = False) -> list[ListLine]:
        sights = [(line, sight_of(line, matrix, audience, permissions, is_private)) for line in lines]
        return _list_lines(sights)

    sections = (
        CopySection(section.heading, tuple(visible(section.lines, section.is_private)), section.if_empty)
        for section in document.sections
        if _row(matrix, section.row, section.is_private).code_for(audience) not in ("-", "#")
    )
    return Copy(
        audience=audience,
        title=f"{reader.heading} {document.reference}".strip(),
        opening=reader.opening,
        facts=tuple(visible(document.facts)),
        sections=tuple(one for one in sections if one.lines or (one.if_empty and reader.layout != "outside")),
        banner=document.banner,
    )


def why_refused(
    matrix: Matrix, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS
) -> ExportRefused | None:
    """Why this reader may get nothing at all, if that is so."""
    title = matrix.audiences[audience].title
    if matrix.audiences[audience].layout == "totals":
        return ExportRefused(
            f"{title}: figures over many people, never of one, so this is no paper about a person.",
            "Choose another reader.",
        )
    if audience in OUTSIDE and not (any(permissions.consents.values()) or permissions.nameless):
        return ExportRefused(
            f"{title}: no consent on record says what this reader may be told, so nothing was written.",
            "Go with the person, or let them tell the service themselves, until their consent is on record.",
        )
    if audience == "STAT" and not permissions.gateway:
        return ExportRefused(
            f"{title}: no gateway record says what may be shared without consent, so nothing was written.",
            "If somebody is in danger, ring first (F8). The safeguarding lead decides and makes the record.",
        )
    if audience == "TR" and not permissions.invented:
        return ExportRefused(
            f"{title}: this is a real case, so nothing was written.",
            "Training copies are made of invented people only.",
        )
    return None


def _list_lines(lines: Sequence[tuple[Line, Sight]]) -> list[ListLine]:
    """What may be told in full, then the stand-ins: a place between two lines would tell what stood there."""
    told = [line for line, sight in lines if sight is Sight.SHOWN and line.text]
    shown = [ListLine(line.text, line.depth) for line, then in zip_longest(told, told[1:]) if _stands(line, then)]
    neutral = Counter(line.neutral for line, sight in lines if sight is Sight.NEUTRAL and line.neutral)
    pathways = Counter(line.pathway for line, sight in lines if sight is Sight.PATHWAY and line.pathway)
    return [
        *shown,
        *(ListLine(words if count == 1 else f"{words} × {count}") for words, count in neutral.items()),
        *_part_by_part(pathways),
    ]


def _stands(line: Line, then: Line | None) -> bool:
    """A head stands where something beneath it is told, and then tells no more than that."""
    return not line.is_head or (then is not None and then.depth > line.depth)


def _part_by_part(pathways: Mapping[Pathway, int]) -> list[ListLine]:
    return [ListLine(words) for words in sorted(pathway.words(count) for pathway, count in pathways.items())]
