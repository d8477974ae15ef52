"""What is said and shown about consent, the same on the screens and in line mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bcst_tui.casebook.consent_values import AgencyStands, Gateway, RecordRequestDue, Share, ToldNothing, Withdrawn
from bcst_tui.disclosure.consent import NAME, ConsentStatus, GivenHow, Said
from bcst_tui.disclosure.gateway import Limit
from bcst_tui.disclosure.shares import Basis
from bcst_tui.interview.answer import Given
from bcst_tui.interview.showing import day_words
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Chosen

ConsentWay = Literal["keep", "nobody", "contact", "record", "gone", "gateway"]
WAYS: Mapping[ConsentWay, str] = {
    "keep": "What was agreed before: keep, stop or change, one by one",
    "nobody": "Who is to be told nothing",
    "contact": "A safe way to get in touch",
    "record": "They ask to see what is written about them",
    "gone": "What has gone, and to whom",
    "gateway": "Shared without consent: the lead decides",
}
LEAD = "One at a time. Read out what they would get; yes, no, later and telling them themselves are all fine."
IF_NO = "If you say no, they get nothing. Nothing else in your plan changes."
ANSWERS: Mapping[Said, str] = {
    "given": "Yes, as it stands here",
    "refused": "No, tell them nothing",
    "telling_them_myself": "I'll tell them myself",
    "ask_each_time": "Ask me each time",
    "later": "Ask me later",
}
HOW: Mapping[GivenHow, str] = {
    "spoken": "Spoken",
    "signed": "Signed",
    "interpreter": "Through the interpreter",
}
HOW_MUCH = ("nothing", "contact me", "main lines", "details", "own words")
HOW_ASKED = "How did they agree?"
WHICH_ASKED = "Which one is it? The name of the office or firm."
LETTER = "Write a letter that asks them to stop using it"
FOLDER_ASKED = "In which folder? Enter writes it there."
STOP = "Stop: nothing more from now on"
CHOOSE_FIRST = "Choose what it is about first: a digit for each, pressed again for more."
NOTHING_CHOSEN = "Nothing is chosen yet, so they would get nothing."
STANDING: Mapping[ConsentStatus, str] = {
    "not_yet_asked": "not yet asked",
    "given": "yes",
    "refused": "no",
    "ask_each_time": "ask each time",
    "telling_them_myself": "they tell them themselves",
    "later": "ask later",
    "expired": "has run out",
    "withdrawn": "stopped",
}
LIMITS: Mapping[Limit, str] = {
    "child": "A child is at risk",
    "other_adult": "Another person could be seriously hurt",
    "vulnerable_adult": "An adult who can't protect themselves is at risk",
    "self_harm": "The person could seriously hurt themselves",
    "court_order": "A court orders it",
    "prison_or_crime": "A threat to the prison, or a serious crime nobody knows about",
}
LIMITS_ASKED = "Which of the six reasons is it? There is no other."
ROWS_ASKED = "What is shared? The least that is needed."
TOLD_ASKED = "Has the person been told?"
WHY_NOT_ASKED = "Why not?"
REVIEW_ASKED = "On which day is it looked at again? Such as 12/3/2027."
LIMITS_SAID = "b07_explained"
LIMITS_WORDS = {
    "own_words": "The limits were said on {day}, and said back in their own words.",
    "partly": "The limits were said on {day}, and said back in part.",
    "not_yet": "The limits were said, and not yet said back: say them again first.",
}
BASIS: Mapping[Basis, str] = {"consent": "", "gateway": ", without consent", "told": ", as the law has it"}
GATEWAY_ASKED = (
    "Who is told? The police, children's services, a court.",
    "What does it rest on? A few words, no more than is needed.",
    "Who decided, by role? Not you alone.",
)
GATEWAY_PARTS = ("told_to", "facts", "decided_by")
GATEWAY_LEAD = (
    "The {role} decides, not you alone. Ring first if somebody is in danger (F8). This is the record of it: the "
    "reason, the least that is needed, who decided, if the person was told, and when it is looked at again."
)


def stands(agency: AgencyStands) -> str:
    """How one agency stands, in a few words: what is agreed, until when; or what was said instead."""
    if agency.never_told:
        return "never to be told"
    given = [one for one in agency.topics if one.status == "given"]
    if given:
        topics = ", ".join(_lower(one.title) for one in given if one.topic != NAME) or "name only"
        until = min((one.until for one in given if one.until is not None), default=None)
        soon = " (soon)" if any(one.runs_out_soon for one in given) else ""
        return f"yes: {topics}" + (f", until {day_words(until)}{soon}" if until else "")
    said = [one.status for one in agency.topics if one.status != "not_yet_asked"]
    return STANDING[said[-1] if said else "not_yet_asked"]


def how_much(topic: str, depth: int) -> str:
    """How much that is, in a word or two beside the topic."""
    return "my name" if (topic, depth) == (NAME, 1) else HOW_MUCH[depth]


def deeper(topics: Mapping[str, int], topic: str, deepest: int) -> dict[str, int]:
    """A step more of one topic; after the most, none of it again."""
    depth = topics.get(topic, 0) + 1
    changed = {**topics, topic: depth if depth <= deepest else 0}
    return {name: how for name, how in changed.items() if how}


def stopped(withdrawn: Withdrawn) -> tuple[str, ...]:
    """What is told once it has stopped: at once, and what had gone before."""
    titles = {withdrawn.agency: withdrawn.title}
    if not withdrawn.gone:
        return ("It has stopped. Nothing had gone to them yet.",)
    return (
        "It has stopped. This had gone to them before:",
        *(f"·  {gone_line(one, titles)}" for one in withdrawn.gone),
    )


def about(agency: AgencyStands) -> tuple[str, ...]:
    """Who they are, what they might do, and what a no costs, to be said before anything is chosen."""
    return (f"For {agency.serves}. {agency.may_do}", IF_NO)


def gone_line(share: Share, titles: Mapping[str, str]) -> str:
    """One paper that went: on which day, to whom, and by what right."""
    whom = share.which or titles.get(share.sent_to, share.sent_to)
    return f"{day_words(share.on)}: {whom}{BASIS[share.basis]}"


def nobody_lines(listed: ToldNothing, titles: Mapping[str, str]) -> tuple[str, ...]:
    """People and agencies that are to be told nothing, and where each is changed."""
    people = [f"·  {one.name}{f', {one.how_related}' if one.how_related else ''}" for one in listed.people]
    agencies = [f"·  {titles.get(one, one)}" for one in listed.agencies]
    return (
        "People, changed in the interview where they were asked for:",
        *(people or ["·  nobody"]),
        "Agencies that are never to be told:",
        *(agencies or ["·  none"]),
    )


def request_line(request: RecordRequestDue) -> str:
    """One wish to see the record: when it was made, and by when it is met."""
    asked = f"Asked on {day_words(request.received_on)}"
    if request.shown_on is not None:
        return f"{asked}, shown on {day_words(request.shown_on)}."
    return f"{asked}: to be shown by {day_words(request.due)}{', which is over' if request.is_late else ''}."


def gateway_line(gateway: Gateway) -> str:
    """One decision to share without consent: why, when, by whom, and when it is looked at again."""
    told = "the person was told" if gateway.person_told else "the person was not told"
    return (
        f"{day_words(gateway.decided_on)}: {LIMITS[gateway.limit]}. To {gateway.told_to}; decided by "
        f"{gateway.decided_by}; {told}; looked at again on {day_words(gateway.review_on)}."
    )


def limits_said(interview: Interview | None) -> str:
    """Whether the limits were said and said back in this sitting, and on which day (J04), from B07."""
    answer = interview.answer_to(LIMITS_SAID) if interview else None
    if interview is None or not (isinstance(answer, Given) and isinstance(answer.value, Chosen)):
        return "The limits have not been said yet in this interview: say them first."
    return LIMITS_WORDS[answer.value.codes[0]].format(day=day_words(interview.today))


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
