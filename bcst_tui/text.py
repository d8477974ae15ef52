"""Cleaning of text: what somebody typed, pasted or wrote in a file, made safe to keep and to show."""

from __future__ import annotations

import re

_KEPT_CONTROLS = "\n\t"
_BIDI_AND_INVISIBLE = "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI_AND_INVISIBLE}\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without terminal controls, text-direction overrides and lone surrogates.

    New lines and tabs stay, as do the joiners that names and scripts need.
    """
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Cleaned text with every run of white space as one space and none at the ends."""
    return " ".join(clean(text).split())


def words_in(line: str) -> int:
    """How many words somebody would say in this line."""
    return len(re.findall(r"[\w'’£%-]*\w[\w'’%-]*", line))
