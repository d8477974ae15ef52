"""What marks people who do not exist, so that nobody takes them for real."""

from __future__ import annotations

import re

WATERMARK = "TRAINING – NOT A REAL PERSON"


def is_invented_number(prison_number: str) -> bool:
    """Whether this is a number of an invented person (TRN-001), never one a prison gives."""
    return re.fullmatch(r"TRN-[0-9]{3}", prison_number) is not None


def marked(markdown: str) -> str:
    """A document with the watermark as its first and its last line."""
    return f"{WATERMARK}\n\n{markdown.strip()}\n\n{WATERMARK}\n"
