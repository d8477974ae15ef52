"""What every page within PLAN and the folder has: its title, its words, and the ways back."""

from __future__ import annotations

from bcst_tui.disclosure.talk import Aside, Option, Page, Saying, Talk
from bcst_tui.disclosure.topics import Topic
from bcst_tui.disclosure.wording_of_plan import PlanWords, Spoken


def plainly(words: str) -> Spoken:
    return Spoken(standard=words, easy=(words,))


def plan_aside(talk: Talk, said: Spoken, options: tuple[Option, ...]) -> Page:
    title = plan_words(talk).folder if talk.is_folder else talk.words.of("PLAN").title
    return Page(title, (Saying(said.standard, said.easy),), options)


def back(talk: Talk) -> Option:
    words = talk.words.common.share.back if talk.is_folder else plan_words(talk).done
    return Option(words, talk.beside("folder") if talk.is_folder else talk.shut())


def to(talk: Talk, about: Topic) -> Option:
    return Option(talk.words.common.share.back, talk.beside(about))


def is_cut(talk: Talk) -> bool:
    """Whether all that was told is what the person doesn't want us to have, and with it what was planned about it."""
    seen, kept = talk.record.as_may_be_seen(), talk.record
    return (seen.safety_plan, seen.follow_ups) != (kept.safety_plan, kept.follow_ups)


def meetings_left(talk: Talk) -> bool:
    """Whether meetings stand though what they were about is cut: only the person can say they are not wanted."""
    return is_cut(talk) and any(not one.outcome for one in talk.record.follow_ups)


def aside_of(talk: Talk) -> Aside:
    assert talk.aside is not None
    return talk.aside


def plan_words(talk: Talk) -> PlanWords:
    return talk.words.common.plan
