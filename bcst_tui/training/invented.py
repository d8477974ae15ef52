"""What marks people who do not exist, so that nobody takes them for real."""

from __future__ import annotations

WATERMARK = "TRAINING – NOT A REAL PERSON"
IN_LINES = "[T]"
"""Before every line of plain mode."""
FILES_BEGIN = "TRAINING-"
"""What the name of every file begins with."""
FRONT_MATTER = "---\ntraining: true\n---\n"
"""The head of every markdown file, for programs."""


EXTENSION = "Ext. 0000"
"""Whom to ring in a drill: nobody."""


def is_invented_number(prison_number: str) -> bool:
    """Whether this is a number of an invented person (TRN-001), never one a prison gives."""
    digits = prison_number.removeprefix("TRN-")
    return prison_number == f"TRN-{digits}" and len(digits) == 3 and digits.isascii() and digits.isdecimal()


def marked(markdown: str) -> str:
    """A markdown document that says so for programs in its head, and for people in its first and last line."""
    return f"{FRONT_MATTER}\n**{WATERMARK}**\n\n{markdown.strip()}\n\n**{WATERMARK}**\n"


def line_mark(is_training: bool) -> str:
    """What stands before one line of training, told elsewhere than in plain mode; nothing where people are real."""
    return f"{IN_LINES} " if is_training else ""


def between_marks(words: str) -> str:
    """Several lines, with a marked one before and after them."""
    return f"{WATERMARK}\n{words}\n{WATERMARK}"


def marked_name(file_name: str) -> str:
    """The name of a file that is about nobody; one that says so already stays as it is."""
    return file_name if file_name.startswith(FILES_BEGIN) else f"{FILES_BEGIN}{file_name}"
