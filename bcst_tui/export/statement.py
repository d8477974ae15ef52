"""A statement on convictions as a paper of its own: the person's words, their name and the day, and nothing else.

It goes through the audience matrix like any line, on a row that is in no plan's paper.
"""

from __future__ import annotations

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Permissions, Sight, sight_of, why_refused
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Copy, Line
from bcst_tui.plan.statement import Statement
from bcst_tui.reference.audience import AudienceCode, Matrix

ROW = "statement"
TITLE = "In my own words"
ASKED_FOR = Permissions(ticked=frozenset({ROW}))
"""What is open once the person has asked for their statement on paper."""


def statement_copy(
    statement: Statement, name: str, matrix: Matrix, audience: AudienceCode, permissions: Permissions
) -> Copy:
    """The statement as this reader gets it. Raises ExportRefused where the matrix or the person keeps it back."""
    if (refused := why_refused(matrix, audience, permissions)) is not None:
        raise refused
    if sight_of(Line(ROW), matrix, audience, permissions) is not Sight.SHOWN:
        raise ExportRefused(
            f"{matrix.audiences[audience].title}: a statement is not for this reader unless the person says so.",
            "Let the person hand it over themselves.",
        )
    if statement.is_taken_back:
        raise ExportRefused("The person has taken this statement back, so nothing was written.", "Write a new one.")
    paragraphs = tuple(line for line in statement.words.splitlines() if line.strip())
    return Copy(
        audience=audience,
        title=TITLE,
        opening=(*paragraphs, f"{name}, {in_words(statement.written_on)}"),
        facts=(),
        sections=(),
    )
