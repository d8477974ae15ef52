"""Management figures line by line."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.errors import BcstError
from bcst_tui.export.figures import figure_lines
from bcst_tui.line_mode.prompts import Lines, choose

NONE_YET = "No quarter with an interview in it is over yet, so there are no figures."


def tell_figures(casebook: Casebook, lines: Lines) -> None:
    """Of a quarter that is chosen: every line, then a file, if one is wanted."""
    quarters = casebook.quarters()
    if not quarters:
        lines.say(NONE_YET)
        return
    place = choose(lines, ["Back", *(one.words for one in quarters)])
    if place == 0:
        return
    quarter = quarters[place - 1]
    for line in figure_lines(casebook.figures(quarter)):
        lines.say(line)
    folder = lines.line("The folder to write them into as CSV; Enter alone writes nothing").strip()
    if not folder:
        return
    try:
        written = casebook.write_figures(quarter, Path(folder).expanduser() / casebook.figures_name(quarter))
        lines.say(f"Written: {written}. This quarter is told so from now on.")
    except BcstError as refused:
        lines.say(f"! {refused}")
