"""A safe way to get in touch, in numbered lines, through the same form as on the screen (J03)."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.safe_contact_form import (
    FormLine,
    gone_on,
    half_written,
    in_words,
    lines_for,
    said,
    typed,
    written,
)
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.half_written import keep
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.line_mode.prompts import in_words as asked_in_words

KEEP, END, RIGHT = "Keep it as it stands here", "It holds no longer: end it", "Still right: checked today"
BACK = "Back: what was changed is not kept"
NO_WORDS = "Enter alone leaves it as it is; a dash alone empties it"


def go_through(casebook: Casebook, case_id: int, lines: Lines) -> None:
    """Line by line as the worker picks them, until it is kept or left."""
    kept = casebook.safe_contact(case_id)
    writing = casebook.writing(case_id, "safe_contact")
    contact = gone_on(before := kept or SafeContact(), writing.words)
    if contact != before:
        lines.say(writing.begun)
    while True:
        form = lines_for(contact)
        ends = [KEEP, *((RIGHT, END) if kept else ()), BACK]
        place = choose(lines, (*(f"{line.title}: {said(contact, line)}" for line in form), *ends))
        if place < len(form):
            contact = _asked(contact, form[place], lines)
            for name, words in half_written(before, contact).items():
                keep(lines, writing.part(name), words or "")
            continue
        if ends[place - len(form)] == BACK:
            writing.let_go()
            return
        made: object
        match ends[place - len(form)]:
            case "Keep it as it stands here":
                made = casebook.set_safe_contact(case_id, contact)
            case "Still right: checked today":
                made = casebook.still_right(case_id, True)
            case _:
                made = casebook.still_right(case_id, False)
        if isinstance(made, Rejection):
            lines.say(f"! {made.reason}")
            continue
        for sentence in in_words(contact):
            lines.say(sentence)
        lines.say("Kept.")
        writing.let_go()
        return


def _asked(contact: SafeContact, line: FormLine, lines: Lines) -> SafeContact:
    """The form after one line has been asked."""
    lines.heading(line.asked)
    if line.choices is not None:
        place = choose(lines, (*line.choices.values(), "Leave it as it is"))
        return contact if place == len(line.choices) else written(contact, line, list(line.choices)[place])
    words = asked_in_words(lines, NO_WORDS).strip()
    value = typed(line, words) if words else None
    if isinstance(value, Rejection):
        lines.say(f"! {value.reason}")
        return contact
    return written(contact, line, value) if words else contact
