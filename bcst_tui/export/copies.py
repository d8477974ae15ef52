"""The one way from a case to what a reader gets: every preview, file and format goes through here."""

from __future__ import annotations

from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, copy_for
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.document import Copy
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.export.own_copy import own_copy
from bcst_tui.export.plan_document import plan_document
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.reference.reference import Reference


def make_copy(
    audience: AudienceCode,
    header: CaseHeader,
    plan: Plan,
    reference: Reference,
    permissions: Permissions = NO_PERMISSIONS,
) -> Copy:
    """What this reader gets; `markdown.render` turns it into text.

    Raises ExportRefused for a field nobody decided on, or a reader who may get nothing.
    """
    refuse_undecided_fields(reference.matrix.fields, header, plan)
    if reference.matrix.audiences[audience].layout == "own_copy":
        return own_copy(header, reference, permissions)
    return copy_for(plan_document(header, plan, reference), reference.matrix, audience, permissions)
