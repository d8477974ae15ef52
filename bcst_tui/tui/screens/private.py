"""The private part on the screen: it draws the page of the talk and says which key was pressed, and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.table import COVERS
from bcst_tui.disclosure.talk import Box, Happens, Keeps, Leads, Letter, Page, Talk
from bcst_tui.errors import NotSaved
from bcst_tui.tui.widgets import private_keys, private_words
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.private_box import PrivateBox
from bcst_tui.tui.widgets.private_list import PrivateList
from bcst_tui.tui.widgets.question_card import NOT_KEPT
from bcst_tui.tui.widgets.shown_by_key import ShownByKey
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

AROUND_A_LIST = 11
"""So many lines of a screen are not the list's where there is more of it than the screen may hold."""
NOT_SAVED = "! NOT saved: {what} Press the key again."


class PrivateScreen(ShownByKey):
    """Whichever state the run is in. While the cover is up over it, it holds no words at all."""

    HELP: ClassVar[str] = private_keys.HELP
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [*private_keys.BINDINGS]
    DEFAULT_CSS = """
    PrivateScreen { align-horizontal: left; overflow: hidden; }
    PrivateScreen VerticalScroll { height: auto; max-height: 60%; padding: 1 3 0 3; scrollbar-size-vertical: 1; }
    PrivateScreen VerticalScroll.long { height: 1fr; max-height: 100%; }
    PrivateScreen #said { height: auto; max-width: 84; }
    PrivateScreen PrivateList { margin: 1 0 0 0; padding: 0 3 0 2; max-height: 1fr; max-width: 95; }
    PrivateScreen PrivateList.-many { height: 1fr; }
    PrivateScreen #notice { height: auto; margin: 1 0 0 0; padding: 0 3; color: $quiet; max-width: 90; }
    PrivateScreen.-wide VerticalScroll { padding: 2 6 0 6; }
    PrivateScreen.-wide PrivateList { margin: 2 0 0 0; padding: 0 6 0 5; max-width: 101; }
    PrivateScreen.-wide PrivateBox { margin: 2 6 0 6; max-width: 84; }
    PrivateScreen.-wide #notice { margin: 2 0 0 0; padding: 0 6; max-width: 96; }
    """

    @dataclass
    class Left(Message):
        """Posted when the part is over: back to the very question, or to the summary."""

        to_the_question: bool

    @dataclass
    class LetterWanted(Message):
        """Posted when an agency is to be asked to stop using what it got."""

        sitting: Sitting
        agency: str

    def __init__(self, casebook: Casebook, sitting: Sitting, talk: Talk) -> None:
        super().__init__()
        self._casebook = casebook
        self._sitting = sitting
        self._talk = talk
        self._shows_why = False
        self._told = ""
        self._owes_a_hide = False

    @property
    def is_folder(self) -> bool:
        """Whether it shows what was agreed before, outside any run."""
        return self._talk.is_folder

    @property
    def run_now(self) -> Run:
        """Where the machine stands, for the clocks."""
        return self._talk.run

    def compose(self) -> ComposeResult:
        yield TitleLine("")
        with VerticalScroll(can_focus=False):
            yield Static("", id="said", markup=False)
        yield PrivateList([])
        yield PrivateBox()
        yield Static("", id="notice", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(PrivateList).focus()
        self._draw()

    def on_screen_resume(self) -> None:
        """The cover, or a page of help, has gone from over it."""
        if self._owes_a_hide:
            self._owes_a_hide = not self._move(Happens("hide"))
        if self._talk.is_over:
            self.post_message(self.Left(self._talk.state == "SECTION"))
            return
        lifted = self._talk.lifted(self._casebook.today()) if self._talk.state in COVERS else None
        if lifted is None or self._owes_a_hide:
            self._draw()
        else:
            self._follow(lifted)

    def put_away(self, event: str = "hide") -> None:
        """The cover goes up: nothing of it stays on the screen, and it comes back by way of the checks."""
        if self._talk.is_over or self._talk.state in COVERS:
            return
        self._is_open = False
        self._keep_what_is_begun(self._line.value)
        self._shut_the_box()
        self._owes_a_hide = not self._move(self._talk.put_away(event))
        self._draw()

    def lock_away(self, event: str) -> None:
        """bcst locks: after the passphrase it goes on by way of the checks."""
        self.put_away()
        if not self._owes_a_hide and self._talk.state in ("PAUSED", "HIDDEN"):
            self._move(Happens(event))

    def press(self, key: str) -> None:
        """A key of the program, by its word; one that does nothing here does nothing."""
        leads = self._talk.pressed(key)
        if leads is not None:
            self._follow(leads)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        options = self._page.options
        if self.query_one(PrivateList).is_for_this_page(event) and event.index < len(options):
            self._follow(options[event.index].leads)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if not self.query_one(PrivateList).is_for_this_page(event):
            return
        if event.index is not None and event.index < len(self._page.options):
            self._follow(self._page.options[event.index].leads)
        elif self._page.enter is not None:
            self._follow(self._page.enter)

    def on_private_box_begun(self, event: PrivateBox.Begun) -> None:
        """Half typed, and kept as it is: the power may go."""
        event.stop()
        told = self._told
        self._keep_what_is_begun(self._line.value)
        if self._told != told:
            self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What was typed, kept as any other answer; nothing typed is no answer."""
        event.stop()
        leads = box.typed(event.value) if (box := self._line.box) is not None else None
        if leads is not None:
            self._keep_what_is_begun("")
            self._follow(leads)

    def action_skip(self) -> None:
        if self._line.box is not None:
            self._keep_what_is_begun("")
            self._shut_the_box()
        else:
            self.press("skip")

    def action_stop(self) -> None:
        self.press("stop")

    def action_easy(self) -> None:
        self._easy_lines = 1
        self.press("easy")

    def action_why(self) -> None:
        self._shows_why = not self._shows_why
        self._draw()

    def action_turn(self, pages: int) -> None:
        for part in (self.query_one(VerticalScroll), self.query_one(PrivateList)):
            turn(part, pages)

    @property
    def _line(self) -> PrivateBox:
        return self.query_one(PrivateBox)

    def _follow(self, leads: Leads) -> None:
        """Go where a key leads, and draw that; or leave, where nothing of the part is left."""
        before = self._talk
        if isinstance(leads, Box):
            self._line.open(leads, self._talk.begun_in(leads))
        elif isinstance(leads, Letter):
            self.post_message(self.LetterWanted(self._sitting, leads.agency))
        elif not self._move(leads):
            self._draw()
        elif self._talk.is_over:
            self.post_message(self.Left(self._talk.state == "SECTION"))
        elif isinstance(leads, Talk | Keeps) and private_words.is_same_page(before, self._talk):
            self._shut_the_box()
            self._draw()
        else:
            self._turn_over()

    def _keep_what_is_begun(self, words: str) -> None:
        """A line not finished is sealed with the run; where the disk refuses, the cover goes up without it."""
        if (box := self._line.box) is None:
            return
        try:
            self._talk = self._casebook.private_begun(self._sitting, self._talk, box, words)
        except NotSaved as refused:
            self._told = NOT_KEPT.format(what=refused)
        else:
            self._told = ""

    def _shut_the_box(self) -> None:
        if self._line.box is not None:
            self._line.shut()
            self.query_one(PrivateList).focus()

    def _turn_over(self) -> None:
        """Another page: nothing is lit, and what needs a key to be seen needs it again."""
        self._shut_the_box()
        self._end_the_peek(draw=False)
        self._shows_why, self._easy_lines = False, 1
        self._draw()
        self.query_one(PrivateList).begin()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _move(self, leads: Leads) -> bool:
        try:
            self._talk = self._casebook.private_move(self._sitting, self._talk, leads)
        except NotSaved as refused:
            self._told = NOT_SAVED.format(what=refused)
            return False
        self._told = ""
        return True

    def _draw(self) -> None:
        if not self.query("#said"):
            return
        if self._owes_a_hide:
            self._say("", "", [], self._told)
            return
        talk, page = self._talk, self._page
        words = private_words.words_of(talk, page, self._shows, self._easy_lines)
        self.query_one(VerticalScroll).set_class(private_words.is_long(talk, page, self._shows), "long")
        self._say(page.title, words, private_words.option_lines(talk, page, self._shows), self._notices(page))

    def _say(self, title: str, words: Content | str, lines: list[Line], notice: str) -> None:
        self.query_one(TitleLine).tell(title, private_words.progress(self._talk))
        self.query_one("#said", Static).update(words)
        self.query_one(PrivateList).say(lines)
        self.query_one(PrivateList).set_class(len(lines) > self.size.height - AROUND_A_LIST, "-many")
        self.query_one("#notice", Static).update(notice)
        self.refresh_bindings()
        self.call_after_refresh(self._tell_of_more_below)

    def _tell_of_more_below(self) -> None:
        """Once it is known how much of the list the screen shows."""
        answers = self.query_one(PrivateList)
        if answers.has_class("-many") and answers.max_scroll_y and not self._reads_on(self._page):
            notices = filter(None, (self._notices(self._page), private_words.READ_ON))
            self.query_one("#notice", Static).update("\n".join(notices))

    def _notices(self, page: Page) -> str:
        why = self._talk.words.common.why if self._shows_why else ""
        notice = private_words.notice_of(page, self._shows)
        more = private_words.READ_ON if self._reads_on(page) else ""
        return "\n".join(
            part for part in (self._told, more, why, notice, private_words.OPEN if self._is_open else "") if part
        )

    def _reads_on(self, page: Page) -> bool:
        return private_words.reads_on(self._talk, page, self._shows, self.size.height)
