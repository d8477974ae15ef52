"""The letter that asks an agency to stop using what it was sent: it tells nothing they were not told (J12, R85)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Copy, CopySection, ListLine, words_or_dash

TITLE = "Please stop using what we sent you"
OPENING = (
    "Somebody had agreed that we tell you something. They have taken that back, as anybody may at any time.",
    "This letter gives no name. The papers below are known by their file names.",
)
PLEASE = (
    "Stop using these papers today.",
    "Delete them, and every copy and note made from them, unless a law says you must keep them.",
    "Ask whoever you passed them on to for the same.",
    "Do not ask the person why.",
    "Tell us when it is done.",
)


@dataclass(frozen=True)
class PaperSent:
    """A paper that went: its day and the name of its file, which holds nothing of the person but the reference."""

    on: date
    file_name: str


@dataclass(frozen=True)
class StopLetter:
    """To whom, from whom, and about which papers."""

    to: str = field(repr=False)
    written_on: date
    worker: str = field(repr=False)
    papers: tuple[PaperSent, ...]


def stop_letter(letter: StopLetter) -> Copy:
    """The letter as a copy like any other."""
    return Copy(
        audience="HOU",
        title=TITLE,
        opening=OPENING,
        facts=tuple(
            ListLine(f"{what}: {words_or_dash(words)}")
            for what, words in (("To", letter.to), ("From", letter.worker), ("Written on", in_words(letter.written_on)))
        ),
        sections=(
            CopySection("What we sent", tuple(_sent(letter.papers))),
            CopySection("What we ask", tuple(ListLine(words) for words in PLEASE)),
        ),
    )


def _sent(papers: Sequence[PaperSent]) -> list[ListLine]:
    return [ListLine(f"{in_words(one.on)}: {one.file_name}") for one in sorted(papers, key=lambda one: one.on)]
