"""What part 1 said, sittings not held, statements, hand-offs."""

from __future__ import annotations

SQL = ""
