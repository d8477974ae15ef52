"""Reading out what is kept or would be: the exact lines, and changing them by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from bcst_tui.disclosure.agency_in_words import line_of
from bcst_tui.disclosure.agreed import agencies_asked
from bcst_tui.disclosure.agreed_before import WHAT_HELPS
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger
from bcst_tui.disclosure.record import Around, Draft, When, Who
from bcst_tui.disclosure.talk import Happens, Option, Page, Talk, asked
from bcst_tui.disclosure.writing import Said
from bcst_tui.interview.dates import month_name
from bcst_tui.reference.agency import Want

Part = Literal["when", "who", "children_around", "wants"]
PARTS: tuple[Part, ...] = get_args(Part)


def line_kept(talk: Talk) -> Draft | None:
    """The codes of the line that is kept of this item, if one is."""
    line = talk.record.line(talk.item) if talk.item else None
    return line.codes if line else None


def lines_kept(talk: Talk, draft: Draft) -> tuple[str, ...]:
    """These codes in the words they are read out in: what is kept, and nothing more."""
    kept = talk.words.common.kept
    menu = {one.id: one.said for one in talk.words.of("NEEDS").wants}
    lines = [
        f"{kept.headings['when']}: {kept.when[draft.when]}",
        f"{kept.headings['who']}: {'; '.join(kept.who[one] for one in draft.who or ('not_said',))}",
        f"{kept.headings['children_around']}: {kept.children_around[draft.children_around]}",
    ]
    if draft.wants:
        lines.append(f"{kept.headings['wants']}: {'; '.join(menu[one] for one in draft.wants)}")
    return tuple(lines)


def draft_of(talk: Talk, item: Item) -> Draft:
    """What would be kept of this item: the draft, else what was kept before, else nothing said."""
    kept = talk.record.line(item)
    return (talk.run.screen.draft or (kept.codes if kept else Draft())).of(item)


def draft_now(talk: Talk) -> Draft:
    """What the run has gathered so far; of one item told anew, what was kept of it before."""
    return talk.run.screen.draft or line_kept(talk) or Draft()


def record_page(talk: Talk, page: Page) -> Page:
    """All that would be kept; of what is neither item, nothing is."""
    items = [item for item in ITEMS if item in talk.run.screen.items]
    if items:
        titles, drafts = talk.words.common.titles, {item: draft_of(talk, item) for item in items}
        lines = [(titles[item], *lines_kept(talk, drafts[item])) for item in items]
        return replace(page, kept=tuple(line for of_one in lines for line in of_one))
    options = tuple(one for one in page.options if not isinstance(one.leads, Talk))
    return replace(page, kept=(talk.words.common.kept.nothing,), options=options)


def ledger_lines(talk: Talk) -> tuple[str, ...]:
    """How each item stands, with the role and month of whoever heard it; never more, for there is no more."""
    kept, titles = talk.words.common.kept, talk.words.common.titles
    lines = []
    for ledger in talk.record.ledgers:
        later = kept.later[ledger.later] if ledger.later else ""
        parts = [kept.standing[ledger.status], later, ledger.source_role, _month(ledger)]
        lines.append(f"{titles[ledger.item]}: {', '.join(part for part in parts if part)}")
        if ledger.source == "record_only":
            lines.append(kept.speak_first.replace("{told_role}", ledger.source_role))
        if (line := talk.record.as_may_be_seen().line(ledger.item)) is not None:
            lines.append("; ".join(lines_kept(talk, line.codes)))
    return (*lines, *_hand_over_card(talk))


def _hand_over_card(talk: Talk) -> tuple[str, ...]:
    """For whoever took over what was told to somebody else: who may know, what helps, and what not to say."""
    kept = talk.words.common.kept
    if not any(one.status == "carried" for one in talk.record.ledgers):
        return ()
    helps = [one.words for one in talk.record.safety_plan if one.part == WHAT_HELPS and one.words]
    agreed = (line_of(talk, one) for one in agencies_asked(talk.record))
    return (*agreed, *(f"{kept.helps}: {words}" for words in helps), kept.avoid)


def _month(ledger: Ledger) -> str:
    told = ledger.source_date
    return f"{month_name(told.month)} {told.year}" if told else ""


def _change(talk: Talk) -> Page:
    """Which part of the lines to change, as they are read out so far."""
    kept, draft = talk.words.common.kept, _draft(talk)
    parts = [Option(kept.headings[part], _changing(talk, part)) for part in PARTS]
    again = Option(kept.read, Happens("change", Said(draft=draft)))
    return replace(_asking(talk, kept.change, (*parts, again)), kept=lines_kept(talk, draft))


def _changing(talk: Talk, part: Part) -> Talk:
    draft = _draft(talk)
    ticked = draft.who if part == "who" else draft.wants if part == "wants" else ()
    return replace(talk.beside(part, draft=draft), ticked=tuple(ticked))


def _when(talk: Talk) -> Page:
    kept = talk.words.common.kept
    codes: tuple[When, ...] = get_args(When)
    options = [Option(kept.when[code], _changed(talk, replace(_draft(talk), when=code))) for code in codes]
    return _asking(talk, kept.headings["when"], tuple(options))


def _children(talk: Talk) -> Page:
    kept = talk.words.common.kept
    codes: tuple[Around, ...] = get_args(Around)
    options = [
        Option(kept.children_around[code], _changed(talk, replace(_draft(talk), children_around=code)))
        for code in codes
    ]
    return _asking(talk, kept.headings["children_around"], tuple(options))


def _who(talk: Talk) -> Page:
    """Several may be ticked; `not_said` is nobody ticked."""
    kept = talk.words.common.kept
    codes: tuple[Who, ...] = tuple(one for one in get_args(Who) if one != "not_said")
    chosen = tuple(one for one in codes if one in talk.ticked)
    return _ticks(talk, "who", {one: kept.who[one] for one in codes}, replace(_draft(talk), who=chosen))


def _wants(talk: Talk) -> Page:
    menu = talk.words.wants(talk.run.screen.items)
    chosen: tuple[Want, ...] = tuple(one.id for one in menu if one.id in talk.ticked)
    return _ticks(talk, "wants", {one.id: one.said for one in menu}, replace(_draft(talk), wants=chosen))


def _ticks(talk: Talk, part: Part, menu: Mapping[str, str], draft: Draft) -> Page:
    kept = talk.words.common.kept
    on = _changed(talk, draft)
    options = [Option(said, _ticking(talk, code), ticked=code in talk.ticked) for code, said in menu.items()]
    page = _asking(talk, kept.headings[part], (*options, Option(kept.read, on)))
    return replace(page, enter=on)


def _ticking(talk: Talk, code: str) -> Talk:
    rest = tuple(one for one in talk.ticked if one != code)
    return replace(talk, ticked=rest if code in talk.ticked else (*rest, code))


def _changed(talk: Talk, draft: Draft) -> Happens:
    """Each change is kept at once, as a draft, and all of it is read out again."""
    return Happens("change", Said(draft=draft))


def _draft(talk: Talk) -> Draft:
    assert talk.aside is not None
    return talk.aside.draft


def _asking(talk: Talk, question: str, options: tuple[Option, ...]) -> Page:
    return asked(talk, talk.words.of("RECORD").title, question, options)


KEPT_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "change": _change,
    "when": _when,
    "who": _who,
    "children_around": _children,
    "wants": _wants,
}
