"""Cleaning of text: what somebody typed, pasted or wrote in a file, made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata

_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_INVISIBLE = "\u00ad\u180e\u200b\u2028\u2029\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
"""Letters that are one sign and yet are written plainly by people who have no key for them."""
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTIONS}{_INVISIBLE}\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without terminal controls, text-direction overrides, hidden characters and lone surrogates.

    New lines and tabs stay, as do the joiners that names and scripts need. Cleaning twice changes nothing more.
    """
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Cleaned text with every run of white space as one space and none at the ends."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether nobody could see anything in it: white space, and joiners with nothing to join."""
    return not any(letter.isprintable() and not letter.isspace() for letter in text)


def words_in(line: str) -> int:
    """How many words somebody would say in this line."""
    return len(re.findall(r"[\w'’£%-]*\w[\w'’%-]*", line))


def folded(text: str) -> str:
    """The text as names are compared: small letters, without accents, one space between words."""
    apart = unicodedata.normalize("NFKD", one_line(text).casefold()).translate(_PLAIN)
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
