"""Something in every table of the second shape: that of the first, and what step 2 brought."""

from __future__ import annotations

from bcst_tui.vault.cipher import Connection
from tests.vault import shape_1

FILLED: dict[str, str] = shape_1.FILLED | {
    "access_event": "(1, '2026-11-02T09:00:00.000000+00:00', 'set_up', ''),"
    " (7, '2026-11-09T09:05:00.000000+00:00', 'note_struck', 'BC-0001'),"
    " (8, '2026-11-09T09:06:00.000000+00:00', 'merged', 'BC-0003 BC-0001')",
    "action": "(1, 1, 0, 'ACC-2-01', '', '', '', 'host', '', 2, '', 'agreed', 'i_will', '', '', '', NULL, '', 'ask'),"
    " (2, 1, 1, 'OWN-1', 'Ring', '', '', '', '', 1, '', 'proposed', 'i_will', '', '', 'K', '2026-12-01', '', '')",
    "case_event": "(1, 4, '2026-11-10T09:00:00.000000+00:00', '2026-11-10', 'closed_released', 'Wendeline', ''),"
    " (2, 4, '2026-11-12T09:00:00.000000+00:00', '2026-11-12', 'reopened', 'Wendeline', 'too soon'),"
    " (9, 1, '2026-11-13T09:00:00.000000+00:00', '2026-11-13', 'merged', '', 'BC-0003 had name used Ash')",
    "former_reference": "('BC-0003', 1, '2026-11-13T09:00:00.000000+00:00')",
    "case_note": "(1, 1, 1, '2026-11-10T09:00:00.000000+00:00', '2026-11-10', 'Wendeline', 'worker_notes',"
    " 'Likes mornings', NULL, NULL),"
    " (2, 4, NULL, '2026-11-10T09:00:00.000000+00:00', '2026-11-10', 'Wendeline', 'health', 'Struck',"
    " '2026-11-11T09:00:00.000000+00:00', 'Wren')",
    "feedback": "('a-random-key', '2026-11', 5, NULL, 3, 'Kind'), ('another', '2026-11', NULL, 1, NULL, '')",
}


def fill(connection: Connection) -> None:
    """Put these rows in, parents before children."""
    for table, rows in FILLED.items():
        connection.execute(f'INSERT INTO "{table}" VALUES {rows}')
