"""Why an entry was not taken: normal life, not an error."""

from __future__ import annotations

from dataclasses import dataclass, field

from bcst_tui.interview.values import Json
from bcst_tui.text import clean, is_blank


@dataclass(frozen=True)
class Rejection:
    """Why an entry can't be taken as it is, in a sentence for the worker."""

    reason: str = field(repr=False)


NOTHING = Rejection("Nothing was entered. Answer it, or use skip to say why not.")


def holds_nothing(raw: Json) -> bool:
    """Whether nothing was entered: blank is missing, never an answer."""
    return raw in ([], {}) or (isinstance(raw, str) and is_blank(clean(raw)))
