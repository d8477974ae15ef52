"""PLAN: a safety plan by parts, referrals, meetings, what else there is; and the folder of what was agreed before.

Every part is optional, no words are ever needed, and each is on the disk as it is said (sections 8 and 14).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import get_args

from bcst_tui.disclosure import agreed
from bcst_tui.disclosure.agency_in_words import in_short
from bcst_tui.disclosure.bridge_pages import BRIDGE_ASIDES, may_go_over
from bcst_tui.disclosure.form_pages import raised_lines
from bcst_tui.disclosure.levels import offers
from bcst_tui.disclosure.meeting_pages import MEETING_ASIDES, due_lines, looks_again
from bcst_tui.disclosure.plan_page import aside_of, back, is_cut, meetings_left, plainly, plan_aside, plan_words, to
from bcst_tui.disclosure.record import OwnWords, Record
from bcst_tui.disclosure.record_of_plan import (
    LONGEST_OWN_WORDS,
    LONGEST_PART,
    MOST_RANKED,
    Answer,
    Part,
    SafetyPart,
    TakenUp,
)
from bcst_tui.disclosure.referral_pages import REFERRAL_ASIDES
from bcst_tui.disclosure.talk import Aside, Box, Keeps, Leads, Option, Page, Saying, Talk
from bcst_tui.disclosure.wording_of_plan import PartWords


def plan_page(talk: Talk, page: Page) -> Page:
    """The ways on first, then everything that may be planned, none of it needed."""
    return replace(page, options=(*page.options, *_ways(talk)))


def _ways(talk: Talk) -> tuple[Option, ...]:
    words = plan_words(talk)
    ways = [
        Option(words.parts, talk.beside("parts")),
        Option(words.referrals, talk.beside("referrals")),
        Option(words.meetings, talk.beside("meetings")),
    ]
    if not looks_again(talk.record):
        ways.append(Option(words.look_again, talk.beside("look_again")))
    if _chosen_offers(talk):
        ways.append(Option(words.offers, talk.beside("offers")))
    if may_go_over(talk):
        ways.append(Option(words.bridge, talk.beside("bridge")))
    return (*ways, Option(words.own_words, talk.beside("own_words")))


def folder_page(talk: Talk) -> Page:
    """What was agreed before: who may know first, each a key from being stopped; then what was planned and raised."""
    words = plan_words(talk)
    asked = [one for one in agreed.agencies_asked(talk.record)]
    live = agreed.agencies_open(talk.record, talk.desk.today)
    listed = sorted(asked, key=lambda one: one not in live)
    options = [Option(in_short(talk, one), talk.beside("agency", code=one), tells=True) for one in listed]
    said = words.folder_said if asked else words.empty
    raised = Option(words.raised, talk.beside("raised"))
    close = Option(talk.words.common.share.back, talk.shut())
    left = meetings_left(talk)
    meetings = (Option(words.meetings, talk.beside("meetings")),) if left else ()
    ways, due = (meetings, ()) if is_cut(talk) else (_ways(talk), due_lines(talk))
    page = Page(words.folder, (Saying(said, (said,)),), (*options, *ways, raised, close))
    return replace(page, kept=(*due, *raised_lines(talk)), notice=words.still_stand if left else words.folder_more)


def _parts(talk: Talk) -> Page:
    """Every part there is, with what is in it so far."""
    words = plan_words(talk)
    held = {one.part: one for one in talk.record.safety_plan}
    options = [
        Option(_ranked(one.said, held.get(one.id)), talk.beside("part", code=one.id), ticked=one.id in held)
        for one in talk.words.common.safety_parts
    ]
    kept = [_part_line(one, held[one.id]) for one in talk.words.common.safety_parts if one.id in held]
    return replace(plan_aside(talk, words.which_part, (*options, back(talk))), kept=tuple(kept))


def _ranked(said: str, held: SafetyPart | None) -> str:
    return f"{said} ({held.rank})" if held is not None and held.rank else said


def _part_line(part: PartWords, held: SafetyPart) -> str:
    said = "; ".join([*(part.chosen.get(one, one) for one in held.chosen), *([held.words] if held.words else [])])
    return f"{_ranked(part.said, held)}: {said}"


def _part(talk: Talk) -> Page:
    """One part: what to tick, a few words if they want any, whether it is one of the three, or out with it."""
    words, part = plan_words(talk), _part_words(talk)
    held = _held(talk, part.id)
    ticks = [
        Option(said, _changes(talk, _ticked(held, code)), ticked=code in held.chosen)
        for code, said in part.chosen.items()
    ]
    more = [Option(words.write, Box(words.writing, LONGEST_PART, partial(_with_words, talk, held)))]
    if held.rank:
        more.append(Option(words.unrank, _changes(talk, replace(held, rank=None))))
    elif (rank := _next_rank(talk.record)) is not None:
        more.append(Option(words.rank, _changes(talk, replace(held, rank=rank))))
    more.append(Option(words.clear, _takes_out(part.id)))
    back = Option(talk.words.common.share.back, talk.beside("parts"))
    page = plan_aside(talk, plainly(part.said), (*ticks, *more, back))
    return replace(page, kept=(held.words,) if held.words else ())


def _ticked(held: SafetyPart, code: str) -> SafetyPart:
    rest = tuple(one for one in held.chosen if one != code)
    return replace(held, chosen=rest if code in held.chosen else (*rest, code))


def _with_words(talk: Talk, held: SafetyPart, typed: str) -> Leads:
    return _changes(talk, replace(held, words=typed))


def _changes(talk: Talk, part: SafetyPart) -> Keeps:
    return Keeps("plan", partial(_with_part, part=part), Aside("part", code=part.part))


def _with_part(record: Record, part: SafetyPart) -> Record:
    """The plan with this part as it is now; with nothing in it, it is no part of the plan."""
    rest = tuple(one for one in record.safety_plan if one.part != part.part)
    is_something = bool(part.chosen or part.words or part.rank)
    order = list(get_args(Part))
    plan = sorted((*rest, part) if is_something else rest, key=lambda one: order.index(one.part))
    return replace(record, safety_plan=tuple(plan))


def _takes_out(part: Part) -> Keeps:
    return Keeps("plan", partial(_with_part, part=SafetyPart(part, "")), Aside("parts"))


def _next_rank(record: Record) -> int | None:
    taken = {one.rank for one in record.safety_plan}
    return next((rank for rank in range(1, MOST_RANKED + 1) if rank not in taken), None)


def _held(talk: Talk, part: Part) -> SafetyPart:
    return next((one for one in talk.record.safety_plan if one.part == part), SafetyPart(part, ""))


def _part_words(talk: Talk) -> PartWords:
    code = aside_of(talk).code
    return next(one for one in talk.words.common.safety_parts if one.id == code)


def _chosen_offers(talk: Talk) -> tuple[str, ...]:
    found = (one.activity for one in offers(talk.record, talk.desk.around) if one.level > 1)
    return tuple(dict.fromkeys(found))


def _offers(talk: Talk) -> Page:
    """What levels 2 and 3 have for what is wanted; each can be turned down, and that changes nothing else."""
    words = plan_words(talk)
    options = [Option(_offer_line(talk, one), talk.beside("offer", code=one)) for one in _chosen_offers(talk)]
    return replace(plan_aside(talk, plainly(words.which_offer), (*options, back(talk))), notice=words.by_consent)


def _offer_line(talk: Talk, activity: str) -> str:
    words = plan_words(talk)
    said = words.offer.get(activity.partition("-")[2], activity)
    answers = [one.answer for one in talk.record.taken_up if one.activity == activity]
    return f"{said}: {words.answer[answers[-1]]}" if answers else said


def _offer(talk: Talk) -> Page:
    words, activity = plan_words(talk), aside_of(talk).code
    codes: tuple[Answer, ...] = get_args(Answer)
    options = [Option(words.answer[code], _takes_up(TakenUp(activity, code, talk.desk.today))) for code in codes]
    return plan_aside(talk, plainly(_offer_line(talk, activity)), (*options, to(talk, "offers")))


def _takes_up(said: TakenUp) -> Keeps:
    return Keeps("plan", lambda record: replace(record, taken_up=(*record.taken_up, said)), Aside("offers"))


def _own_words(talk: Talk) -> Page:
    """Off unless they ask for it; what was kept can be taken out again with one key."""
    words, held = plan_words(talk), talk.record.own_words
    forget = Option(words.forget, Keeps("plan", lambda record: replace(record, own_words=None)))

    def written(typed: str) -> Leads:
        return talk.beside("own_words_read", words=typed)

    write = Option(words.type_it, Box(words.own_words_kept, LONGEST_OWN_WORDS, written))
    page = plan_aside(talk, words.own_words_asked, (write, *((forget,) if held else ()), back(talk)))
    return replace(page, kept=(words.own_words_kept, held.words) if held else ())


def _own_words_read(talk: Talk) -> Page:
    """Read back before it is kept."""
    words, said = plan_words(talk), aside_of(talk).words
    kept = OwnWords(said, talk.desk.today)
    keep = Option(words.keep, Keeps("plan", lambda record: replace(record, own_words=kept)))
    again = Option(talk.words.common.share.change, talk.beside("own_words"))
    return replace(plan_aside(talk, plainly(words.own_words_kept), (keep, again, back(talk))), kept=(said,))


PLAN_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "folder": folder_page,
    "parts": _parts,
    "part": _part,
    "offers": _offers,
    "offer": _offer,
    "own_words": _own_words,
    "own_words_read": _own_words_read,
    **BRIDGE_ASIDES,
    **REFERRAL_ASIDES,
    **MEETING_ASIDES,
}
