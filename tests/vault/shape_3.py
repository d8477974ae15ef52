"""Something in every table of the third shape: that of the second, and what step 3 brought."""

from __future__ import annotations

from bcst_tui.vault.cipher import Connection
from tests.vault import shape_2

FILLED: dict[str, str] = shape_2.FILLED | {
    "action": "(1, 1, 0, 'ACC-2-01', '', '', '', 'host', '', 2, '', 'agreed', 'i_will', '', '', '', NULL, '', "
    "'ask', NULL, '', '', NULL), "
    "(2, 1, 1, 'OWN-1', 'Ring', '', '', '', '', 1, '', 'proposed', 'i_will', '', '', 'K', '2026-12-01', "
    "'', '', NULL, '', '', NULL)",
    "need": "(1, 1, 0, 'somewhere', 'ACC', '', '', 'R40', 'proposed', 'rule', 'not_read_back', '', NULL, '')",
    "signpost": "(1, 1, 1, 0, 'SHEL', 'Shelter', 'told', 'given', '2026-11-02', 'not_asked')",
    "follow_up_check": "(1, 1, '2026-11-09', 'Invented done_by', 'met', 'Invented next_step')",
    "delivery": "(1, 1, 1, 'Invented need', '2026-11-09', 'Invented by_role', 'Invented what', 'full')",
    "referral": "(1, 1, 1, 1, 1, 'Invented service', 'Invented service_name', 'drafted', 'signed', 'not_needed', "
    "'2026-11-09', 'Invented check_clock', '2026-11-09', 'Invented check_note')",
    "referral_step": "(1, 1, 'drafted', '2026-11-09', 'Invented done_by', 'Invented words')",
    "referral_audience": "(1, 1, 'Invented audience')",
    "plan_edit": "(1, 1, 1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'Invented done_by', 'Invented role', "
    "'Invented why', 'added', 'Invented part', 'Invented code', 'Invented title', 'Invented field', "
    "'Invented before', 'Invented after')",
    "stay": "(1, 1, '2026-11-09', '2026-11-09', 1, 1, '2026-11-09T12:00:00.000000+00:00')",
    "sitting_also": "(1, 'first_screening', '2026-11-09')",
    "consent": "(1, 1, '2026-11-09T12:00:00.000000+00:00', 'Invented agency', 'identity', 'given', 2, "
    "'Invented purpose', 'Invented which', 'signed', '2026-11-09', '2026-11-09', '2026-11-09', "
    "'Invented text_shown', 1)",
    "never_told": "(1, 1, '2026-11-09T12:00:00.000000+00:00', 'Invented agency', 1)",
    "safe_contact": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', '2026-11-09', 1, 'Invented details')",
    "gateway_record": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'child', 'Invented told_to', "
    "'Invented facts', 'Invented rows', 'Invented decided_by', 1, 'Invented why_not_told', '2026-11-09', "
    "'2026-11-09T12:00:00.000000+00:00')",
    "share": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'Invented audience', 'Invented sent_to', "
    "'Invented which', 'consent', 'Invented topics', 'Invented file_name', 'Invented fingerprint')",
    "record_request": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', '2026-11-09')",
    "not_held": "(1, 1, '2026-11-09', 'refused', 'Invented words', '2026-11-09', '2026-11-09T12:00:00.000000+00:00', "
    "'Invented noted_by')",
    "list_state": "(1, 'Invented stamp')",
    "case_stale": "(1), (4)",
    "case_line": "(1, 'Invented sought', 1, 1, '2026-11-09', '2026-11-09', 'Invented pathways', 1, '2026-11-09', "
    "'Invented sitting_kind', 'Invented sitting_status', '2026-11-09T12:00:00.000000+00:00')",
    "owed_line": "(1, 1, 'Invented sort', 'Invented thing', '2026-11-09', '2026-11-09', 1, 'Invented sitting_kind', "
    "'2026-11-09', 'Invented codes', 'Invented titles')",
    "service": "('1', 'Invented name', 'Invented does', 'Invented for_whom', 'prison', 'Invented area', "
    "'Invented reach', 'Invented opening', 'Invented activities', 'social', 'anybody', 'yes', 'yes', "
    "'yes', 'yes', 'yes', 1, 1, 'Invented languages', '2026-11-09', 1, "
    "'2026-11-09T12:00:00.000000+00:00')",
    "part_one": "(1, 1, 'Invented question_id', 'Invented value', '2026-11-09', 'file', 'Invented kept_by', "
    "'2026-11-09T12:00:00.000000+00:00')",
    "hand_off": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'Invented at_time', 'hurting_self', "
    "'wing_staff', 'Invented done_by')",
    "landlord": "(1, 1, '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'social', 'tried', 'Invented because', "
    "'Invented done_by')",
    "statement": "(1, 1, 'employer', '2026-11-09T12:00:00.000000+00:00', '2026-11-09', 'Invented written_by', "
    "'Invented words')",
    "kept_figure": "('Invented quarter', 1, 'Invented part', 'Invented line', 'Invented told', '2026-11-09')",
}


def fill(connection: Connection) -> None:
    """Put these rows in, parents before children; the lists know by then whom to ask for again."""
    for table, rows in FILLED.items():
        connection.execute(f'INSERT OR REPLACE INTO "{table}" VALUES {rows}')
