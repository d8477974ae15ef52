"""How far the interview has come: section by section at the side, and in one line at the top."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bcst_tui.interview.state import Interview, SectionStatus

SIGNS: dict[SectionStatus, str] = {
    "done": "●",
    "in_progress": "◐",
    "not_started": "○",
    "nothing_to_ask": "–",
}
ALL_ASKED = "All asked"


def section_words(interview: Interview, section_id: str) -> tuple[str, str]:
    """A section's sign, and its status in words."""
    progress = interview.progress(section_id)
    words = {
        "done": "done",
        "in_progress": f"{progress.answered} of {progress.asked}",
        "not_started": f"{progress.asked} to ask",
        "nothing_to_ask": "nothing to ask",
    }[progress.status]
    if progress.waiting:
        words = (
            f"{progress.waiting} wait"
            if progress.status in ("done", "nothing_to_ask")
            else f"{words} +{progress.waiting}"
        )
    return SIGNS[progress.status], words


class ProgressRail(Widget):
    """Every section with its status, the one being asked marked by an arrow."""

    DEFAULT_CSS = """
    ProgressRail { width: 30; padding: 1 2; border-right: solid $border-blurred; display: none; }
    """

    interview: reactive[Interview | None] = reactive(None)

    def render(self) -> Content:
        if self.interview is None:
            return Content()
        current = self.interview.current
        lines = []
        for section in self.interview.script.sections:
            here = current is not None and current.placed.section == section.id
            sign, words = section_words(self.interview, section.id)
            rail = (section.file.rail, "bold" if here else "")
            lines.append(Content.assemble("▸ " if here else "  ", sign, " ", rail, (f"\n    {words}\n", "$quiet")))
        return Content("\n").join(lines)


class SittingLine(Widget):
    """Which case, which section, which question of about how many, for how long, and when it was last saved."""

    DEFAULT_CSS = """
    SittingLine { height: 1; padding: 0 2; background: $panel; color: $foreground; }
    """

    interview: reactive[Interview | None] = reactive(None)
    saved: reactive[str] = reactive("")
    minutes: reactive[int] = reactive(0)

    def __init__(self, reference: str, minutes_gone: Callable[[], int]) -> None:
        super().__init__()
        self._reference = reference
        self._minutes_gone = minutes_gone

    def on_mount(self) -> None:
        self.set_interval(20, self._look_at_the_clock)

    def render(self) -> Content:
        here = Content.assemble((self._section, "bold"), (f"   {self._reference}", "$quiet"))
        told = Content(" · ".join(part for part in (self._place, f"{self.minutes} min", self.saved) if part))
        room = self.content_size.width - told.cell_length
        return Content.assemble(here.truncate(max(room - 2, 0), ellipsis=True, pad=True), "  ", told)

    def _look_at_the_clock(self) -> None:
        self.minutes = self._minutes_gone()

    @property
    def _section(self) -> str:
        current = self.interview.current if self.interview else None
        if self.interview is None or current is None:
            return ALL_ASKED
        return self.interview.script.section(current.placed.section).file.title

    @property
    def _place(self) -> str:
        if self.interview is None or self.interview.current is None:
            return ""
        path = self.interview.path
        return f"question {path.position(self.interview.current.id) + 1} of about {len(path.asked)}"
