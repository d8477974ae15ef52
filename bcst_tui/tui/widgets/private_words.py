"""How a page of the private part is drawn: what may stand there openly, and what only after a key."""

from __future__ import annotations

from textual.content import Content

from bcst_tui.disclosure.pages import phase
from bcst_tui.disclosure.talk import Option, Page, Talk
from bcst_tui.reference.guidance import ContactCard
from bcst_tui.text import one_line
from bcst_tui.tui.widgets.keyed_list import Line

DOTS = "•••"
TO_SAY = "Space shows what to say."
TO_READ_OUT = "Space shows what to read out."
TO_CHOOSE = "Space shows what there is to choose."
FOR_YOU_ALONE = "Space shows for a moment how it stands, for you alone."
NEXT_LINE = "Space: the next line"
MANY = 8
READ_ON = "PgDn reads on."
ALL_AT_ONCE = 34
"""A screen of so many lines shows all there is."""
OPEN = "Everything is shown · Ctrl+R covers it"
NOT_FILLED_IN = "EXAMPLE ONLY: nobody has filled in who to call here."


def progress(talk: Talk) -> str:
    """The same three dots on every path."""
    return " ".join("●" if place <= phase(talk) else "○" for place in (1, 2, 3))


def needs_a_key(talk: Talk, page: Page) -> bool:
    """Whether what is said, or is kept, must not stand there openly while somebody may be looking."""
    return bool(page.kept or page.ledger) or _is_said_covered(talk, page)


def is_long(talk: Talk, page: Page, is_shown: bool = False) -> bool:
    """Whether it takes more lines than leave room for the answers, so that it is read on with the page keys."""
    read_out = len(page.kept) if is_shown else 0
    return page.shows_cards or len(page.lines(talk.easy)) + read_out > MANY


def is_same_page(before: Talk, now: Talk) -> bool:
    """Whether only a tick or a line of the page changed: then what was shown stays shown."""
    return before.state == now.state and _place(before) == _place(now)


def words_of(talk: Talk, page: Page, is_shown: bool, easy_lines: int) -> Content:
    """What to say, and what to read out; or how to see it. Easy words come a line at a time."""
    if page.shows_cards:
        return _cards(talk, page)
    if _is_said_covered(talk, page) and not is_shown:
        return Content.styled(TO_SAY, "$quiet")
    lines = page.lines(talk.easy)
    shown = lines[:easy_lines] if talk.easy else lines
    between = "\n" if talk.easy or is_long(talk, page, is_shown) else "\n\n"
    parts = [Content.styled(between.join(shown), "bold")]
    if not (is_shown or page.kept or page.ledger) and any(_is_dotted(talk, one) for one in page.options):
        parts.append(Content.styled(TO_CHOOSE, "$quiet"))
    if len(shown) < len(lines):
        parts.append(Content.styled(NEXT_LINE, "$quiet"))
    else:
        parts += _kept(page, is_shown)
    return Content("\n\n").join(parts)


def option_lines(talk: Talk, page: Page, is_shown: bool) -> list[Line]:
    """The answers; one that would tell, by its words or by its being ticked, is dots until it is shown."""
    lines = []
    for option in page.options:
        if not is_shown and _is_dotted(talk, option):
            lines.append(Line(DOTS))
            continue
        mark = "" if option.ticked is None else "[x]" if option.ticked else "[ ]"
        lines.append(Line(option.words(talk.easy), mark))
    return lines


def notice_of(page: Page, is_shown: bool) -> str:
    """What the worker is to notice; on a page that tells by itself, behind the same key."""
    return f"Notice: {page.notice}" if page.notice and (is_shown or not page.tells) else ""


def reads_on(talk: Talk, page: Page, is_shown: bool, height: int) -> bool:
    """Whether there is more than a screen so high shows: then the page keys go on."""
    goes_on = is_long(talk, page, is_shown) and (page.kept or not talk.easy)
    return bool(goes_on) and height < ALL_AT_ONCE


def _kept(page: Page, is_shown: bool) -> list[Content]:
    """What is kept, then how it stands; of both one hint, since one key shows them."""
    parts = []
    if page.kept and (is_shown or not page.ledger):
        parts.append(Content("\n".join(page.kept)) if is_shown else Content.styled(TO_READ_OUT, "$quiet"))
    if page.ledger:
        parts.append(Content.styled("\n".join(page.ledger) if is_shown else FOR_YOU_ALONE, "$quiet"))
    return parts


def _is_said_covered(talk: Talk, page: Page) -> bool:
    return page.tells or any(talk.desk.is_covered(line) for line in _everything_said(page))


def _is_dotted(talk: Talk, option: Option) -> bool:
    """What they may choose of, and how they answered, is for the two of them, whatever its words."""
    return option.tells or option.ticked is not None or talk.desk.is_covered(option.words(talk.easy))


def _everything_said(page: Page) -> tuple[str, ...]:
    return (*page.lines(False), *page.lines(True))


def _cards(talk: Talk, page: Page) -> Content:
    """Whom to call, openly and at once: it is the same for everybody, and nobody may have to look for it."""
    parts = [Content.styled("\n".join(page.lines(talk.easy)), "bold")]
    parts += [_card(card) for card in talk.desk.cards]
    return Content("\n").join(parts)


def _card(card: ContactCard) -> Content:
    who = "; ".join(f"{one_line(one.role)}: {one_line(one.name)}, {one_line(one.phone)}" for one in card.contacts)
    lines = [Content(f"   {one_line(card.first)}"), Content(f"   {who}")]
    if card.dummy:
        lines.append(Content.styled(f"   {NOT_FILLED_IN}", "$quiet"))
    return Content("\n").join([Content.styled(f"· {one_line(card.title)}", "bold"), *lines])


def _place(talk: Talk) -> tuple[object, ...]:
    aside = talk.aside
    return () if aside is None else (aside.about, aside.place, aside.code, aside.line)
