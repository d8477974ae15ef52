"""The directory of services: found by words, written, changed and retired; each says where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.casebook.services import LAYERS
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.service_fields import FIELDS, ServiceField, said
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.trying_again import made

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Part
    from bcst_tui.casebook.services import ServiceLine
    from bcst_tui.reference.service import Service

NEW = ("What is it called?", "What does it do?", "How is it reached: phone, post, who to ask for?")
CHECKED, RETIRE, BACK_AGAIN = "Checked today: all of this is right", "Retire it: offer it to nobody", "Offer it again"
FIRST = 2
"""How many lines stand above the fields of a service."""
LONGEST = 60


class ServicesScreen(WholeScreen[None]):
    """F finds, A writes a new one, Enter opens one to read and change."""

    BINDINGS = [
        binding("add", show=True, label="Write"),
        binding("find", show=True),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "Services come from three places: examples that came with bcst, your local folder, and what is written here. "
        "The later one counts, and each line says which it is. Change one of the others, and it is yours from then "
        "on.\n\n"
        "What was not checked for six months says so. A retired service is offered to nobody, and stays under its "
        "name in the plans that name it.\n\n"
        "Say whom a service takes, and plans offer those that fit first; the others say what to check."
    )
    DEFAULT_CSS = """
    ServicesScreen OptionList {
        height: 1fr; border: none; background: $background; margin: 1 2; padding: 0; scrollbar-size-vertical: 1;
    }
    ServicesScreen OptionList:focus { border: none; background-tint: $foreground 0%; }
    ServicesScreen .told { height: auto; margin: 1 3 0 3; color: $quiet; }
    """

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._words = ""
        self._lines: tuple[ServiceLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleLine("Services")
        yield Static("", classes="told", markup=False)
        yield OptionList(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()

    def _draw(self, lit: str = "", told: str = "") -> None:
        self._lines = self._casebook.services(self._words)
        shown = self.query_one(OptionList)
        shown.set_options([Option(_words(line)) for line in self._lines])
        count = f"{len(self._lines)} of {len(self._casebook.services())} services"
        found = f"{count} hold “{one_line(self._words)[:LONGEST]}”. F and Esc show all." if self._words else count
        self.query_one(".told", Static).update(told or found)
        if self._lines:
            places = [place for place, line in enumerate(self._lines) if line.service.id == lit]
            shown.highlighted = places[0] if places else 0
            shown.focus()

    def action_find(self) -> None:
        self.run_worker(self._find(), exclusive=True)

    async def _find(self) -> None:
        hint = "Enter shows those that hold every word · Esc shows all"
        self._words = await self._say("Find which words?", self._words, hint) or ""
        self._draw()

    def action_add(self) -> None:
        self.run_worker(self._add(), exclusive=True)

    async def _add(self) -> None:
        """Three lines; everything else is written afterwards, in the service itself."""
        writing = self._casebook.writing(None, "service")
        said_so_far: list[str] = []
        for place, asked in enumerate(NEW):
            words = await self._say(asked, part=writing.part(str(place)))
            if words is None:
                writing.let_go()
                return
            said_so_far.append(words)
        added = await self._done(lambda: writing.settled(lambda: self._casebook.add_service(*said_so_far)))
        if added is not None:
            await self._open(added)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.run_worker(self._open(self._lines[event.option_index].service), exclusive=True)

    async def _open(self, service: Service) -> None:
        """One service, line by line, until it is left; what is changed is kept at once."""
        while True:
            ways = (CHECKED, BACK_AGAIN if service.retired else RETIRE)
            lines = [*ways, *(f"{one.title}: {said(service, one.id)}" for one in FIELDS)]
            place = await self.app.push_screen_wait(ChooseOne(service.name, lines, "A key changes it · Esc goes back"))
            if place is None:
                return
            service = await self._done_with(service, place) or service

    async def _done_with(self, service: Service, place: int) -> Service | None:
        if place >= FIRST:
            return await self._change(service, FIELDS[place - FIRST])
        if place == 0:
            return await self._done(lambda: self._casebook.change_service(service.id, "checked_on", "today"))
        return await self._done(lambda: self._casebook.retire_service(service.id, not service.retired))

    async def _change(self, service: Service, field: ServiceField) -> Service | None:
        writing = self._casebook.writing(None, "service", f"{service.id} {field.id}")
        if field.choices:
            place = await self.app.push_screen_wait(ChooseOne(field.asked, list(field.choices.values())))
            typed = None if place is None else list(field.choices)[place]
        else:
            told = said(service, field.id)
            typed = await self._say(field.asked, part=writing.part(field.id, told if told != "–" else ""))
        if typed is None:
            return None
        change = partial(self._casebook.change_service, service.id, field.id, typed)
        return await self._done(lambda: writing.settled(change))

    async def _done(self, change: Callable[[], Service | Rejection]) -> Service | None:
        """The service as it is now kept, or None with the reason told."""
        changed = await made(self.app, change)
        if isinstance(changed, Rejection):
            self.notify(changed.reason, severity="warning")
        if changed is None or isinstance(changed, Rejection):
            return None
        self._draw(changed.id)
        return changed

    async def _say(
        self, asked: str, words: str = "", hint: str = "Enter goes on · Esc leaves it", part: Part | None = None
    ) -> str | None:
        return await self.app.push_screen_wait(SayInALine(asked, hint, words, part=part))

    def action_back(self) -> None:
        self.dismiss(None)


def _words(line: ServiceLine) -> Content:
    service = line.service
    retired = "Retired. " if service.retired else ""
    old = f"{line.warning[:1].upper()}{line.warning[1:]}. " if line.warning else ""
    layer = LAYERS[line.layer]
    beneath = f"{retired}{old}{layer[:1].upper()}{layer[1:]}.\n"
    return Content.assemble((service.name, "bold"), f": {service.does}\n", (beneath, "$quiet"))
