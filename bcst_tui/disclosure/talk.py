"""Where the two of them are in the private part: the screen of the run, and what is half chosen on it.

Both front ends hold a `Talk`, draw its page and say which option or key was pressed; neither decides anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.desk import Desk
from bcst_tui.disclosure.how_was_that import HowWas
from bcst_tui.disclosure.keeping import OUTSIDE_A_RUN, Kind
from bcst_tui.disclosure.ledger import Item
from bcst_tui.disclosure.record import Draft, HelpLogged, Record
from bcst_tui.disclosure.run import HalfTyped, Run, events
from bcst_tui.disclosure.table import State
from bcst_tui.disclosure.topics import Topic
from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.disclosure.writing import NOTHING_SAID, Said
from bcst_tui.reference.agency import Want
from bcst_tui.text import one_line

OPTION_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys of the options of a page, in their order, on both front ends."""
KEYS = ("skip", "pause", "stop", "heard", "now", "hide")
"""The keys of the program that are events here, by their words; each is refused where the machine hasn't got it."""
COVERING = ("pause", "hide")
ENTERING = ("heard", "now")
"""What leads from what was agreed before into the part itself, whichever way its last run ended."""
FOR_EVERYONE: tuple[State, ...] = ("LEAFLET", "DOOR")


@dataclass(frozen=True, repr=False)
class Aside:
    """A question within a screen, which the machine doesn't know: which check, which day, what to change.

    `code`: which agency, part, activity or form; `line`: which line of it; `filled`: a form so far; `why`: what is
    missing in it.
    """

    about: Topic
    place: int = 0
    draft: Draft = Draft()
    help: HelpLogged | None = None
    event: str = ""
    code: str = ""
    line: str = ""
    filled: tuple[tuple[str, str], ...] = ()
    consents: tuple[Consent, ...] = ()
    words: str = ""
    why: str = ""


@dataclass(frozen=True, repr=False)
class Happens:
    """An event for the machine, with what it brings. `how_was`: what is counted by it, apart from the person."""

    event: str
    said: Said = NOTHING_SAID
    how_was: HowWas | None = None


@dataclass(frozen=True, repr=False)
class PutRight:
    """The answer just given was a wrong key: this one was meant."""

    answer: str


@dataclass(frozen=True, repr=False)
class Keeps:
    """Kept at once, within the screen, as it is said; `then` is asked after it, or nothing more.

    `goes_over`: the neutral words that stand in the ordinary plan by it, as the person agreed.
    """

    kind: Kind
    change: Callable[[Record], Record]
    then: Aside | None = None
    goes_over: str = ""


@dataclass(frozen=True)
class Letter:
    """The letter that asks an agency to stop using what it got: written by the front end, to a folder."""

    agency: str = field(repr=False)


@dataclass(frozen=True)
class Talk:
    """One moment of it. `has_told`: the words for everyone were said; `only_book`: nobody here to interpret, until
    the checks are done again."""

    words: PrivateWords = field(repr=False)
    desk: Desk = field(repr=False)
    run: Run = field(repr=False)
    record: Record = field(repr=False)
    corrections: tuple[str, ...] = field(default=(), repr=False)
    easy: bool = False
    has_told: bool = False
    only_book: bool = False
    aside: Aside | None = field(default=None, repr=False)
    ticked: tuple[str, ...] = field(default=(), repr=False)
    unfinished: Aside | None = field(default=None, repr=False)
    """A note of a help card that a cover came over, to be gone on with."""

    @property
    def state(self) -> State:
        return self.run.state

    @property
    def item(self) -> Item | None:
        """The one item it is about; none where it is about both, or about neither."""
        return self.run.screen.items[0] if len(self.run.screen.items) == 1 else None

    @property
    def is_over(self) -> bool:
        """Whether there is no screen of this part any more."""
        return self.state in OUTSIDE_A_RUN and self.aside is None

    @property
    def is_folder(self) -> bool:
        """Whether it is about what was agreed before, outside any run."""
        return self.state in OUTSIDE_A_RUN and self.aside is not None

    def at(self, run: Run, record: Record, corrections: tuple[str, ...], desk: Desk) -> Talk:
        """The same talk after an event, with nothing half chosen; what they wanted before stands ticked on the menu."""
        told = self.has_told or (self.state in FOR_EVERYONE and run.state not in FOR_EVERYONE)
        only_book = self.only_book and run.state != "PRIVACY"
        noting = self.aside if self.aside is not None and self.aside.help is not None else self.unfinished
        easy = self.easy or (self.state, run.state) == ("LIMITS", "LIMITS")
        return replace(
            self,
            run=run,
            record=record,
            corrections=corrections,
            desk=desk,
            easy=easy,
            has_told=told,
            only_book=only_book,
            aside=None,
            ticked=_wanted_before(run, record) if run.state == "NEEDS" else (),
            unfinished=noting if record.help_log == self.record.help_log else None,
        )

    def beside(self, about: Topic, **more: object) -> Talk:
        """The same screen, asking this within it."""
        return replace(self, aside=Aside(about, **more), ticked=())  # type: ignore[arg-type]

    def pressed(self, key: str) -> Talk | Happens | None:
        """What a key of the program does here, by its word; None for nothing. A skip first leaves what is within."""
        if key == "easy":
            return replace(self, easy=not self.easy)
        if self.is_folder and key in ("skip", "stop", *COVERING):
            return self.shut() if key != "skip" or self._is_at("folder") else self.beside("folder")
        if self.is_folder and key in ENTERING:
            return Happens(key)
        if key == "skip" and self.aside is not None and self.aside.about != "check":
            return replace(self, aside=None, ticked=())
        return Happens(key) if key in KEYS and key in events(self.run) else None

    def shut(self) -> Talk:
        """Nothing within the screen any more; the folder is closed."""
        return replace(self, aside=None, ticked=())

    def put_away(self, event: str) -> Leads:
        """What happens as a cover goes up: the folder is closed, a run waits beneath it."""
        return self.shut() if self.is_folder else Happens(event)

    def half_typed(self, box: Box, words: str) -> HalfTyped | None:
        """This much of a line, to be kept with the run; None where there is nothing, or no run to keep it with."""
        begun = one_line(words)[: box.longest]
        return HalfTyped(self._line_of(box), begun) if begun.strip() and not self.is_folder else None

    def begun_in(self, box: Box) -> str:
        """What was typed in this very line before a cover came over it."""
        begun = self.run.half_typed
        return begun.words if begun is not None and begun.at == self._line_of(box) else ""

    def _line_of(self, box: Box) -> tuple[str, ...]:
        aside = self.aside or Aside("folder")
        return (*self.run.screen.items, aside.about, aside.code, aside.line, box.asked)

    def _is_at(self, about: Topic) -> bool:
        return self.aside is not None and self.aside.about == about

    def after_keeping(self, record: Record, then: Aside | None) -> Talk:
        """The same screen with this kept, asking what comes next within it."""
        folder = Aside("folder") if self.is_folder and then is None else then
        return replace(self, record=record, aside=folder, ticked=())

    def lifted(self, today: date) -> Happens | None:
        """What happens as the cover is lifted: on another day it is over, after a pause the page asks."""
        if self.is_over:
            return None
        if today != self.desk.today:
            return Happens("over")
        return Happens("unlock") if self.state == "HIDDEN" else None


@dataclass(frozen=True, repr=False)
class Box:
    """A line to type in, never needed: what it asks, how long it may be, and where what was typed leads."""

    asked: str
    longest: int
    leads: Callable[[str], Leads]

    def typed(self, words: str) -> Leads | None:
        """Where these words lead; nothing typed leads nowhere."""
        tidy = one_line(words)[: self.longest].strip()
        return self.leads(tidy) if tidy else None


Leads = Talk | Happens | PutRight | Keeps | Letter | Box


@dataclass(frozen=True, repr=False)
class Option:
    """One key of a page: its words, where it leads, and whether it is ticked, where several may be.

    `tells`: its words would tell somebody looking how the person answered, though none of them does by itself.
    """

    said: str
    leads: Leads
    easy: str = ""
    ticked: bool | None = None
    tells: bool = False

    def words(self, easy: bool) -> str:
        return (easy and self.easy) or self.said


@dataclass(frozen=True, repr=False)
class Saying:
    """One thing to say: the standard words, or a short easy line at a time."""

    standard: str
    easy: tuple[str, ...]

    def lines(self, easy: bool) -> tuple[str, ...]:
        return self.easy if easy else (self.standard,)


@dataclass(frozen=True)
class Page:
    """What is on the screen. `kept`: lines kept or about to be, to be read out; `ledger`: for the worker alone.

    `tells`: what is said would tell somebody looking that something was told, though no word of it does.
    """

    title: str
    said: tuple[Saying, ...] = field(default=(), repr=False)
    options: tuple[Option, ...] = field(default=(), repr=False)
    kept: tuple[str, ...] = field(default=(), repr=False)
    ledger: tuple[str, ...] = field(default=(), repr=False)
    notice: str = field(default="", repr=False)
    enter: Leads | None = field(default=None, repr=False)
    shows_cards: bool = False
    tells: bool = False

    def lines(self, easy: bool) -> tuple[str, ...]:
        """All that is said, a line at a time."""
        return tuple(line for saying in self.said for line in saying.lines(easy))


def asked(talk: Talk, title: str, question: str, options: tuple[Option, ...]) -> Page:
    """A page that asks one thing of the worker, within a screen."""
    return Page(title, (Saying(question, (question,)),), options)


def _wanted_before(run: Run, record: Record) -> tuple[Want, ...]:
    """What was agreed to be wanted in an earlier run about the same; nothing, where there was none."""
    kept = run.screen.draft.wants if run.screen.draft is not None else ()
    return kept or record.wants_of(run.screen.items)
