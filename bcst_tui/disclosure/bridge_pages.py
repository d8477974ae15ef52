"""The bridge: a want that ordinary help serves may stand in the ordinary plan too, in the neutral words shown first.

It goes over only by the person's yes to those very words; there it is an action like any other, and nothing leads back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bcst_tui.disclosure.levels import bridged
from bcst_tui.disclosure.plan_page import aside_of, back, plan_aside, plan_words, to
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import Answer, TakenUp
from bcst_tui.disclosure.talk import Aside, Keeps, Option, Page, Talk


def may_go_over(talk: Talk) -> bool:
    """Whether anything is wanted that ordinary help serves."""
    return bool(bridged(talk.record))


def _bridge(talk: Talk) -> Page:
    """Each of them in the words it would stand in, with what was said of it."""
    words = plan_words(talk)
    options = [Option(_line(talk, one), talk.beside("bridge_line", code=one)) for one in bridged(talk.record)]
    return replace(plan_aside(talk, words.which_over, (*options, back(talk))), notice=aside_of(talk).why)


def _line(talk: Talk, activity: str) -> str:
    words, answer = plan_words(talk), _answer(talk.record, activity)
    line = words.over[activity]
    return f"{line}: {words.answer[answer]}" if answer else line


def _answer(record: Record, activity: str) -> Answer | None:
    return next((one.answer for one in reversed(record.taken_up) if one.activity == activity), None)


def _bridge_line(talk: Talk) -> Page:
    """One line, read out as it would stand; what has gone over is in the other plan's hands."""
    words, activity = plan_words(talk), aside_of(talk).code
    line = words.over[activity]
    no = Option(words.answer["declined"], _keeps(talk, activity, "declined"))
    yes = Option(words.answer["agreed"], _keeps(talk, activity, "agreed", line))
    answers = () if _answer(talk.record, activity) == "agreed" else (yes, no)
    return replace(plan_aside(talk, words.goes_over, (*answers, to(talk, "bridge"))), kept=(line,))


def _keeps(talk: Talk, activity: str, answer: Answer, goes_over: str = "") -> Keeps:
    said = TakenUp(activity, answer, talk.desk.today)
    return Keeps("plan", lambda record: _with(record, said), Aside("bridge"), goes_over)


def _with(record: Record, said: TakenUp) -> Record:
    return replace(record, taken_up=(*record.taken_up, said))


BRIDGE_ASIDES: Mapping[str, Callable[[Talk], Page]] = {"bridge": _bridge, "bridge_line": _bridge_line}
