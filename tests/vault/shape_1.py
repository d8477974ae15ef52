"""Something in every table of the first shape, in SQL of its own, since the rows of today may have moved on."""

from __future__ import annotations

from bcst_tui.vault.cipher import Connection

FILLED: dict[str, str] = {
    "access_event": "(1, '2026-11-02T09:00:00.000000+00:00', 'set_up', ''),"
    " (2, '2026-11-02T09:05:00.000000+00:00', 'exported', 'BC-0001 WK')",
    "person": "(1, 'BC-0001', 'Zarkovia', 'Zarkovia Blum', 'TRN-001', '1990-02-28', 'Wendeline',"
    " '2026-11-02T09:01:00.000000+00:00'),"
    " (4, 'BC-0004', 'Ash', '', NULL, NULL, '', '2026-11-03T09:00:00.000000+00:00')",
    "script_version": "('hash-of-one', 'bcst2', '1.0', '{}', '2026-11-02')",
    "vault_state": "(1, 'invented', 12, 4, '2026-11-02')",
    "worker_profile": "(1, 'Wendeline Quist', 'worker', 'HMP Invented', 1, 'lead', 'duty', '2026-11-02')",
    "sitting": "(1, 1, 'first_screening', 'open', NULL, 'not_opened', 'hash-of-one', '2026-11-02',"
    " '2026-11-02T10:00:00.000000+00:00', '2026-11-02T10:00:00.000000+00:00', NULL),"
    " (2, 4, 'review', 'not_held', 'unwell', 'dated', 'hash-of-one', '2026-11-03',"
    " '2026-11-02T10:00:00.000000+00:00', '2026-11-02T10:00:00.000000+00:00', '2026-11-02T10:00:00.000000+00:00')",
    "move": "(1, 1, 'answer', 'c01_where', '\"a hostel\"', NULL, NULL, '2026-11-02T10:00:00.000000+00:00'),"
    " (1, 2, 'answer', 'c02_back', NULL, 'not_asked', 'no_time', '2026-11-02T10:00:00.000000+00:00')",
    "draft": "(1, 'c03', 'half a', '2026-11-02T10:00:00.000000+00:00')",
    "plan": "(1, 1, 1, 1, 'draft', '2026-11-02T10:00:00.000000+00:00', NULL)",
    "sitting_fact": "(1, 'weeks_to_release', '14')",
    "action": "(1, 1, 0, 'ACC-2-01', '', '', '', 'host', '', 2, '', 'agreed', 'i_will', '', '', '', NULL, '')",
    "deadline": "(1, 0, 'R02', 'Part 2', '2026-11-09', 'on_time', '', 'deadlines')",
    "decision": "(1, 0, 'settled', 'no', NULL, 'because')",
    "follow_up": "(1, 1, 'R33', '2026-11-16', '', 'open', NULL, '')",
    "group_level": "(1, 1, 0, 'ACC', 2, 1, NULL, '')",
    "marker": "(1, 1, 0, 'homeless', '', '', 'housing_plan')",
    "need": "(1, 1, 0, 'somewhere', 'ACC', '', '', 'R40', 'proposed', 'rule', 'not_read_back', '', NULL)",
    "action_audience": "(1, 0, 'actions')",
    "action_need": "(1, 0, 1)",
    "level_marker": "(1, 0, 1)",
    "marker_evidence": "(1, 0, 'c14', 'nowhere', 'housing_plan')",
    "marker_group": "(1, 0, 'ACC')",
    "need_audience": "(1, 0, 'housing_plan')",
    "need_evidence": "(1, 0, 'c02_back', 'no', 'housing_plan')",
    "signpost": "(1, 1, 1, 0, 'SHEL', 'Shelter', 'told', 'given', '2026-11-02')",
    "signpost_audience": "(1, 0, 'actions')",
}


def fill(connection: Connection) -> None:
    """Put these rows in, parents before children."""
    for table, rows in FILLED.items():
        connection.execute(f'INSERT INTO "{table}" VALUES {rows}')
