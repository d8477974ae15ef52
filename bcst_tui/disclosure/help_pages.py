"""Help now: the cards first; a log only of what was acted on, by keys alone and without a story (section 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import cast

from bcst_tui.disclosure.record import Card, HelpLogged
from bcst_tui.disclosure.talk import Happens, Option, Page, Talk, asked
from bcst_tui.disclosure.topics import Topic
from bcst_tui.disclosure.writing import Said

YES, NO = "Yes", "No"


def help_page(talk: Talk, page: Page) -> Page:
    """The cards, with the way back first; what was acted on can be noted."""
    acted = (_noting(talk),) if talk.desk.cards else ()
    raised = Option(talk.words.common.plan.raised, talk.beside("raised"))
    return replace(page, options=(*page.options, *acted, raised), shows_cards=True)


def _noting(talk: Talk) -> Option:
    """A note begun before a cover came over it is gone on with, where it was."""
    words = talk.words.common.help_log
    if talk.unfinished is None:
        return Option(words.note, talk.beside("card"))
    return Option(words.go_on, replace(talk, aside=talk.unfinished, ticked=()))


def _card(talk: Talk) -> Page:
    """Which one was acted on: told by its words or not, what they answer is for the two of them."""
    today, time = talk.desk.today, talk.desk.time
    options = [
        Option(
            card.title,
            talk.beside("told", help=HelpLogged(cast(Card, card.id), today, time, "", "", False)),
            tells=True,
        )
        for card in talk.desk.cards
    ]
    return _asking(talk, talk.words.common.help_log.acted, options)


def _told(talk: Talk) -> Page:
    log, words = _log(talk), talk.words.common.help_log
    card = next(card for card in talk.desk.cards if card.id == log.card)
    roles = dict.fromkeys((*(contact.role for contact in card.contacts), *words.roles))
    return _asking(talk, words.told, [Option(one, _then(talk, "decided", told_role=one)) for one in roles])


def _decided(talk: Talk) -> Page:
    words = talk.words.common.help_log
    return _asking(
        talk, words.decided, [Option(one, _then(talk, "person_told", decided_by=one)) for one in words.deciders]
    )


def _person_told(talk: Talk) -> Page:
    yes = Option(YES, _then(talk, "basis", person_told=True))
    no = Option(NO, _then(talk, "why_not_told", person_told=False))
    return _asking(talk, talk.words.common.help_log.person_told, (yes, no))


def _why_not_told(talk: Talk) -> Page:
    words = talk.words.common.help_log
    return _asking(
        talk, words.why_not_told, [Option(one, _then(talk, "basis", why_not_told=one)) for one in words.reasons]
    )


def _basis(talk: Talk) -> Page:
    yes, no = (Option(said, _then(talk, "after", basis=code)) for said, code in ((YES, "consent"), (NO, "gateway")))
    return _asking(talk, talk.words.common.help_log.basis, (yes, no))


def _after(talk: Talk) -> Page:
    """The log is on the disk with the step that leaves the cards."""
    said = Said(help=_log(talk))
    answers = talk.words.of("HELP_NOW").answers
    options = [Option(one.said, Happens(one.event, said), one.easy) for one in answers]
    return _asking(talk, talk.words.common.help_log.after, options)


def _log(talk: Talk) -> HelpLogged:
    assert talk.aside is not None and talk.aside.help is not None
    return talk.aside.help


def _then(talk: Talk, about: Topic, **noted: object) -> Talk:
    return talk.beside(about, help=replace(_log(talk), **noted))  # type: ignore[arg-type]


def _asking(talk: Talk, question: str, options: Iterable[Option]) -> Page:
    return asked(talk, talk.words.of("HELP_NOW").title, question, tuple(options))


HELP_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "card": _card,
    "told": _told,
    "decided": _decided,
    "person_told": _person_told,
    "why_not_told": _why_not_told,
    "basis": _basis,
    "after": _after,
}
