"""Forms of the private part, filled in line by line: a meeting with its safe contact, and what is raised with others.

No line is filled before somebody fills it; what is missing is said when it is to be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agency_in_words import title_of
from bcst_tui.disclosure.form_records import BUILT
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.safe_contact import LONGEST
from bcst_tui.disclosure.talk import Aside, Box, Keeps, Leads, Option, Page, Saying, Talk
from bcst_tui.disclosure.wording_of_plan import FormLine, FormWords, PlanWords
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.rejection import Rejection
from bcst_tui.text import one_line

MEETING_FORM, AGENCIES = "meeting", "agencies"
RAISED = ("marac", "children", "exploitation", "risk_route", "gateway")
IN_THE_PAST = ("raised_on", "on")
LONGEST_DAY = 20
DAYS_GONE = (0, 1, 3, 7)
SINCE = {0: "Today", 1: "Yesterday", 3: "Three days ago", 7: "A week ago"}
RELEASE, ANOTHER_DAY = "The day of release", "Another day, as 31/12/2026"
NO_SUCH_DAY = "That is no day. Type it as 31/12/2026."


def form_page(talk: Talk) -> Page:
    """Every line with what it says so far, and the last that keeps them all."""
    aside = _aside(talk)
    form = talk.words.common.form(aside.code)
    filled = dict(aside.filled)
    options = [
        Option(
            f"{one.said}: {_words_of(talk, one, filled.get(one.id, ''))}", _at(talk, one.id), tells=_tells(one, filled)
        )
        for one in lines_of(form, filled)
        if one.roles != AGENCIES or _choices(talk, one)
    ]
    keep = Option(form.keep, _keeping(talk, form, filled))
    leave = Option(_plan(talk).leave, _left(talk))
    said = (Saying(form.asked, (form.asked,)),)
    typed = [f"{one.said}: {filled[one.id]}" for one in form.lines if _is_typed(one, filled.get(one.id, ""))]
    return Page(_title(talk, form), said, (*options, keep, leave), kept=tuple(typed), notice=aside.why)


def _tells(line: FormLine, filled: Mapping[str, str]) -> bool:
    """Whether it says which agency may know, which tells what it is about."""
    return line.roles == AGENCIES and line.id in filled


def _title(talk: Talk, form: FormWords) -> str:
    """What stands at the top openly: that something was raised, not what."""
    return form.title if form.id == MEETING_FORM else _plan(talk).raised


def lines_of(form: FormWords, filled: Mapping[str, str]) -> tuple[FormLine, ...]:
    """The lines that apply to what is filled in so far."""
    return tuple(one for one in form.lines if all(filled.get(line, "") in said for line, said in one.only.items()))


def _at(talk: Talk, line: str) -> Talk:
    return replace(talk, aside=replace(_aside(talk), about="form_line", line=line, why=""), ticked=())


def _line_page(talk: Talk) -> Page:
    """What one line may say: its choices, a few words where they may be typed, or nothing after all."""
    aside = _aside(talk)
    form = talk.words.common.form(aside.code)
    line = next(one for one in form.lines if one.id == aside.line)
    if line.several:
        return _ticking_page(talk, form, line)
    tells = line.roles == AGENCIES
    options = [Option(words, _put(talk, code), tells=tells) for code, words in _choices(talk, line).items()]
    nothing = Option(_plan(talk).not_said, _put(talk, ""))
    if line.typed:
        options.append(Option(_plan(talk).type_it, Box(line.said, LONGEST, partial(_put, talk))))
    elif line.days:
        options.append(Option(ANOTHER_DAY, Box(ANOTHER_DAY, LONGEST_DAY, partial(_day_typed, talk))))
    return Page(_title(talk, form), (Saying(line.said, (line.said,)),), (*options, nothing), notice=aside.why)


def _ticking_page(talk: Talk, form: FormWords, line: FormLine) -> Page:
    """What is ticked stands ticked, and a second press takes it back; Enter or the last line goes on."""
    ticked = dict(_aside(talk).filled).get(line.id, "").split()

    def pressed(code: str) -> Talk:
        now = [one for one in line.choices if (one in ticked) != (one == code)]
        return _at(_put(talk, " ".join(now)), line.id)

    options = [Option(words, pressed(code), ticked=code in ticked) for code, words in line.choices.items()]
    goes_on = _put(talk, " ".join(ticked))
    those = Option(talk.words.common.share.those, goes_on)
    return Page(_title(talk, form), (Saying(line.said, (line.said,)),), (*options, those), enter=goes_on)


def _put(talk: Talk, value: str) -> Talk:
    """The form with this on the line; what no longer applies by it is gone."""
    aside = _aside(talk)
    form = talk.words.common.form(aside.code)
    rest = {name: said for name, said in aside.filled if name != aside.line}
    filled = {**rest, aside.line: one_line(value)[:LONGEST]} if value.strip() else rest
    for _ in form.lines:
        applies = {one.id for one in lines_of(form, filled)}
        filled = {name: said for name, said in filled.items() if name in applies}
    return replace(talk, aside=replace(aside, about="form", line="", filled=tuple(filled.items()), why=""))


def _day_typed(talk: Talk, typed: str) -> Talk:
    day = read_date(typed)
    if day is None:
        return replace(talk, aside=replace(_aside(talk), why=NO_SUCH_DAY))
    return _put(talk, day.isoformat())


def _choices(talk: Talk, line: FormLine) -> Mapping[str, str]:
    log, today = talk.words.common.help_log, talk.desk.today
    if line.roles == "told":
        roles = dict.fromkeys((*(one.role for card in talk.desk.cards for one in card.contacts), *log.roles))
        return {role: role for role in roles}
    if line.roles == AGENCIES:
        return {one: title_of(talk, one) for one in agreed.agencies_by_name(talk.record, today)}
    if line.roles:
        return {one: one for one in (log.deciders if line.roles == "deciders" else log.reasons)}
    if not line.days:
        return line.choices
    if line.id in IN_THE_PAST:
        return {(today - timedelta(days=gone)).isoformat(): SINCE[gone] for gone in DAYS_GONE}
    days = {(today + timedelta(days=gone)).isoformat(): said for gone, said in talk.words.common.booking.days.items()}
    release = talk.desk.release
    return {**days, release.isoformat(): RELEASE} if release is not None and release >= today else days


def _is_typed(line: FormLine, value: str) -> bool:
    """Whether it holds words of theirs, which are shown only behind a key."""
    return line.typed and value not in ("", *line.choices)


def _words_of(talk: Talk, line: FormLine, value: str) -> str:
    if not value:
        return _plan(talk).not_said
    if _is_typed(line, value):
        return _plan(talk).written
    if line.days:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    choices = _choices(talk, line)
    return "; ".join(choices.get(one, one) for one in (value.split() if line.several else [value]))


def _keeping(talk: Talk, form: FormWords, filled: Mapping[str, str]) -> Leads:
    """All of it kept, or the form again with what is missing."""
    built = BUILT[form.id](filled, talk.desk.today, talk.desk.release)
    if isinstance(built, Rejection):
        return replace(talk, aside=replace(_aside(talk), why=built.reason))
    kind, then = ("plan", "meetings") if form.id == MEETING_FORM else ("liaison", "raised")
    change: Callable[[Record], Record] = built
    return Keeps(kind, change, Aside(then))  # type: ignore[arg-type]


def _left(talk: Talk) -> Talk:
    return talk.beside("meetings" if _aside(talk).code == MEETING_FORM else "raised")


def raised_page(talk: Talk) -> Page:
    """What may be noted as raised with others, and what was."""
    words, common = _plan(talk), talk.words.common
    options = [Option(common.form(one).title, talk.beside("form", code=one)) for one in RAISED]
    back = Option(common.share.back, talk.beside("folder") if talk.is_folder else talk.shut())
    said = (Saying(words.which_raised, (words.which_raised,)),)
    kept = raised_lines(talk)
    head = (words.raised_so_far,) if kept else ()
    return Page(words.raised, said, (*options, back), kept=(*head, *kept))


def raised_lines(talk: Talk) -> tuple[str, ...]:
    """What is kept of telling others: kind, day and what came of it."""
    common, record = talk.words.common, talk.record
    titles = {one: common.form(one).title for one in RAISED}

    def said(form: str, line: str, code: str) -> str:
        found = next(one for one in common.form(form).lines if one.id == line)
        return found.choices.get(code, code)

    lines = [
        f"{titles[one.kind]}, {one.raised_on:%d/%m/%Y}: "
        + (said("exploitation", "responder", one.responder) if one.responder else said("marac", "outcome", one.outcome))
        for one in record.liaisons
    ]
    lines += [
        f"{titles['risk_route']}, {one.on:%d/%m/%Y}: {said('risk_route', 'outcome', one.outcome)}"
        for one in record.risk_routes
    ]
    lines += [f"{titles['gateway']}, {one.decided_on:%d/%m/%Y}: {one.told_to}" for one in record.gateways]
    return tuple(lines)


def _aside(talk: Talk) -> Aside:
    assert talk.aside is not None
    return talk.aside


def _plan(talk: Talk) -> PlanWords:
    return talk.words.common.plan


FORM_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "raised": raised_page,
    "form": form_page,
    "form_line": _line_page,
}
