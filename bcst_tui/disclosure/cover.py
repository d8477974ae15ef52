"""What the cover shows: a dull timetable, the same for everybody on every day (disclosure_flow 12)."""

from __future__ import annotations

_HEAD = "Route 14   Town centre - Station - College - Hospital       Monday to Saturday"
_STOPS = (
    ("Bus station", 0),
    ("Market Street", 4),
    ("Railway station", 9),
    ("Library", 13),
    ("College, main gate", 18),
    ("Park Road", 22),
    ("Health centre", 27),
    ("Canal Bridge", 31),
    ("Retail park", 36),
    ("Mill Lane", 40),
    ("School, upper site", 44),
    ("Hospital, east door", 49),
)
_FIRST_BUSES = (385, 415, 445, 475, 505, 535, 595, 655)


def timetable() -> str:
    """The whole page, the same for everybody on every day."""
    lines = [_HEAD, "=" * len(_HEAD), ""]
    for stop, minutes in _STOPS:
        times = ("{:02d}{:02d}".format(*divmod(first + minutes, 60)) for first in _FIRST_BUSES)
        lines.append(f"{stop:<22}" + "".join(f"{time:>7}" for time in times))
    lines += [
        "",
        "then every hour from the bus station until 1855, and the last at 2155",
        "",
        "No service on bank holidays. Times at stops between are about right.",
        "Bus passes are taken after 0930. Please have the right change.",
    ]
    return "\n".join(lines)
