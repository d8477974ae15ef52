"""What looks like somebody real: refused wherever a persona is read, and wherever something is typed in training.

It knows shapes, and a few names; it can't know everybody. Numbers set aside for stories and forms (a National
Insurance number with QQ, 07700 900, 01632 960, the postcode area ZZ) are let through, and so is HMP Nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PRISON_NUMBER = re.compile(r"\b(?:[A-Z][0-9]{4} ?[A-Z]{2}|[a-z][0-9]{4}[a-z]{2}|[A-Z]{2}[0-9]{4})\b")
_NI_NUMBER = re.compile(r"\b(?!QQ)[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b(?!ZZ)[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![0-9.,])(?:\+44 ?(?:\(0\))?|0)[1-9](?:[ -]?[0-9]){8,9}(?![0-9])")
_FOR_STORIES = re.compile(r"(?:\+44|0)(?:7700900|1632960)[0-9]{3}")
_PRISON = re.compile(r"\b(?:HMP(?: ?(?:/|and|&) ?(?:HM)?YOI)?|HMYOI|YOI|HM Prison|IRC)\b[ ,]*([A-Z][\w'’-]*)", re.I)
INVENTED_PRISONS = frozenset({"nowhere", "northgate", "elsewhere", "anywhere", "invented", "example", "training"})
_JOINING = frozenset({"and", "or", "is", "in", "at", "the", "staff", "to", "for", "with"})
_KNOWN_PRISONS = re.compile(
    r"\b(?:Belmarsh|Brixton|Pentonville|Wandsworth|Wormwood Scrubs|Strangeways|Holloway|Bronzefield|Styal|Askham Grange"
    r"|Eastwood Park|Foston Hall|New Hall|Low Newton|Drake Hall|Send|Downview|Peterborough|Altcourse|Ashfield|Aylesbury"
    r"|Brinsford|Bullingdon|Channings Wood|Coldingley|Cookham Wood|Dartmoor|Dovegate|Elmley|Erlestoke|Featherstone"
    r"|Feltham|Ford|Forest Bank|Frankland|Full Sutton|Garth|Gartree|Grendon|Guys Marsh|Haverigg|Hewell|High Down"
    r"|Highpoint|Hollesley Bay|Holme House|Huntercombe|Isis|Kirkham|Kirklevington|Lancaster Farms|Leyhill|Lindholme"
    r"|Littlehey|Long Lartin|Lowdham Grange|Maghaberry|Moorland|North Sea Camp|Northumberland|Oakwood|Onley|Parc"
    r"|Portland|Prescoed|Ranby|Rye Hill|Shotts|Spring Hill|Stocken|Sudbury|Swaleside|Swinfen Hall|Thameside"
    r"|Thorn Cross|Usk|Verne|Warren Hill|Wayland|Wealstun|Werrington|Wetherby|Whatton|Whitemoor|Woodhill|Wymott)"
    r" (?:prison|jail|nick)\b"
    r"|\b(?:Belmarsh|Pentonville|Wormwood Scrubs|Strangeways|Bronzefield|Long Lartin|Swaleside|Whitemoor)\b",
    re.IGNORECASE,
)


def looks_real(text: str) -> str:
    """What in this text has the shape of somebody's or of a real place (`a prison number`); empty where nothing has."""
    return next(_kinds_in(text), "")


def _kinds_in(text: str) -> Iterator[str]:
    shapes: Mapping[str, re.Pattern[str]] = {
        "a prison number": _PRISON_NUMBER,
        "a National Insurance number": _NI_NUMBER,
        "a postcode": _POSTCODE,
    }
    yield from (kind for kind, shape in shapes.items() if shape.search(text))
    if any(not _FOR_STORIES.fullmatch(_digits(found.group())) for found in _PHONE.finditer(text)):
        yield "a telephone number"
    named = (found[1].casefold() for found in _PRISON.finditer(text))
    if any(name not in INVENTED_PRISONS | _JOINING for name in named) or _KNOWN_PRISONS.search(text):
        yield "the name of a prison"


def _digits(phone: str) -> str:
    return re.sub(r"[ ()-]", "", phone.replace("(0)", ""))
