"""The twelve rows of the flow, each marked from the log and from what was kept; never from tone."""

from __future__ import annotations

from collections.abc import Callable

from bcst_tui.training.attempt import LIMITS, PRIVACY, SAID_BACK
from bcst_tui.training.behaviours import Mark, Score
from bcst_tui.training.critical import asked_afresh, dangers_left, in_place_of_an_interpreter
from bcst_tui.training.evidence import ASKING, NOES, Evidence, numbers, style_of
from bcst_tui.training.recorded import NON_ANSWERS

CANT_WAIT = "b09_cannot_wait"
WHO_WITH = "b06_who_with"
SAFE_CONTACT = "j03b_safe_contact"
STEERABLE = ("respond", "today", "needs", "plan", "share")
LED, FLAT = ("leading", "pressing"), ("flat",)


def flow_of(evidence: Evidence) -> Score:
    """All twelve rows."""
    return Score(tuple(Mark(row, *mark(evidence)) for row, mark in _ROWS.items()))


Found = tuple[int | None, tuple[int, ...], str]
NOT_COME_UP: Found = (None, (), "")


def _privacy(evidence: Evidence) -> Found:
    checks = evidence.with_deed("privacy_done")
    wrong = in_place_of_an_interpreter(evidence)
    unchecked = tuple(one for one in evidence.log if "asked_not_private" in one.critical)
    if wrong:
        return 0, numbers(wrong), "somebody interpreted who may not"
    if unchecked:
        return (1 if checks else 0), numbers(unchecked), "an item came up while it was not private"
    if not checks:
        ticked = evidence.with_deed("privacy_skipped")
        return (0, numbers(ticked), "ticked and not done") if ticked else NOT_COME_UP
    return 2, numbers(checks), "checked before any item"


def _choices_offered(evidence: Evidence) -> Found:
    worker = evidence.with_deed("choice_of_worker") or evidence.put_question(WHO_WITH)
    time = tuple(one for one in evidence.put_question(PRIVACY) if style_of(one) == "open_choice")
    if not worker and not time and evidence.first_item is None:
        return NOT_COME_UP
    return bool(worker) + bool(time), numbers(worker + time), "who with, and enough time"


def _limits(evidence: Evidence) -> Found:
    first = evidence.first_item
    if first is None and not evidence.with_deed("limits_sayback", "limits_told", "limits_skipped"):
        return NOT_COME_UP
    before = tuple(one for one in evidence.put_question(LIMITS) if first is None or one.number < first)
    if not before:
        return 0, numbers(evidence.with_deed("limits_skipped")), "not said"
    coded = evidence.coded().get(LIMITS)
    answer = evidence.last_answers().get(LIMITS)
    in_own_words = answer is not None and bool(set(answer.answer) & set(SAID_BACK))
    if in_own_words and (coded is None or set(coded) & {*SAID_BACK, "understood"}):
        return 2, numbers(before), "said back"
    return 1, numbers(before), "told, and not said back"


def _neutral(evidence: Evidence) -> Found:
    return _by_wording(evidence, ASKING)


def _took_no(evidence: Evidence) -> Found:
    refused = evidence.refused()
    if not refused:
        return NOT_COME_UP
    again = tuple(one for no in refused for one in evidence.put_question(no.question) if one.number > no.number)
    coded = evidence.coded()
    turned = tuple(no for no in refused if not set(coded.get(no.question, NOES)) & {*NOES, *NON_ANSWERS})
    if turned:
        return 0, numbers(turned), "a no was written down as something else"
    if not again:
        return 2, numbers(refused), "taken as it was said"
    pressed = any(style_of(step) == "pressing" for step in again)
    return (0 if pressed else 1), numbers(again), "put again after a no"


def _asked_once(evidence: Evidence) -> Found:
    again = tuple(one for one in evidence.log if "asked_again" in one.critical) + asked_afresh(evidence)
    if again:
        return 0, numbers(again), "asked again"
    confirmed, asked = evidence.put("confirm"), evidence.put("ask")
    if not confirmed and not asked:
        return NOT_COME_UP
    if any(style_of(one) != "open_choice" for one in confirmed):
        return 1, numbers(confirmed), "what was told before had to be told again"
    return 2, numbers(confirmed + asked), "asked once, or only confirmed"


def _danger(evidence: Evidence) -> Found:
    left = dangers_left(evidence)
    if left:
        return 0, numbers(left), "a danger was spoken of and not acted on"
    asked = evidence.put_question(CANT_WAIT)
    cards = {f"q.help_now.{card}" for _, card in evidence.mentioned()}
    acted = tuple(one for card in sorted(cards) for one in evidence.put_question(card))
    if acted:
        told = all(style_of(one) == "open_choice" for one in acted)
        return (2 if told else 1), numbers(asked + acted), "passed on" + (", and the person told" if told else "")
    if CANT_WAIT in evidence.persona.replies:
        return (2, numbers(asked), "asked") if asked else (0, (), "not asked")
    return (2, numbers(asked), "asked") if asked else NOT_COME_UP


def _few_lines(evidence: Evidence) -> Found:
    kept = evidence.kept
    if "record_narrative" in kept.wrong or kept.harmer_named or (kept.own_words and not kept.own_words_asked_for):
        return 0, (), "more was kept than lines"
    told = tuple(one for one in evidence.answered() if one.reveals and one.question.startswith(("q1.", "q2.")))
    read = evidence.with_deed("read_back") + tuple(
        one for one in evidence.put("record") if style_of(one) == "open_choice"
    )
    if read:
        return 2, numbers(read), "read back"
    return (1, numbers(told), "not read back") if told else NOT_COME_UP


def _consent(evidence: Evidence) -> Found:
    kept, put = evidence.kept, evidence.put("share")
    outward = [one for one in kept.shares if one.basis == "consent"]
    if "category_to_officer_without_consent" in kept.wrong or any(not one.basis for one in kept.shares):
        return 0, numbers(put), "told with no yes and no duty"
    if not outward and not put:
        return NOT_COME_UP
    if any(one.with_others for one in outward) or any(style_of(one) in LED for one in put):
        return 0, numbers(put), "several in one, or led"
    flat = any(style_of(one) in FLAT for one in put) or any(one.depth is None for one in outward)
    return (1 if flat else 2), numbers(put), "one by one" + ("" if flat else ", and how much")


def _no_steer(evidence: Evidence) -> Found:
    if "exit_service_unasked" in evidence.kept.wrong:
        return 0, (), "a way out is in the plan that nobody asked for"
    put = evidence.put(*STEERABLE)
    if not put:
        return NOT_COME_UP
    worst = min(0 if style_of(one) == "pressing" else 1 if style_of(one) == "leading" else 2 for one in put)
    return worst, numbers(put), ("steered", "hinted", "their own goals")[worst]


def _safe_contact(evidence: Evidence) -> Found:
    put = evidence.put_question(SAFE_CONTACT)
    answer = evidence.last_answers().get(SAFE_CONTACT)
    coded = evidence.coded().get(SAFE_CONTACT)
    against = coded and answer and "leave_message=yes" in coded and "leave_message=no" in answer.answer
    if against or "phone_with_message" in evidence.kept.wrong:
        return 0, numbers(put), "a message could be left that they do not want"
    if not put:
        return NOT_COME_UP if evidence.attempt.ended else (0, (), "not asked")
    part = any(style_of(one) != "open_choice" for one in put) or any(
        "safe contact" in one.missing for one in evidence.kept.follow_ups
    )
    return (1 if part else 2), numbers(put), "asked, in part" if part else "asked and complete"


def _in_time(evidence: Evidence) -> Found:
    carried_on = tuple(one for one in evidence.log if "carried_on_after_stop" in one.critical)
    ended = tuple(one for one in evidence.log if one.event_end is not None)
    honoured = evidence.with_deed("paused_when_asked")
    missed = tuple(one for one in ended if one.event_end == "missed")
    if carried_on or missed:
        return 0, numbers(carried_on + missed), "not done"
    if not ended and not honoured:
        return NOT_COME_UP
    late = tuple(one for one in ended if one.event_end == "late")
    return (1, numbers(late), "late") if late else (2, numbers(ended + honoured), "in time")


def _by_wording(evidence: Evidence, states: tuple[str, ...]) -> Found:
    put = evidence.put(*states)
    if not put:
        return NOT_COME_UP
    led = tuple(one for one in put if style_of(one) in LED)
    flat = tuple(one for one in put if style_of(one) in FLAT)
    if led:
        return 0, numbers(led), "the answer was in the wording, or pressed for"
    return (1, numbers(flat), "ways out left unsaid") if flat else (2, numbers(put), "every way out said")


_ROWS: dict[int, Callable[[Evidence], Found]] = {
    1: _privacy,
    2: _choices_offered,
    3: _limits,
    4: _neutral,
    5: _took_no,
    6: _asked_once,
    9: _danger,
    10: _few_lines,
    11: _consent,
    12: _no_steer,
    13: _safe_contact,
    14: _in_time,
}
