"""Every step there is, in order. One that has been released is never changed again."""

from __future__ import annotations

from bcst_tui.vault.migrations.runner import Step
from bcst_tui.vault.migrations.v0001 import SCHEMA
from bcst_tui.vault.migrations.v0002 import CASE_KEEPING
from bcst_tui.vault.migrations.v0003 import PIECES
from bcst_tui.vault.migrations.v0004 import PRIVATE_PART


def statements(script: str) -> tuple[str, ...]:
    """The statements of a script, one block each, with an empty line between blocks."""
    return tuple(block.strip() for block in script.strip().split("\n\n") if block.strip())


STEPS: tuple[Step, ...] = (
    Step(1, statements(SCHEMA)),
    Step(2, statements(CASE_KEEPING)),
    Step(3, tuple(one for piece in PIECES for one in statements(piece))),
    Step(4, statements(PRIVATE_PART)),
)
