"""The base of everything read from data/: frozen, and nothing it does not know gets in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """One piece of reference data; an unknown word is a mistake, and its value is echoed nowhere."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
