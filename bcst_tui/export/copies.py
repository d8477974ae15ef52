"""The one way from a case to what a reader gets: every preview, file and format goes through here."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, copy_for, why_refused
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.document import Copy
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.export.own_copy import own_copy
from bcst_tui.export.plan_document import plan_document
from bcst_tui.export.wording import WORDINGS
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import OWN_COPIES, AudienceCode
from bcst_tui.reference.reference import Reference


def make_copy(
    audience: AudienceCode,
    header: CaseHeader,
    plan: Plan,
    reference: Reference,
    permissions: Permissions = NO_PERMISSIONS,
) -> Copy:
    """What this reader gets; `formats.render` turns it into text.

    Raises ExportRefused for a field nobody decided on, or a reader who may get nothing.
    """
    refuse_undecided_fields(reference.matrix.fields, header, plan)
    if (refused := why_refused(reference.matrix, audience, permissions)) is not None:
        raise refused
    layout = reference.matrix.audiences[audience].layout
    is_large = header.large_print and audience in OWN_COPIES
    if layout == "own_copy":
        return replace(own_copy(header, reference, permissions), is_large=is_large)
    document = plan_document(header, plan, reference, WORDINGS[layout])
    return replace(copy_for(document, reference.matrix, audience, permissions), is_large=is_large)
