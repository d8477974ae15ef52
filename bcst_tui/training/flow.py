"""Which of a persona's questions a sitting reaches, by what was answered before: the private part's own order.

Ordinary questions are always reached; `tests/training` holds this against the machine of the private part.
"""

from __future__ import annotations

from collections.abc import Collection

from bcst_tui.training.attempt import Codes, Hidden
from bcst_tui.training.persona import Persona

APPLIES = ("applies_now", "applies_past", "applies_support", "applies_none_needed", "something_like")
SENT_AWAY = ("rather_not", "skip", "book")
MENTIONED = "_mentioned"
VOLUNTEERS = "volunteers_"
LEADS: dict[str, tuple[str, tuple[str, ...]]] = {
    "when": ("offer", ("not_now",)),
    "told": ("offer", ("already_told",)),
    "ask": ("offer", ("yes",)),
    "dispute": ("confirm", ("not_ok",)),
}
_AFTERWARDS = ("today", "needs", "record", "share", "plan")
BY_A_KEY_ALONE = ("q.door", "q.arrange")
"""Steps that no answer leads to, only a key of the worker's."""
NEVER_AGAIN = ("closed", "told_elsewhere", "no", "unsaid", "disclosed", "confirmed", "disputed")


_LEADING = frozenset(
    {*APPLIES, *SENT_AWAY, *(code for _, codes in LEADS.values() for code in codes)}
    | {"fix", "right", "changed", "keep_out", "enough"}
)


def reaching(codes: Codes) -> Codes:
    """Those of these codes on which it may rest whether a later question is reached."""
    return tuple(one for one in codes if one in _LEADING or one.endswith(MENTIONED) or one.startswith(VOLUNTEERS))


def is_reached(persona: Persona, question_id: str, hidden: Hidden) -> bool:
    """Whether the wizard comes to this question, as things stand."""
    part, _, state = question_id.partition(".")
    if part == "q":
        return _common(state, hidden)
    if part not in ("q1", "q2"):
        return True
    return _of_item(persona, part, state, hidden)


def next_question(persona: Persona, hidden: Hidden, put: Collection[str]) -> str | None:
    """The next question of the persona's replies, in their order, that was not put yet; None at the end."""
    return next((one for one in persona.replies if one not in put and is_reached(persona, one, hidden)), None)


def rests_on(persona: Persona, question_id: str) -> frozenset[str]:
    """The questions whose answers decide whether this one is reached."""
    part, _, state = question_id.partition(".")
    if part not in ("q", "q1", "q2"):
        return frozenset()
    gates = {"q.entry", "q.privacy", "q.limits"}
    own = {f"{part}.offer", f"{part}.ask", f"{part}.confirm", f"{part}.record"}
    return frozenset(gates | own | {"q1.leaflet"} | _telling(persona))


def _telling(persona: Persona) -> set[str]:
    """Questions that may be answered with more than was asked."""
    return {
        question
        for question, replies in persona.replies.items()
        for reply in replies
        if any(code.endswith(MENTIONED) or code.startswith(VOLUNTEERS) for code in reply.answer)
    }


def _common(state: str, hidden: Hidden) -> bool:
    if state.startswith("help_now."):
        return _said_somewhere(hidden, state.removeprefix("help_now.") + MENTIONED)
    if state in ("volunteer", "heard"):
        return any(code.startswith(VOLUNTEERS) for _, codes in hidden.answers for code in codes)
    if state == "arrange":
        return "fix" in hidden.answer_to("q.privacy")
    if state == "door":
        return _sent_away(hidden)
    if state in ("privacy", "limits"):
        return not _sent_away(hidden)
    return True


def _of_item(persona: Persona, item: str, state: str, hidden: Hidden) -> bool:
    told_unasked = _said_somewhere(hidden, VOLUNTEERS + item)
    if state in ("respond", *_AFTERWARDS):
        applies = bool(set(APPLIES) & set(hidden.answer_to(f"{item}.ask")))
        confirmed = bool({"right", "changed"} & set(hidden.answer_to(f"{item}.confirm")))
        kept_out = state in ("share", "plan") and "keep_out" in hidden.answer_to(f"{item}.record")
        return not kept_out and (applies or told_unasked or (confirmed and state in _AFTERWARDS[1:]))
    if told_unasked:
        return state == "leaflet"
    if _sent_away(hidden) or (item == "q2" and _had_enough(hidden)):
        return False
    if state in LEADS:
        before, codes = LEADS[state]
        return bool(set(codes) & set(hidden.answer_to(f"{item}.{before}")))
    earlier = persona.ledger.get("q1" if item == "q1" else "q2")
    status = earlier.status if earlier else "none"
    if state == "leaflet":
        return status not in NEVER_AGAIN
    return status == "carried" if state == "confirm" else status not in ("carried", *NEVER_AGAIN)


def _had_enough(hidden: Hidden) -> bool:
    """Whether they left it at the first item."""
    return "enough" in hidden.answer_to("q1.leaflet")


def _sent_away(hidden: Hidden) -> bool:
    return any(set(SENT_AWAY) & set(hidden.answer_to(gate)) for gate in ("q.entry", "q.privacy", "q.limits"))


def _said_somewhere(hidden: Hidden, code: str) -> bool:
    return any(code in codes for _, codes in hidden.answers)
