"""Something in every table of the third shape: that of the second, and what step 3 brought."""

from __future__ import annotations

from bcst_tui.vault.cipher import Connection
from tests.vault import shape_2

FILLED: dict[str, str] = shape_2.FILLED | {
    "kept_figure": "('quarter', 1, 'part', 'line', 'told', '2027-03-01')",
    "list_state": "(1, 'stamp')",
    "service": "(1, 'name', 'does', 'for_whom', 'prison', 'area', 'reach', 'opening', 'activities', 'social', "
    "'anybody', 'yes', 'yes', 'yes', 'yes', 'yes', 1, 1, 'languages', '2027-03-01', 1, "
    "'2027-03-01T12:00:00.000000+00:00')",
    "case_line": "(1, 'sought', 1, 1, '2027-03-01', '2027-03-01', 'pathways', 1, '2027-03-01', 'sitting_kind', "
    "'sitting_status', '2027-03-01T12:00:00.000000+00:00')",
    "case_stale": "(1), (4)",
    "consent": "(1, 1, '2027-03-01T12:00:00.000000+00:00', 'agency', 'identity', 'given', 2, 'purpose', 'which', "
    "'signed', '2027-03-01', '2027-03-01', '2027-03-01', 'text_shown', 1)",
    "gateway_record": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'child', 'told_to', 'facts', 'rows', "
    "'decided_by', 1, 'why_not_told', '2027-03-01', '2027-03-01T12:00:00.000000+00:00')",
    "hand_off": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'at_time', 'hurting_self', 'wing_staff', "
    "'done_by')",
    "landlord": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'social', 'tried', 'because', 'done_by')",
    "never_told": "(1, 1, '2027-03-01T12:00:00.000000+00:00', 'agency', 1)",
    "not_held": "(1, 1, '2027-03-01', 'refused', 'words', '2027-03-01', '2027-03-01T12:00:00.000000+00:00', "
    "'noted_by')",
    "owed_line": "(1, 1, 'sort', 'thing', '2027-03-01', '2027-03-01', 1, 'sitting_kind', '2027-03-01', 'codes', "
    "'titles')",
    "part_one": "(1, 1, 'question_id', 'value', '2027-03-01', 'file', 'kept_by', '2027-03-01T12:00:00.000000+00:00')",
    "record_request": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', '2027-03-01')",
    "safe_contact": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', '2027-03-01', 1, 'details')",
    "share": "(1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'audience', 'sent_to', 'which', 'consent', "
    "'topics', 'file_name', 'fingerprint')",
    "statement": "(1, 1, 'employer', '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'written_by', 'words')",
    "stay": "(1, 1, '2027-03-01', '2027-03-01', 1, 1, '2027-03-01T12:00:00.000000+00:00')",
    "plan_edit": "(1, 1, 1, 1, '2027-03-01T12:00:00.000000+00:00', '2027-03-01', 'done_by', 'role', 'why', 'added', "
    "'part', 'code', 'title', 'field', 'before', 'after')",
    "sitting_also": "(1, 'first_screening', '2027-03-01')",
    "action": "(1, 1, 0, 'ACC-2-01', '', '', '', 'host', '', 2, '', 'agreed', 'i_will', '', '', '', NULL, '', "
    "'ask', NULL, '', '', NULL), (2, 1, 1, 'OWN-1', 'Ring', '', '', '', '', 1, '', 'proposed', 'i_will', "
    "'', '', 'K', '2026-12-01', '', '', NULL, '', '', NULL)",
    "need": "(1, 1, 0, 'somewhere', 'ACC', '', '', 'R40', 'proposed', 'rule', 'not_read_back', '', NULL, '')",
    "delivery": "(1, 1, 1, 'need', '2027-03-01', 'by_role', 'what', 'full')",
    "follow_up_check": "(1, 1, '2027-03-01', 'done_by', 'met', 'next_step')",
    "referral": "(1, 1, 1, 1, 1, 'service', 'service_name', 'drafted', 'signed', 'not_needed', '2027-03-01', "
    "'check_clock', '2027-03-01', 'check_note')",
    "signpost": "(1, 1, 1, 0, 'SHEL', 'Shelter', 'told', 'given', '2026-11-02', 'not_asked')",
    "referral_audience": "(1, 1, 'audience')",
    "referral_step": "(1, 1, 'drafted', '2027-03-01', 'done_by', 'words')",
}


def fill(connection: Connection) -> None:
    """Put these rows in, parents before children; whose line in the lists is stale is written down by itself."""
    for table, rows in FILLED.items():
        connection.execute(f'INSERT OR IGNORE INTO "{table}" VALUES {rows}')
