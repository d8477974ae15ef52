"""An entry that was begun and is no answer yet."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Draft:
    """What was being entered for a question when it was last kept, in the words or marks of its field."""

    question_id: str
    words: str = field(repr=False)
