"""SHARE: who may know, one agency at a time; and taking it back, in a run or from what was agreed before (section 10).

A no changes no other offer, and each answer is kept as it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agency_in_words import filled, gone_to, in_short, line_of, share_words
from bcst_tui.disclosure.agreed import CASELOAD_CHECK, DEEPEST_FOR, NEITHER
from bcst_tui.disclosure.consent import Consent, ConsentStatus, GivenHow
from bcst_tui.disclosure.kept_pages import lines_kept
from bcst_tui.disclosure.ledger import Item
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.talk import Aside, Happens, Keeps, Leads, Letter, Option, Page, Saying, Talk
from bcst_tui.disclosure.wording_of_plan import Spoken
from bcst_tui.reference.agency import PrivateAgency, PrivateTopic

OTHER_ANSWERS: tuple[ConsentStatus, ...] = ("refused", "telling_them_myself", "later")
MOST_LISTED = 24


def share_page(talk: Talk, page: Page) -> Page:
    """The answers of the screen, then each agency that could help with what is wanted, and the rest of the list."""
    words = share_words(talk)
    asked = [one for one in agreed.agencies_asked(talk.record) if one in talk.desk.agencies]
    offered = dict.fromkeys((*(one.id for one in offers(talk)), *asked))
    listed = [Option(in_short(talk, one), talk.beside("agency", code=one), tells=one in asked) for one in offered]
    others = (Option(words.others, talk.beside("others")),) if _others(talk) else ()
    kept = (words.already, *(line_of(talk, one) for one in asked)) if asked else ()
    answers = tuple(_as_it_stands(talk, one) for one in page.options)
    return replace(page, options=(*answers, *listed, *others), kept=kept)


def _as_it_stands(talk: Talk, answer: Option) -> Option:
    """Once somebody may know, "nobody" means nobody else: it takes nothing back."""
    is_nobody = isinstance(answer.leads, Happens) and answer.leads.event == "nobody"
    if not (is_nobody and agreed.agencies_open(talk.record, talk.desk.today)):
        return answer
    return replace(answer, said=share_words(talk).nobody_else, easy="")


def offers(talk: Talk) -> tuple[PrivateAgency, ...]:
    """Those whom what is wanted calls for; for what is neither item, those who may hear of it by itself."""
    items = talk.run.screen.items
    wants = set(talk.record.wants_of(items))
    return tuple(
        one
        for one in talk.desk.agencies.values()
        if agreed.topics_of(items, one) and (wants & set(one.wants) if items else one.about != _ANY)
    )


_ANY: tuple[PrivateTopic, ...] = ("q1", "q2", "none")


def _others(talk: Talk) -> tuple[PrivateAgency, ...]:
    seen = {*(one.id for one in offers(talk)), *agreed.agencies_asked(talk.record)}
    may = (one for one in talk.desk.agencies.values() if one.id not in seen)
    return tuple(one for one in may if agreed.topics_of(talk.run.screen.items, one))[:MOST_LISTED]


def _others_page(talk: Talk) -> Page:
    listed = [Option(one.title, talk.beside("agency", code=one.id)) for one in _others(talk)]
    return _page(talk, _plainly(share_words(talk).which_others), (*listed, _back(talk)))


def _agency_page(talk: Talk) -> Page:
    """One agency: who they are, what they may do, that a no changes nothing; then the answers, one key each.

    Where a yes was taken back, on whatever day, what had gone and the letter stay within reach.
    """
    agency = _agency(talk)
    live = agreed.agencies_open(talk.record, talk.desk.today)
    stop = tuple(_stopping(talk, agency.id)) if agency.id in live else ()
    giving = () if talk.is_folder else tuple(_answers(talk, agency))
    letter = _letter(talk, agency.id) if talk.is_folder and not stop else ()
    now = (line_of(talk, agency.id), *gone_to(talk, agency.id)) if stop or letter else ()
    options = (*stop, *letter, *giving, _back(talk))
    return replace(_page(talk, filled(share_words(talk).about, agency), options), kept=now)


def _answers(talk: Talk, agency: PrivateAgency) -> list[Option]:
    """A yes, or one of the other answers; where a yes stands, only taking it back ends it, and shows what went."""
    words = share_words(talk)
    yes = [Option(words.depths[depth], _choosing(talk, agency, depth)) for depth in depths_for(talk, agency)]
    if agency.nameless != "never":
        yes.append(Option(words.nameless, _choosing(talk, agency, 0)))
    said = {"refused": words.refused, "telling_them_myself": words.telling_them_myself, "later": words.later}
    is_open = bool(agreed.open_to(talk.record, agency.id, talk.desk.today))
    rest = [Option(said[one], _keeps(talk, agency, one)) for one in OTHER_ANSWERS if not is_open]
    may_not_know_them = not agency.inside and agency.nameless != "only" and agency.reader != "RO"
    check = agreed.check_with(talk.record, agency.id)
    if may_not_know_them and (check is None or not check.is_live(talk.desk.today)):
        rest.append(Option(words.check, talk.beside("checking", code=agency.id)))
    return [*yes, *rest]


def depths_for(talk: Talk, agency: PrivateAgency) -> tuple[int, ...]:
    """How deep a yes can go here and now: no deeper than there is something to tell."""
    if agency.nameless == "only":
        return ()
    items = talk.run.screen.items
    if not items:
        return (1,)
    has = {3: bool(talk.record.safety_plan), 4: talk.record.own_words is not None}
    return tuple(depth for depth in (1, 2, 3, 4) if depth <= DEEPEST_FOR[agency.reader] and has.get(depth, True))


def _choosing(talk: Talk, agency: PrivateAgency, depth: int) -> Leads:
    """On to what they would get; first which of the two it is about, and which parts, where that is open."""
    topics = agreed.topics_of(talk.run.screen.items, agency)
    if len(topics) > 1 and depth != 1:
        return talk.beside("which", code=agency.id, place=depth)
    return _with_topics(talk, agency, depth, topics)


def _which(talk: Talk) -> Page:
    agency, depth, words = _agency(talk), _place(talk), share_words(talk)
    topics = agreed.topics_of(talk.run.screen.items, agency)
    titles = talk.words.common.titles
    options = [Option(titles[one], _with_topics(talk, agency, depth, (one,))) for one in topics]
    both = Option(words.both, _with_topics(talk, agency, depth, topics))
    return _page(talk, _plainly(words.which), (*options, both, _back(talk)))


def _with_topics(talk: Talk, agency: PrivateAgency, depth: int, topics: tuple[PrivateTopic, ...]) -> Leads:
    until = talk.desk.agreed_until
    named = agreed.decided(
        agency, topics, "given", talk.desk.today, until, depth, anonymous=depth == 0, text_shown="", how="spoken"
    )
    if depth == 3:
        return talk.beside("parts_for", code=agency.id, consents=named)
    if depth > 3:
        named = tuple(replace(one, parts=tuple(part.part for part in talk.record.safety_plan)) for one in named)
    return talk.beside("would_get", code=agency.id, consents=named)


def _parts_for(talk: Talk) -> Page:
    """Which parts of the plan go along: each ticked by itself, none before."""
    words, aside = share_words(talk), _aside(talk)
    titles = {one.id: one.said for one in talk.words.common.safety_parts}
    there = [one.part for one in talk.record.safety_plan]
    ticks = [Option(titles[one], _tick(talk, one), ticked=one in talk.ticked) for one in there]
    chosen = tuple(one for one in there if one in talk.ticked)
    named = tuple(replace(one, parts=chosen) for one in aside.consents)
    on = talk.beside("would_get", code=aside.code, consents=named)
    return replace(_page(talk, _plainly(words.parts), (*ticks, Option(words.those, on), _back(talk))), enter=on)


def _tick(talk: Talk, code: str) -> Talk:
    rest = tuple(one for one in talk.ticked if one != code)
    return replace(talk, ticked=rest if code in talk.ticked else (*rest, code))


def _would_get(talk: Talk) -> Page:
    """The very words they would get, read out before a yes; what was shown is kept with it."""
    words, aside = share_words(talk), _aside(talk)
    lines = would_get(talk, aside.consents)
    shown = "\n".join(lines)
    yes = [Option(said, _gives(aside.consents, how, shown)) for how, said in words.how.items()]
    is_open = bool(agreed.open_to(talk.record, aside.code, talk.desk.today))
    no = () if is_open else (Option(words.refused, _keeps(talk, _agency(talk), "refused")),)
    other = Option(words.change, talk.beside("agency", code=aside.code))
    return replace(_page(talk, words.would_get, (*yes, *no, other)), kept=lines)


def _gives(consents: tuple[Consent, ...], how: GivenHow, shown: str) -> Keeps:
    said = tuple(replace(one, given_how=how, text_shown=shown) for one in consents)
    return Keeps("consent", partial(agreed.with_versions, new=said))


def would_get(talk: Talk, consents: tuple[Consent, ...]) -> tuple[str, ...]:
    """What these consents would tell, by the code that writes it; before there is any, by the lines as kept."""
    if talk.desk.would_get is not None:
        return talk.desk.would_get(talk.record, consents)
    words = share_words(talk)
    depth, nameless = max(one.depth for one in consents), any(one.anonymous for one in consents)
    call = words.get_in_touch.replace("{person}", talk.desk.person).replace("{worker}", talk.desk.worker)
    lines = [words.nameless_head if nameless else call]
    if nameless or depth >= 2:
        kept = [talk.record.line(cast(Item, one.topic)) for one in consents if one.topic != NEITHER]
        lines += [line for one in kept if one for line in lines_kept(talk, one.codes)]
    return tuple(lines)


def _keeps(talk: Talk, agency: PrivateAgency, status: ConsentStatus) -> Keeps:
    topics = agreed.topics_of(talk.run.screen.items, agency)
    return Keeps("consent", partial(agreed.with_versions, new=agreed.decided(agency, topics, status, talk.desk.today)))


def _checking(talk: Talk) -> Page:
    """May they be asked whether they know the person? Asking tells them already, and that is said first (R101)."""
    words, agency = share_words(talk), _agency(talk)
    desk = talk.desk
    named = agreed.decided(agency, (NEITHER,), "given", desk.today, desk.agreed_until, 1, purpose=CASELOAD_CHECK)
    said = "\n".join((words.checking.standard, f"{desk.person}"))
    yes = Keeps("consent", partial(agreed.with_versions, new=tuple(_shown(one, said) for one in named)), _of(agency))
    refused = agreed.decided(agency, (NEITHER,), "refused", desk.today, purpose=CASELOAD_CHECK)
    no = Keeps("consent", partial(agreed.with_versions, new=refused), _of(agency))
    return _page(talk, words.checking, (Option(words.may_check, yes), Option(words.refused, no), _back(talk)))


def _shown(consent: Consent, text: str) -> Consent:
    return replace(consent, given_how="spoken", text_shown=text)


def _of(agency: PrivateAgency) -> Aside:
    return Aside("agency", code=agency.id)


def _stopping(talk: Talk, agency: str) -> list[Option]:
    """One key takes it back; the others make it less, or say that it is done."""
    words, today = share_words(talk), talk.desk.today
    then = Aside("stopped", code=agency)
    options = [Option(words.take_back, _stops(partial(agreed.taken_back, agency=agency, today=today), then))]
    if any(one.depth > 1 for one in agreed.open_to(talk.record, agency, today)):
        options.append(Option(words.only_in_touch, _stops(partial(agreed.only_in_touch, agency=agency, today=today))))
    options.append(Option(words.met, _stops(partial(agreed.purpose_met, agency=agency, today=today))))
    return options


def _stops(change: Callable[[Record], Record], then: Aside | None = None) -> Keeps:
    return Keeps("withdrawal", change, then)


def _stopped(talk: Talk) -> Page:
    """It has stopped; what went before it did, and the letter to those it went to."""
    words, agency = share_words(talk), _aside(talk).code
    gone = gone_to(talk, agency)
    letter = _letter(talk, agency)
    said = words.asks_to_stop if letter else words.stopped
    return replace(_page(talk, said, (*letter, _back(talk))), kept=gone or (words.nothing_went,))


def _letter(talk: Talk, agency: str) -> tuple[Option, ...]:
    has_gone = any(one.sent_to == agency for one in talk.record.shares)
    return (Option(share_words(talk).letter, Letter(agency)),) if has_gone else ()


def _plainly(words: str) -> Spoken:
    return Spoken(standard=words, easy=(words,))


def _page(talk: Talk, said: Spoken, options: tuple[Option, ...]) -> Page:
    return Page(talk.words.of("SHARE").title, (Saying(said.standard, said.easy),), options)


def _back(talk: Talk) -> Option:
    return Option(share_words(talk).back, talk.beside("folder") if talk.is_folder else talk.shut())


def _agency(talk: Talk) -> PrivateAgency:
    code = _aside(talk).code
    gone = {"title": code, "serves": code, "may_do": code, "reader": "HOU"}
    return talk.desk.agencies.get(code) or PrivateAgency(id=code, **gone)  # type: ignore[arg-type]


def _place(talk: Talk) -> int:
    return _aside(talk).place


def _aside(talk: Talk) -> Aside:
    assert talk.aside is not None
    return talk.aside


SHARE_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "agency": _agency_page,
    "others": _others_page,
    "which": _which,
    "parts_for": _parts_for,
    "would_get": _would_get,
    "checking": _checking,
    "stopped": _stopped,
}
