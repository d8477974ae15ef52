"""How hard a test tries: enough to notice in the suite, everything under `make torture ALL=1`."""

from __future__ import annotations

import os

TORTURE = os.environ.get("BCST_TORTURE") == "all"


def tries(usual: int, under_torture: int) -> int:
    """How often something is tried."""
    return under_torture if TORTURE else usual
