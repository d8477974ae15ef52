"""The audience matrix applied: a Document goes in, one reader's Copy comes out.

An allow-list: what has no row stops the export, and words made out of several rows take the strictest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from bcst_tui.errors import ExportRefused
from bcst_tui.export.document import Copy, CopySection, Document, Line, ListLine, Section
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode, Matrix, Row

OUTSIDE: tuple[AudienceCode, ...] = ("HOU", "SPEC")
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

    `consents`: depth by topic, of this reader's agency, live today. `service`: which service the reader is.
    `ticked`: rows the person ticked on the preview. `gateway`: rows a gateway record names.
    `withheld_by_lead`: rows the lead keeps back (Y*).
    """

    consents: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    service: str = ""
    ticked: frozenset[str] = frozenset()
    gateway: frozenset[str] = frozenset()
    withheld_by_lead: frozenset[str] = frozenset()
    invented: bool = False


NO_PERMISSIONS = Permissions()


def may_see(row: Row, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS) -> Sight:
    """What this reader gets of one row; PATHWAY where a consent that could open it is missing."""
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
        return Sight.SHOWN if _is_consented(row, permissions) else Sight.PATHWAY
    return Sight.SHOWN if shown.get(code, False) else Sight.WITHHELD


def _is_consented(row: Row, permissions: Permissions) -> bool:
    for needed in row.consent:
        topics = permissions.consents if needed.topic == "any" else (needed.topic,)
        if any(permissions.consents.get(topic, 0) >= needed.depth for topic in topics):
            return True
    return False


def sight_of(line: Line, matrix: Matrix, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS) -> Sight:
    """What this reader gets of a line: the strictest of its rows.

    A missing consent for what a line is derived from still leaves its pathway; for the line's own row, nothing.
    What is kept apart without a key to the person is in no document of theirs.
    """
    rows = [_row(matrix, row) for row in (line.row, *line.derived_from)]
    if any(row.part == "unlinked" for row in rows) or _is_anothers(line, audience, permissions):
        return Sight.WITHHELD
    own, *derived = (may_see(row, audience, permissions) for row in rows)
    return Sight.WITHHELD if own is Sight.PATHWAY else max([own, *derived])


def _is_anothers(line: Line, audience: AudienceCode, permissions: Permissions) -> bool:
    """Whether the line is about a service outside other than the one that reads."""
    return audience in OUTSIDE and line.services is not None and permissions.service not in line.services


def _row(matrix: Matrix, row_id: str) -> Row:
    row = matrix.rows.get(row_id)
    if row is None:
        raise ExportRefused(f"`{row_id}` has no audience row, so nobody has decided who sees it.", ROW_REMEDY)
    if row.part == "sealed":
        raise ExportRefused(
            f"`{row_id}` belongs to the private part, which is in no ordinary document.",
            "Take it out of the document; the private part has papers of its own.",
        )
    return row


def copy_for(
    document: Document, matrix: Matrix, audience: AudienceCode, permissions: Permissions = NO_PERMISSIONS
) -> Copy:
    """What one reader gets of a document.

    Raises ExportRefused where a line has no row, comes from the private part, or the reader may get nothing.
    """
    _refuse_empty_handed(matrix, audience, permissions)
    reader = matrix.audiences[audience]

    def visible(lines: Iterable[Line]) -> list[tuple[Line, Sight]]:
        return [(line, sight_of(line, matrix, audience, permissions)) for line in lines]

    return Copy(
        audience=audience,
        title=document.title,
        note=reader.note,
        facts=tuple(_list_lines(visible(document.facts))),
        sections=tuple(
            _copy_section(section, visible(section.lines))
            for section in document.sections
            if _row(matrix, section.row).code_for(audience) not in ("-", "#")
        ),
        banner=document.banner,
    )


def _refuse_empty_handed(matrix: Matrix, audience: AudienceCode, permissions: Permissions) -> None:
    title = matrix.audiences[audience].title
    if matrix.audiences[audience].layout == "totals":
        raise ExportRefused(
            f"{title}: totals are counted over many people; none are made of one.", "Choose another reader."
        )
    if audience in OUTSIDE and not any(permissions.consents.values()):
        raise ExportRefused(
            f"{title}: no live consent covers this reader, so nothing was written.",
            "Ask the person first, then record the consent, its topic and its depth.",
        )
    if audience == "STAT" and not permissions.gateway:
        raise ExportRefused(
            f"{title}: no gateway record names what may be shared, so nothing was written.",
            "The safeguarding lead makes the record first.",
        )
    if audience == "TR" and not permissions.invented:
        raise ExportRefused(f"{title}: this is a real case.", "Training copies are made of invented people only.")


def _copy_section(section: Section, lines: Sequence[tuple[Line, Sight]]) -> CopySection:
    return CopySection(
        heading=section.heading,
        columns=section.columns,
        rows=tuple(line.cells for line, sight in lines if line.cells and sight is Sight.SHOWN),
        lines=tuple(_list_lines(lines)),
    )


def _list_lines(lines: Sequence[tuple[Line, Sight]]) -> list[ListLine]:
    """What may be told in full, then the stand-ins: a place between two lines would tell what stood there."""
    told = [(line, words, sight) for line, sight in lines if (words := _words(line, sight))]
    shown = [ListLine(words, line.depth) for line, words, sight in told if sight is Sight.SHOWN]
    neutral = Counter(words for _, words, sight in told if sight is Sight.NEUTRAL)
    pathways = Counter(words for _, words, sight in told if sight is Sight.PATHWAY)
    return [*shown, *_counted(neutral.items()), *_counted(sorted(pathways.items()))]


def _counted(stand_ins: Iterable[tuple[str, int]]) -> list[ListLine]:
    return [ListLine(words if count == 1 else f"{words} × {count}") for words, count in stand_ins]


def _words(line: Line, sight: Sight) -> str:
    if sight is Sight.SHOWN:
        return line.text
    return {Sight.NEUTRAL: line.neutral, Sight.PATHWAY: line.pathway}.get(sight, "")
