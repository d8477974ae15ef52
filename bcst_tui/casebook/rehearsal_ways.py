"""What a trainee can say or do at one moment of a rehearsal, in words: the same list on the screen and in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bcst_tui.casebook.rehearsal_values import Rehearsal
from bcst_tui.casebook.training import PRIVATE, TrainingCasebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.table import COVERS
from bcst_tui.training.attempt import GATES, LIMITS, PRIVACY, Act, Choice, Coded, Did, Said, Step
from bcst_tui.training.card import NOT_TO_ADD, line_now
from bcst_tui.training.known_codes import SAFE_CONTACT
from bcst_tui.training.persona import EventKind, Persona, Style
from bcst_tui.training.results import parallel_forms

JUST_TICK = "(Just tick it, and say nothing)"
END = "End the rehearsal here: it is kept"
LEAVE = "Leave it, or choose somebody else: nothing of it stays"
READ_NOW = "How it went can be read now, or later."
NOW, LATER = "Read it now", "Later"
AGAIN = "Once more, with somebody else? The same skills and as much to do: practice, and not memory."
NOT_AGAIN = "Not now"
NOTICED = "(Note that I noticed something in how it was said)"
NOTHING_PREPARED = "Nobody prepared this one. Record what you like, or F2 passes it by."
OVER = "It is over for today. End it to read how it went."
OVER_NOW = "It is over for today. F10 ends it."
NOTHING_LEFT = "That was all they have to say. The plan is still to be made; F10 ends the rehearsal."
FOR_THE_ACTOR = "For whoever plays {called}, and nobody else:"
SAID_IT = "It is said: turn the screen back"
WANTS_TO_STOP = "They want to stop."
WHAT = "What do you do?"
ACT_NOW = "(F10: what you do)"
SPEAK_NOW = "(Say it in your own words. Then F10: whoever is beside you presses how it was put.)"
FACILITATOR: Mapping[Style, str] = {
    "open_choice": "Open: asked, with every way out as welcome as yes",
    "flat": "Flat: in a hurry, or from the form",
    "leading": "Leading: the answer was in it",
    "pressing": "Pressing: an answer was wanted",
}
ACTS: Mapping[Act, str] = {
    "hide": "Hide the screen (F9)",
    "stop_item": "Stop this subject",
    "privacy_recheck": "See again whether we are private",
    "no_reask": "Wait, and put nothing again",
    "pause": "Pause (F3)",
    "stop": "Stop for today",
    "leave_the_gap": "Leave the gap as it is, and wait",
    "safe_close": "Come to a good end first",
    "book": "Book another time, and ask nothing now",
    "only_what_was_agreed": "Say only what was agreed, and no more",
    "stop_copies": "Stop the copies that are still to go",
    "list_what_went": "Show what went already, and to whom",
    "leave_not_opened": "Leave it as not opened, and say so",
    "honest_limits": "Say honestly what I would have to pass on",
    "carry_on": "Carry on as if nothing had happened",
}
BY_HAND: Mapping[Act, str] = {
    "choice_of_worker": "Offer another worker, and another time",
    "read_back": "Read back what is written, word for word",
}
EVENTS: Mapping[EventKind, str] = {
    "officer_at_hatch": "An officer opens the hatch.",
    "wants_to_stop": "They say that they want to stop.",
    "interpreter_unavailable": "The interpreter can't come.",
    "prisoner_offered_as_interpreter": "The wing offers another prisoner to interpret.",
    "line_drops": "The line drops in the middle of the answer.",
    "power_cut": "The power went. You are back.",
    "roll_check_bell": "The bell for the roll check.",
    "someone_reads_screen": "Somebody reads the screen over your shoulder.",
    "officer_rings": "The responsible officer rings: “Just tell me what was said.”",
    "consent_withdrawn": "They take back what they had agreed to.",
    "colleague_says_tick_no": "A colleague says: “Tick no, we're behind.”",
    "asks_to_keep_secret": "“Will you keep this secret?”",
}
BEFORE_AN_ITEM = ("ENTRY", "PRIVACY", "ARRANGE", "LIMITS", *COVERS)
WORKER = "The worker:"
TICKED: Mapping[str, str] = {PRIVACY: "Whether they are private:", LIMITS: "What has to be passed on:"}
Way = Literal["end", "leave"]


@dataclass(frozen=True)
class WayOut:
    """One of the two ways out, what is asked before it, and where each line of that leads; None goes on.

    They are found under different letters and done by different numbers: no slip leaves what was to be kept.
    """

    words: str
    sure: str
    lines: tuple[tuple[str, Way | None], ...]


_GO_ON: tuple[str, None] = ("Go on with it", None)
_END: tuple[str, Way] = ("End it: it is kept, and its debrief can be read", "end")
WAYS_OUT = (
    WayOut(END, "End it here?", (_GO_ON, _END)),
    WayOut(LEAVE, "Leave it? Nobody asks why.", (_GO_ON, _END, ("Leave it: nothing of it stays", "leave"))),
)


@dataclass(frozen=True)
class Offered:
    """One line to pick from, and what it leads to."""

    words: str
    leads: Choice


def offered(casebook: TrainingCasebook, rehearsal: Rehearsal, question: str) -> tuple[Offered, ...]:
    """Everything that can be said or done now, about this question if there is one; nothing once it is over."""
    return tuple(_ways(casebook, rehearsal, question))


def same_family(casebook: TrainingCasebook, rehearsal: Rehearsal) -> tuple[Persona, ...]:
    """Whom to rehearse with after this one: other people, as much to do; those this trainee has not met first."""
    people = {name: file.persona for name, file in casebook.library.personas.items()}
    met = [one.persona for one in casebook.rehearsals() if one.trainee == rehearsal.kept.trainee]
    return tuple(people[one] for one in parallel_forms(rehearsal.persona, tuple(people.values()), met))


def not_ended(rehearsal: Rehearsal) -> str:
    """Which rehearsal still waits, and under whose code, so that nobody goes on with somebody else's unawares."""
    whose = f" of {rehearsal.kept.trainee}" if rehearsal.kept.trainee else ""
    return f"the rehearsal{whose} with {rehearsal.persona.id}, {rehearsal.persona.title}"


def for_the_actor(rehearsal: Rehearsal) -> tuple[str, ...]:
    """Speaking: the line that came of the last choice, its cue, and what not to add; nothing where nothing was said."""
    step = rehearsal.attempt.log[-1] if rehearsal.attempt.log else None
    is_new_line = step is not None and not isinstance(step.choice, Coded)
    line = line_now(rehearsal.attempt) if rehearsal.kept.mode == "speak" and is_new_line else None
    if line is None:
        return ()
    cue = f"  [{line.cue}]" if line.cue else ""
    parts = (
        FOR_THE_ACTOR.format(called=rehearsal.called),
        f"“{line.say}”{cue}",
        f"In easy words: “{line.easy}”{cue}" if line.easy else "",
        f"On the card: {line.step}, {line.row}." if line.row else "",
        NOT_TO_ADD,
    )
    return tuple(filter(None, parts))


def is_new(rehearsal: Rehearsal, question: str) -> bool:
    """Whether this person has something to say to this question, and it was not put yet."""
    if question not in rehearsal.persona.replies or rehearsal.attempt.ended:
        return False
    return not any(step.choice.question == question for step in rehearsal.attempt.log if isinstance(step.choice, Said))


def due(rehearsal: Rehearsal, question: str) -> str:
    """What the list is put up for of itself: what came in between, after each thing said or done; or a new question.

    It stands for one moment: the list that was put up for it is not put up again. Empty where there is nothing.
    """
    if rehearsal.attempt.ended or rehearsal.waits_for_an_act:
        moves = sum(1 for step in rehearsal.attempt.log if not isinstance(step.choice, Coded))
        return f"after {moves}"
    return question if is_new(rehearsal, question) else ""


def after_the_last(rehearsal: Rehearsal) -> str:
    """What is still to be said once all is asked: how to keep in touch, which is kept on a form; empty after it."""
    return SAFE_CONTACT if is_new(rehearsal, SAFE_CONTACT) else ""


def goes_back_in(casebook: TrainingCasebook, rehearsal: Rehearsal, sitting: Sitting) -> bool:
    """Whether the private part was cut off, by the power of the story or in earnest: then it is entered anew.

    It comes by way of the checks, and what was asked is not asked again. To be seen before what was cut off is let go.
    """
    held = rehearsal.attempt.held
    in_the_story = held is not None and held.kind == "power_cut" and held.question.startswith(PRIVATE)
    return in_the_story or casebook.is_private_open(sitting)


def comes_after_the_checks(rehearsal: Rehearsal, run: Run) -> bool:
    """Whether what was said last is about an item, and the checks of privacy stand before it."""
    is_of_item = rehearsal.last is not None and rehearsal.last.question.startswith(("q1.", "q2."))
    return is_of_item and not rehearsal.waits_for_an_act and run.state in BEFORE_AN_ITEM


def told(rehearsal: Rehearsal, easy: bool = False) -> str:
    """What stands under the screen: what came in between, or the last words and the cue in brackets.

    Never coloured, never a number.
    """
    if rehearsal.attempt.ended:
        return OVER_NOW
    if rehearsal.attempt.held is not None:
        return f"{event_words(rehearsal)} {ACT_NOW}"
    step = rehearsal.last
    if step is None:
        return ""
    words = told_of(rehearsal.called, step, easy)
    return f"{words} {ACT_NOW}" if rehearsal.attempt.hidden.stopping else words


def in_lines(words: str) -> str:
    """The same where F10 is a word."""
    return words.replace("(F10: what you do)", "(Type say: what you do.)").replace("F10", "say")


def told_of(called: str, step: Step, easy: bool = False) -> str:
    """What came of one step, in words."""
    parts = []
    if step.event is not None and step.event_end is None:
        parts.append(step.event_text or EVENTS[step.event])
    if step.say:
        parts.append(f"{called}: “{(easy and step.easy) or step.say}”")
    if step.cue:
        parts.append(f"[{step.cue}]")
    return "  ".join(parts)


def event_words(rehearsal: Rehearsal) -> str:
    """What has come in between, in the words of this rehearsal."""
    held = rehearsal.attempt.held
    assert held is not None
    begun = (step.event_text for step in rehearsal.attempt.log if step.event == held.kind and step.event_text)
    return EVENTS[held.kind] if held.kind == "power_cut" else next(reversed([*begun]), EVENTS[held.kind])


def heading(rehearsal: Rehearsal, question: str) -> str:
    """What the list is about: an event, a wish to stop, or how to put the question."""
    if rehearsal.attempt.ended:
        return OVER
    if rehearsal.attempt.held is not None:
        return f"{event_words(rehearsal)} {WHAT}"
    if rehearsal.attempt.hidden.stopping:
        return f"{told_of(rehearsal.called, rehearsal.last) if rehearsal.last else WANTS_TO_STOP} {WHAT}"
    if rehearsal.kept.mode == "speak" and question:
        return "Say it in your own words. Whoever is beside you: how was it put?"
    return "What do you say or do?"


def _ways(casebook: TrainingCasebook, rehearsal: Rehearsal, question: str) -> Iterator[Offered]:
    if rehearsal.attempt.ended:
        return
    if rehearsal.waits_for_an_act:
        yield from (Offered(words, Did((act,))) for act, words in ACTS.items())
    else:
        yield from _to_say(casebook, rehearsal, question)
        yield from _by_hand(rehearsal, question)


def _to_say(casebook: TrainingCasebook, rehearsal: Rehearsal, question: str) -> Iterator[Offered]:
    if not question:
        return
    if rehearsal.kept.mode == "speak":
        yield from (Offered(words, Said(question, style)) for style, words in FACILITATOR.items())
    else:
        wordings = casebook.wordings(rehearsal, question)
        yield from (Offered(f"“{one.standard}”", Said(question, one.style)) for one in wordings)
    if question in GATES:
        yield Offered(JUST_TICK, Said(question, "flat", done=False))


def _by_hand(rehearsal: Rehearsal, question: str) -> Iterator[Offered]:
    wanted: dict[Act, bool] = {"choice_of_worker": question in ("", "b06_who_with", PRIVACY), "read_back": True}
    for act, words in BY_HAND.items():
        if wanted[act] and act not in rehearsal.attempt.hidden.spent:
            yield Offered(f"({words})", Did((act,)))
    if rehearsal.last is not None and rehearsal.last.cue:
        yield Offered(NOTICED, Did(("notice",)))


def step_in_words(casebook: TrainingCasebook, rehearsal: Rehearsal) -> Iterator[str]:
    """Each step as it would be told to somebody watching: no numbers, no codes, no name of a trainee."""
    for step in rehearsal.attempt.log:
        said = "\n".join(filter(None, (_chosen_words(casebook, rehearsal, step), told_of(rehearsal.called, step))))
        if said:
            yield said


def _chosen_words(casebook: TrainingCasebook, rehearsal: Rehearsal, step: Step) -> str:
    match step.choice:
        case Said(question, style, done):
            if not done:
                return f"{TICKED[question]} {JUST_TICK}"
            if rehearsal.kept.mode == "speak":
                return f"{WORKER} in their own words. {FACILITATOR[style]}"
            wordings = casebook.wordings(rehearsal, question)
            words = next((f"“{one.standard}”" for one in wordings if one.style == style), FACILITATOR[style])
            return f"{WORKER} {words}"
        case Did(acts):
            return ", ".join(ACTS.get(act) or BY_HAND.get(act) or NOTICED for act in acts if act != "unlock")
    return ""
