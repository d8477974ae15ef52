"""The one way from a case to what a reader gets: every preview, file and format goes through here.

The private part comes along only where it is given; then the same matrix decides on each of its lines.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, copy_for, why_refused
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.document import Copy
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.export.own_copy import own_copy
from bcst_tui.export.plan_document import plan_document
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.export.private_lines import private_sections
from bcst_tui.export.wording import WORDINGS
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode
from bcst_tui.reference.reference import Reference

NOBODY = CaseHeader(reference="", name_used="", made_on=date.min)
"""Whose paper it is, where the person said that nobody may tell (depth A)."""


def make_copy(
    audience: AudienceCode,
    header: CaseHeader,
    plan: Plan,
    reference: Reference,
    permissions: Permissions = NO_PERMISSIONS,
    private: PrivateCase | None = None,
) -> Copy:
    """What this reader gets; `formats.render` turns it into text.

    Raises ExportRefused for a field nobody decided on, be it of the private part, or a reader who may get nothing.
    """
    refuse_undecided_fields(reference.matrix.fields, header, plan, private.record if private else NOTHING_KEPT)
    if (refused := why_refused(reference.matrix, audience, permissions)) is not None:
        raise refused
    layout = reference.matrix.audiences[audience].layout
    is_large = header.large_print and audience in OWN_COPIES
    if layout == "own_copy":
        return replace(own_copy(header, reference, permissions), is_large=is_large)
    if permissions.nameless:
        header, plan = replace(NOBODY, made_on=header.made_on, invented=header.invented), Plan()
    document = plan_document(header, plan, reference, WORDINGS[layout])
    if private is not None:
        sections = private_sections(private, reference, header.made_on, layout, audience == "STAT")
        document = replace(document, sections=(*document.sections, *sections))
    return replace(copy_for(document, reference.matrix, audience, permissions), is_large=is_large)
