"""A plan and its case laid out as a Document: every line with the audience rows it comes from.

How it is told depends on the kind of reader (wording.py); who gets what is the matrix's business (audience.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcst_tui.export import case_lines
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.document import NOTHING_HERE, Document, Line, Section
from bcst_tui.export.next_steps import Steps
from bcst_tui.export.plan_lines import PlanLines
from bcst_tui.export.service_lines import ServiceLines
from bcst_tui.export.wording import PERSON, RECORD, Part, Wording
from bcst_tui.plan.model import Plan
from bcst_tui.reference.reference import Reference
from bcst_tui.training.invented import WATERMARK

ROWS: Mapping[Part, str] = {
    "agreed": "consents_own",
    "contact": "safe_contact",
    "goals": "goals_strengths",
    "next": "actions",
    "hand_offs": "hand_offs",
    "wishes": "exclusions",
    "needs": "needs_status",
    "levels": "levels",
    "signposts": "actions",
    "referrals": "actions",
    "dates": "custody_dates",
    "deadlines": "deadlines",
    "everyone": "actions",
    "closed": "actions",
    "settled": "housing_plan",
    "advice": "actions",
    "distance": "distance_travelled",
    "told": "needs_status",
    "unanswered": "sitting_record",
    "notes": "worker_notes",
    "sittings": "sitting_record",
    "kept": "record_keeping",
    "log": "record_keeping",
}
"""The row that decides for a whole kind of reader whether the heading stands."""
IF_EMPTY: Mapping[Part, str] = {
    "goals": "Not written down yet.",
    "contact": "Nothing more than what stands here.",
    "agreed": "Nothing more than what stands here.",
    "wishes": "Nothing to keep to is on record.",
}
ASK_ABOUT_IT = "Nothing that stands in this copy. You can ask your worker to go through it with you."
"""For the person, of what the lead has to look at first: an empty list must not say that there is nothing."""


def plan_document(header: CaseHeader, plan: Plan, reference: Reference, wording: Wording = RECORD) -> Document:
    """Everything that could be told of the plan, in these words.

    Raises ExportRefused for an activity that nobody knows. That every field has its row is for the caller to see to.
    """
    steps = Steps(header, plan, reference, wording)
    services = ServiceLines(plan, reference, wording)
    told = PlanLines(header, plan, reference, wording)
    is_record = not wording.is_plain
    moved, changed = (case_lines.moved(header), case_lines.changed(header)) if is_record else ((), ())
    lines: Mapping[Part, Iterable[Line]] = {
        "agreed": case_lines.agreed(header),
        "contact": case_lines.safe_contact(header),
        "goals": case_lines.goals(header),
        "next": steps.next(),
        "hand_offs": case_lines.hand_offs(header),
        "wishes": case_lines.wishes(header),
        "needs": (*changed, *told.needs()),
        "levels": told.levels(),
        "signposts": services.signposts(),
        "referrals": services.referrals(),
        "dates": case_lines.key_dates(header),
        "deadlines": (*moved, *told.deadlines()),
        "everyone": steps.for_everyone(),
        "closed": steps.closed(),
        "settled": told.settled(),
        "advice": case_lines.advice(header),
        "distance": case_lines.distance(header),
        "told": case_lines.told(header),
        "unanswered": case_lines.unanswered(header, reference),
        "notes": case_lines.notes(header),
        "sittings": case_lines.sittings(header, reference),
        "kept": case_lines.kept(header),
        "log": case_lines.log(header),
    }
    return Document(
        reference=header.reference,
        made_on=header.made_on,
        facts=tuple(case_lines.facts(header, plan)),
        sections=tuple(
            Section(heading, ROWS[part], tuple(lines[part]), _if_empty(part, wording))
            for part, heading in wording.headings.items()
        ),
        banner=WATERMARK if header.invented else "",
    )


def _if_empty(part: Part, wording: Wording) -> str:
    return ASK_ABOUT_IT if part == "hand_offs" and wording is PERSON else IF_EMPTY.get(part, NOTHING_HERE)
