"""The directory of services in numbered lines: found, written, changed and retired."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.services import LAYERS, ServiceLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.half_written import part_in_words
from bcst_tui.line_mode.prompts import Lines, choose, in_words
from bcst_tui.plan.service_fields import FIELDS, ServiceField, said
from bcst_tui.reference.service import Service

FIND = "Words to find; Enter alone lists all"


class Services:
    """The directory, until it is left."""

    def __init__(self, casebook: Casebook, lines: Lines) -> None:
        self._casebook = casebook
        self._lines = lines

    def go_round(self) -> None:
        while (wish := choose(self._lines, ("Back", "Find a service", "Write a new one"))) != 0:
            if wish == 1:
                self._find()
            else:
                self._write()

    def _find(self) -> None:
        found = self._casebook.services(in_words(self._lines, FIND))
        if not found:
            self._lines.say("No service holds these words.")
            return
        place = choose(self._lines, ["None of these", *map(line_words, found)])
        if place:
            self._open(found[place - 1].service)

    def _write(self) -> None:
        writing = self._casebook.writing(None, "service")
        asked = [field.asked for field in FIELDS if field.id in ("name", "does", "reach")]
        new = [part_in_words(self._lines, writing.part(str(place)), words) for place, words in enumerate(asked)]
        added = writing.settled(lambda: self._casebook.add_service(*new))
        if isinstance(added, Rejection):
            self._lines.say(f"! {added.reason} Nothing was written.")
        else:
            self._open(added)

    def _open(self, service: Service) -> None:
        """Every field, and a change at once kept, until it is left."""
        while True:
            self._lines.heading(service.name)
            retire = "Offer it again" if service.retired else "Retire it: offer it to nobody"
            fields = [f"{field.title}: {said(service, field.id)}" for field in FIELDS]
            place = choose(self._lines, ["Back", "Checked today: all of this is right", retire, *fields])
            if place == 0:
                return
            if place == 1:
                changed = self._casebook.change_service(service.id, "checked_on", "today")
            elif place == 2:
                changed = self._casebook.retire_service(service.id, not service.retired)
            else:
                changed = self._change(service, FIELDS[place - 3])
            if isinstance(changed, Rejection):
                self._lines.say(f"! {changed.reason}")
            else:
                service = changed

    def _change(self, service: Service, field: ServiceField) -> Service | Rejection:
        self._lines.say(field.asked)
        if field.choices:
            codes = list(field.choices)
            typed = codes[choose(self._lines, list(field.choices.values()))]
        else:
            typed = in_words(self._lines, "A dash for nothing")
        return self._casebook.change_service(service.id, field.id, typed)


def line_words(line: ServiceLine) -> str:
    """A service with what it does, how old that is, and where it comes from."""
    retired = "retired" if line.service.retired else ""
    told = [one for one in (retired, line.warning, LAYERS[line.layer]) if one]
    return f"{line.service.name}: {line.service.does} ({'; '.join(told)})"
