"""Management figures line by line."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.export.figures import figure_lines
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.prompts import Lines, choose

WHERE = "The folder to write them into as CSV; Enter alone writes nothing"
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
    name = casebook.figures_name(quarter)
    written = write_into_a_folder(
        lines, lambda folder, over: casebook.write_figures(quarter, folder / name, over), WHERE
    )
    if written:
        lines.say(f"Written: {written}. This quarter is told so from now on.")
