"""`make bench`: prints every measurement the project aims at, as a ratio in one run."""

from __future__ import annotations

from tests.bench import growth, keypress, many_cases, private_part, renewing, start

if __name__ == "__main__":
    start.measure_help()
    start.measure_first_frame()
    keypress.measure()
    keypress.measure_repaint()
    private_part.measure()
    renewing.measure()
    growth.measure()
    many_cases.measure()
