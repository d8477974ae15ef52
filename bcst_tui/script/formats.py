"""Named formats an entry can be asked to keep to; a script names one, and never brings its own pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bcst_tui.script.model import FormatName

_NI = re.compile(r"(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[0-9]{6}[A-D]")
_PRISON_NUMBER = re.compile(r"[A-Z][0-9]{4}[A-Z]{2}|TRN-[0-9]{3}")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")

MESSAGES: Mapping[FormatName, str] = {
    "ni_number": "A National Insurance number looks like QQ 12 34 56 C: two letters, six digits, one letter.",
    "prison_number": "A prison number looks like A1234BC: a letter, four digits, two letters.",
    "postcode": "A postcode looks like LS1 4AP. Leave it empty if it isn't known.",
    "name": "Write a name with at least one letter, and no more than 100 letters.",
    "clock_time": "A time looks like 14:30.",
    "positive_whole_number": "Write a whole number above nothing, such as 3.",
}


def formatted(name: FormatName, text: str) -> str | None:
    """The text in the one form it is kept in, or None if it does not keep to the format."""
    packed = re.sub(r"\s+", "", text).upper()
    match name:
        case "ni_number":
            return packed if _NI.fullmatch(packed) else None
        case "prison_number":
            return packed if _PRISON_NUMBER.fullmatch(packed) else None
        case "postcode":
            return f"{packed[:-3]} {packed[-3:]}" if _POSTCODE.fullmatch(packed) else None
        case "clock_time":
            found = _CLOCK.fullmatch(packed)
            return f"{int(found[1]):02}:{found[2]}" if found else None
        case "positive_whole_number":
            return str(int(packed)) if re.fullmatch(r"[0-9]{1,9}", packed) and int(packed) > 0 else None
        case "name":
            return text if len(text) <= 100 and any(letter.isalpha() for letter in text) else None
