"""The page of each moment of the private part: what is said, what is read out, and the numbered answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bcst_tui.disclosure.form_pages import FORM_ASIDES
from bcst_tui.disclosure.help_pages import HELP_ASIDES, help_page
from bcst_tui.disclosure.holding_page import holding_option, holding_page
from bcst_tui.disclosure.how_was_that import HOW_WAS
from bcst_tui.disclosure.kept_pages import KEPT_ASIDES, draft_now, ledger_lines, line_kept, lines_kept, record_page
from bcst_tui.disclosure.known_pages import KNOWN_ASIDES, known_option
from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.meeting_pages import due_lines
from bcst_tui.disclosure.plan_page import meetings_left
from bcst_tui.disclosure.plan_pages import PLAN_ASIDES, plan_page
from bcst_tui.disclosure.record import Draft, When
from bcst_tui.disclosure.record_of_plan import MEETING, PrivateFollowUp
from bcst_tui.disclosure.run import events
from bcst_tui.disclosure.share_pages import SHARE_ASIDES, share_page
from bcst_tui.disclosure.table import State
from bcst_tui.disclosure.talk import Happens, Leads, Option, Page, PutRight, Saying, Talk, asked
from bcst_tui.disclosure.wording import AnswerWords, CheckOption, StepWords
from bcst_tui.disclosure.writing import Said
from bcst_tui.interview.dates import month_name

WHEN_OF: Mapping[str, When] = {"applies_now": "now", "applies_past": "past"}
WORKER, EARLIER = "worker who was told", "an earlier month"
GO_ON, STOP_HERE = "Go on", "Stop here"
WRONG_KEY = "That was a wrong key"
UNDERSTANDING = "language"


def page_of(talk: Talk) -> Page:
    """What is on the screen now. Covers show nothing; after a pause the worker chooses to go on or to stop."""
    if talk.aside is not None:
        return _ASIDES[talk.aside.about](talk)
    return _PAGES.get(talk.state, plain_page)(talk)


def plain_page(talk: Talk) -> Page:
    """The words of a state, and an answer for each of its events."""
    step = step_of(talk)
    options = tuple(_option(talk, one) for one in step.answers if one.event in events(talk.run))
    return _filled(talk, Page(step.title, _said(talk, step), options, notice=step.notice))


def step_of(talk: Talk) -> StepWords:
    return talk.words.of(talk.state, talk.item)


def _said(talk: Talk, step: StepWords) -> tuple[Saying, ...]:
    return tuple(Saying(one.standard, one.easy) for one in step.said)


def _filled(talk: Talk, page: Page) -> Page:
    """The page with names, roles, day and time in place of the braces."""
    ledger = talk.record.ledger(talk.item) if talk.item else None
    told = ledger.source_date if ledger else None
    names = {
        "{told_role}": _in_a_sentence((ledger and ledger.source_role) or WORKER),
        "{told_month}": f"{month_name(told.month)} {told.year}" if told else EARLIER,
        "{day}": f"{talk.desk.today:%A}",
        "{time}": talk.desk.time,
    }

    def fill(words: str) -> str:
        for brace, name in names.items():
            words = words.replace(brace, name)
        return talk.desk.fill(words)

    said = tuple(Saying(fill(one.standard), tuple(map(fill, one.easy))) for one in page.said)
    return replace(page, said=said, ledger=tuple(map(fill, page.ledger)), notice=fill(page.notice))


def _option(talk: Talk, answer: AnswerWords) -> Option:
    return Option(answer.said, _leads(talk, answer), answer.easy)


def _leads(talk: Talk, answer: AnswerWords) -> Leads:
    """Where an answer leads: to its event at once, or first to a day."""
    match talk.state, answer.event:
        case ("ARRANGE", "book") | ("PLAN", "later"):
            return talk.beside("day", event=answer.event)
        case "ASK", "applies":
            return Happens("applies", Said(draft=Draft(when=WHEN_OF.get(answer.code, "not_said"))))
        case "CONFIRM", "right" | "changed":
            return Happens(answer.event, Said(draft=line_kept(talk) or Draft()))
        case "GROUND", "done":
            return Happens("done", how_was=next((one for one in HOW_WAS if one == answer.code), None))
        case "RECORD", "change":
            return talk.beside("change", draft=draft_now(talk))
        case "PLAN", "done":
            return Happens("done", Said(safety_plan=talk.record.safety_plan))
    return Happens(answer.event)


def _entry(talk: Talk) -> Page:
    return _filled(talk, replace(plain_page(talk), ledger=(*ledger_lines(talk), *due_lines(talk))))


def _confirm(talk: Talk) -> Page:
    line = line_kept(talk)
    return replace(plain_page(talk), kept=lines_kept(talk, line) if line else ())


def _dispute(talk: Talk) -> Page:
    """What was told is shut; the days agreed on are the person's to keep or to take off."""
    page = plain_page(talk)
    return replace(page, notice=talk.words.common.plan.still_stand) if meetings_left(talk) else page


def _paused(talk: Talk) -> Page:
    return Page("", options=(Option(GO_ON, Happens("resume")), Option(STOP_HERE, Happens("stop"))))


def _nothing(talk: Talk) -> Page:
    return Page("")


def _privacy(talk: Talk) -> Page:
    """One check after another; what did not pass is kept nowhere, and the worker can't overrule it."""
    step = step_of(talk)
    place = talk.aside.place if talk.aside else 0
    check = step.checks[place]
    easy = (check.easy or check.said,)
    opening = _said(talk, step) if place == 0 else ()
    skip = tuple(_option(talk, one) for one in step.answers)
    options = tuple(Option(one.said, _checked(talk, check.id, one, place)) for one in check.options)
    said = (*opening, Saying(check.said, easy))
    title = f"{step.title}, {place + 1} of {len(step.checks)}"
    return _filled(talk, Page(title, said, (*options, *skip), notice=step.notice if place == 0 else ""))


def _checked(talk: Talk, check: str, option: CheckOption, place: int) -> Leads:
    if not option.passes:
        return Happens("fix")
    if place + 1 < len(step_of(talk).checks):
        return talk.beside("check", place=place + 1)
    return Happens("ok" if "ok" in events(talk.run) else "ok_again")


def without_interpreter(talk: Talk, leads: Happens) -> bool:
    """Whether the checks failed for want of a professional interpreter: then only another day is left (section 4)."""
    return leads.event == "fix" and talk.state == "PRIVACY" and _check_at(talk) == UNDERSTANDING


def _check_at(talk: Talk) -> str:
    return step_of(talk).checks[talk.aside.place if talk.aside else 0].id


def _arrange(talk: Talk) -> Page:
    page = plain_page(talk)
    if not talk.only_book:
        return page
    kept = [one for one in page.options if not (isinstance(one.leads, Happens) and one.leads.event == "fixed")]
    return replace(page, options=tuple(kept))


def _day(talk: Talk) -> Page:
    """Which day, for a meeting under the label every meeting has."""
    words, aside = talk.words.common.booking, talk.aside
    assert aside is not None
    question = words.asked if aside.event == "book" else words.later
    days = [
        Option(said, Happens(aside.event, _dated(aside.event, talk.desk.today + timedelta(days=gone))))
        for gone, said in sorted(words.days.items())
    ]
    return asked(talk, step_of(talk).title, question, (*days, Option(words.none, Happens(aside.event))))


def _dated(event: str, day: date) -> Said:
    if event == "book":
        return Said(booked=day)
    return Said(follow_ups=(PrivateFollowUp(MEETING, "worker", day),))


def _in_a_sentence(role: str) -> str:
    """A role as it is said in the middle of a sentence; letters that stand for words stay as they are."""
    return role[:1].lower() + role[1:] if role[1:2].islower() else role


def _needs(talk: Talk) -> Page:
    """The menu, nothing of it ticked but what was agreed before; Enter or the last line goes on with what is ticked."""
    page = plain_page(talk)
    menu = talk.words.wants(talk.run.screen.items, talk.easy)
    options = [Option(one.said, _ticking(talk, one.id), one.easy, one.id in talk.ticked) for one in menu]
    draft = draft_now(talk)
    event = "chosen" if talk.ticked else "nothing"
    wants = tuple(one.id for one in menu if one.id in talk.ticked)
    # what was wanted before and is ticked no longer must not be read out as wanted
    brings = "chosen" if talk.ticked or draft.wants else "nothing"
    said = Said(draft=replace(draft, wants=wants)) if brings == "chosen" else Said()
    goes_on = Happens(brings, said)
    words = next(one for one in step_of(talk).answers if one.event == event)
    return replace(page, options=(*options, Option(words.said, goes_on, words.easy)), enter=goes_on)


def _ticking(talk: Talk, want: str) -> Talk:
    rest = tuple(one for one in talk.ticked if one != want)
    return replace(talk, ticked=rest if want in talk.ticked else (*rest, want))


def _leaflet(talk: Talk) -> Page:
    """The same for everyone; in full once, then only its last line. A wrong key can be put right here."""
    page = plain_page(talk)
    said = page.said[-1:] if talk.has_told else page.said
    wrong = (Option(WRONG_KEY, talk.beside("wrong_key")),) if talk.corrections else ()
    return replace(page, said=said, options=(*page.options, *wrong))


def _wrong_key(talk: Talk) -> Page:
    assert talk.run.answered is not None
    state, _, items = talk.run.answered
    step = talk.words.of(state, items[0] if items else None)
    meant = {one.event: one for one in step.answers}
    options = tuple(Option(meant[one].said, PutRight(one), meant[one].easy) for one in talk.corrections)
    return asked(talk, step_of(talk).title, "What was meant?", options)


def _folder(talk: Talk) -> Page:
    """What was agreed before, with how it stands for the worker alone, and what was known before (A12)."""
    page = PLAN_ASIDES["folder"](talk)
    *options, close = page.options
    return replace(
        page, options=(*options, *known_option(talk), holding_option(talk), close), ledger=ledger_lines(talk)
    )


_PAGES: Mapping[State, Callable[[Talk], Page]] = {
    "ENTRY": _entry,
    "PRIVACY": _privacy,
    "ARRANGE": _arrange,
    "CONFIRM": _confirm,
    "DISPUTE": _dispute,
    "NEEDS": _needs,
    "RESPOND": lambda talk: replace(plain_page(talk), tells=True),
    "RECORD": lambda talk: record_page(talk, plain_page(talk)),
    "SHARE": lambda talk: share_page(talk, plain_page(talk)),
    "PLAN": lambda talk: plan_page(talk, plain_page(talk)),
    "LEAFLET": _leaflet,
    "HELP_NOW": lambda talk: help_page(talk, plain_page(talk)),
    "PAUSED": _paused,
    "HIDDEN": _nothing,
    "LOCKED": _nothing,
    "SECTION": _nothing,
    "END": _nothing,
}
_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "check": _privacy,
    "day": _day,
    "wrong_key": _wrong_key,
    **KEPT_ASIDES,
    **HELP_ASIDES,
    **SHARE_ASIDES,
    **PLAN_ASIDES,
    **FORM_ASIDES,
    **KNOWN_ASIDES,
    "folder": _folder,
    "holding": holding_page,
}
PHASES: Mapping[State, int] = {
    **dict.fromkeys(("ENTRY", "PRIVACY", "ARRANGE", "LIMITS"), 1),
    **dict.fromkeys(("GROUND", "CLOSE"), 3),
}


def phase(talk: Talk) -> int:
    """How far it has come, of three: the same on every path, so that it tells nothing."""
    return PHASES.get(talk.state, 2)


def items_named(talk: Talk) -> tuple[str, ...]:
    """The neutral titles of what it is about."""
    return tuple(talk.words.common.titles[item] for item in ITEMS if item in talk.run.screen.items)
