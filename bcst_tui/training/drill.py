"""The hand-over drill: the same person again, opened by another trainee, who has to confirm and not to ask again."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.disclosure.ledger import Item
from bcst_tui.training.attempt import Attempt
from bcst_tui.training.flow import APPLIES
from bcst_tui.training.persona import Earlier, Persona, Reply

ITEMS: tuple[Item, ...] = ("q1", "q2")
ROLE = "worker before you"


def told_in(attempt: Attempt) -> tuple[Item, ...]:
    """The items this person told of in that rehearsal."""
    answers = dict(attempt.hidden.answers)
    return tuple(
        item
        for item in ITEMS
        if set(APPLIES) & set(answers.get(f"{item}.ask", ()))
        or {"right", "changed"} & set(answers.get(f"{item}.confirm", ()))
    )


def handed_over(persona: Persona, told: tuple[Item, ...], month: str) -> Persona:
    """This person as they come to the next worker: what they told stands as told in that month."""
    ledger = {**persona.ledger, **{item: _carried(month) for item in told}}
    replies = {question: rows for question, rows in persona.replies.items() if not _is_opening(question, told)}
    return persona.model_copy(update={"ledger": ledger, "replies": dict(_in_order(replies, told))})


def _carried(month: str) -> Earlier:
    return Earlier(status="carried", source="self_elsewhere_agreed", role=ROLE, month=month)


def _is_opening(question: str, told: tuple[Item, ...]) -> bool:
    item, _, state = question.partition(".")
    return item in told and state in ("offer", "when", "told", "ask", "confirm", "dispute")


def _in_order(replies: dict[str, tuple[Reply, ...]], told: tuple[Item, ...]) -> Iterator[tuple[str, tuple[Reply, ...]]]:
    """The replies with the new ones in their places: each item's where its other screens begin, or after the limits."""
    left = list(told)
    for question, rows in replies.items():
        while left and _comes_before(left[0], question):
            yield from _again(left.pop(0))
        yield question, rows
    for item in left:
        yield from _again(item)


def _comes_before(item: Item, question: str) -> bool:
    part = question.partition(".")[0]
    return part == item or (item == "q1" and part == "q2") or question.startswith(("j", "q.ground"))


def _again(item: Item) -> Iterator[tuple[str, tuple[Reply, ...]]]:
    yield (
        f"{item}.confirm",
        (_row("right", ["Still right. Thanks for not asking me all that again."], "open_choice"), *_OFF),
    )
    refused = _row(
        "rather_not", ["I told the one before you. Have you not read it?"], None, cue="looks away", strain=15
    )
    yield f"{item}.offer", (refused.model_copy(update={"answer": ("already_told",)}),)
    yield f"{item}.ask", (refused,)


def _row(answer: str, say: list[str], style: str | None, *, cue: str = "", trust: int = 0, strain: int = 0) -> Reply:
    when = {"when": {"fact": "style", "equals": style}} if style else {"otherwise": "true"}
    written = {**when, "say": say, "cue": [cue] if cue else [], "answer": answer, "trust": trust, "strain": strain}
    return Reply.model_validate(written)


_OFF = (
    _row("leave_it", ["If you've read it, why do I have to say it?"], None, cue="breathes out", trust=-5, strain=8),
)
