"""Which steps of a sitting there are, and with which codes each can be answered."""

from __future__ import annotations

from typing import get_args

from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.table import COVERS, WITHOUT_A_SCREEN, State
from bcst_tui.disclosure.wording import SPOKEN, PrivateWords
from bcst_tui.reference.agency import Want
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import Option
from bcst_tui.script.script import Script
from bcst_tui.training.flow import MENTIONED, VOLUNTEERS

CARDS = ("life", "in_here", "child", "outside", "unsafe_release", "exploitation")
SAFE_CONTACT = "j03b_safe_contact"
OF_AN_ITEM: tuple[State, ...] = (
    *("OFFER", "WHEN", "TOLD", "ASK", "CONFIRM", "DISPUTE"),
    *("RESPOND", "TODAY", "NEEDS", "RECORD", "SHARE", "PLAN", "LEAFLET"),
)
VOLUNTEERED = frozenset(VOLUNTEERS + what for what in (*ITEMS, "something_else"))
MENTIONS = frozenset(card + MENTIONED for card in CARDS)
_BESIDE_THE_KEYS: dict[str, frozenset[str]] = {
    "PRIVACY": frozenset({"fix", "not_private"}),
    "RESPOND": frozenset({"narrative_offered", "move_on"}),
    "NEEDS": frozenset(get_args(Want)),
    "SHARE": frozenset({"named"}),
    "GROUND": frozenset({"ok", "so_so", "hard"}),
}


def known_steps(script: Script) -> frozenset[str]:
    """Every id a persona may reply to."""
    common = {f"q.{state.lower()}" for state in SPOKEN if state not in (*OF_AN_ITEM, *COVERS, *WITHOUT_A_SCREEN)}
    helping = {f"q.help_now.{card}" for card in CARDS}
    items = {f"{item}.{state.lower()}" for item in ITEMS for state in OF_AN_ITEM}
    return frozenset({*script.placed, SAFE_CONTACT, *common, *items, *helping} - {"q.help_now"})


def codes_of(step: str, script: Script, words: PrivateWords) -> frozenset[str] | None:
    """The codes this step can be answered with; None where any words may be the answer."""
    if step in script.placed:
        return _of_question(step, script)
    if step == SAFE_CONTACT:
        return frozenset({"leave_message=yes", "leave_message=no", "i_will_call"})
    if step.startswith("q.help_now."):
        return frozenset({"accepts", "retracts"})
    item, state = step.split(".", 1)
    return _of_state(item, next(one for one in get_args(State) if one.lower() == state), words)


def _of_question(step: str, script: Script) -> frozenset[str] | None:
    question = script.placed[step].question
    if question.kind == "yes_no":
        own = {"yes", "no", "unsure"}
    elif question.kind in ("choice", "choices"):
        own = {option.id for option in question.options}
    else:
        return None
    return frozenset({*own, *get_args(NonAnswerCode), *MENTIONS, *VOLUNTEERED, *_beneath(question.options)})


def _beneath(options: tuple[Option, ...]) -> set[str]:
    """Codes of what opens under an option, which is told in the same breath."""
    nested = [question for option in options for question in option.questions]
    return {option.id for question in nested for option in question.options}


def _of_state(item: str, state: State, words: PrivateWords) -> frozenset[str]:
    steps = [one for one in words.steps if one.id == state and one.item in (None, item)]
    keys = {answer.code or answer.event for step in steps for answer in step.answers}
    checks = {option.id for step in steps for check in step.checks for option in check.options}
    return frozenset({*keys, *checks, *_BESIDE_THE_KEYS.get(state, ()), *MENTIONS, *VOLUNTEERED})
